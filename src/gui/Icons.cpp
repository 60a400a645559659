// SPDX-License-Identifier: MIT
#include "gui/Icons.h"

#include <wx/brush.h>
#include <wx/pen.h>

#include <cmath>
#include <initializer_list>
#include <utility>

namespace palpate::gui {

namespace {

/// Paths on a square of 24 units.
class Sketch {
public:
    explicit Sketch(wxGraphicsContext& context) : path_{context.CreatePath()} {}
    Sketch& line(std::initializer_list<std::pair<double, double>> points, bool closed = false) {
        bool first = true;
        for (const auto& [x, y] : points) {
            if (first) {
                path_.MoveToPoint(x, y);
            } else {
                path_.AddLineToPoint(x, y);
            }
            first = false;
        }
        if (closed) {
            path_.CloseSubpath();
        }
        return *this;
    }
    Sketch& circle(double x, double y, double radius) {
        path_.AddCircle(x, y, radius);
        return *this;
    }
    Sketch& arc(double x, double y, double radius, double from, double to, bool clockwise = true) {
        path_.MoveToPoint(x + radius * std::cos(from), y + radius * std::sin(from));
        path_.AddArc(x, y, radius, from, to, clockwise);
        return *this;
    }
    Sketch& box(double x, double y, double width, double height, double radius) {
        path_.AddRoundedRectangle(x, y, width, height, radius);
        return *this;
    }
    [[nodiscard]] const wxGraphicsPath& path() const noexcept { return path_; }

private:
    wxGraphicsPath path_;
};

[[nodiscard]] bool isFilled(Icon icon) noexcept {
    return icon == Icon::Warning || icon == Icon::Flag || icon == Icon::Play || icon == Icon::Stop;
}

void outline(Sketch& s, Icon icon) {
    constexpr double kPi = M_PI;
    switch (icon) {
    case Icon::Person:
        s.circle(12, 7.5, 4);
        s.arc(12, 20.5, 7, kPi, 2 * kPi);
        break;
    case Icon::Pen: // a pencil with its tip at the lower left
        s.line({{4, 20}, {5, 15.5}, {16, 4.5}, {19.5, 8}, {8.5, 19}}, true);
        s.line({{13.5, 7}, {17, 10.5}});
        break;
    case Icon::Clock:
        s.circle(12, 12, 8.5);
        s.line({{12, 7}, {12, 12}, {15.5, 14}});
        break;
    case Icon::Page:
        s.line({{14, 3}, {5.5, 3}, {5.5, 21}, {18.5, 21}, {18.5, 7.5}}, true);
        s.line({{14, 3}, {14, 7.5}, {18.5, 7.5}});
        s.line({{8.5, 12.5}, {15.5, 12.5}});
        s.line({{8.5, 16.5}, {15.5, 16.5}});
        break;
    case Icon::Checklist:
        s.box(4.5, 3.5, 15, 17, 2);
        s.line({{7.5, 9}, {9, 10.5}, {11.5, 7.5}});
        s.line({{7.5, 15}, {9, 16.5}, {11.5, 13.5}});
        s.line({{13.5, 9.2}, {16.5, 9.2}});
        s.line({{13.5, 15.2}, {16.5, 15.2}});
        break;
    case Icon::People:
        s.circle(9, 8, 3.5);
        s.arc(9, 19.5, 6, kPi, 2 * kPi);
        s.arc(16, 8, 3.5, -kPi / 2, kPi / 2);
        s.arc(15.5, 19.5, 6, -kPi / 2.4, 0);
        break;
    case Icon::Gear: {
        s.circle(12, 12, 3);
        s.circle(12, 12, 6.5);
        for (int i = 0; i < 8; ++i) {
            const double a = i * kPi / 4;
            s.line({{12 + 6.5 * std::cos(a), 12 + 6.5 * std::sin(a)},
                    {12 + 9.3 * std::cos(a), 12 + 9.3 * std::sin(a)}});
        }
        break;
    }
    case Icon::Lock:
        s.box(5, 10.5, 14, 10, 2);
        s.line({{8, 10.5}, {8, 8}});
        s.arc(12, 8, 4, kPi, 2 * kPi);
        s.line({{16, 8}, {16, 10.5}});
        break;
    case Icon::Search:
        s.circle(10.5, 10.5, 6.5);
        s.line({{15.3, 15.3}, {20.5, 20.5}});
        break;
    case Icon::Warning:
        s.line({{12, 3}, {22, 20.5}, {2, 20.5}}, true);
        break;
    case Icon::Flag:
        s.line({{5, 3}, {20, 3}, {16, 8.5}, {20, 14}, {7, 14}, {7, 22}, {5, 22}}, true);
        break;
    case Icon::Play:
        s.line({{6, 3}, {21, 12}, {6, 21}}, true);
        break;
    case Icon::Stop:
        s.box(4, 4, 16, 16, 1.5);
        break;
    case Icon::Tick:
        s.line({{3, 13}, {9.5, 19.5}, {21, 5}});
        break;
    case Icon::Plus:
        s.line({{12, 4}, {12, 20}});
        s.line({{4, 12}, {20, 12}});
        break;
    case Icon::Undo:
        s.line({{9, 4}, {4, 9}, {9, 14}});
        s.line({{4, 9}, {14, 9}});
        s.arc(14, 14.5, 5.5, -kPi / 2, kPi / 2);
        s.line({{14, 20}, {10, 20}});
        break;
    case Icon::Redo:
        s.line({{15, 4}, {20, 9}, {15, 14}});
        s.line({{20, 9}, {10, 9}});
        s.arc(10, 14.5, 5.5, -kPi / 2, kPi / 2, false);
        s.line({{10, 20}, {14, 20}});
        break;
    case Icon::Drop:
        s.line({{5, 9}, {12, 16}, {19, 9}});
        break;
    case Icon::Mirror: // two halves beside an axis
        s.line({{12, 3}, {12, 21}});
        s.line({{8.5, 6}, {8.5, 18}, {2.5, 18}}, true);
        s.line({{15.5, 6}, {15.5, 18}, {21.5, 18}}, true);
        break;
    case Icon::Bin:
        s.line({{4, 6.5}, {20, 6.5}});
        s.line({{9, 6.5}, {9.5, 3.5}, {14.5, 3.5}, {15, 6.5}});
        s.line({{6, 6.5}, {7, 20.5}, {17, 20.5}, {18, 6.5}});
        s.line({{10, 10.5}, {10.3, 16.5}});
        s.line({{14, 10.5}, {13.7, 16.5}});
        break;
    case Icon::Shield:
        s.line({{12, 3},
                {19.5, 6},
                {19.5, 11.5},
                {17.5, 16.5},
                {12, 21},
                {6.5, 16.5},
                {4.5, 11.5},
                {4.5, 6}},
               true);
        s.line({{8.5, 12}, {11, 14.5}, {15.5, 9.5}});
        break;
    }
}

} // namespace

void drawIcon(wxGraphicsContext& context, Icon icon, double x, double y, double size,
              const wxColour& colour) {
    constexpr double kUnits = 24;
    Sketch sketch{context};
    outline(sketch, icon);
    context.PushState();
    context.Translate(x, y);
    context.Scale(size / kUnits, size / kUnits);
    if (isFilled(icon)) {
        context.SetBrush(wxBrush{colour});
        context.FillPath(sketch.path());
    } else {
        const bool bold = icon == Icon::Tick || icon == Icon::Plus;
        // About 1.5 pixels whatever the size; small signs stand beside bold words and are a little
        // heavier.
        const double width = (bold ? 1.9 : 1.5) * kUnits / size;
        context.SetBrush(*wxTRANSPARENT_BRUSH);
        context.SetPen(context.CreatePen(
            wxGraphicsPenInfo{colour, width}.Cap(wxCAP_ROUND).Join(wxJOIN_ROUND)));
        context.StrokePath(sketch.path());
    }
    context.PopState();
}

} // namespace palpate::gui
