// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

// Answers of one session as a report prints them. What was not asked or assessed is called so.

[[nodiscard]] std::string ofTen(const std::optional<PainScore>& score); ///< "6 of 10"
/// "10:45–11:25", "from 10:45, end not noted".
[[nodiscard]] std::string timeText(const Session& session);
[[nodiscard]] std::string consentText(const std::optional<TodayConsent>& consent);
[[nodiscard]] std::string courseText(const std::optional<Course>& course);
[[nodiscard]] std::string settledText(const std::optional<Settled>& settled);    ///< may be empty
[[nodiscard]] std::string relationText(const std::optional<Relation>& relation); ///< may be empty
[[nodiscard]] std::string reactionText(const std::optional<Reaction>& reaction);
/// "a, b, c": each as uncapitalised() has it.
[[nodiscard]] std::string listedInSentence(const std::vector<std::string>& names);
/// "taut band, tender spot; absent: twitch; pain recognised; not assessed: referred pain, jump".
[[nodiscard]] std::string signsText(const Signs& signs);

} // namespace palpate::app
