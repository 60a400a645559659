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
    /// A new password for the person signed in. AccessDenied: `oldPassword` is wrong, and counted.
    /// Throws WaitNeeded.
    void changePassword(std::string_view oldPassword, std::string_view newPassword, KdfCost cost);
    /// A new password and a new signing key for someone who lost theirs; what they signed stays
    /// verifiable with the old key. Owners only (also one who came in with the recovery key), else
    /// AccessDenied. EditRefused: no such practitioner, or disabled.
    void renewAccess(const PractitionerId& person, std::string_view newPassword, KdfCost cost);
    /// Name, profession, role and number at the professional body. Audited with old and new values.
    /// Owners only, else AccessDenied. EditRefused: no such practitioner, another user name, or
    /// nobody would be left who is an owner and may sign in.
    void update(const Practitioner& person);
    /// May not sign in from now on: out of keys.json, so that a new copy of the clinic does not
    /// open with their password either. What they signed stays theirs. Audited. Owners only.
    /// EditRefused: no such practitioner, the person signed in, or the last owner.
    void disable(const PractitionerId& person);
    /// Lets them in again, with a new password and signing key. Audited. Owners only.
    void enable(const PractitionerId& person, std::string_view newPassword, KdfCost cost);
    /// A new recovery key; the old one opens this folder no more (a copy that was made before opens
    /// with it for ever). Audited. Owners only.
    [[nodiscard]] RecoveryKey renewRecoveryKey();
    /// Whether it is the password of the person signed in; nothing is written but a wrong one is
    /// counted (FailedSignIns). Throws WaitNeeded.
    [[nodiscard]] bool isPassword(std::string_view password);
    /// The most that deriving a key costs anybody in keys.json: what a new password should cost.
    [[nodiscard]] KdfCost usualCost() const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
