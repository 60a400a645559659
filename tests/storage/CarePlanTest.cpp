// SPDX-License-Identifier: MIT
// Home care that was agreed on for a case: changed with old and new value in the trail, stopped and
// never removed.
#include "domain/Error.h"
#include "storage/TestForms.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;
using storage::AuditSubject;

[[nodiscard]] CarePlanItem stopped(CarePlanItem item) {
    item.stopped = item.review;
    item.stoppedBecause = "made it worse";
    return item;
}

} // namespace

SCENARIO("home care goes on until it is stopped, and every change is told of", "[storage]") {
    const OpenClinic clinic;
    auto& plans = clinic.store->carePlans();
    for (const auto number : {2U, 0U, 1U}) {
        plans.add(aCareItem(number));
    }
    auto row = newestRow(*clinic.store);
    CHECK(row.kind == AuditKind::Create);
    CHECK(row.subject == AuditSubject::CarePlanItem);
    CHECK(row.subjectId == aCareItem(1).id.value());
    CHECK(row.patient == aPatient().id);
    CHECK_THAT(row.detail, ContainsSubstring("+because sitting\n+because stress\n"));
    CHECK(plans.ofCase(aCase().id) == std::vector{aCareItem(0), aCareItem(1), aCareItem(2)});
    CHECK(plans.ofCase(aCase(5).id).empty());

    WHEN("one is stopped") {
        plans.change(stopped(aCareItem(0)), aCareItem(0));
        CHECK(plans.ofCase(aCase().id) ==
              std::vector{aCareItem(1), aCareItem(2), stopped(aCareItem(0))});
        row = newestRow(*clinic.store);
        CHECK(row.kind == AuditKind::Change);
        CHECK_THAT(row.detail, ContainsSubstring("-stopped -\n"));
        CHECK_THAT(row.detail, ContainsSubstring("+stopped 2026-12-07\n"));
        THEN("a change of what it was before is refused") {
            auto later = aCareItem(0);
            later.dose = "once a day";
            CHECK_THROWS_AS(plans.change(later, aCareItem(0)), RecordChanged);
            CHECK(plans.ofCase(aCase().id).back() == stopped(aCareItem(0)));
        }
    }
    WHEN("its reasons only change their order") {
        auto turned = aCareItem(0);
        std::swap(turned.because[0], turned.because[1]);
        plans.change(turned, aCareItem(0));
        CHECK(plans.ofCase(aCase().id).front() == turned);
        CHECK_FALSE(newestRow(*clinic.store).detail.empty());
    }
    WHEN("nothing changes") {
        plans.change(aCareItem(0), aCareItem(0));
        CHECK(newestRow(*clinic.store).seq == row.seq);
    }
    WHEN("it does not fit") {
        auto theirs = aCareItem(3);
        theirs.by = idOf<PractitionerId>(2);
        CHECK_THROWS_AS(plans.add(theirs), AccessDenied);
        auto stray = aCareItem(3);
        stray.caseId = aCase(5).id;
        CHECK_THROWS_AS(plans.add(stray), EditRefused);
        CHECK_THROWS_AS(plans.change(aCareItem(3), aCareItem(3)), EditRefused);
        auto moved = aCareItem(0);
        moved.written += std::chrono::seconds{1};
        CHECK_THROWS_AS(plans.change(moved, aCareItem(0)), EditRefused);
        auto early = aCareItem(0);
        early.review = Date{std::chrono::sys_days{kToday} - std::chrono::days{1}};
        CHECK_THROWS_AS(plans.change(early, aCareItem(0)), StorageError);
        CHECK(plans.ofCase(aCase().id).size() == 3);
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("home care is not removed, and stays with its case", "[storage]") {
    const OpenClinic clinic;
    clinic.store->carePlans().add(aCareItem());
    BackDoor door{clinic};
    CHECK_THROWS_WITH(door.run("DELETE FROM care_plan_item"), ContainsSubstring("not removed"));
    CHECK_THROWS_WITH(door.run("UPDATE care_plan_item SET written_at = 0"),
                      ContainsSubstring("stays that of its case"));
    CHECK_THROWS_WITH(
        door.run("INSERT OR REPLACE INTO care_plan_item SELECT no, id, case_no, item, 'other', "
                 "start, review, stopped, stopped_because, practitioner_no, written_at, listed "
                 "FROM care_plan_item"),
        ContainsSubstring("cannot be replaced"));
    CHECK(clinic.store->carePlans().ofCase(aCase().id) == std::vector{aCareItem()});
}

} // namespace palpate::test
