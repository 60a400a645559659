// SPDX-License-Identifier: MIT
#include "app/FormCompletion.h"

#include "app/Clinic.h"
#include "app/FormEntry.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "forms/FormLanguages.h"
#include "reference/Reference.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

using forms::ConsentPart;
using forms::FormLine;

[[nodiscard]] bool isYes(const FormLine& line) {
    return !line.answers.empty() && line.answers.front() == AnswerValue{true};
}
[[nodiscard]] bool isNo(const FormLine& line) {
    return !line.answers.empty() && line.answers.front() == AnswerValue{false};
}

// What outlives the form is in the form's own language, whichever it was asked in: a consent is
// found again by its words, and a flag is read by the practitioner.

[[nodiscard]] std::string writtenTitle(const forms::Questionnaire& form) {
    return form.title.empty() ? form.name : forms::asWritten(form.title);
}

[[nodiscard]] std::string withoutStop(const std::string& text) {
    auto scope = trimmed(text);
    while (scope.ends_with('.')) {
        scope.pop_back();
    }
    return scope;
}

/// What a form tells of consents.
struct Told {
    bool agreed = true;    ///< unless it asks and the answer is not "yes"
    bool declined = false; ///< it asks, and the answer is "no"
    std::optional<Date> day = {};
    forms::FormPlace dayAt = {}; ///< empty: the form does not ask for it
    bool dayIsVague = false;     ///< a month or a year
    std::string remark = {};
    std::vector<std::string> scopes = {};  ///< agreed to
    std::vector<std::string> refused = {}; ///< answered "no"
    bool asksForScope = false;
    bool isAny = false;
};

void takeScope(const FormLine& line, const std::string& zone, Told& told) {
    told.asksForScope = true;
    if (line.item->type == forms::ItemType::Boolean) {
        if (isYes(line) || isNo(line)) {
            (isYes(line) ? told.scopes : told.refused)
                .push_back(withoutStop(forms::asWritten(line.item->text)));
        }
        return;
    }
    const auto& options = line.item->options;
    for (const auto& answer : line.answers) {
        const auto chosen = std::ranges::find(options, answer, &forms::AnswerOption::value);
        told.scopes.push_back(chosen != options.end() ? forms::asWritten(chosen->display)
                                                      : answerWords(*line.item, answer, zone));
    }
}

[[nodiscard]] Told toldOf(const forms::FormRun& run, const std::string& zone) {
    Told told;
    for (const auto& line : run.lines()) {
        if (!line.enabled || !line.item->consent) {
            continue;
        }
        told.isAny = true;
        switch (*line.item->consent) {
        case ConsentPart::Agreed:
            told.agreed = told.agreed && isYes(line);
            told.declined = told.declined || isNo(line);
            break;
        case ConsentPart::Scope:
            takeScope(line, zone, told);
            break;
        case ConsentPart::Day:
            told.dayAt = line.place;
            if (!line.answers.empty()) {
                const auto& date = std::get<PartialDate>(line.answers.front());
                told.dayIsVague = !date.day;
                if (date.day) {
                    told.day = Date{std::chrono::year{date.year}, std::chrono::month{*date.month},
                                    std::chrono::day{*date.day}};
                }
            }
            break;
        case ConsentPart::Remark:
            for (const auto& answer : line.answers) {
                told.remark += (told.remark.empty() ? "" : " · ") +
                               forms::asWritten(line.item->text) + ": " +
                               answerWords(*line.item, answer, zone);
            }
            break;
        }
    }
    return told;
}

/// At most what a consent takes; the whole stands in the form.
[[nodiscard]] std::string shortened(const std::string& text) {
    constexpr std::size_t kMost = 200;
    if (lengthInCharacters(text) <= kMost) {
        return text;
    }
    const std::string_view more = " …";
    std::size_t bytes = 0;
    for (std::size_t characters = 0; characters < kMost - 2 && bytes < text.size(); ++characters) {
        ++bytes;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
            ++bytes;
        }
    }
    return text.substr(0, bytes) + std::string{more};
}

[[nodiscard]] auto standing(Patient& patient, const std::string& scope) {
    return std::ranges::find_if(patient.consents, [&](const Consent& consent) {
        return consent.scope == scope && !consent.withdrawn;
    });
}

} // namespace

std::optional<double> scoreOf(const forms::FormRun& run) {
    const auto* line = run.lineAt({{"score", 0}});
    if (line == nullptr || !line->enabled || line->answers.size() != 1) {
        return std::nullopt;
    }
    const auto& value = line->answers.front();
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* number = std::get_if<double>(&value);
    return number != nullptr ? std::optional{*number} : std::nullopt;
}

std::vector<const FormLine*> flagAnswers(const forms::FormRun& run) {
    std::vector<const FormLine*> lines;
    for (const auto& line : run.lines()) {
        if (line.enabled && !line.item->flag.empty() && isYes(line)) {
            lines.push_back(&line);
        }
    }
    return lines;
}

std::vector<RaisedFlag> flagsOf(Clinic& clinic, const forms::FormRun& run,
                                const FormRecord& record) {
    const auto& table = clinic.reference().redFlags();
    std::vector<const reference::KnownRedFlag*> seen;
    std::vector<RaisedFlag> flags;
    for (const auto* line : flagAnswers(run)) {
        const auto key = RedFlagKey::from(line->item->flag);
        const auto* known = key ? table.find(*key) : nullptr;
        if (known == nullptr) {
            throw EditRefused{{tr("The form asks for the red flag \"{1}\", which is not in the "
                                  "clinical tables; it can't be completed."),
                               {line->item->flag}}};
        }
        if (std::ranges::find(seen, known) != seen.end()) {
            continue;
        }
        seen.push_back(known);
        flags.push_back({.id = RaisedFlagId::create(clinic.ids()),
                         .patient = record.patient,
                         .caseId = record.caseId,
                         .session = record.session,
                         .form = record.id,
                         .flag = *key,
                         .question = forms::asWritten(line->item->text),
                         .pointsTo = known->pointsTo,
                         .urgency = table.urgencyOf(*known).key,
                         .action = known->action,
                         .raised = clinic.clock().now(),
                         .by = clinic.practitioner().id});
    }
    std::ranges::stable_sort(
        flags, {}, [&](const RaisedFlag& flag) { return table.find(flag.flag)->urgency; });
    return flags;
}

Patient withConsents(Clinic& clinic, const forms::FormRun& run, Patient patient,
                     std::vector<std::pair<forms::FormPlace, Message>>& gaps) {
    auto told = toldOf(run, clinic.profile().timeZone);
    if (!told.isAny) {
        return patient;
    }
    if (!told.asksForScope) {
        told.scopes = {writtenTitle(run.form())};
    }
    if (!told.agreed) { // nothing was agreed to; what was refused is still refused
        auto chosen = std::exchange(told.scopes, {});
        if (told.declined && chosen.empty()) {
            chosen = {writtenTitle(run.form())};
        }
        if (told.declined) {
            std::ranges::move(chosen, std::back_inserter(told.refused));
        }
    }
    if (told.dayIsVague) {
        gaps.emplace_back(told.dayAt, Message{tr("A consent needs its whole day."), {}});
        return patient;
    }
    const auto day = told.day.value_or(clinic.today());
    if (day > clinic.today()) {
        gaps.emplace_back(told.dayAt,
                          Message{tr("The day of a consent can't lie in the future."), {}});
        return patient;
    }
    for (const auto& scope : told.scopes) {
        if (standing(patient, shortened(scope)) == patient.consents.end()) {
            patient.consents.push_back({.id = ConsentId::create(clinic.ids()),
                                        .scope = shortened(scope),
                                        .given = day,
                                        .withdrawn = {},
                                        .note = shortened(told.remark)});
        }
    }
    for (const auto& scope : told.refused) {
        if (const auto consent = standing(patient, shortened(scope));
            consent != patient.consents.end()) {
            consent->withdrawn = std::max(day, consent->given);
        }
    }
    return patient;
}

} // namespace palpate::app
