// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "gui/CommandLine.h"
#include "gui/DemoClinic.h"
#include "gui/IdleWatch.h"
#include "gui/RecentClinics.h"

#include <wx/frame.h>
#include <wx/panel.h>
#include <wx/simplebook.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::app {
class Prompter;
struct RecoverySheet;
} // namespace palpate::app

namespace palpate::gui {

class FirstStartPage;
class LockPage;
class Notice;
class ProgramKeys;
class ScreenLock;
class SignInPage;
class StartPage;
class Workplace;
struct NewClinicAnswers;

/// What the whole program shares; all must outlive the frame.
struct Shared {
    const app::Knowledge& knowledge;
    const Clock& clock;
    IdMaker& ids;
    /// Who asks the user; tests answer in advance.
    std::function<std::unique_ptr<app::Prompter>(wxWindow&)> makePrompter;
    /// How strong the key of a new clinic is derived; tests take the fast one.
    app::KeyStrength strength = app::KeyStrength::Standard;
    /// By which the window locks itself; tests let it pass.
    TimeAwake awake = timeSinceBoot;
};

/// The one window: start, sign-in, work. Holds the open clinic.
class MainFrame : public wxFrame {
public:
    MainFrame(Shared shared, RecentClinics recent, CommandLine asked);
    ~MainFrame() override;

    /// Shows what the command line asked for.
    void begin();
    /// The one place where an exception of the running window becomes a sentence.
    void report(const std::exception& error);
    [[nodiscard]] Workplace* workplace() noexcept { return workplace_; }

private:
    enum Page : std::size_t { Start, FirstStart, SignIn, Work };

    void go(Page page);
    void buildBeforeSignIn();
    void showStart();
    /// The assistant for a new clinic.
    void showFirstStart(bool isFirst);
    /// Where nobody was here before, the assistant.
    void showStartOrFirst();
    void askSignIn(const std::filesystem::path& folder, const std::string& userName);
    void signIn(const std::filesystem::path& folder, const std::string& userName,
                const std::string& password, const std::string& code = {});
    /// The window for whoever is signed in.
    void beginWork();
    /// How many recovery codes are left once one of them was used.
    void tellCodesLeft(const std::string& code);
    void renewPassword(const std::string& userName);
    void showTitle();
    void buildLock(wxWindow& content);
    void signOut();
    void openClinic();
    void restore(); ///< a clinic from a backup, then to its sign-in
    /// Makes it and opens it, for the steps that follow.
    [[nodiscard]] app::RecoverySheet make(const NewClinicAnswers& answers);
    void addBackupFolder(const std::string& folder);
    /// What was opened to make it is signed out again.
    void leaveNewClinic();
    void demonstration();
    void onCharHook(wxKeyEvent& event);
    void onClose(wxCloseEvent& event);
    void closeIfAsked(); ///< while a clinic was being opened
    /// The work's windows go; the clinic is theirs to use until then.
    void closeWork();
    /// At once, or once the screen is back from the patient.
    void tell(std::function<void()> show);

    Shared shared_;
    RecentClinics recent_;
    CommandLine asked_;
    std::unique_ptr<app::Prompter> prompter_;
    std::unique_ptr<DemoClinic> demo_;
    bool isIndexing_ = false;       ///< a clinic is being opened, the window answers in between
    bool closesAfterwards_ = false; ///< it was to be closed meanwhile
    std::unique_ptr<app::Clinic> clinic_; ///< after demo_: closed before its folder goes
    std::filesystem::path folder_;
    std::vector<std::function<void()>> held_; ///< notices for after the patient has the screen
    std::unique_ptr<ScreenLock> lock_;
    std::unique_ptr<ProgramKeys> keys_; ///< those that act in dialogs too

    LockPage* lockPage_ = nullptr; ///< children of this window, as all below
    Notice* notice_ = nullptr;
    wxSimplebook* book_ = nullptr;
    StartPage* start_ = nullptr;
    FirstStartPage* firstStart_ = nullptr;
    SignInPage* signIn_ = nullptr;
    wxPanel* workPlace_ = nullptr;
    Workplace* workplace_ = nullptr; ///< only while somebody is signed in
};

} // namespace palpate::gui
