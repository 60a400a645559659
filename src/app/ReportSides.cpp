// SPDX-License-Identifier: MIT
// Left and right, checked before a report is printed.
#include "app/Clinic.h"
#include "app/PainWords.h"
#include "app/ReportInside.h"
#include "app/SideGuard.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::app {

namespace {

constexpr double kNearBody = 6;     ///< mm off the outline that still are the body
constexpr double kNearMidline = 12; ///< mm; so near to it a muscle of either side may be meant

/// The side of the body on which the place lies; the middle near to the midline.
[[nodiscard]] Side sideAt(const atlas::BodyMap& map, BodyPoint at) {
    const bool fromBeside = at.view == View::Left || at.view == View::Right;
    if (!fromBeside && std::abs(at.x - map.frame(at.view).width / 2) < kNearMidline) {
        return Side::Middle;
    }
    const auto* region = map.regionAt(at, atlas::Millimetres{kNearBody}, fromBeside);
    return region != nullptr ? region->side : Side::Middle;
}

} // namespace

std::vector<Message> sideConflicts(const Clinic& clinic, std::span<const Session> sessions) {
    std::vector<Message> conflicts;
    for (const auto& session : sessions) {
        const auto day = dayText(reportDay(session));
        for (const auto& finding : session.findings) {
            const auto side = sideAt(clinic.map(), finding.at);
            if (finding.side != Side::Middle && side != Side::Middle && side != finding.side) {
                conflicts.push_back(
                    {tr("Session of {1}: point {2} is called {3} but is marked on the other side "
                        "of the map."),
                     {day, std::to_string(finding.point.number),
                      shortMuscle(clinic.reference(), finding.muscle, finding.side)}});
            }
        }
    }
    // The latest note is the one that is printed.
    const auto& latest = sessions.back();
    std::vector<std::pair<RegionKey, Side>> painted;
    for (const auto& part : drawnPain(clinic.map(), latest.painAreas).parts) {
        painted.insert(painted.end(), part.regions.begin(), part.regions.end());
    }
    for (const auto part : kNoteParts) {
        for (const auto& warning :
             sideWarnings(noteOf(latest, part).text, latest, clinic.reference(), painted)) {
            conflicts.push_back(
                {tr("Session of {1}: {2}"), {dayText(reportDay(latest)), shown(warning)}});
        }
    }
    return conflicts;
}

} // namespace palpate::app
