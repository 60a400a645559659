// SPDX-License-Identifier: MIT
// What files and strangers depend on: fixed spellings, bindings, check symbols.
#include "storage/Crypto.h"

#include "domain/Error.h"
#include "storage/Canonical.h"
#include "storage/Files.h"
#include "storage/KeyFile.h"
#include "storage/TestClinic.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>

namespace palpate::test {

using namespace storage;

TEST_CASE("the canonical form of a session is fixed, byte by byte", "[storage]") {
    auto session = withoutCharting(aFullSession());
    session.painAreas.clear();
    const std::string expected =
        "palpate-session 1\n"
        "id " +
        session.id.text() +
        "\n"
        "case " +
        session.caseId.text() +
        "\n"
        "patient " +
        session.patient.text() +
        "\n"
        "practitioner " +
        session.practitioner.text() +
        "\n"
        "started 2026-11-23T10:45:00Z\n"
        "written 2026-11-23T10:45:00Z\n"
        "zone Europe/London\n"
        "pain now 6\n"
        "pain best 0\n"
        "pain worst 10\n"
        "pain after 3\n"
        "course better\n"
        "note subjective written Slept badly.\\nPain when turning in bed, Zo\xC3\xAB says \"like a "
        "knife\".\n"
        "note objective composed Taut band in the right quadratus lumborum.\n"
        "note assessment copied Myofascial pain, improving.\n"
        "note plan written Heat at home; stretch \\\\ twice a day.\n"
        "finding " +
        aPoint(1).id.text() +
        " 1 posterior 412.500000 694.000000 quadratus_lumborum R 1 "
        "ql_superficial_upper present absent - partly - present 6 230.456275 active key worse on "
        "the lateral border\n"
        "finding " +
        aPoint(2).id.text() +
        " 2 posterior 412.500000 698.000000 gluteus_medius L 4 - - - - - - - 0 - - - \n"
        "treatment " +
        session.treatments[0].id.text() + " pressure_release point " + aPoint(1).id.text() +
        " - 3 - - breathing out\n"
        "dose duration_s number 90.000000\n"
        "dose pressure_kpa number 0.300000\n"
        "dose twitch_obtained flag 0\n"
        "dose position text side-lying\n"
        "treatment " +
        session.treatments[1].id.text() +
        " pressure_release muscle piriformis L - - - \n"
        "dose duration_s number 60.000000\n"
        "treatment " +
        session.treatments[2].id.text() +
        " massage_relaxation region lumbar R - 5 4 \n"
        "dose duration_s number 600.000000\n"
        "signed 2026-11-23T10:45:00Z " +
        aPractitioner().id.text() + "\n";
    CHECK(canonicalText(session, aPractitioner().id, kNow) == expected);
}

TEST_CASE("pain areas stand between findings and treatments, in a version of their own",
          "[storage]") {
    const auto session = withoutCharting(aFullSession());
    auto without = session;
    without.painAreas.clear();
    auto expected = canonicalText(without, aPractitioner().id, kNow);
    expected.replace(0, 17, "palpate-session 2");
    const auto around = session.painAreas[0].id.text();
    const auto down = session.painAreas[1].id.text();
    const auto unasked = session.painAreas[2].id.text();
    expected.insert(expected.find("treatment "),
                    "pain_area " + around +
                        " posterior body ache 5 deep comes and goes;\\n\"like a belt\", \\\\o/\n"
                        "outline " +
                        around +
                        " 4000,6805 4502,6805 4502,7301 4000,7301;4100,6900 4203,6900 4150,7001\n"
                        "outline " +
                        around +
                        " -1,0 123,0 75,999\n"
                        "pain_area " +
                        down +
                        " right arm radiating 0 - \n"
                        "outline " +
                        down +
                        " 4000,6805 4502,6805 4502,7301 4000,7301\n"
                        "arrow " +
                        down +
                        " 1000,3000 1015,4207 999,5100\n"
                        "arrow " +
                        down +
                        " 1000,3000 900,3100\n"
                        "pain_area " +
                        unasked +
                        " posterior body - - - \n"
                        "outline " +
                        unasked + " 4000,6805 4502,6805 4502,7301 4000,7301\n");
    CHECK(canonicalText(session, aPractitioner().id, kNow) == expected);
}

TEST_CASE("what a whole session asks and does stands in lines of its own, in a third version",
          "[storage]") {
    const auto session = aFullSession();
    auto expected = canonicalText(withoutCharting(session), aPractitioner().id, kNow);
    expected.replace(0, 17, "palpate-session 3");
    const auto before = [&](const std::string& line, const std::string& added) {
        REQUIRE(expected.find("\n" + line) != std::string::npos);
        expected.insert(expected.find("\n" + line) + 1, added);
    };
    const auto point = aPoint(1).id.text();
    const auto release = session.treatments[0].id.text();
    before("pain now", "ended 2026-11-23T11:35:00Z\n"
                       "consent given\n");
    before("note subjective", "check_in 5.500000 7 0.000000 - 2 0\n");
    before("note assessment", "note treatment written Pressure release; L5 mobilised.\n");
    before("finding " + aPoint(2).id.text(), "settled " + point + " better\n");
    before("treatment " + release,
           "motion cervical_rotation L 62.500000 70.000000 0 stiff at the end\n"
           "motion cervical_rotation R 0.000000 - - \n"
           "motion lumbar_flexion M - - - refused, \\\\ afraid\n"
           "test straight_leg_raise - R - - choice positive 40.000000 pulls in the calf\n"
           "test myotomes L5\\sand\\sS1 L - - number 4.000000 - \n"
           "test palpation_tension \\- R muscle psoas_major choice much\\sincreased - \n"
           "test palpation_tension - R region lumbar choice \\- - \n"
           "test palpation_tension - R joint L4-L5 choice - - springs\n");
    before("treatment " + session.treatments[1].id.text(),
           "went_on " + release + " anticoagulants light pressure,\\nagreed\n" + "went_on " +
               release + " pregnancy first trimester over\n");
    before("signed ", "treatment " + session.treatments[3].id.text() +
                          " pressure_release joint C5 L - - - \n"
                          "reaction mild dizzy for a minute\n"
                          "home_care heat 15 min in the evening\n"
                          "home_care walking \n"
                          "next_visit 2026-11-23\n");
    CHECK(canonicalText(session, aPractitioner().id, kNow) == expected);
}

TEST_CASE("each thing that the third version added makes a session one of it, and changes its text",
          "[storage]") {
    const auto full = aFullSession();
    const auto older = withoutCharting(full);
    REQUIRE(canonicalText(older, aPractitioner().id, kNow).starts_with("palpate-session 2\n"));
    auto session = older;
    SECTION("its end") {
        session.endedAt = full.endedAt;
    }
    SECTION("consent") {
        session.consent = TodayConsent::Declined;
    }
    SECTION("a check-in that was answered with 0") {
        session.checkIn.homeCareDays = 0;
    }
    SECTION("the paragraph on treatment") {
        session.note[static_cast<std::size_t>(NotePart::Treatment)] = written("x");
    }
    SECTION("that paragraph, edited to nothing") {
        session.note[static_cast<std::size_t>(NotePart::Treatment)] = written("");
    }
    SECTION("a settled point") {
        session.findings[1].settled = Settled::Gone;
    }
    SECTION("a joint as target") {
        session.treatments[1].target = JointTarget{key<JointKey>("sacroiliac"), Side::Right};
    }
    SECTION("a reason for going on") {
        session.treatments[2].wentOn = {{key<AlertKey>("pacemaker"), "far from it"}};
    }
    SECTION("a motion") {
        session.motions = {full.motions[1]};
    }
    SECTION("a test") {
        session.tests = {full.tests[0]};
    }
    SECTION("that no unwanted effect was seen") {
        session.reaction = Reaction{};
    }
    SECTION("the next visit") {
        session.nextVisit = kToday;
    }
    SECTION("home care") {
        session.homeCare = {full.homeCare[1]};
    }
    CHECK(canonicalText(session, aPractitioner().id, kNow).starts_with("palpate-session 3\n"));
}

TEST_CASE("numbers are spelled in one way", "[storage]") {
    CHECK(decimal(0.0) == "0.000000");
    CHECK(decimal(-0.0) == "0.000000");
    CHECK(decimal(-1e-9) == "0.000000");
    CHECK(decimal(0.0078125) == "0.007812"); // half to even
    CHECK(decimal(-412.5) == "-412.500000");
    CHECK(decimal(1e300).size() == 308);
    CHECK(escaped("a\\b\nc\rd\te") == "a\\\\b\\nc\\rd\te");
}

TEST_CASE("BLAKE2b and Ed25519 are the published ones", "[storage]") {
    // Computed with Python's hashlib.blake2b(b"abc", digest_size=32).
    CHECK(hexOf(blake2b("abc")) ==
          "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    const auto key = makeSigningKey();
    const auto other = makeSigningKey();
    const auto signature = sign(viewOf("message"), key);
    CHECK(isSignedBy(viewOf("message"), signature, publicKeyOf(key)));
    CHECK_FALSE(isSignedBy(viewOf("massage"), signature, publicKeyOf(key)));
    CHECK_FALSE(isSignedBy(viewOf("message"), signature, publicKeyOf(other)));
    CHECK_FALSE(isSignedBy(viewOf("message"), ByteView{signature}.first(63), publicKeyOf(key)));
}

TEST_CASE("a sealed secret opens only with its key, its binding and its own bytes", "[storage]") {
    const auto secret = Secret::random(32);
    const auto key = Secret::random(32);
    auto sealed = seal(secret, key, "here");
    REQUIRE(unseal(sealed, key, "here").has_value());
    CHECK(std::ranges::equal(unseal(sealed, key, "here")->view(), secret.view()));
    CHECK_FALSE(unseal(sealed, Secret::random(32), "here").has_value());
    CHECK_FALSE(unseal(sealed, key, "there").has_value());
    sealed.box[3] ^= 1U;
    CHECK_FALSE(unseal(sealed, key, "here").has_value());
    CHECK_FALSE(unseal({}, key, "here").has_value());
}

TEST_CASE("a person's wrapped keys can't be moved to another name, purpose or clinic",
          "[storage]") {
    const TempFolder temp;
    const auto file = temp.path() / "keys.json";
    const auto database = Secret::random(32);
    KeyFile keys{uuidOf(1)};
    keys.put("ana", idOf<PractitionerId>(1), "pw", KdfCost::forTests(), database, makeSigningKey());
    keys.putRecovery(makeRecoveryKey(), idOf<PractitionerId>(1), database);
    keys.write(file);
    CHECK(std::ranges::equal(KeyFile::read(file).open(Credentials{"ana", "pw"}).databaseKey.view(),
                             database.view()));
    auto text = readFile(file, 1U << 20U);
    SECTION("name") {
        text.replace(text.find("\"ana\""), 5, "\"eve\"");
    }
    SECTION("clinic") {
        text.replace(text.find(uuidOf(1).text()), 36, uuidOf(2).text());
    }
    writeOwnFile(file, text);
    const auto moved = KeyFile::read(file);
    CHECK_THROWS_AS(moved.open(Credentials{moved.holders()[0].userName, "pw"}), AccessDenied);
}

TEST_CASE("a user name of several lines gets no keys", "[storage]") {
    KeyFile keys{uuidOf(1)};
    CHECK_THROWS_WITH(keys.put("ana\npurpose", idOf<PractitionerId>(1), "pw", KdfCost::forTests(),
                               Secret::random(32), makeSigningKey()),
                      "A user name is one line; leave out line breaks and tabs.");
    CHECK(keys.holders().empty());
}

TEST_CASE("every single slip and every swap of neighbours in a recovery key shows", "[storage]") {
    const auto key = makeRecoveryKey();
    const auto text = key.text();
    REQUIRE(key.isWellFormed());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-') {
            continue;
        }
        for (const char wrong : std::string{"0123456789ABCDEFGHJKMNPQRSTVWXYZ"}) {
            auto slip = text;
            slip[i] = wrong;
            CHECK(RecoveryKey{slip}.isWellFormed() == (wrong == text[i]));
        }
        const auto next = i + 1 < text.size() && text[i + 1] == '-' ? i + 2 : i + 1;
        if (next < text.size() && text[i] != text[next]) {
            auto swapped = text;
            std::swap(swapped[i], swapped[next]);
            CHECK_FALSE(RecoveryKey{swapped}.isWellFormed());
        }
    }
    CHECK(makeRecoveryKey().text() != text);
    CHECK_FALSE(RecoveryKey{""}.isWellFormed());
    CHECK_FALSE(RecoveryKey{text + "0"}.isWellFormed());
    CHECK_FALSE(RecoveryKey{"UUUUU" + text.substr(5)}.isWellFormed());
}

TEST_CASE("only a sensible cost is accepted", "[storage]") {
    CHECK(isSensible(KdfCost::standard()));
    CHECK(isSensible(KdfCost::forTests()));
    CHECK_FALSE(isSensible({0, 1024}));
    CHECK_FALSE(isSensible({3, 7}));
    CHECK_FALSE(isSensible({101, 1024}));
    CHECK_FALSE(isSensible({3, 4294967295U}));
}

} // namespace palpate::test
