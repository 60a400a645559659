// SPDX-License-Identifier: MIT
// What became of each point, in words.
#include "app/DifferenceInside.h"
#include "app/SentenceWords.h"
#include "app/Words.h"

namespace palpate::app {

namespace {

[[nodiscard]] std::string fromTo(State then, State now) {
    return stateWord(then) + " → " + stateWord(now);
}

/// "active, tenderness 7"
[[nodiscard]] std::string foundWords(const Finding& finding) {
    const auto state = finding.state ? stateWord(*finding.state) : std::string{tr("not judged")};
    return finding.tenderness ? shown({tr("{1}, tenderness {2}"),
                                       {state, std::to_string(finding.tenderness->value())}})
                              : shown({tr("{1}, tenderness not assessed"), {state}});
}

[[nodiscard]] std::string standing(const TwoSessions& two, const PointAt& at) {
    if (!at.isKnown) {
        return tr("not there yet");
    }
    if (at.isAssessed()) {
        return foundWords(*at.finding);
    }
    if (at.resolved != nullptr) {
        return shown({tr("gone since {1}"), {dayIn(two, *at.resolved)}});
    }
    return at.state ? shown({tr("not assessed; {1} on {2}"),
                             {stateWord(*at.state), dayIn(two, *at.judged)}})
                    : std::string{tr("not assessed")};
}

/// The last word of one row.
class RowTeller {
public:
    RowTeller(const TwoSessions& two, const PointPair& pair) : two_{two}, pair_{pair} {}

    [[nodiscard]] std::string verdict() const {
        const auto& change = pair_.change;
        switch (change.fate) {
        case Fate::Gone:
            return pair_.cameAndWent()
                       ? shown({tr("came and went: found on {1}, gone since {2}"),
                                {dayIn(two_, *pair_.found), dayIn(two_, *pair_.now.resolved)}})
                       : goneWords(two_, pair_);
        case Fate::New:
            return pair_.found == two_.later
                       ? std::string{tr("new")}
                       : shown({tr("new since {1}"), {dayIn(two_, *pair_.found)}});
        case Fate::Back:
            return tr("back");
        case Fate::Stronger:
            return withState(
                shown({tr("stronger by {1}"), {std::to_string(*change.tendernessDelta)}}));
        case Fate::Weaker:
            return withState(
                shown({tr("weaker by {1}"), {std::to_string(-*change.tendernessDelta)}}));
        case Fate::Unchanged:
            return !pair_.now.isOpen() ? std::string{tr("still gone")}
                   : stateChanged()    ? withState(tr("equally tender"))
                                       : std::string{tr("unchanged")};
        case Fate::NotComparable:
            break;
        }
        return notComparable();
    }

private:
    [[nodiscard]] bool stateChanged() const {
        const auto& then = pair_.then.finding->state;
        const auto& now = pair_.now.finding->state;
        return then && now && *then != *now;
    }
    [[nodiscard]] std::string withState(const std::string& words) const {
        return stateChanged() ? shown({tr("{1}, {2}"), {states(), words}}) : words;
    }
    [[nodiscard]] std::string states() const {
        return fromTo(*pair_.then.finding->state, *pair_.now.finding->state);
    }

    [[nodiscard]] std::string notComparable() const {
        const bool then = pair_.then.isAssessed();
        const bool now = pair_.now.isAssessed();
        if (!now && !pair_.then.isOpen()) {
            return tr("gone before; not looked at again");
        }
        if (!then || !now) {
            return then  ? tr("not comparable: not assessed in the later session")
                   : now ? tr("not comparable: not assessed in the earlier session")
                         : tr("not comparable: not assessed in either session");
        }
        if (!pair_.now.isOpen()) {
            return tr("still gone");
        }
        if (stateChanged()) {
            return shown({tr("{1}; tenderness not comparable"), {states()}});
        }
        const auto& state = pair_.now.finding->state;
        return state && state == pair_.then.finding->state
                   ? shown({tr("still {1}; tenderness not comparable"), {stateWord(*state)}})
                   : std::string{tr("not comparable: too little was assessed")};
    }

    const TwoSessions& two_;
    const PointPair& pair_;
};

} // namespace

bool isUnseen(const PointPair& pair) {
    return pair.now.isOpen() && !pair.now.isAssessed();
}

std::vector<DifferenceRow> differenceRows(const reference::Reference& reference,
                                          const TwoSessions& two,
                                          std::span<const PointPair> pairs) {
    std::vector<DifferenceRow> rows;
    for (const auto& pair : pairs) {
        rows.push_back({.change = pair.change,
                        .place = muscleHeading(reference, pair.last.muscle, pair.last.side),
                        .then = standing(two, pair.then),
                        .now = standing(two, pair.now),
                        .verdict = RowTeller{two, pair}.verdict()});
    }
    return rows;
}

std::vector<DifferenceRow> differenceRowsApart(const reference::Reference& reference,
                                               const TwoSessions& two) {
    std::vector<DifferenceRow> rows;
    const auto row = [&](const Finding& finding) -> DifferenceRow& {
        rows.push_back({.change = {.point = finding.point,
                                   .fate = Fate::NotComparable,
                                   .tendernessDelta = {},
                                   .stateBefore = {},
                                   .stateAfter = {}},
                        .place = muscleHeading(reference, finding.muscle, finding.side),
                        .then = tr("another case"),
                        .now = tr("another case"),
                        .verdict = {}});
        return rows.back();
    };
    const auto words = [](const Finding& finding) {
        return isAssessed(finding) ? foundWords(finding) : std::string{tr("not assessed")};
    };
    for (const auto& finding : two.earlier->findings) {
        auto& one = row(finding);
        one.change.stateBefore = finding.state;
        one.then = words(finding);
        one.verdict = tr("not looked for: the later session is of another case");
    }
    for (const auto& finding : two.later->findings) {
        auto& one = row(finding);
        one.change.stateAfter = finding.state;
        one.now = words(finding);
        one.verdict = tr("not looked for: the earlier session is of another case");
    }
    return rows;
}

} // namespace palpate::app
