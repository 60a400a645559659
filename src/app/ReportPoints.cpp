// SPDX-License-Identifier: MIT
// The trigger points of a case, row by row, and what its maps show and leave out.
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/PainWords.h"
#include "app/ReportInside.h"
#include "app/SentenceWords.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace palpate::app {

namespace {

constexpr double kNearBody = 6; ///< mm off the outline that still are the body

[[nodiscard]] std::string number(int value) {
    return std::to_string(value);
}

[[nodiscard]] std::string sideWord(Side side) {
    return side == Side::Left ? tr("left") : tr("right");
}

/// The technique with the range of its doses and how often: "pressure release 45–60 s × 6".
[[nodiscard]] std::string givenText(const PointStory& point, const TechniqueKey& technique,
                                    const reference::Reference& reference) {
    int times = 0;
    std::optional<std::pair<double, double>> seconds;
    Treatment bare = point.treatments.front();
    for (const auto& treatment : point.treatments) {
        if (treatment.technique != technique) {
            continue;
        }
        ++times;
        bare = treatment;
        if (const auto held = secondsOf(treatment)) {
            seconds = seconds ? std::pair{std::min(seconds->first, *held),
                                          std::max(seconds->second, *held)}
                              : std::pair{*held, *held};
        }
    }
    bare.dose.clear();
    auto text = treatmentText(reference, bare);
    if (seconds) {
        const auto low = number(static_cast<int>(std::lround(seconds->first)));
        const auto high = number(static_cast<int>(std::lround(seconds->second)));
        text += " " + (low == high ? low : low + "–" + high) + " s";
    }
    return text + " × " + number(times);
}

/// What was given at the point, most often first.
[[nodiscard]] std::string usualTreatment(const PointStory& point,
                                         const reference::Reference& reference) {
    std::map<TechniqueKey, int> counts;
    for (const auto& treatment : point.treatments) {
        ++counts[treatment.technique];
    }
    std::string text;
    while (!counts.empty()) {
        const auto most =
            std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
        text += (text.empty() ? "" : ", ") + givenText(point, most->first, reference);
        counts.erase(most);
    }
    return text;
}

[[nodiscard]] report::Fields pointRow(const PointStory& point, const Clinic& clinic,
                                      Audience audience) {
    const auto& reference = clinic.reference();
    std::string now = tr("not assessed");
    if (point.now) {
        now = number(point.now->value());
    } else if (point.state == State::Resolved) {
        now = stateFor(State::Resolved, audience);
    }
    report::Fields row;
    row.set("number", number(point.last.point.number))
        .set("muscle", shortMuscle(reference, point.last.muscle, point.last.side))
        .set("place", plainPlace(point.last, clinic))
        .set("first", point.first ? number(point.first->value()) : std::string{tr("not assessed")})
        .set("now", now)
        .set("change", point.first && point.now
                           ? signedText(point.now->value() - point.first->value())
                           : std::string{})
        .set("state",
             point.state ? stateFor(*point.state, audience) : std::string{tr("not judged")})
        .set("treatment", point.treatments.empty() ? std::string{tr("none recorded")}
                                                   : usualTreatment(point, reference));
    return row;
}

// Maps ------------------------------------------------------------------------------------------

[[nodiscard]] std::string pointsNoun(int count) {
    return shown({count == 1 ? tr("{1} point") : tr("{1} points"), {number(count)}});
}

/// What a map of one view leaves out: "; on other views: 3, 5"; empty when it shows every point,
/// be it about where it lies.
[[nodiscard]] std::string elsewhere(const Session& session, const atlas::BodyMap& map,
                                    View shownView, std::optional<View> other) {
    std::string numbers;
    for (const auto& finding : session.findings) {
        if (!markIn(session, finding, map, shownView) &&
            !(other && markIn(session, finding, map, *other))) {
            numbers += (numbers.empty() ? "" : ", ") + number(finding.point.number);
        }
    }
    return numbers.empty() ? numbers : shown({tr("; on other views: {1}"), {numbers}});
}

[[nodiscard]] std::string tendernessCaption(const Session& session) {
    const auto totals = totalsOf(session.findings);
    if (totals.points == 0) {
        return tr("no point recorded");
    }
    if (totals.tendernessAssessed == 0) {
        return shown({tr("{1}, tenderness not assessed"), {pointsNoun(totals.points)}});
    }
    const auto base = shown({tr("{1}, total tenderness {2}"),
                             {pointsNoun(totals.points), number(totals.totalTenderness)}});
    return totals.tendernessAssessed == totals.points
               ? base
               : shown({tr("{1} ({2} of {3} assessed)"),
                        {base, number(totals.tendernessAssessed), number(totals.points)}});
}

/// "; pain drawn: 118 cm², 1.1 % of front and back³"; empty when none was drawn.
[[nodiscard]] std::string drawnCaption(const Session& session, const atlas::BodyMap& map,
                                       const std::string& mark) {
    const auto total = painTotal(atlas::paintedTotals(map, session.painAreas));
    return total.empty() ? total : shown({tr("; pain drawn: {1}{2}"), {total, mark}});
}

[[nodiscard]] std::string otherCaption(const Session& session, const atlas::BodyMap& map,
                                       View view) {
    std::string numbers;
    for (const auto& finding : session.findings) {
        if (const auto mark = markIn(session, finding, map, view);
            mark && finding.at.view == view) {
            numbers += (numbers.empty() ? "" : ", ") + number(finding.point.number);
        }
    }
    const bool isPainted = std::ranges::any_of(
        session.painAreas, [view](const PainArea& area) { return area.view == view; });
    if (numbers.empty()) {
        return isPainted ? tr("drawn pain only") : tr("nothing was marked here");
    }
    return shown(
        {numbers.find(',') == std::string::npos ? tr("point {1}") : tr("points {1}"), {numbers}});
}

[[nodiscard]] bool isSeenBeside(const Session& session, const Finding& finding,
                                const atlas::BodyMap& map, View view) {
    const auto opposite = view == View::Posterior  ? View::Anterior
                          : view == View::Anterior ? View::Posterior
                                                   : view;
    return finding.at.view != view &&
           (finding.at.view == opposite || !markIn(session, finding, map, view));
}

} // namespace

std::string stateFor(State state, Audience audience) {
    if (audience != Audience::Patient) {
        return stateWord(state);
    }
    switch (state) {
    case State::Active:
        return tr("gives your pain");
    case State::Latent:
        return tr("tender when pressed");
    case State::Resolved:
        break;
    }
    return tr("gone");
}

std::string plainPlace(const Finding& finding, const Clinic& clinic) {
    const bool onArm = finding.at.view == View::Left || finding.at.view == View::Right;
    const auto* region = clinic.map().regionAt(finding.at, atlas::Millimetres{kNearBody}, onArm);
    if (region == nullptr) {
        return {};
    }
    struct Phrase {
        std::string_view key;
        const char* words;
    };
    static constexpr std::array kPlain{
        Phrase{"lumbar", tr("lower back")},
        Phrase{"thoracic_lower", tr("middle of the back")},
        Phrase{"interscapular", tr("between the shoulder blade and the spine")},
        Phrase{"sacrum", tr("base of the spine")},
    };
    const auto plain = std::ranges::find(kPlain, region->key.text(), &Phrase::key);
    if (plain == kPlain.end()) {
        return proseRegion(region->key, finding.side);
    }
    return finding.side == Side::Middle ? std::string{plain->words}
                                        : std::string{plain->words} + ", " + sideWord(finding.side);
}

std::optional<View> otherView(const CaseStory& story, const atlas::BodyMap& map) {
    const auto main = mainView(story);
    std::map<View, int> weights;
    for (const auto* session : {&story.first(), &story.latest()}) {
        for (const auto& finding : session->findings) {
            weights[finding.at.view] += isSeenBeside(*session, finding, map, main) ? 1 : 0;
        }
        for (const auto& area : session->painAreas) {
            weights[area.view] += area.view != main ? 1 : 0;
        }
    }
    weights.erase(main);
    const auto most =
        std::ranges::max_element(weights, {}, [](const auto& weight) { return weight.second; });
    return most == weights.end() || most->second == 0 ? std::nullopt : std::optional{most->first};
}

void setPoints(report::Fields& fields, const CaseStory& story, const Clinic& clinic,
               Audience audience) {
    std::vector<report::Fields> rows;
    std::vector<report::Fields> open;
    for (const auto& point : story.points) {
        rows.push_back(pointRow(point, clinic, audience));
        if (point.state != State::Resolved) {
            open.push_back(rows.back());
        }
    }
    fields.setFlag("hasPoints", !rows.empty())
        .setList("points", std::move(rows))
        .setFlag("hasOpenPoints", !open.empty())
        .setList("openPoints", std::move(open))
        .set("gaps", gapsOf(story, clinic.reference()));
}

std::string areaNote() {
    return tr("drawn pain: projected area on a standard figure, and its share of front and "
              "back");
}

void setMaps(report::Fields& fields, const CaseStory& story, const Clinic& clinic,
             const std::string& areaMark) {
    const auto& map = clinic.map();
    const auto view = mainView(story);
    const auto other = otherView(story, map);
    const auto caption = [&](const Session& session) {
        return tendernessCaption(session) + elsewhere(session, map, view, other) +
               drawnCaption(session, map, areaMark);
    };
    const auto beside = [&](const Session& session) {
        return other ? otherCaption(session, map, *other) : std::string{};
    };
    fields
        .setFlag("hasMaps", !story.points.empty() || !story.first().painAreas.empty() ||
                                !story.latest().painAreas.empty())
        .setFlag("hasSecondMap", story.sessions.size() > 1)
        .set("mapView", uncapitalised(viewWord(view)))
        .set("first.caption", caption(story.first()))
        .set("latest.caption", caption(story.latest()))
        .setFlag("hasOtherView", other.has_value())
        .set("otherView", other ? uncapitalised(viewWord(*other)) : std::string{})
        .set("first.otherCaption", beside(story.first()))
        .set("latest.otherCaption", beside(story.latest()));
}

} // namespace palpate::app
