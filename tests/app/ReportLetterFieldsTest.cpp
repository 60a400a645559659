// SPDX-License-Identifier: MIT
// What letters, handouts and maps, and templates about a patient or the clinic, may ask for: the
// tables, the fields that are filled and the documentation agree.
#include "app/Amendments.h"
#include "app/ContactNotes.h"
#include "app/Documents.h"
#include "app/OpenClinic.h"
#include "app/ReportParts.h"
#include "app/ReportTemplates.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "app/TemplateDocs.h"
#include "app/VisitPresenter.h"
#include "report/Catalogue.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <string>
#include <vector>

namespace palpate::app {

namespace {

using report::FieldInfo;
using report::Fields;

/// What a name is, and whether it holds something.
struct Named {
    Fields::Kind kind = Fields::Kind::Text;
    bool isFilled = false;
};
using Names = std::map<std::string, Named>;

/// Names of groups with their prefix, of items behind "list/"; those of sessions are tested apart.
void collect(const Fields& fields, const std::string& prefix, Names& into) {
    for (const auto& [key, value] : fields.values()) {
        if (value.kind == Fields::Kind::Group) {
            collect(value.items.front(), prefix + key + ".", into);
            continue;
        }
        auto& named = into[prefix + key];
        named.kind = value.kind;
        named.isFilled =
            named.isFilled || !value.text.empty() || value.flag || !value.items.empty();
        if (key == "sessions") {
            continue;
        }
        for (const auto& item : value.items) {
            collect(item, prefix + key + "/", into);
        }
    }
}
[[nodiscard]] Names namesIn(const Fields& fields) {
    Names names;
    collect(fields, "", names);
    return names;
}

void collect(const std::vector<FieldInfo>& infos, const std::string& prefix, Names& into) {
    for (const auto& info : infos) {
        into[prefix + info.name] = {info.kind, false};
        if (info.name != "sessions") {
            collect(info.items, prefix + info.name + "/", into);
        }
    }
}
[[nodiscard]] Names namesIn(const std::vector<FieldInfo>& infos) {
    Names names;
    collect(infos, "", names);
    return names;
}

/// A clinic whose one patient has something of everything.
class Full {
public:
    Full() {
        auto patient = *clinic->store().patients().find(clinic.patient());
        patient.note = "Prefers mornings.";
        patient.consents = {{.id = test::idOf<ConsentId>(900),
                             .scope = "dry needling",
                             .given = test::kToday,
                             .withdrawn = {},
                             .note = "asked twice"}};
        patient.allergies = {{{.substance = "Latex", .reaction = "rash"}}};
        patient.alerts = {{{test::key<AlertKey>("anticoagulant"), "warfarin"}}};
        clinic->store().patients().update(patient);
        auto record = *clinic->store().cases().find(clinic.caseId());
        record.onset = test::kToday;
        record.diagnosisCode = "M54.59";
        record.furtherDiagnoses = {"M79.18"};
        record.referrer = "Dr M. Patel";
        record.goal = "Lift 10 kg";
        record.goals = {{.id = test::idOf<GoalId>(900),
                         .text = "Sit for 1 h",
                         .measure = "sitting",
                         .target = "60 min",
                         .reached = test::kToday}};
        record.plan.visitsPerWeek = 1;
        clinic->store().cases().update(record);
        visit(false);
        visit(true);
        record.status = CaseStatus::ReferredOn;
        record.closed = test::kToday;
        record.outcome = "back at work";
        record.referredTo = "Dr Lee";
        clinic->store().cases().update(record);
        auto call = newContact(*clinic);
        call.day = "23.11.2026"; // weeks ago: a late entry
        call.time = "10:00";
        call.text = "Called about the weekend.";
        addContact(*clinic, clinic.caseId(), call);
        static_cast<void>(keepReport(*clinic, {.patient = clinic.patient()}));
        static_cast<void>(writeReport(*clinic, {.patient = clinic.patient()},
                                      clinic.temp() / "left.pdf",
                                      {.recipient = "Dr Lee", .purpose = "second opinion"}));
        visit(true, false);
    }

    test::OpenClinic clinic;

private:
    void visit(bool all, bool sign = true) {
        const auto id = SessionPresenter::begin(*clinic, clinic.caseId());
        SessionPresenter chart{*clinic, id};
        chart.setPain(PainMoment::Now, test::pain(6));
        chart.map().setLayer(Layer::Deepest);
        chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 4);
        chart.setTenderness(test::tenderness(all ? 4 : 6));
        chart.setState(State::Active);
        chart.care().toggle(test::key<TechniqueKey>("pressure_release"));
        for (const auto* key :
             {"self_pressure", "heat", "stretch_ql", "cold", "walking", "breathing", "sleep"}) {
            chart.visit().putHomeCare({.item = test::key<HomeCareKey>(key), .dose = "as agreed"});
        }
        if (sign) {
            chart.sign();
        }
        clinic.advance(std::chrono::days{7});
    }
};

void checkNames(const Names& set, const Names& known) {
    for (const auto& [key, named] : set) {
        INFO(key);
        CHECK((known.contains(key) && known.at(key).kind == named.kind));
    }
    for (const auto& [key, named] : known) {
        INFO(key);
        CHECK((set.contains(key) || key.starts_with("recovery.")));
    }
}

/// One that waits, and one that was accepted with an addendum.
void askForChanges(test::OpenClinic& clinic) {
    auto form = newAmendment(*clinic);
    form.wish = "Another birth date.";
    static_cast<void>(addAmendment(*clinic, clinic.patient(), form));
    form.session = sessionsToAmend(*clinic, clinic.patient()).front().first;
    answerAmendment(*clinic, addAmendment(*clinic, clinic.patient(), form),
                    {.kind = AmendmentStepKind::Accepted,
                     .text = "The letter says so too.",
                     .addendum = "It is so."});
}

} // namespace

TEST_CASE("every field of letters, handouts and maps is filled from a full record") {
    Full full;
    ReportRequest request{.patient = full.clinic.patient()};
    request.letter = {.recipient = "Dr Lee",
                      .recipientAddress = "Spine Unit\nLeeds",
                      .urgency = "urgent",
                      .redFlags = {test::key<RedFlagKey>("ces_saddle")},
                      .findings = "Nothing else.",
                      .request = "Please see her."};
    const auto infos = letterFieldInfos();
    auto layout = test::askingForAll(infos, ReportAbout::Case);
    const auto content = caseContent(*full.clinic, request, layout);
    const auto known = namesIn(infos);
    auto set = namesIn(content.fields);
    std::erase_if(set, [](const auto& entry) {
        return !entry.first.starts_with("letter.") && !entry.first.starts_with("handout.") &&
               !entry.first.starts_with("views") && !entry.first.starts_with("filmRows");
    });
    checkNames(set, known);
    for (const auto& [key, named] : set) {
        INFO(key);
        // Said only where there is no flag, or a screening raised it, where something was measured
        // often enough, and where the page has no room for all points.
        CHECK((named.isFilled || key.starts_with("letter.redFlags/raised") ||
               key == "letter.noRedFlags" || key == "letter.helped" ||
               key == "handout.pointsLeft"));
    }
}

TEST_CASE("every field about a patient is filled from a full record, and no other is set") {
    Full full;
    askForChanges(full.clinic);
    const auto& infos = catalogueOf(ReportAbout::Patient).fields;
    const auto layout = test::askingForAll(infos, ReportAbout::Patient);
    auto content = patientContent(*full.clinic, {.patient = full.clinic.patient()}, layout);
    content.fields.set("title", layout.title());
    const auto set = namesIn(content.fields);
    auto known = namesIn(infos);
    // Only what judges has sources, and nothing of this patient does; what forms add is looked at
    // where forms are filled in.
    std::erase_if(known, [](const auto& entry) {
        return entry.first.starts_with("sources/") || entry.first.starts_with("flags/") ||
               entry.first.starts_with("carePlans/") || entry.first.starts_with("forms/");
    });
    checkNames(set, known);
    for (const auto& [key, named] : set) {
        INFO(key);
        CHECK((named.isFilled || key == "sources" || key == "clinic.email" ||
               key == "clinic.website" || key == "flags" || key == "hasFlags" ||
               key == "carePlans" || key == "hasCarePlans" || key == "forms" || key == "hasForms"));
    }
}

TEST_CASE("every field about the clinic is set, and no other") {
    Full full;
    const auto& infos = catalogueOf(ReportAbout::Clinic).fields;
    const auto layout = test::askingForAll(infos, ReportAbout::Clinic);
    auto content = clinicContent(*full.clinic, {.patient = full.clinic.patient()}, layout);
    content.fields.set("title", layout.title());
    auto known = namesIn(infos);
    // There are no faults to name, the key and what was destroyed are nowhere but on their sheets,
    // and forms are apart.
    std::erase_if(known, [](const auto& entry) {
        return entry.first.starts_with("recovery.") || entry.first.starts_with("destruction.") ||
               entry.first.starts_with("form.") || entry.first == "audit.faults/text";
    });
    checkNames(namesIn(content.fields), known);
}

TEST_CASE("the documentation lists exactly what letters, patients and the clinic have") {
    test::checkDocumented("Fields of letters, handouts and maps", letterFieldInfos());
    test::checkDocumented("Fields of a patient", catalogueOf(ReportAbout::Patient).fields);
    test::checkDocumented("Fields of the clinic", catalogueOf(ReportAbout::Clinic).fields);
}

} // namespace palpate::app
