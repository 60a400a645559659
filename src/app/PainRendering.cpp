// SPDX-License-Identifier: MIT
// Drawn pain and what follows from it, as part of a SessionView.
#include "app/SessionInside.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palpate::app {

namespace {

/// Whether a level of the spine says where that is: in the trunk or the neck, never in a limb at
/// the same height.
[[nodiscard]] bool isByTheSpine(const RegionKey& region) {
    static constexpr std::array<std::string_view, 17> kTrunkAndNeck{
        "abdomen_lower", "abdomen_upper",  "buttock_lower", "buttock_upper", "chest_lower",
        "chest_upper",   "groin",          "interscapular", "lumbar",        "neck_anterior",
        "neck_lateral",  "neck_posterior", "sacrum",        "scapular",      "side_ribs",
        "sternum",       "thoracic_lower"};
    return std::ranges::count(kTrunkAndNeck, region.text()) > 0;
}

/// "R upper buttock, R lumbar region · centre at the level of L5"
[[nodiscard]] std::string placeWords(const atlas::BodyMap& map, const PainArea& area,
                                     const DrawnPain::Part& part) {
    std::string words;
    for (const auto& [region, side] : part.regions) {
        words += (words.empty() ? "" : ", ") + shortRegion(region, side);
    }
    const auto centre = atlas::centreOf(area.shape);
    const auto at = centre ? BodyPoint{area.view, centre->x, centre->y} : BodyPoint{};
    const auto* region = centre ? map.regionAt(at, {}, area.onArm) : nullptr;
    const auto* level =
        region != nullptr && isByTheSpine(region->key) ? map.spinalLevelAt(at) : nullptr;
    if (level != nullptr) {
        words += (words.empty() ? "" : " · ") +
                 palpate::shown({tr("centre at the level of {1}"), {level->id}});
    }
    return words;
}

[[nodiscard]] CandidateRow rowOf(const Suggestion& suggestion,
                                 const reference::Reference& reference) {
    std::string sources;
    for (const auto& key : suggestion.sources) {
        sources += (sources.empty() ? "" : ", ") + key.text();
    }
    if (suggestion.sourceWarning) {
        sources += (sources.empty() ? "" : " · ") + palpate::shown(*suggestion.sourceWarning);
    }
    return {.rank = suggestion.rank,
            .shared = suggestion.sharingRank > 0,
            .muscle = {suggestion.part, suggestion.partSide},
            .side = suggestion.side,
            .point = suggestion.point,
            .label = suggestion.label,
            .covered = suggestion.covered,
            .used = suggestion.used,
            .reason = palpate::shown(suggestion.reason),
            .sources = sources,
            .found = suggestion.found != Before::Never,
            .treated = suggestion.treated != Before::Never,
            .placeable = reference.pointPlaces().find(suggestion.point) != nullptr};
}

} // namespace

void SessionInside::renderCandidates() {
    auto& pain = shown.pain;
    if (!painting.on || session.painAreas.empty()) {
        pain.candidates.clear();
        pain.candidatesNote.clear();
        candidatesFor = {};
        return;
    }
    auto known = pastFindings(std::span{&session, 1});
    CandidatesFor wanted{session.painAreas, {}};
    for (const auto& each : known) {
        wanted.known.emplace_back(each.muscle, each.side, each.point, each.treated);
    }
    if (wanted == candidatesFor) {
        return;
    }
    if (!suggester) {
        suggester = std::make_unique<const Suggester>(clinic.reference(), clinic.map());
        auto others = clinic.store().sessions().ofPatient(session.patient);
        std::erase_if(others, [this](const Session& other) { return other.id == session.id; });
        past = pastFindings(others);
    }
    known.insert(known.end(), past.begin(), past.end());
    pain.candidates.clear();
    for (const auto& suggestion :
         suggester->ranked(paintedIn(session.painAreas), known, kUsualRanks)) {
        pain.candidates.push_back(rowOf(suggestion, clinic.reference()));
    }
    pain.candidatesNote = palpate::shown(caution(*suggester));
    candidatesFor = std::move(wanted);
}

void SessionInside::renderPain() {
    auto& pain = shown.pain;
    pain.painting = painting.on;
    pain.tool = painting.tool;
    pain.radius = painting.radius;
    pain.selected = painting.selected;
    pain.quality = painting.quality;
    pain.intensity = painting.intensity;
    pain.depth = painting.depth;
    if (const auto* area = painting.selected ? painAreaOf(session, *painting.selected) : nullptr) {
        pain.quality = area->quality;
        pain.intensity = area->intensity;
        pain.depth = area->depth;
    }
    pain.canCopyLast = !isSigned(session) && session.painAreas.empty() && previous() != nullptr &&
                       !previous()->painAreas.empty();
    pain.note = pain.painting || !session.painAreas.empty()
                    ? std::string{tr("projected area on a standard figure")}
                    : std::string{};
    if (painting.drawing) {
        return; // the figures follow when the stroke is finished
    }
    const auto& measured = drawnOf(session.painAreas);
    pain.total = painTotal(measured.totals);
    pain.areas.clear();
    for (std::size_t i = 0; i < session.painAreas.size(); ++i) {
        const auto& area = session.painAreas[i];
        const auto& part = measured.parts.at(i);
        pain.areas.push_back({.id = area.id,
                              .label = painLabel(area),
                              .regions = placeWords(clinic.map(), area, part),
                              .area = areaText(part.squareCentimetres),
                              .view = viewWord(area.view),
                              .selected = painting.selected == area.id});
    }
    auto& numbers = shown.numbers;
    const auto delta = painDelta(measured.totals, drawnLast);
    numbers.painArea = painAreaShort(measured.totals);
    numbers.painAreaDelta = delta ? signedText(*delta) : std::string{};
    renderCandidates();
}

} // namespace palpate::app
