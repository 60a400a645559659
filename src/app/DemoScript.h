// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoSessions.h"
#include "domain/Patient.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace palpate::app {

// How a patient who is told in full is written down: words for keys, so that a script reads as a
// page of a chart. A key that is none throws DataError.

struct ScriptedValue {
    std::string_view field;
    std::variant<double, bool, std::string> value;
};
[[nodiscard]] std::vector<LogValue> scriptedDose(std::initializer_list<ScriptedValue> values);

/// Active degrees and the pain in the motion; below 0: not asked.
void addMotion(Session& session, std::string_view motion, Side side, double active, int pain);
void addTest(Session& session, std::string_view test, Side side, std::string result,
             std::string_view part = {}, std::optional<double> also = {});
void addPalpation(Session& session, std::string_view test, Side side, const TestSite& site,
                  std::string result);
void addHomeCare(Session& session, std::string_view item, std::string dose);
void addTreatment(Session& session, IdMaker& ids, const TreatmentTarget& target,
                  std::string_view technique, std::vector<LogValue> dose,
                  std::optional<int> tendernessAfter = {});
void writeNote(Session& session, NotePart part, std::string_view text);

/// A session with the times and names of its world, in which nothing was entered yet.
[[nodiscard]] Session emptySession(const DemoWorld& world, const Case& record, Instant at);
[[nodiscard]] Patient namedPatient(PatientId id, std::string givenName, std::string familyName);
/// An open case that only has its patient and day.
[[nodiscard]] Case emptyCase(CaseId id, PatientId patient, Date opened);
[[nodiscard]] RegionTarget scriptedRegion(std::string_view region, Side side);
[[nodiscard]] JointTarget scriptedJoint(std::string_view joint, Side side);
[[nodiscard]] WentOn scriptedReason(std::string_view alert, std::string reason);

} // namespace palpate::app
