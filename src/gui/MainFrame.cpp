// SPDX-License-Identifier: MIT
#include "gui/MainFrame.h"

#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/FirstStartPage.h"
#include "gui/Guarded.h"
#include "gui/LockPage.h"
#include "gui/Notice.h"
#include "gui/Phrases.h"
#include "gui/Privacy.h"
#include "gui/ProgramKeys.h"
#include "gui/ScreenLock.h"
#include "gui/SignInPage.h"
#include "gui/StartPage.h"
#include "gui/TabOrder.h"
#include "gui/Theme.h"
#include "gui/Workplace.h"

#include <wx/display.h>
#include <wx/log.h>
#include <wx/sizer.h>

#include <utility>

namespace palpate::gui {

namespace {

constexpr int kWidth = 1440;
constexpr int kHeight = 900;

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
    // All that goes out of sight when the screen is locked.
    auto* content = new wxPanel{
        this,     wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "content"};
    auto* column = new wxBoxSizer{wxVERTICAL};
    book_ = new wxSimplebook{content,       wxID_ANY,      wxDefaultPosition,
                             wxDefaultSize, wxBORDER_NONE, "pages"};
    buildBeforeSignIn();
    workPlace_ = new wxPanel{book_, wxID_ANY};
    workPlace_->SetSizer(new wxBoxSizer{wxVERTICAL});
    for (wxWindow* page :
         std::initializer_list<wxWindow*>{start_, firstStart_, signIn_, workPlace_}) {
        book_->AddPage(page, {});
    }
    column->Add(book_, wxSizerFlags{1}.Expand());
    content->SetSizer(column);
    notice_ = new Notice{content};
    buildLock(*content);
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

void MainFrame::buildLock(wxWindow& content) {
    lockPage_ = new LockPage{this};
    auto* either = new wxBoxSizer{wxVERTICAL};
    either->Add(&content, wxSizerFlags{1}.Expand());
    either->Add(lockPage_, wxSizerFlags{1}.Expand());
    SetSizer(either);
    lock_ = std::make_unique<ScreenLock>(*this, content, *lockPage_, shared_.awake);
    lock_->mayLock = [this] { return workplace_ && !workplace_->isHandedOver(); };
    lock_->onLock = [this] { workplace_->flush(); };
    lock_->onSignOut = [this] { signOut(); };
    lock_->onQuiet = [this] { static_cast<void>(clinic_->packSome()); };
    keys_ = std::make_unique<ProgramKeys>([this](const wxKeyEvent& event) {
        if (lock_->handleKey(event)) {
            return true;
        }
        const bool hides = event.GetKeyCode() == WXK_F12 && !event.HasAnyModifiers() &&
                           lock_->mayLock() && !lock_->isLocked();
        if (hides) {
            CallAfter([this] {
                if (workplace_) {
                    guarded([this] { workplace_->hideOrShowNames(); });
                }
            });
        }
        return hides;
    });
}

void MainFrame::begin() {
    showStartOrFirst();
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

void MainFrame::signIn(const std::filesystem::path& folder, const std::string& userName,
                       const std::string& password, const std::string& code) {
    const auto whileIndexing = [this](double share) {
        isIndexing_ = true;
        signIn_->showIndexing(share);
        isIndexing_ = false;
        return !closesAfterwards_;
    };
    try {
        clinic_ = std::make_unique<app::Clinic>(folder, userName, password, shared_.knowledge,
                                                shared_.clock, shared_.ids, code, whileIndexing);
    } catch (const Error&) {
        closeIfAsked();
        throw;
    }
    closeIfAsked();
    folder_ = folder;
    beginWork();
    tellCodesLeft(code);
}

void MainFrame::closeIfAsked() {
    if (std::exchange(closesAfterwards_, false)) {
        CallAfter([this] { Close(); });
    }
}

void MainFrame::beginWork() {
    if (!demo_) {
        recent_.remember(folder_, clinic_->practitioner().userName);
    }
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
    workplace_->onClinicChanged = [this] {
        showTitle();
        lock_->readSettings();
    };
    workplace_->onLock = [this] { lock_->lock(app::LockedBy::Key); };
    workplace_->onHandedOver = [this](bool isHandedOver) {
        notice_->Hide(); // what it says is not for the patient, and old afterwards
        if (!isHandedOver) {
            for (const auto& show : std::exchange(held_, {})) {
                show();
            }
        }
    };
    workplace_->setDemonstrationPassword(demo_ ? demo_->password() : std::string{});
    lock_->watch(*clinic_, demo_ ? demo_->password() : std::string{});
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
        showStartOrFirst();
    } else {
        askSignIn(folder_, userName);
    }
}

void MainFrame::onCharHook(wxKeyEvent& event) {
    // A dialog's keys come here too; they are its own.
    wxWindow* const focus = wxWindow::FindFocus();
    if (focus && event.GetKeyCode() == WXK_TAB) {
        renewTabOrder(*wxGetTopLevelParent(focus));
    }
    const bool inDialog = focus && wxGetTopLevelParent(focus) != this;
    if (inDialog || lock_->isLocked() || !workplace_ || !workplace_->handleKey(event)) {
        event.Skip();
    }
}

void MainFrame::onClose(wxCloseEvent& event) {
    if (isIndexing_) {
        closesAfterwards_ = true;
        if (event.CanVeto()) {
            event.Veto();
        }
        return;
    }
    const bool isKeyLost = book_->GetSelection() == FirstStart && firstStart_->holdsKey();
    if (isKeyLost && event.CanVeto() &&
        !prompter_->confirm({tr("The recovery key is shown only now. Close without having noted "
                                "it? An owner can have a new one made later."),
                             {}},
                            {tr("Close all the same"), {}})) {
        event.Veto();
        return;
    }
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
    lock_->rest();
    if (areNamesHidden()) { // and stay so, but these names are done with
        hideNames([](const std::string& text) { return text; });
    }
    if (workplace_) {
        workPlace_->GetSizer()->Clear(true);
        workplace_ = nullptr;
    }
    held_.clear();
}

} // namespace palpate::gui
