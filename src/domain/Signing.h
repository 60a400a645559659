// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Session.h"

#include <vector>

namespace palpate {

/// What stands between a draft and its signature.
struct SigningCheck {
    std::vector<Message> blockers; ///< must be settled; empty: may be signed
    std::vector<Message> gaps;     ///< what was not assessed; shown, and lets go on
    [[nodiscard]] bool maySign() const noexcept { return blockers.empty(); }
};

/// Blockers: already signed; another practitioner's session; nothing recorded; it begins after
/// `now`. Gaps: pain not asked, points not assessed, without tenderness or state, treatments
/// without a value after, consent, pain after and unwanted effects of a treatment not asked, empty
/// note parts, copied text not confirmed. Each names how many or which
/// (by the point's number).
[[nodiscard]] SigningCheck checkSigning(const Session& session, const PractitionerId& signer,
                                        Instant now);

} // namespace palpate
