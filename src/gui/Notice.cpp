// SPDX-License-Identifier: MIT
#include "gui/Notice.h"

#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/Theme.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kWordMilliseconds = 4000;
constexpr int kWidest = 760; ///< DIP
constexpr int kGap = 16;     ///< to the foot of the parent
constexpr int kLeft = 96;    ///< beside the rail; what one acts with is at the right
constexpr int kPad = 10;     ///< around the text

} // namespace

Notice::Notice(wxWindow* parent)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE,
              "notice"} {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    text_ = new TextBlock{this, "notice.text", {}, TextStyle::BodyStrong, TextBlock::Ink::Danger};
    line->Add(text_, wxSizerFlags{1}.CentreVertical().Border(wxALL, FromDIP(kPad)));
    auto* button = new PillButton{this, "notice.dismiss", said("Dismiss"), PillButton::Kind::Quiet,
                                  PillButton::Size::Compact};
    button->onClick = [this] { Hide(); };
    line->Add(button, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(12)));
    SetSizer(line);
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (!fault_) {
            Hide();
        }
    });
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    parent->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        place();
    });
    Hide();
}

void Notice::put(const wxString& sentence, bool fault) {
    fault_ = fault;
    SetBackgroundColour(fault ? palette().red.ground : palette().teal.ground);
    text_->setInk(fault ? TextBlock::Ink::Danger : TextBlock::Ink::Accent);
    text_->setText(sentence);
    Show();
    place();
    Refresh();
}

void Notice::place() {
    if (!IsShown()) {
        return;
    }
    const wxSize room = GetParent()->GetClientSize();
    const wxFont face = font(TextStyle::BodyStrong);
    int words = 0;
    text_->GetTextExtent(text_->text(), &words, nullptr, nullptr, nullptr, &face);
    const int wanted = GetSizer()->CalcMin().x - text_->GetBestSize().x + words + FromDIP(kPad);
    const int left = std::min(FromDIP(kLeft), room.x / 8);
    const int width = std::max(1, std::min({wanted, FromDIP(kWidest), room.x - 2 * left}));
    SetSize(width, GetSize().y);
    Layout(); // the text breaks its lines in that width, and says how high they are
    const int height = GetSizer()->CalcMin().y;
    SetSize(left, room.y - height - FromDIP(kGap), width, height);
    Layout();
    Raise();
}

void Notice::onPaint() {
    wxPaintDC dc{this};
    const auto& colours = fault_ ? palette().red : palette().teal;
    dc.SetPen(wxPen{colours.edge, FromDIP(1)});
    dc.SetBrush(wxBrush{colours.ground});
    dc.DrawRectangle(GetClientRect());
}

void Notice::showFault(const wxString& sentence) {
    timer_.Stop();
    put(sentence, true);
}

void Notice::showWord(const wxString& sentence) {
    if (IsShown() && fault_) {
        return; // a fault is not covered by small talk
    }
    put(sentence, false);
    timer_.StartOnce(kWordMilliseconds);
}

void Notice::showNews(const wxString& sentence) {
    if (IsShown() && fault_) {
        return;
    }
    timer_.Stop();
    put(sentence, false);
}

} // namespace palpate::gui
