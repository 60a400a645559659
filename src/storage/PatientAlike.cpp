// SPDX-License-Identifier: MIT
// Records that may be the same person's.
#include "storage/PatientParts.h"
#include "storage/PatientRepository.h"
#include "storage/PatientRows.h"
#include "storage/Rows.h"

#include <algorithm>
#include <numeric>

namespace palpate::storage {

namespace {

constexpr std::size_t kFewestDigits = 6; // fewer are an extension, no telephone number
constexpr std::size_t kTailDigits = 9;   // without country code and the 0 that stands for it
constexpr std::size_t kLettersToAnError = 5;

using Tokens = std::vector<std::string>;

[[nodiscard]] std::string joinedName(const Tokens& tokens) {
    std::string text;
    for (const auto& token : tokens) {
        text += token;
    }
    return text;
}

/// Letters to change, add or leave out to get from one text to the other.
[[nodiscard]] std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const auto above = row[k];
            row[k] = std::min({above + 1, row[k - 1] + 1,
                               diagonal + (a[i - 1] == b[k - 1] ? std::size_t{0} : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

/// Names that one person may have given twice: in another order, one of them left out, misspelt in
/// one of five letters.
[[nodiscard]] bool isSimilar(Tokens a, Tokens b) {
    std::ranges::sort(a);
    std::ranges::sort(b);
    if (a.empty() || b.empty()) {
        return false;
    }
    if (std::ranges::includes(a, b) || std::ranges::includes(b, a)) {
        return true;
    }
    const auto first = joinedName(a);
    const auto second = joinedName(b);
    return distance(first, second) <= std::max(first.size(), second.size()) / kLettersToAnError;
}

/// The name, and the one with the preferred name in place of the given name.
[[nodiscard]] std::vector<Tokens> namesOf(const Tokenizer& tokenizer, const std::string& given,
                                          const std::string& family, const std::string& preferred) {
    const auto tokensOf = [&](const std::string& name) {
        Tokens words;
        for (auto& token : tokenizer.tokens(name)) {
            words.push_back(std::move(token.word));
        }
        return words;
    };
    std::vector<Tokens> names;
    names.push_back(tokensOf(given + " " + family));
    if (!preferred.empty()) {
        names.push_back(tokensOf(preferred + " " + family));
    }
    return names;
}

[[nodiscard]] bool anySimilar(const std::vector<Tokens>& ours, const std::vector<Tokens>& theirs) {
    return std::ranges::any_of(ours, [&](const Tokens& a) {
        return std::ranges::any_of(theirs, [&](const Tokens& b) { return isSimilar(a, b); });
    });
}

/// The end of the number by which two ways to write it meet; empty: too short to tell.
[[nodiscard]] std::string phoneTail(std::string phone) {
    std::erase_if(phone, [](char c) { return c < '0' || c > '9'; });
    if (phone.size() < kFewestDigits) {
        return {};
    }
    return phone.substr(phone.size() - std::min(phone.size(), kTailDigits));
}

} // namespace

std::vector<AlikePatient> PatientRepository::alike(const Patient& patient) const {
    static const auto byBirth = "SELECT " + std::string{kPatientRowColumns} +
                                ", p.recency FROM patient p WHERE p.birth_date = ?1 AND p.id <> ?2 "
                                "AND p.merged_into IS NULL";
    static const auto byPhone =
        "SELECT " + std::string{kPatientRowColumns} +
        ", p.recency FROM (SELECT rowid AS recency FROM patient_fts WHERE patient_fts MATCH ?1) f "
        "JOIN patient p ON p.recency = f.recency WHERE p.id <> ?2 AND p.merged_into IS NULL";
    return engine_.read("looking for records of the same person", [&] {
        engine_.index().flush();
        std::vector<std::pair<std::int64_t, AlikePatient>> found;
        const auto entryOf = [&](const Query& row) -> AlikePatient& {
            const auto recency = row.integer(10);
            for (auto& [key, entry] : found) {
                if (key == recency) {
                    return entry;
                }
            }
            return found
                .emplace_back(
                    recency,
                    AlikePatient{
                        .row = readPart(engine_, patientRowFrom(row, engine_.closedRecords()))})
                .second;
        };
        if (patient.birthDate) {
            const auto& tokenizer = engine_.index().tokenizer();
            const auto ours =
                namesOf(tokenizer, patient.givenName, patient.familyName, patient.preferredName);
            auto rows = engine_.use(byBirth);
            rows.with(patient.birthDate, patient.id);
            while (rows.next()) {
                if (anySimilar(ours,
                               namesOf(tokenizer, rows.text(2), rows.text(1), rows.text(7)))) {
                    entryOf(rows).sameBirthAndName = true;
                }
            }
        }
        if (const auto tail = phoneTail(patient.phone); !tail.empty()) {
            auto rows = engine_.use(byPhone);
            rows.with(ftsString(tagWord('n', tail)), patient.id);
            while (rows.next()) {
                entryOf(rows).samePhone = true;
            }
        }
        std::ranges::sort(found, std::greater{}, &std::pair<std::int64_t, AlikePatient>::first);
        std::vector<AlikePatient> out;
        for (auto& [recency, entry] : found) {
            out.push_back(std::move(entry));
        }
        return out;
    });
}

} // namespace palpate::storage
