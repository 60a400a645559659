// SPDX-License-Identifier: MIT
#include "reference/Diagnoses.h"

#include "reference/Table.h"
#include "reference/Words.h"

#include <algorithm>
#include <charconv>

namespace palpate::reference {

namespace {

constexpr auto kSides = std::to_array<Word<DiagnosisSide>>({{"R", DiagnosisSide::Right},
                                                            {"L", DiagnosisSide::Left},
                                                            {"B", DiagnosisSide::Both},
                                                            {"U", DiagnosisSide::NotStated},
                                                            {"none", DiagnosisSide::None}});

/// "M79.18" and "m7918" are the same code.
[[nodiscard]] std::string bare(std::string_view code) {
    std::string out;
    for (const char c : folded(code)) {
        if (c >= 'a' && c <= 'z') {
            out += static_cast<char>(c - 'a' + 'A');
        } else if (c != '.') {
            out += c;
        }
    }
    return out;
}

/// The year in "FY2026".
[[nodiscard]] int fiscalYear(const Row& row, std::string_view field, std::string_view text) {
    int year = 0;
    const bool hasMark = text.size() == 6 && text.starts_with("FY");
    const auto* end = text.data() + text.size();
    if (!hasMark || std::from_chars(text.data() + 2, end, year).ptr != end || year < 1000) {
        row.refuse(field, "must name fiscal years, such as FY2026");
    }
    return year;
}

[[nodiscard]] std::vector<std::pair<int, bool>> validityOf(const Row& row) {
    std::vector<std::pair<int, bool>> years;
    for (const auto& [text, json] : row.members("valid")) {
        if (!json->is_boolean()) {
            row.refuse("valid", "must say true or false for " + text);
        }
        years.emplace_back(fiscalYear(row, "valid", text), json->get<bool>());
    }
    std::ranges::sort(years);
    return years;
}

[[nodiscard]] std::string optionalYear(const Row& row, std::string_view field) {
    auto text = row.optionalText(field);
    if (!text.empty()) {
        static_cast<void>(fiscalYear(row, field, text)); // only whether it is one
    }
    return text;
}

[[nodiscard]] Diagnosis diagnosisOf(const Row& row, const Sources& sources) {
    Diagnosis out{.code = row.text("code"),
                  .text = row.text("text"),
                  .group = row.text("group"),
                  .side = row.oneOf<DiagnosisSide>("side", kSides),
                  .validIn = validityOf(row),
                  .since = optionalYear(row, "since"),
                  .until = optionalYear(row, "until"),
                  .note = row.optionalText("note"),
                  .regions = {},
                  .sources = row.citedFrom(sources)};
    if (row.has("regions")) {
        out.regions = row.keys<RegionKey>("regions");
    }
    return out;
}

} // namespace

std::optional<bool> isValidOn(const Diagnosis& diagnosis, Date day) {
    const int calendarYear = static_cast<int>(day.year());
    const int year = day.month() >= std::chrono::October ? calendarYear + 1 : calendarYear;
    const auto found =
        std::ranges::find(diagnosis.validIn, year, [](const auto& each) { return each.first; });
    return found == diagnosis.validIn.end() ? std::nullopt : std::optional{found->second};
}

Diagnoses Diagnoses::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    Diagnoses out;
    for (const auto& row : table.rows("codes", "code")) {
        auto diagnosis = diagnosisOf(row, sources);
        place(out.places_, bare(diagnosis.code), out.codes_.size(), row, "code");
        out.codes_.push_back(std::move(diagnosis));
    }
    for (const auto& row : table.top().rows("not_valid", "code")) {
        out.split_.push_back(
            {.code = row.text("code"), .since = row.text("since"), .use = row.text("use")});
    }
    return out;
}

const Diagnosis* Diagnoses::find(std::string_view code) const {
    return findIn(codes_, places_, bare(code));
}

const SplitCode* Diagnoses::split(std::string_view code) const {
    const auto wanted = bare(code);
    const auto found = std::ranges::find_if(
        split_, [&wanted](const SplitCode& each) { return bare(each.code) == wanted; });
    return found == split_.end() ? nullptr : &*found;
}

std::vector<const Diagnosis*> Diagnoses::search(std::string_view typed, std::size_t limit) const {
    std::vector<const Diagnosis*> out;
    const auto words = wordsOf(folded(typed));
    if (words.empty()) {
        return out;
    }
    const auto collect = [&](const auto& matches) {
        for (const auto& diagnosis : codes_) {
            if (out.size() < limit && matches(diagnosis)) {
                out.push_back(&diagnosis);
            }
        }
    };
    const auto beginning = bare(typed);
    collect([&](const Diagnosis& each) { return bare(each.code).starts_with(beginning); });
    if (out.empty()) {
        collect([&](const Diagnosis& each) {
            return eachBeginsAWord(words, wordsOf(folded(each.text)));
        });
    }
    return out;
}

} // namespace palpate::reference
