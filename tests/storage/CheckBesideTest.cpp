// SPDX-License-Identifier: MIT
// A clinic is checked while somebody works in it, and its trail is read a page at a time.
#include "storage/Backup.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <thread>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditSort;

/// Signed sessions, looks and changes by two people about two patients.
void workALittle(OpenClinic& clinic) {
    auto& store = *clinic.store;
    clinic.time.clock.advance(
        std::chrono::weeks{30}); // each session begins a week after the one before
    for (std::uint32_t i = 0; i < 4; ++i) {
        auto session = aFullSession(i);
        store.sessions().begin(session);
        static_cast<void>(store.sessions().sign(session.id, clinic.time.clock.now()));
    }
    Patient other = aPatient();
    other.id = idOf<PatientId>(77);
    other.familyName = "Åberg";
    other.givenName = "Zoe";
    store.patients().add(other);
    Practitioner jo = aPractitioner();
    jo.id = idOf<PractitionerId>(2);
    jo.userName = "jo";
    jo.displayName = "jo Lindqvist";
    store.practitioners().add(jo, kPassword, storage::KdfCost::forTests());
    const auto second = clinic.open("jo", kPassword);
    clinic.time.clock.advance(std::chrono::hours{1});
    for (int i = 0; i < 30; ++i) {
        auto& who = i % 3 == 0 ? *second : store;
        who.audit().record(i % 2 == 0 ? storage::AuditKind::Print : storage::AuditKind::Export,
                           i % 5 == 0  ? std::nullopt
                           : i % 5 < 3 ? std::optional{aPatient().id}
                                       : std::optional{other.id},
                           "page " + std::to_string(i));
        clinic.time.clock.advance(std::chrono::minutes{1});
    }
    second->signOut();
}

[[nodiscard]] std::vector<storage::NamedAuditEntry> allOf(const storage::AuditTrail& trail,
                                                          storage::AuditPageWish wish) {
    std::vector<storage::NamedAuditEntry> all;
    for (;;) {
        const auto page = trail.page(wish);
        all.insert(all.end(), page.begin(), page.end());
        if (page.size() < static_cast<std::size_t>(wish.limit)) {
            return all;
        }
        wish.skipped += wish.limit;
    }
}

} // namespace

SCENARIO("a clinic is checked beside whoever works in it", "[storage][check]") {
    OpenClinic clinic;
    workALittle(clinic);
    const auto head = clinic.store->audit().head();
    const auto copier = clinic.store->copier();

    WHEN("nothing else happens") {
        double last = 0;
        const auto report = copier->check([&](double share) {
            CHECK(share >= last);
            last = share;
            return true;
        });
        THEN("it finds what verify finds, and leaves no row in the trail") {
            CHECK(report.isSound());
            CHECK(last == 1.0);
            const auto whole = clinic.store->verify();
            REQUIRE(report.checks.size() == whole.checks.size());
            for (std::size_t i = 0; i < whole.checks.size(); ++i) {
                CHECK(report.checks[i].check == whole.checks[i].check);
                CHECK(report.checks[i].examined == whole.checks[i].examined);
            }
            CHECK(clinic.store->audit().head() == head);
        }
    }
    WHEN("somebody charts meanwhile") {
        storage::VerificationReport report;
        std::thread beside{[&] { report = copier->check(); }};
        for (std::uint32_t i = 10; i < 20; ++i) {
            auto session = aFullSession(i);
            clinic.store->sessions().begin(session);
            static_cast<void>(clinic.store->sessions().sign(session.id, clinic.time.clock.now()));
        }
        beside.join();
        std::string faults;
        for (const auto& check : report.checks) {
            for (const auto& fault : check.faults) {
                faults += shown(fault) + "\n";
            }
        }
        THEN("both go well") {
            CAPTURE(faults);
            CHECK(report.isSound());
            CHECK(clinic.store->verify().isSound());
        }
    }
    WHEN("it is given up before its end") {
        int asked = 0;
        CHECK_THROWS_AS(copier->check([&](double) { return ++asked < 7; }), storage::WorkDropped);
        THEN("the next one goes to its end") {
            CHECK(copier->check().isSound());
        }
    }
    WHEN("somebody rewrites a row by other means") {
        BackDoor{clinic}.run("DROP TRIGGER audit_frozen_update; "
                             "UPDATE audit SET at = at + 1 WHERE seq = 5");
        THEN("it names the row") {
            const auto report = copier->check();
            const auto chain = std::ranges::find(report.checks, storage::Check::AuditChain,
                                                 &storage::CheckResult::check);
            REQUIRE(chain != report.checks.end());
            REQUIRE_FALSE(chain->faults.empty());
            CHECK_THAT(shown(chain->faults.front()), ContainsSubstring("row 5"));
        }
    }
}

SCENARIO("the trail is read in any order, a page at a time", "[storage][check]") {
    OpenClinic clinic;
    workALittle(clinic);
    const auto& trail = clinic.store->audit();
    const auto everything = allOf(trail, {.filter = {}, .limit = 1000});
    REQUIRE(everything.size() > 40);
    CHECK(trail.count({}) == static_cast<std::int64_t>(everything.size()));
    CHECK(everything.front().entry.seq == trail.head().count);

    THEN("pages of seven rows make the same list, in each order") {
        for (const auto sort :
             {AuditSort::Time, AuditSort::Who, AuditSort::What, AuditSort::Record}) {
            for (const bool isAscending : {false, true}) {
                CAPTURE(static_cast<int>(sort), isAscending);
                const auto whole = allOf(
                    trail, {.filter = {}, .sort = sort, .isAscending = isAscending, .limit = 1000});
                CHECK(allOf(trail,
                            {.filter = {}, .sort = sort, .isAscending = isAscending, .limit = 7}) ==
                      whole);
                REQUIRE(whole.size() == everything.size());
                for (std::size_t i = 1; i < whole.size(); ++i) {
                    const auto& before = whole[i - 1];
                    const auto& after = whole[i];
                    if (sort == AuditSort::Time) {
                        CHECK((before.entry.seq < after.entry.seq) == isAscending);
                    } else if (sort == AuditSort::What && before.entry.kind != after.entry.kind) {
                        CHECK((name(before.entry.kind) < name(after.entry.kind)) == isAscending);
                    } else if (sort == AuditSort::Who && before.who != after.who) {
                        // Lower case counts as upper case: "D. Okafor" before "jo Lindqvist".
                        CHECK((before.who == aPractitioner().displayName) == isAscending);
                    } else if (sort == AuditSort::Record && before.record.empty()) {
                        CHECK(after.record.empty()); // about no record: last, either way
                    }
                }
            }
        }
    }
    THEN("filters let through what they say") {
        const auto kept = [&](const storage::AuditFilter& filter, auto&& isMeant) {
            const auto found = allOf(trail, {.filter = filter, .limit = 1000});
            CHECK(trail.count(filter) == static_cast<std::int64_t>(found.size()));
            CHECK_FALSE(found.empty());
            const auto meant = std::ranges::count_if(everything, isMeant);
            CHECK(static_cast<std::int64_t>(found.size()) == meant);
            CHECK(std::ranges::all_of(found, isMeant));
        };
        using Row = storage::NamedAuditEntry;
        const auto jo = idOf<PractitionerId>(2);
        kept({.practitioner = jo}, [&](const Row& row) { return row.entry.by == jo; });
        kept({.kind = storage::AuditKind::Print},
             [](const Row& row) { return row.entry.kind == storage::AuditKind::Print; });
        kept({.patient = aPatient().id},
             [](const Row& row) { return row.entry.patient == aPatient().id; });
        const auto from = everything.front().entry.at - std::chrono::minutes{10};
        const auto to = everything.front().entry.at - std::chrono::minutes{3};
        kept({.from = from, .to = to},
             [&](const Row& row) { return row.entry.at >= from && row.entry.at < to; });
        kept({.patient = aPatient().id, .practitioner = jo, .kind = storage::AuditKind::Export},
             [&](const Row& row) {
                 return row.entry.patient == aPatient().id && row.entry.by == jo &&
                        row.entry.kind == storage::AuditKind::Export;
             });
    }
    THEN("rows bear the names of now, and the session that they are about") {
        const auto print = std::ranges::find_if(
            everything, [](const auto& row) { return row.entry.detail == "page 4"; });
        REQUIRE(print != everything.end());
        CHECK(print->record == "Zoe Åberg");
        CHECK(print->who == aPractitioner().displayName);
        const auto sign = std::ranges::find_if(
            everything, [](const auto& row) { return row.entry.kind == storage::AuditKind::Sign; });
        REQUIRE(sign != everything.end());
        CHECK(sign->session.has_value());
    }
    THEN("a merged record's rows are those of the one that goes on too") {
        const auto other = idOf<PatientId>(77);
        const auto own = trail.count({.patient = aPatient().id});
        const auto theirs = trail.count({.patient = other});
        clinic.store->patients().merge(other, aPatient().id);
        CHECK(trail.count({.patient = aPatient().id}) > own + theirs);
        CHECK(trail.count({.patient = other}) > theirs);
    }
    THEN("patients are found by the beginning of a name") {
        CHECK(trail.patientsNamed("kov", 5).size() == 1);
        CHECK(trail.patientsNamed("Zoe Å", 5).front().name == "Zoe Åberg");
        CHECK(trail.patientsNamed("", 5).size() == 2);
        CHECK(trail.patientsNamed("%", 5).empty());
    }
}

} // namespace palpate::test
