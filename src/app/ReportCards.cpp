// SPDX-License-Identifier: MIT
// The numbers of a case that matter, first and now, on cards.
#include "app/Clinic.h"
#include "app/MeasureTrends.h"
#include "app/PainWords.h"
#include "app/ReportInside.h"
#include "app/SentenceWords.h"
#include "app/Thresholds.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

[[nodiscard]] std::string number(int value) {
    return std::to_string(value);
}

[[nodiscard]] std::string fromTo(const std::string& first, const std::string& now) {
    return first + " → " + now;
}

[[nodiscard]] report::Fields card(const std::string& label, const std::string& value,
                                  const std::string& note) {
    report::Fields fields;
    fields.set("label", label).set("value", value).set("note", note);
    return fields;
}

class Cards {
public:
    Cards(const CaseStory& story, const Clinic& clinic, const Wording& wording,
          std::span<const MeasureTrend> scores)
        : story_{story}, clinic_{clinic}, wording_{wording}, function_{functionIn(scores)} {}

    [[nodiscard]] std::vector<report::Fields> all() const {
        switch (wording_.audience) {
        case Audience::Patient:
            return {pain(), function_ != nullptr ? function() : homeCare(), left(), goals()};
        case Audience::Insurer:
            return {pain(), function_ != nullptr ? function() : active(), goals(), visits()};
        case Audience::Clinician:
            break;
        }
        return {pain(), function_ != nullptr ? function() : tenderness(), active(),
                hasDrawn() ? area() : resolved()};
    }

private:
    [[nodiscard]] bool isForPatient() const { return wording_.audience == Audience::Patient; }
    [[nodiscard]] bool isOne() const { return story_.sessions.size() == 1; }

    [[nodiscard]] std::string painNote(const PainChange& change) const {
        if (!isForPatient()) {
            return changeNote(change, wording_.notes);
        }
        const auto text = plainly(change.delta());
        const auto mark = [&](const Threshold& threshold) {
            return wording_.notes != nullptr ? " " + wording_.notes->mark(threshold.footnote())
                                             : std::string{};
        };
        if (change.mayBeChance()) {
            return shown({tr("{1}; under {2} may be chance{3}"),
                          {text, change.detectable->figure(), mark(*change.detectable)}});
        }
        if (!change.matters) {
            return shown({tr("{1}; no accepted smallest change"), {text}});
        }
        return shown({tr("{1}; matters from {2}{3}"),
                      {text, change.matters->figure(), mark(*change.matters)}});
    }

    [[nodiscard]] static std::string plainly(double delta) {
        return delta == 0 ? std::string{tr("the same")}
                          : shown({delta < 0 ? tr("{1} less") : tr("{1} more"),
                                   {plainNumber(std::abs(delta))}});
    }

    [[nodiscard]] report::Fields pain() const {
        const auto label = isForPatient() ? tr("Your pain, 0–10") : tr("Pain now, 0–10 (NPRS)");
        if (const auto change = painChange(story_, clinic_.reference())) {
            const bool isOld = !story_.latest().painNow;
            return card(label, fromTo(number(change->first), number(change->latest)),
                        isOld ? shown({tr("{1}; asked last on {2}"),
                                       {painNote(*change), dayText(change->latestDay)}})
                              : painNote(*change));
        }
        const auto asked = std::ranges::find_if(
            story_.sessions, [](const Session& each) { return each.painNow.has_value(); });
        if (asked == story_.sessions.end()) {
            return card(label, tr("not asked"), {});
        }
        return card(label, number(asked->painNow->value()),
                    isOne() ? std::string{tr("asked once")}
                            : shown({tr("asked once, on {1}"), {dayText(reportDay(*asked))}}));
    }

    /// "3 → 6.7", and how much of that matters; the summary says the rest.
    [[nodiscard]] report::Fields function() const {
        const auto& days = function_->days;
        const auto* measure = clinic_.reference().outcomeMeasures().find(function_->measure);
        const auto label = shown({functionLabel(),
                                  {plainNumber(function_->least), plainNumber(function_->most),
                                   measure != nullptr ? measure->abbreviation : function_->name}});
        const auto first = days.front().score;
        const auto last = days.back().score;
        if (days.size() == 1) {
            return card(label, plainNumber(first),
                        shown({tr("told once, on {1}"), {days.front().day}}));
        }
        return card(label, fromTo(plainNumber(first), plainNumber(last)),
                    functionNote(last - first));
    }

    [[nodiscard]] const char* functionLabel() const {
        if (isForPatient()) {
            return function_->lowerIsBetter ? tr("Trouble in daily life, {1}–{2}")
                                            : tr("What you can do, {1}–{2}");
        }
        return function_->lowerIsBetter ? tr("Disability, {1}–{2} ({3})")
                                        : tr("Function, {1}–{2} ({3})");
    }

    [[nodiscard]] std::string functionNote(double delta) const {
        const auto sign = delta < 0 ? "−" : delta > 0 ? "+" : "";
        const auto change = isForPatient() ? plainly(delta) : sign + plainNumber(std::abs(delta));
        const auto known =
            thresholdsOf(function_->measure, story_.record.area, clinic_.reference());
        const auto mark = [&](const Threshold& threshold) {
            return wording_.notes != nullptr ? " " + wording_.notes->mark(threshold.footnote())
                                             : std::string{};
        };
        if (isForPatient() && known.detectable && std::abs(delta) < known.detectable->points) {
            return shown({tr("{1}; under {2} may be chance{3}"),
                          {change, known.detectable->figure(), mark(*known.detectable)}});
        }
        return known.matters ? shown({tr("{1}; matters from {2}{3}"),
                                      {change, known.matters->figure(), mark(*known.matters)}})
                             : shown({tr("{1}; no accepted smallest change"), {change}});
    }

    [[nodiscard]] int countOf(std::optional<State> state) const {
        return static_cast<int>(std::ranges::count(
            story_.points, state, [](const PointStory& point) { return point.state; }));
    }

    /// How the points of the case stand that are not active, each as it was judged last, and how
    /// many open ones were not judged in the latest session.
    [[nodiscard]] std::string statesNote() const {
        auto text = shown({tr("{1} latent, {2} resolved"),
                           {number(countOf(State::Latent)), number(countOf(State::Resolved))}});
        if (const auto unjudged = countOf(std::nullopt); unjudged > 0) {
            text += shown({tr(", {1} not judged"), {number(unjudged)}});
        }
        const auto unseen = std::ranges::count_if(story_.points, [](const PointStory& point) {
            return !point.judgedLatest && point.state && *point.state != State::Resolved;
        });
        return unseen == 0
                   ? text
                   : text + shown({tr("; {1} not judged this time"), {std::to_string(unseen)}});
    }

    [[nodiscard]] report::Fields active() const {
        const auto first = totalsOf(story_.first().findings).active;
        return card(tr("Active trigger points"),
                    story_.points.empty() ? std::string{tr("not assessed")}
                    : isOne()             ? number(first)
                                          : fromTo(number(first), number(countOf(State::Active))),
                    story_.points.empty() ? std::string{tr("no point recorded")} : statesNote());
    }

    [[nodiscard]] report::Fields tenderness() const {
        const auto first = totalsOf(story_.first().findings);
        const auto now = totalsOf(story_.latest().findings);
        const auto total = [](const PointTotals& totals) {
            return totals.tendernessAssessed == 0 ? std::string{tr("not assessed")}
                                                  : number(totals.totalTenderness);
        };
        const auto assessed = [](const PointTotals& totals) {
            return shown(
                {tr("{1} of {2}"), {number(totals.tendernessAssessed), number(totals.points)}});
        };
        const bool none = first.tendernessAssessed == 0 && now.tendernessAssessed == 0;
        return card(tr("Total tenderness, 0–10 a point"),
                    none || isOne() ? total(now) : fromTo(total(first), total(now)),
                    isOne()
                        ? shown({tr("{1} points assessed"), {assessed(now)}})
                        : shown({tr("{1}, then {2} assessed"), {assessed(first), assessed(now)}}));
    }

    [[nodiscard]] report::Fields resolved() const {
        return card(
            tr("Points resolved"),
            shown({tr("{1} of {2}"),
                   {number(countOf(State::Resolved)), std::to_string(story_.points.size())}}),
            shown({tr("since {1}"), {dayText(reportDay(story_.first()))}}));
    }

    [[nodiscard]] bool hasDrawn() const {
        return !story_.first().painAreas.empty() || !story_.latest().painAreas.empty();
    }

    [[nodiscard]] report::Fields area() const {
        const auto first = atlas::paintedTotals(clinic_.map(), story_.first().painAreas);
        const auto now = atlas::paintedTotals(clinic_.map(), story_.latest().painAreas);
        const auto size = [](const atlas::PaintedTotals& totals) {
            const auto text = painAreaShort(totals);
            return text.empty() ? std::string{tr("none drawn")} : text;
        };
        const auto label = tr("Painful area drawn");
        const auto share = [](const atlas::PaintedTotals& totals) {
            return totals.shareOfFigure ? shareText(*totals.shareOfFigure) : std::string{"–"};
        };
        if (isOne()) {
            return card(label, size(now),
                        now.shareOfFigure ? shown({tr("{1}{2}"), {share(now), areaMark()}})
                                          : shown({tr("projected area{1}"), {areaMark()}}));
        }
        // "308 → 118 cm²": the unit once, where both have it.
        auto from = size(first);
        const auto to = size(now);
        constexpr std::string_view kUnit = " cm²";
        if (from.ends_with(kUnit) && to.ends_with(kUnit)) {
            from.erase(from.size() - kUnit.size());
        }
        // "92 → 18 cm²" of the side views: where they are is said once, below.
        if (const auto plane = onlyPlane(now); !plane.empty() && plane == onlyPlane(first)) {
            const auto bare = [&](const std::string& text) {
                return text.starts_with(plane + " ") ? text.substr(plane.size() + 1) : text;
            };
            return card(label, fromTo(bare(from), bare(to)),
                        shown({tr("{1}; projected area{2}"), {plane, areaMark()}}));
        }
        const bool isWhole = isOnlyFrontAndBack(first) && isOnlyFrontAndBack(now);
        return card(label, fromTo(from, to),
                    isWhole ? shown({tr("{1} → {2}{3}"), {share(first), share(now), areaMark()}})
                            : shown({tr("projected area{1}"), {areaMark()}}));
    }

    [[nodiscard]] std::string areaMark() const {
        return wording_.notes != nullptr ? " " + wording_.notes->mark(areaNote()) : std::string{};
    }

    [[nodiscard]] static std::string shareText(double share) {
        return plainNumber(std::round(share * 1000) / 10) + " %";
    }

    // In plain words ----------------------------------------------------------------------------

    [[nodiscard]] report::Fields left() const {
        const auto open = static_cast<int>(story_.points.size()) - countOf(State::Resolved);
        const auto first = static_cast<int>(story_.points.size());
        return card(tr("Trigger points"),
                    story_.points.empty() ? std::string{tr("none noted")}
                    : isOne()             ? number(first)
                                          : fromTo(number(first), number(open)),
                    story_.points.empty() || isOne()
                        ? std::string{}
                        : shown({tr("{1} gone"), {number(countOf(State::Resolved))}}));
    }

    [[nodiscard]] report::Fields homeCare() const {
        const auto& days = story_.latest().checkIn.homeCareDays;
        return card(
            tr("Home care"),
            days ? shown({*days == 1 ? tr("{1} day of 7") : tr("{1} days of 7"), {number(*days)}})
                 : std::string{tr("not asked")},
            days ? std::string{tr("in the week before the last visit")}
                 : std::string{tr("at the last visit")});
    }

    [[nodiscard]] report::Fields goals() const {
        const auto& all = story_.record.goals;
        const auto reached =
            std::ranges::count_if(all, [](const Goal& goal) { return goal.reached.has_value(); });
        return card(isForPatient() ? tr("Your goals") : tr("Goals reached"),
                    all.empty() ? std::string{tr("none recorded")}
                                : shown({tr("{1} of {2}"),
                                         {std::to_string(reached), std::to_string(all.size())}}),
                    isForPatient() && !all.empty() ? std::string{tr("reached")} : std::string{});
    }

    [[nodiscard]] report::Fields visits() const {
        const auto frequency = visitsText(story_.record.plan);
        return card(tr("Visits"), std::to_string(story_.sessions.size()),
                    frequency.empty() ? std::string{tr("no number planned")}
                                      : shown({tr("planned: {1}"), {frequency}}));
    }

    const CaseStory& story_;
    const Clinic& clinic_;
    const Wording& wording_;
    const MeasureTrend* function_; ///< nullptr: no form told any
};

} // namespace

std::vector<report::Fields> reportCards(const CaseStory& story, const Clinic& clinic,
                                        const Wording& wording,
                                        std::span<const MeasureTrend> scores) {
    return Cards{story, clinic, wording, scores}.all();
}

} // namespace palpate::app
