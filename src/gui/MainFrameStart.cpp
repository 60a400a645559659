// SPDX-License-Identifier: MIT
// What the window does before somebody has signed in.
#include "app/Backups.h"
#include "app/Prompter.h"
#include "app/RecordLists.h"
#include "app/RecoverySheet.h"
#include "app/TimeText.h"
#include "app/WaysIn.h"
#include "domain/Error.h"
#include "gui/AboutDialog.h"
#include "gui/FirstStartPage.h"
#include "gui/Guarded.h"
#include "gui/MainFrame.h"
#include "gui/Notice.h"
#include "gui/Phrases.h"
#include "gui/RecoveryWayDialog.h"
#include "gui/RestoreDialog.h"
#include "gui/SignInPage.h"
#include "gui/StartPage.h"
#include "gui/Workplace.h"

#include <wx/dirdlg.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

namespace palpate::gui {

namespace {

constexpr std::size_t kCodeDigits = 6; ///< of an authenticator; recovery codes are longer

[[nodiscard]] std::filesystem::path documentsFolder() {
    return fromWx(wxStandardPaths::Get().GetDocumentsDir());
}

} // namespace

void MainFrame::buildBeforeSignIn() {
    start_ = new StartPage{book_};
    start_->onRecent = [this](const RecentClinics::Entry& entry) {
        askSignIn(entry.folder, entry.userName);
    };
    start_->onOpen = [this] { openClinic(); };
    start_->onNew = [this] { showFirstStart(false); };
    start_->onRestore = [this] { restore(); };
    start_->onDemonstration = [this] { demonstration(); };
    start_->onAbout = [this] { AboutDialog{this, shared_.knowledge.paths()}.ShowModal(); };
    firstStart_ = new FirstStartPage{book_, shared_.knowledge.paths(), *prompter_};
    firstStart_->onMake = [this](const NewClinicAnswers& answers) { return make(answers); };
    firstStart_->onBackupFolder = [this](const std::string& folder) { addBackupFolder(folder); };
    firstStart_->onFinish = [this] { CallAfter([this] { guarded([this] { beginWork(); }); }); };
    firstStart_->onDemonstration = [this] {
        leaveNewClinic();
        demonstration();
    };
    firstStart_->onOther = [this] { showStart(); };
    signIn_ = new SignInPage{book_};
    signIn_->onSignIn = [this](const std::string& userName, const std::string& password,
                               const std::string& code) {
        signIn(folder_, userName, password, code);
    };
    signIn_->onRecoveryKey = [this](const std::string& userName) { renewPassword(userName); };
    signIn_->onBack = [this] { showStart(); };
}

void MainFrame::showStart() {
    start_->render(recent_.list());
    go(Start);
}

void MainFrame::showFirstStart(bool isFirst) {
    firstStart_->begin(documentsFolder(), isFirst);
    go(FirstStart);
}

void MainFrame::showStartOrFirst() {
    if (recent_.list().empty()) {
        showFirstStart(true);
    } else {
        showStart();
    }
}

void MainFrame::askSignIn(const std::filesystem::path& folder, const std::string& userName) {
    folder_ = folder;
    std::vector<std::string> names;
    wxString unreadable;
    try {
        names = app::userNames(folder_);
    } catch (const StorageError& error) {
        unreadable = said(error);
    }
    signIn_->ask(folder_, userName, names);
    signIn_->showProblem(unreadable);
    go(SignIn);
}

void MainFrame::tellCodesLeft(const std::string& code) {
    const bool isFromAuthenticator =
        code.size() == kCodeDigits && code.find_first_not_of("0123456789") == std::string::npos;
    if (code.empty() || isFromAuthenticator) {
        return;
    }
    const auto factor = app::mySecondFactor(*clinic_);
    if (factor.isOn) {
        notice_->showNews(
            said("You signed in with a recovery code, which is used up now; {1} are left. Where "
                 "your authenticator is lost, set the second factor up anew: your name, above.",
                 {std::to_string(factor.codesLeft)}));
    }
}

void MainFrame::renewPassword(const std::string& userName) {
    RecoveryWayDialog dialog{this, folder_, userName, [this](const app::WayByRecoveryKey& way) {
                                 app::renewByRecoveryKey(folder_, way, shared_.knowledge,
                                                         shared_.clock);
                             }};
    if (dialog.ShowModal() == wxID_OK) {
        askSignIn(folder_, dialog.userName());
        signIn_->tell(said("The new password is set. Sign in with it."));
    }
}

void MainFrame::restore() {
    RestoreDialog dialog{this, *prompter_, shared_.knowledge, shared_.clock, documentsFolder()};
    if (dialog.ShowModal() == wxID_OK) {
        askSignIn(dialog.restored().folder, dialog.userName());
    }
}

void MainFrame::openClinic() {
    wxDirDialog dialog{this, said("Open a clinic: choose its folder, NAME.palpate"),
                       toWx(documentsFolder().string()), wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) {
        askSignIn(fromWx(dialog.GetPath()), {});
    }
}

app::RecoverySheet MainFrame::make(const NewClinicAnswers& answers) {
    const Practitioner owner{.id = PractitionerId::create(shared_.ids),
                             .userName = answers.userName,
                             .displayName = answers.ownerName,
                             .profession = answers.profession,
                             .role = palpate::Role::Owner,
                             .registration = answers.registration};
    app::RecoverySheet sheet{.clinicName = answers.profile.name,
                             .owner = answers.ownerName,
                             .key = app::createClinic(answers.folder, answers.profile, owner,
                                                      answers.password, shared_.clock, shared_.ids,
                                                      shared_.strength),
                             .day = app::localDay(shared_.clock.now(), answers.profile.timeZone)};
    clinic_ = std::make_unique<app::Clinic>(answers.folder, answers.userName, answers.password,
                                            shared_.knowledge, shared_.clock, shared_.ids);
    folder_ = answers.folder;
    recent_.remember(folder_, answers.userName);
    return sheet;
}

void MainFrame::addBackupFolder(const std::string& folder) {
    app::Backups{*clinic_, [] {}}.addFolder(folder);
}

void MainFrame::leaveNewClinic() {
    if (clinic_ && !workplace_) {
        clinic_->signOut();
        clinic_.reset();
    }
}

void MainFrame::demonstration() {
    const wxBusyCursor busy;
    demo_ = std::make_unique<DemoClinic>(shared_.knowledge, shared_.clock);
    signIn(demo_->folder(), demo_->userName(), demo_->password());
}

} // namespace palpate::gui
