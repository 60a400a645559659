// SPDX-License-Identifier: MIT
// The numbers of a comparison, each with how sure it is.
#include "app/Clinic.h"
#include "app/DifferenceInside.h"
#include "app/PainWords.h"
#include "app/SentenceWords.h"
#include "app/TechniqueUses.h"
#include "app/WhatHelps.h"
#include "app/Words.h"
#include "domain/Change.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace palpate::app {

namespace {

[[nodiscard]] std::string number(long long value) {
    return std::to_string(value);
}
[[nodiscard]] std::string fromTo(const std::string& then, const std::string& now) {
    return then + " → " + now;
}
[[nodiscard]] bool hasTenderness(const PointAt& at) {
    return at.finding != nullptr && at.finding->tenderness.has_value();
}

class Figures {
public:
    Figures(const Clinic& clinic, const TwoSessions& two, std::span<const PointPair> pairs)
        : clinic_{clinic}, two_{two}, pairs_{pairs} {}

    [[nodiscard]] std::vector<DifferenceFigure> all(const std::optional<PainChange>& change) const {
        return {pain(change), tenderness(), points(), area(), bestAnswer()};
    }

private:
    /// "6 → 3"; of different cases "6 and 3", which is no change.
    [[nodiscard]] std::string both(const std::string& then, const std::string& now) const {
        return two_.isSameCase() ? fromTo(then, now) : shown({tr("{1} and {2}"), {then, now}});
    }
    [[nodiscard]] static std::string apart() { return tr("different cases: no change"); }

    [[nodiscard]] DifferenceFigure pain(const std::optional<PainChange>& change) const {
        DifferenceFigure figure{.name = tr("Pain now"), .value = {}, .remark = {}};
        const auto& then = two_.earlier->painNow;
        const auto& now = two_.later->painNow;
        const auto words = [](const std::optional<PainScore>& score) {
            return score ? number(score->value()) : std::string{tr("not asked")};
        };
        figure.value = then || now ? both(words(then), words(now)) : words({});
        if (!two_.isSameCase()) {
            figure.remark = apart();
        } else if (change) {
            figure.remark = changeNote(*change, nullptr);
            const bool matters = !change->mayBeChance() && change->matters &&
                                 std::abs(change->delta()) >= change->matters->points;
            figure.tone = !matters              ? DifferenceFigure::Tone::Plain
                          : change->delta() < 0 ? DifferenceFigure::Tone::Better
                                                : DifferenceFigure::Tone::Worse;
        } else {
            figure.remark = then || now ? tr("no change can be told") : "";
        }
        return figure;
    }

    [[nodiscard]] DifferenceFigure tenderness() const {
        DifferenceFigure figure{.name = tr("Total tenderness"), .value = {}, .remark = {}};
        if (!two_.isSameCase()) {
            const auto total = [](const Session& session) {
                const auto totals = totalsOf(session.findings);
                return totals.tendernessAssessed > 0 ? number(totals.totalTenderness)
                                                     : std::string{tr("not assessed")};
            };
            figure.value = both(total(*two_.earlier), total(*two_.later));
            figure.remark = apart();
            return figure;
        }
        int then = 0;
        int now = 0;
        int compared = 0;
        for (const auto& pair : pairs_) {
            if (hasTenderness(pair.then) && hasTenderness(pair.now)) {
                then += pair.then.finding->tenderness->value();
                now += pair.now.finding->tenderness->value();
                ++compared;
            }
        }
        if (compared == 0) {
            figure.value = tr("not assessed");
            figure.remark = pairs_.empty() ? tr("no point in either session")
                                           : tr("no point was assessed in both sessions");
            return figure;
        }
        figure.value = fromTo(number(then), number(now));
        figure.remark = shown({tr("{1} · {2} of {3} assessed in both"),
                               {signedText(now - then), number(compared), size(pairs_)}});
        return figure;
    }

    template <class All> [[nodiscard]] static std::string size(const All& all) {
        return std::to_string(all.size());
    }
    template <class Is> [[nodiscard]] long long countOf(Is is) const {
        return std::ranges::count_if(pairs_, is);
    }

    [[nodiscard]] DifferenceFigure points() const {
        DifferenceFigure figure{.name = tr("Open points"), .value = {}, .remark = {}};
        if (!two_.isSameCase()) {
            const auto open = [](const Session& session) {
                const auto totals = totalsOf(session.findings);
                return totals.points > 0 ? number(totals.points - totals.resolved)
                                         : std::string{tr("none recorded")};
            };
            figure.value = both(open(*two_.earlier), open(*two_.later));
            figure.remark = apart();
            return figure;
        }
        if (pairs_.empty()) {
            figure.value = tr("none");
            figure.remark = tr("no point in either session");
            return figure;
        }
        figure.value =
            fromTo(number(countOf([](const PointPair& pair) { return pair.then.isOpen(); })),
                   number(countOf([](const PointPair& pair) { return pair.now.isOpen(); })));
        std::vector<std::string> parts;
        const auto add = [&](const char* words, auto is) {
            if (const auto count = countOf(is); count > 0) {
                parts.push_back(shown({words, {number(count)}}));
            }
        };
        const auto fate = [](Fate wanted) {
            return [wanted](const PointPair& pair) {
                return pair.change.fate == wanted && !pair.cameAndWent();
            };
        };
        const auto turned = [](State from, State to) {
            return [from, to](const PointPair& pair) {
                return pair.then.state == from && pair.now.state == to;
            };
        };
        add(tr("{1} gone"), fate(Fate::Gone));
        add(tr("{1} new"), fate(Fate::New));
        add(tr("{1} back"), fate(Fate::Back));
        add(tr("{1} came and went"), [](const PointPair& pair) { return pair.cameAndWent(); });
        add(tr("{1} active → latent"), turned(State::Active, State::Latent));
        add(tr("{1} latent → active"), turned(State::Latent, State::Active));
        add(tr("{1} not assessed in the later"), isUnseen);
        figure.remark = parts.empty() ? std::string{tr("the same points")} : joined(parts, ", ");
        return figure;
    }
    [[nodiscard]] DifferenceFigure area() const {
        DifferenceFigure figure{.name = tr("Pain area"), .value = {}, .remark = {}};
        const auto& then = two_.earlier->painAreas;
        const auto& now = two_.later->painAreas;
        if (then.empty() && now.empty()) {
            figure.value = tr("not drawn");
            return figure;
        }
        const auto drawn = [&](const std::vector<PainArea>& areas) {
            return areas.empty() ? std::string{tr("not drawn")}
                                 : painAreaShort(atlas::paintedTotals(clinic_.map(), areas));
        };
        const auto compared = compareAreas(clinic_, *two_.earlier, *two_.later);
        if (!compared || !two_.isSameCase()) {
            figure.value = both(drawn(then), drawn(now));
            figure.remark = !two_.isSameCase() ? apart()
                            : then.empty()     ? tr("not drawn in the earlier: no comparison")
                            : now.empty()      ? tr("not drawn in the later: no comparison")
                                               : tr("drawn in different views: no comparison");
            return figure;
        }
        auto from = areaText(compared->thenCm2);
        constexpr std::string_view kUnit = " cm²";
        from.erase(from.size() - kUnit.size());
        figure.value = fromTo(from, areaText(compared->nowCm2));
        figure.remark =
            shown({tr("overlap {1} % (Jaccard)"), {number(std::lround(compared->overlapPercent))}});
        if (!compared->plane.empty() || !compared->isWhole) {
            figure.remark = shown(
                {tr("{1} only; {2}"),
                 {compared->plane.empty() ? std::string{tr("front and back")} : compared->plane,
                  figure.remark}});
        }
        return figure;
    }

    /// Over the sessions from the earlier to the later, both included.
    [[nodiscard]] DifferenceFigure bestAnswer() const {
        DifferenceFigure figure{
            .name = tr("Best answer"), .value = tr("too few uses"), .remark = {}};
        if (!two_.isSameCase()) {
            figure.value = tr("not compared");
            figure.remark = apart();
            return figure;
        }
        const auto from = std::ranges::find(two_.ofCase, two_.earlier);
        const auto to = std::ranges::find(two_.ofCase, two_.later);
        auto stories = techniqueStories(std::span{from, to + 1});
        std::erase_if(stories,
                      [](const TechniqueStory& each) { return each.measured < kLeastUses; });
        if (stories.empty()) {
            figure.remark = shown({tr("no technique was measured {1} times from the one to the "
                                      "other"),
                                   {number(kLeastUses)}});
            return figure;
        }
        const auto& best = *std::ranges::min_element(stories, {}, &TechniqueStory::meanChange);
        figure.value = best.meanChange < 0
                           ? uncapitalised(techniqueLabel(clinic_.reference(), best.technique))
                           : std::string{tr("none lowered tenderness")};
        figure.remark = shown(
            {tr("{1} a time, n = {2}"), {signedMean(best.meanChange), number(best.measured)}});
        return figure;
    }

    const Clinic& clinic_;
    const TwoSessions& two_;
    std::span<const PointPair> pairs_;
};

} // namespace

std::vector<DifferenceFigure> differenceFigures(const Clinic& clinic, const TwoSessions& two,
                                                std::span<const PointPair> pairs,
                                                const std::optional<PainChange>& change) {
    return Figures{clinic, two, pairs}.all(change);
}

} // namespace palpate::app
