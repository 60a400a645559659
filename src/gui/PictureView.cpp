// SPDX-License-Identifier: MIT
#include "gui/PictureView.h"

#include "gui/MapGround.h"
#include "gui/Words.h"

#include <wx/dcmemory.h>

namespace palpate::gui {

PictureView::PictureView(wxWindow* parent, const wxString& name, wxSize leastDip)
    : PaintedControl{parent, name, Focus::Never}, least_{leastDip} {
    SetMinSize(FromDIP(leastDip));
    setAccessible(*this, gui::Role::Drawing, name);
}

void PictureView::setMake(Make make) {
    make_ = std::move(make);
    remake();
}

void PictureView::remake() {
    cached_ = wxNullBitmap;
    Refresh();
}

void PictureView::draw(wxGraphicsContext& context, wxSize size) {
    if (!make_ || size.x < 8 || size.y < 8) {
        return;
    }
    const double scale = GetContentScaleFactor();
    if (!cached_.IsOk() || cachedSize_ != size || cachedScale_ != scale ||
        cachedGround_ != groundNow()) {
        const drawing::Picture picture = make_(size.x / kPixelsPerMm, size.y / kPixelsPerMm);
        setAccessible(*this, toWx(picture.title));
        cached_ = wxBitmap{};
        cached_.CreateWithDIPSize(size, scale);
        wxMemoryDC dc{cached_};
        dc.SetBackground(wxBrush{ground()});
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> canvas{wxGraphicsContext::Create(dc)};
        if (canvas) {
            paint(*canvas, picture, {}, paths_);
        }
        cachedSize_ = size;
        cachedScale_ = scale;
        cachedGround_ = groundNow();
    }
    context.DrawBitmap(cached_, 0, 0, size.x, size.y);
}

} // namespace palpate::gui
