// SPDX-License-Identifier: MIT
#include "gui/CandidateList.h"

#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/dcclient.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kRankDip = 34;
constexpr int kNameDip = 22;
constexpr int kBarDip = 14;
constexpr int kTagRowDip = 22; ///< where the tags stand beside the bar
constexpr int kPadDip = 10;
constexpr int kSideDip = 12;
constexpr int kScrollDip = 12;

} // namespace

/// What a row says: rank, name, tags, bar, percents, reason.
class CandidateFace : public PaintedControl {
public:
    CandidateFace(wxWindow* parent, const wxString& name) : PaintedControl{parent, name} {}

    std::function<void()> onOpen;
    std::function<void(int)> onStep;
    std::function<void()> onFocus;

    void set(const Candidate& candidate) {
        candidate_ = candidate;
        const Candidate& c = candidate_;
        std::string tags;
        for (const Candidate::Tag& tag : c.tags) {
            tags += ", " + tag.text;
        }
        const wxString rank = c.tied ? said("shares rank {1}", {std::to_string(c.rank)})
                                     : said("rank {1}", {std::to_string(c.rank)});
        setAccessible(*this, gui::Role::Button,
                      rank + ": " + toWx(c.name + tags + ", " + c.percents), toWx(c.reason));
        Refresh();
    }
    /// Wraps the reason at that width and says how tall it becomes.
    int fit(int width) {
        room_ = std::max(px(100), width - px(kSideDip) - px(kRankDip) - FromDIP(4));
        lines_ = candidate_.reason.empty()
                     ? std::vector<wxString>{}
                     : wrapLines(*this, toWx(candidate_.reason), TextStyle::Small, room_);
        const int lines = static_cast<int>(lines_.size()) + (percentsBeside() ? 0 : 1);
        return px(2 * kPadDip + kNameDip) + barRow() + px(4) + lines * lineHeight();
    }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override {
        const Palette& p = palette();
        const double left = px(kSideDip) + px(kRankDip);
        const double right = left + room_;
        double y = px(kPadDip);
        drawLine(context, wxString::Format(candidate_.tied ? "=%d" : "%d", candidate_.rank),
                 {1.0 * px(kSideDip), y, 1.0 * px(kRankDip), 1.0 * px(kNameDip)}, TextStyle::Name,
                 p.muted);
        drawName(context, left, right, y);
        y += px(kNameDip);
        const double bar = barWidth();
        drawBar(context, {left, y + (barRow() - px(6)) / 2.0, bar, 1.0 * px(6)});
        const wxString percents = toWx(candidate_.percents);
        if (percentsBeside()) {
            drawLine(context, percents,
                     {left + bar + px(10), y, right - left - bar - px(10), 1.0 * barRow()},
                     TextStyle::Small, p.ink);
        }
        y += barRow() + px(2);
        if (!percentsBeside()) {
            drawLine(context, percents, {left, y, right - left, 1.0 * lineHeight()},
                     TextStyle::Small, p.ink);
            y += lineHeight();
        }
        y += px(2);
        for (const wxString& line : lines_) {
            drawLine(context, line, {left, y, right - left, 1.0 * lineHeight()}, TextStyle::Small,
                     p.muted);
            y += lineHeight();
        }
        if (showsFocus()) {
            drawFocusRing(context, wxRect{size}.Deflate(FromDIP(4)), FromDIP(dip::kRadius));
        }
    }

    void released(wxPoint at) override {
        if (wxRect{GetClientSize()}.Contains(at) && onOpen) {
            onOpen();
        }
    }

    void focusChanged() override {
        if (HasFocus() && onFocus) {
            onFocus();
        }
    }

    bool key(wxKeyEvent& event) override {
        if (event.HasModifiers()) {
            return false;
        }
        switch (event.GetKeyCode()) {
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
        case WXK_SPACE:
            if (onOpen) {
                onOpen();
            }
            return true;
        case WXK_DOWN:
        case WXK_UP:
            if (onStep) {
                onStep(event.GetKeyCode() == WXK_DOWN ? 1 : -1);
            }
            return true;
        default:
            return false;
        }
    }

private:
    void drawName(wxGraphicsContext& context, double left, double right, double y) const {
        const wxString name = toWx(candidate_.name);
        const double all = right - left;
        const double wide =
            tagsBelow() ? all : std::min<double>(textSize(name, TextStyle::BodyStrong).x + 2, all);
        drawLine(context, name, {left, y, wide, 1.0 * px(kNameDip)}, TextStyle::BodyStrong,
                 palette().ink);
        double x = tagsBelow() ? left + barWidth() + px(8) : left + wide + px(6);
        const double middle =
            tagsBelow() ? y + px(kNameDip) + barRow() / 2.0 : y + px(kNameDip) / 2.0;
        for (const Candidate::Tag& tag : candidate_.tags) {
            const Palette::Chip& tone = Badge::coloursOf(tag.tone);
            const wxRect2DDouble chip{x, middle - px(9), 1.0 * chipWidth(tag), 1.0 * px(18)};
            fillRounded(context, chip, FromDIP(4), tone.ground, tone.edge);
            drawLine(context, toWx(tag.text), chip, TextStyle::TinyStrong, tone.text,
                     TextAlign::Centre);
            x += chip.m_width + px(5);
        }
    }
    [[nodiscard]] int chipWidth(const Candidate::Tag& tag) const {
        return textSize(toWx(tag.text), TextStyle::TinyStrong).x + px(12);
    }
    /// A long name has its line for itself.
    [[nodiscard]] bool tagsBelow() const {
        int tags = 0;
        for (const Candidate::Tag& tag : candidate_.tags) {
            tags += chipWidth(tag) + px(5);
        }
        return tags > 0 &&
               textSize(toWx(candidate_.name), TextStyle::BodyStrong).x + px(8) + tags > room_;
    }
    /// The bar's ground is the whole drawing.
    void drawBar(wxGraphicsContext& context, const wxRect2DDouble& area) {
        const Palette& p = palette();
        const double radius = area.m_height / 2;
        fillRounded(context, area, radius, p.neutral.ground,
                    isHighContrast() ? p.edge : wxNullColour);
        const double share = std::clamp(candidate_.share, 0.0, 1.0);
        if (share > 0) {
            wxRect2DDouble covered = area;
            covered.m_width = std::max(area.m_height, area.m_width * share);
            fillRounded(context, covered, radius, p.accent);
        }
    }
    [[nodiscard]] int lineHeight() const { return textSize("Mg", TextStyle::Small).y + FromDIP(2); }
    [[nodiscard]] int barRow() const { return px(tagsBelow() ? kTagRowDip : kBarDip); }
    [[nodiscard]] int barWidth() const { return std::min(px(110), room_); }
    [[nodiscard]] bool percentsBeside() const {
        return candidate_.percents.empty() || // they need no line
               (!tagsBelow() && textSize(toWx(candidate_.percents), TextStyle::Small).x <=
                                    room_ - barWidth() - px(12));
    }

    Candidate candidate_;
    std::vector<wxString> lines_;
    int room_ = 100; ///< width of the texts
};

/// A face and its button on one ground.
class CandidateRow : public wxPanel {
public:
    CandidateRow(wxWindow* parent, const wxString& name) : face{nullptr}, place{nullptr} {
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
               wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
        face = new CandidateFace{this, name + ".face"};
        place = new PillButton{this, name + ".place", said("Place point"),
                               PillButton::Kind::Secondary, PillButton::Size::Compact};
        dress();
        const auto hover = [this](wxMouseEvent& event) {
            hot_ = event.Entering();
            dress();
            event.Skip();
        };
        for (wxWindow* const part : {static_cast<wxWindow*>(face), static_cast<wxWindow*>(place)}) {
            part->Bind(wxEVT_ENTER_WINDOW, hover);
            part->Bind(wxEVT_LEAVE_WINDOW, hover);
        }
        Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paintGround(); });
        Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
            dress();
            event.Skip();
        });
    }

    void set(const Candidate& candidate) {
        face->set(candidate);
        place->setText(candidate.placeText.empty() ? said("Place point")
                                                   : toWx(candidate.placeText));
        place->setWords(place->text() + ": " + toWx(candidate.name));
        place->Show(candidate.canPlace);
    }
    void setChosen(bool chosen) {
        if (chosen != chosen_) {
            chosen_ = chosen;
            dress();
        }
    }
    /// Arranges the parts and says how tall the row is.
    int fit(int width) {
        const wxSize button = place->GetBestSize();
        const int gap = textPx(*this, kSideDip);
        const int left = place->IsShown() ? width - button.x - gap : width - gap;
        const int tall = face->fit(left);
        face->SetSize(0, 0, left, tall);
        place->SetSize(left + gap / 2, (tall - button.y) / 2, button.x, button.y);
        return tall + 1;
    }

    CandidateFace* face; ///< children of this window
    PillButton* place;

private:
    void dress() {
        const Palette& p = palette();
        SetBackgroundColour(chosen_ ? p.tint : hot_ ? p.panelSoft : p.panel);
        Refresh();
    }
    void paintGround() {
        wxPaintDC dc{this};
        dc.SetBackground(wxBrush{GetBackgroundColour()});
        dc.Clear();
        const wxSize size = GetClientSize();
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush{palette().hairline});
        dc.DrawRectangle(0, size.y - 1, size.x, 1);
    }

    bool chosen_ = false;
    bool hot_ = false;
};

CandidateList::CandidateList(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxTAB_TRAVERSAL,
              name} {
    header_ = new TextBlock{this, name + ".header", {}, TextStyle::Small, TextBlock::Ink::Muted};
    footnote_ =
        new TextBlock{this, name + ".footnote", {}, TextStyle::Small, TextBlock::Ink::Muted};
    scroll_ = new wxScrolledWindow{this,
                                   wxID_ANY,
                                   wxDefaultPosition,
                                   wxDefaultSize,
                                   wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE,
                                   name + ".rows"};
    scroll_->SetScrollRate(0, FromDIP(kScrollDip));
    header_->Hide();
    footnote_->Hide();
    auto* column = new wxBoxSizer{wxVERTICAL}; // taken by this window
    const int side = FromDIP(kSideDip);
    column->Add(header_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, side);
    column->Add(scroll_, 1, wxEXPAND);
    column->Add(footnote_, 0, wxEXPAND | wxALL, side);
    SetSizer(column);
    SetMinSize(FromDIP(wxSize{260, 120}));
    dress();
    scroll_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        layoutRows();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

void CandidateList::dress() {
    dressAsPanel(*this);
    dressAsPanel(*scroll_);
    Refresh();
}

void CandidateList::set(std::vector<Candidate> candidates) {
    if (candidates == candidates_) {
        return;
    }
    candidates_ = std::move(candidates);
    if (current_ >= count()) {
        current_ = -1;
    }
    for (int i = static_cast<int>(rows_.size()); i < count(); ++i) {
        auto* row = new CandidateRow{scroll_, GetName() + wxString::Format(".%d", i)};
        row->face->onOpen = [this, i] {
            setCurrent(i);
            if (onShow) {
                onShow(i);
            }
        };
        row->face->onStep = [this, i](int by) {
            const int to = i + by;
            if (to >= 0 && to < count()) {
                rows_[static_cast<std::size_t>(to)]->face->SetFocus();
            }
        };
        row->face->onFocus = [this, i] { bringIntoSight(i); };
        row->place->onClick = [this, i] {
            if (onPlace) {
                onPlace(i);
            }
        };
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < candidates_.size();
        rows_[i]->Show(used);
        if (used) {
            rows_[i]->set(candidates_[i]);
            rows_[i]->setChosen(static_cast<int>(i) == current_);
        }
    }
    layoutRows();
}

void CandidateList::layoutRows() {
    const int width = scroll_->GetClientSize().x;
    if (width < FromDIP(40)) {
        return;
    }
    int y = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        const int tall = rows_[i]->fit(width);
        rows_[i]->SetSize(0, scroll_->CalcScrolledPosition({0, y}).y, width, tall);
        y += tall;
    }
    scroll_->SetVirtualSize(width, y);
}

void CandidateList::bringIntoSight(int candidate) {
    const wxRect area = row(candidate).GetRect();
    const int height = scroll_->GetClientSize().y;
    const int unit = FromDIP(kScrollDip);
    const int top = scroll_->CalcUnscrolledPosition(area.GetTopLeft()).y;
    if (area.y < 0) {
        scroll_->Scroll(-1, top / unit);
    } else if (area.GetBottom() >= height) {
        scroll_->Scroll(-1, (top + area.height - height + unit - 1) / unit);
    }
}

void CandidateList::setHeader(const wxString& text) {
    header_->setText(text);
    header_->Show(!text.empty());
    Layout();
}

void CandidateList::setFootnote(const wxString& text) {
    footnote_->setText(text);
    footnote_->Show(!text.empty());
    Layout();
}

void CandidateList::setCurrent(int candidate) {
    current_ = candidate >= 0 && candidate < count() ? candidate : -1;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        rows_[i]->setChosen(static_cast<int>(i) == current_);
    }
}

wxWindow& CandidateList::row(int index) {
    return *rows_.at(static_cast<std::size_t>(index));
}

} // namespace palpate::gui
