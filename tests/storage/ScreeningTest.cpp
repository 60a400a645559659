// SPDX-License-Identifier: MIT
// Flags that a screening raised, and what was done about them: written once.
#include "domain/Error.h"
#include "storage/TestForms.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <array>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;
using storage::AuditSubject;

/// aForm() completed; it raised two flags.
class FlaggedClinic : public OpenClinic {
public:
    FlaggedClinic() {
        store->forms().begin(aForm());
        store->forms().complete(completed(aForm()), std::array{aFlag(0), aFlag(1)});
    }
};

[[nodiscard]] RaisedFlag with(RaisedFlag flag, std::vector<FlagDeed> deeds) {
    flag.deeds = std::move(deeds);
    return flag;
}

} // namespace

SCENARIO("a raised flag stands until something was done about it", "[storage]") {
    const FlaggedClinic clinic;
    auto& screenings = clinic.store->screenings();
    const auto rows = clinic.store->audit().list({.limit = 3});
    CHECK(rows[0].subject == AuditSubject::RaisedFlag);
    CHECK(rows[0].subjectId == aFlag(1).id.value());
    CHECK_THAT(rows[1].detail, ContainsSubstring("+flag saddle_numbness\n+question Numbness "
                                                 "between the legs?\\n(where one sits)\n"));
    CHECK(rows[2].kind == AuditKind::Complete);
    CHECK(screenings.unsettled(aPatient().id) == std::vector{aFlag(1), aFlag(0)});

    WHEN("two things are done about one of them") {
        screenings.add(aFlag(0).id, aDeed(1));
        screenings.add(aFlag(0).id, aDeed(0));
        const auto row = newestRow(*clinic.store);
        CHECK(row.kind == AuditKind::Create);
        CHECK(row.subject == AuditSubject::FlagDeed);
        CHECK(row.patient == aPatient().id);
        CHECK_THAT(row.detail, ContainsSubstring("+kind told\n+whom Dr M. Patel\n"));
        const auto settled = with(aFlag(0), {aDeed(0), aDeed(1)}); // the earliest first
        CHECK(screenings.find(aFlag(0).id) == settled);
        CHECK(settled.isSettled());
        CHECK(screenings.unsettled(aPatient().id) == std::vector{aFlag(1)});
        CHECK(screenings.ofPatient(aPatient().id) == std::vector{aFlag(1), settled});
    }
    WHEN("the record is merged into another") {
        clinic.store->patients().add(aPatient(1));
        clinic.store->patients().merge(aPatient().id, aPatient(1).id);
        CHECK(screenings.unsettled(aPatient(1).id) == std::vector{aFlag(1), aFlag(0)});
        screenings.add(aFlag(1).id, aDeed(0));
        CHECK(screenings.unsettled(aPatient(1).id) == std::vector{aFlag(0)});
    }
    WHEN("it does not fit") {
        auto theirs = aDeed();
        theirs.by = idOf<PractitionerId>(2);
        CHECK_THROWS_AS(screenings.add(aFlag(0).id, theirs), AccessDenied);
        CHECK_THROWS_AS(screenings.add(aFlag(7).id, aDeed()), EditRefused);
        auto nobody = aDeed();
        nobody.whom.clear();
        CHECK_THROWS_AS(screenings.add(aFlag(0).id, nobody), StorageError);
        CHECK(screenings.unsettled(aPatient().id).size() == 2);
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("nobody changes a flag or what was done, not even past the room's doors", "[storage]") {
    const FlaggedClinic clinic;
    clinic.store->screenings().add(aFlag(0).id, aDeed());
    BackDoor door{clinic};
    const auto content = [&] {
        return door.ask("SELECT (SELECT group_concat(no || hex(id) || flag || action || settled || "
                        "raised_at) FROM raised_flag) || (SELECT group_concat(no || hex(id) || "
                        "flag_no || kind || whom || reason || done_at) FROM flag_deed)");
    };
    const auto before = content();
    const std::string attack = GENERATE(
        as<std::string>{}, "UPDATE raised_flag SET flag = 'other'",
        "UPDATE raised_flag SET urgency = 'monitor' WHERE no = 2",
        "UPDATE raised_flag SET settled = 1 WHERE no = 2",
        "UPDATE raised_flag SET settled = 0 WHERE no = 1",
        "UPDATE OR REPLACE raised_flag SET no = 1 WHERE no = 2", "DELETE FROM raised_flag",
        "INSERT OR REPLACE INTO raised_flag SELECT no, id, patient_no, case_no, session, form_no, "
        "flag, question, points_to, 'monitor', action, practitioner_no, raised_at, 0 FROM "
        "raised_flag",
        "INSERT INTO raised_flag SELECT no + 9, randomblob(16), patient_no, case_no, session, "
        "form_no, flag, question, points_to, urgency, action, practitioner_no, raised_at, 1 FROM "
        "raised_flag WHERE no = 1",
        "UPDATE flag_deed SET whom = 'nobody'", "UPDATE flag_deed SET flag_no = 2",
        "DELETE FROM flag_deed",
        "INSERT OR REPLACE INTO flag_deed SELECT no, id, flag_no, kind, 'nobody', reason, done_at, "
        "written_at, practitioner_no FROM flag_deed");
    CAPTURE(attack);
    CHECK_THROWS_WITH(door.run(attack), ContainsSubstring("cannot be changed"));
    CHECK(content() == before);
}

TEST_CASE("a flag belongs to a completed form of its own patient", "[storage]") {
    const FlaggedClinic clinic;
    clinic.store->patients().add(aPatient(1));
    clinic.store->forms().begin(aForm(2));
    BackDoor door{clinic};
    const std::string columns = "question, points_to, urgency, action, practitioner_no, raised_at, "
                                "0 FROM raised_flag WHERE no = 1";
    CHECK_THROWS_WITH(door.run("INSERT INTO raised_flag SELECT 9, randomblob(16), patient_no, "
                               "NULL, NULL, 2, flag, " +
                               columns),
                      ContainsSubstring("completed form of its patient"));
    CHECK_THROWS_WITH(door.run("INSERT INTO raised_flag SELECT 9, randomblob(16), 2, NULL, NULL, "
                               "1, flag, " +
                               columns),
                      ContainsSubstring("completed form of its patient"));
}

} // namespace palpate::test
