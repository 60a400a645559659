// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/FormAnswer.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

using FormRecordId = Id<struct FormRecordTag>;

// What is kept of a form, in characters.
inline constexpr std::size_t kLongestFormTitle = 500;
inline constexpr std::size_t kLongestFormUrl = 1'000;
inline constexpr std::size_t kLongestFormVersion = 200;
inline constexpr std::size_t kLongestFlagQuestion = 2'000; ///< of a flag that a "yes" raises

/// Who gave the answers: the practitioner who asked, or the patient on a screen handed over.
enum class FilledBy { Practitioner, Patient };

/// A form filled in, or being filled in. Completed ones never change.
struct FormRecord {
    FormRecordId id;
    PatientId patient;
    std::optional<CaseId> caseId = {};
    std::optional<SessionId> session = {}; ///< during which it was asked
    std::string title;                     ///< of the form, as it was when it was begun
    /// With the form's url and version. Completed: those that count. Else all, also those whose
    /// question is not asked meanwhile.
    FormAnswers answers;
    FilledBy filledBy = FilledBy::Practitioner;
    PractitionerId by; ///< asked, or handed the screen over
    Instant begun;
    std::optional<Instant> completed = {};
    std::string measure = {};         ///< row of outcome-measures.json that it scores; empty: none
    std::optional<double> score = {}; ///< of `measure`; empty: not all that it needs was answered
    friend bool operator==(const FormRecord&, const FormRecord&) = default;
};

/// What keeps the record from being stored, each a sentence; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const FormRecord& record);

[[nodiscard]] std::string_view name(FilledBy who) noexcept;
[[nodiscard]] std::optional<FilledBy> parseFilledBy(std::string_view text) noexcept;

} // namespace palpate
