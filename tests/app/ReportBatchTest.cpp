// SPDX-License-Identifier: MIT
// The same report of many patients: each file whole, each disclosed, none overwritten.
#include "app/Documents.h"
#include "app/OpenClinic.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <set>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Names = std::set<std::string>;

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] Names namesIn(const std::filesystem::path& folder) {
    Names names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

/// Ana, and four more: two of one name, one who was never seen, one out of the daily list.
struct ManyPatients : test::OpenClinic {
    ManyPatients() {
        auto& store = (*this)->store();
        add(0, "Kovács", "Ana");
        add(1, "Berg", "Lea");
        add(2, "Berg", "Lea");
        add(3, "Unseen", "Uma", false);
        add(4, "Away", "Abe");
        store.patients().archive(test::aPatient(4).id);
        folder = temp() / "reports" / "today";
    }
    void add(std::uint32_t number, const std::string& family, const std::string& given,
             bool seen = true) {
        auto& store = (*this)->store();
        auto patient = test::aPatient(number);
        patient.familyName = family;
        patient.givenName = given;
        if (number > 0) {
            store.patients().add(patient);
            store.cases().add(test::aCase(number));
        }
        if (seen) {
            auto visit = test::aSession(number);
            visit.patient = patient.id;
            visit.caseId = test::aCase(number).id;
            visit.startedAt = test::kNow;
            visit.painNow = test::pain(4);
            visit.findings = {
                test::anActiveFindingOn("quadratus_lumborum", static_cast<int>(number) + 1)};
            store.sessions().begin(visit);
        }
    }
    [[nodiscard]] ManyReports many(const std::string& search = {}) const {
        return {.search = search,
                .request = {},
                .folder = folder,
                .delivery = {.recipient = "the insurer", .purpose = "yearly review"}};
    }
    std::filesystem::path folder;
};

constexpr auto kAna = "Kovács-Ana-progress-report-2026-11-23.pdf";
constexpr auto kLea = "Berg-Lea-progress-report-2026-11-23.pdf";
constexpr auto kOtherLea = "Berg-Lea-progress-report-2026-11-23 2.pdf";

} // namespace

SCENARIO("many reports are written, one file a patient") {
    ManyPatients clinic;
    std::vector<std::size_t> told;
    const auto result = writeReports(*clinic, clinic.many(), [&](std::size_t done, std::size_t of) {
        told.push_back(done);
        CHECK(of == 4);
        return true;
    });
    CHECK(result.written == 3);
    CHECK_FALSE(result.cancelled);
    CHECK(result.failed.empty());
    REQUIRE(result.skipped.size() == 1);
    CHECK_THAT(shown(result.skipped[0]), ContainsSubstring("Unseen Uma: "));
    CHECK(told == std::vector<std::size_t>{0, 1, 2, 3, 4});
    CHECK(namesIn(clinic.folder) == Names{kAna, kLea, kOtherLea});

    THEN("each is disclosed with its digest") {
        const auto lines = disclosuresOf(*clinic, clinic.patient());
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].disclosure.recipient == "the insurer");
        CHECK(lines[0].disclosure.purpose == "yearly review");
        CHECK(lines[0].digest == storage::hexOf(storage::digestOf(bytesOf(clinic.folder / kAna))));
        CHECK(disclosuresOf(*clinic, test::aPatient(3).id).empty());
        CHECK(disclosuresOf(*clinic, test::aPatient(4).id).empty());
    }
    THEN("each is what one report alone would be") {
        const auto one = clinic.temp() / "one.pdf";
        writeReport(*clinic, {.patient = clinic.patient()}, one);
        const bool same = bytesOf(one) == bytesOf(clinic.folder / kAna);
        CHECK(same);
    }
    THEN("a second run overwrites nothing") {
        const auto before = bytesOf(clinic.folder / kAna);
        std::ofstream{clinic.folder / kAna, std::ios::app} << "\n% looked at\n";
        CHECK(writeReports(*clinic, clinic.many("kov")).written == 1);
        CHECK(bytesOf(clinic.folder / kAna) == before + "\n% looked at\n");
        CHECK(namesIn(clinic.folder).size() == 4);
        CHECK(namesIn(clinic.folder).contains("Kovács-Ana-progress-report-2026-11-23 2.pdf"));
    }
    CHECK(clinic->store().verify().isSound());
}

TEST_CASE("a run that is cancelled or fails leaves whole files and no part of one") {
    ManyPatients clinic;
    SECTION("cancelled") {
        const auto result = writeReports(*clinic, clinic.many("berg"),
                                         [](std::size_t done, std::size_t) { return done < 1; });
        CHECK(result.cancelled);
        CHECK(result.written == 1);
        CHECK(namesIn(clinic.folder) == Names{kLea});
    }
    SECTION("the folder is gone") {
        const auto aside = clinic.temp() / "aside";
        CHECK_THROWS_AS(writeReports(*clinic, clinic.many("berg"),
                                     [&](std::size_t done, std::size_t) {
                                         if (done == 1) {
                                             std::filesystem::rename(clinic.folder, aside);
                                         }
                                         return true;
                                     }),
                        ReportError);
        CHECK(namesIn(aside) == Names{kLea});
    }
    SECTION("an exception comes out of the telling") {
        CHECK_THROWS_AS(writeReports(*clinic, clinic.many("berg"),
                                     [&](std::size_t done, std::size_t) -> bool {
                                         if (done == 1) {
                                             throw std::runtime_error{"the window is gone"};
                                         }
                                         return true;
                                     }),
                        std::runtime_error);
        CHECK(namesIn(clinic.folder) == Names{kLea});
    }
    const auto seen = disclosuresOf(*clinic, test::aPatient(1).id).size() +
                      disclosuresOf(*clinic, test::aPatient(2).id).size();
    CHECK(seen == 1);
}

TEST_CASE("what can't be meant for many is refused before anything is written") {
    ManyPatients clinic;
    auto many = clinic.many();
    many.request.templateName = "no-such";
    CHECK_THROWS_AS(writeReports(*clinic, many), DataError);
    many = clinic.many();
    many.delivery.recipient = std::string(201, 'x');
    CHECK_THROWS_AS(writeReports(*clinic, many), EditRefused);
    CHECK_FALSE(std::filesystem::exists(clinic.folder));
    many = clinic.many();
    std::ofstream{clinic.temp() / "file"} << "x";
    many.folder = clinic.temp() / "file" / "reports";
    CHECK_THROWS_AS(writeReports(*clinic, many), ReportError);
}

TEST_CASE("killed at any moment, no file is there without its disclosure") {
    ManyPatients clinic;
    const auto dies = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2});
    clinic.close();
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const SystemClock clock;
        IdMaker ids{clock};
        const auto program = clinic.programWith(clock, ids);
        const auto killer = ::fork(); // from outside, while the work goes on
        if (killer == 0) {
            ::usleep(static_cast<useconds_t>(150'000 * (dies + 1)));
            ::kill(::getppid(), SIGKILL);
            ::_exit(0);
        }
        for (;;) { // until it is killed
            static_cast<void>(writeReports(*program, clinic.many()));
        }
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGKILL);
    clinic.reopen();
    std::set<std::string> disclosed;
    for (std::uint32_t number = 0; number < 5; ++number) {
        for (const auto& line : disclosuresOf(*clinic, test::aPatient(number).id)) {
            disclosed.insert(line.digest);
        }
    }
    if (std::filesystem::exists(clinic.folder)) {
        for (const auto& name : namesIn(clinic.folder)) {
            if (name.ends_with(".pdf")) {
                CAPTURE(name);
                CHECK(disclosed.contains(
                    storage::hexOf(storage::digestOf(bytesOf(clinic.folder / name)))));
            }
        }
    }
    CHECK(clinic->store().verify().isSound());
}

} // namespace palpate::app
