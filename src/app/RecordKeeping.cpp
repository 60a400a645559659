// SPDX-License-Identifier: MIT
#include "app/RecordKeeping.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] std::string yearsText(int years) {
    return years == 1 ? shown({tr("1 year after the last session"), {}})
                      : shown({tr("{1} years after the last session"), {std::to_string(years)}});
}

[[nodiscard]] std::string keptText(const RetentionRule& rule) {
    const auto years = yearsText(rule.years);
    return rule.untilAge ? shown({tr("{1}, and until the patient is {2}"),
                                  {years, std::to_string(*rule.untilAge)}})
                         : years;
}

[[nodiscard]] RetentionLine lineOf(RetentionRule rule) {
    RetentionLine line{.rule = {},
                       .country = rule.country,
                       .profession = ruleProfession(rule.profession),
                       .kept = keptText(rule),
                       .source = rule.source};
    line.rule = std::move(rule);
    return line;
}

[[nodiscard]] std::string ruleText(const RetentionRule& rule) {
    return shown({tr("{1}: {2} ({3})"), {rule.country, keptText(rule), rule.source}});
}

[[nodiscard]] std::optional<Date> lastDayOf(const storage::RecordToKeep& record) {
    return record.lastSession ? std::optional{localDay(*record.lastSession, record.timeZone)}
                              : std::nullopt;
}

[[nodiscard]] std::string untilText(const RetentionEnd& end, Date today) {
    if (end.day) {
        return *end.day <= today
                   ? shown({tr("May be destroyed since {1}"), {dayText(*end.day)}})
                   : shown(
                         {tr("To be kept until {1}"),
                          {dayText(Date{std::chrono::sys_days{*end.day} - std::chrono::days{1}})}});
    }
    return end.needsBirthDate ? shown({tr("Can't be told: the birth date is not known"), {}})
                              : shown({tr("Can't be told: no rule applies"), {}});
}

[[nodiscard]] RetentionState stateFrom(const Clinic& clinic, const storage::RecordToKeep& record,
                                       const std::vector<RetentionRule>& rules) {
    RetentionState state;
    state.lastSession = lastDayOf(record);
    state.end = retentionEnd({.lastSession = state.lastSession,
                              .begun = localDay(record.begun, clinic.profile().timeZone),
                              .birthDate = record.birthDate,
                              .professions = record.professions},
                             rules);
    state.mayBeDestroyed = state.end.day && *state.end.day <= clinic.today();
    state.until = untilText(state.end, clinic.today());
    state.rule = state.end.rule ? ruleText(*state.end.rule) : std::string{};
    return state;
}

[[nodiscard]] std::string nameOf(const storage::RecordToKeep& record) {
    Patient patient{
        .id = record.patient, .familyName = record.familyName, .givenName = record.givenName};
    return fullName(patient);
}

[[nodiscard]] DueRecord lineOf(const Clinic& clinic, const storage::RecordToKeep& record,
                               const std::vector<RetentionRule>& rules) {
    auto state = stateFrom(clinic, record, rules);
    auto seen = state.lastSession
                    ? shown({tr("Last session {1}"), {dayText(*state.lastSession)}})
                    : shown({tr("No session; added {1}"),
                             {dayText(localDay(record.begun, clinic.profile().timeZone))}});
    return {.patient = record.patient,
            .name = nameOf(record),
            .lastSeen = std::move(seen),
            .state = std::move(state)};
}

} // namespace

std::string ruleProfession(const std::optional<Profession>& profession) {
    if (!profession) {
        return tr("Every profession");
    }
    return *profession == Profession::Other ? tr("another profession")
                                            : professionWord(*profession);
}

RecordKeeping::RecordKeeping(Clinic& clinic) : clinic_{clinic} {}

std::vector<RetentionRule> RecordKeeping::table() const {
    auto own = clinic_.store().retention().rules();
    return own.empty() ? clinic_.reference().retention().all() : std::move(own);
}

std::vector<RetentionRule> RecordKeeping::rulesThatCount() const {
    const auto chosen = country();
    auto rules = table();
    std::erase_if(rules, [&](const RetentionRule& rule) { return rule.country != chosen; });
    return rules;
}

std::vector<RetentionLine> RecordKeeping::rules() const {
    require(clinic_, Right::KeepAndDestroy);
    std::vector<RetentionLine> lines;
    for (auto& rule : table()) {
        lines.push_back(lineOf(std::move(rule)));
    }
    return lines;
}

bool RecordKeeping::isShipped() const {
    return table() == clinic_.reference().retention().all();
}

void RecordKeeping::setRules(const std::vector<RetentionRule>& rules) {
    require(clinic_, Right::KeepAndDestroy);
    for (const auto& rule : rules) {
        if (const auto wrong = problems(rule); !wrong.empty()) {
            throw EditRefused{wrong.front()};
        }
    }
    if (rules.empty()) {
        throw EditRefused{{tr("Keep at least one rule; without any, nothing can be told."), {}}};
    }
    clinic_.store().retention().setRules(rules);
}

void RecordKeeping::reset() {
    setRules(clinic_.reference().retention().all());
}

std::string RecordKeeping::advice() const {
    return shown({tr("These rules are a start, no advice: laws differ and change. Check them with "
                     "your professional body, and correct the table."),
                  {}});
}

std::vector<std::string> RecordKeeping::countries() const {
    std::vector<std::string> countries;
    for (const auto& rule : table()) {
        if (std::ranges::find(countries, rule.country) == countries.end()) {
            countries.push_back(rule.country);
        }
    }
    return countries;
}

std::optional<std::string> RecordKeeping::country() const {
    return clinic_.store().retention().country();
}

void RecordKeeping::setCountry(const std::string& country) {
    require(clinic_, Right::KeepAndDestroy);
    const auto known = countries();
    if (std::ranges::find(known, country) == known.end()) {
        throw EditRefused{{tr("No rule in the table is of \"{1}\"; add one first."), {country}}};
    }
    clinic_.store().retention().setCountry(country);
}

DueRecords RecordKeeping::due(int limit) const {
    require(clinic_, Right::KeepAndDestroy);
    DueRecords due;
    const auto rules = rulesThatCount();
    if (rules.empty()) {
        due.hint = shown({tr("Choose the country whose rules count: until then nothing can be said "
                             "to be due."),
                          {}});
        return due;
    }
    const auto least = std::ranges::min(rules, {}, &RetentionRule::years).years;
    const auto records = clinic_.store().retention().records(
        clinic_.clock().now() - std::chrono::days{least * 365}, limit + 1);
    for (const auto& record : records) {
        if (due.records.size() == static_cast<std::size_t>(limit)) {
            break;
        }
        auto line = lineOf(clinic_, record, rules);
        if (!line.state.end.day || line.state.mayBeDestroyed) {
            due.records.push_back(std::move(line));
        }
    }
    due.isCut = records.size() > static_cast<std::size_t>(limit);
    return due;
}

DueRecord RecordKeeping::recordOf(const PatientId& patient) const {
    require(clinic_, Right::KeepAndDestroy, patient);
    const auto record = clinic_.store().retention().record(patient);
    if (!record) {
        throw StorageError{{tr("There is no such record in this clinic, or it was merged into "
                               "another; open the one that goes on."),
                            {}}};
    }
    return lineOf(clinic_, *record, rulesThatCount());
}

} // namespace palpate::app
