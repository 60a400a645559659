// SPDX-License-Identifier: MIT
#include "app/QuickLine.h"

#include "app/PainCover.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

constexpr const char* kExample = "r ql 6 a";

[[nodiscard]] bool isNumber(const std::string& word) noexcept {
    return !word.empty() && std::ranges::all_of(word, isDigit);
}

void addOnce(std::vector<MuscleKey>& keys, const MuscleKey& key) {
    if (std::ranges::find(keys, key) == keys.end()) {
        keys.push_back(key);
    }
}

/// Where in the line a name of the table stands, the longest one.
struct NameAt {
    std::size_t from = 0;
    std::size_t to = 0;
    reference::NameMatch match;
};

class Reader {
public:
    Reader(const reference::Reference& reference, const atlas::BodyMap& map)
        : reference_{reference}, map_{map} {}

    void read(std::string_view text) {
        words_ = typedWords(text);
        if (words_.empty()) {
            return;
        }
        name_ = longestName();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (i == name_.from && name_.to > name_.from) {
                muscleSaid_ = true;
                i = name_.to - 1;
                continue;
            }
            readWord(bare(words_[i]));
        }
        findMuscles();
        line.side = sideOf();
        line.problem = problem();
    }

    /// Whether the name is the last thing in the line: somebody may still be typing it.
    [[nodiscard]] bool endsInName() const noexcept {
        return !words_.empty() && name_.to == words_.size();
    }
    [[nodiscard]] bool hasMistake() const noexcept { return mistake_.has_value(); }
    [[nodiscard]] std::string typedName() const {
        return name_.to > name_.from ? joined(words_, name_.from, name_.to) : joined(unknown_);
    }
    /// Atlas parts for a muscle of the table, those of a composite one by one.
    void addParts(std::vector<MuscleKey>& parts, const MuscleKey& muscle) const {
        const auto* composite = map_.composite(muscle);
        for (const auto& part : composite != nullptr ? composite->parts : std::vector{muscle}) {
            if (isMiddle(part) || map_.muscle(part, Side::Right) != nullptr) {
                addOnce(parts, part);
            }
        }
    }
    [[nodiscard]] bool isMiddle(const MuscleKey& part) const noexcept {
        return map_.muscle(part, Side::Middle) != nullptr;
    }

    QuickLine line;
    /// Of each muscle of the line the known points that the words name; empty: none was named.
    std::vector<std::pair<MuscleKey, const reference::ReferencePoint*>> points;

private:
    [[nodiscard]] NameAt longestName() const {
        for (std::size_t length = words_.size(); length > 0; --length) {
            for (std::size_t from = 0; from + length <= words_.size(); ++from) {
                const auto text = joined(words_, from, from + length);
                for (const auto& tried : {text, bare(text)}) {
                    auto match = reference_.muscleNames().lookUp(tried);
                    if (!match.isEmpty()) {
                        return {from, from + length, std::move(match)};
                    }
                }
            }
        }
        return {};
    }

    void readWord(const std::string& word) {
        if (isNumber(word)) {
            readScore(word);
        } else if (word == "left" || word == "right") {
            setSide(word == "left" ? Side::Left : Side::Right);
        } else if (word == "l" || word == "r") {
            if (!side_ && !(muscleSaid_ && line.tenderness)) {
                setSide(word == "l" ? Side::Left : Side::Right);
            } else {
                setState(word == "l" ? State::Latent : State::Resolved);
            }
        } else if (word == "a") {
            setState(State::Active);
        } else if (const auto state = parseState(word)) {
            setState(*state);
        } else if (!word.empty()) {
            unknown_.push_back(word);
        }
    }

    void readScore(const std::string& word) {
        const auto value = word.size() <= 2 ? Tenderness::from(std::stoi(word)) : std::nullopt;
        if (!value) {
            mistake({tr("{1} is no tenderness; it goes from 0 to 10."), {word}});
        } else if (line.tenderness && line.tenderness != value) {
            mistake({tr("The line has two scores, {1} and {2}; leave one out."),
                     {std::to_string(line.tenderness->value()), word}});
        }
        line.tenderness = value;
    }
    void setSide(Side side) {
        if (side_ && side_ != side) {
            mistake({tr("The line says both left and right; mark one side at a time."), {}});
        }
        side_ = side;
    }
    void setState(State state) {
        if (line.state && line.state != state) {
            mistake({tr("The line has two states, {1} and {2}; leave one out."),
                     {stateWord(*line.state), stateWord(state)}});
        }
        line.state = state;
    }
    void mistake(Message message) {
        if (!mistake_) {
            mistake_ = std::move(message);
        }
    }

    void findMuscles() {
        for (const auto& muscle : reference_.muscleNames().candidates(name_.match)) {
            addParts(line.muscles, muscle);
        }
        if (line.muscles.empty()) {
            searchFor(joined(unknown_));
        } else if (!unknown_.empty()) {
            findPoints();
        }
    }

    /// Muscles whose names the words begin are only offered.
    void searchFor(const std::string& typed) {
        constexpr std::size_t kMost = 40;
        for (const auto& muscle : reference_.muscleNames().search(typed, kMost)) {
            addParts(line.muscles, muscle);
        }
        onlyBeginnings_ = !line.muscles.empty();
    }

    /// What is said beside the muscle's name: the name of one of its points, else the line's name
    /// was longer than what was found.
    void findPoints() {
        for (const auto& part : line.muscles) {
            for (const auto* point : pointsOf(part)) {
                const auto name = namedWords(point->name);
                if (eachBeginsOne(unknown_, name)) {
                    points.emplace_back(part, point);
                }
            }
        }
        if (points.size() == 1) {
            line.muscles = {points.front().first};
            line.point = points.front().second->key;
            return;
        }
        if (!points.empty()) {
            std::vector<MuscleKey> withPoints;
            for (const auto& [part, point] : points) {
                addOnce(withPoints, part);
            }
            line.muscles = std::move(withPoints);
            return;
        }
        const auto asFound = std::exchange(line.muscles, {});
        searchFor(joined(words_, name_.from, name_.to) + " " + joined(unknown_));
        if (line.muscles.empty()) {
            line.muscles = asFound;
            mistake(
                {tr("“{1}” was not understood; type it as in: {2}"), {joined(unknown_), kExample}});
        }
    }

    [[nodiscard]] std::vector<const reference::ReferencePoint*>
    pointsOf(const MuscleKey& part) const {
        const auto side = isMiddle(part) ? Side::Middle : Side::Right;
        const auto* muscle = map_.muscle(part, side);
        std::vector<const reference::ReferencePoint*> found;
        const auto* row = reference_.triggerPoints().find(part, muscle != nullptr ? muscle->partOf
                                                                                  : std::nullopt);
        if (row == nullptr) {
            return found;
        }
        for (const auto& point : row->points) {
            const auto* place = reference_.pointPlaces().find(point.key);
            if (place == nullptr || place->muscle == part) {
                found.push_back(&point);
            }
        }
        return found;
    }

    [[nodiscard]] std::optional<Side> sideOf() const {
        return line.muscles.size() == 1 && isMiddle(line.muscles.front())
                   ? std::optional{Side::Middle}
                   : side_;
    }

    [[nodiscard]] std::optional<Message> problem() const {
        if (mistake_) {
            return mistake_;
        }
        if (line.muscles.empty()) {
            return unknown_.empty() ? Message{tr("Name a muscle, as in: {1}"), {kExample}}
                                    : Message{tr("No muscle is called “{1}”; type it as in: {2}"),
                                              {joined(unknown_), kExample}};
        }
        if (line.muscles.size() > 1 || onlyBeginnings_) {
            constexpr std::size_t kNamed = 4;
            std::string names;
            for (std::size_t i = 0; i < std::min(line.muscles.size(), kNamed); ++i) {
                names +=
                    (i == 0 ? "" : "; ") + reference_.muscleNames().shortLabel(line.muscles[i]);
            }
            return line.muscles.size() > kNamed
                       ? Message{tr("Which muscle is meant: {1} or one of {2} more?"),
                                 {names, std::to_string(line.muscles.size() - kNamed)}}
                       : Message{tr("Which muscle is meant: {1}?"), {names}};
        }
        if (points.size() > 1) {
            std::string names;
            for (const auto& [part, point] : points) {
                names += (names.empty() ? "" : "; ") + pointInSentence(point->name);
            }
            return Message{tr("Which point is meant: {1}?"), {names}};
        }
        if (!line.side) {
            return Message{tr("Left or right {1}?"),
                           {longMuscle(reference_, line.muscles.front(), Side::Middle)}};
        }
        return std::nullopt;
    }

    const reference::Reference& reference_;
    const atlas::BodyMap& map_;
    Words words_;
    NameAt name_;
    bool muscleSaid_ = false;
    std::optional<Side> side_; ///< as typed
    Words unknown_;            ///< neither name nor side, score or state
    bool onlyBeginnings_ = false;
    std::optional<Message> mistake_; ///< the first one
};

/// A name that means this muscle alone, or the first one of the table when there is none.
[[nodiscard]] std::string ownName(const reference::Reference& reference, const MuscleKey& muscle) {
    const auto words = reference.muscleNames().searchWords(muscle);
    const auto own = std::ranges::find_if(words, [&](const std::string& name) {
        return reference.muscleNames().lookUp(name).unique() == muscle;
    });
    return own != words.end() ? *own : reference.muscleNames().shortLabel(muscle);
}

[[nodiscard]] QuickChoice choiceOf(const reference::Reference& reference, const QuickLine& line,
                                   const MuscleKey& muscle, Side side,
                                   const reference::ReferencePoint* point) {
    QuickChoice choice{muscle, side, {}, shortMuscle(reference, muscle, side), {}};
    if (side != Side::Middle) {
        choice.line = side == Side::Left ? "l " : "r ";
    }
    choice.line += folded(ownName(reference, muscle));
    if (point != nullptr) {
        choice.point = point->key;
        choice.label += ": " + pointInSentence(point->name);
        for (const auto& word : namedWords(point->name)) {
            choice.line += " " + word;
        }
    }
    if (line.tenderness) {
        choice.label += " · " + std::to_string(line.tenderness->value());
        choice.line += " " + std::to_string(line.tenderness->value());
    }
    if (line.state) {
        choice.label += " · " + stateWord(*line.state);
        choice.line += " " + std::string{name(*line.state)};
    }
    return choice;
}

} // namespace

QuickLine parseQuickLine(std::string_view text, const reference::Reference& reference,
                         const atlas::BodyMap& map) {
    Reader reader{reference, map};
    reader.read(text);
    return reader.line;
}

std::vector<QuickChoice> completions(std::string_view text, const reference::Reference& reference,
                                     const atlas::BodyMap& map, std::size_t limit) {
    Reader reader{reference, map};
    reader.read(text);
    if (reader.hasMistake()) {
        return {};
    }
    auto muscles = reader.line.muscles;
    if (reader.endsInName()) {
        for (const auto& more : reference.muscleNames().search(reader.typedName(), limit)) {
            reader.addParts(muscles, more);
        }
    }
    std::vector<QuickChoice> choices;
    for (const auto& muscle : muscles) {
        std::vector<const reference::ReferencePoint*> points;
        for (const auto& [part, point] : reader.points) {
            if (part == muscle) {
                points.push_back(point);
            }
        }
        if (points.empty()) {
            points.push_back(nullptr);
        }
        std::vector<Side> sides{Side::Right, Side::Left};
        if (reader.isMiddle(muscle)) {
            sides = {Side::Middle};
        } else if (reader.line.side && reader.line.side != Side::Middle) {
            sides = {*reader.line.side};
        }
        for (const auto* point : points) {
            for (const Side side : sides) {
                if (choices.size() < limit) {
                    choices.push_back(choiceOf(reference, reader.line, muscle, side, point));
                }
            }
        }
    }
    return choices;
}

} // namespace palpate::app
