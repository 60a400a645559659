// SPDX-License-Identifier: MIT
#include "gui/Painting.h"

#include "gui/Theme.h"
#include "gui/Words.h"

#include <wx/image.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace palpate::gui {

namespace {

using drawing::CircleShape;
using drawing::Group;
using drawing::PathShape;
using drawing::Point;
using drawing::Rect;
using drawing::Shape;
using drawing::TextShape;
using drawing::Transform;

[[nodiscard]] wxColour toWxColour(drawing::Colour c) {
    return {c.red, c.green, c.blue, c.alpha};
}

[[nodiscard]] bool meet(const Rect& a, const Rect& b) noexcept {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

[[nodiscard]] Rect grown(const Rect& r, double by) noexcept {
    return {r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
}

[[nodiscard]] Rect common(const Rect& a, const Rect& b) noexcept {
    const double left = std::max(a.x, b.x);
    const double top = std::max(a.y, b.y);
    return {left, top, std::max(0.0, std::min(a.x + a.width, b.x + b.width) - left),
            std::max(0.0, std::min(a.y + a.height, b.y + b.height) - top)};
}

[[nodiscard]] PathCache::Built build(const drawing::Path& path) {
    PathCache::Built built{wxGraphicsRenderer::GetDefaultRenderer()->CreatePath(), {}};
    constexpr double kFar = std::numeric_limits<double>::max();
    double left = kFar;
    double top = kFar;
    double right = -kFar;
    double bottom = -kFar;
    for (const drawing::Contour& contour : path.contours) {
        bool first = true;
        for (const Point& p : contour.points) {
            left = std::min(left, p.x);
            top = std::min(top, p.y);
            right = std::max(right, p.x);
            bottom = std::max(bottom, p.y);
            if (first) {
                built.path.MoveToPoint(p.x, p.y);
                first = false;
            } else {
                built.path.AddLineToPoint(p.x, p.y);
            }
        }
        if (contour.closed && !first) {
            built.path.CloseSubpath();
        }
    }
    if (left <= right) {
        built.box = {left, top, right - left, bottom - top};
    }
    return built;
}

/// Paints one picture; remembers pen and brush so that a run of shapes in one colour sets them
/// once.
class Painter {
public:
    Painter(wxGraphicsContext& context, const PaintView& view, PathCache& cache)
        : context_{context}, cache_{cache},
          pixelsPerMm_{view.pixelsPerMm}, face_{view.face}, pixels_{context.GetTransform()} {
        if (view.clip) {
            seen_ = *view.clip;
            clips_ = true;
        }
    }

    void shapes(const std::vector<Shape>& list, const Transform& toPixels) {
        for (const Shape& shape : list) {
            std::visit([&](const auto& kind) { draw(kind, toPixels); },
                       static_cast<const Shape::variant&>(shape));
        }
    }

private:
    [[nodiscard]] bool outOfSight(const Rect& box) const noexcept {
        return clips_ && !meet(box, seen_);
    }

    void setFill(const std::optional<drawing::Colour>& fill) {
        if (fill == fill_ && fillKnown_) {
            return;
        }
        fill_ = fill;
        fillKnown_ = true;
        if (fill) {
            context_.SetBrush(
                wxGraphicsRenderer::GetDefaultRenderer()->CreateBrush(wxBrush{toWxColour(*fill)}));
        } else {
            context_.SetBrush(wxNullGraphicsBrush);
        }
    }

    void setStroke(const std::optional<drawing::Stroke>& stroke, double unitsPerMm) {
        if (!stroke) {
            if (strokeKnown_ != StrokeKnown::None) {
                context_.SetPen(wxNullGraphicsPen);
                strokeKnown_ = StrokeKnown::None;
            }
            return;
        }
        const double width = stroke->width * unitsPerMm;
        if (strokeKnown_ == StrokeKnown::Solid && stroke->dash.empty() &&
            stroke->colour == strokeColour_ && width == strokeWidth_) {
            return;
        }
        wxGraphicsPenInfo info{toWxColour(stroke->colour), width};
        info.Join(wxJOIN_ROUND).Cap(wxCAP_ROUND);
        std::vector<wxDash> dashes;
        if (!stroke->dash.empty()) {
            // wx multiplies dashes by the pen's width and takes whole steps of it only.
            for (const double length : stroke->dash) {
                const double steps = std::round(length / std::max(stroke->width, 1e-6));
                dashes.push_back(static_cast<wxDash>(std::clamp(steps, 1.0, 100.0)));
            }
            info.Style(wxPENSTYLE_USER_DASH).Cap(wxCAP_BUTT);
            info.Dashes(static_cast<int>(dashes.size()), dashes.data());
        }
        context_.SetPen(context_.CreatePen(info));
        strokeKnown_ = stroke->dash.empty() ? StrokeKnown::Solid : StrokeKnown::Unknown;
        strokeColour_ = stroke->colour;
        strokeWidth_ = width;
    }

    void forget() noexcept {
        fillKnown_ = false;
        strokeKnown_ = StrokeKnown::Unknown;
    }

    void draw(const PathShape& shape, const Transform& toPixels) {
        if (!shape.path || (!shape.fill && !shape.stroke)) {
            return;
        }
        const PathCache::Built& built = cache_.built(shape.path);
        const Rect box{built.box.x * toPixels.scale + toPixels.dx,
                       built.box.y * toPixels.scale + toPixels.dy, built.box.width * toPixels.scale,
                       built.box.height * toPixels.scale};
        const double room = shape.stroke ? shape.stroke->width * pixelsPerMm_ : 0.0;
        if (outOfSight(grown(box, room + 1))) {
            return;
        }
        useTransform(toPixels);
        setFill(shape.fill);
        setStroke(shape.stroke, pixelsPerMm_ / toPixels.scale);
        if (shape.fill) {
            context_.FillPath(built.path, wxODDEVEN_RULE);
        }
        if (shape.stroke) {
            context_.StrokePath(built.path);
        }
    }

    void draw(const CircleShape& shape, const Transform& toPixels) {
        const double radius = shape.radius * pixelsPerMm_;
        const Point centre{shape.centre.x * toPixels.scale + toPixels.dx,
                           shape.centre.y * toPixels.scale + toPixels.dy};
        const double room = shape.stroke ? shape.stroke->width * pixelsPerMm_ : 0.0;
        if (outOfSight(
                grown({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, room + 1))) {
            return;
        }
        useTransform({});
        setFill(shape.fill);
        setStroke(shape.stroke, pixelsPerMm_);
        context_.DrawEllipse(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius);
    }

    void draw(const TextShape& shape, const Transform& toPixels) {
        if (!shape.isSeen) {
            return;
        }
        const Point at{shape.at.x * toPixels.scale + toPixels.dx,
                       shape.at.y * toPixels.scale + toPixels.dy};
        const double em = shape.size * pixelsPerMm_;
        wxString text = toWx(shape.text);
        if (shape.direction !=
            drawing::ReadingDirection::FromText) { // a mark without width says it
            const bool isRightToLeft = shape.direction == drawing::ReadingDirection::RightToLeft;
            text.insert(0, wxUniChar{isRightToLeft ? 0x200F : 0x200E});
        }
        // A wide guess; measuring a text costs more than painting a few too many.
        const double reach = em * (2 + static_cast<double>(text.length()));
        if (outOfSight({at.x - reach, at.y - 2 * em, 2 * reach, 3 * em})) {
            return;
        }
        useTransform({});
        // Points grow with the desktop's text size; a picture's text keeps its place among its
        // shapes.
        constexpr double kPointsPerPixel = 72.0 / 96.0;
        wxFontInfo info{em * kPointsPerPixel / textScale()};
        info.FaceName(face_.empty() ? fontFace() : face_);
        const wxFontWeight bold = face_.empty() ? wxFONTWEIGHT_SEMIBOLD : wxFONTWEIGHT_BOLD;
        info.Weight(shape.weight == drawing::Weight::Bold ? bold : wxFONTWEIGHT_NORMAL);
        info.Italic(shape.italic);
        const wxFont face{info};
        context_.SetFont(face, toWxColour(shape.colour));
        wxDouble width = 0;
        wxDouble height = 0;
        wxDouble descent = 0;
        context_.GetTextExtent(text, &width, &height, &descent, nullptr);
        const double share = shape.align == drawing::Align::Start    ? 0.0
                             : shape.align == drawing::Align::Middle ? 0.5
                                                                     : 1.0;
        const double x = at.x - width * share;
        const double y = at.y - (height - descent);
        if (shape.halo) {
            context_.SetFont(face, toWxColour(*shape.halo));
            const double r = std::max(1.0, em * 0.13);
            constexpr int kCopies = 12;
            for (int i = 0; i < kCopies; ++i) {
                const double angle = i * 2 * M_PI / kCopies;
                context_.DrawText(text, x + r * std::cos(angle), y + r * std::sin(angle));
            }
            context_.SetFont(face, toWxColour(shape.colour));
        }
        context_.DrawText(text, x, y);
    }

    void draw(const drawing::ImageShape& shape, const Transform& toPixels) {
        const Rect box{shape.place.x * toPixels.scale + toPixels.dx,
                       shape.place.y * toPixels.scale + toPixels.dy,
                       shape.place.width * toPixels.scale, shape.place.height * toPixels.scale};
        if (!shape.image || box.width <= 0 || box.height <= 0 || outOfSight(grown(box, 1))) {
            return;
        }
        // As many pixels as the screen has there, so that it is scaled once and not at each paint.
        wxDouble across = 0;
        wxDouble down = 0;
        pixels_.Get(&across, nullptr, nullptr, &down, nullptr, nullptr);
        static constexpr double kMost = 8192; // of a place magnified beyond any screen
        const auto count = [](double length, double scale) {
            return static_cast<int>(std::clamp(std::ceil(length * std::abs(scale)), 1.0, kMost));
        };
        const wxGraphicsBitmap& bitmap =
            cache_.bitmap(shape.image, count(box.width, across), count(box.height, down));
        if (!bitmap.IsNull()) {
            useTransform({});
            context_.DrawBitmap(bitmap, box.x, box.y, box.width, box.height);
        }
    }

    void draw(const Group& group, const Transform& toPixels) {
        const Transform inner{toPixels.scale * group.transform.scale,
                              group.transform.dx * toPixels.scale + toPixels.dx,
                              group.transform.dy * toPixels.scale + toPixels.dy};
        if (!group.clip) {
            shapes(group.shapes, inner);
            return;
        }
        const Rect clip{group.clip->x * toPixels.scale + toPixels.dx,
                        group.clip->y * toPixels.scale + toPixels.dy,
                        group.clip->width * toPixels.scale, group.clip->height * toPixels.scale};
        const Rect before = seen_;
        const bool clipped = clips_;
        seen_ = clipped ? common(before, clip) : clip;
        clips_ = true;
        if (seen_.width > 0 && seen_.height > 0) {
            useTransform({});
            context_.PushState();
            context_.Clip(clip.x, clip.y, clip.width, clip.height);
            shapes(group.shapes, inner);
            useTransform({});
            context_.PopState();
            forget();
        }
        seen_ = before;
        clips_ = clipped;
    }

    void useTransform(const Transform& wanted) {
        if (wanted == current_) {
            return;
        }
        context_.SetTransform(pixels_);
        if (!(wanted == Transform{})) {
            context_.Translate(wanted.dx, wanted.dy);
            context_.Scale(wanted.scale, wanted.scale);
        }
        current_ = wanted;
    }

    enum class StrokeKnown { Unknown, None, Solid };

    wxGraphicsContext& context_;
    PathCache& cache_;
    double pixelsPerMm_;
    const wxString& face_;    ///< lives as long as the view
    wxGraphicsMatrix pixels_; ///< the context's own transform: content scale, the caller's offset
    Rect seen_;
    bool clips_ = false;
    Transform current_;
    std::optional<drawing::Colour> fill_;
    bool fillKnown_ = false;
    StrokeKnown strokeKnown_ = StrokeKnown::Unknown;
    drawing::Colour strokeColour_;
    double strokeWidth_ = 0;
};

} // namespace

const PathCache::Built& PathCache::built(const std::shared_ptr<const drawing::Path>& path) {
    const auto found = entries_.find(path.get());
    // An address may come again for another path: only a living owner proves that it is the same
    // one.
    if (found != entries_.end() && !found->second.owner.expired()) {
        return found->second.built;
    }
    if (entries_.size() >= sweepAt_) {
        sweep();
    }
    return entries_.insert_or_assign(path.get(), Entry{path, build(*path)}).first->second.built;
}

const wxGraphicsBitmap& PathCache::bitmap(const std::shared_ptr<const drawing::Image>& image,
                                          int width, int height) {
    const auto found = images_.find(image.get());
    if (found != images_.end() && !found->second.owner.expired() && found->second.width == width &&
        found->second.height == height) {
        return found->second.bitmap;
    }
    std::erase_if(images_, [](const auto& entry) { return entry.second.owner.expired(); });
    Scaled scaled{image, width, height, {}};
    const auto pixels =
        static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height);
    if (pixels > 0 && image->pixels.size() == pixels * 4) {
        wxImage whole{image->width, image->height, false};
        whole.InitAlpha();
        for (std::size_t i = 0; i < pixels; ++i) {
            std::copy_n(image->pixels.data() + i * 4, 3, whole.GetData() + i * 3);
            whole.GetAlpha()[i] = image->pixels[i * 4 + 3];
        }
        scaled.bitmap = wxGraphicsRenderer::GetDefaultRenderer()->CreateBitmapFromImage(
            whole.Scale(width, height, wxIMAGE_QUALITY_HIGH));
        ++scalings_;
    }
    return images_.insert_or_assign(image.get(), std::move(scaled)).first->second.bitmap;
}

void PathCache::sweep() {
    std::erase_if(entries_, [](const auto& entry) { return entry.second.owner.expired(); });
    sweepAt_ = std::max<std::size_t>(1024, entries_.size() * 2);
}

void paint(wxGraphicsContext& context, const drawing::Picture& picture, const PaintView& view,
           PathCache& cache) {
    context.PushState();
    if (view.clip) {
        context.Clip(view.clip->x, view.clip->y, view.clip->width, view.clip->height);
    }
    // Popping the state brings the context's transform back, whatever the last shape left.
    Painter{context, view, cache}.shapes(picture.shapes,
                                         {view.pixelsPerMm, view.offset.x, view.offset.y});
    context.PopState();
}

void paint(wxGraphicsContext& context, const drawing::Picture& picture, const PaintView& view) {
    PathCache cache;
    paint(context, picture, view, cache);
}

} // namespace palpate::gui
