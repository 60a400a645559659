// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <string>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// One session as lists of sessions show it.
struct HistoryLine {
    SessionId id;
    int number = 0;         ///< within its case
    std::string title;      ///< "Session 7 · 23 Nov 2026"
    std::string status;     ///< "draft", "signed", "signed · 1 addendum"
    std::string pain;       ///< "pain 3, after 2"
    std::string points;     ///< "4 points"
    std::string numbers;    ///< both: "pain 3, after 2 · 4 points"
    std::string treatments; ///< "Pressure release QL, glut med"
    std::string excerpt;    ///< the beginning of what the patient said
    bool draft = false;
    friend bool operator==(const HistoryLine&, const HistoryLine&) = default;
};

[[nodiscard]] HistoryLine historyLine(const Session& session, int number,
                                      const reference::Reference& reference);

} // namespace palpate::app
