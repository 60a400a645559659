// SPDX-License-Identifier: MIT
#include "architecture/SourceText.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate::architecture;

TEST_CASE("includes are found with their lines, whatever the spacing") {
    const auto source = scan("#pragma once\n"
                             "#include <vector>\n"
                             "\n"
                             "  #  include \"domain/Id.h\" // why\n"
                             "/* a\n comment */ #include <map>\n"
                             "#if X\n#include <set>\n#endif\n");
    CHECK(source.includes ==
          std::vector<Include>{
              {2, "vector", true}, {4, "domain/Id.h", false}, {6, "map", true}, {8, "set", true}});
}

TEST_CASE("a comment or a text that shows an include is none") {
    const auto source = scan("// #include <wx/wx.h>\n"
                             "/*\n#include <hpdf.h>\n*/\n"
                             "auto a = \"#include <sqlite3.h>\";\n"
                             "auto b = R\"x(\n#include <wx/dc.h>\n)x\";\n"
                             "auto c = \"// no comment\"; int d; // \"no text\"\n");
    CHECK(source.includes.empty());
    REQUIRE(source.literals.size() == 3);
    CHECK(source.literals[0] == Literal{5, "#include <sqlite3.h>"});
    CHECK(source.literals[1].line == 6);
    CHECK(source.literals[2] == Literal{9, "// no comment"});
}

TEST_CASE("texts are read to their end") {
    const auto source = scan("f(\"a \\\" b\", 'x', '\"', '\\'', 1'000'000, \"c\");\n"
                             "g(u8R\"(raw \" one)\", L\"wide\", \"\");\n"
                             "h(\"open\nnext(\"d\");\n");
    std::vector<std::string> texts;
    for (const auto& literal : source.literals) {
        texts.push_back(literal.text);
    }
    CHECK(texts == std::vector<std::string>{"a \" b", "c", "raw \" one", "wide", "", "open", "d"});
}

TEST_CASE("a file that ends early is scanned without harm") {
    CHECK(scan("").includes.empty());
    CHECK(scan("/* open").includes.empty());
    CHECK(scan("#include <vector").includes.empty());
    CHECK(scan("#include").includes.empty());
    CHECK(scan("#include <vector>").includes.size() == 1);
    CHECK(scan("auto a = R\"(open").literals.size() == 1);
    CHECK(scan("auto a = R\"open").literals.empty());
    CHECK(scan("\"open").literals.size() == 1);
    CHECK(scan("'").literals.empty());
}
