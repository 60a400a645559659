// SPDX-License-Identifier: MIT
// Ways in beside name and password, and the sheets that lead there.
#include "app/WaysIn.h"

#include "app/OpenClinic.h"
#include "app/RecoverySheet.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>
#include <utility>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

constexpr auto kPassword = "a long enough pass phrase";
constexpr auto kNewPassword = "seven herons over the weir";

/// A clinic of which the recovery key is known.
struct WithKey {
    test::TempFolder temp;
    test::FixedTime time;
    std::filesystem::path folder = temp.path() / "north.palpate";
    std::string key = createClinic(folder, test::aClinicProfile(), test::aPractitioner(), kPassword,
                                   time.clock, time.ids, KeyStrength::FastForThrowAway);

    void renew(const WayByRecoveryKey& way) {
        renewByRecoveryKey(folder, way, test::shippedKnowledge(), time.clock);
    }
    [[nodiscard]] bool opensWith(const std::string& password) {
        try {
            Clinic clinic{folder,     test::aPractitioner().userName,
                          password,   test::shippedKnowledge(),
                          time.clock, time.ids};
            clinic.signOut();
            return true;
        } catch (const AccessDenied&) {
            return false;
        }
    }
};

} // namespace

SCENARIO("with the recovery key somebody gets a new password") {
    WithKey clinic;
    const std::string me = test::aPractitioner().userName;
    WHEN("key and name are right") {
        clinic.renew({.recoveryKey = clinic.key, .userName = me, .newPassword = kNewPassword});
        THEN("the new password opens the clinic, and the old one no more") {
            CHECK(clinic.opensWith(kNewPassword));
            CHECK_FALSE(clinic.opensWith(kPassword));
        }
    }
    WHEN("the key is that of another clinic") {
        const WithKey other;
        CHECK_THROWS_AS(
            clinic.renew({.recoveryKey = other.key, .userName = me, .newPassword = kNewPassword}),
            AccessDenied);
        THEN("nothing has changed") {
            CHECK(clinic.opensWith(kPassword));
            CHECK_FALSE(clinic.opensWith(kNewPassword));
        }
        THEN("who goes on guessing has to wait") {
            const WayByRecoveryKey guess{
                .recoveryKey = other.key, .userName = me, .newPassword = kNewPassword};
            for (int i = 0; i < 3; ++i) {
                CHECK_THROWS_AS(clinic.renew(guess), AccessDenied);
            }
            CHECK_THROWS_AS(clinic.renew(guess), WaitNeeded);
        }
    }
    WHEN("nobody has that user name") {
        CHECK_THROWS_AS(
            clinic.renew(
                {.recoveryKey = clinic.key, .userName = "nobody", .newPassword = kNewPassword}),
            EditRefused);
        CHECK(clinic.opensWith(kPassword));
    }
    WHEN("the person may not sign in any more") {
        auto jo = test::aPractitioner();
        jo.id = test::idOf<PractitionerId>(2);
        jo.userName = "jo";
        {
            Clinic open{clinic.folder,  me, kPassword, test::shippedKnowledge(), clinic.time.clock,
                        clinic.time.ids};
            open.store().practitioners().add(jo, kPassword, storage::KdfCost::forTests());
            open.store().practitioners().disable(jo.id);
            open.signOut();
        }
        CHECK_THROWS_AS(
            clinic.renew(
                {.recoveryKey = clinic.key, .userName = "jo", .newPassword = kNewPassword}),
            EditRefused);
    }
}

SCENARIO("what was typed of a recovery key is looked at before a clinic is opened with it") {
    const WithKey clinic;
    CHECK_FALSE(recoveryKeyProblem(clinic.key));
    CHECK(recoveryKeyProblem(""));
    CHECK(recoveryKeyProblem("  - -"));
    std::string slip = clinic.key;
    std::swap(slip[0], slip[1]);
    if (slip == clinic.key) { // two symbols that are the same
        slip[0] = slip[0] == '7' ? '8' : '7';
    }
    CHECK(recoveryKeyProblem(slip));

    const std::string key = "7K3QD-AB2CD-EF3GH-JK4MN-PQ5RS-TV6WX-Y0189";
    CHECK(isLastGroup("Y0189", key));
    CHECK(isLastGroup(" yoi89 ", key)); // as a person reads it
    CHECK_FALSE(isLastGroup("TV6WX", key));
    CHECK_FALSE(isLastGroup("", key));
    CHECK_FALSE(isLastGroup("", ""));
}

SCENARIO("recovery codes come on a sheet of their own") {
    const test::TempFolder temp;
    const CodesSheet sheet{.clinicName = "Northside Clinic",
                           .person = "D. Okafor",
                           .codes = {"AAAA-BBBB-CCCC-DDDD", "EEEE-FFFF-GGGG-HHHH"},
                           .day = test::kToday};
    const auto& paths = test::shippedKnowledge().paths();
    const auto file = temp.path() / "codes.pdf";
    writeRecoveryCodes(paths, sheet, file);
    const report::test::PrintedPdf printed{recoveryCodesSheet(paths, sheet), temp.path()};
    const auto text = printed.words();
    for (const char* part : {"Northside Clinic", "Of D. Okafor, made on 23 November 2026",
                             "AAAA-BBBB-CCCC-DDDD", "EEEE-FFFF-GGGG-HHHH"}) {
        CHECK_THAT(text, ContainsSubstring(part));
    }
    CHECK(recoveryCodesPages(paths, sheet).pages.size() == 1);
    CHECK(std::filesystem::status(file).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

SCENARIO("one's own second factor is off at first") {
    test::OpenClinic clinic;
    const auto mine = mySecondFactor(*clinic);
    CHECK_FALSE(mine.isOn);
    CHECK(mine.codesLeft == 0);
    CHECK(mine.since.empty());
}

} // namespace palpate::app
