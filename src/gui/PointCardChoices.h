// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"

#include <array>

namespace palpate::gui {

/// What the chips of a point's card stand for, in their order.
inline constexpr std::array kSignKinds{app::SignKind::TautBand, app::SignKind::TenderSpot,
                                       app::SignKind::ReferredPain, app::SignKind::Twitch,
                                       app::SignKind::Jump};
inline constexpr std::array kRecognitions{Recognition::Yes, Recognition::Partly, Recognition::No};
inline constexpr std::array kRelations{Relation::Primary, Relation::Satellite, Relation::Key};

} // namespace palpate::gui
