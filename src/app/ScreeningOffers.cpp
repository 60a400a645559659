// SPDX-License-Identifier: MIT
#include "app/ScreeningOffers.h"

#include "app/Clinic.h"
#include "app/NerveSigns.h"
#include "app/Rights.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

struct ScreeningOffers::Inside {
    struct Look {
        SessionId session;
        std::vector<PlacedSign> signs;
        std::optional<ScreeningDue> due;
    };

    explicit Inside(Clinic& ofClinic) : clinic{ofClinic} {}

    [[nodiscard]] bool isPutOff(const Look& now) const {
        const auto then = std::ranges::find(putOff, now.session, &Look::session);
        if (then == putOff.end()) {
            return false;
        }
        return !now.due || !now.due->pressing ||
               (now.due->why == then->due->why && newSigns(now.signs, then->signs).empty());
    }

    Clinic& clinic;
    std::optional<Look> last;
    std::vector<Look> putOff; ///< each with what was due then
};

ScreeningOffers::ScreeningOffers(Clinic& clinic)
    : inside_{std::make_unique<Inside>(permitted(clinic, Right::ReadRecords))} {}

ScreeningOffers::~ScreeningOffers() = default;

std::optional<ScreeningDue> ScreeningOffers::beside(const Session& session) {
    auto& clinic = inside_->clinic;
    if (isSigned(session) || !may(clinic, Right::WriteRecords)) {
        return std::nullopt;
    }
    auto& last = inside_->last;
    auto signs = signsIn(session, clinic.map());
    if (!last || last->session != session.id || last->signs != signs) {
        auto due = screeningDue(clinic, session.caseId);
        last = Inside::Look{session.id, std::move(signs), std::move(due)};
    }
    return inside_->isPutOff(*last) ? std::nullopt : last->due;
}

void ScreeningOffers::renew() noexcept {
    inside_->last.reset();
}

void ScreeningOffers::putOff() {
    const auto& last = inside_->last;
    if (last && last->due) {
        std::erase_if(inside_->putOff,
                      [&](const Inside::Look& each) { return each.session == last->session; });
        inside_->putOff.push_back(*last);
    }
}

} // namespace palpate::app
