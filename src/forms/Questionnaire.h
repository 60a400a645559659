// SPDX-License-Identifier: MIT
#pragma once

#include "domain/FormAnswer.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::forms {

enum class ItemType {
    Group,
    Display,
    Boolean,
    Decimal,
    Integer,
    Date,
    DateTime,
    Time,
    String,
    Text,
    Url,
    Choice,
    OpenChoice,
    Quantity,
    Attachment
};
/// "open-choice": the word of the standard.
[[nodiscard]] std::string_view name(ItemType type) noexcept;

/// How a question looks; Plain: as its type does.
enum class ItemControl {
    Plain,
    Radio,
    CheckBox,
    DropDown,
    Autocomplete,
    Slider,
    Page,
    Table,
    Help,
    BodyMap
};

enum class EnableOperator { Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };
enum class EnableBehaviour { All, Any };

struct EnableWhen {
    std::string question; ///< link id
    EnableOperator op = EnableOperator::Exists;
    AnswerValue answer = false; ///< of Exists: whether there is to be one
};

/// A text, with its translations by language code.
struct FormText {
    std::string text = {};
    std::map<std::string, std::string> translations = {};
    /// In the language ("de-AT", then "de"), else as written.
    [[nodiscard]] const std::string& in(std::string_view language) const;
    [[nodiscard]] bool empty() const noexcept { return text.empty(); }
};

struct AnswerOption {
    AnswerValue value;
    FormText display = {};             ///< what is shown; of a coding without display its code
    std::optional<double> weight = {}; ///< ordinalValue or itemWeight
    bool initially = false;            ///< chosen from the start
    bool exclusive = false;            ///< choosing it leaves no other ("none of these")
};

/// An expression, and what keeps it from being worked out here.
struct Expression {
    std::string name = {}; ///< of a variable
    std::string text = {};
    /// Empty: it is calculated here. Else the sentence that says what is not understood.
    std::string obstacle = {};
};

struct UnitOption {
    std::string unit;
    std::string system = {};
    std::string code = {};
};

/// What a question tells of a consent. Agreed: whether there is one at all. Scope: to what; of a
/// yes-or-no question its text. Day: since when. Remark: what else was said.
enum class ConsentPart { Agreed, Scope, Day, Remark };

/// One question, group or display text. `linkId` is unique in the form.
struct Item {
    std::string linkId;
    ItemType type = ItemType::Display;
    FormText text = {};
    std::string prefix = {}; ///< "1.", "a)"
    bool required = false;
    bool repeats = false;
    bool readOnly = false;
    bool hidden = false;
    std::optional<int> maxLength = {}; ///< characters
    std::optional<int> minLength = {};
    std::optional<AnswerValue> minValue = {}; ///< of the item's own kind
    std::optional<AnswerValue> maxValue = {};
    std::optional<int> maxDecimalPlaces = {};
    std::string regex = {}; ///< the whole answer must match
    std::string entryFormat = {};
    std::vector<UnitOption> units = {}; ///< of a quantity, or the one of a number
    std::optional<double> sliderStep = {};
    ItemControl control = ItemControl::Plain;
    std::vector<AnswerOption> options = {};
    bool optionsElsewhere = false; ///< the list is on a terminology server: typed instead
    std::vector<AnswerValue> initial = {};
    std::vector<EnableWhen> enableWhen = {};
    EnableBehaviour behaviour = EnableBehaviour::All;
    std::optional<Expression> enableExpression = {};
    std::optional<Expression> calculated = {};
    std::optional<Expression> initially = {};
    std::vector<Expression> variables = {};
    std::string flag = {};                   ///< of ours: a "yes" is this row of red-flags.json
    std::vector<std::string> rows = {};      ///< of ours: what it is about: "factors/posture"
    std::vector<std::string> sources = {};   ///< of ours: keys of the clinical tables' sources
    std::optional<ConsentPart> consent = {}; ///< of ours: what it tells of a consent
    std::vector<Item> items = {};

    [[nodiscard]] bool isQuestion() const noexcept {
        return type != ItemType::Group && type != ItemType::Display;
    }
};

/// A FHIR R4 Questionnaire as far as Palpate understands it.
struct Questionnaire {
    std::string url;
    std::string version = {};
    std::string name = {};
    FormText title = {};
    std::string description = {};
    std::string language = {};
    std::string copyright = {};
    std::string measure = {}; ///< of ours: row of outcome-measures.json that the form scores
    /// Of ours, one of kPurposes; empty: not told.
    std::string purpose = {};
    std::vector<std::string> sources = {}; ///< of ours: keys of the clinical tables' sources
    std::vector<Expression> variables = {};
    std::vector<Item> items = {};

    /// nullptr when there is none.
    [[nodiscard]] const Item* find(std::string_view linkId) const noexcept;
    [[nodiscard]] std::size_t itemCount() const noexcept; ///< on all levels
};

/// What a check says of a form. Error: an answer would be lost or distorted; the form is not used.
/// Note: it looks different here, or something is not calculated.
struct FormFault {
    enum class Weight { Error, Note };
    Weight weight = Weight::Error;
    std::string linkId = {};   ///< empty: the form as a whole
    std::string sentence = {}; ///< what, where, what to do
    friend bool operator==(const FormFault&, const FormFault&) = default;
};

struct FormReading {
    std::optional<Questionnaire> form = {}; ///< empty when there is an Error
    std::vector<FormFault> faults = {};     ///< in the order of the file
    [[nodiscard]] bool isUsable() const noexcept { return form.has_value(); }
};

inline constexpr std::size_t kMostFormBytes = 4'000'000;
inline constexpr std::size_t kMostFormItems = 5'000;
inline constexpr int kDeepestItem = 24;

// Extensions of ours, documented in docs/forms.md.
inline constexpr std::string_view kBodyMapUrl = "urn:palpate:form:body-map";
inline constexpr std::string_view kRedFlagUrl = "urn:palpate:form:red-flag";
inline constexpr std::string_view kRowUrl = "urn:palpate:form:row";
inline constexpr std::string_view kSourceUrl = "urn:palpate:form:source";
inline constexpr std::string_view kMeasureUrl = "urn:palpate:form:outcome-measure";
inline constexpr std::string_view kPurposeUrl = "urn:palpate:form:purpose";
inline constexpr std::string_view kConsentUrl = "urn:palpate:form:consent";
inline constexpr std::string_view kExclusiveUrl =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

/// What a form can be for, in the order in which they are listed.
inline constexpr std::array<std::string_view, 7> kPurposes{
    "first-visit", "symptoms", "factors", "check-in", "screening", "outcome-measure", "consent"};

/// Reads a Questionnaire; never throws for what the text holds. Every fault is told, not only the
/// first.
[[nodiscard]] FormReading readForm(std::string_view json);

} // namespace palpate::forms
