// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "storage/Keys.h"

#include <optional>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// The people who sign in.
class PractitionerRepository {
public:
    explicit PractitionerRepository(Engine& engine) noexcept : engine_{engine} {}

    /// In the order they were added.
    [[nodiscard]] std::vector<Practitioner> list() const;
    [[nodiscard]] std::optional<Practitioner> find(const PractitionerId& id) const;
    [[nodiscard]] std::optional<Practitioner> byUserName(std::string_view userName) const;

    /// Adds a person with own password and own signing key. Owners only, else AccessDenied.
    /// EditRefused: the user name is taken.
    void add(const Practitioner& person, std::string_view password, KdfCost cost);
    /// A new password for the person signed in. AccessDenied: `oldPassword` is wrong.
    void changePassword(std::string_view oldPassword, std::string_view newPassword, KdfCost cost);
    /// A new password and a new signing key for someone who lost theirs; what they signed stays
    /// verifiable with the old key. Owners only (also one who came in with the recovery key), else
    /// AccessDenied.
    void renewAccess(const PractitionerId& person, std::string_view newPassword, KdfCost cost);

private:
    Engine& engine_;
};

} // namespace palpate::storage
