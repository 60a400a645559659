// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "storage/Engine.h"
#include "storage/Outcomes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace palpate::storage {

/// Keeps `outcome` and `outcome_patient` true over a change of sessions: takes off what those that
/// the change touches gave before it, and adds what they give afterwards. A session touches itself
/// and the one before it in its case, whose next it is. All inside a transaction.
class OutcomeChange {
public:
    explicit OutcomeChange(Engine& engine) noexcept : engine_{engine} {}

    /// Before the change. `session`: its row number, empty when it is not there yet; `at`: where it
    /// stands, or will stand, in the case.
    void touch(std::int64_t caseNo, std::optional<std::int64_t> session, Instant at);
    /// Every session of the patient's own record.
    void touchAllOf(std::int64_t patientNo);
    /// After the change. `added`: the session that was new.
    void settle(std::optional<std::int64_t> added = {});

    /// Of one patient: treatments, and differences at once and at the next session.
    struct Counts {
        std::int64_t uses = 0;
        std::int64_t once = 0;
        std::int64_t next = 0;
        friend bool operator==(const Counts&, const Counts&) = default;
    };

private:
    struct Sums {
        std::int64_t uses = 0;
        ChangeSums once;
        ChangeSums next;
    };
    void take(std::int64_t session);
    void count(std::int64_t session, int sign);

    Engine& engine_;
    std::vector<std::int64_t> touched_;
    std::map<std::pair<std::string, std::string>, Sums> sums_; ///< by technique and muscle
    std::map<std::tuple<std::int64_t, std::string, std::string>, Counts> ofPatients_;
};

/// Whether a change from one to the other can change any outcome.
[[nodiscard]] bool sameOutcomes(const Session& before, const Session& after);

/// Rows that are not what the treatments say, or are missing.
[[nodiscard]] std::int64_t wrongOutcomes(Engine& engine);
/// Makes the two tables again from the treatments.
void rebuildOutcomes(Engine& engine);

} // namespace palpate::storage
