// SPDX-License-Identifier: MIT
#include "app/SideMarks.h"

#include "app/SentenceWords.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <variant>

namespace palpate::app {

namespace {

[[nodiscard]] bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
}

[[nodiscard]] SideMarks::Name nameOf(std::string_view text) {
    SideMarks::Name name;
    for (auto& token : tokensOf(text)) {
        name.push_back(std::move(token.word));
    }
    return name;
}

/// Short forms that are words of English as well: they count in capitals only.
[[nodiscard]] bool isCommonWord(std::string_view word) {
    constexpr std::array<std::string_view, 14> kWords{
        "am", "an", "as", "at", "be", "do", "is", "it", "la", "or", "sub", "temp", "to", "speed"};
    return std::ranges::count(kWords, word) > 0;
}

} // namespace

std::vector<TextToken> tokensOf(std::string_view text) {
    constexpr std::string_view kClauseMarks = ",.;:()!?\n\"";
    std::vector<TextToken> tokens;
    bool inWord = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isWordCharacter(c)) {
            if (!inWord) {
                tokens.push_back({.word = {}, .isCapitals = true});
            }
            inWord = true;
            auto& token = tokens.back();
            token.isCapitals = token.isCapitals && std::islower(static_cast<unsigned char>(c)) == 0;
            token.word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        const bool inNumber = c == '.' && inWord && i + 1 < text.size() &&
                              std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
        if (!tokens.empty() && !inNumber && kClauseMarks.find(c) != std::string_view::npos) {
            tokens.back().endsClause = true;
        }
        inWord = false;
    }
    return tokens;
}

SideMarks::SideMarks(const Session& session, const reference::Reference& reference,
                     std::span<const std::pair<RegionKey, Side>> painted)
    : reference_{reference} {
    for (const auto& finding : session.findings) {
        addMuscle(finding.muscle, finding.side);
    }
    for (const auto& treatment : session.treatments) {
        if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
            addMuscle(muscle->muscle, muscle->side);
        } else if (const auto* region = std::get_if<RegionTarget>(&treatment.target)) {
            addRegion(region->region, region->side);
        } else if (const auto* joint = std::get_if<JointTarget>(&treatment.target)) {
            addJoint(joint->joint, joint->side);
        }
    }
    for (const auto& [region, side] : painted) {
        addRegion(region, side);
    }
    for (const auto& test : session.tests) {
        addTest(test.at);
    }
    for (const auto& measured : session.motions) {
        addMotion(measured.at); // last: it adds to the names of regions and joints
    }
}

const std::pair<const SideMarks::Name, MarkedName>*
SideMarks::at(const std::vector<TextToken>& tokens, std::size_t index) const {
    const std::pair<const Name, MarkedName>* longest = nullptr;
    for (const auto& entry : marks_) {
        const auto& name = entry.first;
        if (index + name.size() > tokens.size() ||
            (longest != nullptr && longest->first.size() >= name.size())) {
            continue;
        }
        bool fits = true;
        for (std::size_t i = 0; fits && i < name.size(); ++i) {
            const auto& token = tokens[index + i];
            fits = token.word == name[i] && (i + 1 == name.size() || !token.endsClause);
        }
        if (fits && (name.size() > 1 || !isCommonWord(name.front()) || tokens[index].isCapitals)) {
            longest = &entry;
        }
    }
    return longest;
}

void SideMarks::add(std::string_view words, Side side, const std::string& label) {
    auto name = nameOf(words);
    if (!name.empty()) {
        auto& marked = marks_[std::move(name)];
        marked.mark(side);
        marked.labels.insert(label);
    }
}

void SideMarks::addMuscle(const MuscleKey& muscle, Side side) {
    const auto& names = reference_.muscleNames();
    const auto label = uncapitalised(names.shortLabel(muscle));
    for (const auto& word : names.searchWords(muscle)) {
        add(word, side, label);
    }
    for (const auto& whole : names.all()) {
        if (std::ranges::count(whole.parts, muscle) > 0) {
            for (const auto& word : names.searchWords(whole.key)) {
                add(word, side, word);
            }
        }
    }
    for (const auto& group : names.groups()) {
        if (std::ranges::count(group.muscles, muscle) > 0) {
            add(group.label, side, uncapitalised(group.label));
            for (const auto& word : group.names) {
                add(word, side, word);
            }
        }
    }
}

void SideMarks::addRegion(const RegionKey& region, Side side) {
    const auto words = regionWord(region);
    const auto family = region.text().substr(0, region.text().find('_'));
    add(words, side, words);
    add(family, side, family);
    if (family == "lumbar") {
        for (const auto* word : {"low back", "lower back"}) {
            add(word, side, word);
        }
    } else if (family == "buttock") {
        add("glute", side, "buttock");
    }
}

void SideMarks::addJoint(const JointKey& joint, Side side) {
    const auto* known = reference_.joints().find(joint);
    const auto label = known != nullptr ? known->label : joint.text();
    add(label, side, label);
    if (known != nullptr) {
        for (const auto& word : known->alsoCalled) {
            add(word, side, label);
        }
    }
}

void SideMarks::addTest(const TestAt& at) {
    if (at.site) {
        if (const auto* muscle = std::get_if<MuscleKey>(&*at.site)) {
            addMuscle(*muscle, at.side);
        } else if (const auto* region = std::get_if<RegionKey>(&*at.site)) {
            addRegion(*region, at.side);
        } else {
            addJoint(std::get<JointKey>(*at.site), at.side);
        }
        return; // done at one place says nothing of the others
    }
    const auto* known = reference_.tests().find(at.test);
    if (known != nullptr && known->sided) {
        const auto label = uncapitalised(known->name);
        add(known->name, at.side, label);
        for (const auto& word : known->alsoCalled) {
            add(word, at.side, label);
        }
    }
}

void SideMarks::addMotion(const MotionAt& at) {
    const auto* known = reference_.motions().find(at.motion);
    if (known == nullptr || !known->sided) {
        return;
    }
    const auto label = uncapitalised(known->label);
    add(known->label, at.side, label);
    for (const auto& word : known->alsoCalled) {
        add(word, at.side, label);
    }
    // A knee that was measured was looked at, though nothing is drawn on it.
    if (const auto joint = marks_.find(nameOf(known->joint)); joint != marks_.end()) {
        joint->second.mark(at.side);
    }
}

} // namespace palpate::app
