// SPDX-License-Identifier: MIT
// Codes beside the password: as RFC 6238 has them, each serves once, and nothing tells what was
// wrong.
#include "storage/SecondFactor.h"

#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <set>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using namespace std::chrono_literals;
using storage::Secret;

[[nodiscard]] Secret secretOf(std::string_view text) {
    Secret secret{text.size()};
    std::ranges::copy(text, secret.bytes().begin());
    return secret;
}

/// RFC 4648, section 6; of whole groups of eight.
[[nodiscard]] Secret secretOfBase32(std::string_view text) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    storage::Bytes bytes;
    unsigned bits = 0;
    unsigned value = 0;
    for (const char c : text) {
        value = (value << 5U) | static_cast<unsigned>(kLetters.find(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(value >> bits));
        }
        value &= 0xFFU;
    }
    Secret secret{bytes.size()};
    std::ranges::copy(bytes, secret.bytes().begin());
    return secret;
}

/// A clinic whose owner has a second factor; two minutes later, so that no code of then fits.
struct GuardedClinic : TestClinic {
    GuardedClinic() {
        const auto store = open();
        offer = store->secondFactors().offer();
        store->secondFactors().turnOn(offer, codeNow());
        store->signOut();
        time.clock.advance(2min);
    }
    [[nodiscard]] std::string codeNow(std::int64_t stepsOff = 0) const {
        return storage::timeCode(secretOfBase32(offer.secret),
                                 storage::timeStep(time.clock.now()) + stepsOff);
    }
    [[nodiscard]] std::unique_ptr<storage::Store>
    openWith(std::string_view code, std::string_view password = kPassword) const {
        return std::make_unique<storage::Store>(
            folder(), storage::Credentials{"okafor", password, code}, time.clock);
    }
    storage::SecondFactorOffer offer;
};

[[nodiscard]] std::string newestDetail(storage::Store& store, storage::AuditKind kind) {
    return store.audit().list({.kind = kind, .limit = 1}).front().detail;
}

} // namespace

TEST_CASE("codes are those of RFC 6238, appendix B", "[storage][people]") {
    // SHA-1; the last six of the eight digits that stand there.
    const auto [seconds, code] =
        GENERATE(table<std::int64_t, const char*>({{59, "287082"},
                                                   {1111111109, "081804"},
                                                   {1111111111, "050471"},
                                                   {1234567890, "005924"},
                                                   {2000000000, "279037"},
                                                   {20000000000, "353130"}}));
    const auto secret = secretOf("12345678901234567890");
    const Instant at{std::chrono::seconds{seconds}};
    CHECK(storage::timeCode(secret, storage::timeStep(at)) == code);
    CHECK(storage::stepOfCode(secret, code, at, 0) == storage::timeStep(at));
}

TEST_CASE("a code is taken one step early or late, no more, and never again", "[storage][people]") {
    const auto secret = secretOf("12345678901234567890");
    const auto step = storage::timeStep(kNow);
    for (const auto off : {-1, 0, 1}) {
        const auto code = storage::timeCode(secret, step + off);
        CHECK(storage::stepOfCode(secret, code, kNow, 0) == step + off);
        CHECK(storage::stepOfCode(secret, code, kNow, step + off) == std::nullopt);
    }
    CHECK(storage::stepOfCode(secret, storage::timeCode(secret, step - 2), kNow, 0) ==
          std::nullopt);
    CHECK(storage::stepOfCode(secret, storage::timeCode(secret, step + 2), kNow, 0) ==
          std::nullopt);
    const auto code = storage::timeCode(secret, step);
    CHECK(storage::stepOfCode(secret, code.substr(0, 3) + " " + code.substr(3), kNow, 0) == step);
    for (const auto& typed : {std::string{}, code.substr(1), code + "0", std::string{"12345a"}}) {
        CHECK(storage::stepOfCode(secret, typed, kNow, 0) == std::nullopt);
    }
}

TEST_CASE("what an authenticator is offered is by chance, whole and well-formed",
          "[storage][people]") {
    const TestClinic clinic;
    const auto store = clinic.open();
    const auto one = store->secondFactors().offer();
    const auto two = store->secondFactors().offer();
    CHECK(one.secret.size() == 32);
    CHECK(one.secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
    CHECK(one.secret != two.secret);
    CHECK(one.uri == "otpauth://totp/Northside%20Clinic:okafor?secret=" + one.secret +
                         "&issuer=Northside%20Clinic&algorithm=SHA1&digits=6&period=30");
    std::set<std::string> codes{one.recoveryCodes.begin(), one.recoveryCodes.end()};
    codes.insert(two.recoveryCodes.begin(), two.recoveryCodes.end());
    CHECK(codes.size() == 20);
    CHECK(codes.begin()->size() == 19); // 16 symbols in groups of four
    CHECK_FALSE(store->secondFactors().find(aPractitioner().id).has_value()); // nothing is stored
}

TEST_CASE("it is on only once a right code was typed", "[storage][people]") {
    TestClinic clinic;
    const auto store = clinic.open();
    const auto offer = store->secondFactors().offer();
    const auto secret = secretOfBase32(offer.secret);
    auto wrong = storage::timeCode(secret, storage::timeStep(kNow) + 5);
    CHECK_THROWS_AS(store->secondFactors().turnOn(offer, wrong), AccessDenied);
    CHECK_FALSE(store->secondFactors().find(aPractitioner().id).has_value());
    CHECK_NOTHROW(clinic.open());
    store->secondFactors().turnOn(offer, storage::timeCode(secret, storage::timeStep(kNow)));
    CHECK(store->secondFactors().find(aPractitioner().id) ==
          storage::SecondFactorState{.since = kNow, .codesLeft = 10});
    CHECK(newestDetail(*store, storage::AuditKind::Change) == "second factor on\n");
    CHECK(BackDoor{clinic}.ask("SELECT count(DISTINCT hash) FROM recovery_code") == "10");
    CHECK(store->verify().isSound());
}

TEST_CASE("signing in takes the password and a code, and a code serves once", "[storage][people]") {
    GuardedClinic clinic;
    CHECK_THROWS_AS(clinic.open(), CodeNeeded);
    CHECK_THROWS_AS(clinic.openWith("  "), CodeNeeded);
    const auto code = clinic.codeNow();
    {
        const auto store = clinic.openWith(code);
        CHECK(store->signedIn() == aPractitioner());
        CHECK(newestDetail(*store, storage::AuditKind::SignIn) ==
              "with a code of the second factor\n");
        CHECK(store->audit().list({.kind = storage::AuditKind::FailedSignIn}).empty());
    }
    CHECK_THROWS_AS(clinic.openWith(code), AccessDenied);
    clinic.time.clock.advance(30s);
    CHECK_THROWS_AS(clinic.openWith(code), AccessDenied); // within the slack, but used
    CHECK_NOTHROW(clinic.openWith(clinic.codeNow()));
}

TEST_CASE("nothing tells whether the password or the code was wrong, and both count",
          "[storage][people]") {
    GuardedClinic clinic;
    const auto sentenceOf = [&](std::string_view password, std::string_view code) {
        try {
            static_cast<void>(clinic.openWith(code, password));
        } catch (const CodeNeeded&) {
            return std::string{"code needed"};
        } catch (const AccessDenied& denied) {
            return std::string{denied.what()};
        }
        return std::string{"in"};
    };
    const auto wrongCode = clinic.codeNow(7);
    const auto wrongBoth = sentenceOf("wrong", wrongCode);
    CHECK(sentenceOf(kPassword, wrongCode) == wrongBoth);
    CHECK(sentenceOf("wrong", clinic.codeNow()) == wrongBoth);
    CHECK(sentenceOf("wrong", "").find("code") == std::string::npos); // nor that one is asked for
    CHECK_THROWS_AS(clinic.openWith(clinic.codeNow()), WaitNeeded);   // four in a row
    clinic.time.clock.advance(2s);
    const auto store = clinic.openWith(clinic.codeNow());
    std::vector<std::string> told;
    for (const auto& row : store->audit().list({.kind = storage::AuditKind::FailedSignIn})) {
        told.push_back(row.detail);
    }
    REQUIRE(told.size() == 2);
    CHECK_THAT(told[0], ContainsSubstring("3 wrong passwords for okafor"));
    CHECK(told[1] == "wrong code of the second factor\n"); // at once: the database was open
}

TEST_CASE("asking for the code does not begin the count anew", "[storage][people]") {
    GuardedClinic clinic;
    for (int i = 0; i < 4; ++i) {
        CHECK_THROWS_AS(clinic.open(), CodeNeeded);
        CHECK_THROWS_AS(clinic.openWith(clinic.codeNow(7)), AccessDenied);
    }
    CHECK_THROWS_AS(clinic.openWith(clinic.codeNow()), WaitNeeded);
}

TEST_CASE("a recovery code serves once, typed in any way", "[storage][people]") {
    GuardedClinic clinic;
    auto typed = clinic.offer.recoveryCodes.at(3);
    std::ranges::transform(typed, typed.begin(), [](char c) {
        return static_cast<char>(c == '-' ? ' ' : std::tolower(static_cast<unsigned char>(c)));
    });
    {
        const auto store = clinic.openWith(typed);
        CHECK(newestDetail(*store, storage::AuditKind::SignIn) ==
              "with a recovery code of the second factor, 9 left\n");
        CHECK(store->secondFactors().find(aPractitioner().id)->codesLeft == 9);
    }
    CHECK_THROWS_AS(clinic.openWith(typed), AccessDenied);
    CHECK_NOTHROW(clinic.openWith(clinic.offer.recoveryCodes.at(4)));
}

TEST_CASE("the recovery key needs no code, and turns it off", "[storage][people]") {
    GuardedClinic clinic;
    storage::Store store{clinic.folder(), clinic.recoveryKey, clinic.time.clock};
    store.secondFactors().turnOff(aPractitioner().id);
    CHECK(newestDetail(store, storage::AuditKind::Change) == "second factor off\n");
    const auto rows = store.audit().head().count;
    store.secondFactors().turnOff(aPractitioner().id); // is off
    CHECK(store.audit().head().count == rows);
    CHECK_NOTHROW(clinic.open());
    CHECK(BackDoor{clinic}.ask("SELECT count(*) FROM recovery_code") == "0");
}

TEST_CASE("everybody turns their own off, an owner anybody's", "[storage][people]") {
    GuardedClinic clinic;
    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(3);
    colleague.userName = "lindqvist";
    colleague.role = Role::Practitioner;
    const auto store = clinic.openWith(clinic.codeNow());
    store->practitioners().add(colleague, "pw", storage::KdfCost::forTests());
    const auto theirs = clinic.open("lindqvist", "pw");
    const auto offer = theirs->secondFactors().offer();
    theirs->secondFactors().turnOn(offer,
                                   storage::timeCode(secretOfBase32(offer.secret),
                                                     storage::timeStep(clinic.time.clock.now())));
    CHECK_THROWS_AS(theirs->secondFactors().turnOff(aPractitioner().id), AccessDenied);
    CHECK_THROWS_AS(clinic.open("lindqvist", "pw"), CodeNeeded);
    store->secondFactors().turnOff(colleague.id);
    CHECK_NOTHROW(clinic.open("lindqvist", "pw"));
    CHECK(store->secondFactors().find(aPractitioner().id).has_value());
}

TEST_CASE("a new one takes the place of the old one and its codes", "[storage][people]") {
    GuardedClinic clinic;
    const auto oldCode = clinic.offer.recoveryCodes.front();
    {
        const auto store = clinic.openWith(clinic.codeNow());
        clinic.offer = store->secondFactors().offer();
        store->secondFactors().turnOn(clinic.offer, clinic.codeNow());
        CHECK(store->secondFactors().find(aPractitioner().id)->codesLeft == 10);
    }
    clinic.time.clock.advance(1min);
    CHECK_THROWS_AS(clinic.openWith(oldCode), AccessDenied);
    CHECK_NOTHROW(clinic.openWith(clinic.codeNow()));
}

} // namespace palpate::test
