// SPDX-License-Identifier: MIT
// People, passwords and the second factor as the screen and the command line use them.
#include "app/People.h"

#include "app/OpenClinic.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;

constexpr const char* kGood = "four words that differ";
constexpr const char* kBetter = "other words, quite new";

[[nodiscard]] Practitioner aColleague() {
    return {.id = idOf<PractitionerId>(31),
            .userName = "mensah",
            .displayName = " E. Mensah ",
            .profession = Profession::MassageTherapist,
            .role = Role::Practitioner,
            .registration = "MT 11542"};
}

[[nodiscard]] std::unique_ptr<app::Clinic> openAs(OpenClinic& clinic, const char* userName,
                                                  const char* password, const Clock& clock,
                                                  IdMaker& ids) {
    return std::make_unique<app::Clinic>(clinic.folder(), userName, password, shippedKnowledge(),
                                         clock, ids);
}

} // namespace

TEST_CASE("a password is judged by its length and by what is guessed first", "[people]") {
    const std::vector<std::string> known{"okafor", "D. Okafor", "Northside Clinic"};
    SECTION("these are enough") {
        const auto* password = GENERATE("correct horse battery staple", "four words that differ",
                                        "a long enough pass phrase",
                                        "zwölf Boxkämpfer jagen Viktor", "no capital, no digit");
        CAPTURE(password);
        const auto verdict = app::judgePassword(password, known);
        CHECK(verdict.isEnough);
        CHECK(verdict.level == 4);
        CHECK(verdict.sentence == "Strong.");
    }
    SECTION("one is too short, whatever is in it") {
        const auto verdict = app::judgePassword("x8#kQ2!zP5&rT9", known);
        CHECK_FALSE(verdict.isEnough);
        CHECK(verdict.level == 3); // a bar that is not full
        CHECK_THAT(verdict.sentence, ContainsSubstring("14 of at least 15 characters"));
        CHECK_FALSE(app::judgePassword("", known).isEnough);
    }
    SECTION("characters are counted, not bytes") {
        CHECK_FALSE(app::judgePassword("éèêëàâäôöûüçñß", known).isEnough);
        CHECK(app::judgePassword("éèêëàâäôöûüçñßå", known).isEnough);
    }
    SECTION("these are long and are guessed all the same, and it is said why") {
        const auto [password, why] = GENERATE(table<const char*, const char*>(
            {{"passwordpassword", "repeats"},
             {"trustno1 letmein", "common"},
             {"aaaaaaaaaaaaaaaaaaaaaaaa", "repeats"},
             {"123456789012345678", "runs along"},
             {"OkaforOkaforOkafor", "a name that is tried first"},
             {"northside clinic okafor", "a name that is tried first"},
             {"Palpate2026Palpate2026", "Too easy to guess"},
             {"qwertyuiopasdfgh", "Too easy to guess"}}));
        CAPTURE(password);
        const auto verdict = app::judgePassword(password, known);
        CHECK_FALSE(verdict.isEnough);
        CHECK(verdict.level < 4);
        CHECK_THAT(verdict.sentence, ContainsSubstring(why));
    }
    SECTION("what can't be typed again is none") {
        CHECK_FALSE(app::judgePassword("broken \xC3 broken broken", known).isEnough);
        CHECK_FALSE(app::judgePassword(std::string(1001, 'x'), known).isEnough);
    }
}

TEST_CASE("a QR code has its finders, its margin, and fails when there is too much", "[people]") {
    const auto code = app::qrCode("otpauth://totp/Northside%20Clinic:okafor?secret=ABC");
    REQUIRE(code.dark.size() == static_cast<std::size_t>(code.size * code.size));
    CHECK((code.size - 8 - 17) % 4 == 0); // 21, 25, 29 ... squares and four on each side
    const auto at = [&](int x, int y) {
        return code.dark.at(static_cast<std::size_t>(y * code.size + x));
    };
    for (int i = 0; i < code.size; ++i) {
        for (int edge = 0; edge < 4; ++edge) {
            CHECK_FALSE((at(i, edge) || at(edge, i) || at(i, code.size - 1 - edge) ||
                         at(code.size - 1 - edge, i)));
        }
    }
    const int far = code.size - 4 - 7;
    for (const auto& [x, y] : {std::pair{4, 4}, std::pair{far, 4}, std::pair{4, far}}) {
        CHECK((at(x, y) && at(x + 6, y) && at(x, y + 6) && at(x + 6, y + 6) && at(x + 3, y + 3)));
        CHECK_FALSE((at(x + 1, y + 1) || at(x + 5, y + 5)));
    }
    CHECK_THROWS_AS(app::qrCode(std::string(5000, 'x')), ReportError);
}

SCENARIO("an owner adds somebody and looks after them", "[people]") {
    OpenClinic clinic;
    SetClock clock{std::chrono::time_point_cast<std::chrono::milliseconds>(kNow)};
    IdMaker ids{clock};
    app::People people{*clinic};
    people.add(aColleague(), kGood);

    THEN("they stand in the list, and sign in with keys as cheap as the clinic's") {
        const auto lines = people.list();
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].isMe);
        CHECK_FALSE(lines[0].canDisable);
        CHECK(lines[1].title == "E. Mensah");
        CHECK(lines[1].detail == "mensah · Massage therapist · Practitioner");
        CHECK(lines[1].state == "May sign in");
        CHECK(lines[0].detail == "okafor · Physiotherapist · Owner");
        CHECK(lines[1].secondFactor.empty());
        CHECK(lines[1].canDisable);
        const auto theirs = openAs(clinic, "mensah", kGood, clock, ids);
        CHECK(theirs->practitioner().displayName == "E. Mensah");
        CHECK(clinic->store().practitioners().usualCost() == storage::KdfCost::forTests());
        CHECK_FALSE(app::People{*theirs}.list()[0].canDisable); // is no owner
    }
    THEN("what keeps another from being added is said, and nothing is stored") {
        auto other = aColleague();
        other.id = idOf<PractitionerId>(32);
        CHECK_THROWS_WITH(people.add(other, kGood), ContainsSubstring("mensah is taken"));
        other.userName = " adeyemi";
        CHECK_THROWS_WITH(people.add(other, kGood), ContainsSubstring("begin or end"));
        other.userName.clear();
        other.displayName = "  ";
        CHECK(people.problems(other, "short").size() == 3);
        CHECK_THROWS_AS(people.add(other, kGood), EditRefused);
        other = aColleague();
        other.id = idOf<PractitionerId>(32);
        other.userName = "adeyemi";
        CHECK_THROWS_WITH(people.add(other, "adeyemi adeyemi adeyemi"),
                          ContainsSubstring("Password: Too easy"));
        CHECK(people.list().size() == 2);
    }
    THEN("they get another role, lose their way in, and come back") {
        auto person = people.list()[1].person;
        person.role = Role::FrontDesk;
        people.update(person);
        CHECK_THAT(people.list()[1].detail, ContainsSubstring("Front desk"));
        person.profession = Profession::Other; // no practitioner, whatever they are
        people.update(person);
        CHECK(people.list()[1].detail == "mensah · Front desk");
        people.disable(person.id);
        CHECK(people.list()[1].state == "Disabled");
        CHECK_FALSE(people.list()[1].canDisable);
        CHECK_THROWS_AS(openAs(clinic, "mensah", kGood, clock, ids), AccessDenied);
        CHECK_THROWS_AS(people.enable(person.id, "short"), EditRefused);
        people.enable(person.id, kBetter);
        CHECK_NOTHROW(openAs(clinic, "mensah", kBetter, clock, ids));
        people.reset(person.id, kGood);
        CHECK_NOTHROW(openAs(clinic, "mensah", kGood, clock, ids));
        CHECK(clinic->store().verify().isSound());
    }
    THEN("the owner's own new name is on the next report") {
        auto me = people.list()[0].person;
        me.displayName = "Dr D. Okafor";
        people.update(me);
        CHECK(clinic->practitioner().displayName == "Dr D. Okafor");
    }
    THEN("they change no others, and what they tried is in the trail") {
        const auto theirs = openAs(clinic, "mensah", kGood, clock, ids);
        app::People refused{*theirs};
        const auto me = clinic->practitioner().id;
        CHECK_THROWS_AS(refused.disable(me), AccessDenied);
        CHECK_THROWS_AS(refused.reset(me, kGood), AccessDenied);
        CHECK_THROWS_AS(refused.update(aColleague()), AccessDenied);
        CHECK_THROWS_AS(refused.turnOffSecondFactor(me), AccessDenied);
        CHECK_THROWS_AS(refused.renewRecoveryKey(), AccessDenied);
        // The same refusal is told once a minute.
        CHECK(clinic->store()
                  .audit()
                  .list({.practitioner = aColleague().id, .kind = storage::AuditKind::Refuse})
                  .size() == 1);
        refused.changePassword(kGood, kBetter); // their own
        CHECK_NOTHROW(openAs(clinic, "mensah", kBetter, clock, ids));
        CHECK_THROWS_AS(refused.changePassword("not the old one", kGood), AccessDenied);
        CHECK_THROWS_AS(refused.changePassword(kBetter, "short"), EditRefused);
    }
    THEN("a new recovery key is well-formed") {
        CHECK(storage::RecoveryKey{people.renewRecoveryKey()}.isWellFormed());
    }
}

TEST_CASE("a second factor is set up, asked for, and taken away", "[people]") {
    OpenClinic clinic;
    app::People people{*clinic};
    const app::SecondFactorSetup setup{*clinic};
    CHECK(setup.secret().size() == 39); // 32 in groups of four
    CHECK(setup.recoveryCodes().size() == 10);
    CHECK(setup.code().size > 8);
    CHECK(people.list()[0].secondFactor.empty()); // not on yet
    CHECK_THROWS_AS(app::SecondFactorSetup{*clinic}.turnOn("12345"), AccessDenied);
    CHECK(people.list()[0].secondFactor.empty());
}

} // namespace palpate::test
