// SPDX-License-Identifier: MIT
// The session panel with made-up contents, to look at in each state, theme and size.
//   session_gallery [--state NAME] [--theme light|dark|contrast] [--large] [--scroll UNITS]
//                   [--size WxH] [--open NAME]... [--shot FILE]
//   --open presses the button of that name first; --shot saves the screen and ends.
#include "gui/LargeControls.h"
#include "gui/PillButton.h"
#include "gui/SessionPanel.h"
#include "gui/SessionViews.h"
#include "gui/Theme.h"

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/timer.h>
#include <wx/utils.h>

#include <chrono>
#include <vector>

namespace {

using namespace palpate;
using namespace palpate::gui;

} // namespace

class SessionGallery : public wxApp {
public:
    bool OnInit() override {
        wxString state = "half-done";
        wxSize size{508, 900};
        std::vector<wxString> open;
        int scroll = 0;
        wxString shot;
        for (int i = 1; i < argc; ++i) {
            const wxString word = argv[i];
            const wxString next = i + 1 < argc ? wxString{argv[i + 1]} : wxString{};
            if (word == "--state") {
                state = next;
            } else if (word == "--theme") {
                setThemeChoice(next == "dark"       ? ThemeChoice::Dark
                               : next == "contrast" ? ThemeChoice::HighContrast
                                                    : ThemeChoice::Light);
            } else if (word == "--large") {
                setLargeControls(true);
            } else if (word == "--scroll") {
                scroll = wxAtoi(next);
            } else if (word == "--size") {
                size = {wxAtoi(next.BeforeFirst('x')), wxAtoi(next.AfterFirst('x'))};
            } else if (word == "--open") {
                open.push_back(next);
            } else if (word == "--shot") {
                shot = next;
            }
        }
        auto* frame = new wxFrame{nullptr, wxID_ANY, "Session"}; // closes itself
        auto* sizer = new wxBoxSizer{wxVERTICAL};
        panel_ = new SessionPanel{frame, [] {
                                      return std::chrono::duration_cast<std::chrono::milliseconds>(
                                          std::chrono::system_clock::now().time_since_epoch());
                                  }};
        sizer->Add(panel_, 1, wxEXPAND);
        frame->SetSizer(sizer);
        frame->SetClientSize(size);
        frame->Show();
        panel_->render(guitest::madeUpSession(state.ToStdString()));
        panel_->arrange();
        CallAfter([this, open, scroll, frame, shot] {
            for (const wxString& name : open) {
                auto* const button =
                    dynamic_cast<PillButton*>(wxWindow::FindWindowByName(name, panel_));
                if (button && button->onClick) {
                    button->onClick();
                }
            }
            panel_->arrange();
            scroll_.Bind(wxEVT_TIMER, [this, scroll, frame, shot](wxTimerEvent&) {
                scrollBy(scroll);
                if (!shot.empty()) {
                    shoot(*frame, shot);
                }
            });
            scroll_.StartOnce(1000); // after the texts have found their height
        });
        return true;
    }

private:
    void shoot(wxFrame& frame, const wxString& file) {
        shot_.Bind(wxEVT_TIMER, [&frame, file](wxTimerEvent&) {
            wxExecute("import -window root " + file, wxEXEC_SYNC | wxEXEC_NODISABLE);
            frame.Close(true);
        });
        shot_.StartOnce(1000);
    }
    void scrollBy(int units) {
        if (auto* const window = dynamic_cast<wxScrolledWindow*>(
                wxWindow::FindWindowByName("session.scroller", panel_))) {
            window->Scroll(-1, units);
        }
    }

    wxTimer scroll_;
    SessionPanel* panel_ = nullptr;
    wxTimer shot_;
};

wxIMPLEMENT_APP(SessionGallery);
