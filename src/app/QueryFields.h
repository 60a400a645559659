// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace palpate::app {

/// What a word before a colon restricts.
enum class QueryField {
    Muscle,
    Group,
    Layer,
    Side,
    Found,
    Treated,
    State,
    Tender,
    Change,
    Technique,
    Dose,
    By,
    Profession,
    Case,
    Patient,
    Diagnosis,
    HomeCare,
    Painted,
    Pain,
    Since,
    Until,
    Flag,
    Text
};

struct FieldWord {
    std::string_view word; ///< without the colon
    QueryField field;
    const char* meaning; ///< for a list; of the first word of a field only, else empty
    const char* example; ///< likewise: "muscle:ql"
};
/// In the order of the help; of each field its usual word first.
[[nodiscard]] std::span<const FieldWord> fieldWords() noexcept;
[[nodiscard]] std::optional<QueryField> fieldCalled(std::string_view word) noexcept;
/// "muscle:ql"
[[nodiscard]] const char* exampleOf(QueryField field) noexcept;

} // namespace palpate::app
