// SPDX-License-Identifier: MIT
#include "app/Amendments.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/PatientWords.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "app/TypedTimes.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace palpate::app {

namespace {

[[nodiscard]] const char* doneWord(AmendmentStepKind kind) {
    switch (kind) {
    case AmendmentStepKind::Accepted:
        return tr("Accepted on {1}, {2}");
    case AmendmentStepKind::Refused:
        return tr("Refused on {1}, {2}");
    case AmendmentStepKind::Extended:
        return tr("More time taken on {1}, {2}");
    case AmendmentStepKind::Disagreement:
        break;
    }
    return tr("The patient disagrees; taken down on {1}, {2}");
}

[[nodiscard]] std::string stateOf(const Amendment& amendment) {
    const auto* answer = amendment.answer();
    if (answer == nullptr) {
        return tr("Open");
    }
    if (answer->kind == AmendmentStepKind::Accepted) {
        return tr("Accepted");
    }
    const bool disagrees = std::ranges::find(amendment.steps, AmendmentStepKind::Disagreement,
                                             &AmendmentStep::kind) != amendment.steps.end();
    return disagrees ? tr("Refused; the patient disagrees") : tr("Refused");
}

/// Makes lines of requests; people and sessions are read once.
class Teller {
public:
    explicit Teller(Clinic& clinic)
        : clinic_{clinic}, people_{clinic.store().practitioners().list()} {}

    [[nodiscard]] AmendmentLine lineOf(const Amendment& amendment) {
        const bool isOpen = amendment.answer() == nullptr;
        const auto due = answerDue(amendment);
        const bool isOverdue =
            isOpen && std::chrono::sys_days{clinic_.today()} > std::chrono::sys_days{due};
        AmendmentLine line{
            .id = amendment.id,
            .patient = amendment.patient,
            .session = amendment.session,
            .patientName = patientName(amendment.patient),
            .about = aboutText(amendment),
            .asked = shown({tr("Asked on {1}, taken down by {2}"),
                            {dayText(amendment.askedOn), nameOf(amendment.by)}}),
            .wish = amendment.wish,
            .state = stateOf(amendment),
            .due = isOpen
                       ? shown({isOverdue ? tr("Answer was due by {1}") : tr("Answer due by {1}"),
                                {dayText(due)}})
                       : std::string{},
            .isOpen = isOpen,
            .isOverdue = isOverdue,
            .mayExtend = isOpen && !amendment.isExtended(),
            .mayDisagree = !isOpen && amendment.answer()->kind == AmendmentStepKind::Refused,
            .steps = {}};
        for (const auto& step : amendment.steps) {
            line.steps.push_back(
                {.kind = step.kind,
                 .heading = shown({doneWord(step.kind), {dayOf(step.at), nameOf(step.by)}}),
                 .text = step.text,
                 .addendum =
                     step.addendum ? addendumText(amendment, *step.addendum) : std::string{}});
        }
        return line;
    }

private:
    [[nodiscard]] std::string nameOf(const PractitionerId& id) const {
        const auto found = std::ranges::find(people_, id, &Practitioner::id);
        return found == people_.end() ? std::string{} : found->displayName;
    }
    [[nodiscard]] std::string dayOf(Instant at) const {
        return dayText(localDay(at, clinic_.profile().timeZone));
    }
    [[nodiscard]] std::string patientName(const PatientId& id) {
        const auto row = clinic_.store().patients().row(id);
        return row ? fullName(row->familyName, row->givenName) : std::string{};
    }
    [[nodiscard]] std::string aboutText(const Amendment& amendment) {
        if (!amendment.session) {
            return tr("The record");
        }
        const auto session = clinic_.store().sessions().find(*amendment.session);
        return session ? shown({tr("Session of {1}"),
                                {weekdayText(localDay(session->startedAt, session->timeZone))}})
                       : std::string{tr("A session")};
    }
    [[nodiscard]] std::string addendumText(const Amendment& amendment, const AddendumId& id) {
        const auto sessions =
            amendment.session ? std::vector{*amendment.session}
                              : sessionIdsOf(clinic_.store().patients().current(amendment.patient));
        for (const auto& each : sessions) {
            const auto session = clinic_.store().sessions().find(each);
            if (!session) {
                continue;
            }
            const auto found = std::ranges::find(session->addenda, id, &Addendum::id);
            if (found != session->addenda.end()) {
                return nameOf(found->by) + ", " + dayOf(found->at) + ", " +
                       clockText(found->at, clinic_.profile().timeZone) + ": " + found->text;
            }
        }
        return {};
    }
    [[nodiscard]] std::vector<SessionId> sessionIdsOf(const PatientId& patient) {
        std::vector<SessionId> ids;
        for (const auto& row : clinic_.store().sessions().list(patient, -1)) {
            ids.push_back(row.id);
        }
        return ids;
    }

    Clinic& clinic_;
    std::vector<Practitioner> people_;
};

[[nodiscard]] std::vector<AmendmentLine> linesOf(Clinic& clinic,
                                                 const std::vector<Amendment>& amendments) {
    std::vector<AmendmentLine> lines;
    if (!amendments.empty()) {
        Teller teller{clinic};
        for (const auto& amendment : amendments) {
            lines.push_back(teller.lineOf(amendment));
        }
    }
    return lines;
}

[[nodiscard]] Amendment amendmentFrom(const AmendmentForm& form, const AmendmentId& id,
                                      const PatientId& patient, const Clinic& clinic) {
    return {.id = id,
            .patient = patient,
            .session = form.session,
            .wish = trimmed(form.wish),
            .askedOn = typedDay(form.askedOn, clinic.today(), Meant::Past).value_or(clinic.today()),
            .by = clinic.practitioner().id,
            .at = clinic.clock().now()};
}

[[nodiscard]] bool hasAddendum(const AmendmentAnswer& answer) {
    return answer.kind == AmendmentStepKind::Accepted && !trimmed(answer.addendum).empty();
}

/// The session whose addendum it becomes; empty: none was chosen.
[[nodiscard]] std::optional<SessionId> sessionFor(const AmendmentAnswer& answer,
                                                  const std::optional<SessionId>& about) {
    return about ? about : answer.session;
}

} // namespace

std::vector<AmendmentLine> amendmentsOf(Clinic& clinic, const PatientId& patient) {
    require(clinic, Right::ReadRecords);
    return linesOf(
        clinic, clinic.store().amendments().ofPatient(clinic.store().patients().current(patient)));
}

std::vector<AmendmentLine> amendmentsOf(Clinic& clinic, const PatientId& patient,
                                        const SessionId& session) {
    require(clinic, Right::ReadRecords);
    auto amendments =
        clinic.store().amendments().ofPatient(clinic.store().patients().current(patient));
    std::erase_if(amendments, [&](const Amendment& each) { return each.session != session; });
    return linesOf(clinic, amendments);
}

std::vector<AmendmentLine> openAmendments(Clinic& clinic) {
    require(clinic, Right::ReadRecords);
    return linesOf(clinic, clinic.store().amendments().open());
}

AmendmentForm newAmendment(const Clinic& clinic) {
    return {.session = {}, .askedOn = dayText(clinic.today()), .wish = {}};
}

std::vector<std::pair<SessionId, std::string>> sessionsToAmend(Clinic& clinic,
                                                               const PatientId& patient) {
    require(clinic, Right::ReadRecords);
    const auto people = clinic.store().practitioners().list();
    std::vector<std::pair<SessionId, std::string>> sessions;
    for (const auto& row :
         clinic.store().sessions().list(clinic.store().patients().current(patient), -1)) {
        if (!row.isSigned) {
            continue;
        }
        const auto who = std::ranges::find(people, row.practitioner, &Practitioner::id);
        auto words = weekdayText(localDay(row.startedAt, clinic.profile().timeZone));
        sessions.emplace_back(
            row.id, words + (who == people.end() ? std::string{} : ", " + who->displayName));
    }
    return sessions;
}

std::vector<Message> problems(const AmendmentForm& form, const Clinic& clinic) {
    auto all = palpate::problems(
        amendmentFrom(form, anyId<AmendmentId>(), anyId<PatientId>(), clinic), clinic.today());
    if (!typedDay(form.askedOn, clinic.today(), Meant::Past)) {
        all.push_back({tr("Asked on: is not a date; type it as 23.11.2026 or 2026-11-23."), {}});
    }
    return all;
}

AmendmentId addAmendment(Clinic& clinic, const PatientId& patient, const AmendmentForm& form) {
    requireRecord(clinic, Right::WriteRecords, patient);
    refuseWith(problems(form, clinic));
    const auto id = AmendmentId::create(clinic.ids());
    clinic.store().amendments().add(
        amendmentFrom(form, id, clinic.store().patients().current(patient), clinic));
    return id;
}

std::vector<Message> problems(const AmendmentAnswer& answer, const AmendmentLine& amendment) {
    std::vector<Message> all;
    if (hasAddendum(answer) && !sessionFor(answer, amendment.session)) {
        all.push_back(
            {tr("Session: is missing; choose the session that the addendum belongs to."), {}});
    }
    return all;
}

void answerAmendment(Clinic& clinic, const AmendmentId& id, const AmendmentAnswer& answer) {
    require(clinic, Right::WriteRecords);
    const auto stored = clinic.store().amendments().find(id);
    if (!stored) {
        throw EditRefused{
            {tr("The request is not in this clinic any more; open the patient again."), {}}};
    }
    AmendmentStep step{.kind = answer.kind,
                       .text = trimmed(answer.text),
                       .addendum = {},
                       .by = clinic.practitioner().id,
                       .at = clinic.clock().now()};
    if (stored->answer() == nullptr || answer.kind == AmendmentStepKind::Disagreement) {
        refuseWith(palpate::problems(step, *stored)); // else storing says who was quicker
    }
    refuseWith(problems(answer, linesOf(clinic, {*stored}).front()));
    clinic.store().atomically([&] {
        if (hasAddendum(answer)) {
            step.addendum = AddendumId::create(clinic.ids());
            clinic.store().sessions().addAddendum(
                *sessionFor(answer, stored->session),
                Addendum{.id = *step.addendum,
                         .by = step.by,
                         .at = step.at,
                         .text = trimmed(answer.addendum),
                         .reason = shown({tr("The patient asked for it on {1}."),
                                          {dayText(stored->askedOn)}})});
        }
        clinic.store().amendments().addStep(id, step);
    });
}

std::string wordOf(AmendmentStepKind kind) {
    switch (kind) {
    case AmendmentStepKind::Accepted:
        return tr("Accept");
    case AmendmentStepKind::Refused:
        return tr("Refuse");
    case AmendmentStepKind::Extended:
        return tr("Take more time");
    case AmendmentStepKind::Disagreement:
        break;
    }
    return tr("The patient disagrees");
}

std::string amendmentRule() {
    return tr("To be answered within 60 days, once 30 more with a reason told to the patient (45 "
              "CFR 164.526(b)(2)); the law of your country may give less.");
}

} // namespace palpate::app
