// SPDX-License-Identifier: MIT
#include "app/DiagnosisChoices.h"

#include "app/Clinic.h"
#include "domain/Message.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// The fiscal year in which a day lies: it ends on 30 September and is named after that year.
[[nodiscard]] int fiscalYear(Date day) {
    const int year = static_cast<int>(day.year());
    return day.month() >= std::chrono::October ? year + 1 : year;
}

[[nodiscard]] std::string yearWord(int year) {
    return "FY" + std::to_string(year);
}

/// The first of the rising years from which the code is not valid any more, up to `until`.
[[nodiscard]] int endedIn(const reference::Diagnosis& row, int until) {
    int ended = until;
    for (auto each = row.validIn.rbegin(); each != row.validIn.rend(); ++each) {
        if (each->first > until) {
            continue;
        }
        if (each->second) {
            break;
        }
        ended = each->first;
    }
    return ended;
}

[[nodiscard]] std::string validityOf(const reference::Diagnosis& row,
                                     const reference::SplitCode* split, Date day) {
    const int year = fiscalYear(day);
    const auto valid = reference::isValidOn(row, day);
    if (!valid) {
        return row.validIn.empty()
                   ? std::string{tr("The table does not say when this code is valid.")}
                   : shown({tr("Not checked for {1}: the table covers {2} to {3}."),
                            {yearWord(year), yearWord(row.validIn.front().first),
                             yearWord(row.validIn.back().first)}});
    }
    if (*valid) {
        return shown({tr("Valid in {1}, from 1 October {2} to 30 September {3}."),
                      {yearWord(year), std::to_string(year - 1), std::to_string(year)}});
    }
    const bool wasValid = std::ranges::any_of(
        row.validIn, [&](const auto& each) { return each.first < year && each.second; });
    if (!wasValid) {
        const auto first = std::ranges::find_if(
            row.validIn, [&](const auto& each) { return each.first > year && each.second; });
        return first == row.validIn.end()
                   ? shown({tr("Not valid in {1}."), {yearWord(year)}})
                   : shown({tr("Not valid before {1}."), {yearWord(first->first)}});
    }
    const auto ended = yearWord(endedIn(row, year));
    if (split != nullptr) {
        return shown({tr("Not valid since {1}; use {2}."), {ended, split->use}});
    }
    return row.note.empty() ? shown({tr("Not valid since {1}."), {ended}})
                            : shown({tr("Not valid since {1}: {2}."), {ended, row.note}});
}

[[nodiscard]] DiagnosisChoice choiceOf(const reference::Diagnosis& row,
                                       const reference::Diagnoses& table, Date day) {
    return {.code = row.code,
            .text = row.text,
            .validity = validityOf(row, table.split(row.code), day),
            .valid = reference::isValidOn(row, day)};
}

[[nodiscard]] DiagnosisChoice choiceOf(const reference::SplitCode& split) {
    return {.code = split.code,
            .text = {},
            .validity = shown(
                {tr("Not valid since {1}, when it was split; use {2}."), {split.since, split.use}}),
            .valid = false,
            .choosable = false};
}

} // namespace

std::string DiagnosisChoice::line() const {
    return text.empty() ? code : code + " " + text;
}

std::vector<DiagnosisChoice> diagnosisChoices(const Clinic& clinic, const std::string& typed,
                                              int limit) {
    const auto& diagnoses = clinic.reference().diagnoses();
    const auto most = static_cast<std::size_t>(std::max(limit, 0));
    std::vector<DiagnosisChoice> choices;
    const auto* split = diagnoses.split(trimmed(typed));
    if (split != nullptr && diagnoses.find(split->code) != nullptr) {
        split = nullptr; // it is among the codes, with its validity
    }
    if (split != nullptr) {
        choices.push_back(choiceOf(*split));
    }
    for (const auto* row : diagnoses.search(typed, diagnoses.all().size())) {
        choices.push_back(choiceOf(*row, diagnoses, clinic.today()));
    }
    std::stable_partition(choices.begin() + (split != nullptr ? 1 : 0), choices.end(),
                          [](const DiagnosisChoice& each) { return each.valid != false; });
    if (choices.size() > most) {
        choices.erase(choices.begin() + static_cast<std::ptrdiff_t>(most), choices.end());
    }
    return choices;
}

DiagnosisChoice diagnosisOf(const Clinic& clinic, const std::string& code) {
    const auto& diagnoses = clinic.reference().diagnoses();
    if (const auto* row = diagnoses.find(code)) {
        return choiceOf(*row, diagnoses, clinic.today());
    }
    if (const auto* split = diagnoses.split(code)) {
        return choiceOf(*split);
    }
    return {.code = code,
            .text = {},
            .validity = tr("Not in the list of codes, so its validity was not checked."),
            .valid = {},
            .choosable = false};
}

} // namespace palpate::app
