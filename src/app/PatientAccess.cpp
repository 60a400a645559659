// SPDX-License-Identifier: MIT
#include "app/PatientAccess.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/PatientWords.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/FieldText.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

constexpr std::size_t kLongestReason = 2'000;

[[nodiscard]] std::string nameOf(const std::vector<Practitioner>& people,
                                 const PractitionerId& id) {
    const auto found = std::ranges::find(people, id, &Practitioner::id);
    return found == people.end() ? std::string{} : found->displayName;
}

[[nodiscard]] std::string patientName(Clinic& clinic, const PatientId& id) {
    const auto row = clinic.store().patients().row(id);
    return row ? fullName(row->familyName, row->givenName) : std::string{};
}

[[nodiscard]] std::string dayOf(const Clinic& clinic, Instant at) {
    return dayText(localDay(at, clinic.profile().timeZone));
}

/// The owners, then those who are named.
[[nodiscard]] std::vector<std::string> namesWithAccess(const std::vector<Practitioner>& people,
                                                       const PatientRestriction& restriction) {
    std::vector<std::string> names;
    for (const auto& person : people) {
        if (person.role == Role::Owner && !person.isDisabled) {
            names.push_back(person.displayName);
        }
    }
    for (const auto& id : restriction.mayOpen) {
        if (auto name = nameOf(people, id);
            std::ranges::find(names, name) == names.end() && !name.empty()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

} // namespace

std::optional<ClosedView> closedView(Clinic& clinic, const PatientId& patient) {
    auto& access = clinic.store().access();
    if (access.mayOpen(patient)) {
        return std::nullopt;
    }
    const auto restriction = access.find(patient);
    if (!restriction) {
        return std::nullopt;
    }
    const auto people = clinic.store().practitioners().list();
    const auto names = namesWithAccess(people, *restriction);
    ClosedView view{.patient = restriction->patient,
                    .name = patientName(clinic, patient),
                    .by =
                        shown({tr("Restricted by {1} on {2}."),
                               {nameOf(people, restriction->by), dayOf(clinic, restriction->at)}}),
                    .mayOpen = shown({tr("It opens for {1}."), {listed(names)}}),
                    .hasEmergency = may(clinic, Right::ReadRecords),
                    .told = {}};
    if (view.hasEmergency) {
        view.told =
            shown({tr("In an emergency you may open it all the same, for {1} hours. That you did, "
                      "when and why is kept for good, and the owners of the clinic are told."),
                   {std::to_string(kEmergencyLasts.count())}});
    }
    return view;
}

void openInEmergency(Clinic& clinic, const PatientId& patient, const std::string& reason) {
    require(clinic, Right::ReadRecords, patient);
    refuseWith(problemsOfEmergency(reason));
    static_cast<void>(clinic.store().access().openInEmergency(
        patient, trimmed(reason), EmergencyAccessId::create(clinic.ids())));
}

std::string emergencyBanner(Clinic& clinic, const PatientId& patient) {
    const auto access = clinic.store().access().running(patient);
    if (!access) {
        return {};
    }
    const auto& zone = clinic.profile().timeZone;
    const auto until = access->at + kEmergencyLasts;
    const auto end = localDay(until, zone) == localDay(access->at, zone)
                         ? clockText(until, zone)
                         : dayText(localDay(until, zone)) + ", " + clockText(until, zone);
    return shown({tr("You opened this restricted record in an emergency at {1}. It stays open to "
                     "you until {2}; the owners of the clinic are told."),
                  {clockText(access->at, zone), end}});
}

RestrictionForm restrictionForm(Clinic& clinic, const PatientId& patient) {
    require(clinic, Right::RestrictRecords, patient);
    const auto restriction = clinic.store().access().find(patient);
    const auto people = clinic.store().practitioners().list();
    RestrictionForm form;
    for (const auto& person : people) {
        const bool isNamed = restriction && std::ranges::find(restriction->mayOpen, person.id) !=
                                                restriction->mayOpen.end();
        if (person.role == Role::Practitioner && (!person.isDisabled || isNamed)) {
            form.people.push_back({person.id, person.displayName, isNamed});
        }
    }
    if (restriction) {
        form.restricted = true;
        form.reason = restriction->reason;
        form.since = shown({tr("Since {1}, {2}"),
                            {dayOf(clinic, restriction->at), nameOf(people, restriction->by)}});
    }
    return form;
}

std::vector<Message> problems(const RestrictionForm& form) {
    std::vector<Message> all;
    checkText(all, tr("Reason"), form.reason, kLongestReason);
    return all;
}

void storeRestriction(Clinic& clinic, const PatientId& patient, const RestrictionForm& form) {
    require(clinic, Right::RestrictRecords, patient);
    refuseWith(problems(form));
    if (!form.restricted) {
        clinic.store().access().lift(patient);
        return;
    }
    std::vector<PractitionerId> mayOpen;
    for (const auto& person : form.people) {
        if (person.mayOpen) {
            mayOpen.push_back(person.id);
        }
    }
    clinic.store().access().restrict(patient, mayOpen, trimmed(form.reason));
}

std::vector<EmergencyLine> unseenEmergencies(Clinic& clinic) {
    std::vector<EmergencyLine> lines;
    if (!may(clinic, Right::RestrictRecords)) {
        return lines;
    }
    const auto people = clinic.store().practitioners().list();
    const auto& zone = clinic.profile().timeZone;
    for (const auto& access : clinic.store().access().emergencies(true)) {
        lines.push_back(
            {.id = access.id,
             .patient = access.patient,
             .who = nameOf(people, access.by),
             .whom = patientName(clinic, access.patient),
             .when = weekdayText(localDay(access.at, zone)) + ", " + clockText(access.at, zone),
             .why = access.reason});
    }
    return lines;
}

std::string emergencyNotice(std::size_t count) {
    if (count == 0) {
        return {};
    }
    return shown({count == 1 ? tr("{1} restricted record was opened in an emergency.")
                             : tr("Restricted records were opened in an emergency, {1} times."),
                  {std::to_string(count)}});
}

void noteEmergency(Clinic& clinic, const EmergencyAccessId& id) {
    require(clinic, Right::RestrictRecords);
    clinic.store().access().see(id);
}

} // namespace palpate::app
