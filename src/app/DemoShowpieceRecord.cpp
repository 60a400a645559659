// SPDX-License-Identifier: MIT
// Who the two are, and their cases.
#include "app/DemoScript.h"
#include "app/DemoShowpiece.h"

namespace palpate::app {

namespace {

[[nodiscard]] Date daysAfter(Date day, int days) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

[[nodiscard]] Consent standardConsent(IdMaker& ids, Date given) {
    return {.id = ConsentId::create(ids),
            .scope = "assessment and manual treatment",
            .given = given,
            .withdrawn = {},
            .note = {}};
}

void plan(Case& record, double visitsPerWeek, int weeks,
          std::initializer_list<std::string_view> techniques) {
    record.plan.visitsPerWeek = visitsPerWeek;
    record.plan.weeks = weeks;
    for (const auto words : techniques) {
        if (const auto key = TechniqueKey::from(words)) {
            record.plan.techniques.push_back(*key);
        }
    }
}

} // namespace

Patient DemoShowpiece::person(IdMaker& ids, Date lastDay) const {
    const auto first = dayOf(0, lastDay);
    if (isChiropractic_) {
        auto person = namedPatient(PatientId::create(ids), "Tomasz", "Zieliński");
        person.birthDate = Date{std::chrono::year{1988}, std::chrono::July, std::chrono::day{2}};
        person.sex = Sex::Male;
        person.preferredName = "Tomek";
        person.hand = Hand::Left;
        person.phone = "+44 7700 900318";
        person.email = "tomasz.zielinski@example.org";
        person.address = "Flat 4, 31 Quay Street, Bristol";
        person.occupation = "accountant";
        person.emergency = {"Ewa Zielińska", "sister", "+44 7700 900319"};
        person.alerts = std::vector<Alert>{};
        person.allergies = std::vector<Allergy>{};
        person.consents = {standardConsent(ids, first),
                           {.id = ConsentId::create(ids),
                            .scope = "manipulation of neck and back",
                            .given = first,
                            .withdrawn = {},
                            .note = "Benefits, risks and what else could be done talked through."}};
        return person;
    }
    auto person = namedPatient(PatientId::create(ids), "Ingrid", "Solbakken");
    person.birthDate = Date{std::chrono::year{1969}, std::chrono::May, std::chrono::day{21}};
    person.sex = Sex::Female;
    person.hand = Hand::Right;
    person.phone = "+44 7700 900527";
    person.email = "ingrid.solbakken@example.org";
    person.address = "18 Orchard Rise, Bristol";
    person.occupation = "painter";
    person.emergency = {"Nils Solbakken", "son", "+44 7700 900528"};
    person.physician = {"Dr L. Quennell", "Hillside Surgery", "+44 117 496 0140"};
    person.alerts = std::vector<Alert>{};
    person.allergies = std::vector{Allergy{"nuts", "itching in the mouth"}};
    person.note = "No almond oil on the skin.";
    person.consents = {standardConsent(ids, first)};
    return person;
}

Case DemoShowpiece::record(IdMaker& ids, PatientId patient, Date lastDay) const {
    const auto opened = dayOf(0, lastDay);
    auto record = emptyCase(CaseId::create(ids), patient, opened);
    if (isChiropractic_) {
        record.complaint = "Neck pain, left";
        record.area = BodyArea::Neck;
        record.onset = daysAfter(opened, -10);
        record.onsetNote = "woke up with it";
        record.diagnosisCode = "M54.2";
        record.furtherDiagnoses = {"M99.01"};
        record.goal = "Turn the head freely when driving";
        record.goals = {{.id = GoalId::create(ids),
                         .text = record.goal,
                         .measure = "rotation to the left",
                         .target = "70 degrees",
                         .by = daysAfter(opened, 28),
                         .reached = {}}};
        plan(record, 2, 3, {"joint_mobilisation", "spinal_manipulation", "ischaemic_compression"});
        return record;
    }
    record.complaint = "Shoulder pain, right";
    record.area = BodyArea::Shoulder;
    record.onset = daysAfter(opened, -60);
    record.onsetNote = "painting a ceiling";
    record.diagnosisCode = "M25.511";
    record.referrer = "Dr L. Quennell";
    record.goal = "Work overhead for an hour";
    record.goals = {{.id = GoalId::create(ids),
                     .text = record.goal,
                     .measure = "overhead work",
                     .target = "60 min",
                     .by = daysAfter(opened, 56),
                     .reached = {}},
                    {.id = GoalId::create(ids),
                     .text = "Sleep on that side",
                     .measure = "sleeping on that side",
                     .target = "all night",
                     .by = daysAfter(opened, 42),
                     .reached = {}}};
    plan(record, 1, 6, {"massage_relaxation", "stripping_massage", "pressure_release"});
    return record;
}

} // namespace palpate::app
