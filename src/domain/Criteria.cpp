// SPDX-License-Identifier: MIT
#include "domain/Criteria.h"

#include <array>

namespace palpate {

namespace {

/// How the recognition reads inside the reason; each a sentence of its own so that it can be
/// translated whole.
[[nodiscard]] const char* reasonFor(Recognition recognition, bool anyAssessed) {
    if (!anyAssessed && recognition == Recognition::NotAssessed) {
        return tr("no sign assessed");
    }
    switch (recognition) {
    case Recognition::NotAssessed:
        return tr("{1} of 3 Delphi criteria, {2} assessed; recognition not asked");
    case Recognition::No:
        return tr("{1} of 3 Delphi criteria, {2} assessed; pain not recognised");
    case Recognition::Partly:
        return tr("{1} of 3 Delphi criteria, {2} assessed; pain partly recognised");
    case Recognition::Yes:
        break;
    }
    return tr("{1} of 3 Delphi criteria, {2} assessed; pain recognised");
}

[[nodiscard]] const char* fullReasonFor(Recognition recognition) {
    switch (recognition) {
    case Recognition::NotAssessed:
        return tr("3 of 3 Delphi criteria, recognition not asked");
    case Recognition::No:
        return tr("3 of 3 Delphi criteria, pain not recognised");
    case Recognition::Partly:
        return tr("3 of 3 Delphi criteria, pain partly recognised");
    case Recognition::Yes:
        break;
    }
    return tr("3 of 3 Delphi criteria, pain recognised");
}

} // namespace

SignsReading readingOf(const Signs& signs) {
    SignsReading reading;
    for (const auto sign : std::array{signs.tautBand, signs.tenderSpot, signs.referredPain}) {
        reading.present += sign == Sign::Present ? 1 : 0;
        reading.assessed += sign != Sign::NotAssessed ? 1 : 0;
    }
    // Source: [DELPHI2018]
    if (reading.present == 3) {
        reading.reason = {fullReasonFor(signs.recognised), {}};
        if (signs.recognised == Recognition::Yes) {
            reading.state = State::Active;
        } else if (signs.recognised == Recognition::No) {
            reading.state = State::Latent;
        }
        return reading;
    }
    reading.reason = {reasonFor(signs.recognised, reading.assessed > 0),
                      {std::to_string(reading.present), std::to_string(reading.assessed)}};
    return reading;
}

bool disagree(const Finding& finding) {
    const auto reading = readingOf(finding.signs);
    if (!finding.state || *finding.state == State::Resolved) {
        // A resolved point that still shows all three criteria contradicts itself.
        return finding.state && reading.present == 3;
    }
    return reading.state && *reading.state != *finding.state;
}

} // namespace palpate
