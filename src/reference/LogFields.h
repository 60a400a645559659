// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Treatment.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

enum class FieldType { Number, Integer, Choice, Text, Boolean, Duration };

/// Another unit in which a value may be shown and typed: the stored value divided by `factor`.
struct DisplayUnit {
    std::string unit;
    double factor = 1;
    double step = 1; ///< in the shown unit
    friend bool operator==(const DisplayUnit&, const DisplayUnit&) = default;
};

/// One field of the treatment log, and what it takes.
struct LogField {
    LogFieldKey key;
    std::string label;
    FieldType type = FieldType::Text;
    std::string unit;                 ///< of the stored value: "s", "kPa", "0-10"; empty: none
    std::optional<double> min;        ///< a guard against slips of typing, not advice on dose
    std::optional<double> max;        ///< likewise
    std::optional<double> step;       ///< for spinners; a value between two steps is allowed
    std::vector<std::string> choices; ///< of FieldType::Choice
    std::vector<DisplayUnit> display; ///< empty: shown as stored
    bool isRegion = false;            ///< the text is best a region of the body map
    bool isDate = false;              ///< the text is a day, YYYY-MM-DD
    std::string help;                 ///< may be empty
    std::vector<TechniqueKey> usedBy;
    std::vector<SourceKey> sources;
    friend bool operator==(const LogField&, const LogField&) = default;
};

/// log-fields.json.
class LogFields {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field.
    [[nodiscard]] static LogFields load(const std::filesystem::path& file, Sources& sources);

    [[nodiscard]] const std::vector<LogField>& all() const noexcept { return fields_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const LogField* find(const LogFieldKey& key) const noexcept;
    /// Why the value can't be taken; empty when it can. Numbers: within the limits, whole for
    /// whole-number fields; choices: one of the list; texts: valid UTF-8 of at most 500 characters,
    /// and a day where a day is asked.
    [[nodiscard]] std::optional<Message> problem(const LogValue& value) const;

private:
    std::vector<LogField> fields_;
    std::unordered_map<LogFieldKey, std::size_t> places_;
};

} // namespace palpate::reference
