// SPDX-License-Identifier: MIT
#include "storage/SecondFactorRepository.h"

#include "domain/Wipe.h"
#include "storage/Engine.h"
#include "storage/SecondFactor.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace palpate::storage {

namespace {

constexpr std::size_t kSecretSize = 20; // RFC 4226, section 4, R6: 160 bits are recommended
constexpr unsigned kStepSeconds = 30;
constexpr unsigned kDigits = 6;
constexpr int kRecoveryCodes = 10; // our own choice, as is their length: 80 random bits
constexpr std::size_t kRecoverySymbols = 16;
constexpr std::size_t kRecoveryGroup = 4;

/// liboath takes bytes as characters.
[[nodiscard]] const char* charactersOf(const Secret& secret) {
    return reinterpret_cast<const char*>(secret.view().data());
}

void require(int outcome) {
    if (outcome != OATH_OK) {
        throw StorageError{{tr("A code of the second factor can't be worked out: {1}."),
                            {::oath_strerror(outcome)}}};
    }
}

void prepareLibrary() {
    static const int outcome = ::oath_init();
    require(outcome);
}

/// What liboath has allocated, wiped before it is freed.
struct WipeAndFree {
    std::size_t size = 0;
    void operator()(char* text) const noexcept {
        sodium_memzero(text, size);
        std::free(text);
    }
};

[[nodiscard]] std::string base32Of(const Secret& secret) {
    char* made = nullptr;
    std::size_t size = 0;
    require(::oath_base32_encode(charactersOf(secret), secret.view().size(), &made, &size));
    const std::unique_ptr<char, WipeAndFree> text{made, WipeAndFree{size}};
    return {made, size};
}

[[nodiscard]] Secret secretOfBase32(const std::string& text) {
    char* made = nullptr;
    std::size_t size = 0;
    require(::oath_base32_decode(text.data(), text.size(), &made, &size));
    const std::unique_ptr<char, WipeAndFree> bytes{made, WipeAndFree{size}};
    if (size != kSecretSize) {
        throw EditRefused{{tr("The second factor's secret is not whole; set it up anew."), {}}};
    }
    Secret secret{size};
    std::copy_n(made, size, secret.bytes().begin());
    return secret;
}

/// As RFC 3986 wants every other character written. A colon parts the clinic from the person, so
/// none may stand inside either.
[[nodiscard]] std::string uriPart(std::string_view text) {
    constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c == ':' ? ' ' : c);
        out += kPlain.find(c) != std::string_view::npos ? std::string{c}
                                                        : "%" + hexOf(ByteView{&byte, 1});
    }
    return out;
}

[[nodiscard]] std::string clinicName(Engine& engine) {
    return engine.read("reading the clinic's name", [&] {
        auto row = engine.use("SELECT name FROM clinic");
        return row.next() ? row.text(0) : std::string{};
    });
}

[[nodiscard]] Secret secretIn(const Query& row, int column) {
    auto bytes = row.fixed<kSecretSize>(column);
    Secret secret{kSecretSize};
    std::ranges::copy(bytes, secret.bytes().begin());
    sodium_memzero(bytes.data(), bytes.size());
    return secret;
}

[[nodiscard]] std::string withoutBlanks(std::string_view typed) {
    std::string out{typed};
    std::erase(out, ' ');
    return out;
}

[[nodiscard]] bool useRecoveryCode(Engine& engine, std::int64_t practitionerNo,
                                   const Secret& secret, std::string_view typed) {
    auto symbols = typedSymbols(typed, kRecoverySymbols);
    if (!symbols) {
        return false;
    }
    const auto hash = blake2b(secret.view(), *symbols);
    wipe(*symbols);
    const auto before = engine.connection().changes();
    engine
        .use("UPDATE recovery_code SET used_at = ?1 "
             "WHERE practitioner_no = ?2 AND hash = ?3 AND used_at IS NULL")
        .with(engine.clock().now(), practitionerNo, hash)
        .run();
    return engine.connection().changes() != before;
}

void audit(Engine& engine, const PractitionerId& person, const char* detail) {
    engine.audit({AuditKind::Change, {}, AuditSubject::Practitioner, person.value(), detail, {}});
}

void removeFactor(Engine& engine, std::int64_t practitionerNo) {
    engine.use("DELETE FROM recovery_code WHERE practitioner_no = ?1").with(practitionerNo).run();
    engine.use("DELETE FROM second_factor WHERE practitioner_no = ?1").with(practitionerNo).run();
}

} // namespace

std::int64_t timeStep(Instant at) noexcept {
    return at.time_since_epoch().count() / kStepSeconds;
}

std::string timeCode(const Secret& secret, std::int64_t step) {
    prepareLibrary();
    std::array<char, kDigits + 1> digits{};
    require(::oath_totp_generate(charactersOf(secret), secret.view().size(),
                                 static_cast<std::time_t>(step * kStepSeconds), kStepSeconds,
                                 OATH_TOTP_DEFAULT_START_TIME, kDigits, digits.data()));
    return digits.data();
}

std::optional<std::int64_t> stepOfCode(const Secret& secret, std::string_view typed, Instant now,
                                       std::int64_t last) {
    const auto code = withoutBlanks(typed);
    if (code.size() != kDigits) {
        return std::nullopt;
    }
    const auto middle = timeStep(now);
    for (auto step = std::max(last, middle - 2) + 1; step <= middle + 1; ++step) {
        const auto right = timeCode(secret, step);
        if (sodium_memcmp(right.data(), code.data(), kDigits) == 0) {
            return step;
        }
    }
    return std::nullopt;
}

CodeVerdict useCode(Engine& engine, std::int64_t practitionerNo, std::string_view typed) {
    std::optional<Secret> secret;
    std::int64_t last = 0;
    {
        auto row =
            engine.use("SELECT secret, last_step FROM second_factor WHERE practitioner_no = ?1");
        if (!row.with(practitionerNo).next()) {
            return CodeVerdict::NotAsked;
        }
        secret = secretIn(row, 0);
        last = row.integer(1);
    }
    if (withoutBlanks(typed).empty()) {
        return CodeVerdict::Missing;
    }
    if (const auto step = stepOfCode(*secret, typed, engine.clock().now(), last)) {
        engine.use("UPDATE second_factor SET last_step = ?1 WHERE practitioner_no = ?2")
            .with(*step, practitionerNo)
            .run();
        return CodeVerdict::Code;
    }
    return useRecoveryCode(engine, practitionerNo, *secret, typed) ? CodeVerdict::RecoveryCode
                                                                   : CodeVerdict::Wrong;
}

int recoveryCodesLeft(Engine& engine, std::int64_t practitionerNo) {
    auto row = engine.use(
        "SELECT count(*) FROM recovery_code WHERE practitioner_no = ?1 AND used_at IS NULL");
    return row.with(practitionerNo).next() ? row.number(0) : 0;
}

SecondFactorOffer::~SecondFactorOffer() {
    wipe(secret);
    wipe(uri);
    for (auto& code : recoveryCodes) {
        wipe(code);
    }
}

SecondFactorOffer SecondFactorRepository::offer() const {
    SecondFactorOffer offer;
    offer.secret = base32Of(Secret::random(kSecretSize));
    const auto clinic = uriPart(clinicName(engine_));
    // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    offer.uri = "otpauth://totp/" + clinic + ":" + uriPart(engine_.signedIn().userName) +
                "?secret=" + offer.secret + "&issuer=" + clinic +
                "&algorithm=SHA1&digits=6&period=30";
    for (int i = 0; i < kRecoveryCodes; ++i) {
        auto symbols = randomSymbols(kRecoverySymbols);
        offer.recoveryCodes.push_back(inGroups(symbols, kRecoveryGroup));
        wipe(symbols);
    }
    return offer;
}

void SecondFactorRepository::turnOn(const SecondFactorOffer& offer, std::string_view code) {
    const auto secret = secretOfBase32(offer.secret);
    const auto now = engine_.clock().now();
    const auto step = stepOfCode(secret, code, now, 0);
    if (!step) {
        throw AccessDenied{{tr("The code is not right; nothing was turned on. Check that this "
                               "computer and the authenticator tell the same time."),
                            {}}};
    }
    engine_.write("turning the second factor on", [&] {
        const auto person = engine_.signedIn().id;
        const auto no = engine_.practitionerNo(person);
        removeFactor(engine_, no);
        engine_
            .use("INSERT INTO second_factor (practitioner_no, secret, since_at, last_step) "
                 "VALUES (?1, ?2, ?3, ?4)")
            .with(no, secret.view(), now, *step)
            .run();
        std::int64_t position = 0;
        for (const auto& each : offer.recoveryCodes) {
            auto symbols = typedSymbols(each, kRecoverySymbols);
            if (!symbols) {
                throw EditRefused{
                    {tr("A recovery code of the second factor is not whole; set it up anew."), {}}};
            }
            engine_
                .use("INSERT INTO recovery_code (practitioner_no, position, hash) "
                     "VALUES (?1, ?2, ?3)")
                .with(no, position++, blake2b(secret.view(), *symbols))
                .run();
            wipe(*symbols);
        }
        audit(engine_, person, "second factor on\n");
    });
}

void SecondFactorRepository::turnOff(const PractitionerId& person) {
    if (person != engine_.signedIn().id) {
        engine_.requireOwner();
    }
    engine_.write("turning the second factor off", [&] {
        const auto no = engine_.practitionerNo(person);
        {
            auto row = engine_.use("SELECT 1 FROM second_factor WHERE practitioner_no = ?1");
            if (!row.with(no).next()) {
                return;
            }
        }
        removeFactor(engine_, no);
        audit(engine_, person, "second factor off\n");
    });
}

std::optional<SecondFactorState> SecondFactorRepository::find(const PractitionerId& person) const {
    return engine_.read("reading the second factor", [&]() -> std::optional<SecondFactorState> {
        const auto no = engine_.practitionerNo(person);
        std::optional<Instant> since;
        {
            auto row = engine_.use("SELECT since_at FROM second_factor WHERE practitioner_no = ?1");
            if (!row.with(no).next()) {
                return std::nullopt;
            }
            since = row.instant(0);
        }
        return SecondFactorState{*since, recoveryCodesLeft(engine_, no)};
    });
}

} // namespace palpate::storage
