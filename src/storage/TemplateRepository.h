// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Letterhead.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// One storing or removal of a clinic's template.
struct TemplateStep {
    std::optional<std::string> text; ///< empty: it was removed
    PractitionerId by;
    Instant at;
    friend bool operator==(const TemplateStep&, const TemplateStep&) = default;
};

/// The report templates that the clinic wrote or changed. Nothing is ever lost: each storing keeps
/// the one before. Every call may throw StorageError; nothing is changed then.
class TemplateRepository {
public:
    explicit TemplateRepository(Engine& engine) noexcept : engine_{engine} {}

    /// Those in use, by name.
    [[nodiscard]] std::vector<ClinicTemplate> list() const;
    /// The one in use; empty when there is none or it was removed.
    [[nodiscard]] std::optional<ClinicTemplate> find(std::string_view name) const;
    /// All that was ever stored under the name, newest first.
    [[nodiscard]] std::vector<TemplateStep> history(std::string_view name) const;

    /// Audited; nothing is written when the text in use is the same. The caller has settled
    /// `problems(own)`. AccessDenied: not an owner, or `own.by` is not the person signed in.
    void store(const ClinicTemplate& own);
    /// Audited; what was stored stays in the history. AccessDenied: not an owner. EditRefused:
    /// there is none of that name.
    void remove(std::string_view name);

private:
    Engine& engine_;
};

} // namespace palpate::storage
