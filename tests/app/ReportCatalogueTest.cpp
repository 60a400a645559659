// SPDX-License-Identifier: MIT
// What templates may ask for: the tables, the fields that are filled and the documentation agree.
#include "app/OpenClinic.h"
#include "app/ReportParts.h"
#include "app/ReportTemplates.h"
#include "app/TemplateDocs.h"
#include "app/VariedVisit.h"
#include "report/Catalogue.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace palpate::app {

namespace {

using report::FieldInfo;
using report::Fields;
using test::Visit;

/// Every name that is set, those of groups with their prefix, those of items behind "list/".
void collect(const Fields& fields, const std::string& prefix,
             std::map<std::string, Fields::Kind>& into) {
    for (const auto& [key, value] : fields.values()) {
        if (value.kind == Fields::Kind::Group) {
            collect(value.items.front(), prefix + key + ".", into);
            continue;
        }
        into[prefix + key] = value.kind;
        for (const auto& item : value.items) {
            collect(item, prefix + key + "/", into);
        }
    }
}
[[nodiscard]] std::map<std::string, Fields::Kind> namesIn(const Fields& fields) {
    std::map<std::string, Fields::Kind> names;
    collect(fields, "", names);
    return names;
}
[[nodiscard]] std::map<std::string, Fields::Kind> namesIn(const std::vector<FieldInfo>& infos) {
    std::map<std::string, Fields::Kind> names;
    for (const auto& info : infos) {
        names[info.name] = info.kind;
        for (const auto& item : info.items) {
            names[info.name + "/" + item.name] = item.kind;
        }
    }
    return names;
}

/// Names that hold something: a text that is not empty, a flag that is true.
void collectFilled(const Fields& fields, const std::string& prefix, std::set<std::string>& into) {
    for (const auto& [key, value] : fields.values()) {
        if (value.kind == Fields::Kind::Group) {
            collectFilled(value.items.front(), prefix + key + ".", into);
        } else if (!value.text.empty() || value.flag || !value.items.empty()) {
            into.insert(prefix + key);
            for (const auto& item : value.items) {
                collectFilled(item, prefix + key + "/", into);
            }
        }
    }
}

/// A case and its two sessions in which there is something of everything.
struct Everything {
    Case record = test::aCase();
    Session first = test::aSession();
    Session latest = test::aSession(1);
};

[[nodiscard]] Everything everything() {
    Everything all;
    auto& record = all.record;
    record.onset = test::kToday;
    record.onsetNote = "lifting a box";
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
    record.status = CaseStatus::ReferredOn;
    record.closed = test::kToday;
    record.outcome = "back at work";
    record.referredTo = "Dr Lee";

    Visit first{0, -7};
    first.point("quadratus_lumborum", Side::Right, State::Active, 7)
        .point("soleus", Side::Left, State::Latent, 3)
        .motion("lumbar.flexion", Side::Middle, 38, 40, 4)
        .area(test::aPainArea());
    first.session().painNow = test::pain(7);
    all.first = first.session();
    auto front = test::aPainArea(1);
    front.view = View::Anterior;
    front.note = "deep inside";
    Visit now{1, -1};
    now.carry(first.session())
        .state(1, State::Latent)
        .tender(1, 3)
        .allSigns(1)
        .threshold(1, 210)
        .note(1, "near the rib")
        .motion("lumbar.flexion", Side::Middle, 54, 56, 2, "slow")
        .part("myotomes_lower", "L5", Side::Right, "5")
        .treat(1, "pressure_release")
        .dose("duration_s", 60.0)
        .after(2)
        .treatmentNote("with the thumb")
        .homeCare("stretch_ql", "30 s, 3 times a day")
        .nextVisit(7)
        .area(front);
    auto& session = now.session();
    session.tests.front().note = "slight pain";
    session.findings.front().relation = Relation::Primary;
    session.findings.front().settled = Settled::Better;
    session.painNow = test::pain(3);
    session.consent = TodayConsent::Given;
    session.course = Course::Better;
    session.checkIn.homeCareDays = 5;
    session.reaction = Reaction{ReactionGrade::Mild, "sore"};
    session.writtenAt = session.startedAt + std::chrono::hours{9};
    for (auto& note : session.note) {
        note = test::written("Something.");
    }
    all.latest = test::signedAs(session, test::aSignature());
    all.latest.addenda = {test::anAddendum()};
    return all;
}

[[nodiscard]] Patient anci() {
    auto patient = test::aPatient();
    patient.preferredName = "Anci";
    return patient;
}

/// Another open one of the same patient.
void addOtherCase(test::OpenClinic& clinic) {
    auto other = test::aCase();
    other.id = test::idOf<CaseId>(250);
    other.complaint = "Neck pain";
    clinic->store().cases().add(other);
}

[[nodiscard]] std::map<PractitionerId, std::string> names() {
    return {{test::aPractitioner().id, test::aPractitioner().displayName}};
}

[[nodiscard]] Fields filledCase(app::Clinic& clinic, const Everything& all, Audience audience) {
    const ReportMatter matter{.patient = anci(),
                              .story = storyOf(all.record, {all.first, all.latest}),
                              .practitionerName = "D. Okafor",
                              .profession = "physiotherapist",
                              .registration = "PH 20417",
                              .names = names(),
                              .audience = audience};
    return caseFields(clinic, matter,
                      test::askingForAll(catalogueOf(ReportAbout::Case).fields, ReportAbout::Case));
}

[[nodiscard]] Fields filledSession(app::Clinic& clinic, const Everything& all) {
    const SessionMatter matter{.patient = anci(),
                               .record = all.record,
                               .earlier = {all.first},
                               .session = all.latest,
                               .names = names(),
                               .profession = "physiotherapist",
                               .registration = "PH 20417"};
    Footnotes notes;
    return sessionFields(clinic, matter, notes);
}

[[nodiscard]] std::set<std::string> keysOf(const std::map<std::string, Fields::Kind>& names) {
    std::set<std::string> keys;
    for (const auto& [key, kind] : names) {
        keys.insert(key);
    }
    return keys;
}

/// The catalogue of a case but what letters and handouts, and forms, add to it.
[[nodiscard]] std::vector<FieldInfo> ownCaseFields() {
    auto fields = catalogueOf(ReportAbout::Case).fields;
    auto others = letterFieldInfos();
    append(others, careFieldInfos());
    const auto added = namesIn(others);
    std::erase_if(fields, [&](const FieldInfo& info) { return added.contains(info.name); });
    return fields;
}

/// What forms add is looked at where forms are filled in.
template <class Names> [[nodiscard]] Names withoutForms(Names names) {
    for (const auto& [key, kind] : namesIn(careFieldInfos())) {
        names.erase(key);
    }
    return names;
}

} // namespace

TEST_CASE("every field of a case is filled from a full record, and no other is set") {
    test::OpenClinic clinic;
    addOtherCase(clinic);
    const auto all = everything();
    const auto fields = filledCase(*clinic, all, Audience::Clinician);
    const auto set = withoutForms(namesIn(fields));
    const auto known = namesIn(ownCaseFields());
    CHECK(keysOf(set) == keysOf(known));
    for (const auto& [key, kind] : set) {
        INFO(key);
        CHECK((known.contains(key) && known.at(key) == kind));
    }
    std::set<std::string> filled;
    collectFilled(fields, "", filled);
    filled.erase("");
    for (const auto& [key, kind] : namesIn(careFieldInfos())) {
        filled.erase(key);
    }
    auto wanted = keysOf(known);
    CHECK(filled.size() == wanted.size());
    for (const auto& key : wanted) {
        INFO(key);
        CHECK(filled.contains(key));
    }
}

TEST_CASE("a bare case sets the same fields, and prints what was not assessed as such") {
    test::OpenClinic clinic;
    Everything bare;
    bare.first.findings = {test::aFindingOn("soleus")};
    bare.latest.findings = {test::aFindingOn("soleus")};
    bare.latest.motions = {
        {.at = {.motion = test::key<MotionKey>("lumbar.flexion")}, .passive = 30}};
    bare.latest.homeCare = {{.item = test::key<HomeCareKey>("stretch_ql")}};
    const auto fields = filledCase(*clinic, bare, Audience::Clinician);
    const auto known = namesIn(ownCaseFields());
    for (const auto& [key, kind] : withoutForms(namesIn(fields))) {
        INFO(key);
        CHECK((known.contains(key) && known.at(key) == kind));
    }
    const auto& values = fields.values();
    const auto text = [](const Fields& of, std::string_view name) {
        return of.values().find(name)->second.text;
    };
    const auto& point = values.find("points")->second.items.front();
    CHECK(text(point, "first") == "not assessed");
    CHECK(text(point, "now") == "not assessed");
    CHECK(text(point, "state") == "not judged");
    CHECK(text(point, "treatment") == "none recorded");
    CHECK(text(point, "change").empty());
    const auto& visit = values.find("visits")->second.items.front();
    CHECK(text(visit, "pain") == "not asked");
    CHECK(text(visit, "tenderness") == "not assessed");
    CHECK(text(visit, "treatment") == "none recorded");
    CHECK(text(values.find("cards")->second.items.at(0), "value") == "not asked");
    CHECK(text(values.find("cards")->second.items.at(1), "value") == "not assessed");
    CHECK(values.find("homeCareDone")->second.text == "how often it was done was not asked");
    const auto& first = values.find("first")->second.items.front();
    CHECK(text(first, "caption") == "1 point, tenderness not assessed");
    CHECK(values.find("gaps")->second.text ==
          "1 open point was not assessed in the latest session (right soleus).");
}

TEST_CASE("every field of a session is filled from a full record, and no other is set") {
    test::OpenClinic clinic;
    const auto all = everything();
    const auto fields = filledSession(*clinic, all);
    const auto set = withoutForms(namesIn(fields));
    const auto known = namesIn(sessionFieldInfos());
    CHECK(keysOf(set) == keysOf(known));
    for (const auto& [key, kind] : set) {
        INFO(key);
        CHECK((known.contains(key) && known.at(key) == kind));
    }
    std::set<std::string> filled;
    collectFilled(fields, "", filled);
    for (const auto& [key, kind] : known) {
        INFO(key);
        // Set only when judgement and signs differ: shown below.
        CHECK((filled.contains(key) || key == "points/differs"));
    }
    for (const auto& [key, kind] : namesIn(prefixed(sessionFieldInfos(), "session"))) {
        INFO(key);
        CHECK(namesIn(catalogueOf(ReportAbout::Session).fields).contains(key));
    }
}

TEST_CASE("a bare session names every gap") {
    test::OpenClinic clinic;
    Everything bare;
    bare.latest.findings = {test::aFindingOn("soleus")};
    bare.latest.treatments = {test::aTreatmentAt(1)};
    bare.latest.treatments.front().tendernessAfter.reset();
    bare.latest.motions = {
        {.at = {.motion = test::key<MotionKey>("lumbar.flexion")}, .active = 30}};
    const auto fields = filledSession(*clinic, bare);
    const auto text = [&](std::string_view name) {
        return fields.values().find(name)->second.text;
    };
    const auto item = [&](std::string_view list, std::string_view name) {
        return fields.values().find(list)->second.items.front().values().find(name)->second.text;
    };
    CHECK(text("consent") == "not asked");
    CHECK(text("course") == "not asked");
    CHECK(text("checkIn") == "Not asked.");
    CHECK(text("reaction") == "not asked");
    CHECK(text("drawnTotal") == "none drawn");
    CHECK(text("time") == "from 10:45, end not noted");
    CHECK(text("signed").empty());
    CHECK(item("pain", "value") == "not asked");
    CHECK(item("points", "tenderness") == "not assessed");
    CHECK(item("points", "state") == "not judged");
    CHECK(item("points", "signs") == "not assessed");
    CHECK(item("treatments", "before") == "not assessed");
    CHECK(item("treatments", "after") == "not assessed");
    CHECK(item("motions", "passive") == "not measured");
    CHECK(item("motions", "pain") == "not asked");
    GIVEN("signs that say another thing than the judgement") {
        auto finding = test::anActiveFindingOn("soleus");
        finding.state = State::Latent;
        bare.latest.findings = {finding};
        const auto judged = filledSession(*clinic, bare);
        CHECK(judged.values()
                  .find("points")
                  ->second.items.front()
                  .values()
                  .find("differs")
                  ->second.flag);
    }
}

TEST_CASE("the documentation lists exactly the catalogue") {
    auto ofACase = ownCaseFields();
    append(ofACase, careFieldInfos());
    test::checkDocumented("Fields of a case", ofACase);
    test::checkDocumented("Fields of a session", catalogueOf(ReportAbout::Session).fields);
}

TEST_CASE("every meaning is one sentence that says something") {
    for (const auto about : {ReportAbout::Case, ReportAbout::Session}) {
        for (const auto& info : catalogueOf(about).fields) {
            INFO(info.name);
            CHECK(info.meaning.size() > 2);
            for (const auto& item : info.items) {
                INFO(item.name);
                CHECK(!item.meaning.empty());
            }
        }
    }
}

} // namespace palpate::app
