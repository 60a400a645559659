// SPDX-License-Identifier: MIT
// Two sessions on one body.
#include "app/Clinic.h"
#include "app/DifferenceInside.h"
#include "app/MapFigures.h"
#include "app/Words.h"

namespace palpate::app {

namespace {

[[nodiscard]] std::string tendernessWords(const PointPair& pair) {
    const auto& then = pair.then.finding != nullptr ? pair.then.finding->tenderness : std::nullopt;
    const auto& now = pair.now.finding != nullptr ? pair.now.finding->tenderness : std::nullopt;
    if (!now) {
        return then ? shown({tr("{1} → not assessed"), {std::to_string(then->value())}})
                    : std::string{};
    }
    const auto to = std::to_string(now->value());
    return !then           ? to
           : *then == *now ? shown({tr("still {1}"), {to}})
                           : std::to_string(then->value()) + " → " + to;
}

[[nodiscard]] std::string stateWords(const PointPair& pair) {
    const auto& then = pair.change.stateBefore;
    const auto& now = pair.change.stateAfter;
    return pair.now.isAssessed() && then && now && *then != *now
               ? stateWord(*then) + " → " + stateWord(*now)
               : std::string{};
}

[[nodiscard]] std::string both(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second
                                           : shown({tr("{1}, {2}"), {first, second}});
}

[[nodiscard]] std::string labelOf(const TwoSessions& two, const PointPair& pair) {
    switch (pair.change.fate) {
    case Fate::Gone:
        return goneWords(two, pair);
    case Fate::New:
        return both(tr("new"), tendernessWords(pair));
    case Fate::Back:
        return both(tr("back"), tendernessWords(pair));
    case Fate::Stronger:
    case Fate::Weaker:
    case Fate::Unchanged:
        return both(stateWords(pair), tendernessWords(pair));
    case Fate::NotComparable:
        break;
    }
    return isUnseen(pair) ? std::string{tr("not looked at")}
                          : both(stateWords(pair), tendernessWords(pair));
}

class MapMaker {
public:
    MapMaker(const Clinic& clinic, const TwoSessions& two, View view)
        : clinic_{clinic}, two_{two}, view_{view} {}

    [[nodiscard]] DifferenceMap made() const {
        DifferenceMap map;
        if (two_.isSameCase()) {
            for (const auto& pair : pointPairs(two_.ofCase, *two_.earlier, *two_.later)) {
                add(map, pair);
            }
        } else {
            addApart(map);
        }
        map.areas = areasIn(*two_.earlier, view_, true);
        for (auto& area : areasIn(*two_.later, view_)) {
            map.areas.push_back(std::move(area));
        }
        return map;
    }

private:
    void add(DifferenceMap& map, const PointPair& pair) const {
        // One that was gone before is no part of the difference.
        const bool wasGone = pair.then.isKnown && !pair.then.isOpen() && !pair.now.isOpen();
        const bool isSeen = pair.now.isAssessed();
        auto mark = wasGone ? std::nullopt
                            : markIn(*two_.later, isSeen ? *pair.now.finding : pair.last,
                                     clinic_.map(), view_);
        if (!mark) {
            return;
        }
        mark->treated = false; // it is not what the picture is about
        mark->state = pair.now.state;
        if (pair.change.fate == Fate::Gone) {
            mark->change = drawing::MarkChange::Gone;
            mark->relation.reset();
            mark->tenderness.reset();
        } else if (!isSeen) {
            mark->ghost = true;
            mark->relation.reset();
            mark->tenderness.reset();
        }
        if (pair.change.fate == Fate::New) {
            mark->change = drawing::MarkChange::New;
        }
        mark->label = labelOf(two_, pair);
        map.marks.push_back(*std::move(mark));
    }

    /// Of different cases: the earlier's points dashed, the later's as they are, none compared.
    void addApart(DifferenceMap& map) const {
        map.marks = marksIn(*two_.earlier, clinic_.map(), view_);
        for (auto& mark : map.marks) {
            mark.ghost = true;
        }
        for (auto& mark : marksIn(*two_.later, clinic_.map(), view_)) {
            map.marks.push_back(std::move(mark));
        }
        for (auto& mark : map.marks) {
            mark.treated = false;
        }
    }

    const Clinic& clinic_;
    const TwoSessions& two_;
    View view_;
};

} // namespace

DifferenceMap differenceMap(const Clinic& clinic, const std::vector<Session>& ofPatient,
                            const SessionDifference& difference, View view) {
    const auto two = twoSessions(ofPatient, difference.earlier, difference.later);
    return MapMaker{clinic, two, view}.made();
}

} // namespace palpate::app
