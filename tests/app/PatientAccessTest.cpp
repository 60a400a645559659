// SPDX-License-Identifier: MIT
// Records that open only for some, as the screens see them: what is said, what is found, and what
// the owners are told after an emergency.
#include "app/PatientAccess.h"

#include "app/ClinicLists.h"
#include "app/FindAnything.h"
#include "app/OpenClinic.h"
#include "app/PatientList.h"
#include "app/PatientPresenter.h"
#include "app/Reports.h"
#include "app/SearchLists.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;

namespace {

const std::string kReason = "Collapsed in the waiting room; which medicines?";

/// Ana has a session with words and a document; nobody but the owners may open her record.
struct ClosedClinic {
    ClosedClinic() {
        session = SessionPresenter::begin(*clinic, clinic.caseId());
        SessionPresenter chart{*clinic, session};
        chart.setNote(NotePart::Subjective, "Sharp when climbing the belfry.");
        chart.map().setLayer(Layer::Deepest);
        chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 4);
        chart.setTenderness(test::tenderness(5));
        chart.sign();
        jo = clinic.programOfJo();
    }
    void restrictTo(bool joMayOpen) {
        auto form = restrictionForm(*clinic, clinic.patient());
        form.restricted = true;
        form.reason = "A colleague's mother.";
        REQUIRE(form.people.size() == 1);
        form.people.front().mayOpen = joMayOpen;
        storeRestriction(*clinic, clinic.patient(), form);
    }
    [[nodiscard]] std::string nameOfJo() const { return jo->practitioner().displayName; }

    test::OpenClinic clinic;
    SessionId session = test::idOf<SessionId>(1);
    std::unique_ptr<Clinic> jo;
};

[[nodiscard]] std::size_t clinicalThings(Clinic& clinic, const std::string& typed,
                                         const std::optional<PatientId>& open = {}) {
    const auto found = findAnything(clinic, typed, {}, open);
    return static_cast<std::size_t>(std::ranges::count_if(found, [](const FoundThing& thing) {
        return thing.kind != FoundThing::Kind::Patient && thing.kind != FoundThing::Kind::Setting;
    }));
}

} // namespace

SCENARIO("an owner says who may open a record, and takes it back") {
    ClosedClinic closed;
    auto& clinic = *closed.clinic;
    auto form = restrictionForm(clinic, closed.clinic.patient());
    CHECK_FALSE(form.restricted);
    REQUIRE(form.people.size() == 1); // owners open every record
    CHECK(form.people.front().name == closed.nameOfJo());
    closed.restrictTo(true);
    form = restrictionForm(clinic, closed.clinic.patient());
    CHECK(form.restricted);
    CHECK(form.people.front().mayOpen);
    CHECK(form.reason == "A colleague's mother.");
    CHECK(form.since == "Since 23 Nov 2026, D. Okafor");
    CHECK_FALSE(closedView(*closed.jo, closed.clinic.patient()));
    CHECK(emergencyBanner(*closed.jo, closed.clinic.patient()).empty());
    form.reason = std::string(2001, 'a');
    CHECK(problems(form).size() == 1);
    CHECK_THROWS_AS(storeRestriction(clinic, closed.clinic.patient(), form), EditRefused);
    form.reason.clear();
    form.restricted = false;
    storeRestriction(clinic, closed.clinic.patient(), form);
    CHECK_FALSE(restrictionForm(clinic, closed.clinic.patient()).restricted);
    CHECK_THROWS_AS(restrictionForm(*closed.jo, closed.clinic.patient()), AccessDenied);
    CHECK_THROWS_AS(storeRestriction(*closed.jo, closed.clinic.patient(), form), AccessDenied);
}

SCENARIO("whoever may not open a record finds its name and nothing else") {
    ClosedClinic closed;
    auto& jo = *closed.jo;
    const auto ana = closed.clinic.patient();
    REQUIRE(clinicalThings(jo, "belfry") == 1);
    REQUIRE(clinicalThings(jo, "kovacs ql") > 0);
    REQUIRE(findSessions(jo, "belfry").size() == 1);
    closed.restrictTo(false);

    CHECK_THROWS_AS((PatientPresenter{jo, ana}), RecordRestricted);
    CHECK_THROWS_AS((SessionPresenter{jo, closed.session}), RecordRestricted);
    CHECK(clinicalThings(jo, "belfry") == 0);
    CHECK(clinicalThings(jo, "kovacs ql") == 0);
    CHECK(clinicalThings(jo, "ql", ana) == 0);
    CHECK(clinicalThings(jo, "right ql") == 0);
    CHECK(findSessions(jo, "belfry").empty());
    for (const auto& list : clinicLists(jo, 50)) {
        CHECK(list.rows.empty());
    }
    const auto lines = findPatients(jo, "kov");
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().closed);
    CHECK(lines.front().restricted);
    CHECK(lines.front().complaint.empty());
    ReportRequest request;
    request.patient = ana;
    request.caseId = closed.clinic.caseId();
    request.session = closed.session;
    for (const auto* name : {"complete-record", "session-note"}) {
        request.templateName = name;
        CHECK_THROWS_AS(reportDocument(jo, request), RecordRestricted);
    }
    THEN("a batch of reports leaves it out, and says so") {
        ManyReports many;
        many.request.templateName = "complete-record";
        many.folder = closed.clinic.temp() / "reports";
        many.delivery.recipient = "Dr Patel";
        many.delivery.purpose = "Referral";
        const auto written = writeReports(jo, many);
        CHECK(written.written == 0);
        CHECK(written.skipped.size() == 1);
    }
    THEN("the owner's line is marked, and keeps its complaint") {
        const auto owners = findPatients(*closed.clinic, "kov");
        CHECK(owners.front().restricted);
        CHECK_FALSE(owners.front().closed);
        CHECK_FALSE(owners.front().complaint.empty());
    }
    THEN("the refusal is in the trail") {
        const auto rows = closed.clinic->store().audit().list(
            {.patient = ana, .kind = storage::AuditKind::Refuse});
        REQUIRE_FALSE(rows.empty());
        CHECK(rows.front().by == jo.practitioner().id);
    }
}

SCENARIO("a restricted record is opened in an emergency, and the owners are told") {
    ClosedClinic closed;
    closed.restrictTo(false);
    auto& jo = *closed.jo;
    const auto ana = closed.clinic.patient();
    const auto view = closedView(jo, ana);
    REQUIRE(view);
    CHECK(view->name == "Ana Kovács");
    CHECK(view->by == "Restricted by D. Okafor on 23 Nov 2026.");
    CHECK(view->mayOpen == "It opens for D. Okafor.");
    CHECK(view->hasEmergency);
    CHECK_THAT(view->told, ContainsSubstring("12 hours"));
    CHECK(unseenEmergencies(*closed.clinic).empty());
    CHECK_THROWS_AS(openInEmergency(jo, ana, " now "), EditRefused);
    CHECK(closedView(jo, ana).has_value());

    openInEmergency(jo, ana, "  " + kReason + "\n");
    CHECK_FALSE(closedView(jo, ana));
    CHECK_THAT(emergencyBanner(jo, ana), ContainsSubstring("in an emergency at 10:45"));
    CHECK_THAT(emergencyBanner(jo, ana), ContainsSubstring("until 22:45"));
    const PatientPresenter opened{jo, ana};
    CHECK(opened.view().bar.name == "Ana Kovács");
    CHECK(findSessions(jo, "belfry").size() == 1);

    auto lines = unseenEmergencies(*closed.clinic);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().who == closed.nameOfJo());
    CHECK(lines.front().whom == "Ana Kovács");
    CHECK(lines.front().when == "Mon 23 Nov 2026, 10:45");
    CHECK(lines.front().why == kReason);
    CHECK(emergencyNotice(1) == "1 restricted record was opened in an emergency.");
    CHECK(emergencyNotice(0).empty());
    CHECK(unseenEmergencies(jo).empty()); // no owner
    CHECK(emergencyBanner(*closed.clinic, ana).empty());
    CHECK_THROWS_AS(noteEmergency(jo, lines.front().id), AccessDenied);
    noteEmergency(*closed.clinic, lines.front().id);
    CHECK(unseenEmergencies(*closed.clinic).empty());

    closed.clinic.advance(kEmergencyLasts);
    CHECK(closedView(jo, ana).has_value());
    CHECK(emergencyBanner(jo, ana).empty());
    CHECK_THROWS_AS((PatientPresenter{jo, ana}), RecordRestricted);
    CHECK(closed.clinic->store().verify().isSound());
}

SCENARIO("the front desk is told why, and has no way in") {
    ClosedClinic closed;
    closed.restrictTo(false);
    const auto desk = closed.clinic.programOf(Role::FrontDesk);
    const auto view = closedView(*desk, closed.clinic.patient());
    REQUIRE(view);
    CHECK_FALSE(view->hasEmergency);
    CHECK(view->told.empty());
    CHECK_THROWS_AS(openInEmergency(*desk, closed.clinic.patient(), kReason), AccessDenied);
    CHECK(unseenEmergencies(*closed.clinic).empty());
}

} // namespace palpate::app
