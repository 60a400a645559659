// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientPresenter.h"
#include "app/Rights.h"
#include "app/SearchPresenter.h"

#include <wx/panel.h>
#include <wx/simplebook.h>
#include <wx/timer.h>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
class FormPresenter;
class Prompter;
struct BackupsView;
struct ClosedView;
} // namespace palpate::app

namespace palpate::gui {

class AccessStrip;
class ChartPage;
class ClinicPage;
class DocumentsPage;
class Finder;
class FlagBanner;
class FormsPage;
class HandOverPage;
class HistoryPage;
class NavButton;
class OverviewPage;
class PatientsPage;
class ScreeningOffer;
class SearchPage;
class TopBar;

/// What a signed-in person works in: the bar on top, the places at the left, the chosen place.
/// Clinic and prompter must outlive it.
class Workplace : public wxPanel {
public:
    Workplace(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~Workplace() override;

    std::function<void()> onSignOut;
    std::function<void()> onLock;                  ///< asked for by the button
    std::function<void(const wxString&)> onNotice; ///< one sentence to show in passing
    std::function<void(const wxString&)> onNews;   ///< one sentence that stays until it is read
    std::function<void(const wxString&)> onLoss;   ///< the same of something that is lost
    std::function<void()> onClinicChanged;         ///< its name may be another one now
    /// The screen is in a patient's hands, or back: nothing else may be shown meanwhile.
    std::function<void(bool)> onHandedOver;

    /// Opens the record on its overview; for the front desk what it may change of it. Throws
    /// StorageError when there is no such patient.
    void openPatient(const PatientId& patient);
    void openSession(const SessionId& session);
    /// The search field takes the focus; what it finds comes up while one types.
    void focusSearch();
    /// The page that searches in all sessions, for that query, or the one before when it is empty.
    void openSearch(const wxString& query);
    void newPatient();
    void startSession();
    /// True when the key was one of the program's.
    bool handleKey(const wxKeyEvent& event);
    /// Patients' names on the screen become initials, and back; see Privacy.h.
    void hideOrShowNames();
    /// Stores what is typed and not yet stored.
    void flush();
    /// What Ctrl+S answers.
    void saySaved();
    /// The session that was open when the program ended by force is opened again where it was, and
    /// one sentence says so. Nothing when there is none.
    void openLeftOpen();
    /// The forms of the patient who is open.
    void openForms();
    /// A part of the clinic's own place: "backups", "check", "audit"; empty: the one that was
    /// shown.
    void openClinicPlace(const std::string& part = {});
    /// A patient fills in a form: only the practitioner's password leads back.
    [[nodiscard]] bool isHandedOver() const;
    /// Asks for the password while it is so; true: nothing is handed over any more.
    bool leaveHandOver();
    /// Something went wrong while it is so: told in words for the patient.
    void sayFaultHandedOver();
    /// What is shown beside the question for it, in a demonstration.
    void setDemonstrationPassword(const std::string& password);

private:
    enum Place : std::size_t {
        Patients,
        Search,
        Overview,
        Chart,
        History,
        Documents,
        Forms,
        Clinic
    };
    static constexpr std::size_t kPlaces = 8;
    /// What the finder does besides opening records.
    struct Command {
        std::string key;
        std::string title;
        std::string words; ///< further ones that find it
        std::function<void()> act;
    };

    void buildRail(wxSizer& row);
    void buildPages(wxSizer& row);
    void wireOverview();
    void wirePatients();
    void wireBar();
    void wireFinding();
    void showKeys(); ///< of the place one is at
    /// As they are now: those of a patient while one is open.
    [[nodiscard]] std::vector<Command> commands();
    void find(); ///< what the finder's text finds now
    void openFound(std::size_t row);
    void openRecord(const PatientId& patient); ///< stays where one is when it is open
    /// Without a session there is no chart to go to, without a patient no page of one: then it goes
    /// to the nearest place there is. What may throw comes first: then one is where one was.
    void go(Place wanted);
    [[nodiscard]] bool may(app::Right right) const;
    /// Where a person begins: the patients, and for an auditor the clinic.
    [[nodiscard]] Place home() const;
    /// Makes the page ready and says which it became.
    [[nodiscard]] Place prepared(Place wanted);
    void renderPatient();
    void renewMask(); ///< of the patient who is open now
    void reloadPatient();
    void newCase();
    void editCase();
    void closeCase();
    /// The chosen one as it is stored now; nullptr: there is none.
    [[nodiscard]] const Case* freshCase();
    void reopenCase();
    void caseChanged();
    void addContact();
    void editPatient();
    void editContact(const PatientId& patient); ///< for whoever does not open records
    void editSnippets();
    void editClinic();
    void changeOwnPassword();
    void changeOwnSecondFactor();
    void showChart();
    void showHistory();
    void showStart();
    void showReport();
    /// The session that is being charted, to which a form belongs.
    [[nodiscard]] std::optional<SessionId> openDraft() const;
    /// nullptr: it is closed to the person, who is told so.
    [[nodiscard]] std::unique_ptr<app::PatientPresenter> opened(const PatientId& patient);
    void sayClosedSoon(const app::ClosedView& view);
    void sayClosed(const app::ClosedView& view);
    /// That the record is open because of an emergency, and, to owners, that one was opened. True:
    /// it takes other room than before.
    bool renderAccess();
    void showEmergencies();
    void restrictRecord(const PatientId& patient, const std::string& name);
    void takeRequest(const PatientId& patient, const std::string& name);
    void exportRecord(const PatientId& patient);
    void destroyRecord(const PatientId& patient);
    /// The record is gone: nothing of it stays open.
    void forgetPatient(const PatientId& patient);
    void wireForms();
    /// Where one goes on in the place that is shown.
    void focusPlace();
    void settleFlags();
    void writeReferral();
    /// What a day begins with says how old the newest backup is; an alarm is told wherever one is.
    void renderBackups(const app::BackupsView& view);
    /// Red flags above the patient, and whether a screening is due.
    void renderFlags();
    void handOver(std::unique_ptr<app::FormPresenter> form);
    void showHandOver(bool shown);
    /// `unstored`: why the patient's last words are lost; empty: nothing is.
    void takeBack(const wxString& unstored);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::unique_ptr<app::PatientPresenter> patient_;
    std::optional<SessionId> session_; ///< the one on the chart
    std::string maskedFor_;            ///< who was open when names were hidden; empty: not yet
    Place place_ = Patients;
    std::vector<app::FoundThing> found_;             ///< what the finder shows
    std::unique_ptr<app::FormPresenter> handedOver_; ///< until the press that asked is over
    std::optional<CaseId> laterFor_;                 ///< whose screening was put aside
    bool isDemonstration_ = false;
    std::optional<std::string> toldAlarm_; ///< of the backups
    wxTimer findSoon_;

    TopBar* bar_ = nullptr;            ///< children of this window, as all below
    AccessStrip* unseen_ = nullptr;    ///< emergencies, for owners
    AccessStrip* emergency_ = nullptr; ///< the one because of which the record is open
    FlagBanner* banner_ = nullptr;
    ScreeningOffer* offer_ = nullptr;
    wxPanel* work_ = nullptr; ///< rail and pages
    HandOverPage* handOver_ = nullptr;
    std::array<NavButton*, kPlaces> rail_{};
    wxSimplebook* book_ = nullptr;
    Finder* finder_ = nullptr;
    PatientsPage* patients_ = nullptr;
    SearchPage* searchPage_ = nullptr; ///< none for whoever does not read records
    OverviewPage* overview_ = nullptr;
    ChartPage* chart_ = nullptr;
    HistoryPage* history_ = nullptr;
    DocumentsPage* documents_ = nullptr;
    FormsPage* forms_ = nullptr;
    ClinicPage* clinicPage_ = nullptr;
};

} // namespace palpate::gui
