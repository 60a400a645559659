// SPDX-License-Identifier: MIT
#include "gui/MapCamera.h"

#include "gui/Painting.h"

#include <algorithm>
#include <cmath>

namespace palpate::gui {

namespace {

constexpr double kFitRoom = 0.97; ///< of the window, so that the body never touches its edges

// Where the shown part begins so that the window's middle stays on the frame: the body is never
// lost, and zooming in about any of its points moves nothing else.
[[nodiscard]] double held(double start, double window, double frameStart, double frameSize) {
    return std::clamp(start, frameStart - window / 2, frameStart + frameSize - window / 2);
}

} // namespace

MapCamera::MapCamera(drawing::Rect frame) : frame_{frame} {
    fit();
}

void MapCamera::setFrame(drawing::Rect frame) {
    frame_ = frame;
    fit();
}

void MapCamera::resize(double width, double height) {
    const bool all = showsAll();
    const drawing::Rect before = shown();
    width_ = std::max(1.0, width);
    height_ = std::max(1.0, height);
    if (all) {
        fit();
        return;
    }
    scale_ = std::clamp(scale_, fitScale(), fitScale() * kMostZoom);
    centreOn({before.x + before.width / 2, before.y + before.height / 2});
}

double MapCamera::fitScale() const noexcept {
    const double scale = kFitRoom * std::min(width_ / std::max(1.0, frame_.width),
                                             height_ / std::max(1.0, frame_.height));
    return std::max(scale, 1e-6);
}

void MapCamera::place(double left, double top) {
    if (showsAll()) {
        left = (frame_.x + frame_.width / 2) * scale_ - width_ / 2;
        top = (frame_.y + frame_.height / 2) * scale_ - height_ / 2;
    }
    exactLeft_ = held(left, width_, frame_.x * scale_, frame_.width * scale_);
    exactTop_ = held(top, height_, frame_.y * scale_, frame_.height * scale_);
    left_ = static_cast<int>(std::lround(exactLeft_));
    top_ = static_cast<int>(std::lround(exactTop_));
}

void MapCamera::fit() {
    scale_ = fitScale();
    place(0, 0);
}

void MapCamera::show(const drawing::Rect& body) {
    const double wanted =
        std::min(width_ / std::max(1.0, body.width), height_ / std::max(1.0, body.height));
    scale_ = std::clamp(wanted, fitScale(), fitScale() * kMostZoom);
    centreOn({body.x + body.width / 2, body.y + body.height / 2});
}

void MapCamera::zoomAt(drawing::Point pixel, double factor) {
    const drawing::Point fixed{(pixel.x + exactLeft_) / scale_, (pixel.y + exactTop_) / scale_};
    scale_ = std::clamp(scale_ * factor, fitScale(), fitScale() * kMostZoom);
    place(fixed.x * scale_ - pixel.x, fixed.y * scale_ - pixel.y);
}

void MapCamera::panBy(double dx, double dy) {
    place(exactLeft_ - dx, exactTop_ - dy);
}

void MapCamera::centreOn(drawing::Point body) {
    place(body.x * scale_ - width_ / 2, body.y * scale_ - height_ / 2);
}

double MapCamera::zoom() const noexcept {
    return scale_ / fitScale();
}

drawing::Point MapCamera::toBody(drawing::Point pixel) const noexcept {
    return {(pixel.x + left_) / scale_, (pixel.y + top_) / scale_};
}

drawing::Point MapCamera::toPixel(drawing::Point body) const noexcept {
    return {body.x * scale_ - left_, body.y * scale_ - top_};
}

drawing::Rect MapCamera::shown() const noexcept {
    return {left_ / scale_, top_ / scale_, width_ / scale_, height_ / scale_};
}

bool MapCamera::showsAll() const noexcept {
    return scale_ <= fitScale() * 1.0001;
}

MapViewport MapCamera::viewport(int left, int top, int width, int height) const noexcept {
    return {{left / scale_, top / scale_, width / scale_, height / scale_},
            scale_ / kPixelsPerMm,
            width / kPixelsPerMm,
            height / kPixelsPerMm};
}

MapViewport MapCamera::viewport() const noexcept {
    return viewport(left_, top_, static_cast<int>(width_), static_cast<int>(height_));
}

} // namespace palpate::gui
