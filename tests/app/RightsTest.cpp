// SPDX-License-Identifier: MIT
// Who may do what, held against every way into a clinic that app has.
#include "app/ClinicLists.h"
#include "app/FindAnything.h"
#include "app/LeftOpen.h"
#include "app/OpenClinic.h"
#include "app/PatientList.h"
#include "app/RecordForms.h"
#include "app/RecordLists.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "app/UseCases.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace palpate::test {

namespace {

using app::Right;
using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;

constexpr auto kEverybody =
    std::to_array<Role>({Role::Owner, Role::Practitioner, Role::FrontDesk, Role::Auditor});

/// Functions that are handed the open clinic and ask for no right, each with the reason.
const std::map<std::string, std::string> kWithoutRight{
    {"ClinicSettings.h letterheadOf", "heads every page, also the audit's; nothing of a patient"},
    {"ReportTemplates.h templateChoices", "titles, the trail's among them; nothing of a patient"},
    {"FindAnything.h AnythingFinder", "finds what the role may see: a story below"},
    {"SearchPresenter.h findAnything", "the same"},
    {"FormLibrary.h formLibrary", "empty forms; nothing of a patient"},
    {"HandedOver.h isPassword", "about the password of whoever asks"},
    {"LeftOpen.h leftOpen", "asked at every sign-in; nothing for whoever reads no records"},
    {"Locking.h lockSettings", "how each window locks itself"},
    {"Locking.h noteLocked", "everybody's own screen"},
    {"Locking.h unlock", "everybody's own password"},
    {"NameMask.h maskOfEverybody", "hides names on the screen; shows none"},
    {"NameMask.h addPatient", "the same"},
    {"PatientAccess.h closedView", "why a record is closed to whoever asks"},
    {"PatientAccess.h emergencyBanner", "what the person themselves did; nothing of the record"},
    {"PatientAccess.h unseenEmergencies", "asked at every sign-in; nothing for who is no owner"},
    {"People.h SecondFactorSetup", "everybody's own second factor"},
    {"WaysIn.h mySecondFactor", "everybody's own second factor"},
    {"Rights.h require", "the asking itself"},
    {"Rights.h requireRecord", "the asking itself"},
    {"Rights.h permitted", "the asking itself"},
    {"Rights.h permittedRecord", "the asking itself"},
};

[[nodiscard]] std::string textOf(const std::filesystem::path& file) {
    std::ifstream in{file};
    REQUIRE(in);
    std::ostringstream text;
    std::string line;
    while (std::getline(in, line)) {
        text << line.substr(0, line.find("//")) << '\n';
    }
    return text.str();
}

/// The headers that other rooms see.
[[nodiscard]] std::set<std::string> publicHeaders(const std::filesystem::path& room) {
    const auto text = textOf(room / "CMakeLists.txt");
    const auto from = text.find(" HEADERS ");
    std::istringstream words{text.substr(from + 9, text.find("PRIVATE_HEADERS") - from - 9)};
    std::set<std::string> headers;
    for (std::string word; words >> word;) {
        if (word.ends_with(".h")) { // not APART
            headers.insert(word);
        }
    }
    return headers;
}

/// The name before the parenthesis in which `at` stands; empty when it stands in none.
[[nodiscard]] std::string functionAround(const std::string& text, std::size_t at) {
    int depth = 0;
    while (at > 0) {
        const char c = text[--at];
        if (c == ')') {
            ++depth;
        } else if (c == '(' && depth-- == 0) {
            const auto begin = text.find_last_not_of(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_", at - 1);
            return text.substr(begin + 1, at - begin - 1);
        } else if (c == ';' || c == '{' || c == '}') {
            return {};
        }
    }
    return {};
}

/// "CarePlans.h carePlan": every function or constructor that is handed an open clinic which it can
/// ask for its store. Sorted; overloads stand there several times.
[[nodiscard]] std::vector<std::string> entryPoints() {
    const std::filesystem::path room{PALPATE_SOURCE_DIR "/src/app"};
    std::vector<std::string> found;
    for (const auto& header : publicHeaders(room)) {
        const auto text = textOf(room / header);
        constexpr std::string_view kClinic = "Clinic& ";
        for (auto at = text.find(kClinic); at != std::string::npos;
             at = text.find(kClinic, at + 1)) {
            const bool isWholeWord = at == 0 || std::isalnum(text[at - 1]) == 0;
            const bool isConst = at >= 6 && text.compare(at - 6, 6, "const ") == 0;
            const auto name = functionAround(text, at);
            if (isWholeWord && !isConst && !name.empty()) {
                found.push_back(header + " " + name);
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

[[nodiscard]] std::vector<UseCase> everyUseCase() {
    auto all = recordUseCases();
    for (auto& more : {leavingUseCases(), clinicUseCases(), trustUseCases()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

/// A clinic with a record, and a program in which somebody of that role is signed in.
class RoleClinic {
public:
    explicit RoleClinic(Role role) : other{aPatient(4)} {
        auto& store = owners->store();
        store.patients().add(other);
        auto session = aSession();
        session.painNow = pain(6);
        store.sessions().begin(session);
        static_cast<void>(store.sessions().sign(session.id, session.startedAt));
        store.sessions().begin(aSession(1));
        theirs = owners.programOf(role);
    }
    [[nodiscard]] Tried tried() const {
        return {owners.patient(), other.id,       owners.caseId(),
                aSession().id,    aSession(1).id, owners.temp()};
    }
    [[nodiscard]] std::vector<storage::AuditEntry> refusals() {
        return owners->store().audit().list({.kind = AuditKind::Refuse});
    }

    OpenClinic owners;
    Patient other;
    std::unique_ptr<app::Clinic> theirs;
};

/// What a call is refused with; empty when it is not, or fails for another reason.
[[nodiscard]] std::string refusalOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const AccessDenied& denied) {
        return denied.what();
    } catch (const Error&) {
        return {};
    }
    return {};
}

} // namespace

TEST_CASE("the rights of the roles", "[rights]") {
    const std::map<Role, std::set<Right>> wanted{
        {Role::Practitioner,
         {Right::SeePatients, Right::EditPatients, Right::ReadRecords, Right::WriteRecords,
          Right::GiveOut, Right::CheckRecord, Right::BackUp}},
        {Role::FrontDesk, {Right::SeePatients, Right::EditPatients, Right::BackUp}},
        {Role::Auditor, {Right::ReadTrail, Right::CheckRecord}}};
    std::set<std::string> sentences;
    for (int i = 0; i <= static_cast<int>(Right::BackUp); ++i) {
        const auto right = static_cast<Right>(i);
        CHECK(app::may(Role::Owner, right));
        for (const auto& [role, rights] : wanted) {
            CHECK(app::may(role, right) == rights.contains(right));
        }
        CHECK_THAT(app::refusal(right), ContainsSubstring("Only an owner"));
        sentences.insert(app::refusal(right));
    }
    CHECK(sentences.size() == static_cast<std::size_t>(Right::BackUp) + 1);
    CHECK(app::roleName(Role::FrontDesk) == "Front desk");
}

TEST_CASE("every way into a clinic is in the table of use cases, or asks for no right for a reason",
          "[rights]") {
    std::vector<std::string> known;
    for (const auto& each : everyUseCase()) {
        known.push_back(each.header + " " + each.name);
    }
    for (const auto& [name, reason] : kWithoutRight) {
        known.push_back(name);
    }
    std::ranges::sort(known);
    const auto there = entryPoints();
    CHECK(there.size() > 100);
    std::vector<std::string> missing;
    std::ranges::set_difference(there, known, std::back_inserter(missing));
    CHECK(missing == std::vector<std::string>{});
    std::vector<std::string> gone;
    std::ranges::set_difference(known, there, std::back_inserter(gone));
    CHECK(gone == std::vector<std::string>{});
}

TEST_CASE("each use case is refused to whoever has not the right, in the trail too", "[rights]") {
    const auto role = GENERATE(Catch::Generators::from_range(kEverybody));
    RoleClinic clinic{role};
    const auto tried = clinic.tried();
    for (const auto& each : everyUseCase()) {
        INFO(each.header << " " << each.name << ", " << app::roleName(role));
        const auto sentence = refusalOf([&] { each.act(*clinic.theirs, tried); });
        if (app::may(role, each.right)) {
            CHECK(sentence.empty());
        } else {
            CHECK(sentence == app::refusal(each.right));
            const auto rows = clinic.refusals();
            REQUIRE_FALSE(rows.empty());
            CHECK(rows.front().by == clinic.theirs->practitioner().id);
        }
    }
    CHECK(clinic.refusals().empty() == (role == Role::Owner));
    CHECK(clinic.owners->store().verify().isSound());
}

TEST_CASE("a refusal names whose record it was, and a loop does not flood the trail", "[rights]") {
    RoleClinic clinic{Role::FrontDesk};
    for (int i = 0; i < 30; ++i) {
        CHECK_THROWS_AS(app::requireRecord(*clinic.theirs, Right::ReadRecords, clinic.other.id),
                        AccessDenied);
    }
    const auto rows = clinic.refusals();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].patient == clinic.other.id);
    CHECK(rows[0].detail == "refused to read what is clinical\n");
    CHECK_NOTHROW(app::require(*clinic.theirs, Right::SeePatients));
    CHECK(clinic.refusals().size() == 1);
}

TEST_CASE("a right goes by the role that is stored, whatever it was at sign-in", "[rights]") {
    RoleClinic clinic{Role::Practitioner};
    auto person = clinic.theirs->practitioner();
    CHECK_NOTHROW(app::require(*clinic.theirs, Right::ReadRecords));
    SECTION("another role") {
        person.role = Role::Auditor;
        clinic.owners->store().practitioners().update(person);
        CHECK(refusalOf([&] { app::require(*clinic.theirs, Right::ReadRecords); }) ==
              app::refusal(Right::ReadRecords));
        CHECK_NOTHROW(app::require(*clinic.theirs, Right::ReadTrail));
    }
    SECTION("not to sign in any more: one sentence for everything") {
        clinic.owners->store().practitioners().disable(person.id);
        for (const auto& each : everyUseCase()) {
            INFO(each.header << " " << each.name);
            CHECK_THAT(refusalOf([&] { each.act(*clinic.theirs, clinic.tried()); }),
                       ContainsSubstring("The clinic no longer lets you sign in"));
        }
    }
    CHECK(clinic.refusals().size() == 1);
}

TEST_CASE("a session of a restricted record is refused by its own identity, in the trail too",
          "[rights]") {
    RoleClinic clinic{Role::Practitioner};
    clinic.owners->store().access().restrict(clinic.owners.patient(), {}, "a colleague");
    CHECK_THROWS_AS(app::SessionPresenter(*clinic.theirs, aSession().id), RecordRestricted);
    const auto rows = clinic.refusals();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].patient == clinic.owners.patient());
    CHECK(rows[0].by == clinic.theirs->practitioner().id);
}

SCENARIO("the front desk sees who comes and how to reach them, and nothing clinical", "[rights]") {
    RoleClinic clinic{Role::FrontDesk};
    auto& desk = *clinic.theirs;
    const auto ana = clinic.owners.patient();
    THEN("the list of patients has no complaint") {
        const auto lines = app::findPatients(desk, "kov");
        REQUIRE_FALSE(lines.empty());
        CHECK(std::ranges::all_of(lines, [](const auto& line) { return line.complaint.empty(); }));
        CHECK(app::listPatients(desk, "kov", 5).at(0).openComplaint.empty());
        CHECK_FALSE(app::listPatients(*clinic.owners, "kov", 5).empty());
    }
    THEN("a new telephone number is stored and the note stays") {
        auto treated = *clinic.owners->store().patients().find(ana);
        treated.note = "Prefers mornings.";
        treated.alerts = std::vector<Alert>{{key<AlertKey>("anticoagulation"), "apixaban"}};
        clinic.owners->store().patients().update(treated);
        const auto read = app::contactToEdit(desk, ana);
        CHECK(read.note.empty());
        auto form = app::formOf(read);
        form.phone = "020 7946 0777";
        app::updatePatient(desk, read, form);
        treated.phone = form.phone;
        CHECK(clinic.owners->store().patients().find(ana) == treated);
    }
    THEN("the day's lists are today and the visits to come, without what they are for") {
        auto session = aSession(2);
        session.startedAt = clinic.owners->clock().now();
        session.nextVisit =
            Date{std::chrono::sys_days{clinic.owners->today()} + std::chrono::days{7}};
        clinic.owners->store().sessions().begin(session);
        const auto lists = app::clinicLists(desk);
        REQUIRE(lists.size() == 2);
        CHECK(lists[0].list == app::ClinicList::Today);
        CHECK(lists[1].list == app::ClinicList::Coming);
        REQUIRE_FALSE(lists[0].rows.empty());
        for (const auto& list : lists) {
            for (const auto& row : list.rows) {
                CHECK_THAT(row.what, !ContainsSubstring(aCase().complaint));
                CHECK_FALSE(row.session.has_value());
            }
        }
        CHECK(lists[1].count == static_cast<int>(lists[1].rows.size()));
    }
    THEN("the finder finds patients and commands") {
        const std::vector<app::FinderSetting> settings{{"keys", "Keys", "keyboard"}};
        app::AnythingFinder finder{desk, {}};
        finder.ask("kov", settings);
        REQUIRE(finder.deliver());
        CHECK_FALSE(finder.deliver());
        REQUIRE_FALSE(finder.things().empty());
        CHECK(finder.foundFor() == "kov");
        for (const auto& thing : finder.things()) {
            CHECK(thing.kind == app::FoundThing::Kind::Patient);
        }
        CHECK(app::findAnything(desk, "key", settings).at(0).setting == "keys");
        CHECK(app::findAnything(desk, "low back pain", settings).empty());
    }
    THEN("no session is left open for it") {
        CHECK_FALSE(app::leftOpen(desk).has_value());
    }
}

SCENARIO("an auditor finds no patient, and prints the trail", "[rights]") {
    RoleClinic clinic{Role::Auditor};
    auto& auditor = *clinic.theirs;
    CHECK(app::findAnything(auditor, "kov", {{"keys", "Keys", "keyboard"}}).empty());
    CHECK(app::findAnything(auditor, "key", {{"keys", "Keys", "keyboard"}}).size() == 1);
    app::ReportRequest audit;
    audit.templateName = "audit-report";
    CHECK_FALSE(app::reportPages(auditor, audit).pages.empty());
    CHECK_NOTHROW(app::writeReport(auditor, audit, clinic.owners.temp() / "audit.pdf"));
    const auto jo = clinic.owners.programOfJo();
    CHECK_THROWS_AS(app::reportPages(*jo, audit), AccessDenied);
}

} // namespace palpate::test
