// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <wx/geometry.h>
#include <wx/graphics.h>

#include <memory>
#include <optional>
#include <unordered_map>

namespace palpate::gui {

/// One picture millimetre at 96 dots per inch, in device-independent pixels.
inline constexpr double kPixelsPerMm = 96.0 / 25.4;

/// How a picture lies on a context: pixel = millimetre * pixelsPerMm + offset.
struct PaintView {
    double pixelsPerMm = kPixelsPerMm;
    drawing::Point offset;             ///< pixels
    std::optional<drawing::Rect> clip; ///< pixels; nothing outside is painted, nor prepared
    wxString face; ///< of all text; empty: the theme's. Pages are painted in the face they were
                   ///< laid out with
};

/// The outlines and images of pictures as wx has them, built once and kept as long as somebody else
/// keeps the drawing::Path or drawing::Image.
class PathCache {
public:
    struct Built {
        wxGraphicsPath path;
        drawing::Rect box;
    };
    [[nodiscard]] const Built& built(const std::shared_ptr<const drawing::Path>& path);
    /// Scaled to so many pixels; the last size of each image is kept. Null for one without pixels.
    [[nodiscard]] const wxGraphicsBitmap& bitmap(const std::shared_ptr<const drawing::Image>& image,
                                                 int width, int height);
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    /// How often an image was scaled so far.
    [[nodiscard]] std::size_t scalings() const noexcept { return scalings_; }

private:
    struct Entry {
        std::weak_ptr<const drawing::Path> owner;
        Built built;
    };
    struct Scaled {
        std::weak_ptr<const drawing::Image> owner;
        int width = 0;
        int height = 0;
        wxGraphicsBitmap bitmap;
    };
    void sweep();

    std::unordered_map<const drawing::Path*, Entry> entries_;
    std::unordered_map<const drawing::Image*, Scaled> images_;
    std::size_t scalings_ = 0;
    std::size_t sweepAt_ = 1024;
};

/// Paints the picture: even-odd fills, strokes that no group scales, text in the theme's face with
/// its halo. What lies outside the clip costs a box test only. The context's state is restored.
void paint(wxGraphicsContext& context, const drawing::Picture& picture, const PaintView& view,
           PathCache& cache);
/// Where the picture paints at most, in pixels, within the view's clip; empty for an empty one.
/// Texts are guessed, never too small.
[[nodiscard]] drawing::Rect paintedArea(const drawing::Picture& picture, const PaintView& view,
                                        PathCache& cache);
/// For a picture that is painted once.
void paint(wxGraphicsContext& context, const drawing::Picture& picture, const PaintView& view = {});

} // namespace palpate::gui
