// SPDX-License-Identifier: MIT
// Who Ana Kovács is, and her case beside its sessions.
#include "app/DemoKovacs.h"
#include "app/DemoScript.h"

namespace palpate::app {

Patient DemoKovacs::person(IdMaker& ids, Date lastDay) {
    auto person = namedPatient(PatientId::create(ids), "Ana", "Kovács");
    person.birthDate = Date{std::chrono::year{1980}, std::chrono::March, std::chrono::day{14}};
    person.sex = Sex::Female;
    person.gender = "woman";
    person.preferredName = "Anci";
    person.hand = Hand::Right;
    person.phone = "+44 7700 900142";
    person.email = "ana.kovacs@example.org";
    person.address = "7 Wharf Terrace, Bristol";
    person.occupation = "translator";
    person.emergency = {"Péter Kovács", "husband", "+44 7700 900143"};
    person.physician = {"Dr M. Patel", "Harbourside Practice", "+44 117 496 0122"};
    person.allergies = std::vector{Allergy{"penicillin", "rash"}};
    if (const auto alert = AlertKey::from("anticoagulant")) {
        person.alerts = std::vector{Alert{*alert, "direct oral anticoagulant"}};
    }
    const auto first = dayOf(0, lastDay);
    person.consents = {{.id = ConsentId::create(ids),
                        .scope = "assessment and manual treatment",
                        .given = first,
                        .withdrawn = {},
                        .note = "No needles."},
                       {.id = ConsentId::create(ids),
                        .scope = "letters to the physician",
                        .given = first,
                        .withdrawn = {},
                        .note = {}}};
    return person;
}

Case DemoKovacs::record(IdMaker& ids, PatientId patient, Date lastDay) {
    const auto opened = dayOf(0, lastDay);
    const auto later = [&](int days) {
        return Date{std::chrono::sys_days{opened} + std::chrono::days{days}};
    };
    auto record = emptyCase(CaseId::create(ids), patient, opened);
    record.complaint = "Low back pain, right";
    record.area = BodyArea::LowBack;
    record.onset = later(-9);
    record.onsetNote = "lifting a box";
    record.diagnosisCode = "M54.59";
    record.furtherDiagnoses = {"M79.18"};
    record.referrer = "Dr M. Patel";
    record.goal = "Lift 10 kg without pain";
    record.goals = {{.id = GoalId::create(ids),
                     .text = "Sit for 1 h without pain",
                     .measure = "sitting",
                     .target = "60 min",
                     .by = later(42),
                     .reached = {}},
                    {.id = GoalId::create(ids),
                     .text = "Lift 10 kg without pain",
                     .measure = "lifting",
                     .target = "10 kg",
                     .by = later(70),
                     .reached = {}}};
    record.plan.visitsPerWeek = 1;
    record.plan.weeks = 8;
    for (const auto* technique : {"pressure_release", "pir", "static_stretch"}) {
        if (const auto key = TechniqueKey::from(technique)) {
            record.plan.techniques.push_back(*key);
        }
    }
    return record;
}

Case DemoKovacs::afterSession(Case record, int index, Date lastDay) {
    constexpr int kSitsAnHour = 4; // as its Subjective tells
    if (index == kSitsAnHour) {
        record.goals.front().reached = dayOf(index, lastDay);
    }
    return record;
}

std::optional<DemoContact> DemoKovacs::contactAfter(int index) {
    switch (index) {
    case 1:
        return DemoContact{ContactKind::Letter,
                           "Letter of Dr Patel: nothing found at the foot; the anticoagulant goes "
                           "on unchanged.",
                           2};
    case 5:
        return DemoContact{ContactKind::Telephone,
                           "Asked whether she may carry shopping again. Up to 3 kg, close to the "
                           "body; more will be looked at in the next session.",
                           3};
    default:
        return std::nullopt;
    }
}

} // namespace palpate::app
