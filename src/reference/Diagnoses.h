// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palpate::reference {

/// The side that a code itself states. NotStated: the code for an unstated side. None: sides don't
/// apply.
enum class DiagnosisSide { Right, Left, Both, NotStated, None };

/// One code of ICD-10-CM (United States; public domain). For charting, not advice on billing.
struct Diagnosis {
    std::string code; ///< with its dot: "M79.18"
    std::string text; ///< shortened in our own words; the official title decides
    std::string group;
    DiagnosisSide side = DiagnosisSide::None;
    std::vector<std::pair<int, bool>> validIn; ///< fiscal year and whether valid in it; years rise
    std::string since;                         ///< "FY2019"; empty: not noted
    std::string until;                         ///< last fiscal year; empty: not noted
    std::string note;                          ///< may be empty
    std::vector<RegionKey> regions;
    std::vector<SourceKey> sources;
    friend bool operator==(const Diagnosis&, const Diagnosis&) = default;
};

/// Whether the code is valid on that day; empty when the table doesn't cover its fiscal year (1
/// October to 30 September, named after the year in which it ends).
[[nodiscard]] std::optional<bool> isValidOn(const Diagnosis& diagnosis, Date day);

/// A code met in old charts that has been split since.
struct SplitCode {
    std::string code;
    std::string since; ///< "FY2022"
    std::string use;   ///< "M54.50, M54.51, M54.59"
    friend bool operator==(const SplitCode&, const SplitCode&) = default;
};

/// diagnoses.json.
class Diagnoses {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field.
    [[nodiscard]] static Diagnoses load(const std::filesystem::path& file, Sources& sources);

    [[nodiscard]] const std::vector<Diagnosis>& all() const noexcept { return codes_; }
    /// Case and the dot don't matter: "m7918" finds M79.18. nullptr when there is none. It lives as
    /// long as this table.
    [[nodiscard]] const Diagnosis* find(std::string_view code) const;
    /// nullptr when the code was not split. It lives as long as this table.
    [[nodiscard]] const SplitCode* split(std::string_view code) const;
    /// Codes that begin so, else those in whose text every typed word begins a word; at most
    /// `limit`, in the order of the table. Nothing typed finds nothing.
    [[nodiscard]] std::vector<const Diagnosis*> search(std::string_view typed,
                                                       std::size_t limit) const;

private:
    std::vector<Diagnosis> codes_;
    std::vector<SplitCode> split_;
    std::unordered_map<std::string, std::size_t> places_; ///< by the code without dot, upper case
};

} // namespace palpate::reference
