// SPDX-License-Identifier: MIT
// Where everything of a form's line lies; its words are in FormRowWords.cpp, its controls in
// FormRowControls.cpp.
#include "gui/FormRow.h"

#include "gui/BodyQuestion.h"
#include "gui/ChipGroup.h"
#include "gui/ChoiceField.h"
#include "gui/LargeControls.h"
#include "gui/LineField.h"
#include "gui/NoteEditor.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/PlaceMenu.h"
#include "gui/ScoreStrip.h"
#include "gui/SegmentedControl.h"
#include "gui/ValueSlider.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace palpate::gui {

namespace {

// DIP.
constexpr int kIndent = 18;     ///< a level of groups
constexpr int kDeepest = 3;     ///< levels that are indented
constexpr int kAbove = 12;      ///< above a question
constexpr int kAboveLarge = 18; ///< the same on a screen that was handed over
constexpr int kAboveSection = 20;
constexpr int kBelowLabel = 5;
constexpr int kBetween = 6;
constexpr int kStatus = 92; ///< at the right of the label: "not asked", or the button that clears
constexpr int kNarrowest = 80; ///< below it the row has no size yet
constexpr int kBeside = 16;    ///< between a question and the answer at its right
constexpr int kEdge = 3;       ///< the bar beside a line with a problem

} // namespace

FormRow::FormRow(wxWindow* parent, const wxString& name, const app::FormRowView& view,
                 const FormRowWays& ways)
    : ways_{ways}, view_{view}, text_{[this](const std::string& text) {
          edit([&](app::FormPresenter& form, const forms::FormPlace& place) {
              // Half a date is no mistake yet: what can't be read is said when the field is left.
              static_cast<void>(form.type(place, text));
              return std::optional<Message>{};
          });
      }} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    SetBackgroundColour(parent->GetBackgroundColour());
    Bind(wxEVT_PAINT, &FormRow::onPaint, this);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(GetParent()->GetBackgroundColour());
        Refresh();
        event.Skip();
    });
    build();
    showValues();
}

FormRow::~FormRow() = default;

bool FormRow::isSection() const noexcept {
    return view_.kind == app::FieldKind::Section;
}

bool FormRow::isQuestion() const noexcept {
    return !isSection() && view_.kind != app::FieldKind::Note;
}

bool FormRow::isRead() const noexcept {
    // A file chooser would lead a patient out of the form.
    const bool isForOthers =
        view_.kind == app::FieldKind::File && ways_.reader == FormReader::Patient;
    return isQuestion() &&
           (view_.readOnly || view_.kind == app::FieldKind::Calculated || isForOthers) &&
           view_.kind != app::FieldKind::BodyMap;
}

bool FormRow::isBeside() const noexcept {
    return truth_ && ways_.reader == FormReader::Practitioner;
}

int FormRow::indent() const {
    return FromDIP(kIndent) * std::min(view_.depth, kDeepest);
}

int FormRow::lineHeight(TextStyle style) const {
    const wxFont face = font(style);
    int height = 0;
    GetTextExtent("Mg", nullptr, &height, nullptr, nullptr, &face);
    return height + FromDIP(3);
}

const FormRow::Words& FormRow::wordsAt(int width) {
    if (words_.width == width) {
        return words_;
    }
    Words at;
    at.width = width;
    const int left = indent();
    const int room = std::max(FromDIP(80), width - left);
    const int beside = isBeside()                  ? control_->GetBestSize().x + FromDIP(kBeside)
                       : isQuestion() && !isRead() ? textPx(*this, kStatus)
                                                   : 0;
    const bool isLarge = ways_.reader == FormReader::Patient;
    int y = FromDIP(isSection() ? kAboveSection : isLarge ? kAboveLarge : kAbove);
    at.labelTop = y;
    wxString label = toWx(view_.label);
    if (view_.required && !view_.readOnly) {
        label += toWx(" *");
    }
    int labelRoom = room - beside;
    if (another_ || remove_) {
        labelRoom -= textPx(*this, 190);
    }
    at.label = wrapLines(*this, label, labelStyle(), std::max(FromDIP(60), labelRoom));
    y += static_cast<int>(at.label.size()) * lineHeight(labelStyle());
    if (!view_.help.empty()) {
        at.helpTop = y + FromDIP(1);
        at.help = wrapLines(*this, toWx(view_.help), TextStyle::Small,
                            isBeside() ? std::max(FromDIP(60), labelRoom) : room);
        y = at.helpTop + static_cast<int>(at.help.size()) * lineHeight(TextStyle::Small);
    }
    if (isRead()) {
        at.answerTop = y + FromDIP(1);
        at.answer = wrapLines(*this, answerWords(), TextStyle::Body, room);
        y = at.answerTop + static_cast<int>(at.answer.size()) * lineHeight(TextStyle::Body);
    }
    if (isBeside()) {
        const int height = controlHeight(room);
        at.controlTop = at.labelTop - std::max(0, (height - lineHeight(labelStyle())) / 2);
        y = std::max(y, at.controlTop + height);
    } else if (control_) {
        // The button that clears the answer stands in the line of the label, above the control.
        const int clears =
            clear_ ? at.labelTop + (lineHeight(labelStyle()) + clear_->GetBestSize().y + 1) / 2 : 0;
        at.controlTop = std::max(y + FromDIP(kBelowLabel), clears);
        y = at.controlTop + controlHeight(room);
        if (line_ && line_ != control_) {
            at.otherTop = y + FromDIP(kBetween);
            y = at.otherTop + line_->GetEffectiveMinSize().y;
        }
    }
    Sentences wrong;
    if (!refusal_.empty()) {
        wrong.push_back(refusal_);
    } else {
        for (const std::string& problem : view_.problems) {
            wrong.push_back(toWx(problem));
        }
    }
    at.problemsTop = y + FromDIP(3);
    for (const wxString& sentence : wrong) {
        for (wxString& line :
             wrapLines(*this, toWx("! ") + sentence, TextStyle::SmallStrong, room)) {
            at.problems.push_back(std::move(line));
        }
    }
    if (!at.problems.empty()) {
        y = at.problemsTop +
            static_cast<int>(at.problems.size()) * lineHeight(TextStyle::SmallStrong);
    }
    at.height = y + FromDIP(isSection() ? 2 : 4);
    words_ = std::move(at);
    return words_;
}

int FormRow::heightFor(int width) {
    return wordsAt(width).height;
}

int FormRow::controlHeight(int width) const {
    if (chips_) {
        return chips_->heightFor(width);
    }
    if (strip_) {
        return std::max(strip_->GetBestSize().y, strip_->GetEffectiveMinSize().y);
    }
    if (body_) {
        return body_->heightFor(width);
    }
    return control_->GetEffectiveMinSize().y;
}

void FormRow::fitControl(int width) {
    const Words& at = wordsAt(width);
    const int left = indent();
    const int room = std::max(FromDIP(80), width - left);
    if (control_) {
        int wide = room;
        if (truth_ || menu_ || file_) {
            wide = std::min(room, control_->GetBestSize().x);
        } else if (line_ == control_) {
            wide = std::min(room, line_->GetEffectiveMinSize().x);
        } else if (strip_) {
            wide = std::min(room, textPx(*this, 470));
        } else if (slider_) {
            wide = std::min(room, textPx(*this, 480));
        }
        control_->SetSize(isBeside() ? width - wide : left, at.controlTop, wide,
                          controlHeight(room));
        if (line_ && line_ != control_) {
            line_->SetSize(left, at.otherTop, std::min(room, textPx(*this, 380)),
                           line_->GetEffectiveMinSize().y);
        }
        if (units_) {
            const wxSize size = units_->GetBestSize();
            units_->SetSize(left + wide + FromDIP(8),
                            at.controlTop + (controlHeight(room) - size.y) / 2, size.x, size.y);
        }
    }
    int right = width;
    for (PillButton* const button : {remove_, another_, clear_}) {
        if (button && button->IsShown()) {
            const wxSize size = button->GetBestSize();
            right -= size.x;
            // Beside the label, and where it is higher than that, above the control.
            const int beside = at.labelTop + (lineHeight(labelStyle()) - size.y) / 2;
            const int top = control_ ? std::min(beside, at.controlTop - size.y) : beside;
            button->SetSize(right, std::max(0, top), size.x, size.y);
            right -= FromDIP(6);
        }
    }
}

void FormRow::arrange() {
    if (const int width = GetClientSize().x; width > FromDIP(kNarrowest)) {
        fitControl(width);
    }
}

bool FormRow::Layout() {
    const int width = GetClientSize().x;
    if (width <= 0) {
        return true;
    }
    const int before = words_.height;
    words_.width = -1;
    fitControl(width);
    if (words_.height != before && ways_.resized) {
        ways_.resized();
    }
    return true;
}

void FormRow::render(const app::FormRowView& view) {
    if (view == view_ && refusal_.empty()) {
        return;
    }
    refusal_.clear();
    view_ = view;
    words_.width = -1;
    showValues();
    Refresh();
}

void FormRow::showStored() {
    showValues();
    Refresh();
}

void FormRow::refuse(const wxString& sentence) {
    refusal_ = sentence;
    words_.width = -1;
    showValues();
    Refresh();
    ways_.resized();
}

void FormRow::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    dc.SetBackground(wxBrush{GetBackgroundColour()});
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    const wxSize size = GetClientSize();
    if (!context || size.x <= 0) {
        return;
    }
    context->EnableOffset(false);
    const Palette& colours = palette();
    const Words& at = wordsAt(size.x);
    const int left = indent();
    const auto lines = [&](const Sentences& text, int top, TextStyle style, const wxColour& ink) {
        const int step = lineHeight(style);
        for (const wxString& line : text) {
            drawLine(*context, line, {1.0 * left, 1.0 * top, 1.0 * size.x - left, 1.0 * step},
                     style, ink);
            top += step;
        }
    };
    lines(at.label, at.labelTop, labelStyle(),
          view_.kind == app::FieldKind::Note ? colours.muted : colours.ink);
    if (isSection() && view_.depth == 0) {
        const int y = FromDIP(kAboveSection) / 2;
        context->SetPen(*wxTRANSPARENT_PEN);
        context->SetBrush(wxBrush{colours.hairline});
        context->DrawRectangle(0, y, size.x, 1);
    }
    lines(at.help, at.helpTop, TextStyle::Small, colours.muted);
    const bool total = view_.kind == app::FieldKind::Calculated;
    lines(at.answer, at.answerTop, total ? TextStyle::BodyStrong : TextStyle::Body,
          view_.isAnswered || total ? colours.accentText : colours.muted);
    lines(at.problems, at.problemsTop, TextStyle::SmallStrong, colours.red.text);
    if (!at.problems.empty()) {
        context->SetPen(*wxTRANSPARENT_PEN);
        context->SetBrush(wxBrush{colours.red.text});
        context->DrawRectangle(std::max(0, left - FromDIP(10)), at.labelTop, FromDIP(kEdge),
                               at.height - at.labelTop - FromDIP(4));
    }
    if (isQuestion() && !isRead() && !truth_ && !view_.isAnswered) {
        drawLine(*context, notAsked(),
                 {1.0 * size.x - textPx(*this, kStatus), 1.0 * at.labelTop,
                  1.0 * textPx(*this, kStatus), 1.0 * lineHeight(labelStyle())},
                 TextStyle::Small, colours.muted, TextAlign::Right);
    }
    if (file_ && !view_.text.empty()) {
        const wxRect button = file_->GetRect();
        const int x = button.GetRight() + FromDIP(10);
        drawLine(*context, toWx(view_.text),
                 {1.0 * x, 1.0 * button.y, 1.0 * size.x - x, 1.0 * button.height}, TextStyle::Body,
                 colours.ink);
    }
}

} // namespace palpate::gui
