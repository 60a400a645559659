// SPDX-License-Identifier: MIT
#include "app/Demo.h"

#include "app/DemoBody.h"
#include "app/DemoStory.h"
#include "atlas/Areas.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "domain/Change.h"
#include "domain/Criteria.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "support/Printing.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace palpate;
using palpate::test::DemoStory;
using palpate::test::shippedKnowledge;
using palpate::test::TempFolder;

namespace {

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
    const auto& all = test::demoToRead(120, 7).all;
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
        CHECK(drafts >= 4);
        CHECK(drafts <= 11);
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
    THEN("most of what a session asks is asked, and the rare things are rare") {
        int consent = 0;
        int checkedIn = 0;
        int reactions = 0;
        int late = 0;
        int care = 0;
        int nextAgreed = 0;
        for (const auto& session : all.sessions) {
            consent += session.consent == TodayConsent::Given ? 1 : 0;
            checkedIn += session.checkIn.sleepHours && session.checkIn.stress ? 1 : 0;
            reactions += session.reaction && session.reaction->grade != ReactionGrade::None ? 1 : 0;
            late += isLateEntry(session) ? 1 : 0;
            care += session.homeCare.empty() ? 0 : 1;
            nextAgreed += session.nextVisit ? 1 : 0;
        }
        const auto count = static_cast<int>(all.sessions.size());
        CHECK(consent * 100 > count * 94);
        CHECK(checkedIn * 100 > count * 70);
        CHECK(reactions > 0);
        CHECK(reactions * 100 < count * 8);
        CHECK(late > 0);
        CHECK(late * 100 < count * 3);
        CHECK(care * 100 > count * 30);
        CHECK(nextAgreed * 100 > count * 75);
        const auto contacts = static_cast<int>(all.contacts.size());
        CHECK(contacts > 5);
        CHECK(contacts * 10 < count);
        const auto archived = std::ranges::count(all.patients, true, &Patient::archived);
        CHECK(archived >= 1);
        CHECK(archived * 10 < 120);
        int unknown = 0;
        int none = 0;
        int listed = 0;
        for (const auto& patient : all.patients) {
            unknown += patient.allergies ? 0 : 1;
            none += patient.allergies && patient.allergies->empty() ? 1 : 0;
            listed += patient.allergies && !patient.allergies->empty() ? 1 : 0;
        }
        CHECK(unknown > 5);
        CHECK(listed > 10);
        CHECK(none > listed + unknown);
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
    auto& demo = test::demoToRead(60, 11);
    auto& clinic = demo.story.clinic();
    const auto& reference = clinic.reference();
    const auto& all = demo.all;

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
    THEN("records keep the rules, and nothing lies after noon of the last day") {
        const auto noon = std::chrono::sys_days{test::kToday} + std::chrono::hours{12};
        for (const auto& note : all.contacts) {
            CHECK(problems(note, noon).empty());
        }
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
    request.password = test::kDemoPassword;
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
