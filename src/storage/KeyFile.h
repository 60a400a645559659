// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"
#include "storage/Crypto.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

/// One person's keys, wrapped under the password.
struct KeyHolder {
    std::string userName;
    PractitionerId practitioner;
    KdfCost cost;
    Bytes salt;            ///< 16 bytes, for the password
    Sealed databaseKey;    ///< 32 bytes
    Sealed signingKey;     ///< 64 bytes, Ed25519
    PublicKey publicKey{}; ///< of signingKey, readable
};

/// What a password opens.
struct OpenedKeys {
    PractitionerId practitioner;
    Secret databaseKey;
    std::optional<Secret> signingKey; ///< empty: came in with the recovery key
};

/// Why nobody came in, without telling what of it was wrong.
[[nodiscard]] Message wrongCredentials(const Credentials& credentials);

/// keys.json as a value; docs/file-format.md describes it.
class KeyFile {
public:
    explicit KeyFile(const Uuid& clinic) : clinic_{clinic} {}
    /// Throws StorageError, one sentence naming file and entry, for a missing, malformed or absurd
    /// file.
    [[nodiscard]] static KeyFile read(const std::filesystem::path& file);
    void write(const std::filesystem::path& file) const;

    [[nodiscard]] const Uuid& clinic() const noexcept { return clinic_; }
    [[nodiscard]] const std::vector<KeyHolder>& holders() const noexcept { return holders_; }

    /// Adds the person, or replaces the one of that user name. Throws StorageError for an absurd
    /// cost and for a name that is not one line.
    void put(std::string_view userName, const PractitionerId& practitioner,
             std::string_view password, KdfCost cost, const Secret& databaseKey,
             const Secret& signingKey);
    /// The person's password opens nothing from now on; nothing when they have none.
    void remove(const PractitionerId& practitioner);
    void putRecovery(const RecoveryKey& key, const PractitionerId& owner,
                     const Secret& databaseKey);

    /// Throws AccessDenied: wrong name or password, in one sentence that does not tell which.
    [[nodiscard]] OpenedKeys open(const Credentials& credentials) const;
    [[nodiscard]] OpenedKeys open(const RecoveryKey& key) const;

private:
    struct Recovery {
        PractitionerId owner;
        Bytes salt;
        Sealed databaseKey;
    };
    [[nodiscard]] std::string binding(std::string_view userName, std::string_view purpose) const;

    Uuid clinic_;
    std::vector<KeyHolder> holders_;
    std::optional<Recovery> recovery_;
};

[[nodiscard]] bool isSameUserName(std::string_view a, std::string_view b) noexcept;
/// Whether the cost is one that a computer of today can pay and that the algorithm allows.
[[nodiscard]] bool isSensible(KdfCost cost) noexcept;

} // namespace palpate::storage
