// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace palpate {

/// A day, or a month or year where no more is known, as FHIR dates are.
struct PartialDate {
    int year = 0;                       ///< 1 to 9999
    std::optional<unsigned> month = {}; ///< 1 to 12
    std::optional<unsigned> day = {};   ///< only with a month
    friend bool operator==(const PartialDate&, const PartialDate&) = default;
};
/// Empty unless `text` is YYYY, YYYY-MM or YYYY-MM-DD and such a day exists.
[[nodiscard]] std::optional<PartialDate> parsePartialDate(std::string_view text);
/// "2026", "2026-11", "2026-11-23".
[[nodiscard]] std::string isoText(const PartialDate& date);

/// A moment as FHIR writes it: a partial date, or with time and zone "2026-11-23T10:42:00Z".
struct FormDateTime {
    std::string text; ///< well-formed
    friend bool operator==(const FormDateTime&, const FormDateTime&) = default;
};
[[nodiscard]] std::optional<FormDateTime> parseFormDateTime(std::string_view text);

/// A time of day, "10:42:00".
struct FormTime {
    std::string text; ///< well-formed
    friend bool operator==(const FormTime&, const FormTime&) = default;
};
/// Takes "10:42" too.
[[nodiscard]] std::optional<FormTime> parseFormTime(std::string_view text);

/// A chosen answer: what it means by code, and in words.
struct Coding {
    std::string system = {}; ///< may be empty
    std::string code = {};   ///< may be empty when there is a display
    std::string display = {};
    friend bool operator==(const Coding&, const Coding&) = default;
};

struct Quantity {
    std::optional<double> value = {};
    std::string unit = {}; ///< as shown
    std::string system = {};
    std::string code = {};
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A file kept with the record; its bytes are a document of the patient.
struct AttachmentAnswer {
    std::string title = {};
    std::string mediaType = {};
    std::string document = {}; ///< the document's id
    friend bool operator==(const AttachmentAnswer&, const AttachmentAnswer&) = default;
};

struct FormUrl {
    std::string text;
    friend bool operator==(const FormUrl&, const FormUrl&) = default;
};

/// Decimal answers are doubles; integers never are.
using AnswerValue = std::variant<bool, double, std::int64_t, PartialDate, FormDateTime, FormTime,
                                 std::string, FormUrl, Coding, Quantity, AttachmentAnswer>;

struct AnsweredItem;

struct Answer {
    AnswerValue value;
    std::vector<AnsweredItem> items; ///< asked beneath this answer
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// One group or question of a filled-in form; a group that repeats stands once a repetition, under
/// the same link id.
struct AnsweredItem {
    std::string linkId;
    std::string text = {};                ///< the question as it was asked; may be empty
    std::vector<Answer> answers = {};     ///< of a question; empty: not answered
    std::vector<AnsweredItem> items = {}; ///< of a group
    friend bool operator==(const AnsweredItem&, const AnsweredItem&) = default;
};

/// What was answered of a form; questions that were not asked are not in it.
struct FormAnswers {
    std::string formUrl;
    std::string formVersion = {}; ///< may be empty
    std::vector<AnsweredItem> items = {};
    friend bool operator==(const FormAnswers&, const FormAnswers&) = default;
};

/// All answers to a question, wherever it stands, in order.
[[nodiscard]] std::vector<const Answer*> answersTo(const FormAnswers& answers,
                                                   std::string_view linkId);

} // namespace palpate
