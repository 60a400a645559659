// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoComplaints.h"
#include "domain/Session.h"

#include <vector>

namespace palpate::app {

class DemoChance;

/// The everyday life of an invented person while a case goes on: sleep and stress follow the pain,
/// the rest changes slowly.
class DemoEveryday {
public:
    DemoEveryday(DemoChance& chance, const DemoComplaint& complaint);

    /// What is told at visit `number`, from 0. Home care is asked after only when some was agreed
    /// on before.
    [[nodiscard]] CheckIn told(DemoChance& chance, int number, double severity);
    /// Agrees on home care in some visits, always in the first; on nothing in the others.
    [[nodiscard]] const DemoHomeCare* agreed(DemoChance& chance, Session& session, int number);
    /// What was agreed on last; nullptr: nothing yet.
    [[nodiscard]] const DemoHomeCare* homeCare() const noexcept { return homeCare_; }

private:
    const DemoComplaint* complaint_;
    double asks_ = 1; ///< how much of the check-in this case's practitioner asks for
    double sleep_ = 7;
    double stress_ = 4;
    double water_ = 1.4;
    double sitting_ = 6;
    double active_ = 2;
    double diligence_ = 4; ///< days a week
    const DemoHomeCare* homeCare_ = nullptr;
};

/// What was asked about unwanted effects at the end of a treatment; mostly that there were none.
[[nodiscard]] std::optional<Reaction> demoReaction(DemoChance& chance, const Session& session);

} // namespace palpate::app
