// SPDX-License-Identifier: MIT
#include "storage/Crypto.h"

#include "domain/Error.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace palpate::storage {

namespace {

/// libsodium must be started before its first use, and may be started again.
void startSodium() {
    if (sodium_init() < 0) {
        throw StorageError{
            {tr("The cryptography library libsodium can't be started on this computer."), {}}};
    }
}

} // namespace

Secret::Secret(std::size_t size) : size_{size} {
    startSodium();
    data_ = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (data_ == nullptr) {
        throw StorageError{
            {tr("No protected memory is left for the clinic's keys; close other programs and "
                "try again."),
             {}}};
    }
}

Secret::Secret(Secret&& other) noexcept
    : data_{std::exchange(other.data_, nullptr)}, size_{std::exchange(other.size_, 0)} {}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

Secret::~Secret() {
    sodium_free(data_);
}

Secret Secret::random(std::size_t size) {
    Secret secret{size};
    randombytes_buf(secret.data_, size);
    return secret;
}

Secret copyOf(const Secret& secret) {
    Secret copy{secret.view().size()};
    std::ranges::copy(secret.view(), copy.bytes().begin());
    return copy;
}

Bytes randomBytes(std::size_t size) {
    startSodium();
    Bytes bytes(size);
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

Digest blake2b(ByteView data) {
    Digest digest{};
    crypto_generichash(digest.data(), digest.size(), data.data(), data.size(), nullptr, 0);
    return digest;
}

Digest blake2b(std::string_view text) {
    return blake2b(viewOf(text));
}

Digest blake2b(ByteView salt, std::string_view text) {
    Digest digest{};
    crypto_generichash_state state{};
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    crypto_generichash_update(&state, salt.data(), salt.size());
    crypto_generichash_update(&state, viewOf(text).data(), text.size());
    crypto_generichash_final(&state, digest.data(), digest.size());
    return digest;
}

std::string hexOf(ByteView bytes) {
    std::string text(bytes.size() * 2 + 1, '\0'); // sodium_bin2hex writes a NUL at the end
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Bytes> bytesOfHex(std::string_view text) {
    if (text.empty()) {
        return Bytes{}; // libsodium takes no null pointer, which no bytes may have
    }
    Bytes bytes(text.size() / 2);
    std::size_t length = 0;
    const char* end = nullptr;
    if (text.size() % 2 != 0 || sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(),
                                               nullptr, &length, &end) != 0) {
        return std::nullopt;
    }
    return length == bytes.size() && end == text.data() + text.size() ? std::optional{bytes}
                                                                      : std::nullopt;
}

ByteView viewOf(std::string_view text) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Secret deriveKey(std::string_view password, ByteView salt, KdfCost cost) {
    static_assert(crypto_pwhash_SALTBYTES == 16);
    Secret key{crypto_aead_xchacha20poly1305_ietf_KEYBYTES};
    if (crypto_pwhash(key.bytes().data(), key.bytes().size(), password.data(), password.size(),
                      salt.data(), cost.passes, std::size_t{cost.memoryKiB} * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw StorageError{
            {tr("Checking the password takes {1} MiB of memory, which this computer can't give "
                "now; close other programs and try again."),
             {std::to_string(cost.memoryKiB / 1024)}}};
    }
    return key;
}

Secret deriveRecoveryKey(std::string_view symbols, ByteView salt) {
    Secret key{crypto_aead_xchacha20poly1305_ietf_KEYBYTES};
    crypto_generichash(key.bytes().data(), key.bytes().size(), viewOf(symbols).data(),
                       symbols.size(), salt.data(), salt.size());
    return key;
}

Sealed seal(const Secret& content, const Secret& key, std::string_view boundTo) {
    Sealed sealed{randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
                  Bytes(content.view().size() + crypto_aead_xchacha20poly1305_ietf_ABYTES)};
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed.box.data(), nullptr, content.view().data(), content.view().size(),
        viewOf(boundTo).data(), boundTo.size(), nullptr, sealed.nonce.data(), key.view().data());
    return sealed;
}

std::optional<Secret> unseal(const Sealed& sealed, const Secret& key, std::string_view boundTo) {
    if (sealed.nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES ||
        sealed.box.size() <= crypto_aead_xchacha20poly1305_ietf_ABYTES) {
        return std::nullopt;
    }
    Secret content{sealed.box.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES};
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            content.bytes().data(), nullptr, nullptr, sealed.box.data(), sealed.box.size(),
            viewOf(boundTo).data(), boundTo.size(), sealed.nonce.data(), key.view().data()) != 0) {
        return std::nullopt;
    }
    return content;
}

Secret makeSigningKey() {
    Secret key{crypto_sign_SECRETKEYBYTES};
    PublicKey ignored{};
    crypto_sign_keypair(ignored.data(), key.bytes().data());
    return key;
}

PublicKey publicKeyOf(const Secret& signingKey) {
    PublicKey key{};
    crypto_sign_ed25519_sk_to_pk(key.data(), signingKey.view().data());
    return key;
}

SignatureBytes sign(ByteView message, const Secret& signingKey) {
    SignatureBytes signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                         signingKey.view().data());
    return signature;
}

bool isSignedBy(ByteView message, ByteView signature, ByteView publicKey) noexcept {
    return signature.size() == crypto_sign_BYTES &&
           publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                       publicKey.data()) == 0;
}

} // namespace palpate::storage
