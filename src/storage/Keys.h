// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palpate::storage {

/// What deriving a key from a password costs (Argon2id). Recorded in keys.json, so that it may be
/// raised later.
struct KdfCost {
    std::uint32_t passes = 0;
    std::uint32_t memoryKiB = 0;
    /// What a clinic uses: 3 passes over 256 MiB, about a second.
    [[nodiscard]] static constexpr KdfCost standard() noexcept { return {3, 256U * 1024U}; }
    /// Protects nothing. For tests that open hundreds of clinics, and for throw-away
    /// demonstrations.
    [[nodiscard]] static constexpr KdfCost forTests() noexcept { return {1, 8}; }
    friend bool operator==(const KdfCost&, const KdfCost&) = default;
};

/// Who signs in. The views must outlive the call they are handed to; nothing keeps them.
struct Credentials {
    std::string_view userName; ///< upper and lower case of a-z count as the same
    std::string_view password;
    /// Of the second factor, or a recovery code; empty: none was given.
    std::string_view code = {};
};

/// The key that opens a clinic when every password is lost: 170 random bits in seven groups of five
/// symbols, the last of them a check symbol. Shown once when the clinic is made, printed, and never
/// stored.
class RecoveryKey {
public:
    /// `text` as typed: case, blanks and dashes do not matter, O is 0, I and L are 1.
    explicit RecoveryKey(std::string_view typed) : text_{typed} {}
    RecoveryKey(const RecoveryKey&) = default;
    RecoveryKey& operator=(const RecoveryKey&) = default;
    RecoveryKey(RecoveryKey&&) noexcept = default;
    RecoveryKey& operator=(RecoveryKey&&) noexcept = default;
    ~RecoveryKey(); // wipes the text

    /// "7K3QD-...", as shown; or as typed, when it came from a person.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// Whether it is 35 known symbols whose check symbol fits: tells a slip of typing from a wrong
    /// key. Every single wrong symbol and every swap of two neighbours is found.
    [[nodiscard]] bool isWellFormed() const;

private:
    std::string text_;
};

} // namespace palpate::storage
