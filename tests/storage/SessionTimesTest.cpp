// SPDX-License-Identifier: MIT
// A session is dated back or forth: it takes its place among the others everywhere.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::test {

namespace {

using Ids = std::vector<SessionId>;

[[nodiscard]] SessionId id(std::uint32_t number) {
    return aSession(number).id;
}

[[nodiscard]] Ids listed(storage::Store& store) {
    Ids ids;
    for (const auto& row : store.sessions().list(aPatient().id, 10)) {
        ids.push_back(row.id);
    }
    return ids;
}

[[nodiscard]] Ids ofCase(storage::Store& store) {
    Ids ids;
    for (const auto& session : store.sessions().ofCase(aCase().id)) {
        ids.push_back(session.id);
    }
    return ids;
}

[[nodiscard]] Ids found(storage::Store& store, const storage::SessionQuery& query) {
    Ids ids;
    for (const auto& hit : store.sessions().search(query)) {
        ids.push_back(hit.session);
    }
    return ids;
}

[[nodiscard]] std::vector<PatientId> patients(storage::Store& store) {
    std::vector<PatientId> ids;
    for (const auto& row : store.patients().search("", 10)) {
        ids.push_back(row.id);
    }
    return ids;
}

} // namespace

SCENARIO("a session is dated back", "[storage]") {
    OpenClinic clinic;
    auto& store = *clinic.store;
    auto& sessions = store.sessions();
    for (const auto number : {0U, 1U, 2U}) {
        auto session = aSession(number);
        session.note[0] = written("knee " + std::to_string(number));
        sessions.begin(session);
    }
    static_cast<void>(sessions.sign(id(0), kNow + std::chrono::weeks{3}));
    REQUIRE(listed(store) == Ids{id(2), id(1), id(0)});

    const auto earlier = kNow - std::chrono::days{30};
    const SessionStep back{SetTimes{earlier, earlier + std::chrono::minutes{40}}};
    sessions.apply(id(2), back, NewStep{inverse(*sessions.find(id(2)), back)});

    THEN("it stands before the others in lists, in the case and among what is found") {
        CHECK(sessions.find(id(2))->startedAt == earlier);
        CHECK(sessions.find(id(2))->endedAt == earlier + std::chrono::minutes{40});
        CHECK(listed(store) == Ids{id(1), id(0), id(2)});
        CHECK(ofCase(store) == Ids{id(2), id(0), id(1)});
        CHECK(found(store, {.text = "knee"}) == Ids{id(1), id(0), id(2)});
        CHECK(found(store, {.text = "knee", .to = kNow}) == Ids{id(2)});
        CHECK(found(store, {.text = "knee", .from = kNow}) == Ids{id(1), id(0)});
        CHECK(found(store, {.to = kNow}) == Ids{id(2)});
        CHECK(store.verify().isSound());
    }
    THEN("it can be undone") {
        sessions.apply(id(2), sessions.undoList(id(2)).undo.back());
        CHECK(*sessions.find(id(2))->note.begin() == written("knee 2"));
        CHECK(sessions.find(id(2))->startedAt == aSession(2).startedAt);
        CHECK(found(store, {.text = "knee"}) == Ids{id(2), id(1), id(0)});
        CHECK(store.verify().isSound());
    }
    THEN("the second of a signed session can be taken: both are found") {
        sessions.apply(id(2), SessionStep{SetTimes{aSession(0).startedAt, {}}});
        sessions.apply(id(1), SessionStep{SetTimes{aSession(0).startedAt, {}}});
        CHECK(found(store, {.text = "knee"}).size() == 3);
        CHECK(found(store, {.text = "knee", .to = kNow}).empty());
        CHECK(store.verify().isSound());
    }
    THEN("only its end can change as well") {
        sessions.apply(id(2), SessionStep{SetTimes{earlier, {}}});
        CHECK_FALSE(sessions.find(id(2))->endedAt.has_value());
        CHECK(found(store, {.text = "knee"}) == Ids{id(1), id(0), id(2)});
    }
    THEN("to and fro within one transaction leaves it where it was") {
        store.atomically([&] {
            sessions.apply(id(2), SessionStep{SetTimes{kNow, {}}});
            sessions.apply(id(2), SessionStep{SetTimes{earlier, {}}});
        });
        CHECK(found(store, {.text = "knee"}) == Ids{id(1), id(0), id(2)});
        CHECK(store.verify().isSound());
    }
    THEN("one that has just begun can be dated back in the same transaction") {
        store.atomically([&] {
            sessions.begin(aSession(5));
            sessions.apply(id(5), SessionStep{SetTimes{earlier - std::chrono::days{1}, {}}});
        });
        CHECK(listed(store).back() == id(5));
        CHECK(store.verify().isSound());
    }
}

TEST_CASE("the patient seen last comes first also when a session was dated back", "[storage]") {
    OpenClinic clinic;
    auto& store = *clinic.store;
    store.patients().add(aPatient(1));
    store.cases().add(aCase(1));
    auto hers = aSession(0);
    hers.startedAt = kNow + std::chrono::hours{2};
    store.sessions().begin(hers);
    auto his = aSession(1);
    his.caseId = aCase(1).id;
    his.patient = aPatient(1).id;
    his.startedAt = kNow + std::chrono::hours{3};
    store.sessions().begin(his);
    REQUIRE(patients(store) == std::vector{aPatient(1).id, aPatient(0).id});

    store.sessions().apply(his.id, SessionStep{SetTimes{kNow + std::chrono::hours{1}, {}}});
    CHECK(patients(store) == std::vector{aPatient(0).id, aPatient(1).id});
    store.sessions().apply(his.id, SessionStep{SetTimes{kNow + std::chrono::hours{4}, {}}});
    CHECK(patients(store) == std::vector{aPatient(1).id, aPatient(0).id});
    CHECK(store.verify().isSound());
}

TEST_CASE("a session can't end before it begins", "[storage]") {
    OpenClinic clinic;
    auto session = aSession();
    session.endedAt = session.startedAt - std::chrono::minutes{1};
    CHECK_THROWS_AS(clinic.store->sessions().begin(session), EditRefused);
    session.endedAt = session.startedAt;
    clinic.store->sessions().begin(session);
    CHECK_THROWS_AS(clinic.store->sessions().apply(
                        session.id, SessionStep{SetTimes{kNow, kNow - std::chrono::seconds{1}}}),
                    EditRefused);
    CHECK(clinic.store->sessions().find(session.id) == session);
}

TEST_CASE("drafts that wait for a signature are listed, oldest first", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    const auto begunAt = [&](std::uint32_t number, std::chrono::hours ago) {
        auto session = aSession(number);
        session.writtenAt = kNow - ago;
        session.startedAt = kNow - std::chrono::days{number}; // dated back as one likes
        session.painNow = pain(4);
        sessions.begin(session);
        return session.id;
    };
    using std::chrono::hours;
    const auto today = begunAt(1, hours{2});
    const auto yesterday = begunAt(2, hours{25});
    const auto lastWeek = begunAt(3, hours{170});
    const auto done = begunAt(4, hours{300});
    static_cast<void>(sessions.sign(done, kNow));
    auto another = aPractitioner();
    another.id = idOf<PractitionerId>(2);
    another.userName = "jo";
    another.role = Role::Practitioner;
    clinic.store->practitioners().add(another, "another good password",
                                      storage::KdfCost::forTests());
    auto theirs = aSession(9);
    theirs.practitioner = another.id;
    theirs.writtenAt = kNow - hours{400};
    sessions.begin(theirs);

    const auto idsOf = [](const std::vector<storage::SessionRow>& rows) {
        Ids ids;
        for (const auto& row : rows) {
            ids.push_back(row.id);
        }
        return ids;
    };
    const auto aDayAgo = kNow - hours{24};
    CHECK(idsOf(sessions.unsignedDrafts(aDayAgo, 10)) == Ids{lastWeek, yesterday});
    CHECK(idsOf(sessions.unsignedDrafts(aDayAgo, 1)) == Ids{lastWeek});
    CHECK(idsOf(sessions.unsignedDrafts(kNow, 10)) == Ids{lastWeek, yesterday, today});
    CHECK(sessions.unsignedDrafts(aDayAgo, 10).front().patient == aPatient().id);
    const auto store = clinic.open("jo", "another good password");
    CHECK(idsOf(store->sessions().unsignedDrafts(aDayAgo, 10)) == Ids{theirs.id});
}

} // namespace palpate::test
