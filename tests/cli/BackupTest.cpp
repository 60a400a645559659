// SPDX-License-Identifier: MIT
// backup, backups and restore, as a script uses them.
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A small clinic of its own and a folder for backups.
class SmallClinic {
public:
    SmallClinic() {
        std::filesystem::create_directory(disk());
        const auto made = palpatectl({"demo", clinic(), "--patients", "3", "--seed", "7",
                                      "--last-day", "2026-11-23", "--fast-keys"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
    }
    [[nodiscard]] std::string clinic() const { return path("Small.palpate"); }
    [[nodiscard]] std::string disk() const { return path("disk"); }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (temp_.path() / name).string();
    }
    [[nodiscard]] std::string onlyBackup() const {
        return std::filesystem::directory_iterator {
            disk()
            } -> path().string();
    }

private:
    TempFolder temp_;
};

void checkRefusal(const Outcome& outcome, int status, const std::string& words) {
    CAPTURE(outcome.out, outcome.errors);
    CHECK(outcome.status == status);
    CHECK(outcome.out.empty());
    CHECK(outcome.errors.starts_with("palpatectl: "));
    CHECK(std::ranges::count(outcome.errors, '\n') == 1);
    CHECK_THAT(outcome.errors, ContainsSubstring(words));
}

} // namespace

SCENARIO("a clinic is backed up and restored by commands", "[cli][backup]") {
    const SmallClinic small;
    const auto before = palpatectl({"sessions", small.clinic(), "--json"});
    const auto made = palpatectl({"backup", small.clinic(), "--to", small.disk(), "--rehearse"});
    CAPTURE(made.out, made.errors);
    REQUIRE(made.status == 0);
    CHECK_THAT(made.out, ContainsSubstring("Made and verified"));
    CHECK_THAT(made.out, ContainsSubstring("3 patients"));
    CHECK_THAT(made.out, ContainsSubstring("restored on trial and checked whole, all is sound"));
    CHECK(palpatectl({"verify", small.clinic()}).status == 0);

    THEN("it is listed without a password") {
        const auto listed = palpatectlWithoutPassword({"backups", small.disk(), "--json"});
        CHECK(listed.status == 0);
        const auto json = nlohmann::json::parse(listed.out);
        REQUIRE(json.size() == 1);
        CHECK(json[0]["folder"] == small.onlyBackup());
        CHECK(json[0]["problem"].is_null());
        CHECK(json[0]["clinic"].get<std::string>().size() == 36);
        CHECK(palpatectlWithoutPassword({"backups", small.disk(), "--read"}).status == 0);
    }
    THEN("it becomes a clinic with the same sessions") {
        const auto again = small.path("Again.palpate");
        const auto restored = palpatectl({"restore", small.onlyBackup(), "--to", again});
        CAPTURE(restored.out, restored.errors);
        CHECK(restored.status == 0);
        CHECK_THAT(restored.out, ContainsSubstring("3 patients"));
        CHECK(palpatectl({"sessions", again, "--json"}).out == before.out);
        CHECK(palpatectl({"verify", again}).status == 0);
        checkRefusal(palpatectl({"restore", small.onlyBackup(), "--to", again}), 1,
                     "never restored over it");
        const auto replaced =
            palpatectl({"restore", small.onlyBackup(), "--to", again, "--put-aside"});
        CHECK(replaced.status == 0);
        CHECK_THAT(replaced.out, ContainsSubstring("Again-put-aside-"));
    }
    THEN("a wrong password, or none, restores nothing") {
        const auto to = small.path("Again.palpate");
        checkRefusal(ran(PALPATECTL, {"restore", small.onlyBackup(), "--to", to},
                         {.set = {"PALPATE_PASSWORD=wrong"}, .input = {}}),
                     3, "");
        checkRefusal(palpatectlWithoutPassword({"restore", small.onlyBackup(), "--to", to}), 3, "");
        CHECK_FALSE(std::filesystem::exists(to));
    }
    THEN("a damaged one is told and not restored") {
        const auto file = std::filesystem::path{small.onlyBackup()} / "clinic.db";
        std::fstream{file, std::ios::in | std::ios::out | std::ios::binary}.seekp(5000) << "x";
        CHECK(palpatectlWithoutPassword({"backups", small.disk()}).status == 0); // not read
        const auto read = palpatectlWithoutPassword({"backups", small.disk(), "--read"});
        CHECK(read.status == 1);
        CHECK_THAT(read.out, ContainsSubstring("is damaged"));
        const auto to = small.path("Again.palpate");
        checkRefusal(palpatectl({"restore", small.onlyBackup(), "--to", to}), 1, "is damaged");
        CHECK_FALSE(std::filesystem::exists(to));
    }
    THEN("a clinic that was replaced by an older copy of itself is told at the next backup") {
        const auto older = small.path("older");
        std::filesystem::copy(small.clinic(), older, std::filesystem::copy_options::recursive);
        for (int i = 0; i < 9; ++i) { // each leaves a trace
            CHECK(palpatectl({"patients", small.clinic()}).status == 0);
        }
        CHECK(palpatectl({"backup", small.clinic(), "--to", small.disk()}).status == 0);
        std::filesystem::remove_all(small.clinic());
        std::filesystem::rename(older, small.clinic());
        const auto told = palpatectl({"backup", small.clinic(), "--to", small.disk()});
        CHECK(told.status == 1);
        CHECK_THAT(told.errors, ContainsSubstring("is shorter than in its last backup"));
    }
}

TEST_CASE("what can't be backed up or restored is told in one line", "[cli][backup]") {
    const SmallClinic small;
    checkRefusal(palpatectl({"backup", small.clinic()}), 2, "--to");
    checkRefusal(palpatectl({"backup", small.clinic(), "--to", small.path("stick")}), 1,
                 "for backups: connect its disk, or make the folder first.");
    checkRefusal(palpatectl({"backup", small.clinic(), "--to", "/proc"}), 1,
                 "Nothing can be written into the backup folder /proc: check its rights");
    checkRefusal(palpatectl({"backup", small.path("nowhere"), "--to", small.disk()}), 1,
                 "There is no clinic");
    checkRefusal(palpatectlWithoutPassword({"backups", small.path("stick")}), 1,
                 "can't be reached");
    checkRefusal(palpatectl({"restore", small.path("stick"), "--to", small.path("x.palpate")}), 1,
                 "There is no backup");
    checkRefusal(palpatectl({"restore", small.clinic(), "--to", small.path("x.palpate")}), 1,
                 "is no backup that was written to its end");
    const auto none = palpatectlWithoutPassword({"backups", small.disk()});
    CHECK(none.status == 0);
    CHECK_THAT(none.out, ContainsSubstring("There is no backup in"));
    for (const auto* command : {"backup", "backups", "restore"}) {
        const auto help = palpatectlWithoutPassword({command, "--help"});
        CHECK(help.status == 0);
        CHECK_THAT(help.out, ContainsSubstring("Example"));
    }
}
