// SPDX-License-Identifier: MIT
// How a clinic's pages look, whatever is printed on them.
#include "app/Clinic.h"
#include "app/ReportParts.h"
#include "domain/Error.h"
#include "report/Images.h"
#include "report/Typefaces.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// Room for a logo at the head of a page, millimetres; it keeps its shape.
constexpr double kLogoWidth = 46;
constexpr double kLogoHeight = 16;

[[nodiscard]] std::shared_ptr<const drawing::Picture> logoOf(const std::string& bytes) {
    if (bytes.empty()) {
        return nullptr;
    }
    const auto image = report::decodedImage(bytes);
    const double scale = std::min(kLogoWidth / image->width, kLogoHeight / image->height);
    auto picture = std::make_shared<drawing::Picture>();
    picture->width = image->width * scale;
    picture->height = image->height * scale;
    picture->title = tr("Logo");
    picture->shapes.emplace_back(
        drawing::ImageShape{image, {0, 0, picture->width, picture->height}});
    return picture;
}

} // namespace

Stationery stationeryOf(Clinic& clinic, report::Template layout) {
    if (!layout.problems().empty()) {
        const auto& first = layout.problems().front();
        throw DataError{{tr("The template {1} has a fault in line {2}, column {3}: {4}"),
                         {layout.name(), std::to_string(first.line), std::to_string(first.column),
                          shown(first.message)}}};
    }
    const auto letterhead = clinic.store().letterhead();
    report::PageStyle style;
    style.paper = letterhead.paper;
    if (letterhead.accent) {
        style.accent = drawing::rgb(*letterhead.accent);
    }
    style.logo = logoOf(letterhead.logo);
    style.typefaces = report::Typefaces::installed();
    return {std::move(layout), std::move(style)};
}

} // namespace palpate::app
