// SPDX-License-Identifier: MIT
#include "Sentence.h"
#include "domain/Error.h"
#include "report/Catalogue.h"
#include "report/Layout.h"

#include <cstddef>
#include <cstdint>

namespace {

using namespace palpate;
using Kind = report::Fields::Kind;

const report::Catalogue& catalogue() {
    static const report::Catalogue kKnown{
        .fields = {{"patient.name", Kind::Text, "who"},
                   {"clinic.name", Kind::Text, "where"},
                   {"summary", Kind::Text, "in short"},
                   {"plan", Kind::Note, "what next"},
                   {"draft", Kind::Flag, "not signed"},
                   {"attribution", Kind::Text, "who made the map"},
                   {"points",
                    Kind::List,
                    "trigger points",
                    {{"number", Kind::Text, "its number"}, {"muscle", Kind::Text, "where"}}}},
        .figures = {{.name = "body-map",
                     .parameters = {{"session", {"first", "latest"}, "whose"}},
                     .needsAttribution = true},
                    {.name = "sparkline", .parameters = {{"point", {}, "which"}}}}};
    return kKnown;
}

const report::Fields& fields() {
    static const report::Fields kRecord = [] {
        report::Fields record;
        record.set("patient.name", "# Ana | Kovács").set("clinic.name", "Riverside");
        record.set("summary", "Pain fell from 7 to 3 ¹.").setNote("plan", "Weekly.\n\nHeat.");
        record.set("attribution", "Body map adapted.").setFlag("draft", true);
        std::vector<report::Fields> points;
        for (const char* number : {"1", "2", "3"}) {
            points.push_back(report::Fields{}.set("number", number).set("muscle", "R piriformis"));
        }
        record.setList("points", std::move(points));
        return record;
    }();
    return kRecord;
}

std::optional<report::Figure> figure(const report::FigureRequest& request) {
    return report::Figure{drawing::Picture{request.width, request.width / 2, "", {}}, ""};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // The bytes are only read.
    const std::string text{reinterpret_cast<const char*>(data), size};
    const auto layout = report::Template::parse(text, "fuzzed.md");
    for (const auto& issue : report::check(layout, catalogue())) {
        std::string words = shown(issue.message);
        if (words.ends_with('?')) { // "did you mean ...?"
            words.back() = '.';
        }
        fuzz::mustBeSentence(words);
        if (issue.line < 1 || issue.column < 1) {
            std::abort();
        }
    }
    constexpr std::size_t kQuicklySet = 2000; // bytes; laying out is what takes time
    if (!layout.problems().empty() || size > kQuicklySet) {
        return 0;
    }
    try {
        const auto document = report::layOut(layout, fields(), figure);
        if (document.pages.empty()) {
            std::abort();
        }
    } catch (const ReportError& refused) {
        fuzz::mustBeSentence(refused.what());
    }
    return 0;
}
