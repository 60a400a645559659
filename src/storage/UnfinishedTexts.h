// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"

#include <optional>
#include <string>
#include <string_view>

namespace palpate::storage {

class Engine;

struct UnfinishedText {
    std::string text;
    Instant changedAt;
    friend bool operator==(const UnfinishedText&, const UnfinishedText&) = default;
};

/// What the person signed in has typed into a form and not added yet, so that it outlives the
/// program. No part of a record and no row of the audit trail until it is added. Every call may
/// throw StorageError; nothing is changed then.
class UnfinishedTexts {
public:
    explicit UnfinishedTexts(Engine& engine) noexcept : engine_{engine} {}

    /// `place`: which text of which form, as in the migration that made the table; `about`: the
    /// session or case.
    [[nodiscard]] std::optional<UnfinishedText> find(std::string_view place,
                                                     const Uuid& about) const;
    /// Replaces it; an empty text removes it.
    void keep(std::string_view place, const Uuid& about, std::string_view text);

private:
    Engine& engine_;
};

} // namespace palpate::storage
