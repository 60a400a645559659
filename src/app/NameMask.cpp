// SPDX-License-Identifier: MIT
#include "app/NameMask.h"

#include "app/Clinic.h"
#include "app/PatientWords.h"
#include "app/PlainLetters.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Message.h"
#include "domain/Patient.h"
#include "storage/PatientRepository.h"
#include "storage/Store.h"

#include <algorithm>
#include <limits>

namespace palpate::app {

namespace {

/// A word where it stands in its text.
struct Word {
    std::size_t begin;
    std::size_t length;
    std::string plain;
};

[[nodiscard]] bool isFirstByte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// How many bytes the character at `at` has.
[[nodiscard]] std::size_t bytesOf(std::string_view text, std::size_t at) {
    std::size_t bytes = 1;
    while (at + bytes < text.size() && !isFirstByte(text[at + bytes])) {
        ++bytes;
    }
    return bytes;
}

/// What is no letter or digit alone parts words: blanks, commas, dots, dashes, quotes.
[[nodiscard]] std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> words;
    bool isIn = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = bytesOf(text, at);
        const auto plain = plainWords(text.substr(at, bytes));
        if (plain.empty()) {
            isIn = false;
        } else {
            if (!isIn) {
                words.push_back({.begin = at, .length = 0, .plain = {}});
            }
            isIn = true;
            words.back().length = at + bytes - words.back().begin;
            words.back().plain += plain.front();
        }
        at += bytes;
    }
    return words;
}

} // namespace

void NameMask::add(std::string_view text, std::size_t kept, bool isName) {
    Phrase phrase{.words = {}, .kept = kept, .isName = isName};
    for (Word& word : wordsOf(text)) {
        phrase.words.push_back(std::move(word.plain));
    }
    if (phrase.words.size() <= kept) {
        return;
    }
    auto& alike = phrases_[phrase.words.front()];
    if (std::ranges::find(alike, phrase) == alike.end()) {
        alike.push_back(std::move(phrase));
        // The longest first, so that no part of a name is left.
        std::ranges::stable_sort(alike, std::ranges::greater{},
                                 [](const Phrase& each) { return each.words.size(); });
    }
}

void NameMask::addName(std::string_view name, std::size_t kept) {
    add(name, kept, true);
}

void NameMask::addNumber(std::string_view number) {
    add(number, 0, false);
}

std::string NameMask::masked(std::string_view text) const {
    const auto words = wordsOf(text);
    const auto stands = [&](const Phrase& phrase, std::size_t at) {
        return at + phrase.words.size() <= words.size() &&
               std::equal(
                   phrase.words.begin(), phrase.words.end(),
                   words.begin() + static_cast<std::ptrdiff_t>(at),
                   [](const std::string& plain, const Word& word) { return plain == word.plain; });
    };
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto alike = phrases_.find(words[at].plain);
        const auto found = alike == phrases_.end()
                               ? std::vector<Phrase>::const_iterator{}
                               : std::ranges::find_if(alike->second, [&](const Phrase& each) {
                                     return stands(each, at);
                                 });
        if (alike == phrases_.end() || found == alike->second.end()) {
            ++at;
            continue;
        }
        for (std::size_t i = found->kept; i < found->words.size(); ++i) {
            const Word& word = words[at + i];
            out += text.substr(done, word.begin - done);
            if (found->isName) {
                out += text.substr(word.begin, bytesOf(text, word.begin));
                out += '.';
            } else {
                out += "\u2022\u2022";
            }
            done = word.begin + word.length;
        }
        at += found->words.size();
    }
    out += text.substr(done);
    return out;
}

NameMask maskOfEverybody(Clinic& clinic) {
    NameMask mask;
    for (const storage::PatientRow& row : clinic.store().patients().search(
             {}, std::numeric_limits<int>::max(), storage::PatientScope::Everything)) {
        // A single name may be any word of a note.
        if (!row.familyName.empty() && !row.givenName.empty()) {
            mask.addName(row.givenName + " " + row.familyName);
            mask.addName(listName(row.familyName, row.givenName));
        }
        if (!row.preferredName.empty()) {
            mask.addName(shown({tr("called {1}"), {row.preferredName}}), 1);
        }
        if (row.birthDate) {
            mask.addNumber(dayText(*row.birthDate));
        }
    }
    return mask;
}

void addPatient(NameMask& mask, Clinic& clinic, const PatientId& patient) {
    if (!clinic.store().access().mayOpen(patient)) {
        return; // what the screen may not show needs no hiding
    }
    const auto record = clinic.store().patients().find(patient);
    if (!record) {
        return;
    }
    for (const std::string& name :
         {fullName(*record), listName(record->familyName, record->givenName), record->familyName,
          record->givenName, record->preferredName, record->emergency.name}) {
        mask.addName(name);
    }
    for (const std::string& name : {record->familyName, record->givenName}) {
        for (const Word& word : wordsOf(name)) {
            mask.addName(std::string_view{name}.substr(word.begin, word.length));
        }
    }
    for (const std::string& number :
         {record->phone, record->email, record->address, record->emergency.phone,
          record->birthDate ? dayText(*record->birthDate) : std::string{},
          record->birthDate ? longDayText(*record->birthDate) : std::string{}}) {
        mask.addNumber(number);
    }
}

} // namespace palpate::app
