// SPDX-License-Identifier: MIT
#pragma once

#include "app/Screenings.h"
#include "domain/Session.h"

#include <memory>
#include <optional>

namespace palpate::app {

class Clinic;

/// Whether the red-flag screening is offered beside a session that is being charted. What was put
/// off is remembered as long as this lives, and stored nowhere. The clinic must outlive it.
class ScreeningOffers {
public:
    explicit ScreeningOffers(Clinic& clinic);
    ~ScreeningOffers();
    ScreeningOffers(const ScreeningOffers&) = delete;
    ScreeningOffers& operator=(const ScreeningOffers&) = delete;

    /// Of the session as it is stored now; after each edit, as the case is read again only when
    /// another sign stands in it. Empty: none is due, the session is signed, who is signed in may
    /// not fill in forms, or it was put off and no new numbness, weakness or radiating pain has
    /// come since.
    [[nodiscard]] std::optional<ScreeningDue> beside(const Session& session);
    /// A form may have been filled in meanwhile: the case is read again at the next look.
    void renew() noexcept;
    /// Not again beside the session that was looked at last.
    void putOff();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace palpate::app
