// SPDX-License-Identifier: MIT
// What each role may ask of palpatectl; what it may not ends with status 3 and one line.
#include "app/Clinic.h"
#include "cli/Palpatectl.h"
#include "storage/Store.h"
#include "support/Builders.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

constexpr auto kPassword = "correct horse";

/// A clinic with Ana Kovács, her case, a signed session, and one person of each role.
class StaffedClinic {
public:
    StaffedClinic() {
        FixedTime time;
        static_cast<void>(app::createClinic(folder(), aClinicProfile(), aPractitioner(), kPassword,
                                            time.clock, time.ids,
                                            app::KeyStrength::FastForThrowAway));
        storage::Store store{folder(), {aPractitioner().userName, kPassword}, time.clock};
        store.patients().add(aPatient());
        store.cases().add(aCase());
        auto session = aSession();
        session.painNow = pain(6);
        store.sessions().begin(session);
        static_cast<void>(store.sessions().sign(session.id, session.startedAt));
        for (const auto role : {Role::Practitioner, Role::FrontDesk, Role::Auditor}) {
            auto person = aPractitioner();
            person.id = idOf<PractitionerId>(20U + static_cast<unsigned>(role));
            person.userName = name(role);
            person.role = role;
            store.practitioners().add(person, kPassword, storage::KdfCost::forTests());
        }
        store.signOut();
        std::filesystem::create_directory(file("copies"));
    }

    [[nodiscard]] std::filesystem::path folder() const { return temp_.path() / "North.palpate"; }
    [[nodiscard]] std::string file(const char* name) const {
        return (temp_.path() / name).string();
    }
    /// CLINIC stands behind the command's name.
    [[nodiscard]] Outcome as(const std::string& user, std::vector<std::string> words) const {
        words.insert(words.begin() + 1, folder().string());
        words.insert(words.end(), {"--user", user});
        return palpatectl(words);
    }

private:
    TempFolder temp_;
};

} // namespace

TEST_CASE("each command is refused to the roles that may not, with status 3", "[roles]") {
    const StaffedClinic clinic;
    const auto patient = aPatient().id.text();
    struct Row {
        std::vector<std::string> words;
        std::vector<std::string> mayNot;
    };
    const std::vector<std::string> notTreating{"front_desk", "auditor"};
    const std::vector<Row> rows{
        {{"patients"}, {"auditor"}},
        {{"sessions"}, notTreating},
        {{"sessions", "--patient", patient}, notTreating},
        {{"search", "pain"}, notTreating},
        {{"search", "pain", "--csv", clinic.file("found.csv")}, notTreating},
        {{"documents", "--patient", patient}, notTreating},
        {{"disclosures", "--patient", patient}, notTreating},
        {{"map", "--patient", patient, "--out", clinic.file("map.svg")}, notTreating},
        {{"report", "--patient", patient, "--template", "progress-report", "--out",
          clinic.file("report.pdf")},
         notTreating},
        {{"report", "--template", "audit-report", "--out", clinic.file("audit.pdf")},
         {"front_desk", "practitioner"}},
        {{"backup", "--to", clinic.file("copies")}, {"auditor"}},
        {{"verify"}, {"front_desk"}},
    };
    for (const auto& row : rows) {
        for (const std::string user : {"practitioner", "front_desk", "auditor"}) {
            INFO(row.words.front() << " as " << user);
            const auto outcome = clinic.as(user, row.words);
            INFO(outcome.errors);
            if (std::ranges::find(row.mayNot, user) != row.mayNot.end()) {
                CHECK(outcome.status == 3);
                CHECK(outcome.out.empty());
                CHECK_THAT(outcome.errors, StartsWith("palpatectl: Only an owner"));
                CHECK(std::ranges::count(outcome.errors, '\n') == 1);
            } else {
                CHECK(outcome.status == 0);
            }
        }
    }
}

TEST_CASE("the front desk lists patients without their complaints", "[roles]") {
    const StaffedClinic clinic;
    const auto seen = clinic.as("practitioner", {"patients", "--json"});
    CHECK_THAT(seen.out, ContainsSubstring(aCase().complaint));
    const auto desk = clinic.as("front_desk", {"patients", "--json"});
    REQUIRE(desk.status == 0);
    const auto list = nlohmann::json::parse(desk.out);
    REQUIRE(list.size() == 1);
    CHECK(list[0].at("id") == aPatient().id.text());
    CHECK_FALSE(list[0].contains("open_complaint"));
    const auto table = clinic.as("front_desk", {"patients"});
    CHECK_THAT(table.out, ContainsSubstring(aPatient().familyName));
    CHECK_THAT(table.out, !ContainsSubstring("complaint"));
    CHECK_THAT(table.out, !ContainsSubstring(aCase().complaint));
}
