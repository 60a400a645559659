// SPDX-License-Identifier: MIT
// Every page of the shipped letters, handouts, maps and records, of the demonstration's first
// patient: look at the approved pictures beside the text. The audit report is not among them: its
// hashes are salted, and no two clinics share them.
#include "app/DemoReports.h"
#include "app/DestructionCertificate.h"
#include "app/Documents.h"
#include "app/OpenClinic.h"
#include "app/RecoverySheet.h"
#include "app/Reports.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/Store.h"
#include "support/Printing.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <numeric>
#include <string>

namespace palpate::app {

TEST_CASE("letters, handouts, maps and records of the demonstration look as approved") {
    test::DemoReports demo;
    demo.signLatest();
    auto letter = demo.wanted("referral-letter");
    demo.print(letter, "kovacs-referral-letter-empty", 2);
    letter.letter = {
        .recipient = "Dr M. Patel",
        .recipientAddress = "Spine Unit, City Hospital\n12 High Street\nLeeds LS1 4AB",
        .urgency = "urgent",
        .redFlags = {test::key<RedFlagKey>("numb_limb"), test::key<RedFlagKey>("weak_limb")},
        .findings = "Ankle reflex weaker on the right than on the left.",
        .request = "Please examine her for nerve root compression and advise on imaging. We have "
                   "stopped manual treatment of the area until we hear from you."};
    demo.print(letter, "kovacs-referral-letter", 2);
    demo.print(demo.wanted("handover"), "kovacs-handover", 2);
    demo.print(demo.wanted("home-care-handout"), "kovacs-home-care-handout", 1);
    demo.print(demo.wanted("patient-map"), "kovacs-patient-map", 1);
    static_cast<void>(disclose(demo.clinic(), demo.patient(), {}, DisclosureMeans::Printed,
                               "Progress report",
                               {.recipient = "Dr M. Patel", .purpose = "second opinion"}));
    static_cast<void>(
        disclose(demo.clinic(), demo.patient(), {}, DisclosureMeans::Copied, "Body map", {}));
    demo.print(demo.wanted("disclosures"), "kovacs-disclosures", 1);
    auto record = demo.wanted("complete-record");
    record.from = parseIsoDate("2026-11-15");
    demo.print(record, "kovacs-complete-record", 6);
}

TEST_CASE("the sheet of a recovery key looks as approved") {
    test::DemoReports demo;
    demo.signLatest();
    demo.check(recoveryKeySheet(demo.clinic().knowledge().paths(),
                                {.clinicName = "Riverside Clinic",
                                 .owner = "D. Okafor",
                                 .key = "7K3QD-AB2CD-EF3GH-JK4MN-PQ5RS-TV6WX-YZ789",
                                 .day = test::kToday}),
               "recovery-key", 1);
}

TEST_CASE("the certificate of a destruction looks as approved") {
    test::TempFolder temp;
    Destruction destruction{.id = test::idOf<DestructionId>(12),
                            .patient = test::idOf<PatientId>(1),
                            .reason = "The time for which it must be kept has passed.",
                            .rule = "Germany: 10 years after the last session",
                            .lastSession = parseIsoDate("2015-03-12"),
                            .rows = 1284,
                            .sessions = 14,
                            .documents = 3,
                            .exportDigest = {},
                            .backups = {"/media/backup/Riverside-20261122T180212Z.palpate-"
                                        "backup: taken on 22 Nov 2026; while backups go on, "
                                        "removed in November 2027 at the latest",
                                        "/mnt/office: could not be looked into; backups in it may "
                                        "hold the record"},
                            .by = test::aPractitioner().id,
                            .at = test::kNow};
    std::iota(destruction.exportDigest.begin(), destruction.exportDigest.end(), std::uint8_t{0x60});
    const report::test::PrintedPdf pdf{
        certificate(test::shippedKnowledge().paths(),
                    {.clinic = {.name = "Riverside Clinic",
                                .address = "12 Mill Lane, Leeds LS1 4AB",
                                .phone = "",
                                .timeZone = "Europe/London",
                                .pressureUnit = PressureUnit::Kilopascals},
                     .person = "Ana Kovács",
                     .birthDate = parseIsoDate("1984-03-09"),
                     .destruction = destruction,
                     .merged = 1,
                     .by = "D. Okafor",
                     .when = "23 Nov 2026, 10:45",
                     .printed = test::kToday}),
        temp.path()};
    report::test::checkApprovedPages(pdf, "destruction-certificate");
}

} // namespace palpate::app
