// SPDX-License-Identifier: MIT
// What a query's words mean together.
#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/PlainLetters.h"
#include "app/QueryReader.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

constexpr std::size_t kMostTexts = 32; // a search of more is a text that slipped in

/// "“lifting”", "without “surgery”".
[[nodiscard]] std::string wordsOfText(std::string_view text) {
    const bool isExcluded = text.starts_with('-');
    text.remove_prefix(isExcluded ? 1 : 0);
    if (text.size() > 1 && text.front() == '"') {
        text = text.substr(1, text.size() - 2);
    }
    const auto quoted = "“" + brief(text) + "”";
    return isExcluded ? shown({tr("without {1}"), {quoted}}) : quoted;
}

} // namespace

/// Whether a side or a state stands beside what it may belong to, only others like it between.
bool QueryReader::isBeside(std::size_t item) const {
    using Kind = Item::Kind;
    const bool isSide = items_[item].kind == Kind::Side;
    const auto isAnchor = [&](Kind kind) {
        return kind == Kind::Muscle || kind == Kind::Tender || kind == Kind::Place ||
               (isSide && kind == Kind::Technique);
    };
    const auto isPassed = [](Kind kind) { return kind == Kind::Side || kind == Kind::State; };
    auto at = item;
    while (at > 0 && isPassed(items_[at - 1].kind)) {
        --at;
    }
    if (at > 0 && isAnchor(items_[at - 1].kind)) {
        return true;
    }
    at = item + 1;
    while (at < items_.size() && isPassed(items_[at].kind)) {
        ++at;
    }
    return at < items_.size() && isAnchor(items_[at].kind);
}

void QueryReader::settleSides() {
    std::vector<bool> beside(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
        beside[i] = isBeside(i);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
        auto& item = items_[i];
        if (item.kind == Item::Kind::Side && beside[i]) {
            setSide(shared_, *item.side, item.at);
        } else if (item.kind == Item::Kind::State && beside[i]) {
            auto& states = out_.filter.finding.states;
            if (std::ranges::find(states, *item.state) == states.end()) {
                states.push_back(*item.state);
            }
            addPart(item.at, stateWord(*item.state));
        } else if (item.kind == Item::Kind::Side || item.kind == Item::Kind::State) {
            item.kind = Item::Kind::Text;
            item.words = textOf(tokens_[item.at.from]);
        }
    }
    addNamedParts();
}

/// Muscles and techniques, each with the side that stands next to it.
void QueryReader::addNamedParts() {
    using Kind = Item::Kind;
    const auto isName = [&](std::size_t at) {
        return at < items_.size() && !items_[at].words.empty() &&
               (items_[at].kind == Kind::Muscle || items_[at].kind == Kind::Technique);
    };
    std::vector<std::optional<std::size_t>> sides(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (items_[i].kind != Kind::Side) {
            continue;
        }
        if (isName(i + 1)) {
            sides[i + 1] = i;
        } else if (i > 0 && isName(i - 1) && !sides[i - 1]) {
            sides[i - 1] = i;
        } else {
            addPart(items_[i].at, items_[i].side == Side::Left ? tr("left") : tr("right"));
        }
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (!isName(i)) {
            continue;
        }
        auto at = items_[i].at;
        auto words = items_[i].words;
        if (sides[i]) {
            const auto& side = items_[*sides[i]];
            at = {std::min(at.from, side.at.from), std::max(at.to, side.at.to)};
            words = shown(
                {side.side == Side::Left ? tr("left {1}") : tr("right {1}"), {std::move(words)}});
        }
        addPart(at, std::move(words));
    }
}

void QueryReader::settleTexts() {
    for (const auto& item : items_) {
        if (item.kind != Item::Kind::Text || item.words.empty()) {
            continue;
        }
        if (!isLookedFor(item.words)) {
            wordless(item.at);
            continue;
        }
        if (plainWords(item.words).size() > kMostTexts) {
            mistake(item.at, {tr("A phrase takes at most {1} words; leave some out."),
                              {std::to_string(kMostTexts)}});
        }
        if (words_.size() == kMostTexts) {
            mistake(item.at, {tr("A search takes at most {1} words of the texts; leave some out."),
                              {std::to_string(kMostTexts)}});
        }
        words_.push_back(item.words);
        addPart(item.at, wordsOfText(item.words));
    }
    for (const auto& word : words_) {
        out_.filter.text += (out_.filter.text.empty() ? "" : " ") + word;
    }
}

/// Something was typed: that must not read as a search for every session.
void QueryReader::settleNothing() {
    if (!tokens_.empty() && out_.mistakes.empty() && out_.filter == SessionFilter{}) {
        wordless({0, tokens_.size()});
    }
}

/// The index knows the letters of every script; it is asked where there is none of ours.
bool QueryReader::isLookedFor(const std::string& words) const {
    const bool hasPlain = std::ranges::any_of(words, [](char c) {
        return static_cast<unsigned char>(c) < 0x80U && saysAnything(std::string_view{&c, 1});
    });
    return hasPlain || clinic_.store().finder().asksForText(words);
}

void QueryReader::wordless(Stretch at) {
    const auto text = trimmed(wordsOf(at));
    mistake(at, text.empty()
                    ? Message{tr("There is no word to look for; type letters or digits."), {}}
                    : Message{tr("“{1}” holds no word to look for; type letters or digits."),
                              {brief(text)}});
}

void QueryReader::settleLayers() {
    if (layers_.empty()) {
        return;
    }
    Muscles within;
    for (const auto layer : layers_) {
        const auto muscles = musclesOf(clinic_, layer);
        within.insert(within.end(), muscles.begin(), muscles.end());
    }
    if (shared_.muscles.empty()) {
        shared_.muscles = std::move(within);
        return;
    }
    std::erase_if(shared_.muscles, [&](const MuscleKey& muscle) {
        return std::ranges::find(within, muscle) == within.end();
    });
    if (shared_.muscles.empty() && shared_.said) {
        mistake(*shared_.said,
                {tr("None of these muscles lies in that layer; leave the layer out or name "
                    "others."),
                 {}});
    }
}

void QueryReader::setSide(Where& where, Side side, Stretch at) {
    if (where.side && *where.side != side) {
        mistake(at, {tr("The query says more than one side; look for one at a time."), {}});
    }
    where.side = side;
    where.said = where.said.value_or(at);
}

void QueryReader::checkSide(const Where& where) {
    const bool isThere = !where.side || where.muscles.empty() ||
                         std::ranges::any_of(where.muscles, [&](const MuscleKey& muscle) {
                             return clinic_.map().muscle(muscle, *where.side) != nullptr;
                         });
    if (!isThere && where.said) {
        mistake(*where.said,
                where.side == Side::Middle
                    ? Message{tr("That muscle has a left and a right; no point of it lies in the "
                                 "middle."),
                              {}}
                    : Message{tr("That muscle lies in the middle and has no side; leave the side "
                                 "out."),
                              {}});
    }
}

/// A muscle without found: or treated: belongs to whatever else is asked for; see SearchQuery.h.
void QueryReader::settleMuscles() {
    auto& finding = out_.filter.finding;
    auto& treatment = out_.filter.treatment;
    const bool asksTreatment = !treatment.techniques.empty() || !treatment.doses.empty();
    const bool asksFinding =
        !finding.states.empty() || !finding.tenderness.isOpen() || !finding.changes.empty();
    for (const auto* where : {&shared_, &found_, &treated_}) {
        checkSide(*where);
    }
    if (!shared_.isOpen()) {
        const bool isTreated = asksTreatment && !treated_.said;
        const bool isFound = !found_.said && (asksFinding || !asksTreatment || treated_.said);
        if (isTreated) {
            treated_ = shared_;
        }
        if (isFound) {
            found_ = shared_;
        }
        if (!isTreated && !isFound && shared_.said) {
            mistake(*shared_.said,
                    {tr("found: and treated: say already where; leave them or this out."), {}});
        }
    }
    finding.muscles = found_.muscles;
    finding.side = found_.side;
    treatment.muscles = treated_.muscles;
    treatment.side = treated_.side;
}

void QueryReader::settlePeriod() {
    const auto& filter = out_.filter;
    if (!filter.from || !filter.to || *filter.from < *filter.to) {
        return;
    }
    const auto& zone = clinic_.profile().timeZone;
    const auto last = localDay(*filter.to - std::chrono::seconds{1}, zone);
    mistake({0, tokens_.size()},
            {tr("The period ends on {1}, before it begins on {2}; change one of the days."),
             {dayText(last), dayText(localDay(*filter.from, zone))}});
}

} // namespace palpate::app
