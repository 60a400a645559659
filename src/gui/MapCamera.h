// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

namespace palpate::gui {

/// The part of the body that is asked for: draw the rectangle `body` (mm of the body) as a picture
/// of `width` x `height` millimetres, that is, with a group whose transform is {scale, -body.x *
/// scale, -body.y * scale}. Strokes, circles and text keep their size at any zoom.
struct MapViewport {
    drawing::Rect body;
    double scale = 1;  ///< picture millimetres per body millimetre
    double width = 0;  ///< picture millimetres
    double height = 0; ///< picture millimetres
    friend bool operator==(const MapViewport&, const MapViewport&) = default;
};

/// Which part of a body frame a window of some size shows. Knows no window. Its corner always lies
/// on a whole pixel, so that painted parts can be moved without blur.
class MapCamera {
public:
    static constexpr double kMostZoom = 12;

    /// The frame of the view in body mm; shows all of it.
    explicit MapCamera(drawing::Rect frame);
    /// Another frame (front instead of side); shows all of it.
    void setFrame(drawing::Rect frame);
    [[nodiscard]] const drawing::Rect& frame() const noexcept { return frame_; }
    /// The window's new size in DIP; the middle of the shown part stays in the middle.
    void resize(double width, double height);

    void fit();
    /// Zooms to the rectangle, as large as it fits.
    void show(const drawing::Rect& body);
    /// The body point under `pixel` stays under it (to half a pixel) while the
    /// window's middle stays on the frame.
    void zoomAt(drawing::Point pixel, double factor);
    void panBy(double dx, double dy);
    void centreOn(drawing::Point body);

    [[nodiscard]] double zoom() const noexcept; ///< 1: the whole frame fits
    [[nodiscard]] double pixelsPerBody() const noexcept { return scale_; }
    [[nodiscard]] drawing::Point toBody(drawing::Point pixel) const noexcept;
    [[nodiscard]] drawing::Point toPixel(drawing::Point body) const noexcept;
    /// The window's corner in whole pixels from the body's origin at this zoom.
    [[nodiscard]] int left() const noexcept { return left_; }
    [[nodiscard]] int top() const noexcept { return top_; }
    [[nodiscard]] drawing::Rect shown() const noexcept;
    [[nodiscard]] bool showsAll() const noexcept;
    /// What to draw for a rectangle in whole pixels from the body's origin.
    [[nodiscard]] MapViewport viewport(int left, int top, int width, int height) const noexcept;
    [[nodiscard]] MapViewport viewport() const noexcept;

private:
    [[nodiscard]] double fitScale() const noexcept;
    void place(double left, double top);

    drawing::Rect frame_;
    double width_ = 1;
    double height_ = 1;
    double scale_ = 1;     ///< pixels per body mm
    double exactLeft_ = 0; ///< before rounding, so that many small zooms do not add up their errors
    double exactTop_ = 0;
    int left_ = 0;
    int top_ = 0;
};

} // namespace palpate::gui
