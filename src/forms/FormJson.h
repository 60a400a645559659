// SPDX-License-Identifier: MIT
#pragma once

#include "forms/Questionnaire.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::forms {

using Json = nlohmann::ordered_json;

/// Collects what is wrong with a file, each with the item it was found in.
class Faults {
public:
    explicit Faults(std::vector<FormFault>& into) : into_{into} {}
    void error(const std::string& linkId, std::string_view sentence) {
        add(FormFault::Weight::Error, linkId, sentence);
    }
    void note(const std::string& linkId, std::string_view sentence) {
        add(FormFault::Weight::Note, linkId, sentence);
    }
    [[nodiscard]] bool hasError() const;

private:
    /// A sentence may quote the file: it stays on one line and of a length that is read.
    void add(FormFault::Weight weight, const std::string& linkId, std::string_view sentence);

    std::vector<FormFault>& into_;
};

/// The whole text as one JSON object; empty: it is none, or too large, and a fault says so.
[[nodiscard]] std::optional<Json> jsonObject(std::string_view text, Faults& faults);

/// Whether the file is that FHIR resource; a fault says what it is instead.
[[nodiscard]] bool isResource(const Json& json, const char* wanted, Faults& faults);

/// A member of that kind; nullptr or empty when it is missing. One of another kind is an error.
class JsonObject {
public:
    JsonObject(const Json& object, std::string linkId, Faults& faults)
        : object_{object}, linkId_{std::move(linkId)}, faults_{faults} {}

    [[nodiscard]] const Json* find(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::optional<bool> truth(std::string_view name) const;
    [[nodiscard]] std::optional<double> number(std::string_view name) const;
    [[nodiscard]] std::optional<int> whole(std::string_view name) const;
    /// The objects of a list.
    [[nodiscard]] std::vector<const Json*> objects(std::string_view name) const;
    [[nodiscard]] const Json& raw() const noexcept { return object_; }
    [[nodiscard]] const std::string& linkId() const noexcept { return linkId_; }
    [[nodiscard]] Faults& faults() const noexcept { return faults_; }

private:
    void refuse(std::string_view name, std::string_view kind) const;

    const Json& object_;
    std::string linkId_;
    Faults& faults_;
};

/// The value of a `value[x]`, `answer[x]` ... member; `prefix` is "value". Empty: there is none, or
/// it is not well-formed, which is an error.
[[nodiscard]] std::optional<AnswerValue> valueIn(const JsonObject& object, std::string_view prefix);
/// Writes it as such a member.
void putValue(Json& object, std::string_view prefix, const AnswerValue& value);

/// The first extension of that url; nullptr: none.
[[nodiscard]] const Json* extensionOf(const Json& element, std::string_view url);

/// A text with the translations that stand beside it.
[[nodiscard]] FormText textWithTranslations(const JsonObject& object, std::string_view name);

} // namespace palpate::forms
