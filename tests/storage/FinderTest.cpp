// SPDX-License-Identifier: MIT
// What a search through the index finds is what looking at every session would find.
#include "storage/AnyClinic.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <set>

namespace palpate::test {

namespace {

using Ids = std::vector<SessionId>;

[[nodiscard]] Ids pageByPage(storage::Finder& finder, const SessionFilter& filter, int limit) {
    Ids ids;
    storage::HitPage page{.limit = limit};
    for (;;) {
        const auto found = finder.sessions(filter, page);
        for (const auto& hit : found.hits) {
            ids.push_back(hit.hit.session);
            page.behind = hit.key;
        }
        if (!found.hasMore) {
            return ids;
        }
        REQUIRE(found.hits.size() == static_cast<std::size_t>(limit));
    }
}

struct PatientHit {
    PatientId patient;
    SessionId newest;
    int sessions = 0;
    friend bool operator==(const PatientHit&, const PatientHit&) = default;
};

[[nodiscard]] std::vector<PatientHit> patientsByPage(storage::Finder& finder,
                                                     const SessionFilter& filter, int limit) {
    std::vector<PatientHit> hits;
    storage::HitPage page{.limit = limit};
    for (;;) {
        const auto found = finder.patients(filter, page);
        for (const auto& hit : found.hits) {
            hits.push_back({hit.newest.hit.patient, hit.newest.hit.session, hit.sessions.count});
            page.behind = hit.newest.key;
        }
        if (!found.hasMore) {
            return hits;
        }
    }
}

/// Of sessions newest first.
[[nodiscard]] std::vector<PatientHit> byPatient(const AnyClinic& clinic,
                                                const std::vector<Session>& sessions) {
    std::vector<PatientHit> hits;
    for (const auto& session : sessions) {
        const auto patient = clinic.goesOn(session.patient);
        const auto known = std::ranges::find(hits, patient, &PatientHit::patient);
        if (known == hits.end()) {
            hits.push_back({patient, session.id, 1});
        } else {
            ++known->sessions;
        }
    }
    return hits;
}

} // namespace

TEST_CASE("the sessions found are those that a plain scan finds, page by page", "[storage]") {
    const auto seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    AnyClinic clinic{seed};
    clinic.fill(260);
    const auto change = GENERATE(false, true);
    if (change) {
        clinic.changeSomething(60);
    }
    auto& finder = clinic.store().finder();
    int found = 0;
    int narrow = 0;
    for (int i = 0; i < 250; ++i) {
        const auto filter = clinic.anyFilter();
        CAPTURE(i, clinic.told(filter));
        const auto expected = clinic.scan(filter);
        Ids ids;
        std::ranges::transform(expected, std::back_inserter(ids), &Session::id);
        CHECK(pageByPage(finder, filter, 7) == ids);
        CHECK(finder.countSessions(filter) ==
              storage::HitCount{static_cast<int>(ids.size()), false});
        if (i % 4 == 0) {
            const auto patients = byPatient(clinic, expected);
            CHECK(patientsByPage(finder, filter, 3) == patients);
            CHECK(finder.countPatients(filter).count == static_cast<int>(patients.size()));
        }
        found += ids.empty() ? 0 : 1;
        narrow += ids.size() < 260 ? 1 : 0;
    }
    CHECK(found > 80); // else the filters say nothing
    CHECK(narrow > 150);
    CHECK(clinic.store().verify().isSound());
}

TEST_CASE("a count that would look at thousands of sessions in vain says that there are more",
          "[storage]") {
    OpenClinic clinic;
    const int vain = GENERATE(1900, 2100);
    clinic.store->atomically([&] { // the older ones first: only the newest 250 are found
        for (int i = 0; i < vain + 250; ++i) {
            auto session = aSession(0);
            session.id = idOf<SessionId>(100'000 + static_cast<std::uint32_t>(i));
            session.startedAt = kNow + std::chrono::minutes{i};
            auto tender = anActiveFindingOn("piriformis", 1);
            tender.tenderness = tenderness(8);
            auto latent = anActiveFindingOn("gluteus_medius", 2);
            latent.state = State::Latent;
            latent.tenderness = tenderness(i < vain ? 2 : 7);
            session.findings = {tender, latent};
            clinic.store->sessions().begin(session);
        }
    });
    const SessionFilter both{.finding = {.states = {State::Latent}, .tenderness = {6, {}}}};
    CHECK(clinic.store->finder().countSessions(both) == storage::HitCount{250, vain > 2000});
    const SessionFilter older{.finding = both.finding, .to = kNow + std::chrono::minutes{vain + 9}};
    CHECK(clinic.store->finder().countSessions(older) == storage::HitCount{9, false}); // too few
}

SCENARIO("all conditions of a finding hold of one and the same", "[storage]") {
    OpenClinic clinic;
    auto session = aSession(0);
    auto tender = anActiveFindingOn("piriformis", 1);
    tender.tenderness = tenderness(8);
    auto mild = anActiveFindingOn("gluteus_medius", 2);
    mild.tenderness = tenderness(2);
    mild.state = State::Latent;
    session.findings = {tender, mild};
    clinic.store->sessions().begin(session);
    const auto finds = [&](const FindingFilter& finding) {
        return clinic.store->finder().countSessions({.finding = finding}).count == 1;
    };
    const std::vector gluteus{key<MuscleKey>("gluteus_medius")};
    CHECK(finds({.muscles = gluteus, .tenderness = {{}, 2}}));
    CHECK_FALSE(finds({.muscles = gluteus, .tenderness = {6, {}}}));
    CHECK_FALSE(finds({.states = {State::Latent}, .tenderness = {6, {}}}));
    CHECK(finds({.states = {State::Latent, State::Active}, .tenderness = {6, {}}}));
    CHECK_FALSE(finds({.tenderness = {9, 3}})); // no number lies there
    CHECK_FALSE(finds({.side = Side::Left}));
    CHECK_FALSE(finds({.changes = {Settled::Still}}));
}

SCENARIO("a case's status and diagnoses are searched as they are now", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession(0));
    const auto finds = [&](const SessionFilter& filter) {
        return clinic.store->finder().countSessions(filter).count == 1;
    };
    CHECK(finds({.caseStatus = CaseStatus::Open}));
    auto record = aCase();
    record.status = CaseStatus::Discharged;
    record.diagnosisCode = "M54.50";
    record.furtherDiagnoses = {"G44.2"};
    clinic.store->cases().update(record);
    CHECK_FALSE(finds({.caseStatus = CaseStatus::Open}));
    CHECK(finds({.caseStatus = CaseStatus::Discharged}));
    CHECK(finds({.diagnosis = "m54"}));
    CHECK(finds({.diagnosis = "M545"}));
    CHECK(finds({.diagnosis = "g44.2"}));
    CHECK_FALSE(finds({.diagnosis = "M54.51"}));
    CHECK_FALSE(finds({.diagnosis = "54"}));
    CHECK_FALSE(finds({.diagnosis = "..."}));
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("a painted region is found where the body map knows it", "[storage]") {
    const auto lumbar = key<RegionKey>("lumbar");
    OpenClinic clinic{{.painted = [&](const PainArea& area) {
        return area.onArm ? std::vector<PaintedRegion>{}
                          : std::vector{PaintedRegion{lumbar, Side::Right}};
    }}};
    clinic.store->sessions().begin(aFullSession(0));
    const auto count = [&](std::optional<RegionKey> region, std::optional<Side> side) {
        return clinic.store->finder()
            .countSessions({.painted = std::move(region), .paintedSide = side})
            .count;
    };
    CHECK(count(lumbar, {}) == 1);
    CHECK(count(lumbar, Side::Right) == 1);
    CHECK(count(lumbar, Side::Left) == 0);
    CHECK(count(key<RegionKey>("neck"), {}) == 0);
    CHECK(count({}, Side::Left) == 1); // of nothing
}

TEST_CASE("no typed text is an error of a search", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession());
    auto& finder = clinic.store->finder();
    const std::string typed =
        GENERATE("\"", "\"open phrase", "-", "*", "pain OR", "AND", "NOT pain", "(", "NEAR(a b)",
                 "text:pain", "^pain", "'; DROP TABLE session;--", "\\", "%", "_", "%_*\"'",
                 "\xEE\x80\x80h7/Rpiriformis", "\xFF\xFE", "\xC3", "\t\n", "-\"pain",
                 "\xE6\x82\xA3\xE8\x80\x85", "\xD9\x85\xD8\xB1\xD9\x8A\xD8\xB6", "\xF0\x9F\x92\x89",
                 "31.2.1980", "//", "1/1/1", "99999999999999999999", "-0 .", "14 Mar", "mar 99999");
    std::string many;
    while (many.size() < 10'000) {
        many += typed + std::to_string(many.size()) + " ";
    }
    for (const auto& text : {typed, typed + typed, many, std::string(10'000, typed[0])}) {
        CAPTURE(text.substr(0, 60));
        CHECK_NOTHROW(finder.sessions({.text = text}));
        CHECK_NOTHROW(finder.patients({.text = text}));
        CHECK_NOTHROW(finder.countSessions({.text = text}));
        CHECK_NOTHROW(finder.people(text, 20));
        CHECK_NOTHROW(finder.sessions({.diagnosis = text}));
    }
}

TEST_CASE("a text without a word finds no session", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession());
    auto& finder = clinic.store->finder();
    for (const std::string text : {"→", "€", "💉", "%_*", "-", "\"\"", "-→", " . "}) {
        CAPTURE(text);
        CHECK(finder.sessions({.text = text}).hits.empty());
        CHECK(finder.patients({.text = text}).hits.empty());
        CHECK(finder.countSessions({.text = text}).count == 0);
        CHECK(finder.countPatients({.text = text}).count == 0);
        CHECK(clinic.store->sessions().search({.text = text}).empty());
        CHECK_FALSE(finder.asksForText(text));
        CHECK_FALSE(finder.asksForPeople(text));
    }
    CHECK(finder.countSessions({.text = " \t\n"}).count == 1); // blank does not restrict
    CHECK(finder.asksForText("-боль"));
    CHECK_FALSE(finder.asksForPeople("12"));
    CHECK(finder.asksForPeople("123"));
    CHECK(finder.asksForPeople("боль"));
}

TEST_CASE("every word of a long text counts", "[storage]") {
    OpenClinic clinic;
    auto session = aSession(0);
    std::string all;
    for (int i = 0; i < 300; ++i) {
        all += "word" + std::to_string(i) + " ";
    }
    session.note[0] = written(all);
    clinic.store->sessions().begin(session);
    CHECK(clinic.store->finder().countSessions({.text = all}).count == 1);
    CHECK(clinic.store->finder().countSessions({.text = all + "another"}).count == 0);
}

TEST_CASE("counting ends at a thousand", "[storage]") {
    OpenClinic clinic;
    clinic.store->atomically([&] {
        for (std::uint32_t i = 0; i < 1003; ++i) {
            auto session = aSession(0);
            session.id = idOf<SessionId>(5000 + i);
            session.note[0] = written(i < 1000 ? "knee and hip" : "hip");
            clinic.store->sessions().begin(session);
        }
    });
    auto& finder = clinic.store->finder();
    CHECK(finder.countSessions({.text = "knee"}) == storage::HitCount{1000, false});
    CHECK(finder.countSessions({.text = "hip"}) == storage::HitCount{1000, true});
    CHECK(finder.countSessions({}) == storage::HitCount{1000, true});
    CHECK(finder.countPatients({.text = "hip"}) == storage::HitCount{1, false});
    const auto page = finder.patients({.text = "hip"});
    REQUIRE(page.hits.size() == 1);
    CHECK(page.hits[0].sessions == storage::HitCount{storage::kMostCountedOfPatient, true});
    CHECK_FALSE(page.hasMore);
}

} // namespace palpate::test
