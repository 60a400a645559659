// SPDX-License-Identifier: MIT
// How the workplace finds things: the finder of the top bar, the search page, what waits at home.
#include "app/Clinic.h"
#include "app/PatientList.h"
#include "app/SearchPresenter.h"
#include "app/SessionPresenter.h"
#include "domain/Text.h"
#include "gui/ChartPage.h"
#include "gui/ClinicPage.h"
#include "gui/DocumentsPage.h"
#include "gui/Finder.h"
#include "gui/FlagBanner.h"
#include "gui/FormsPage.h"
#include "gui/Guarded.h"
#include "gui/KeysDialog.h"
#include "gui/LargeControls.h"
#include "gui/OverviewPage.h"
#include "gui/PatientsPage.h"
#include "gui/Phrases.h"
#include "gui/SearchField.h"
#include "gui/SearchPage.h"
#include "gui/ThemeMemory.h"
#include "gui/TopBar.h"
#include "gui/Workplace.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kMostFound = 20;
constexpr int kMostRecent = 8; ///< patients that come up before anything is typed

[[nodiscard]] Icon iconOf(app::FoundThing::Kind kind) {
    switch (kind) {
    case app::FoundThing::Kind::Session:
        return Icon::Clock;
    case app::FoundThing::Kind::Point:
        return Icon::Pen;
    case app::FoundThing::Kind::Document:
    case app::FoundThing::Kind::Form:
        return Icon::Page;
    case app::FoundThing::Kind::Setting:
        return Icon::Gear;
    case app::FoundThing::Kind::Patient:
        break;
    }
    return Icon::Person;
}

[[nodiscard]] wxString wordOf(app::FoundThing::Kind kind) {
    switch (kind) {
    case app::FoundThing::Kind::Session:
        return said("session");
    case app::FoundThing::Kind::Point:
        return said("point");
    case app::FoundThing::Kind::Document:
        return said("document");
    case app::FoundThing::Kind::Form:
        return said("form");
    case app::FoundThing::Kind::Setting:
        return said("command");
    case app::FoundThing::Kind::Patient:
        break;
    }
    return said("patient");
}

[[nodiscard]] FoundRow rowOf(const app::FoundThing& thing) {
    FoundRow row;
    row.icon = iconOf(thing.kind);
    row.title = toWx(thing.title);
    row.marks = marksOf(thing.title, thing.bold);
    row.detail = toWx(thing.detail);
    row.kind = wordOf(thing.kind);
    return row;
}

[[nodiscard]] std::vector<FoundRow> rowsOf(const std::vector<app::FoundThing>& found,
                                           const std::string& typed, bool searches) {
    std::vector<FoundRow> rows;
    std::transform(found.begin(), found.end(), std::back_inserter(rows), rowOf);
    if (!typed.empty() && searches) {
        FoundRow everywhere;
        everywhere.icon = Icon::Search;
        everywhere.title = said("Search in all sessions for “{1}”", {typed});
        everywhere.kind = "Ctrl Shift F";
        everywhere.newGroup = true;
        rows.push_back(std::move(everywhere));
    }
    return rows;
}

} // namespace

std::vector<Workplace::Command> Workplace::commands() {
    std::vector<Command> all;
    const auto add = [&](const char* key, const wxString& title, const wxString& words,
                         std::function<void()> act) {
        all.push_back({key, fromWx(title), fromWx(words), std::move(act)});
    };
    if (may(app::Right::EditPatients)) {
        add("patient.new", said("New patient"), said("add create register record"),
            [this] { newPatient(); });
    }
    if (patient_) {
        add("patient.edit", said("Edit the patient's record"),
            said("change name address phone allergy alert consent"), [this] { editPatient(); });
        add("case.new", said("New case"), said("add create complaint episode"),
            [this] { newCase(); });
        if (!patient_->view().cases.empty()) {
            add("session.start", toWx(patient_->view().nextLabel),
                said("start begin visit chart session"), [this] { startSession(); });
        }
        add("forms", said("Forms"),
            said("questionnaire screening red flags outcome measures consent check-in home care"),
            [this] { openForms(); });
        if (!banner_->view().flags.empty()) {
            add("flags", said("Settle the red flags"),
                said("told referred continue because screening"), [this] { settleFlags(); });
        }
        if (!patient_->view().sessions.empty()) {
            add("report", said("Make a report"), said("letter handout pdf print documents"),
                [this] { showReport(); });
        }
    }
    if (searchPage_) {
        add("search", said("Search in all sessions"),
            said("find filter muscle technique export table"), [this] { openSearch({}); });
    }
    if (may(app::Right::WriteRecords)) {
        add("snippets", said("Snippets"), said("text phrases abbreviations"),
            [this] { editSnippets(); });
    }
    if (may(app::Right::ManageClinic)) {
        add("clinic", said("Clinic settings"),
            said("name address phone letterhead logo pressure unit time zone"),
            [this] { editClinic(); });
    }
    add("password", said("My password"), said("change new sign in"),
        [this] { changeOwnPassword(); });
    add("factor", said("My second factor"),
        said("code authenticator telephone totp two factor recovery codes"),
        [this] { changeOwnSecondFactor(); });
    if (clinicPage_->has("people")) {
        add("people", said("People"),
            said("staff users roles colleagues add disable password recovery key"),
            [this] { openClinicPlace("people"); });
    }
    if (clinicPage_->has("backups")) {
        add("backups", said("Backups"), said("back up copy restore rehearse disk folder clinic"),
            [this] { openClinicPlace("backups"); });
    }
    if (clinicPage_->has("check")) {
        add("check", said("Check the record"),
            said("verify sound unaltered signatures trail integrity"),
            [this] { openClinicPlace("check"); });
    }
    if (clinicPage_->has("audit")) {
        add("audit", said("Audit trail"), said("who did saw what log history access privacy"),
            [this] { openClinicPlace("audit"); });
    }
    add("theme.desktop", said("Colours of the desktop"), said("theme appearance colors"),
        [] { chooseTheme(ThemeChoice::Desktop); });
    add("theme.light", said("Light colours"), said("theme appearance bright colors"),
        [] { chooseTheme(ThemeChoice::Light); });
    add("theme.dark", said("Dark colours"), said("theme appearance night mode colors"),
        [] { chooseTheme(ThemeChoice::Dark); });
    add("theme.contrast", said("High contrast"), said("theme appearance colours colors"),
        [] { chooseTheme(ThemeChoice::HighContrast); });
    add("largeControls",
        hasLargeControls() ? said("Large controls: switch off") : said("Large controls: switch on"),
        said("touch finger tablet buttons size"), [] { chooseLargeControls(!hasLargeControls()); });
    add("holdSounds",
        holdSounds() ? said("Sound when the usual time is held: switch off")
                     : said("Sound when the usual time is held: switch on"),
        said("timer beep pressure"), [] { chooseHoldSounds(!holdSounds()); });
    add("keys", said("Keys"), said("keyboard shortcuts help"), [this] { showKeys(); });
    add("signOut", said("Sign out"), said("lock leave log out"), [this] { bar_->onSignOut(); });
    return all;
}

void Workplace::showKeys() {
    constexpr std::array kOfPlaces{KeysOf::Patients, KeysOf::Search,  KeysOf::Overview,
                                   KeysOf::Charting, KeysOf::History, KeysOf::Documents,
                                   KeysOf::Forms,    KeysOf::Clinic};
    static_assert(kOfPlaces.size() == kPlaces);
    // Without a session the chart is empty, and has no keys.
    const bool isEmptyChart = place_ == Chart && !session_;
    KeysDialog{wxGetTopLevelParent(this), clinic_,
               isEmptyChart ? KeysOf::Overview : kOfPlaces.at(place_)}
        .ShowModal();
}

void Workplace::wireFinding() {
    finder_ = new Finder{this, "finder", bar_->search(), clinic_};
    finder_->onAsk = [this](const wxString&) {
        // Once the keys that wait are taken: a text that was typed on is not searched for.
        findSoon_.StartOnce(1);
    };
    finder_->onHurry = [this] {
        find();
        finder_->finishLooking();
    };
    finder_->onFound = [this](const wxString& text) {
        found_ = finder_->looked().things();
        if (finder_->looked().problem()) {
            onNotice(toWx(*finder_->looked().problem()));
        }
        finder_->show(rowsOf(found_, trimmed(fromWx(text)), searchPage_ != nullptr), text);
    };
    finder_->onChoose = [this](std::size_t row) { openFound(row); };
    findSoon_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded([this] { find(); }); });
    if (searchPage_) {
        searchPage_->onOpen = [this](const PatientId& patient,
                                     const std::optional<SessionId>& session) {
            const PatientId whose{patient};
            const std::optional<SessionId> which{session};
            openRecord(whose);
            if (which) {
                openSession(*which);
            }
        };
        searchPage_->onNotice = [this](const wxString& sentence) { onNotice(sentence); };
    }
    patients_->onWaiting = [this](const app::ClinicListRow& waiting) {
        const app::ClinicListRow row = waiting; // the lists are made anew meanwhile
        openPatient(row.patient);
        if (row.session) {
            openSession(*row.session);
        } else if (row.caseId && patient_ && patient_->chosenCase() != row.caseId) {
            patient_->choose(*row.caseId);
            renderPatient();
        }
    };
}

void Workplace::find() {
    findSoon_.Stop();
    const wxString text = bar_->search().text();
    const std::string typed = trimmed(fromWx(text));
    if (!typed.empty()) {
        std::vector<app::FinderSetting> settings;
        for (const Command& command : commands()) {
            settings.push_back({command.key, command.title, command.words});
        }
        finder_->look(text, settings, patient_ ? std::optional{patient_->view().id} : std::nullopt,
                      kMostFound);
        return;
    }
    finder_->stopLooking();
    found_.clear();
    const auto lines = may(app::Right::SeePatients) ? app::findPatients(clinic_, {}, kMostRecent)
                                                    : std::vector<app::PatientLine>{};
    for (const app::PatientLine& line : lines) {
        app::FoundThing thing;
        thing.title = line.name;
        thing.detail = line.detail;
        thing.patient = line.id;
        found_.push_back(std::move(thing));
    }
    finder_->show(rowsOf(found_, typed, searchPage_ != nullptr), text);
}

void Workplace::openFound(std::size_t row) {
    const wxString text = bar_->search().text();
    bar_->search().setText({});
    if (row >= found_.size()) {
        openSearch(text);
        return;
    }
    const app::FoundThing thing = found_[row];
    if (thing.kind == app::FoundThing::Kind::Setting) {
        // A dialog has its own event loop, which the handling of a key must not stand around.
        CallAfter([this, key = thing.setting] {
            guarded([&] {
                for (const Command& command : commands()) {
                    if (command.key == key) {
                        command.act();
                        break;
                    }
                }
            });
        });
        return;
    }
    if (!thing.patient) {
        return;
    }
    if (thing.kind == app::FoundThing::Kind::Patient) {
        openPatient(*thing.patient);
        return;
    }
    openRecord(*thing.patient);
    if (thing.session) {
        openSession(*thing.session);
    }
    if (thing.kind == app::FoundThing::Kind::Point) {
        if (!thing.session) {
            go(Chart);
        }
        if (app::SessionPresenter* const open = chart_->presenter(); open && thing.point) {
            open->select(thing.point);
        }
    } else if (thing.kind == app::FoundThing::Kind::Document && thing.document) {
        go(Documents);
        documents_->choose(*thing.document);
    } else if (thing.kind == app::FoundThing::Kind::Form && thing.form) {
        go(Forms);
        forms_->choose(*thing.form);
    }
}

void Workplace::openRecord(const PatientId& patient) {
    if (!patient_ || patient_->view().id != patient) {
        openPatient(patient);
    }
}

void Workplace::openSearch(const wxString& query) {
    if (!searchPage_) {
        return;
    }
    go(Search);
    if (!query.empty()) {
        searchPage_->ask(query);
    }
    searchPage_->focusField();
}

} // namespace palpate::gui
