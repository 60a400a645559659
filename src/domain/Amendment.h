// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

using AmendmentId = Id<struct AmendmentTag>;

/// Accepted: the record was changed by an addendum, or by hand where nothing was signed. Refused:
/// for a reason. Extended: more time is needed, for a reason. Disagreement: what the patient says
/// to a refusal.
enum class AmendmentStepKind { Accepted, Refused, Extended, Disagreement };

/// Written once and never changed.
struct AmendmentStep {
    AmendmentStepKind kind = AmendmentStepKind::Accepted;
    std::string text;                   ///< the reason or statement; may be empty only of Accepted
    std::optional<AddendumId> addendum; ///< only of Accepted
    PractitionerId by;
    Instant at;
    friend bool operator==(const AmendmentStep&, const AmendmentStep&) = default;
};

/// A patient asks that the record be changed: the request as it was received, and what was
/// answered.
struct Amendment {
    AmendmentId id;
    PatientId patient;
    std::optional<SessionId> session; ///< about which session; empty: the record
    std::string wish;                 ///< in the patient's words
    Date askedOn{};
    PractitionerId by;                     ///< who received it
    Instant at;                            ///< when it was written
    std::vector<AmendmentStep> steps = {}; ///< the earliest first

    /// Accepted or refused; nullptr while it is open.
    [[nodiscard]] const AmendmentStep* answer() const noexcept;
    [[nodiscard]] bool isExtended() const noexcept;
    friend bool operator==(const Amendment&, const Amendment&) = default;
};

/// 60 days after the request, 90 when more time was asked for: 45 CFR 164.526(b)(2). Other
/// countries' laws differ; the date is a reminder.
[[nodiscard]] Date answerDue(const Amendment& amendment);

/// What keeps it from being stored: no words, a day to come, text beyond 20,000 characters.
[[nodiscard]] std::vector<Message> problems(const Amendment& amendment, Date today);
/// The same of a step after those that are there: no reason, an answer to what was answered, a
/// disagreement with no refusal.
[[nodiscard]] std::vector<Message> problems(const AmendmentStep& step, const Amendment& amendment);

/// The words of stored rows: "accepted" ...
[[nodiscard]] std::string_view name(AmendmentStepKind kind) noexcept;
[[nodiscard]] std::optional<AmendmentStepKind>
parseAmendmentStepKind(std::string_view text) noexcept;

} // namespace palpate
