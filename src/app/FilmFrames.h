// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "drawing/FilmStrip.h"

namespace palpate::app {

/// One session of a film strip.
struct FilmFrameView {
    SessionId session;
    drawing::FilmFrame frame;
};
/// The session as a frame: "12 Oct", "7 points", "tender 38", its marks and drawn pain in that
/// view. `current`: the one being looked at; a draft of it that is dated `today` is titled "Today".
[[nodiscard]] FilmFrameView filmFrame(const Session& session, const atlas::BodyMap& map, View view,
                                      bool current, std::optional<Date> today = {});

} // namespace palpate::app
