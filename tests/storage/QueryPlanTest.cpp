// SPDX-License-Identifier: MIT
// Every look-up goes through an index: what the database says it will do is read here.
#include "storage/Engine.h"
#include "storage/ReaderParts.h"
#include "storage/TestForms.h"

#include <SQLiteCpp/Statement.h>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

namespace palpate::test {

namespace {

[[nodiscard]] std::string plan(storage::Connection& connection, const std::string& sql) {
    SQLite::Statement rows{connection.raw(), "EXPLAIN QUERY PLAN " + sql};
    std::string text;
    while (rows.executeStep()) {
        text += rows.getColumn(3).getString() + "\n";
    }
    return text;
}

/// Whether a whole table is read. Not one: the rows of an inner query, a table of some dozen rows,
/// a full-text index by its words, and what is read in the order that is asked for until the limit.
[[nodiscard]] bool readsWholeTable(const std::string& plan, const std::string& sql) {
    const bool endsEarly =
        sql.find("LIMIT") != std::string::npos && !plan.ends_with("USE TEMP B-TREE FOR ORDER BY\n");
    for (std::size_t at = plan.find("SCAN "); at != std::string::npos;
         at = plan.find("SCAN ", at + 1)) {
        const auto line = plan.substr(at, plan.find('\n', at) - at);
        const auto has = [&](std::string_view text) {
            return line.find(text) != std::string::npos;
        };
        const bool isSmall = line == "SCAN practitioner" || line == "SCAN clinic" ||
                             line == "SCAN search_state" || line == "SCAN outcome" ||
                             line == "SCAN t USING INDEX patient_restriction_that_holds";
        const bool isInner = has("(subquery-") || line == "SCAN k" || line == "SCAN CONSTANT ROW";
        const bool isInOrder = endsEarly && (has(" USING ") || line == "SCAN audit");
        if (!has("VIRTUAL TABLE INDEX") && !isInner && !isSmall && !isInOrder) {
            return true;
        }
    }
    return false;
}

/// Of what a whole case is read with: how many statements sort what they read, other than the rows
/// of the sessions themselves and their corrections. Outlines and texts are not to be copied.
[[nodiscard]] int sortingStatements(storage::Engine& engine) {
    int sorting = 0;
    int looked = 0;
    for (const auto& sql : engine.connection().statements()) {
        const bool isOfCase = sql.find("s.case_no = ?1") != std::string::npos;
        if (!isOfCase || sql.find("s.search_key") != std::string::npos ||
            sql.find("addendum") != std::string::npos) {
            continue;
        }
        ++looked;
        sorting += plan(engine.connection(), sql).find("TEMP B-TREE") != std::string::npos ? 1 : 0;
    }
    CHECK(looked >= 8);
    return sorting;
}

/// How many statements that read were looked at: all that were used so far.
[[nodiscard]] int checkedStatements(storage::Engine& engine) {
    int looked = 0;
    for (const auto& sql : engine.connection().statements()) {
        if (!sql.starts_with("SELECT")) {
            continue;
        }
        const auto told = plan(engine.connection(), sql);
        CAPTURE(sql, told);
        CHECK_FALSE(readsWholeTable(told, sql));
        ++looked;
    }
    return looked;
}

} // namespace

TEST_CASE("no look-up reads a whole table", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession(0));
    storage::Engine engine{clinic.folder(),
                           storage::Credentials{aPractitioner().userName, kPassword},
                           clinic.time.clock,
                           {}};
    storage::EngineSeam seam{engine};
    // Everything that a window, a list or a search asks for, once.
    const storage::Finder finder{seam};
    const std::vector ql{key<MuscleKey>("quadratus_lumborum")};
    const SessionFilter combined{
        .text = "knife -hot",
        .patient = aPatient().id,
        .finding = {.muscles = ql, .states = {State::Active}, .tenderness = {4, {}}},
        .treatment = {.doses = {{key<LogFieldKey>("duration_s"), {1.0, {}}}}},
        .profession = Profession::Physiotherapist,
        .from = kNow - std::chrono::hours{1}};
    for (const auto& filter : {SessionFilter{}, SessionFilter{.text = "kni"}, combined}) {
        static_cast<void>(finder.sessions(filter));
        static_cast<void>(finder.patients(filter));
        static_cast<void>(finder.countSessions(filter));
        static_cast<void>(finder.countPatients(filter));
    }
    for (const auto* text : {"", "kov", "ovac", "kovasc", "1984", "0199"}) {
        static_cast<void>(finder.people(text, 10));
    }
    const storage::Worklists lists{engine};
    static_cast<void>(lists.begun(kNow, kNow, 5));
    static_cast<void>(lists.agreedFor(kToday, 5));
    static_cast<void>(lists.drafts(5));
    static_cast<void>(lists.ratedBefore(kNow, 5));
    static_cast<void>(lists.homeCareAskedBefore(kNow, 5));
    static_cast<void>(lists.unseenSince(kNow, kToday, 5));
    static_cast<void>(lists.flagsUnsettled({"emergency"}, 5));
    static_cast<void>(lists.reviewsDue(kToday, 5));
    static_cast<void>(finder.countSessions(
        {.flags = {key<RedFlagKey>("night_pain")}, .flagState = FlagState::Unsettled}));
    static_cast<void>(finder.forms("kni \"low back\"", 5));
    static_cast<void>(finder.current(aPatient().id));
    static_cast<void>(finder.patient(aPatient().id));
    static_cast<void>(finder.casesOf(aPatient().id));
    static_cast<void>(finder.documentsOf(aPatient().id));
    storage::FormRepository forms{engine};
    forms.begin(aForm());
    forms.keep(aForm().id, {someAnswers().formUrl, "2", {}}, someAnswers());
    forms.complete(completed(aForm()), std::vector{aFlag()});
    static_cast<void>(forms.ofPatient(aPatient().id));
    static_cast<void>(forms.search("back", 5));
    storage::ScreeningRepository screenings{engine};
    screenings.add(aFlag().id, aDeed());
    static_cast<void>(screenings.ofPatient(aPatient().id));
    static_cast<void>(screenings.unsettled(aPatient().id));
    storage::CarePlanRepository plans{engine};
    plans.add(aCareItem());
    plans.change(aCareItem(), aCareItem());
    static_cast<void>(plans.ofCase(aCase().id));
    static_cast<void>(storage::Outcomes{engine}.list());
    const storage::SessionRepository sessions{engine};
    static_cast<void>(sessions.ofPatient(aPatient().id));
    static_cast<void>(sessions.find(aSession(0).id));
    static_cast<void>(sessions.list(aPatient().id, 10));
    static_cast<void>(sessions.recentDrafts(aPractitioner().id, 10));
    static_cast<void>(sessions.draftsOf(aPatient().id));
    static_cast<void>(storage::CaseRepository{engine}.ofPatient(aPatient().id));
    static_cast<void>(storage::SavedSearchRepository{engine}.list());

    static_cast<void>(sessions.ofCase(aCase().id));
    CHECK(sortingStatements(engine) == 0);

    CHECK(checkedStatements(engine) > 60);
    const std::string bad = "SELECT * FROM finding WHERE tenderness = 3";
    CHECK(readsWholeTable(plan(engine.connection(), bad), bad));
}

TEST_CASE("no look-up reads a whole table for whom a record is closed either", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession(0));
    const Practitioner jo{.id = idOf<PractitionerId>(2),
                          .userName = "jo",
                          .displayName = "J. Moreau",
                          .role = Role::Practitioner,
                          .registration = {}};
    clinic.store->practitioners().add(jo, kPassword, storage::KdfCost::forTests());
    clinic.store->access().restrict(aPatient().id, {}, "");
    storage::Engine engine{
        clinic.folder(), storage::Credentials{"jo", kPassword}, clinic.time.clock, {}};
    storage::EngineSeam seam{engine};
    const storage::Finder finder{seam};
    for (const auto& filter : {SessionFilter{}, SessionFilter{.text = "kni"}}) {
        static_cast<void>(finder.sessions(filter));
        static_cast<void>(finder.countPatients(filter));
    }
    static_cast<void>(finder.forms("kni", 5));
    const storage::Worklists lists{engine};
    static_cast<void>(lists.begun(kNow, kNow, 5));
    static_cast<void>(lists.agreedFor(kToday, 5));
    static_cast<void>(lists.drafts(5));
    static_cast<void>(lists.ratedBefore(kNow, 5));
    static_cast<void>(lists.homeCareAskedBefore(kNow, 5));
    static_cast<void>(lists.unseenSince(kNow, kToday, 5));
    static_cast<void>(lists.flagsUnsettled({"emergency"}, 5));
    static_cast<void>(lists.reviewsDue(kToday, 5));
    const storage::AccessRepository access{engine};
    static_cast<void>(access.find(aPatient().id));
    static_cast<void>(access.running(aPatient().id));
    CHECK_THROWS_AS(access.require(aPatient().id), RecordRestricted);
    static_cast<void>(storage::AmendmentRepository{engine}.ofPatient(aPatient(1).id));
    CHECK(checkedStatements(engine) > 20);
}

} // namespace palpate::test
