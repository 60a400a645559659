// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

struct PatientLine {
    PatientId id;
    std::string name;               ///< "Kovács, Ana"
    std::string detail;             ///< "46 y · female · born 14 Mar 1980"
    std::string last;               ///< "23 Nov 2026"; "" when there was no session
    std::string complaint;          ///< of the newest open case; may be empty
    std::string preferredName = {}; ///< "Ani"; may be empty
    bool archived = false;
    std::string mergedInto =
        {};                  ///< "merged into Ana Kovács": opening it opens that one; else empty
    bool restricted = false; ///< opens only for some
    bool closed = false;     ///< not for the person signed in: nothing clinical of it is told
    friend bool operator==(const PatientLine&, const PatientLine&) = default;
};

/// Whether archived and merged records are wanted too.
enum class Listing { Daily, Everything };

/// The clinic's patients that match what was typed, best first; all, most recently seen first, for
/// an empty text. Any text is allowed. At most `limit` lines.
[[nodiscard]] std::vector<PatientLine> findPatients(Clinic& clinic, const std::string& typed,
                                                    int limit = 200,
                                                    Listing listing = Listing::Daily);

struct SessionLine {
    SessionId id;
    PatientId patient;
    std::string patientName;
    std::string day;     ///< "Mon 23 Nov 2026"
    std::string excerpt; ///< the match in its sentence
    friend bool operator==(const SessionLine&, const SessionLine&) = default;
};

/// Sessions in whose text, muscles, techniques or patient all typed words stand, newest first.
[[nodiscard]] std::vector<SessionLine> findSessions(Clinic& clinic, const std::string& typed,
                                                    int limit = 50);

} // namespace palpate::app
