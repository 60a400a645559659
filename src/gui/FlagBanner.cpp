// SPDX-License-Identifier: MIT
#include "gui/FlagBanner.h"

#include "gui/FlagSign.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include <memory>

namespace palpate::gui {

namespace {

constexpr int kSign = 30;     ///< DIP
constexpr int kSignLeft = 18; ///< DIP
constexpr int kEdge = 6;      ///< DIP, the bar at the left end

} // namespace

FlagBanner::FlagBanner(wxWindow* parent) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxTAB_TRAVERSAL | wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE, "flagBanner");
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->AddSpacer(FromDIP(kSignLeft + kSign + 14));
    auto* words = new wxBoxSizer{wxVERTICAL};
    headline_ = new TextBlock{this, "flagBanner.headline", {}, TextStyle::Name};
    words->Add(headline_, wxSizerFlags{}.Expand());
    action_ = new TextBlock{this, "flagBanner.action", {}, TextStyle::Control};
    words->Add(action_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(1)));
    row->Add(words, wxSizerFlags{1}.CentreVertical().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    letter_ = new PillButton{this, "flagBanner.letter", said("Referral letter")};
    letter_->setWords(said("Write a letter of referral that names the red flags"));
    letter_->onClick = [this] { onLetter(); };
    row->Add(letter_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(14)));
    settle_ =
        new PillButton{this, "flagBanner.settle", said("Settle …"), PillButton::Kind::Primary};
    settle_->setWords(said("Settle the red flags: told, referred, or why treatment goes on"));
    settle_->onClick = [this] { onSettle(); };
    row->Add(settle_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    SetSizer(row);
    dress();
    Bind(wxEVT_PAINT, &FlagBanner::onPaint, this);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
    Hide();
}

void FlagBanner::dress() {
    const std::size_t rank = shown_.flags.empty() ? 0 : shown_.flags.front().rank;
    SetBackgroundColour(flagColours(rank).ground);
    Refresh();
}

bool FlagBanner::render(const app::FlagBannerView& view) {
    if (view == shown_) {
        return false;
    }
    shown_ = view;
    const bool any = !view.flags.empty();
    Show(any);
    if (any) {
        const app::FlagView& first = view.flags.front();
        headline_->setText(toWx(view.headline));
        headline_->setInk(first.rank <= 1 ? TextBlock::Ink::Danger : TextBlock::Ink::Normal);
        action_->setText(toWx(first.action + " " + view.caution));
        setAccessible(*this, Role::Panel, said("Red flag, not settled: {1}", {view.headline}),
                      toWx(first.action));
    }
    dress();
    return true;
}

void FlagBanner::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    dc.SetBackground(wxBrush{GetBackgroundColour()});
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (!context || shown_.flags.empty()) {
        return;
    }
    context->EnableOffset(false);
    const wxSize size = GetClientSize();
    const std::size_t rank = shown_.flags.front().rank;
    const Palette::Chip& colours = flagColours(rank);
    context->SetPen(*wxTRANSPARENT_PEN);
    context->SetBrush(wxBrush{colours.text});
    context->DrawRectangle(0, 0, FromDIP(kEdge), size.y);
    context->DrawRectangle(0, size.y - 1, size.x, 1);
    const double sign = FromDIP(kSign);
    drawFlagSign(*context, rank, {1.0 * FromDIP(kSignLeft), (size.y - sign) / 2, sign, sign},
                 colours.text, colours.ground);
}

} // namespace palpate::gui
