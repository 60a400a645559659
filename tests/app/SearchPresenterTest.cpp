// SPDX-License-Identifier: MIT
#include "app/SearchPresenter.h"

#include "app/OpenClinic.h"
#include "app/SearchExport.h"
#include "app/SearchLists.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <random>
#include <sstream>

using namespace palpate;
using namespace palpate::test;
using app::ResultsAs;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Ana Kovács with three sessions, and Bo Nyberg with one.
class Searched {
public:
    Searched() {
        auto bo = aPatient(1);
        bo.familyName = "=Nyberg";
        bo.givenName = "Bo";
        bo.birthDate = Date{std::chrono::year{1971}, std::chrono::May, std::chrono::day{2}};
        open->store().patients().add(bo);
        open->store().cases().add(aCase(1));
        for (std::uint32_t number = 0; number < 3; ++number) {
            auto session = aSession(number);
            auto finding = anActiveFindingOn("quadratus_lumborum");
            finding.tenderness = tenderness(8 - 2 * static_cast<int>(number));
            session.findings = {finding};
            session.treatments = {aTreatmentAt(1, number)};
            session.note.at(0) =
                written(number == 1 ? "Worse after lifting a box, \"very\" sore." : "Slept well.");
            open->store().sessions().begin(session);
        }
        auto other = aSession(3);
        other.patient = bo.id;
        other.caseId = aCase(1).id;
        other.findings = {anActiveFindingOn("piriformis", 2)};
        open->store().sessions().begin(other);
    }

    OpenClinic open;
};

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

[[nodiscard]] std::vector<std::string> filesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

SCENARIO("a typed query finds sessions beside the window") {
    GIVEN("a clinic with four sessions of two patients") {
        Searched searched;
        std::atomic<int> woken = 0;
        app::SearchPresenter search{*searched.open, [&] { ++woken; }};
        int changed = 0;
        search.onChange = [&] { ++changed; };

        WHEN("a muscle with a tenderness is typed") {
            search.type("ql >= 6");
            CHECK(search.view().isSearching);
            search.finish();
            THEN("the newest come first, with what was found in each") {
                const auto& view = search.view();
                CHECK(!view.isSearching);
                CHECK(woken >= 1);
                CHECK(changed == 2);
                CHECK(view.count == "2 sessions");
                REQUIRE(view.hits.size() == 2);
                CHECK(view.hits[0].title == "Ana Kovács");
                CHECK(view.hits[0].session == idOf<SessionId>(301));
                CHECK(view.hits[0].when == "Mon 30 Nov 2026");
                CHECK(view.hits[0].detail == "right quadratus lumborum: active, tenderness 6");
                CHECK(view.hits[1].session == idOf<SessionId>(300));
            }
        }
        WHEN("a word of a note is typed") {
            search.type("lifting");
            search.finish();
            THEN("the match is marked in its sentence") {
                REQUIRE(search.view().hits.size() == 1);
                const auto& hit = search.view().hits.front();
                REQUIRE(hit.bold.size() == 1);
                CHECK(hit.excerpt.substr(hit.bold[0].begin, hit.bold[0].length) == "lifting");
                CHECK(hit.detail == "1 point · 1 treatment");
                CHECK(search.view().count == "1 session");
            }
        }
        WHEN("the results are shown as patients") {
            search.type("right side:right");
            search.type("active ql piriformis");
            search.showAs(ResultsAs::Patients);
            search.finish();
            THEN("each stands once, with how many sessions match") {
                const auto& view = search.view();
                CHECK(view.count == "2 patients");
                REQUIRE(view.hits.size() == 2);
                CHECK(view.hits[0].title == "Bo =Nyberg");
                CHECK(view.hits[0].when == "1 session, last 14 Dec 2026");
                CHECK(view.hits[1].when == "3 sessions, last 7 Dec 2026");
            }
        }
        WHEN("one text follows the other before the first is answered") {
            for (const auto* text : {"q", "ql", "ql >= 6", "ql >= 8"}) {
                search.type(text);
            }
            search.finish();
            THEN("only the last is shown") {
                CHECK(search.view().query == "ql >= 8");
                CHECK(search.view().count == "1 session");
            }
        }
        WHEN("there is a mistake in it, or nothing") {
            search.type("lifting");
            search.finish();
            const auto* text = GENERATE("since:90x lifting", "", " . ", "→", "lifting →");
            search.type(text);
            search.finish();
            THEN("nothing is searched and nothing shown") {
                CHECK(search.view().hits.empty());
                CHECK(search.view().count.empty());
                CHECK(!search.view().isSearching);
            }
        }
        WHEN("nothing is found") {
            search.type("gemelli");
            search.finish();
            THEN("it says so") {
                CHECK(search.view().count == "no session");
            }
        }
    }
}

SCENARIO("each kind of restriction reaches the stored sessions") {
    Searched searched;
    auto& store = searched.open->store();
    auto session = aSession(4);
    session.painNow = pain(7);
    session.painAreas = {aPainArea()};
    session.homeCare = {{key<HomeCareKey>("foam_roll"), "daily"}};
    store.sessions().begin(session);
    auto record = aCase(0);
    record.diagnosisCode = "M79.18";
    store.cases().update(record);
    app::SearchPresenter search{*searched.open, {}};
    const auto count = [&](const std::string& query) {
        search.type(query);
        search.finish();
        CAPTURE(query);
        REQUIRE(search.view().parsed.mistakes.empty());
        return search.view().count;
    };
    CHECK(count("painted:\"right lumbar\"") == "1 session");
    CHECK(count("painted:lumbar") == "1 session");
    CHECK(count("painted:\"left lumbar\"") == "no session");
    CHECK(count("pain:>=7") == "1 session");
    CHECK(count("pain:>=8") == "no session");
    CHECK(count("home-care:\"foam rolling\"") == "1 session");
    CHECK(count("diagnosis:M79.1") == "4 sessions"); // all of her case
    CHECK(count("diagnosis:M79.7") == "no session");
    CHECK(count("case:open") == "5 sessions");
    CHECK(count("case:discharged") == "no session");
    CHECK(count("by:me profession:physiotherapist") == "5 sessions");
    CHECK(count("profession:chiropractor") == "no session");
    CHECK(count("dose:60s ql") == "3 sessions");
    CHECK(count("dose:61-90s ql") == "no session");
    CHECK(count("right ql pressure release") == "3 sessions");
    CHECK(count("left ql pressure release") == "no session");
    CHECK(count("ql >= 6 pressure release") == "2 sessions");
    CHECK(count("found:ql treated:piriformis") == "no session");
    CHECK(count("since:2026-11-24 until:2026-11-30 ql") == "1 session");
    CHECK(count("lifting -sore") == "no session");
    CHECK(count("-sore ql") == "2 sessions");
    CHECK(count("\"after lifting\"") == "1 session");
    CHECK(count("\"lifting after\"") == "no session");
}

SCENARIO("more results than a page are paged and counted") {
    GIVEN("a patient with 120 sessions") {
        OpenClinic open;
        for (std::uint32_t number = 0; number < 120; ++number) {
            auto session = aSession(number);
            session.note.at(0) = written("Slept well.");
            open->store().sessions().begin(session);
        }
        app::SearchPresenter search{*open, {}};
        search.type("slept");
        search.finish();
        REQUIRE(search.view().hits.size() == 50);
        CHECK(search.view().hasMore);
        CHECK(search.view().count == "120 sessions");
        WHEN("the next page is asked for before all are counted") {
            search.type("slept well");
            search.finish();
            search.type("well");
            while (search.view().isSearching) { // the page alone
                search.deliver();
            }
            search.more();
            search.finish();
            THEN("they are counted all the same") {
                CHECK(search.view().hits.size() == 100);
                CHECK(search.view().count == "120 sessions");
            }
        }
        WHEN("the next pages are asked for") {
            search.more();
            search.finish();
            CHECK(search.view().hits.size() == 100);
            search.more();
            search.finish();
            THEN("each session stands once") {
                const auto& view = search.view();
                CHECK(!view.hasMore);
                CHECK(view.count == "120 sessions");
                std::vector<SessionId> ids;
                for (const auto& hit : view.hits) {
                    ids.push_back(*hit.session);
                }
                REQUIRE(ids.size() == 120);
                CHECK(ids.front() == aSession(119).id);
                CHECK(ids.back() == aSession(0).id);
                std::ranges::sort(ids);
                CHECK(std::ranges::adjacent_find(ids) == ids.end());
                search.more(); // there is nothing more
                CHECK(!search.view().isSearching);
            }
        }
    }
}

SCENARIO("any text may be typed, however fast") {
    Searched searched;
    app::SearchPresenter search{*searched.open, {}};
    static const std::vector<std::string> pieces{
        "\"", "-",     "ql ", "lifting ", "since:",   "%_*'", "\xFF", "NEAR(", "a OR b",
        ":",  "боль ", "\n",  "left ",    ">= 6 ",    "(",    ")",    "text:", "^",
        "{",  "+",     "é",   "''",       "\xE2\x82", "--",   "→"};
    std::mt19937 chance{3};
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (auto length = chance() % 6; length > 0; --length) {
            text += pieces[chance() % pieces.size()];
        }
        search.type(text);
        if (chance() % 3 == 0) {
            CAPTURE(text);
            search.finish();
            REQUIRE(!search.view().problem);
            REQUIRE(!search.view().isSearching);
        } else if (chance() % 3 == 0) {
            search.deliver();
        }
    }
    search.type("lifting");
    search.finish();
    CHECK(search.view().count == "1 session");
}

SCENARIO("searches are kept under a name") {
    Searched searched;
    app::SearchPresenter search{*searched.open, {}};
    CHECK_THROWS_AS(search.save("Nothing"), EditRefused);
    search.type("ql since:90d");
    CHECK_THROWS_AS(search.save("  "), EditRefused);
    search.save(" Low backs ");
    CHECK_THROWS_AS(search.save("low BACKS"), EditRefused);
    REQUIRE(search.view().saved.size() == 1);
    CHECK(search.view().saved[0] == app::SavedSearch{"Low backs", "ql since:90d"});
    CHECK(app::savedQuery(*searched.open, "LOW backs") == "ql since:90d");
    const app::SearchPresenter later{*searched.open, {}};
    CHECK(later.view().saved.size() == 1);
    const auto jo = searched.open.programOfJo();
    CHECK(app::SearchPresenter{*jo, {}}.view().saved.empty());
    search.forget("Low backs");
    CHECK(search.view().saved.empty());
    CHECK_THROWS_WITH(app::savedQuery(*searched.open, "x"), ContainsSubstring("saved none yet"));
}

SCENARIO("results leave as comma-separated values") {
    Searched searched;
    auto& clinic = *searched.open;
    const TempFolder folder;
    const auto file = folder.path() / "found.csv";
    app::SearchPresenter search{clinic, {}};
    const auto disclosed = [&](std::uint32_t patient) {
        return clinic.store().disclosures().ofPatient(aPatient(patient).id);
    };

    GIVEN("a search that finds sessions of both patients") {
        search.type("active ql piriformis");
        search.finish();
        WHEN("they are written") {
            REQUIRE(search.writeCsv(file.string(), "Dr M. Patel", "audit"));
            const auto csv = contentOf(file);
            THEN("each is a line of RFC 4180, formulas are text") {
                CHECK(csv.starts_with("Date,Time,Patient,Practitioner,Status,Points,"));
                CHECK(csv.ends_with("\r\n"));
                CHECK(std::ranges::count(csv, '\n') == 5);
                CHECK(std::ranges::count(csv, '\r') == 5);
                CHECK_THAT(csv, ContainsSubstring("\"right quadratus lumborum: active, "
                                                  "tenderness 4\",pressure release 60 s,"));
                CHECK_THAT(csv,
                           ContainsSubstring("\"Worse after lifting a box, \"\"very\"\" sore.\""));
                CHECK(filesIn(folder.path()) == std::vector<std::string>{"found.csv"});
            }
            THEN("each patient's record says that it left, with the file's digest") {
                REQUIRE(disclosed(0).size() == 1);
                REQUIRE(disclosed(1).size() == 1);
                CHECK(disclosed(0)[0].what == "3 sessions in the results of a search, as CSV");
                CHECK(disclosed(1)[0].what == "1 session in the results of a search, as CSV");
                CHECK(disclosed(1)[0].recipient == "Dr M. Patel");
                CHECK(disclosed(1)[0].means == DisclosureMeans::Exported);
                CHECK(disclosed(1)[0].digest == storage::digestOf(csv));
            }
        }
        WHEN("the work is ended on the way") {
            CHECK_FALSE(search.writeCsv(file.string(), "Dr M. Patel", "audit",
                                        [](std::size_t) { return false; }));
            THEN("nothing is there and nothing recorded") {
                CHECK(filesIn(folder.path()).empty());
                CHECK(disclosed(0).empty());
            }
        }
        WHEN("the folder is missing") {
            CHECK_THROWS_AS(search.writeCsv((folder.path() / "no" / "x.csv").string(), "", ""),
                            ReportError);
            THEN("nothing is recorded") {
                CHECK(disclosed(0).empty());
            }
        }
        WHEN("they are written as patients") {
            search.showAs(ResultsAs::Patients);
            REQUIRE(search.writeCsv(file.string(), "", ""));
            THEN("each is one line") {
                const auto csv = contentOf(file);
                CHECK(std::ranges::count(csv, '\n') == 3);
                CHECK_THAT(csv, ContainsSubstring("Ana Kovács,3,2026-12-07,"));
            }
        }
    }
    GIVEN("a query with a mistake, or one that finds nothing") {
        search.type(GENERATE("since:90x", "", "gemelli", "→", "%%%"));
        search.finish();
        CHECK_THROWS_AS(search.writeCsv(file.string(), "", ""), EditRefused);
        CHECK(filesIn(folder.path()).empty());
    }
}

TEST_CASE("a cell that a spreadsheet would calculate is text") {
    CHECK(app::csvLine({"=1+1", "+44", "-x", "@SUM", "＝1"}) == "'=1+1,'+44,'-x,'@SUM,'＝1\r\n");
    CHECK(app::csvLine({"\t=1", "a=b", "", "a,b", "a\"b", "a\nb"}) ==
          "'\t=1,a=b,,\"a,b\",\"a\"\"b\",\"a\nb\"\r\n");
    CHECK(app::csvLine({"=HYPERLINK(\"x\")"}) == "\"'=HYPERLINK(\"\"x\"\")\"\r\n");
}

TEST_CASE("looking at results leaves no row in the trail, an export does") {
    Searched searched;
    auto& store = searched.open->store();
    const auto rows = [&] { return store.audit().list({.limit = 1000}).size(); };
    const auto before = rows();
    app::SearchPresenter search{*searched.open, {}};
    search.type("ql");
    search.finish();
    static_cast<void>(app::findAnything(*searched.open, "kovacs", {}));
    CHECK(rows() == before);
    const TempFolder folder;
    REQUIRE(search.writeCsv((folder.path() / "x.csv").string(), "", ""));
    CHECK(rows() == before + 1);
}

SCENARIO("one list finds anything") {
    Searched searched;
    auto& clinic = *searched.open;
    const std::vector<app::FinderSetting> settings{
        {"letterhead", "Letterhead", "logo address printed"}, {"theme", "Dark colours", "night"}};
    const auto find = [&](std::string_view text, std::optional<PatientId> open = {}) {
        return app::findAnything(clinic, text, settings, open);
    };
    using Kind = app::FoundThing::Kind;
    const auto firstOf = [](const std::vector<app::FoundThing>& things, Kind kind) {
        const auto found = std::ranges::find(things, kind, &app::FoundThing::kind);
        REQUIRE(found != things.end());
        return *found;
    };

    SECTION("a patient by part of a name, accents aside, in bold") {
        const auto things = find("kova");
        REQUIRE(!things.empty());
        CHECK(things[0].kind == Kind::Patient);
        CHECK(things[0].title == "Kovács, Ana");
        REQUIRE(things[0].bold.size() == 1);
        CHECK(things[0].title.substr(0, things[0].bold[0].length) == "Ková");
        CHECK(things[0].patient == aPatient(0).id);
    }
    SECTION("a patient by a slip of the keyboard, a birth date, a phone number") {
        CHECK(firstOf(find("kovasc"), Kind::Patient).title == "Kovács, Ana");
        CHECK(firstOf(find("1984-03-09"), Kind::Patient).patient == aPatient(0).id);
    }
    SECTION("sessions, the newest first") {
        const auto thing = firstOf(find("lifting"), Kind::Session);
        CHECK(thing.session == aSession(1).id);
        CHECK(thing.title == "Ana Kovács · Mon 30 Nov 2026");
    }
    SECTION("points of open cases by muscle, and by name and number") {
        const auto point = firstOf(find("quadratus"), Kind::Point);
        CHECK(point.title == "Quadratus lumborum, right · point 1");
        CHECK(point.detail == "Ana Kovács · active, tenderness 4");
        CHECK(point.session == aSession(2).id);
        CHECK(firstOf(find("point 1", aPatient(0).id), Kind::Point).point == aPoint(1).id);
        CHECK(firstOf(find("kovacs ql"), Kind::Point).point == aPoint(1).id);
    }
    SECTION("settings by their own words") {
        CHECK(firstOf(find("letterh"), Kind::Setting).setting == "letterhead");
        CHECK(firstOf(find("logo"), Kind::Setting).setting == "letterhead");
    }
    SECTION("what is open comes first") {
        const auto things = find("piriformis", aPatient(1).id);
        CHECK(firstOf(things, Kind::Point).patient == aPatient(1).id);
    }
    SECTION("nothing typed: the people seen last") {
        const auto things = find("");
        REQUIRE(things.size() == 2);
        CHECK(things[0].kind == Kind::Patient);
        CHECK(app::findAnything(clinic, "a", settings, {}, 1).size() <= 1);
        CHECK(app::findAnything(clinic, "a", settings, {}, 0).empty());
    }
    SECTION("a text that names nobody finds nobody") {
        for (const std::string text : {"%_*", "\"", "\"\"", "-", "€", "→", "💉", "1", "12", "1."}) {
            CAPTURE(text);
            const auto things = find(text);
            CHECK(std::ranges::find(things, Kind::Patient, &app::FoundThing::kind) == things.end());
            if (text.find('1') == std::string::npos) {
                CHECK(things.empty());
            }
        }
        CHECK(find(" \t").size() == 2); // blank is nothing typed
    }
    SECTION("any text is allowed") {
        for (const std::string text :
             {"\"", "%_*'", "since:90x", "-", "a\" b", "\xFF\xFE", "боль", "NEAR(a b)", "a OR b",
              "muscle:", "((", "1", "'; DROP TABLE patient; --"}) {
            CAPTURE(text);
            CHECK_NOTHROW(find(text));
        }
        CHECK_NOTHROW(find(std::string(10'000, 'x')));
    }
}
