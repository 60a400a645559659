// SPDX-License-Identifier: MIT
// docs/sources.md, the clinical tables and the comments of the code must tell the same sources.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kRoot{PALPATE_SOURCE_DIR};

std::string contentOf(const fs::path& file) {
    std::ifstream in{file};
    REQUIRE(in);
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The lines of the page by key, each as it stands there.
std::map<std::string, std::string> listedSources() {
    const std::regex entry{R"(- \*\*([A-Z0-9]+)\*\* \([a-z]+\) .+)"};
    std::map<std::string, std::string> listed;
    std::ifstream page{kRoot / "docs/sources.md"};
    REQUIRE(page);
    for (std::string line; std::getline(page, line);) {
        std::smatch match;
        if (std::regex_match(line, match, entry)) {
            INFO(line);
            CHECK(listed.emplace(match[1], line).second);
        }
    }
    return listed;
}

std::vector<fs::path> tables() {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator{kRoot / "src/reference/data"}) {
        if (file.path().extension() == ".json") {
            files.push_back(file.path());
        }
    }
    return files;
}

/// Keys named by the rows of a table: every member `sources` that is a list of words, however deep
/// it lies.
void collectRowKeys(const json& value, std::set<std::string>& keys) {
    for (const auto& [name, member] : value.items()) {
        const bool isKeyList = value.is_object() && name == "sources" && member.is_array() &&
                               !member.empty() && member.front().is_string();
        if (isKeyList) {
            const auto words = member.get<std::vector<std::string>>();
            keys.insert(words.begin(), words.end());
        } else if (member.is_structured()) {
            collectRowKeys(member, keys);
        }
    }
}

/// Keys in comments such as "Source: [SI]" or "Source of the list: [DELPHI2018], [TS1]", with the
/// place for a message.
std::map<std::string, std::string> keysCitedInCode() {
    const std::regex citation{R"(//.*\bSources?\b[^:\[]*:(.*))"};
    const std::regex key{R"(\[([A-Z][A-Z0-9]+)\])"};
    std::map<std::string, std::string> cited;
    for (const auto& entry : fs::recursive_directory_iterator{kRoot / "src"}) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") {
            continue;
        }
        std::ifstream in{entry.path()};
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            std::smatch match;
            if (!std::regex_search(line, match, citation)) {
                continue;
            }
            const std::string rest = match[1];
            for (std::sregex_iterator found{rest.begin(), rest.end(), key}, end; found != end;
                 ++found) {
                cited.emplace((*found)[1], fs::relative(entry.path(), kRoot).string() + ":" +
                                               std::to_string(number));
            }
        }
    }
    return cited;
}

} // namespace

TEST_CASE("every source cited in the code is listed", "[sources]") {
    const auto listed = listedSources();
    const auto cited = keysCitedInCode();
    REQUIRE(cited.contains("DELPHI2018")); // the search itself finds something
    for (const auto& [key, place] : cited) {
        INFO(place << " cites [" << key << "], which docs/sources.md does not list");
        CHECK(listed.contains(key));
    }
}

TEST_CASE("the clinical tables and the list of sources agree word for word", "[sources]") {
    const auto listed = listedSources();
    REQUIRE(listed.size() > 100);
    std::set<std::string> used;
    for (const fs::path& file : tables()) {
        const json table = json::parse(contentOf(file));
        std::set<std::string> declared;
        for (const json& source : table.at("sources")) {
            const auto key = source.at("key").get<std::string>();
            declared.insert(key);
            const std::string line = "- **" + key + "** (" + source.at("read").get<std::string>() +
                                     ") " + source.at("citation").get<std::string>();
            INFO(file.filename().string() << " tells: " << line);
            CHECK((listed.contains(key) && listed.at(key) == line));
        }
        std::set<std::string> rowKeys;
        collectRowKeys(table, rowKeys);
        for (const std::string& key : rowKeys) {
            INFO(file.filename().string() << " has a row that cites " << key
                                          << ", which its own list of sources does not tell");
            CHECK(declared.contains(key));
        }
        used.insert(declared.begin(), declared.end());
    }
    for (const auto& [key, place] : keysCitedInCode()) {
        used.insert(key);
    }
    for (const auto& [key, line] : listed) {
        INFO("listed, but cited nowhere: " << line);
        CHECK(used.contains(key));
    }
}

TEST_CASE(
    "the words that must go with the body map stand in the README as they stand beside the data",
    "[licence]") {
    std::string words = contentOf(kRoot / "src/atlas/data/ATTRIBUTION.txt");
    REQUIRE(words.ends_with('\n'));
    words.pop_back();
    REQUIRE(words.starts_with("Body map adapted from: "));
    CHECK(contentOf(kRoot / "README.md").find("\n> " + words + "\n") != std::string::npos);
}
