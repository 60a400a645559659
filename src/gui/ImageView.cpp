// SPDX-License-Identifier: MIT
#include "gui/ImageView.h"

#include "gui/Phrases.h"

#include <wx/log.h>
#include <wx/mstream.h>

#include <algorithm>

namespace palpate::gui {

namespace {

void addHandlers() {
    if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) {
        wxImage::AddHandler(new wxPNGHandler); // taken by wxImage
    }
    if (!wxImage::FindHandler(wxBITMAP_TYPE_JPEG)) {
        wxImage::AddHandler(new wxJPEGHandler); // taken by wxImage
    }
}

} // namespace

ImageView::ImageView(wxWindow* parent, const wxString& name, const wxString& label, wxSize leastDip)
    : PaintedControl{parent, name, Focus::Never}, label_{label}, least_{leastDip} {
    setAccessible(*this, gui::Role::Drawing, label_);
}

bool ImageView::setImage(const std::string& bytes) {
    addHandlers();
    image_ = wxImage{};
    if (!bytes.empty()) {
        const wxLogNull quiet; // what can't be read is said by whoever asked
        wxMemoryInputStream stream{bytes.data(), bytes.size()};
        image_.LoadFile(stream);
    }
    scaledTo_ = {};
    setAccessible(*this, label_,
                  image_.IsOk() ? said("{1} by {2} dots", {std::to_string(image_.GetWidth()),
                                                           std::to_string(image_.GetHeight())})
                                : said("none"));
    Refresh();
    return image_.IsOk();
}

void ImageView::draw(wxGraphicsContext& context, wxSize size) {
    if (!image_.IsOk()) {
        return;
    }
    const double dots = GetContentScaleFactor();
    const double fit =
        std::min({1.0 / dots, 1.0 * size.x / image_.GetWidth(), 1.0 * size.y / image_.GetHeight()});
    const double width = std::max(1.0, image_.GetWidth() * fit);
    const double height = std::max(1.0, image_.GetHeight() * fit);
    const wxSize wanted{std::max(1, wxRound(width * dots)), std::max(1, wxRound(height * dots))};
    if (wanted != scaledTo_) {
        scaled_ =
            context.CreateBitmapFromImage(image_.Scale(wanted.x, wanted.y, wxIMAGE_QUALITY_HIGH));
        scaledTo_ = wanted;
    }
    const double x = (size.x - width) / 2;
    const double y = (size.y - height) / 2;
    context.SetPen(wxPen{palette().hairline});
    context.SetBrush(*wxWHITE_BRUSH);
    context.DrawRectangle(x, y, width, height);
    context.DrawBitmap(scaled_, x, y, width, height);
}

} // namespace palpate::gui
