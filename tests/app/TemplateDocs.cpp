// SPDX-License-Identifier: MIT
#include "app/TemplateDocs.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

namespace palpate::test {

namespace {

using report::FieldInfo;
using report::Fields;

[[nodiscard]] std::string kindWord(Fields::Kind kind) {
    switch (kind) {
    case Fields::Kind::Text:
        return "text";
    case Fields::Kind::Note:
        return "note";
    case Fields::Kind::Flag:
        return "flag";
    case Fields::Kind::List:
        return "list";
    case Fields::Kind::Group:
        break;
    }
    return "group";
}

void addRows(const std::vector<FieldInfo>& infos, const std::string& before, std::string& rows) {
    for (const auto& info : infos) {
        const auto name = before + "`" + info.name + "`";
        rows += "| " + name + " | " + kindWord(info.kind) + " | " + info.meaning + " |\n";
        if (info.name != "sessions") {
            addRows(info.items, name + " › ", rows);
        }
    }
}

[[nodiscard]] std::string documented(const std::string& heading) {
    std::ifstream in{std::filesystem::path{PALPATE_SOURCE_DIR} / "docs/templates.md"};
    std::string rows;
    bool isHere = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("## ")) {
            isHere = line == "## " + heading;
        } else if (isHere && line.starts_with("| `")) {
            rows += line + "\n";
        }
    }
    return rows;
}

} // namespace

report::Template askingForAll(const std::vector<FieldInfo>& fields, ReportAbout about) {
    std::string text = "---\ntitle: All\nabout: " + std::string{name(about)} + "\n---\n";
    for (const auto& field : fields) {
        // The key's sheet, the certificate of a destruction and forms are printed from elsewhere.
        if (!field.name.starts_with("recovery.") && !field.name.starts_with("destruction.") &&
            !field.name.starts_with("form.")) {
            text += field.kind == Fields::Kind::Text || field.kind == Fields::Kind::Note
                        ? "{{" + field.name + "}}\n"
                        : "{{#" + field.name + "}}x{{/" + field.name + "}}\n";
        }
    }
    return report::Template::parse(text, "all");
}

void checkDocumented(const std::string& heading, const std::vector<FieldInfo>& infos) {
    std::string rows;
    addRows(infos, "", rows);
    const auto file = std::filesystem::path{PALPATE_BINARY_DIR} / (heading + ".md");
    std::ofstream{file} << rows;
    INFO("docs/templates.md under \"" << heading << "\" has to read as " << file.string());
    CHECK(documented(heading) == rows);
}

} // namespace palpate::test
