// SPDX-License-Identifier: MIT
#include "gui/QrView.h"

#include <algorithm>
#include <cmath>

namespace palpate::gui {

namespace {

constexpr int kSide = 228; ///< DIP

} // namespace

QrView::QrView(wxWindow* parent, const wxString& name, const wxString& label)
    : PaintedControl{parent, name, Focus::Never} {
    setAccessible(*this, Role::Drawing, label);
}

void QrView::set(const app::QrCode& code) {
    code_ = code;
    Refresh();
}

double QrView::squareSize() const {
    const wxSize size = GetClientSize();
    const double scale = GetContentScaleFactor();
    // A square that ends within a pixel is grey at its edge, and some cameras stumble over that.
    return std::floor(std::min(size.x, size.y) * scale / std::max(1, code_.size)) / scale;
}

wxRect2DDouble QrView::squareArea(int column, int row) const {
    const double side = squareSize();
    const wxSize size = GetClientSize();
    const double scale = GetContentScaleFactor();
    const auto from = [&](int room) {
        return std::floor((room - side * code_.size) / 2 * scale) / scale;
    };
    return {from(size.x) + column * side, from(size.y) + row * side, side, side};
}

void QrView::draw(wxGraphicsContext& context, wxSize size) {
    context.SetAntialiasMode(wxANTIALIAS_NONE);
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(*wxWHITE_BRUSH);
    context.DrawRectangle(0, 0, size.x, size.y);
    context.SetBrush(*wxBLACK_BRUSH);
    for (int row = 0; row < code_.size; ++row) {
        for (int column = 0; column < code_.size; ++column) {
            if (code_.dark.at(static_cast<std::size_t>(row * code_.size + column))) {
                const auto area = squareArea(column, row);
                context.DrawRectangle(area.m_x, area.m_y, area.m_width, area.m_height);
            }
        }
    }
    context.SetAntialiasMode(wxANTIALIAS_DEFAULT);
}

wxSize QrView::DoGetBestSize() const {
    return FromDIP(wxSize{kSide, kSide});
}

} // namespace palpate::gui
