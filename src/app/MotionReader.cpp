// SPDX-License-Identifier: MIT
#include "app/MotionReader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace palpate::app {

namespace {

constexpr std::size_t kMost = 60; // found by beginnings

/// Of "22", "22°", "22deg", "7,5cm": the number and what is behind it; empty when it begins with
/// none.
struct NumberAndUnit {
    double value = 0;
    std::string unit;
};
[[nodiscard]] std::optional<NumberAndUnit> numberIn(const std::string& word) {
    std::size_t end = word.starts_with('-') ? 1 : 0;
    while (end < word.size() && (isDigit(word[end]) || word[end] == '.' || word[end] == ',')) {
        ++end;
    }
    auto digits = word.substr(0, end);
    std::ranges::replace(digits, ',', '.');
    double value = 0;
    const auto* last = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), last, value, std::chars_format::fixed);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != last) {
        return std::nullopt;
    }
    return NumberAndUnit{value, word.substr(end)};
}

struct UnitSpelling {
    std::string_view typed;
    std::string_view unit; ///< as the tables write it
};
constexpr std::array kUnits{UnitSpelling{"°", "degrees"},       UnitSpelling{"deg", "degrees"},
                            UnitSpelling{"degrees", "degrees"}, UnitSpelling{"mm", "mm"},
                            UnitSpelling{"cm", "cm"},           UnitSpelling{"s", "s"},
                            UnitSpelling{"sec", "s"},           UnitSpelling{"kg", "kg"},
                            UnitSpelling{"kpa", "kPa"},         UnitSpelling{"kg/cm2", "kg/cm2"},
                            UnitSpelling{"kg/cm²", "kg/cm2"},   UnitSpelling{"kgf/cm2", "kg/cm2"},
                            UnitSpelling{"n/cm2", "N/cm2"},     UnitSpelling{"n/cm²", "N/cm2"},
                            UnitSpelling{"beats", "beats"},     UnitSpelling{"points", "points"}};

/// Empty: no unit at all is one, too; anything else is none.
[[nodiscard]] std::optional<std::string> unitCalled(std::string_view typed) {
    if (typed.empty()) {
        return std::string{};
    }
    const auto found = std::ranges::find(kUnits, typed, &UnitSpelling::typed);
    return found != kUnits.end() ? std::optional{std::string{found->unit}} : std::nullopt;
}
[[nodiscard]] bool isUnit(std::string_view typed) {
    return unitCalled(typed).has_value();
}

[[nodiscard]] bool isPainWord(std::string_view word) {
    return word == "pain" || word == "nprs" || word == "nrs" || word == "vas";
}
[[nodiscard]] bool isPassiveWord(std::string_view word) {
    return word == "p" || word == "passive" || word == "prom";
}
[[nodiscard]] bool isActiveWord(std::string_view word) {
    return word == "a" || word == "active" || word == "arom";
}

/// Words that only a test can take.
[[nodiscard]] bool isResultWord(std::string_view word) {
    static constexpr std::array kResults{"pos", "positive", "+", "+ve",
                                         "neg", "negative", "-", "-ve"};
    const bool isGraded =
        word.size() == 2 && isDigit(word[0]) && (word[1] == '+' || word[1] == '-');
    return isGraded || std::ranges::find(kResults, word) != kResults.end();
}

/// "L5", "c7": a root or a level, which a name doesn't begin with.
[[nodiscard]] bool isLevel(const std::string& word) {
    return word.size() >= 2 && word.size() <= 3 &&
           std::string_view{"clts"}.find(word[0]) != std::string_view::npos && isDigit(word[1]) &&
           isDigit(word.back());
}

[[nodiscard]] bool takesNumber(const reference::KnownTest& test) {
    return test.scale || test.also ||
           std::ranges::any_of(test.choices, [](const std::string& choice) {
               return isDigit(choice.front()) || choice.starts_with("grade ");
           });
}

[[nodiscard]] Words spacedWords(std::string_view text) {
    Words words;
    std::string word;
    for (const char c : folded(text) + " ") {
        if (c != ' ') {
            word += c;
        } else if (auto plain = bare(word); !plain.empty()) {
            words.push_back(std::move(plain));
            word.clear();
        }
    }
    if (!words.empty() && words.front().starts_with('/')) { // the key that opened the line
        words.front().erase(0, 1);
        if (words.front().empty()) {
            words.erase(words.begin());
        }
    }
    return words;
}

template <class Table, class Row>
void addFound(std::vector<const Row*>& rows, const Table& table, const auto& keys) {
    for (const auto& key : keys) {
        if (const auto* row = table.find(key)) {
            rows.push_back(row);
        }
    }
}

} // namespace

void MotionReader::read(std::string_view text) {
    words_ = spacedWords(text);
    if (words_.empty()) {
        return;
    }
    findName();
    readWords();
    if (motions.empty() && tests.empty()) {
        findByBeginnings();
    }
    narrow();
}

void MotionReader::findName() {
    for (std::size_t length = words_.size(); length > 0; --length) {
        for (std::size_t from = 0; from + length <= words_.size(); ++from) {
            const auto name = joined(words_, from, from + length);
            addFound(motions, reference_.motions(), reference_.motions().lookUp(name));
            addFound(tests, reference_.tests(), reference_.tests().lookUp(name));
            if (!motions.empty() || !tests.empty()) {
                for (std::size_t at = from; at < from + length; ++at) {
                    taken_.insert(at);
                }
                asTyped_ = true;
                return;
            }
        }
    }
}

void MotionReader::readWords() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (isTaken(at) || readSide(words_[at]) || readMeasure(at)) {
            continue;
        }
        (isResultWord(words_[at]) ? results : unknown).push_back(words_[at]);
    }
}

bool MotionReader::readSide(const std::string& word) {
    const bool isLeft = word == "l" || word == "left";
    if (!isLeft && word != "r" && word != "right") {
        return false;
    }
    const auto said = isLeft ? Side::Left : Side::Right;
    if (side && *side != said) {
        complain({tr("The line says both left and right; measure one side at a time."), {}});
    }
    side = said;
    return true;
}

bool MotionReader::readMeasure(std::size_t& at) {
    const auto& word = words_[at];
    const bool hasNext = at + 1 < words_.size() && !isTaken(at + 1);
    const auto next = hasNext ? numberIn(words_[at + 1]) : std::nullopt;
    if (isPainWord(word) || isPassiveWord(word) || isActiveWord(word)) {
        if (!next || !(isUnit(next->unit) || next->unit == "/10")) {
            if (isPainWord(word)) {
                return false; // a result may be called so
            }
            complain({tr("Behind “{1}” a number is missing, as in: {2}"), {word, kMotionExample}});
            return true;
        }
        if (isPainWord(word)) {
            setPain(next->value, words_[at + 1]);
        } else {
            setNumber(isPassiveWord(word) ? passive : active, next->value, words_[at + 1]);
            setUnit(next->unit);
        }
        ++at;
        return true;
    }
    if (word.starts_with('p') && word.size() > 1 && isDigit(word[1])) {
        if (const auto joinedOn = numberIn(word.substr(1)); joinedOn && isUnit(joinedOn->unit)) {
            setNumber(passive, joinedOn->value, word);
            setUnit(joinedOn->unit);
            return true;
        }
    }
    if (readPair(word)) {
        return true;
    }
    const auto number = numberIn(word);
    if (!number || !isUnit(number->unit)) {
        const bool isUnitAlone = at > 0 && isUnit(word) && numberIn(words_[at - 1]).has_value();
        if (isUnitAlone) { // "22 deg"
            setUnit(word);
        }
        return isUnitAlone;
    }
    setNumber(active, number->value, word);
    setUnit(number->unit);
    return true;
}

bool MotionReader::readPair(const std::string& word) {
    const auto slash = word.find('/');
    if (slash == std::string::npos) {
        return false;
    }
    const auto first = numberIn(word.substr(0, slash));
    const auto second = numberIn(word.substr(slash + 1));
    if (!first || !second || !first->unit.empty() || !isUnit(second->unit)) {
        return false;
    }
    if (word.substr(slash + 1) == "10") {
        setPain(first->value, word);
    } else {
        setNumber(active, first->value, word);
        setNumber(passive, second->value, word);
        setUnit(second->unit);
    }
    return true;
}

void MotionReader::setNumber(std::optional<double>& into, double value, const std::string& word) {
    if (into && *into != value) {
        complain(
            {tr("The line has two values; leave “{1}” out, or write p before the passive one."),
             {word}});
        return;
    }
    into = value;
}

void MotionReader::setUnit(std::string_view typed) {
    const auto said = unitCalled(typed).value_or(std::string{});
    if (said.empty()) {
        return;
    }
    if (!unit.empty() && unit != said) {
        complain({tr("The line has two units, {1} and {2}; leave one out."), {unit, said}});
    }
    unit = said;
}

void MotionReader::setPain(double value, const std::string& word) {
    const auto score = value == std::floor(value) && value >= 0 && value <= 10
                           ? PainScore::from(static_cast<int>(value))
                           : std::nullopt;
    if (!score) {
        complain({tr("{1} is no pain score; it goes from 0 to 10."), {word}});
    } else if (pain && pain != score) {
        complain({tr("The line has two pain scores; leave one out."), {}});
    }
    pain = score;
}

void MotionReader::complain(Message message) {
    if (!mistake) {
        mistake = std::move(message);
    }
}

/// Without a whole name: the words that are nothing else begin one, "lum rot".
void MotionReader::findByBeginnings() {
    auto name = unknown;
    Words aside; // the last words may be a place, a part or a choice
    while (!name.empty()) {
        addFound(motions, reference_.motions(), reference_.motions().search(joined(name), kMost));
        addFound(tests, reference_.tests(), reference_.tests().search(joined(name), kMost));
        if (!motions.empty() || !tests.empty()) {
            unknown = aside;
            return;
        }
        aside.insert(aside.begin(), name.back());
        name.pop_back();
    }
}

/// Takes out what the rest of the line doesn't fit, as long as something is left.
void MotionReader::narrow() {
    if (motions.size() + tests.size() < 2) {
        return;
    }
    const auto keep = [](auto& rows, const auto& holds) {
        std::erase_if(rows, [&](const auto* row) { return !holds(*row); });
    };
    if (!results.empty() && !tests.empty()) {
        motions.clear(); // only a test is positive
    }
    if ((passive || pain) && !motions.empty()) {
        tests.clear(); // only a motion is passive
    }
    if (!unknown.empty() &&
        std::ranges::any_of(tests, [&](const auto* test) { return fits(*test); })) {
        motions.clear();
        keep(tests, [&](const reference::KnownTest& test) { return fits(test); });
    }
    if (active && !motions.empty()) {
        keep(tests, takesNumber);
    }
    // A test that only measures a motion is that motion.
    keep(tests, [&](const reference::KnownTest& test) {
        return !test.motion || std::ranges::none_of(motions, [&](const auto* motion) {
            return motion->key == *test.motion;
        });
    });
}

bool MotionReader::fits(const reference::KnownTest& test) const {
    return std::ranges::all_of(unknown, [&](const std::string& word) {
        const bool isPart = std::ranges::any_of(test.parts, [&](const reference::TestPart& part) {
            return folded(part.id) == word || eachBeginsOne({word}, namedWords(part.label));
        });
        const bool isChoice = std::ranges::any_of(test.choices, [&](const std::string& choice) {
            return eachBeginsOne({word}, namedWords(choice));
        });
        return isPart || isChoice || (needsSite(test) && !isLevel(word)) ||
               (needsSite(test) && !reference_.joints().lookUp(word).empty());
    });
}

} // namespace palpate::app
