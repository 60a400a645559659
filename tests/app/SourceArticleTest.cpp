// SPDX-License-Identifier: MIT
// Every concept of the source article is recorded as a user records it, found by search, and read
// back from a printed page. Driven by the table of its concepts: one that has no way fails.
#include "../report/PdfTools.h"
#include "app/CarePlans.h"
#include "app/Charting.h"
#include "app/FormPresenter.h"
#include "app/Reports.h"
#include "app/Screenings.h"
#include "app/SearchLists.h"
#include "app/SearchQuery.h"
#include "app/Words.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace palpate::app {
namespace {

using nlohmann::json;

struct Concept {
    std::string section;
    std::string name;
    std::vector<std::string> rows;
};

[[nodiscard]] std::string fileText(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

[[nodiscard]] std::vector<Concept> conceptsOfTheArticle() {
    const auto table = json::parse(
        fileText(std::filesystem::path{PALPATE_SOURCE_DIR} / "src/reference/data/seed-map.json"));
    std::vector<Concept> concepts;
    for (const auto& row : table.at("concepts")) {
        concepts.push_back({row.at("section"), row.at("concept"), row.at("rows")});
    }
    return concepts;
}

/// "home-care", "heat" of "home-care/heat".
[[nodiscard]] std::pair<std::string, std::string> parts(const std::string& row) {
    const auto slash = row.find('/');
    return {row.substr(0, slash), row.substr(slash + 1)};
}

/// Letters and digits only, in lower case: where a page breaks its lines is not asked here.
[[nodiscard]] std::string bareText(std::string_view text) {
    std::string bare;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            bare += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return bare;
}

/// How a row is found, and what a page says of it.
struct Way {
    std::string query = {};     ///< of sessions; empty: `formWords` instead
    std::string formWords = {}; ///< of filled-in forms
    std::string printed;
};

/// A case in which everything that the article speaks of was recorded, as a user does it.
class WholeArticle {
public:
    explicit WholeArticle(const std::vector<Concept>& concepts) {
        for (const auto& each : concepts) {
            for (const auto& row : each.rows) {
                rows_[parts(row).first].insert(parts(row).second);
            }
        }
        chart();
        const auto library = formLibrary(*charting_.clinic);
        for (const auto& known : library.all()) {
            answer(known);
        }
        followUp();
        print();
    }

    /// Empty: there is none.
    [[nodiscard]] std::optional<Way> wayOf(const std::string& row) {
        const auto [kind, key] = parts(row);
        const auto& reference = charting_.clinic->reference();
        if (kind == "factors") {
            const auto* factor = reference.factors().find(test::key<FactorKey>(key));
            return factor == nullptr ? std::nullopt : formWay(row, factor->name);
        }
        if (kind == "home-care") {
            const auto* item = reference.homeCare().find(test::key<HomeCareKey>(key));
            return item == nullptr ? std::nullopt
                                   : std::optional{Way{.query = "home-care:\"" + item->name + "\"",
                                                       .printed = item->name}};
        }
        if (kind == "techniques") {
            const auto label = techniqueLabel(reference, test::key<TechniqueKey>(key));
            return Way{.query = "technique:\"" + key + "\"", .printed = label};
        }
        if (kind == "red-flags") {
            const auto* flag = reference.redFlags().find(test::key<RedFlagKey>(key));
            return flag == nullptr
                       ? std::nullopt
                       : std::optional{Way{.query = "flag:" + key, .printed = flag->pointsTo}};
        }
        const auto charted = kCharted.find(key);
        return charted != kCharted.end() ? std::optional{charted->second} : formWay(row, {});
    }

    [[nodiscard]] bool isFound(const Way& way) {
        if (!way.formWords.empty()) {
            return !charting_.clinic->store().forms().search(way.formWords, 5).empty();
        }
        const auto query = parseQuery(*charting_.clinic, way.query);
        INFO(way.query);
        REQUIRE(query.mistakes.empty());
        return countFound(*charting_.clinic, query.filter, ResultsAs::Sessions).count > 0;
    }
    [[nodiscard]] bool isPrinted(const Way& way) const {
        return pages_.find(bareText(way.printed)) != std::string::npos;
    }

private:
    /// What a person finds or decides at the body, and no form asks.
    inline static const std::map<std::string, Way> kCharted{
        {"knot", {.query = "left ql", .printed = "quadratus lumborum"}},
        {"taut_band", {.query = "active left ql", .printed = "taut band"}},
        {"hypersensitive_spot", {.query = "left ql >= 6", .printed = "tender spot"}},
        {"response_visit", {.query = "treated:\"left ql\"", .printed = "tenderness 2"}},
        {"escalation", {.query = "flag:any", .printed = "told emergency care"}}};

    /// The question of a shipped form that is about the row, or the choice that means it.
    [[nodiscard]] std::optional<Way> formWay(const std::string& row, const std::string& printed) {
        const auto library = formLibrary(*charting_.clinic);
        for (const auto& known : library.all()) {
            if (auto words = wordsIn(known.form->items, row); !words.empty()) {
                return Way{.formWords = words, .printed = printed.empty() ? words : printed};
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] static std::string wordsIn(const std::vector<forms::Item>& items,
                                             const std::string& row) {
        for (const auto& item : items) {
            if (item.isQuestion() && std::ranges::count(item.rows, row) != 0) {
                return item.text.text;
            }
            for (const auto& option : item.options) {
                const auto* coding = std::get_if<Coding>(&option.value);
                if (coding != nullptr && "findings/" + coding->code == row) {
                    return coding->display;
                }
            }
            if (auto words = wordsIn(item.items, row); !words.empty()) {
                return words;
            }
        }
        return {};
    }

    void chart() {
        auto& chart = *charting_.chart;
        const auto point = charting_.mark("quadratus_lumborum", Side::Left, Layer::Deepest);
        chart.setTenderness(test::tenderness(7));
        chart.setState(State::Active);
        chart.setSign(SignKind::TautBand, Sign::Present);
        chart.setSign(SignKind::TenderSpot, Sign::Present);
        for (const auto& technique : rows_["techniques"]) {
            chart.care().give(point, test::key<TechniqueKey>(technique));
        }
        chart.care().setTendernessAfter(charting_.stored().treatments.front().id,
                                        test::tenderness(2));
        for (const auto& item : rows_["home-care"]) {
            chart.visit().putHomeCare({test::key<HomeCareKey>(item), "as shown"});
        }
    }

    /// Every question with something, every yes-or-no with yes.
    void answer(const KnownForm& known) {
        FormPresenter form{*charting_.clinic,
                           known,
                           {.patient = charting_.clinic.patient(),
                            .caseId = charting_.clinic.caseId(),
                            .session = charting_.id}};
        // An answer may bring further questions: until none is left open.
        for (int round = 0; round < 4; ++round) {
            const auto rows = form.view().rows;
            for (const auto& row : rows) {
                if (!row.isAnswered && !row.readOnly) {
                    answerRow(form, row);
                }
            }
        }
        const auto gaps = form.complete();
        INFO(known.file);
        REQUIRE(gaps.empty());
        filled_.push_back(form.record());
    }

    static void answerRow(FormPresenter& form, const FormRowView& row) {
        switch (row.kind) {
        case FieldKind::YesNo:
            form.setTruth(row.place, true);
            break;
        case FieldKind::ChooseMany:
            for (std::size_t i = 0; i < row.options.size(); ++i) {
                form.choose(row.place, i, true);
            }
            break;
        case FieldKind::ChooseOne:
        case FieldKind::DropDown:
            form.choose(row.place, 0, true);
            break;
        case FieldKind::Slider:
            form.type(row.place, "4");
            break;
        case FieldKind::Typed:
        case FieldKind::LongText:
            // What it takes is said by the hint: a number, else a day, else words.
            for (const auto* text : {"4", "20 Nov 2026", "as told"}) {
                if (!form.type(row.place, text)) {
                    break;
                }
            }
            break;
        default:
            break;
        }
    }

    /// What is done about it: somebody is told, home care is agreed on.
    void followUp() {
        auto& clinic = *charting_.clinic;
        for (const auto& flag : flagBanner(clinic, charting_.clinic.patient()).flags) {
            settleAsTold(clinic, flag.id, "emergency care", {}, "patient agrees");
        }
        agree(clinic, charting_.clinic.caseId(), test::key<HomeCareKey>("walking"), "daily",
              "in 2 weeks", {});
    }

    void print() {
        for (const auto* layout : {"session-note", "progress-report"}) {
            add({.patient = charting_.clinic.patient(), .templateName = layout});
        }
        for (const auto& record : filled_) {
            add({.patient = charting_.clinic.patient(),
                 .templateName = "form-filled",
                 .form = record});
        }
    }
    void add(const ReportRequest& request) {
        const auto document = reportDocument(*charting_.clinic, request);
        pages_ +=
            bareText(report::test::PrintedPdf{document, charting_.clinic.temp()}.words()) + "\n";
    }

    test::Charting charting_;
    std::map<std::string, std::set<std::string>> rows_; ///< keys by kind
    std::vector<FormRecordId> filled_;
    std::string pages_;
};

} // namespace

TEST_CASE("each concept of the source article is recorded, found and printed") {
    const auto concepts = conceptsOfTheArticle();
    REQUIRE(concepts.size() == 55);
    WholeArticle article{concepts};
    for (const auto& each : concepts) {
        REQUIRE_FALSE(each.rows.empty());
        for (const auto& row : each.rows) {
            CAPTURE(each.section, each.name, row);
            const auto way = article.wayOf(row);
            if (!way) {
                FAIL_CHECK("there is no way to record it");
                continue;
            }
            CAPTURE(way->query, way->formWords, way->printed);
            CHECK(article.isFound(*way));
            CHECK(article.isPrinted(*way));
        }
    }
}

TEST_CASE("the table of the source article names every concept with its rows") {
    const auto page =
        fileText(std::filesystem::path{PALPATE_SOURCE_DIR} / "docs/source-article.md");
    std::vector<std::string> lines;
    std::istringstream stream{page};
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(std::move(line));
    }
    for (const auto& each : conceptsOfTheArticle()) {
        std::string rows;
        for (const auto& row : each.rows) {
            rows += (rows.empty() ? "`" : ", `") + row + "`";
        }
        const auto begin = "| " + each.section + " | " + each.name + " | " + rows + " | ";
        CAPTURE(begin);
        const auto found = std::ranges::find_if(
            lines, [&](const std::string& line) { return line.starts_with(begin); });
        CHECK(found != lines.end());
    }
}

} // namespace palpate::app
