// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// What an authenticator needs: shown once, while it is set up. Wiped when it goes.
struct SecondFactorOffer {
    SecondFactorOffer() = default;
    SecondFactorOffer(const SecondFactorOffer&) = delete;
    SecondFactorOffer& operator=(const SecondFactorOffer&) = delete;
    SecondFactorOffer(SecondFactorOffer&&) noexcept = default;
    SecondFactorOffer& operator=(SecondFactorOffer&&) noexcept = default;
    ~SecondFactorOffer();

    std::string secret;                     ///< base32, 32 letters and digits
    std::string uri;                        ///< otpauth://totp/..., for a QR code
    std::vector<std::string> recoveryCodes; ///< ten of 16 symbols in groups of four
};

struct SecondFactorState {
    Instant since;
    int codesLeft = 0; ///< recovery codes not used yet
    friend bool operator==(const SecondFactorState&, const SecondFactorState&) = default;
};

/// Time-based codes (RFC 6238: SHA-1, 6 digits, 30 seconds, one step of slack either way) beside
/// the password. They guard the program's door: whoever has the files and the password needs no
/// code.
class SecondFactorRepository {
public:
    explicit SecondFactorRepository(Engine& engine) noexcept : engine_{engine} {}

    /// Chance from the operating system; nothing is stored.
    [[nodiscard]] SecondFactorOffer offer() const;
    /// For the person signed in, once `code` shows that the authenticator has the secret. Audited.
    /// AccessDenied: the code is wrong. Replaces one that is there.
    void turnOn(const SecondFactorOffer& offer, std::string_view code);
    /// The person signed in, or an owner for somebody else. Audited. Does nothing when it is off.
    void turnOff(const PractitionerId& person);
    /// Empty: off.
    [[nodiscard]] std::optional<SecondFactorState> find(const PractitionerId& person) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
