// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"
#include "domain/Session.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}
namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// What an alert means for a technique, the worst first. The first four are those of
/// contraindications.json. NotChecked: the table has no row for the pair, which is never "safe".
/// NotAsked: nobody asked the patient for alerts.
enum class CautionKind { Absolute, Relative, Local, Precaution, NotChecked, NotAsked };

/// Whether it holds where the technique is given. Elsewhere: the table names other regions.
/// AskPlace: only the practitioner can tell, since the place of the treatment is not known yet or
/// the table says "at the site of the problem", and the record doesn't hold that site.
enum class CautionHolds { Here, Elsewhere, AskPlace };

/// One alert of the patient against one technique at one place.
struct Caution {
    std::optional<AlertKey> alert; ///< empty: NotAsked
    std::string label; ///< "Anticoagulant (warfarin)"; several records of one alert are one caution
    CautionKind kind = CautionKind::NotChecked;
    CautionHolds holds = CautionHolds::Here;
    std::string where; ///< "back of the neck and back of the head": regions the table names, or ""
    std::string meaning; ///< of the kind, in the table's words: "do not use"
    std::string text; ///< of the table, word for word; else the sentence that says what is missing
    std::string sources; ///< keys, and "source not yet checked" where it is so; "" without a row
    bool needsReason = false; ///< going on is kept with the practitioner's reason; see
                              ///< docs/decisions/0012
    std::string readyReason;  ///< what may be said with one tap; "" when only own words will do
    friend bool operator==(const Caution&, const Caution&) = default;
};

/// Where a treatment is given: regions of the skin over it. Rows of the table know no side, so it
/// is only for words.
struct TreatedPlace {
    std::vector<RegionKey> regions;
    Side side = Side::Middle;
    friend bool operator==(const TreatedPlace&, const TreatedPlace&) = default;
};

/// Every alert of the patient against the technique, none left out: first what needs a reason, then
/// by kind, what is elsewhere last. Alert and technique meet by their keys alone. `alerts` empty:
/// they were not asked, and one caution says so; an empty list: asked, none, no caution. `place`
/// empty: not known yet.
[[nodiscard]] std::vector<Caution> cautionsFor(const std::optional<std::vector<Alert>>& alerts,
                                               const TechniqueKey& technique,
                                               const std::optional<TreatedPlace>& place,
                                               const reference::Reference& reference);

/// The place of a target: of a point the region it is marked in, and where its muscle is reached
/// from when that is another view; of a muscle the regions over it; of a joint those of its row.
/// Wide rather than narrow: a region too many asks once more, one too few would be silent. Empty
/// when it can't be told, as for a point that the session does not have.
[[nodiscard]] std::optional<TreatedPlace> placeOf(const TreatmentTarget& target,
                                                  const Session& session, const atlas::BodyMap& map,
                                                  const reference::Reference& reference);

/// The cautions of one technique in a few words, for its chip before it is chosen.
struct CautionSummary {
    std::optional<CautionKind> worst; ///< of those that are not elsewhere; empty: there is none
    bool needsReason = false;
    std::string label; ///< "Anticoagulant: weigh the risk", "... and 2 more"; "" when there is none
    friend bool operator==(const CautionSummary&, const CautionSummary&) = default;
};
[[nodiscard]] CautionSummary summaryOf(std::span<const Caution> cautions);

/// "Anticoagulant (warfarin): only after weighing the risk, ...": the caution's first line.
[[nodiscard]] std::string headingOf(const Caution& caution);

/// The alerts that call for a reason and have none yet, in the order of the cautions.
[[nodiscard]] std::vector<AlertKey> withoutReason(std::span<const Caution> cautions,
                                                  std::span<const WentOn> wentOn);

} // namespace palpate::app
