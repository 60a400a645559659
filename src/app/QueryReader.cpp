// SPDX-License-Identifier: MIT
#include "app/QueryReader.h"

#include "app/Clinic.h"
#include "app/QueryValues.h"
#include "app/Rights.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "domain/Text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::app {

namespace {

constexpr std::size_t kMostTokens = 200; // a query of more is a text that slipped in

[[nodiscard]] bool isOperator(char c) noexcept {
    return c == '<' || c == '>' || c == '=';
}

[[nodiscard]] bool isNumber(const std::string& word) noexcept {
    return !word.empty() && isDigit(word.front()) &&
           std::ranges::all_of(word, [](char c) { return isDigit(c) || c == '/'; });
}

} // namespace

ParsedQuery parseQuery(Clinic& clinic, std::string_view text) {
    require(clinic, Right::ReadRecords);
    return QueryReader{clinic, text}.read();
}

QueryReader::QueryReader(Clinic& clinic, std::string_view text)
    : clinic_{clinic}, tokens_{queryTokens(text)} {}

ParsedQuery QueryReader::read() {
    if (tokens_.size() > kMostTokens) {
        mistake({kMostTokens, tokens_.size()},
                {tr("The query has {1} words, and a search takes {2}; leave some out."),
                 {std::to_string(tokens_.size()), std::to_string(kMostTokens)}});
        return std::move(out_);
    }
    while (next_ < tokens_.size()) {
        readAt();
    }
    settleSides();
    settleTexts();
    settleLayers();
    settleMuscles();
    settlePeriod();
    settleNothing();
    std::ranges::stable_sort(out_.parts, {}, &QueryPart::begin);
    std::ranges::stable_sort(out_.mistakes, {}, &QueryMistake::begin);
    return std::move(out_);
}

void QueryReader::readAt() {
    const auto& token = tokens_[next_];
    if (!token.field.empty()) {
        readField();
    } else if (!token.isPlain()) {
        readText({next_, next_ + 1}, token);
        ++next_;
    } else if (!readConnective() && !readScores() && !readName() && !readSideOrState()) {
        readText({next_, next_ + 1}, token);
        ++next_;
    }
}

/// Some write these between words elsewhere. As a word of the texts it would find the wrong thing.
bool QueryReader::readConnective() {
    const auto& word = tokens_[next_].value;
    const Stretch at{next_, next_ + 1};
    if (word == "AND") {
        mistake(at, {tr("All that is asked for must hold anyway; leave “AND” out, or put it in "
                        "quotes to look for the word."),
                     {}});
    } else if (word == "OR") {
        mistake(at, {tr("“OR” is not understood. Several muscles, techniques or states mean any of "
                        "them; else search twice."),
                     {}});
    } else if (word == "NOT") {
        mistake(at,
                {tr("“NOT” is not understood; a minus leaves out a word, as in -surgery."), {}});
    } else {
        return false;
    }
    items_.push_back({.kind = Item::Kind::Other, .at = at});
    ++next_;
    return true;
}

std::size_t QueryReader::plainFrom(std::size_t at, std::size_t most) const noexcept {
    std::size_t count = 0;
    while (count < most && at + count < tokens_.size() && tokens_[at + count].isPlain()) {
        ++count;
    }
    return count;
}

std::string QueryReader::wordsOf(Stretch at) const {
    std::string text;
    for (auto i = at.from; i < at.to; ++i) {
        text += (i == at.from ? "" : " ") + tokens_[i].value;
    }
    return text;
}

/// How many tokens from `at` are a range as in ">= 6", "6 or more", "at least 6"; 0: none.
std::size_t QueryReader::scoresAt(std::size_t at, std::string& text) const {
    const auto count = plainFrom(at, 3);
    const auto word = [&](std::size_t i) { return folded(tokens_[at + i].value); };
    const auto take = [&](std::size_t length) {
        text = wordsOf({at, at + length});
        return length;
    };
    if (count == 0) {
        return 0;
    }
    if (isOperator(word(0).front())) {
        const auto digits = word(0).find_first_not_of("<>=");
        if (digits != std::string::npos) {
            return isDigit(word(0)[digits]) ? take(1) : 0;
        }
        return count > 1 && isDigit(word(1).front()) ? take(2) : 0;
    }
    if (count < 3) {
        return 0;
    }
    const bool isBehind = isNumber(word(0)) && (word(1) == "or" || word(1) == "and") &&
                          (word(2) == "more" || word(2) == "less" || word(2) == "fewer");
    const bool isBefore =
        word(0) == "at" && (word(1) == "least" || word(1) == "most") && isNumber(word(2));
    return isBehind || isBefore ? take(3) : 0;
}

bool QueryReader::readScores() {
    const auto word = folded(tokens_[next_].value);
    const bool isPain = word == "pain" || word == "nprs";
    const std::size_t named = isPain || word == "tenderness" || word == "tender" ? 1 : 0;
    std::string text;
    const auto length = scoresAt(next_ + named, text);
    if (length == 0) {
        return false;
    }
    const Stretch at{next_, next_ + named + length};
    next_ = at.to;
    readScoresOf(isPain ? QueryField::Pain : QueryField::Tender, at, text);
    items_.push_back({.kind = isPain ? Item::Kind::Other : Item::Kind::Tender, .at = at});
    return true;
}

bool QueryReader::readName() {
    for (auto length = plainFrom(next_, kLongestName); length > 0; --length) {
        const Stretch at{next_, next_ + length};
        const auto text = wordsOf(at);
        const auto without = bare(text); // a comma behind it
        if (readMuscle(at, text) || readTechnique(at, text) ||
            (without != text && (readMuscle(at, without) || readTechnique(at, without)))) {
            next_ = at.to;
            return true;
        }
    }
    return false;
}

bool QueryReader::readMuscle(Stretch at, const std::string& text) {
    const auto meant = muscleNamed(clinic_, text);
    if (meant.isUnknown()) {
        return false;
    }
    Item item{.kind = Item::Kind::Muscle, .at = at};
    if (const auto choice = chosen(meant, at, text, QueryField::Muscle)) {
        item.words = choice->label;
        shared_.said = shared_.said.value_or(at);
        for (const auto& muscle : choice->value) {
            if (std::ranges::find(shared_.muscles, muscle) == shared_.muscles.end()) {
                shared_.muscles.push_back(muscle);
            }
        }
    }
    items_.push_back(std::move(item));
    return true;
}

bool QueryReader::readTechnique(Stretch at, const std::string& text) {
    const auto meant = isOnlyAWord(text) ? Meant<TechniqueKey>{} : techniques().named(text);
    if (meant.isUnknown()) {
        return false;
    }
    Item item{.kind = Item::Kind::Technique, .at = at};
    if (const auto choice = chosen(meant, at, text, QueryField::Technique)) {
        item.words = choice->label;
        auto& asked = out_.filter.treatment.techniques;
        if (std::ranges::find(asked, choice->value) == asked.end()) {
            asked.push_back(choice->value);
        }
    }
    items_.push_back(std::move(item));
    return true;
}

bool QueryReader::readSideOrState() {
    const auto word = bare(folded(tokens_[next_].value));
    Item item{.kind = Item::Kind::Side, .at = {next_, next_ + 1}};
    if (word == "left" || word == "l") {
        item.side = Side::Left;
    } else if (word == "right" || word == "r") {
        item.side = Side::Right;
    } else if (const auto state = parseState(word)) {
        item.kind = Item::Kind::State;
        item.state = state;
    } else {
        return false;
    }
    items_.push_back(std::move(item));
    ++next_;
    return true;
}

void QueryReader::readText(Stretch at, const QueryToken& token) {
    items_.push_back({.kind = Item::Kind::Text, .at = at, .words = textOf(token)});
}

void QueryReader::addPart(Stretch at, std::string words) {
    const auto begin = tokens_[at.from].begin;
    out_.parts.push_back({std::move(words), begin, tokens_[at.to - 1].end - begin});
}

void QueryReader::mistake(Stretch at, Message sentence) {
    const auto begin = tokens_[at.from].begin;
    out_.mistakes.push_back({std::move(sentence), begin, tokens_[at.to - 1].end - begin});
}

} // namespace palpate::app
