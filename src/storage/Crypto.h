// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Keys.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;
using PublicKey = std::array<std::uint8_t, 32>;
using SignatureBytes = std::array<std::uint8_t, 64>;

/// Key material in memory that is locked against swapping, fenced by guard pages and wiped when
/// freed.
class Secret {
public:
    explicit Secret(std::size_t size);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    /// `size` bytes of chance from the operating system.
    [[nodiscard]] static Secret random(std::size_t size);
    [[nodiscard]] std::span<std::uint8_t> bytes() noexcept { return {data_, size_}; }
    [[nodiscard]] ByteView view() const noexcept { return {data_, size_}; }

private:
    std::uint8_t* data_ = nullptr; ///< owned; from sodium_malloc
    std::size_t size_ = 0;
};

/// The same key material in memory of its own.
[[nodiscard]] Secret copyOf(const Secret& secret);

[[nodiscard]] Bytes randomBytes(std::size_t size);
[[nodiscard]] Digest blake2b(ByteView data);
[[nodiscard]] Digest blake2b(std::string_view text);
/// The hash of a salt followed by a text.
[[nodiscard]] Digest blake2b(ByteView salt, std::string_view text);

[[nodiscard]] std::string hexOf(ByteView bytes);
/// Empty unless `text` is an even number of hexadecimal digits.
[[nodiscard]] std::optional<Bytes> bytesOfHex(std::string_view text);
[[nodiscard]] ByteView viewOf(std::string_view text) noexcept;

/// Argon2id, 32 bytes. `salt` has 16 bytes. Throws StorageError when the memory can't be had.
[[nodiscard]] Secret deriveKey(std::string_view password, ByteView salt, KdfCost cost);
/// The key of a recovery key's 34 data symbols: they carry 170 random bits, so a plain keyed hash
/// is enough.
[[nodiscard]] Secret deriveRecoveryKey(std::string_view symbols, ByteView salt);

/// XChaCha20-Poly1305 of a secret.
struct Sealed {
    Bytes nonce; ///< 24 bytes of chance
    Bytes box;   ///< cipher text with its 16-byte tag
};
[[nodiscard]] Sealed seal(const Secret& content, const Secret& key, std::string_view boundTo);
/// Empty when the key, the binding or the box is not the one it was sealed with.
[[nodiscard]] std::optional<Secret> unseal(const Sealed& sealed, const Secret& key,
                                           std::string_view boundTo);

/// Ed25519. The secret key of libsodium's 64 bytes holds the public one in its second half.
[[nodiscard]] Secret makeSigningKey();
[[nodiscard]] PublicKey publicKeyOf(const Secret& signingKey);
[[nodiscard]] SignatureBytes sign(ByteView message, const Secret& signingKey);
[[nodiscard]] bool isSignedBy(ByteView message, ByteView signature, ByteView publicKey) noexcept;

/// So many random symbols of the alphabet of recovery keys, five bits each.
[[nodiscard]] std::string randomSymbols(std::size_t count);
/// The same in groups, as they are shown: "7K3QD-9XW2M".
[[nodiscard]] std::string inGroups(std::string_view symbols, std::size_t group);
/// Typed symbols in the alphabet's own spelling: no blanks or dashes, letters raised, O is 0, I and
/// L are 1. Empty unless they are `count` of its symbols.
[[nodiscard]] std::optional<std::string> typedSymbols(std::string_view typed, std::size_t count);

/// 34 random symbols and their check symbol, in groups of five.
[[nodiscard]] RecoveryKey makeRecoveryKey();
/// The 34 data symbols in their one spelling; empty unless well-formed.
[[nodiscard]] std::optional<std::string> recoverySymbols(std::string_view typed);

} // namespace palpate::storage
