// SPDX-License-Identifier: MIT
#pragma once

#include "domain/CarePlan.h"

#include <optional>
#include <vector>

namespace palpate::storage {

class Engine;

/// The home-care plans of the cases. Items are stopped, never removed. Every call may throw
/// StorageError; nothing is changed then.
class CarePlanRepository {
public:
    explicit CarePlanRepository(Engine& engine) noexcept : engine_{engine} {}

    /// Audited, as all changes here with old and new value. The caller has settled
    /// `problems(item)`. EditRefused: no such case. AccessDenied: `item.by` is not the person
    /// signed in.
    void add(const CarePlanItem& item);
    /// `seen` is the item as it was read. RecordChanged: somebody has changed it since.
    void change(const CarePlanItem& item, const CarePlanItem& seen);
    /// Those that go on first, then the stopped ones; each in the order of their start.
    [[nodiscard]] std::vector<CarePlanItem> ofCase(const CaseId& caseId) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
