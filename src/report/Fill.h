// SPDX-License-Identifier: MIT
#pragma once

#include "report/Fields.h"
#include "report/Template.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

// Mustache comes before Markdown, so a value could be read as Markdown, end a table cell or close a
// fence. Escaping would have to know which of these places the tag stands in. Instead the filled
// text holds only a mark in the place of a value: U+E000, the value's number, U+E001. The value
// itself is put in after everything has been parsed, so nothing that a person typed can ever be
// taken for layout, wherever the tag stands.

struct FilledValue {
    std::string text;
    bool isNote = false; ///< Fields::Kind::Note
};

struct Filled {
    std::string markdown;
    std::vector<FilledValue> values;
};

/// Throws ReportError for a template with problems and for a value that is not valid UTF-8.
[[nodiscard]] Filled fill(const Template& layout, const Fields& fields);

/// Whether `text` begins with one of the two characters that enclose a value's number.
[[nodiscard]] bool isValueMark(std::string_view text) noexcept;

/// `parsed` (a text that went through Markdown) with the values in their places, on one line.
[[nodiscard]] std::string withValues(std::string_view parsed,
                                     const std::vector<FilledValue>& values);

/// The note, if `parsed` is nothing but one.
[[nodiscard]] const FilledValue* soleNote(std::string_view parsed,
                                          const std::vector<FilledValue>& values);

} // namespace palpate::report
