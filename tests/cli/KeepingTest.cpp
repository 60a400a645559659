// SPDX-License-Identifier: MIT
// export, retention and destroy, as a script uses them.
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

/// A small clinic of its own.
class SmallClinic {
public:
    SmallClinic() {
        const auto made = palpatectl({"demo", clinic(), "--patients", "3", "--seed", "7",
                                      "--last-day", "2026-11-23", "--fast-keys"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
        patients_ = json::parse(palpatectl({"patients", clinic(), "--json"}).out);
        REQUIRE(patients_.size() == 3);
    }
    [[nodiscard]] std::string clinic() const { return path("Small.palpate"); }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (temp_.path() / name).string();
    }
    [[nodiscard]] std::string patient() const { return patients_[0]["id"]; }
    [[nodiscard]] std::string name() const {
        return patients_[0]["given_name"].get<std::string>() + " " +
               patients_[0]["family_name"].get<std::string>();
    }

private:
    TempFolder temp_;
    json patients_;
};

[[nodiscard]] json read(const std::string& file) {
    std::ifstream in{file};
    return json::parse(in);
}

} // namespace

SCENARIO("a whole record is exported by a command", "[cli][keeping]") {
    const SmallClinic small;
    const auto folder = small.path("record");
    const auto made = palpatectl({"export", small.clinic(), "--patient", small.patient(),
                                  "--format", "json", "--out", folder, "--for", "the patient"});
    CAPTURE(made.errors);
    REQUIRE(made.status == 0);
    CHECK(made.out == folder + "\n");
    const auto rows = read(folder + "/rows.json");
    CHECK(rows.at("patient").size() == 1);
    CHECK_FALSE(rows.at("session").empty());
    CHECK(std::filesystem::file_size(folder + "/record.pdf") > 1000);
    const auto left = json::parse(
        palpatectl({"disclosures", small.clinic(), "--patient", small.patient(), "--json"}).out);
    CHECK(left.at(0).at("means") == "exported");
    CHECK(left.at(0).at("recipient") == "the patient");

    const auto again =
        palpatectl({"export", small.clinic(), "--patient", small.patient(), "--out", folder});
    CHECK(again.status == 1);
    CHECK_THAT(again.errors, ContainsSubstring("not empty"));
    CHECK(palpatectl({"export", small.clinic(), "--patient", "x", "--out", folder}).status == 2);
}

SCENARIO("rules are listed and a country is chosen", "[cli][keeping]") {
    const SmallClinic small;
    const auto rules = json::parse(palpatectl({"retention", "list", small.clinic(), "--json"}).out);
    REQUIRE(rules.size() == 5);
    CHECK(rules[3].at("country") == "Germany");
    CHECK(rules[3].at("years") == 10);
    CHECK(rules[3].at("until_age").is_null());
    CHECK_THAT(palpatectl({"retention", "list", small.clinic()}).errors,
               ContainsSubstring("professional body"));

    CHECK_THAT(palpatectl({"retention", "due", small.clinic()}).errors,
               ContainsSubstring("Choose the country"));
    CHECK(palpatectl({"retention", "country", small.clinic(), "--set", "Atlantis"}).status == 1);
    CHECK(palpatectl({"retention", "country", small.clinic(), "--set", "Germany"}).out ==
          "Germany\n");
    const auto due = palpatectl({"retention", "due", small.clinic(), "--json"});
    CHECK(due.status == 0);
    CHECK(json::parse(due.out).is_array());
    CHECK(palpatectl({"retention", small.clinic()}).status == 2);
}

SCENARIO("a record is destroyed by a command", "[cli][keeping]") {
    const SmallClinic small;
    const auto destroyed = [&](const std::string& name) {
        return palpatectl({"destroy", small.clinic(), "--patient", small.patient(), "--reason",
                           "kept long enough", "--export", small.path("export"), "--certificate",
                           small.path("certificate.pdf"), "--yes-destroy", name});
    };
    const auto refused = destroyed("Somebody Else");
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("to confirm"));
    CHECK_FALSE(std::filesystem::exists(small.path("export")));

    const auto done = destroyed(small.name());
    CAPTURE(done.errors);
    REQUIRE(done.status == 0);
    CHECK(done.out == small.path("certificate.pdf") + "\n");
    CHECK(std::filesystem::exists(small.path("certificate.pdf")));
    CHECK(read(small.path("export") + "/rows.json").at("patient").size() == 1);
    CHECK(json::parse(palpatectl({"patients", small.clinic(), "--json"}).out).size() == 2);
    CHECK(palpatectl({"verify", small.clinic()}).status == 0);
    const auto list =
        json::parse(palpatectl({"retention", "destroyed", small.clinic(), "--json"}).out);
    REQUIRE(list.size() == 1);
    CHECK(list[0].at("patient") == small.patient());
    CHECK(list[0].at("reason") == "kept long enough");
    CHECK(palpatectl({"destroy", small.clinic(), "--patient", small.patient()}).status == 2);
}
