// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoBody.h"
#include "app/DemoCases.h"
#include "domain/Session.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class DemoChance;

/// What the sentences of one session may speak of.
struct DemoTalk {
    const DemoTopic* topic = nullptr;
    const Case* record = nullptr;
    int number = 1;    ///< of the session in its case
    bool last = false; ///< the case ends with it
    std::optional<int> pain;
    std::optional<int> painBefore; ///< last time
    std::optional<Course> course;
    std::string worst;              ///< "right quadratus lumborum"; empty: no point is tender
    std::string referral;           ///< of that point; empty: none
    int open = 0;                   ///< points active or latent
    int resolvedNow = 0;            ///< since last time
    std::string technique;          ///< of the first treatment; empty: none
    std::string_view homeCare;      ///< agreed on before; empty: none
    std::string_view homeCareToday; ///< agreed on today; empty: none
    CheckIn checkIn;                ///< as it was asked
    bool isMuscularOnly = true;     ///< no test of the case was positive
    DemoEnding ending = DemoEnding::StaysAway; ///< of a case that ends today
    std::string_view specialist;               ///< to whom it is referred on
    int daysToNext = 7;                        ///< 0: nothing was agreed
    bool anticoagulant = false;
};

// Sentences of our own, put together from parts so that hundreds of notes differ. They say nothing
// that the values of the session do not bear.
[[nodiscard]] std::string demoSubjective(DemoChance& chance, const DemoTalk& talk);
[[nodiscard]] std::string demoAssessment(DemoChance& chance, const DemoTalk& talk);
[[nodiscard]] std::string demoPlan(DemoChance& chance, const DemoTalk& talk);

} // namespace palpate::app
