// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"

namespace palpate::app {

class DemoChance;
struct DemoTopic;

/// A case for the topic, opened on `day`: onset, goal, referrer. Its sessions come from DemoCourse.
[[nodiscard]] Case inventedCase(DemoChance& chance, CaseId id, PatientId patient,
                                const DemoTopic& topic, Date day);

} // namespace palpate::app
