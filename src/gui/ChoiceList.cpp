// SPDX-License-Identifier: MIT
#include "gui/ChoiceList.h"

#include "gui/Words.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kRowDip = 27;
constexpr int kSignDip = 20; ///< room of the digit
constexpr std::size_t kMostRows = 9;

} // namespace

ChoiceList::ChoiceList(wxWindow* parent, const wxString& name)
    : PaintedControl{parent, name, Focus::Never} {}

void ChoiceList::show(const std::vector<QuickChoice>& choices, std::optional<std::size_t> current,
                      bool numbered) {
    choices_ = &choices;
    current_ = current;
    numbered_ = numbered;
    Refresh();
}

std::size_t ChoiceList::rows() const {
    return choices_ ? std::min(choices_->size(), kMostRows) : 0;
}

std::size_t ChoiceList::first() const {
    return current_ && *current_ >= kMostRows ? *current_ - kMostRows + 1 : 0;
}

int ChoiceList::rowHeight() const {
    return tall(kRowDip);
}

wxRect ChoiceList::area(std::size_t choice) const {
    const int height = rowHeight();
    return {0, px(4) + static_cast<int>(choice - first()) * height, GetClientSize().x, height};
}

int ChoiceList::wantedHeight() const {
    return rows() == 0 ? 0 : px(8) + static_cast<int>(rows()) * rowHeight();
}

void ChoiceList::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    for (std::size_t i = first(); choices_ && i < first() + rows(); ++i) {
        const QuickChoice& choice = (*choices_)[i];
        const wxRect row = area(i);
        const bool chosen = current_ == i;
        if (chosen || hot_ == i) {
            fillRounded(context, inset(wxRect{row}.Deflate(px(6), 0), 0), FromDIP(5),
                        chosen ? colours.tint : colours.panelSoft,
                        chosen && isHighContrast() ? colours.ink : wxNullColour);
        }
        double x = px(indent_);
        const double height = row.height;
        if (numbered_) {
            drawLine(context, wxString::Format("%zu", i + 1),
                     {x, 1.0 * row.y, 1.0 * px(kSignDip), height}, TextStyle::SmallStrong,
                     colours.accentText);
        }
        if (numbered_ || indent_ >= 16) {
            x += px(kSignDip);
        }
        const wxString label = toWx(choice.label);
        const TextStyle style = chosen ? TextStyle::BodyStrong : TextStyle::Body;
        const double wide = std::min<double>(textSize(label, style).x + 2, size.x - x - px(8));
        drawLine(context, label, {x, 1.0 * row.y, wide, height}, style, colours.ink);
        x += wide + px(10);
        if (!choice.detail.empty() && size.x - x > px(40)) {
            drawLine(context, toWx(choice.detail),
                     {x, 1.0 * row.y, size.x - x - px(indent_), height}, TextStyle::Small,
                     colours.muted);
        }
    }
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{colours.hairline});
    context.DrawRectangle(0, size.y - 1, size.x, 1);
}

void ChoiceList::pointed(wxPoint at) {
    const std::optional<std::size_t> now = rowAt(at);
    if (now != hot_) {
        hot_ = now;
        Refresh();
    }
}

void ChoiceList::released(wxPoint at) {
    const std::optional<std::size_t> row = rowAt(at);
    if (row && onPick) {
        onPick(*row);
    }
}

std::optional<std::size_t> ChoiceList::rowAt(wxPoint at) const {
    for (std::size_t i = first(); i < first() + rows(); ++i) {
        if (area(i).Contains(at)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace palpate::gui
