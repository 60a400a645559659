// SPDX-License-Identifier: MIT
#include "gui/MainFrame.h"

#include "app/Prompter.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "gui/AboutDialog.h"
#include "gui/Notice.h"
#include "gui/Phrases.h"
#include "gui/RecoveryKeyDialog.h"
#include "gui/SignInPage.h"
#include "gui/StartPage.h"
#include "gui/TabOrder.h"
#include "gui/Theme.h"
#include "gui/Workplace.h"

#include <wx/dirdlg.h>
#include <wx/display.h>
#include <wx/log.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

namespace palpate::gui {

namespace {

constexpr int kWidth = 1440;
constexpr int kHeight = 900;

[[nodiscard]] std::filesystem::path documentsFolder() {
    return fromWx(wxStandardPaths::Get().GetDocumentsDir());
}

void logFault(const std::exception& error) {
    wxLogStderr{}.LogRecord(wxLOG_Error, said(error), {});
}

} // namespace

MainFrame::MainFrame(Shared shared, RecentClinics recent, CommandLine asked)
    : wxFrame{nullptr, wxID_ANY, "Palpate", wxDefaultPosition, wxDefaultSize, wxDEFAULT_FRAME_STYLE,
              "main"},
      shared_{std::move(shared)}, recent_{std::move(recent)}, asked_{std::move(asked)},
      prompter_{shared_.makePrompter(*this)} {
    dressAsPage(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    notice_ = new Notice{this};
    column->Add(notice_, wxSizerFlags{}.Expand());
    book_ =
        new wxSimplebook{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE, "pages"};
    start_ = new StartPage{book_};
    start_->onRecent = [this](const RecentClinics::Entry& entry) {
        askSignIn(entry.folder, entry.userName);
    };
    start_->onOpen = [this] { openClinic(); };
    start_->onNew = [this] { newClinic(); };
    start_->onDemonstration = [this] { demonstration(); };
    start_->onAbout = [this] { AboutDialog{this, shared_.knowledge.paths()}.ShowModal(); };
    signIn_ = new SignInPage{book_};
    signIn_->onSignIn = [this](const std::string& userName, const std::string& password) {
        signIn(folder_, userName, password);
    };
    signIn_->onBack = [this] { showStart(); };
    workPlace_ = new wxPanel{book_, wxID_ANY};
    workPlace_->SetSizer(new wxBoxSizer{wxVERTICAL});
    for (wxWindow* page : std::initializer_list<wxWindow*>{start_, signIn_, workPlace_}) {
        book_->AddPage(page, {});
    }
    column->Add(book_, wxSizerFlags{1}.Expand());
    SetSizer(column);
    SetMinClientSize(FromDIP(wxSize{1100, 680}));
    Bind(wxEVT_CHAR_HOOK, &MainFrame::onCharHook, this);
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::onClose, this);
    const wxRect screen = wxDisplay{static_cast<unsigned>(0)}.GetClientArea();
    if (screen.width <= FromDIP(kWidth) + FromDIP(40)) {
        Maximize();
    }
    // GTK complains about negative sizes unless the last thing before the first Show is this.
    SetClientSize(std::min(screen.width, FromDIP(kWidth)),
                  std::min(screen.height, FromDIP(kHeight)));
}

MainFrame::~MainFrame() {
    closeWork(); // the other windows go after the members
}

void MainFrame::begin() {
    showStart();
    if (asked_.demo) {
        demonstration();
    } else if (asked_.clinic) {
        std::string userName;
        std::error_code ignored;
        const auto wanted = std::filesystem::weakly_canonical(*asked_.clinic, ignored);
        for (const RecentClinics::Entry& entry : recent_.list()) {
            if (entry.folder == wanted) {
                userName = entry.userName;
            }
        }
        askSignIn(*asked_.clinic, userName);
    }
}

void MainFrame::report(const std::exception& error) {
    const wxString sentence = said(error);
    tell([this, sentence] { notice_->showFault(sentence); });
    if (workplace_ && workplace_->isHandedOver()) {
        workplace_->sayFaultHandedOver();
    }
}

void MainFrame::tell(std::function<void()> show) {
    if (workplace_ && workplace_->isHandedOver()) {
        held_.push_back(std::move(show));
    } else {
        show();
    }
}

void MainFrame::go(Page page) {
    book_->ChangeSelection(static_cast<std::size_t>(page));
}

void MainFrame::showStart() {
    start_->render(recent_.list());
    go(Start);
}

void MainFrame::askSignIn(const std::filesystem::path& folder, const std::string& userName) {
    folder_ = folder;
    signIn_->ask(folder_, userName);
    go(SignIn);
}

void MainFrame::signIn(const std::filesystem::path& folder, const std::string& userName,
                       const std::string& password) {
    clinic_ = std::make_unique<app::Clinic>(folder, userName, password, shared_.knowledge,
                                            shared_.clock, shared_.ids);
    if (!demo_) {
        recent_.remember(folder, userName);
    }
    folder_ = folder;
    workplace_ = new Workplace{workPlace_, *clinic_, *prompter_};
    workplace_->onSignOut = [this] { CallAfter([this] { signOut(); }); };
    workplace_->onNotice = [this](const wxString& sentence) {
        tell([this, sentence] { notice_->showWord(sentence); });
    };
    workplace_->onNews = [this](const wxString& sentence) {
        tell([this, sentence] { notice_->showNews(sentence); });
    };
    workplace_->onLoss = [this](const wxString& sentence) {
        tell([this, sentence] { notice_->showFault(sentence); });
    };
    workplace_->onClinicChanged = [this] { showTitle(); };
    workplace_->onHandedOver = [this](bool isHandedOver) {
        notice_->Hide(); // what it says is not for the patient, and old afterwards
        Layout();
        if (!isHandedOver) {
            for (const auto& show : std::exchange(held_, {})) {
                show();
            }
        }
    };
    workplace_->setDemonstrationPassword(demo_ ? demo_->password() : std::string{});
    workPlace_->GetSizer()->Add(workplace_, wxSizerFlags{1}.Expand());
    go(Work);
    workPlace_->Layout();
    showTitle();
    workplace_->focusSearch();
    if (asked_.patient) {
        const PatientId patient = *asked_.patient;
        asked_.patient.reset(); // only the first sign-in was asked for it
        workplace_->openPatient(patient);
    }
    workplace_->openLeftOpen();
}

void MainFrame::showTitle() {
    SetTitle(toWx(clinic_->profile().name) + toWx(" – Palpate"));
}

void MainFrame::signOut() {
    closeWork();
    try {
        if (clinic_) {
            clinic_->signOut();
        }
    } catch (const std::exception& error) {
        report(error);
    }
    const std::string userName = clinic_ ? clinic_->practitioner().userName : std::string{};
    clinic_.reset();
    SetTitle("Palpate");
    if (demo_) {
        demo_.reset();
        showStart();
    } else {
        askSignIn(folder_, userName);
    }
}

void MainFrame::openClinic() {
    wxDirDialog dialog{this, said("Open a clinic: choose its folder, NAME.palpate"),
                       toWx(documentsFolder().string()), wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) {
        askSignIn(fromWx(dialog.GetPath()), {});
    }
}

std::string MainFrame::make(const NewClinicDialog::Answers& answers) {
    ClinicProfile profile = answers.profile;
    profile.timeZone = app::systemTimeZone();
    const Practitioner owner{.id = PractitionerId::create(shared_.ids),
                             .userName = answers.userName,
                             .displayName = answers.ownerName,
                             .profession = answers.profession,
                             .role = palpate::Role::Owner,
                             .registration = {}};
    return app::createClinic(answers.folder, profile, owner, answers.password, shared_.clock,
                             shared_.ids, shared_.strength);
}

void MainFrame::newClinic() {
    std::string key;
    NewClinicDialog::Answers made;
    NewClinicDialog dialog{this, documentsFolder(), [&](const NewClinicDialog::Answers& answers) {
                               key = make(answers);
                               made = answers;
                           }};
    if (dialog.ShowModal() == wxID_OK) {
        const app::RecoverySheet sheet{
            .clinicName = made.profile.name,
            .owner = made.ownerName,
            .key = key,
            .day = app::localDay(shared_.clock.now(), app::systemTimeZone())};
        RecoveryKeyDialog{this, sheet, shared_.knowledge.paths(), *prompter_}.ShowModal();
        signIn(made.folder, made.userName, made.password);
    }
}

void MainFrame::demonstration() {
    const wxBusyCursor busy;
    demo_ = std::make_unique<DemoClinic>(shared_.knowledge, shared_.clock);
    signIn(demo_->folder(), demo_->userName(), demo_->password());
}

void MainFrame::onCharHook(wxKeyEvent& event) {
    // A dialog's keys come here too; they are its own.
    wxWindow* const focus = wxWindow::FindFocus();
    if (focus && event.GetKeyCode() == WXK_TAB) {
        renewTabOrder(*wxGetTopLevelParent(focus));
    }
    const bool inDialog = focus && wxGetTopLevelParent(focus) != this;
    if (inDialog || !workplace_ || !workplace_->handleKey(event)) {
        event.Skip();
    }
}

void MainFrame::onClose(wxCloseEvent& event) {
    try {
        if (workplace_ && workplace_->isHandedOver() && event.CanVeto() &&
            !workplace_->leaveHandOver()) {
            event.Veto();
            return;
        }
        if (workplace_) {
            workplace_->flush();
        }
    } catch (const std::exception& error) {
        if (event.CanVeto()) {
            report(error); // the last words are in their field yet, and nowhere else
            event.Veto();
            return;
        }
        logFault(error);
    }
    closeWork();
    try {
        if (clinic_) {
            clinic_->signOut();
        }
    } catch (const std::exception& error) {
        logFault(error); // closing goes on: only the trail's note of it is missing
    }
    clinic_.reset();
    event.Skip();
}

void MainFrame::closeWork() {
    if (workplace_) {
        workPlace_->GetSizer()->Clear(true);
        workplace_ = nullptr;
    }
    held_.clear();
}

} // namespace palpate::gui
