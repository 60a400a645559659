// SPDX-License-Identifier: MIT
#include "gui/FigureRow.h"

#include "gui/Words.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kNameDip = 18;
constexpr int kValueDip = 30;
constexpr int kRemarkDip = 15;
constexpr std::size_t kRemarkLines = 2; ///< always: what stands above must not move as one steps
constexpr int kPadDip = 12;
constexpr int kGapDip = 14;

[[nodiscard]] const wxColour& colourOf(app::DifferenceFigure::Tone tone) {
    const Palette& p = palette();
    switch (tone) {
    case app::DifferenceFigure::Tone::Better:
        return p.good;
    case app::DifferenceFigure::Tone::Worse:
        return p.danger;
    case app::DifferenceFigure::Tone::Plain:
        break;
    }
    return p.muted;
}

} // namespace

FigureRow::FigureRow(wxWindow* parent, const wxString& name)
    : PaintedControl{parent, name, Focus::Never} {
    setAccessible(*this, gui::Role::Label, {});
}

int FigureRow::columnWidth(int width) const {
    const int count = std::max(1, static_cast<int>(figures_.size()));
    return std::max(1, (width - 2 * FromDIP(dip::kPad) - (count - 1) * FromDIP(kGapDip)) / count);
}

void FigureRow::set(std::vector<app::DifferenceFigure> figures) {
    if (figures == figures_) {
        return;
    }
    figures_ = std::move(figures);
    wxString words;
    for (const app::DifferenceFigure& figure : figures_) {
        words += (words.empty() ? wxString{} : wxString{". "}) +
                 toWx(figure.name + ": " + figure.value +
                      (figure.remark.empty() ? "" : ", " + figure.remark));
    }
    setAccessible(*this, gui::Role::Label, words);
    Refresh();
}

void FigureRow::draw(wxGraphicsContext& context, wxSize size) {
    if (figures_.empty()) {
        return;
    }
    const int count = static_cast<int>(figures_.size());
    const int pad = FromDIP(kPadDip);
    const int gap = FromDIP(kGapDip);
    const int width = columnWidth(size.x);
    for (int i = 0; i < count; ++i) {
        drawFigure(context, figures_[static_cast<std::size_t>(i)],
                   {FromDIP(dip::kPad) + i * (width + gap), pad, width, size.y - 2 * pad});
    }
}

void FigureRow::drawFigure(wxGraphicsContext& context, const app::DifferenceFigure& figure,
                           const wxRect& area) const {
    const Palette& p = palette();
    const auto line = [&](const wxString& text, int& y, int heightDip, TextStyle style,
                          const wxColour& colour) {
        drawLine(context, text,
                 {1.0 * area.x, 1.0 * y, 1.0 * area.width, 1.0 * textPx(*this, heightDip)}, style,
                 colour);
        y += textPx(*this, heightDip);
    };
    int y = area.y;
    line(toWx(figure.name), y, kNameDip, TextStyle::Small, p.muted);
    const wxString value = toWx(figure.value);
    // A large figure where it fits, else in two smaller lines.
    if (textSize(value, TextStyle::Number).x <= area.width) {
        line(value, y, kValueDip, TextStyle::Number, p.ink);
    } else {
        const auto lines = wrapLines(*this, value, TextStyle::BodyStrong, area.width);
        const bool isOne = lines.size() == 1;
        for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i) {
            const bool isCut = i == 1 && lines.size() > 2;
            line(isCut ? lines[i] + toWx(" …") : lines[i], y, isOne ? kValueDip : kNameDip,
                 TextStyle::BodyStrong, p.ink);
        }
    }
    const auto remarks = wrapLines(*this, toWx(figure.remark), TextStyle::Tiny, area.width);
    for (std::size_t i = 0; i < std::min(remarks.size(), kRemarkLines); ++i) {
        const bool isCut = i + 1 == kRemarkLines && remarks.size() > kRemarkLines;
        line(isCut ? remarks[i] + toWx(" …") : remarks[i], y, kRemarkDip, TextStyle::Tiny,
             colourOf(figure.tone));
    }
}

wxSize FigureRow::DoGetBestSize() const {
    return {FromDIP(300),
            2 * FromDIP(kPadDip) +
                textPx(*this, kNameDip + kValueDip + static_cast<int>(kRemarkLines) * kRemarkDip)};
}

} // namespace palpate::gui
