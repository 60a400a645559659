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
#include <cmath>

namespace palpate::app {

namespace {

/// A region that is only brushed at its edge is not named.
constexpr double kLeastNamed = 1; // cm2
constexpr std::size_t kNamedRegions = 4;

[[nodiscard]] std::string sided(const std::string& name, Side side) {
    const auto letter = std::string{palpate::name(side)};
    return side == Side::Middle ? name : letter + " " + name;
}

[[nodiscard]] std::string lowered(std::string text) {
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    }
    return text;
}

[[nodiscard]] std::string areaLabel(const PainArea& area) {
    auto label = painWord(area.quality);
    if (area.intensity) {
        label +=
            ", " + palpate::shown({tr("{1} of 10"), {std::to_string(area.intensity->value())}});
    }
    if (area.depth) {
        label += *area.depth == PainDepth::Deep ? std::string{", "} + tr("deep")
                                                : std::string{", "} + tr("at the surface");
    }
    return label;
}

/// "R buttock, R lumbar · centre at the level of L5"
[[nodiscard]] std::string regionWords(const atlas::BodyMap& map, const PainArea& area) {
    std::string words;
    std::size_t named = 0;
    for (const auto& touched :
         atlas::regionsTouched(map, area.view, atlas::planeOf(area), area.shape)) {
        if (named < kNamedRegions && (named == 0 || touched.area.value >= kLeastNamed)) {
            words += (words.empty() ? "" : ", ") +
                     sided(lowered(touched.region->name), touched.region->side);
            ++named;
        }
    }
    const auto centre = atlas::centreOf(area.shape);
    const auto* level = centre ? map.spinalLevelAt({area.view, centre->x, centre->y}) : nullptr;
    if (level != nullptr) {
        words += (words.empty() ? "" : " · ") +
                 palpate::shown({tr("centre at the level of {1}"), {level->id}});
    }
    return words;
}

/// "118 cm², 1.1 % of front and back"; what lies only in other views is named apart.
[[nodiscard]] std::string totalWords(const atlas::PaintedTotals& totals) {
    std::string words;
    const auto add = [&](const std::string& part) { words += (words.empty() ? "" : "; ") + part; };
    if (totals.shareOfFigure) {
        const auto perMille = std::llround(*totals.shareOfFigure * 1000);
        add(palpate::shown(
            {tr("{1}, {2} % of front and back"),
             {areaText(totals.frontAndBack.value),
              std::to_string(perMille / 10) + "." + std::to_string(perMille % 10)}}));
    }
    if (totals.sides.value > 0) {
        add(palpate::shown({tr("side views {1}"), {areaText(totals.sides.value)}}));
    }
    if (totals.arms.value > 0) {
        add(palpate::shown({tr("arms from the side {1}"), {areaText(totals.arms.value)}}));
    }
    if (totals.soles.value > 0) {
        add(palpate::shown({tr("soles {1}"), {areaText(totals.soles.value)}}));
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
    CandidatesFor wanted{session.painAreas, session.findings, session.treatments};
    if (wanted == candidatesFor) {
        return;
    }
    if (!suggester) {
        suggester = std::make_unique<const Suggester>(clinic.reference(), clinic.map());
        auto others = clinic.store().sessions().ofPatient(session.patient);
        std::erase_if(others, [this](const Session& other) { return other.id == session.id; });
        past = pastFindings(others);
    }
    auto known = pastFindings(std::span{&session, 1});
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
    for (auto& row : pain.areas) {
        row.selected = painting.selected == row.id;
    }
    pain.canCopyLast = !isSigned(session) && session.painAreas.empty() && previous() != nullptr &&
                       !previous()->painAreas.empty();
    pain.note = pain.painting || !session.painAreas.empty()
                    ? std::string{tr("projected area on a standard figure")}
                    : std::string{};
    auto& numbers = shown.numbers;
    if (renderedAreas != session.painAreas) {
        renderedAreas = session.painAreas;
        const auto totals = atlas::paintedTotals(clinic.map(), session.painAreas);
        pain.total = session.painAreas.empty() ? std::string{} : totalWords(totals);
        pain.areas.clear();
        for (const auto& area : session.painAreas) {
            pain.areas.push_back({.id = area.id,
                                  .label = areaLabel(area),
                                  .regions = regionWords(clinic.map(), area),
                                  .area = areaText(atlas::unionArea(area.shape).value),
                                  .view = viewWord(area.view),
                                  .selected = painting.selected == area.id});
        }
        areaNow = totals.frontAndBack.value;
        areaBefore.reset();
        if (previous() != nullptr && !previous()->painAreas.empty()) {
            areaBefore =
                atlas::paintedTotals(clinic.map(), previous()->painAreas).frontAndBack.value;
        }
    }
    numbers.painArea.clear();
    numbers.painAreaDelta.clear();
    if (areaNow > 0) {
        numbers.painArea = areaText(areaNow);
        if (areaBefore) {
            numbers.painAreaDelta =
                signedText(static_cast<int>(std::lround(areaNow) - std::lround(*areaBefore)));
        }
    }
    renderCandidates();
}

} // namespace palpate::app
