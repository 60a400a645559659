// SPDX-License-Identifier: MIT
#include "architecture/Rules.h"

#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_container_properties.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

using namespace palpate::architecture;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::IsEmpty;
using Catch::Matchers::StartsWith;
using palpate::test::TempFolder;

namespace {

constexpr const char* kTable =
    "# room | may include | third-party libraries hidden in its .cpp files | its contract\n"
    "domain |  |  | Id.h\n"
    "atlas | domain | json | BodyMap.h\n"
    "storage | domain | SQLiteCpp | Store.h\n"
    "report | domain | haru | Pdf.h\n"
    "app | domain atlas storage report |  | Clinic.h\n"
    "gui | app domain | wx | Frame.h\n";

/// A small house in which every rule holds.
class House {
public:
    House() {
        write("layers.txt", kTable);
        write("src/domain/Id.h", "// SPDX-License-Identifier: MIT\n#include <string>\n");
        write("src/atlas/BodyMap.h", "// SPDX-License-Identifier: MIT\n#include \"domain/Id.h\"\n");
        write("src/atlas/Node.h",
              "// SPDX-License-Identifier: MIT\n#include <nlohmann/json.hpp>\n");
        write("src/atlas/BodyMap.cpp", "// SPDX-License-Identifier: MIT\n"
                                       "#include \"atlas/BodyMap.h\"\n#include \"atlas/Node.h\"\n");
        write("src/storage/Store.h", "// SPDX-License-Identifier: MIT\n#include \"domain/Id.h\"\n");
        write("src/storage/Store.cpp",
              "// SPDX-License-Identifier: MIT\n#include \"storage/Store.h\"\n"
              "#include <SQLiteCpp/Database.h>\n#include <sqlite3.h>\n#include <unistd.h>\n"
              "auto q = \"SELECT 1\";\n");
        write("src/storage/migrations/0001.sql", "-- SPDX-License-Identifier: MIT\n");
        write("src/report/Pdf.h", "// SPDX-License-Identifier: MIT\n");
        write("src/report/Pdf.cpp", "// SPDX-License-Identifier: MIT\n#include <hpdf.h>\n");
        write("src/app/Clinic.h", "// SPDX-License-Identifier: MIT\n#include \"domain/Id.h\"\n");
        write("src/app/Clinic.cpp", "// SPDX-License-Identifier: MIT\n#include \"app/Clinic.h\"\n"
                                    "#include \"atlas/BodyMap.h\"\n"
                                    "auto hint = \"Select a muscle from the list\";\n");
        write("src/gui/Frame.h", "// SPDX-License-Identifier: MIT\n#include \"app/Clinic.h\"\n");
        write("src/gui/Frame.cpp", "// SPDX-License-Identifier: MIT\n#include <wx/frame.h>\n");
        write("src/CMakeLists.txt", "# SPDX-License-Identifier: MIT\n");
        write("tests/run.sh", "#!/bin/sh\n# SPDX-License-Identifier: MIT\n");
    }

    void write(const std::string& name, const std::string& content) const {
        const auto file = folder_.path() / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << content;
    }

    /// A file with the licence line, then one line of code: line 2.
    void plant(const std::string& name, const std::string& line) const {
        write(name, "// SPDX-License-Identifier: MIT\n" + line + "\n");
    }

    [[nodiscard]] std::vector<std::string> complaints() const {
        const auto table = readLayerTable(folder_.path() / "layers.txt");
        std::vector<std::string> out;
        for (const auto& found : {checkArrows(table), checkRooms(folder_.path(), table),
                                  checkLicences(folder_.path())}) {
            for (const auto& violation : found) {
                out.push_back(shown(violation));
            }
        }
        return out;
    }

private:
    TempFolder folder_;
};

struct Planted {
    std::string file;
    std::string line;
    std::string complaint;
};

} // namespace

TEST_CASE("a sound house has no complaints") {
    CHECK_THAT(House{}.complaints(), IsEmpty());
}

TEST_CASE("each planted breach is told once, with file, line and rule") {
    const auto planted = GENERATE(
        Planted{"src/domain/Rule.cpp", "#include \"atlas/BodyMap.h\"",
                "domain may not include atlas"},
        Planted{"src/atlas/Rule.cpp", "#include \"storage/Store.h\"",
                "atlas may not include storage"},
        Planted{"src/app/Rule.cpp", "#include \"gui/Frame.h\"", "app may not include gui"},
        Planted{"src/gui/Rule.cpp", "#include \"atlas/BodyMap.h\"", "gui may not include atlas"},
        Planted{"src/app/Rule.cpp", "#include \"interop/Fhir.h\"", "app may not include interop"},
        Planted{"src/app/Rule.cpp", "#include <gui/Frame.h>", "app may not include gui"},
        Planted{"src/app/Rule.cpp", "#include \"atlas/Node.h\"",
                "atlas/Node.h is private to atlas"},
        Planted{"src/app/Rule.cpp", "#include \"Clinic.h\"", "\"Clinic.h\" names no room"},
        Planted{"src/app/Rule.cpp", "#include <wx/string.h>", "<wx/string.h> outside gui"},
        Planted{"src/report/Rule.cpp", "#include <wx/dc.h>", "<wx/dc.h> outside gui"},
        Planted{"src/app/Rule.cpp", "#include \"wx/dc.h\"", "<wx/dc.h> outside gui"},
        Planted{"src/app/Rule.cpp", "#include <SQLiteCpp/SQLiteCpp.h>", "outside storage"},
        Planted{"src/gui/Rule.cpp", "#include <sqlite3.h>", "outside storage"},
        Planted{"src/gui/Rule.cpp", "#include <sqlcipher/sqlite3.h>", "outside storage"},
        Planted{"src/gui/Rule.cpp", "#include <hpdf.h>", "<hpdf.h> outside report"},
        Planted{"src/gui/Rule.cpp", "#include <nlohmann/json.hpp>",
                "in gui, whose HIDES don't name json"},
        Planted{"src/app/Rule.cpp", "#include <sys/socket.h>", "speaks to a network"},
        Planted{"src/gui/Rule.cpp", "#include <wx/url.h>", "speaks to a network"},
        Planted{"src/report/Rule.cpp", "#include <sodium.h>",
                "in report, whose HIDES don't name sodium"},
        Planted{"src/report/Rule.cpp", "#include <boost/any.hpp>",
                "belongs to no library that the rules know"},
        Planted{"src/atlas/BodyMap.h", "#include <nlohmann/json_fwd.hpp>", "in one of our HEADERS"},
        Planted{"src/gui/Frame.h", "#include <wx/frame.h>", "in one of our HEADERS"},
        Planted{"src/storage/Store.h", "#include <unistd.h>", "in one of our HEADERS"},
        Planted{"src/atlas/BodyMap.h", "#include \"atlas/Node.h\"",
                "one of our HEADERS may include HEADERS only"},
        Planted{"src/app/Rule.cpp", "auto q = \"SELECT name FROM patient\";",
                "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = \"select name from patient where id = ?\";",
                "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = \"  insert into patient values (1)\";",
                "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = \"\\n\\tUPDATE patient SET name = 1\";",
                "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = R\"(DELETE FROM patient)\";",
                "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = \"CREATE TABLE x (y)\";", "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = \"PRAGMA key\";", "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = \"pragma user_version\";",
                "SQL text outside storage"},
        Planted{"src/app/Rule.cpp", "auto q = \"BEGIN IMMEDIATE\";", "SQL text outside storage"});
    const House house;
    house.plant(planted.file, planted.line);
    CAPTURE(planted.file, planted.line);
    const auto complaints = house.complaints();
    REQUIRE(complaints.size() == 1);
    CHECK_THAT(complaints.front(), StartsWith(planted.file + ":2: "));
    CHECK_THAT(complaints.front(), ContainsSubstring(planted.complaint));
}

TEST_CASE("sentences for people are not taken for SQL") {
    const auto* text =
        GENERATE("Select a muscle from the list", "Update the note",
                 "Delete from the list of drafts", "Create table of points", "selected",
                 "Insert into the report", "With pain", "Begin the session", "updated", "SELECTED",
                 "The SELECT key", "Drop the point here", "Release felt", "with pressure",
                 "select one from the list, then click it", "create table-like");
    const House house;
    house.plant("src/app/Rule.cpp", "auto t = \"" + std::string{text} + "\";");
    CAPTURE(text);
    CHECK_THAT(house.complaints(), IsEmpty());
}

TEST_CASE("a breach inside a comment is none") {
    const House house;
    house.plant("src/app/Rule.cpp", "// #include <wx/wx.h> and \"SELECT 1\"");
    CHECK(house.complaints().empty());
}

TEST_CASE("an SQL file, a source without a room and a missing licence are told") {
    const House house;
    SECTION("an SQL file outside storage") {
        house.write("src/app/query.sql", "-- SPDX-License-Identifier: MIT\n");
        CHECK(house.complaints() ==
              std::vector<std::string>{"src/app/query.sql: SQL file outside storage"});
    }
    SECTION("a source in a folder that is no room") {
        house.plant("src/util/Misc.cpp", "");
        CHECK(house.complaints() ==
              std::vector<std::string>{
                  "src/util/Misc.cpp: source in no room: palpate_layer() names the rooms"});
    }
    SECTION("a source beside the rooms") {
        house.plant("src/Misc.h", "");
        CHECK(house.complaints().size() == 1);
    }
    SECTION("a file without its licence") {
        const auto* name =
            GENERATE("src/app/Rule.cpp", "src/storage/migrations/0002.sql",
                     "tests/app/CMakeLists.txt", "tests/more.sh", "cmake/Find.cmake");
        house.write(name, "int x;\n\n// SPDX-License-Identifier: MIT, too late\n");
        CAPTURE(name);
        const auto complaints = house.complaints();
        REQUIRE(complaints.size() == 1);
        CHECK_THAT(complaints.front(), StartsWith(std::string{name} + ":1: no line"));
    }
}

TEST_CASE("arrows that go up or nowhere, and libraries outside their wall, are told") {
    const House house;
    const auto withRow = [&house](const std::string& row) {
        house.write("layers.txt", kTable + row);
        const auto complaints = house.complaints();
        return complaints.size() == 1 ? complaints.front() : std::to_string(complaints.size());
    };
    CHECK(withRow("reference | domain app |  | R.h\n") ==
          "src/reference/CMakeLists.txt: USES app, which lies no lower: arrows go down");
    CHECK(withRow("reference | atlas |  | R.h\n") ==
          "src/reference/CMakeLists.txt: USES atlas, which lies no lower: arrows go down");
    CHECK(withRow("reference | util |  | R.h\n") ==
          "src/reference/CMakeLists.txt: USES util, which is no room");
    CHECK(withRow("reference | domain | SQLiteCpp | R.h\n") ==
          "src/reference/CMakeLists.txt: HIDES SQLiteCpp, which stays in storage");
    CHECK(withRow("cli | app | wx | C.h\n") ==
          "src/cli/CMakeLists.txt: HIDES wx, which stays in gui");
    CHECK(withRow("util | domain |  | U.h\n") ==
          "src/util/CMakeLists.txt: util is no room of the house");
}

TEST_CASE("a layer table that is none is refused") {
    const House house;
    house.write("layers.txt", "domain | \n");
    CHECK_THROWS_WITH(house.complaints(), ContainsSubstring("no row: domain"));
    CHECK_THROWS_WITH(readLayerTable("nowhere/layers.txt"), ContainsSubstring("no layer table"));
}
