// SPDX-License-Identifier: MIT
#include "domain/Retention.h"

#include "domain/FieldText.h"
#include "domain/Text.h"

#include <algorithm>

namespace palpate {

namespace {

constexpr std::size_t kLongestCountry = 200;
constexpr std::size_t kLongestText = 2000;
constexpr int kMost = 200; // years, and of age

[[nodiscard]] Date yearsAfter(Date day, int years) {
    const auto there = day + std::chrono::years{years};
    return there.ok() ? there : Date{there.year() / std::chrono::March / 1};
}

[[nodiscard]] Date dayAfter(Date day) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{1}};
}

[[nodiscard]] bool applies(const RetentionRule& rule, const RecordAge& age) {
    return !rule.profession ||
           std::ranges::find(age.professions, *rule.profession) != age.professions.end();
}

[[nodiscard]] bool isBetween(int number, int least) {
    return number >= least && number <= kMost;
}

} // namespace

RetentionEnd retentionEnd(const RecordAge& age, std::span<const RetentionRule> rules) {
    RetentionEnd end;
    for (const auto& rule : rules) {
        if (!applies(rule, age)) {
            continue;
        }
        if (rule.untilAge && !age.birthDate) {
            return {{}, rule, true};
        }
        auto day = dayAfter(yearsAfter(age.lastSession.value_or(age.begun), rule.years));
        if (rule.untilAge) {
            day = std::max(day, yearsAfter(*age.birthDate, *rule.untilAge));
        }
        if (!end.day || day > *end.day) {
            end = {day, rule, false};
        }
    }
    return end;
}

std::vector<Message> problems(const RetentionRule& rule) {
    std::vector<Message> out;
    if (trimmed(rule.country).empty()) {
        out.push_back({tr("Country: is missing; say whose rule it is."), {}});
    }
    checkText(out, tr("Country"), rule.country, kLongestCountry);
    if (!isBetween(rule.years, 0)) {
        out.push_back(
            {tr("Years after the last session: from 0 to {1}."), {std::to_string(kMost)}});
    }
    if (rule.untilAge && !isBetween(*rule.untilAge, 1)) {
        out.push_back({tr("Birthday: from the 1st to the {1}th, or leave it empty."),
                       {std::to_string(kMost)}});
    }
    if (trimmed(rule.source).empty()) {
        out.push_back({tr("Source: is missing; name the law or guidance, or say that it is the "
                          "clinic's own choice."),
                       {}});
    }
    checkText(out, tr("Source"), rule.source, kLongestText);
    return out;
}

std::vector<Message> problemsOfDestruction(std::string_view reason) {
    std::vector<Message> out;
    if (trimmed(reason).empty()) {
        out.push_back({tr("Reason: is missing; say why the record is destroyed."), {}});
    }
    checkText(out, tr("Reason"), std::string{reason}, kLongestText);
    return out;
}

} // namespace palpate
