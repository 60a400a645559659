// SPDX-License-Identifier: MIT
// Every page of the shipped letters, handouts, maps and records, of the demonstration's first
// patient: look at the approved pictures beside the text. The audit report is not among them: its
// hashes are salted, and no two clinics share them.
#include "app/DemoStory.h"
#include "app/Documents.h"
#include "app/RecoverySheet.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "report/PdfTools.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace palpate::app {

namespace {

class Demonstration {
public:
    Demonstration() : patient_{story_.everything().patients.front().id} {
        auto& store = story_.clinic().store();
        const auto cases = store.cases().ofPatient(patient_);
        const auto id = store.sessions().ofCase(cases.front().id).back().id;
        SessionPresenter chart{story_.clinic(), id};
        chart.sign();
    }
    [[nodiscard]] Clinic& clinic() { return story_.clinic(); }
    [[nodiscard]] const PatientId& patient() const { return patient_; }
    [[nodiscard]] ReportRequest wanted(std::string name) const {
        return {.patient = patient_, .templateName = std::move(name)};
    }
    void print(const ReportRequest& request, const std::string& approvedAs, std::size_t mostPages) {
        check(reportDocument(story_.clinic(), request), approvedAs, mostPages);
    }
    void check(const report::Document& document, const std::string& approvedAs,
               std::size_t mostPages) {
        INFO(approvedAs);
        std::string warnings;
        for (const auto& warning : document.warnings) {
            warnings += shown(warning) + "\n";
        }
        CHECK(warnings.empty());
        CHECK(document.pages.size() <= mostPages);
        const report::test::PrintedPdf pdf{document, temp_.path()};
        CHECK(pdf.check().status == 0);
        report::test::checkApprovedPages(pdf, approvedAs);
    }

private:
    test::TempFolder temp_;
    test::DemoStory story_{1, 1};
    PatientId patient_;
};

} // namespace

TEST_CASE("letters, handouts, maps and records of the demonstration look as approved") {
    Demonstration demo;
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
    Demonstration demo;
    demo.check(recoveryKeySheet(demo.clinic().knowledge().paths(),
                                {.clinicName = "Riverside Clinic",
                                 .owner = "D. Okafor",
                                 .key = "7K3QD-AB2CD-EF3GH-JK4MN-PQ5RS-TV6WX-YZ789",
                                 .day = test::kToday}),
               "recovery-key", 1);
}

} // namespace palpate::app
