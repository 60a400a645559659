// SPDX-License-Identifier: MIT
// The lists of a day and the outcomes of the techniques, held against looking at every session.
#include "storage/AnyClinic.h"
#include "storage/TestForms.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace palpate::test {

namespace {

/// What a case's sessions say, oldest first.
struct CaseLine {
    CaseId id;
    std::vector<Session> sessions = {};
    [[nodiscard]] const Session& newest() const { return sessions.back(); }
    [[nodiscard]] std::optional<Date> nextVisit() const {
        std::optional<Date> day;
        for (const auto& session : sessions) {
            day = session.nextVisit ? session.nextVisit : day;
        }
        return day;
    }
};

[[nodiscard]] std::vector<CaseLine> linesOf(const AnyClinic& clinic, bool onlyOpen) {
    std::vector<CaseLine> lines;
    for (const auto& [id, record] : clinic.cases()) {
        CaseLine line{id};
        std::ranges::copy_if(clinic.sessions(), std::back_inserter(line.sessions),
                             [&](const Session& session) { return session.caseId == id; });
        std::ranges::stable_sort(line.sessions, {}, &Session::startedAt);
        const bool isOpen =
            record.status == CaseStatus::Open && !clinic.isArchived(clinic.goesOn(record.patient));
        if (!line.sessions.empty() && (isOpen || !onlyOpen)) {
            lines.push_back(line);
        }
    }
    return lines;
}

using Since = std::map<CaseId, Instant>;

[[nodiscard]] Since sinceOf(const storage::Worklist& list) {
    Since since;
    for (const auto& row : list.rows) {
        since.emplace(row.caseId, row.since);
    }
    CHECK(since.size() == list.rows.size());
    CHECK(list.count == storage::HitCount{static_cast<int>(list.rows.size()), false});
    return since;
}

[[nodiscard]] bool isOldestFirst(const storage::Worklist& list) {
    return std::ranges::is_sorted(list.rows, {}, &storage::WorkRow::since);
}

/// Whether there was a change to add.
bool addChange(storage::ChangeSums& sums, const std::optional<Tenderness>& before,
               const std::optional<Tenderness>& after) {
    if (before && after) {
        const int change = after->value() - before->value();
        ++sums.count;
        sums.sum += change;
        sums.squares += change * change;
    }
    return before && after;
}

[[nodiscard]] std::vector<storage::TechniqueOutcome> outcomesOf(const AnyClinic& clinic) {
    std::map<std::pair<TechniqueKey, MuscleKey>, storage::TechniqueOutcome> found;
    struct Whom {
        std::set<PatientId> all;
        std::set<PatientId> atOnce;
        std::set<PatientId> atNextVisit;
    };
    std::map<std::pair<TechniqueKey, MuscleKey>, Whom> patients;
    for (const auto& line : linesOf(clinic, false)) {
        for (std::size_t i = 0; i < line.sessions.size(); ++i) {
            const auto& session = line.sessions[i];
            for (const auto& treatment : session.treatments) {
                const auto* point = std::get_if<TriggerPointId>(&treatment.target);
                const auto* finding = point != nullptr ? findingAt(session, *point) : nullptr;
                const auto* muscle = std::get_if<MuscleTarget>(&treatment.target);
                if (finding == nullptr && muscle == nullptr) {
                    continue;
                }
                const std::pair key{treatment.technique,
                                    finding != nullptr ? finding->muscle : muscle->muscle};
                auto& sums =
                    found.try_emplace(key, storage::TechniqueOutcome{key.first, key.second})
                        .first->second;
                ++sums.uses;
                auto& whom = patients[key];
                const auto patient = clinic.goesOn(session.patient);
                whom.all.insert(patient);
                if (finding != nullptr) {
                    if (addChange(sums.atOnce, finding->tenderness, treatment.tendernessAfter)) {
                        whom.atOnce.insert(patient);
                    }
                    const auto* next = i + 1 < line.sessions.size()
                                           ? findingAt(line.sessions[i + 1], *point)
                                           : nullptr;
                    if (addChange(sums.atNextVisit, finding->tenderness,
                                  next != nullptr ? next->tenderness : std::nullopt)) {
                        whom.atNextVisit.insert(patient);
                    }
                }
            }
        }
    }
    std::vector<storage::TechniqueOutcome> outcomes;
    for (auto& [key, sums] : found) {
        const auto& whom = patients.at(key);
        sums.patients = static_cast<std::int64_t>(whom.all.size());
        sums.atOncePatients = static_cast<std::int64_t>(whom.atOnce.size());
        sums.atNextVisitPatients = static_cast<std::int64_t>(whom.atNextVisit.size());
        outcomes.push_back(sums);
    }
    return outcomes;
}

} // namespace

TEST_CASE("lists and outcomes stay true through every change", "[storage]") {
    const auto seed = GENERATE(11U, 12U, 13U);
    CAPTURE(seed);
    AnyClinic clinic{seed};
    clinic.fill(80);
    for (int round = 0; round < 12; ++round) {
        CAPTURE(round);
        clinic.changeSomething(8);
        auto& lists = clinic.store().worklists();
        const auto before = kNow - std::chrono::hours{24} * clinic.below(60);
        const auto today = kToday;
        Since rated;
        Since asked;
        Since unseen;
        std::set<CaseId> agreed;
        for (const auto& line : linesOf(clinic, true)) {
            auto ratedAt = line.sessions.front().startedAt;
            std::optional<Instant> askedAt;
            std::optional<Instant> agreedAt;
            for (const auto& session : line.sessions) {
                ratedAt = session.painNow ? session.startedAt : ratedAt;
                askedAt = session.checkIn.homeCareDays ? session.startedAt : askedAt;
                agreedAt = !agreedAt && !session.homeCare.empty() ? session.startedAt : agreedAt;
            }
            if (ratedAt < before) {
                rated.emplace(line.id, ratedAt);
            }
            if (agreedAt && std::max(askedAt.value_or(*agreedAt), *agreedAt) < before) {
                asked.emplace(line.id, std::max(askedAt.value_or(*agreedAt), *agreedAt));
            }
            const auto next = line.nextVisit();
            if (line.newest().startedAt < before && !(next && *next >= today)) {
                unseen.emplace(line.id, line.newest().startedAt);
            }
            if (next == today) {
                agreed.insert(line.id);
            }
        }
        const auto reassess = lists.ratedBefore(before, 100);
        CHECK(sinceOf(reassess) == rated);
        CHECK(isOldestFirst(reassess));
        const auto homeCare = lists.homeCareAskedBefore(before, 100);
        CHECK(sinceOf(homeCare) == asked);
        CHECK(isOldestFirst(homeCare));
        const auto silent = lists.unseenSince(before, today, 100);
        CHECK(sinceOf(silent) == unseen);
        CHECK(isOldestFirst(silent));
        std::set<CaseId> visits;
        for (const auto& row : lists.agreedFor(today, 100).rows) {
            visits.insert(row.caseId);
        }
        CHECK(visits == agreed);
        CHECK(clinic.store().outcomes().list() == outcomesOf(clinic));
    }
}

SCENARIO("the lists of a day name what is to do", "[storage]") {
    OpenClinic clinic;
    auto& store = *clinic.store;
    for (const auto number : {0U, 1U, 2U}) {
        auto session = aSession(number);
        session.nextVisit = number == 1 ? std::optional{kToday} : std::nullopt;
        session.note[0] = written("Better.");
        store.sessions().begin(session);
    }
    static_cast<void>(store.sessions().sign(aSession(0).id, kNow + std::chrono::hours{1}));
    auto& lists = store.worklists();

    const auto day = lists.begun(aSession(1).startedAt, aSession(2).startedAt, 10);
    REQUIRE(day.rows.size() == 1);
    CHECK(day.rows[0].session == aSession(1).id);
    CHECK(day.rows[0].number == 2);
    CHECK(day.rows[0].patient == aPatient().id);
    CHECK(day.rows[0].familyName == aPatient().familyName);
    CHECK(day.rows[0].complaint == aCase().complaint);
    CHECK_FALSE(day.rows[0].isSigned);

    const auto drafts = lists.drafts(1);
    REQUIRE(drafts.rows.size() == 1);
    CHECK(drafts.rows[0].session == aSession(1).id);
    CHECK(drafts.count == storage::HitCount{2, false});

    const auto agreed = lists.agreedFor(kToday, 10);
    REQUIRE(agreed.rows.size() == 1);
    CHECK(agreed.rows[0].session == aSession(2).id); // the newest of the case
    CHECK(agreed.rows[0].nextVisit == kToday);

    const auto unrated = lists.ratedBefore(kNow + std::chrono::weeks{9}, 10);
    REQUIRE(unrated.rows.size() == 1);
    CHECK_FALSE(unrated.rows[0].wasRated);
    CHECK(unrated.rows[0].since == aSession(0).startedAt);
    CHECK(lists.homeCareAskedBefore(kNow + std::chrono::weeks{9}, 10).rows.empty());
}

SCENARIO("a search is kept under a name", "[storage]") {
    OpenClinic clinic;
    auto& saved = clinic.store->savedSearches();
    const storage::SavedSearch tender{"Tender traps", "left upper trapezius >= 6"};
    saved.add(tender);
    saved.add({"active", "state:active"});
    CHECK(saved.list() == std::vector{storage::SavedSearch{"active", "state:active"}, tender});
    CHECK_THROWS_AS(saved.add({"TENDER traps", "x"}), EditRefused);
    CHECK_THROWS_AS(saved.add({" ", "x"}), EditRefused);
    CHECK_THROWS_AS(saved.add({"x", " "}), EditRefused);
    CHECK_THROWS_AS(saved.add({std::string(101, 'x'), "x"}), EditRefused);
    CHECK_THROWS_AS(saved.add({"x", std::string(10'001, 'x')}), EditRefused);
    CHECK_THROWS_AS(saved.remove("none"), EditRefused);
    saved.remove("tender TRAPS");
    CHECK(saved.list().size() == 1);
    const auto acts = clinic.store->audit().list({.kind = storage::AuditKind::Discard});
    REQUIRE(acts.size() == 1);
    CHECK(acts[0].detail.find("Tender traps") != std::string::npos);
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("unsettled flags are listed by urgency, then the longest ago", "[storage]") {
    const auto seed = GENERATE(1U, 2U);
    CAPTURE(seed);
    AnyClinic clinic{seed};
    clinic.fill(80);
    clinic.changeSomething(80);
    const std::vector<std::string> asked{"urgent", "emergency"}; // "soon" is not asked for
    std::vector<RaisedFlag> expected;
    std::ranges::copy_if(clinic.flags(), std::back_inserter(expected),
                         [](const RaisedFlag& flag) { return !flag.isSettled(); });
    std::ranges::stable_sort(expected, {}, [](const RaisedFlag& flag) {
        return std::pair{flag.urgency == "urgent"      ? 0
                         : flag.urgency == "emergency" ? 1
                                                       : 2,
                         flag.raised};
    });
    REQUIRE(expected.size() > 10);
    REQUIRE(expected.size() < clinic.flags().size());
    const auto list = clinic.store().worklists().flagsUnsettled(asked, 1000);
    REQUIRE(list.rows.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(list.rows[i].flag == expected[i].id);
        CHECK(list.rows[i].patient == clinic.goesOn(expected[i].patient));
        CHECK(list.rows[i].urgency == expected[i].urgency);
        CHECK(list.rows[i].raised == expected[i].raised);
        CHECK(list.rows[i].caseId == expected[i].caseId);
    }
    CHECK(list.count.count == static_cast<int>(expected.size()));
    const auto few = clinic.store().worklists().flagsUnsettled(asked, 3);
    REQUIRE(few.rows.size() == 3);
    CHECK(std::ranges::equal(few.rows, std::span{list.rows}.first(3)));
    CHECK(few.count == list.count);
}

TEST_CASE("reviews of home care are due in open cases that have a session", "[storage]") {
    const auto seed = GENERATE(1U, 2U);
    CAPTURE(seed);
    AnyClinic clinic{seed};
    auto& store = clinic.store();
    std::vector<CarePlanItem> items;
    std::uint32_t number = 0;
    for (const auto& [id, record] : clinic.cases()) { // before they have a session
        for (int i = 1 + clinic.below(4); i > 0; --i) {
            auto item = aCareItem(++number);
            item.caseId = id;
            item.start = std::chrono::sys_days{kToday} - std::chrono::days{30};
            item.review =
                Date{std::chrono::sys_days{kToday} + std::chrono::days{clinic.below(20) - 15}};
            store.carePlans().add(item);
            items.push_back(item);
        }
    }
    clinic.fill(20);
    clinic.changeSomething(40);
    for (std::size_t i = 0; i < items.size(); i += 5) {
        const auto before = items[i];
        items[i].stopped = before.review;
        store.carePlans().change(items[i], before);
    }
    auto unplanned = items.at(1);
    unplanned.review.reset();
    store.carePlans().change(unplanned, items.at(1));
    items.at(1) = unplanned;

    const auto open = linesOf(clinic, true);
    std::multiset<std::pair<Date, CaseId>> expected;
    for (const auto& item : items) {
        const bool isListed = std::ranges::find(open, item.caseId, &CaseLine::id) != open.end();
        if (isListed && item.review && !item.stopped && *item.review <= kToday) {
            expected.emplace(*item.review, item.caseId);
        }
    }
    REQUIRE(expected.size() > 2);
    REQUIRE(expected.size() < items.size());
    const auto list = store.worklists().reviewsDue(kToday, 1000);
    std::multiset<std::pair<Date, CaseId>> found;
    for (const auto& row : list.rows) {
        found.emplace(Date{std::chrono::floor<std::chrono::days>(row.since)}, row.caseId);
        const auto line = std::ranges::find(open, row.caseId, &CaseLine::id);
        REQUIRE(line != open.end());
        CHECK(row.startedAt == line->newest().startedAt);
        CHECK(row.homeCare.has_value());
        CHECK(row.review == Date{std::chrono::floor<std::chrono::days>(row.since)});
    }
    CHECK(found == expected);
    CHECK(isOldestFirst(list));
    CHECK(list.count.count == static_cast<int>(expected.size()));
    CHECK(store.worklists().reviewsDue(kToday, 2).rows.size() == 2);
    CHECK(store.verify().isSound());
}

} // namespace palpate::test
