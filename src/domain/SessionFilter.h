// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Finding.h"
#include "domain/Practitioner.h"
#include "domain/Treatment.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate {

struct PainArea;
struct Session;

/// Both ends belong to it; an empty one is open.
template <class T> struct Range {
    std::optional<T> least = {};
    std::optional<T> most = {};
    [[nodiscard]] bool isOpen() const noexcept { return !least && !most; }
    /// An empty value lies in no range but the open one: what was not assessed is not found.
    [[nodiscard]] bool holds(const std::optional<T>& value) const noexcept {
        return isOpen() || (value && (!least || *least <= *value) && (!most || *value <= *most));
    }
    friend bool operator==(const Range&, const Range&) = default;
};

/// A trigger point that is looked for: all that is given must hold of one and the same finding.
struct FindingFilter {
    std::vector<MuscleKey> muscles = {}; ///< in any of them; empty: wherever
    std::optional<Side> side = {};
    std::vector<State> states = {};    ///< judged as any of them; empty: whatever
    Range<int> tenderness = {};        ///< before treatment, 0-10
    std::vector<Settled> changes = {}; ///< settled so against last time; empty: whatever
    [[nodiscard]] bool isOpen() const noexcept;
    friend bool operator==(const FindingFilter&, const FindingFilter&) = default;
};

/// A range of one log field of a dose, in the unit in which it is kept (pressure kPa, time s).
struct DoseFilter {
    LogFieldKey field;
    Range<double> amount = {};
    friend bool operator==(const DoseFilter&, const DoseFilter&) = default;
};

/// A treatment that is looked for: all that is given must hold of one and the same treatment.
struct TreatmentFilter {
    std::vector<TechniqueKey> techniques = {}; ///< any of them; empty: whichever
    std::vector<MuscleKey> muscles = {}; ///< at a point in, or of, any of them; empty: wherever
    std::optional<Side> side = {};
    std::vector<DoseFilter> doses = {}; ///< all of them
    [[nodiscard]] bool isOpen() const noexcept;
    friend bool operator==(const TreatmentFilter&, const TreatmentFilter&) = default;
};

/// Of a flag that a screening of the session raised.
enum class FlagState { Raised, Unsettled };

/// Which sessions are looked for; what is empty does not restrict, all that is given must hold.
struct SessionFilter {
    std::string text = {}; ///< beginnings of words, "a phrase", -without; any text is allowed
    std::optional<PatientId> patient = {}; ///< with those merged into the record
    std::optional<CaseId> caseId = {};
    FindingFilter finding = {};
    TreatmentFilter treatment = {};
    std::optional<PractitionerId> practitioner = {};
    std::optional<Profession> profession = {}; ///< of the practitioner
    std::optional<CaseStatus> caseStatus = {};
    std::string diagnosis = {};             ///< beginning of an ICD-10-CM code of the case: "M54"
    std::vector<HomeCareKey> homeCare = {}; ///< any of them agreed in the session
    std::optional<RegionKey> painted = {};  ///< pain drawn in that region of the skin
    std::optional<Side> paintedSide = {};   ///< of `painted`
    Range<int> painNow = {};                ///< NPRS before treatment, 0-10
    std::vector<RedFlagKey> flags = {};     ///< any of them raised by a form of the session
    std::optional<FlagState> flagState =
        {};                           ///< any flag (or of `flags`) raised, or not settled yet
    std::optional<Instant> from = {}; ///< started at or after
    std::optional<Instant> to = {};   ///< started before
    friend bool operator==(const SessionFilter&, const SessionFilter&) = default;
};

/// A region of the skin that a drawn area lies in.
struct PaintedRegion {
    RegionKey region;
    Side side = Side::Middle;
    friend bool operator==(const PaintedRegion&, const PaintedRegion&) = default;
};
/// Knows the regions of a drawn area; the body map is not known here.
using PaintedRegions = std::function<std::vector<PaintedRegion>(const PainArea&)>;

/// The plain meaning of a filter but for its text, patient, times and what stands in other records
/// (practitioner's profession, the case's status and diagnosis, raised flags): what every faster
/// way must agree with. Without `painted` no region is known to be drawn in.
[[nodiscard]] bool matches(const SessionFilter& filter, const Session& session,
                           const PaintedRegions& painted = {});
/// Whether this very finding, or treatment, is one that is looked for. `findings`: of the same
/// session, for the muscle of a treated point. The side of a treatment is that of what was treated.
[[nodiscard]] bool matches(const FindingFilter& filter, const Finding& finding);
[[nodiscard]] bool matches(const TreatmentFilter& filter, const Treatment& treatment,
                           const std::vector<Finding>& findings);

} // namespace palpate
