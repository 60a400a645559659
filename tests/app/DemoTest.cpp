// SPDX-License-Identifier: MIT
#include "app/Demo.h"

#include "app/DemoBody.h"
#include "app/DemoSessions.h"
#include "app/OpenClinic.h"
#include "atlas/Areas.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "domain/Change.h"
#include "domain/Criteria.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "storage/Store.h"
#include "support/Printing.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

using namespace palpate;
using palpate::test::shippedKnowledge;
using palpate::test::TempFolder;

namespace {

constexpr auto kPassword = "a long enough pass phrase";

/// All that a clinic holds, in the order of identities.
struct Everything {
    std::vector<Patient> patients;
    std::vector<Case> cases;
    std::vector<Session> sessions;
};

/// A demonstration clinic in a temporary folder, opened at noon of its last day.
class DemoStory {
public:
    DemoStory(int patients, std::uint64_t seed) {
        app::DemoRequest request;
        request.patients = patients;
        request.seed = seed;
        request.lastDay = test::kToday;
        request.password = kPassword;
        request.strength = app::KeyStrength::FastForThrowAway;
        static_cast<void>(app::makeDemoClinic(folder_, request, shippedKnowledge()));
        clinic_.emplace(folder_, "demo", kPassword, shippedKnowledge(), time_.clock, time_.ids);
    }
    [[nodiscard]] app::Clinic& clinic() { return *clinic_; }
    [[nodiscard]] Everything everything() {
        Everything all;
        auto& store = clinic_->store();
        for (const auto& row : store.patients().search({}, 1'000'000)) {
            all.patients.push_back(*store.patients().find(row.id));
            for (auto& record : store.cases().ofPatient(row.id)) {
                all.cases.push_back(record);
            }
            for (auto& session : store.sessions().ofPatient(row.id)) {
                all.sessions.push_back(session);
            }
        }
        std::ranges::sort(all.patients, {}, &Patient::id);
        std::ranges::sort(all.cases, {}, &Case::id);
        std::ranges::sort(all.sessions, {}, &Session::id);
        return all;
    }

private:
    TempFolder temp_;
    std::filesystem::path folder_ = temp_.path() / "Demo.palpate";
    test::FixedTime time_;
    std::optional<app::Clinic> clinic_;
};

/// The signing keys are made anew for every clinic, and so are its signatures.
[[nodiscard]] std::vector<Session> withoutSignatureBytes(std::vector<Session> sessions) {
    for (auto& session : sessions) {
        if (session.signature) {
            session.signature->signature = {};
        }
    }
    return sessions;
}

/// Pain before treatment in the order of sessions, one list a case.
[[nodiscard]] std::map<CaseId, std::vector<int>> painOf(std::vector<Session> sessions) {
    std::ranges::sort(sessions, {}, &Session::startedAt);
    std::map<CaseId, std::vector<int>> pain;
    for (const auto& session : sessions) {
        if (session.painNow) {
            pain[session.caseId].push_back(session.painNow->value());
        }
    }
    return pain;
}

} // namespace

SCENARIO("the same seed makes the same clinic, identities included", "[app][demo]") {
    DemoStory first{9, 7};
    DemoStory second{9, 7};
    const auto a = first.everything();
    const auto b = second.everything();
    REQUIRE(a.sessions.size() > 30);
    CHECK(a.patients == b.patients);
    CHECK(a.cases == b.cases);
    CHECK(withoutSignatureBytes(a.sessions) == withoutSignatureBytes(b.sessions));
    THEN("another seed makes another") {
        DemoStory third{9, 8};
        const auto c = third.everything();
        CHECK(a.patients != c.patients);
        CHECK(a.sessions != c.sessions);
    }
}

SCENARIO("a demonstration of 120 patients looks like a practice", "[app][demo]") {
    DemoStory story{120, 7};
    const auto all = story.everything();
    REQUIRE(all.patients.size() == 120);

    THEN("there are about ten sessions a patient, a few patients with one, some drafts") {
        const auto mean = static_cast<double>(all.sessions.size()) / 120;
        CHECK(mean > 8);
        CHECK(mean < 12);
        std::map<PatientId, int> counts;
        for (const auto& session : all.sessions) {
            ++counts[session.patient];
        }
        CHECK(std::ranges::count_if(counts, [](const auto& c) { return c.second == 1; }) >= 2);
        const auto drafts =
            std::ranges::count_if(all.sessions, [](const Session& s) { return !isSigned(s); });
        CHECK(drafts >= 2);
        CHECK(drafts <= 9);
    }
    THEN("the low back comes first") {
        std::map<BodyArea, int> areas;
        for (const auto& record : all.cases) {
            ++areas[record.area];
        }
        const auto cases = static_cast<int>(all.cases.size());
        CHECK(areas[BodyArea::LowBack] * 100 > cases * 42);
        CHECK(areas[BodyArea::LowBack] * 100 < cases * 68);
        for (const auto area : {BodyArea::Neck, BodyArea::Shoulder, BodyArea::Hip, BodyArea::Knee,
                                BodyArea::Headache}) {
            CAPTURE(name(area));
            CHECK(areas[area] > 0);
        }
    }
    THEN("cases improve, stall and worsen, most of them improving") {
        int better = 0;
        int same = 0;
        int worse = 0;
        for (const auto& [record, pain] : painOf(all.sessions)) {
            if (pain.size() < 4) {
                continue;
            }
            const int change = pain.back() - pain.front();
            better += change <= -2 ? 1 : 0;
            same += change > -2 && change < 2 ? 1 : 0;
            worse += change >= 2 ? 1 : 0;
        }
        CHECK(better > same + worse);
        CHECK(same > 10);
        CHECK(worse > 2);
    }
    THEN("some cases are discharged, some open, and alerts are asked, none or not asked") {
        const auto with = [&](CaseStatus status) {
            return std::ranges::count(all.cases, status, &Case::status);
        };
        CHECK(with(CaseStatus::Discharged) > 50);
        CHECK(with(CaseStatus::Open) > 5);
        int notAsked = 0;
        int none = 0;
        int some = 0;
        for (const auto& patient : all.patients) {
            notAsked += patient.alerts ? 0 : 1;
            none += patient.alerts && patient.alerts->empty() ? 1 : 0;
            some += patient.alerts && !patient.alerts->empty() ? 1 : 0;
        }
        CHECK(notAsked > 3);
        CHECK(none > some);
        CHECK(some > 10);
    }
    THEN("a share of the findings is not assessed, and some points resolve or come back") {
        int findings = 0;
        int unseen = 0;
        std::map<State, int> states;
        for (const auto& session : all.sessions) {
            for (const auto& finding : session.findings) {
                ++findings;
                unseen += isAssessed(finding) ? 0 : 1;
                if (finding.state) {
                    ++states[*finding.state];
                }
            }
        }
        CHECK(unseen * 100 > findings * 2);
        CHECK(unseen * 100 < findings * 12);
        CHECK(states[State::Active] > findings / 5);
        CHECK(states[State::Latent] > findings / 5);
        CHECK(states[State::Resolved] > 50);
    }
    THEN("pain is drawn in about half of the sessions, and less of it as people get better") {
        std::map<CaseId, std::vector<double>> areas;
        int drawn = 0;
        int told = 0;
        auto sessions = all.sessions;
        std::ranges::sort(sessions, {}, &Session::startedAt);
        for (const auto& session : sessions) {
            drawn += session.painAreas.empty() ? 0 : 1;
            for (const auto& area : session.painAreas) {
                told += area.intensity ? 1 : 0;
                areas[session.caseId].push_back(atlas::unionArea(area.shape).value);
            }
        }
        const auto count = static_cast<int>(sessions.size());
        CHECK(drawn * 100 > count * 35);
        CHECK(drawn * 100 < count * 65);
        CHECK(told * 2 > drawn);
        int smaller = 0;
        int larger = 0;
        for (const auto& [record, sizes] : areas) {
            smaller += sizes.back() < sizes.front() ? 1 : 0;
            larger += sizes.back() > sizes.front() ? 1 : 0;
        }
        CHECK(smaller > 2 * larger);
    }
    THEN("names are written in several alphabets") {
        const auto any = [&](unsigned char lead) {
            return std::ranges::any_of(all.patients, [&](const Patient& p) {
                return static_cast<unsigned char>(p.familyName[0]) == lead;
            });
        };
        CHECK((any(0xCE) || any(0xCF))); // Greek
        CHECK((any(0xD0) || any(0xD1))); // Cyrillic
    }
}

SCENARIO("everything in a demonstration fits map, tables and rules", "[app][demo]") {
    DemoStory story{60, 11};
    auto& clinic = story.clinic();
    const auto& reference = clinic.reference();
    const auto all = story.everything();

    THEN("every place lies on its muscle, and every known point belongs to it") {
        for (const auto& session : all.sessions) {
            for (const auto& finding : session.findings) {
                CAPTURE(finding.muscle, name(finding.side));
                const auto* hit = clinic.map().muscleAt(finding.at, {finding.layer, false});
                if (hit == nullptr || hit->key != finding.muscle) {
                    hit = clinic.map().muscleAt(finding.at, {finding.layer, true});
                }
                REQUIRE(hit != nullptr);
                CHECK(hit->key == finding.muscle);
                CHECK(hit->side == finding.side);
                if (finding.referencePoint) {
                    const auto* place = reference.pointPlaces().find(*finding.referencePoint);
                    REQUIRE(place != nullptr);
                    CHECK(place->muscle == finding.muscle);
                }
            }
        }
    }
    THEN("drawn pain lies on the body, small in the file, and the Objective says it") {
        int drawn = 0;
        for (const auto& session : all.sessions) {
            for (const auto& area : session.painAreas) {
                ++drawn;
                REQUIRE_FALSE(area.shape.empty());
                const auto plane = area.onArm ? atlas::Plane::Arm : atlas::Plane::Body;
                CHECK(atlas::areaOnBody(clinic.map(), area.view, plane, area.shape).value >
                      0.995 * atlas::unionArea(area.shape).value);
                std::size_t places = 0;
                for (const auto& polygon : area.shape) {
                    for (const auto& ring : polygon) {
                        places += ring.size();
                    }
                }
                CHECK(places < 80);
                CHECK(noteOf(session, NotePart::Objective).text.starts_with("The patient drew "));
            }
        }
        CHECK(drawn > 100);
    }
    THEN("every technique and dose is one of the tables, the duration a usual one") {
        int durations = 0;
        std::set<std::string> techniques;
        for (const auto& session : all.sessions) {
            for (const auto& treatment : session.treatments) {
                const auto* technique = reference.techniques().find(treatment.technique);
                REQUIRE(technique != nullptr);
                techniques.insert(treatment.technique.text());
                auto expected = technique->logFields.begin();
                for (const auto& value : treatment.dose) {
                    CAPTURE(treatment.technique, value.field);
                    CHECK(reference.logFields().problem(value) == std::nullopt);
                    expected = std::find(expected, technique->logFields.end(), value.field);
                    CHECK(expected != technique->logFields.end()); // in the order they are asked
                    if (value.field.text() == "duration_s") {
                        const auto usual = reference::typicalRange(*technique, value.field);
                        REQUIRE(usual);
                        CHECK(std::get<double>(value.value) >= usual->low);
                        CHECK(std::get<double>(value.value) <= usual->high);
                        ++durations;
                    }
                }
                if (const auto* region = std::get_if<RegionTarget>(&treatment.target)) {
                    CHECK(clinic.map().region(region->region, region->side) != nullptr);
                }
            }
        }
        CHECK(durations > 200);
        CHECK(techniques.size() > 12);
    }
    THEN("signs never contradict the judgement, and tenderness goes with it") {
        for (const auto& session : all.sessions) {
            for (const auto& finding : session.findings) {
                CHECK_FALSE(disagree(finding));
                if (finding.state == State::Resolved && finding.tenderness) {
                    CHECK(finding.tenderness->value() == 0);
                }
                for (const auto& treatment : treatmentsAt(session, finding.point.id)) {
                    if (treatment.tendernessAfter) {
                        REQUIRE(finding.tenderness);
                        CHECK(*treatment.tendernessAfter <= *finding.tenderness);
                    }
                }
            }
        }
    }
    THEN("no treatment is given that an alert speaks against") {
        std::map<PatientId, std::vector<Alert>> alerts;
        for (const auto& patient : all.patients) {
            alerts[patient.id] = patient.alerts.value_or(std::vector<Alert>{});
        }
        for (const auto& session : all.sessions) {
            for (const auto& treatment : session.treatments) {
                for (const auto& alert : alerts[session.patient]) {
                    const auto* row = reference.alerts().rowFor(alert.kind, treatment.technique);
                    CAPTURE(alert.kind, treatment.technique);
                    CHECK((row == nullptr || row->kind == reference::ContraindicationKind::Local ||
                           row->kind == reference::ContraindicationKind::Precaution));
                }
            }
        }
    }
    THEN("records keep the rules, and nothing lies after noon of the last day") {
        const auto noon = std::chrono::sys_days{test::kToday} + std::chrono::hours{12};
        for (const auto& patient : all.patients) {
            CHECK(problems(patient, test::kToday).empty());
        }
        for (const auto& record : all.cases) {
            CHECK(problems(record, test::kToday).empty());
            if (!record.diagnosisCode.empty()) {
                CHECK(reference.diagnoses().find(record.diagnosisCode) != nullptr);
            }
        }
        for (const auto& session : all.sessions) {
            CHECK(session.startedAt < noon);
            if (session.signature) {
                CHECK(session.signature->at > session.startedAt);
                CHECK(session.signature->at < noon);
            }
        }
    }
    THEN("the record proves itself, and its trail is in order of time") {
        CHECK(clinic.store().verify().isSound());
        storage::AuditFilter every;
        every.limit = 1'000'000;
        const auto trail = clinic.store().audit().list(every);
        CHECK(trail.size() > all.sessions.size() * 2);
        CHECK(std::ranges::is_sorted(trail,
                                     [](const auto& a, const auto& b) { return a.at > b.at; }));
    }
}

SCENARIO("Ana Kovács is as in the pictures", "[app][demo]") {
    DemoStory story{1, 99};
    auto& store = story.clinic().store();
    const auto all = story.everything();
    REQUIRE(all.patients.size() == 1);
    CHECK(fullName(all.patients[0]) == "Ana Kovács");
    REQUIRE(all.patients[0].alerts);
    CHECK(all.patients[0].alerts->at(0).kind.text() == "anticoagulant");
    REQUIRE(all.sessions.size() == 7);
    const auto first = totalsOf(all.sessions.front().findings);
    CHECK(first.active == 5);
    CHECK(first.latent == 2);
    CHECK(first.totalTenderness == 38);
    const auto now = totalsOf(all.sessions.back().findings);
    CHECK(now.active == 2);
    CHECK(now.latent == 2);
    CHECK(now.totalTenderness == 15);
    CHECK(std::ranges::count_if(all.sessions, isSigned) == 6);
    CHECK_FALSE(isSigned(all.sessions.back()));
    std::vector<double> drawn;
    for (const auto& session : all.sessions) {
        drawn.push_back(
            atlas::paintedTotals(story.clinic().map(), session.painAreas).frontAndBack.value);
    }
    CHECK(std::ranges::is_sorted(drawn, std::ranges::greater{})); // less each time
    CHECK(std::lround(drawn.back()) == 118);
    CHECK(std::lround(drawn.at(5)) == 149);
    REQUIRE(all.sessions.front().painAreas.size() == 2);
    CHECK(all.sessions.front().painAreas.at(1).quality == PainQuality::Radiating);
    CHECK(all.sessions.front().painAreas.at(1).arrows.size() == 1);
    CHECK(all.sessions.back().painAreas.size() == 1);
    CHECK(noteOf(all.sessions.back(), NotePart::Objective)
              .text.starts_with("The patient drew ache, 3 of 10, deep, over the right "));
    const auto known = lastKnown(store.sessions().ofCase(all.cases.at(0).id));
    CHECK(totalsOf(known).resolved == 3);
}

TEST_CASE("every point of every complaint has its place on the map", "[app][demo]") {
    const app::DemoBody body{shippedKnowledge()};
    for (const auto& pair : body.pairs()) {
        CAPTURE(std::string{pair.right.complaint->words});
        CHECK(pair.right.places.size() == pair.right.complaint->points.size());
        CHECK(pair.left.places.size() == pair.left.complaint->points.size());
        CHECK(pair.right.otherSide.size() == pair.right.complaint->otherSide.size());
        CHECK(pair.right.regions.size() == pair.right.complaint->regions.size());
        CHECK_FALSE(pair.right.code.empty());
        CHECK_FALSE(pair.left.code.empty());
        const auto isPlaced = [&](std::string_view point) {
            return std::ranges::any_of(pair.right.places, [&](const app::DemoPlace& place) {
                return place.reference.text() == point;
            });
        };
        for (const auto point : pair.right.complaint->points) {
            CAPTURE(std::string{point});
            CHECK(isPlaced(point));
        }
        for (const auto& place : pair.right.places) {
            CAPTURE(place.reference);
            CHECK_FALSE(place.spots.empty());
        }
    }
}

TEST_CASE("a demonstration that can't be made leaves nothing behind", "[app][demo]") {
    const TempFolder temp;
    const auto folder = temp.path() / "Demo.palpate";
    app::DemoRequest request;
    request.lastDay = test::kToday;
    request.password = kPassword;
    request.strength = app::KeyStrength::FastForThrowAway;
    SECTION("a number that makes no sense") {
        request.patients = 0;
        CHECK_THROWS_AS(app::makeDemoClinic(folder, request, shippedKnowledge()), EditRefused);
    }
    SECTION("an interruption half-way") {
        request.patients = 300;
        request.onProgress = [](int, int) { throw std::runtime_error{"enough"}; };
        CHECK_THROWS_AS(app::makeDemoClinic(folder, request, shippedKnowledge()),
                        std::runtime_error);
    }
    CHECK_FALSE(std::filesystem::exists(folder));
}

TEST_CASE("before noon a demonstration ends on the day before", "[app][demo]") {
    const std::chrono::sys_days today{test::kToday};
    CHECK(app::newestDemoDay(today + std::chrono::hours{13}) == test::kToday);
    CHECK(app::newestDemoDay(today + std::chrono::hours{11}) == Date{today - std::chrono::days{1}});
}
