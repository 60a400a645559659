// SPDX-License-Identifier: MIT
#include "domain/Id.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <type_traits>
#include <unordered_set>

using namespace palpate;

namespace {

[[nodiscard]] std::int64_t millisecondsIn(const Uuid& uuid) {
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        value = value * 256 + uuid.bytes().at(i);
    }
    return value;
}

} // namespace

TEST_CASE("an identity is a version 7 UUID that begins with the time") {
    test::FixedTime time;
    const auto id = time.ids.next();
    CHECK(id.text().size() == 36);
    CHECK(id.text()[14] == '7');
    CHECK((id.bytes()[8] & 0xC0U) == 0x80U);
    CHECK(millisecondsIn(id) == time.clock.preciseNow().time_since_epoch().count());
}

SCENARIO("identities rise whatever the clock does") {
    test::FixedTime time;
    auto last = time.ids.next();
    std::unordered_set<Uuid> seen{last};
    const auto rises = [&](int times) {
        for (int i = 0; i < times; ++i) {
            const auto next = time.ids.next();
            if (!(next > last) || !seen.insert(next).second) {
                return false;
            }
            last = next;
        }
        return true;
    };
    WHEN("it stands still for longer than the counter lasts") {
        CHECK(rises(10000));
        THEN("they still rise once it moves again") {
            time.clock.advance(std::chrono::seconds{1});
            CHECK(rises(10));
        }
    }
    WHEN("it goes forward") {
        for (int i = 0; i < 100; ++i) {
            time.clock.advance(std::chrono::milliseconds{1});
            CHECK(rises(3));
        }
    }
    WHEN("it is set back by an hour") {
        time.clock.advance(-std::chrono::hours{1});
        CHECK(rises(10000));
    }
}

TEST_CASE("the same seed gives the same identities, another seed others") {
    const SetClock clock{std::chrono::time_point_cast<std::chrono::milliseconds>(test::kNow)};
    IdMaker first{clock, 7};
    IdMaker same{clock, 7};
    IdMaker other{clock, 8};
    for (int i = 0; i < 50; ++i) {
        const auto id = first.next();
        CHECK(id == same.next());
        CHECK(id != other.next());
    }
}

TEST_CASE("two makers that draw chance from the system never agree") {
    const SetClock clock{std::chrono::time_point_cast<std::chrono::milliseconds>(test::kNow)};
    IdMaker one{clock};
    IdMaker two{clock};
    CHECK(one.next() != two.next());
}

TEST_CASE("an identity is read back from its text, in either case") {
    test::FixedTime time;
    const auto id = PatientId::create(time.ids);
    CHECK(PatientId::parse(id.text()) == id);
    auto upper = id.text();
    for (auto& c : upper) {
        c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    CHECK(PatientId::parse(upper) == id);
    CHECK(PatientId::parse(upper)->text() == id.text());
}

TEST_CASE("what is no identity is not read as one") {
    const auto* text =
        GENERATE("", "01935b00-0000-7000-8000-00000000000", "01935b00-0000-7000-8000-0000000000000",
                 "01935b00-0000-7000-8000-00000000000g", "01935b0000007000800000000000000000000000",
                 "{1935b00-0000-7000-8000-000000000000", "01935b00_0000_7000_8000_000000000000",
                 "01935b00-0000-7000-8000 000000000000");
    CAPTURE(text);
    CHECK_FALSE(SessionId::parse(text));
}

TEST_CASE("two kinds of identity never mix") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<PatientId, SessionId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<PatientId, SessionId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<PatientId, std::string>);
    STATIC_REQUIRE_FALSE(std::is_default_constructible_v<PatientId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<MuscleKey, std::string>);
}

TEST_CASE("a key is a short text of letters, digits, '_', '.' and '-'") {
    CHECK(MuscleKey::from("quadratus_lumborum")->text() == "quadratus_lumborum");
    CHECK(ReferencePointKey::from("temporalis.middle-2"));
    CHECK(SourceKey::from("DELPHI2018"));
    CHECK(MuscleKey::from(std::string(80, 'a')));
    CHECK_FALSE(MuscleKey::from(std::string(81, 'a')));
    CHECK_FALSE(MuscleKey::from(""));
    CHECK_FALSE(MuscleKey::from("two words"));
    CHECK_FALSE(MuscleKey::from("muscle'; --"));
    CHECK_FALSE(MuscleKey::from("größe"));
}
