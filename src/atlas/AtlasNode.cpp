// SPDX-License-Identifier: MIT
#include "atlas/AtlasNode.h"

namespace palpate::atlas {

std::string Node::brief(std::string_view word) {
    constexpr std::size_t kMost = 60;
    std::string text{word.substr(0, kMost)};
    if (word.size() > kMost) {
        // Not within a character: those begin with a byte that is none of 10xxxxxx.
        while (!text.empty() && (static_cast<unsigned char>(word[text.size()]) & 0xC0U) == 0x80U) {
            text.pop_back();
        }
        text += "...";
    }
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c >= '\0' && c < ' '; }, ' ');
    return text;
}

std::vector<Place> places(const Node& node, const ViewFrame& frame, std::size_t least) {
    node.mustBeList(2 * kMostPoints);
    if (node.size() % 2 != 0) {
        node.fail(tr("The body atlas {1} is damaged: {2} has an odd number of coordinates."));
    }
    if (node.size() < 2 * least) {
        node.fail(tr("The body atlas {1} is damaged: {2} has fewer than {3} points."),
                  {std::to_string(least)});
    }
    std::vector<Place> out;
    out.reserve(node.size() / 2);
    const Json& list = node.json();
    for (std::size_t i = 0; i < list.size(); i += 2) {
        const double x = list[i].is_number() ? list[i].get<double>() : std::nan("");
        const double y = list[i + 1].is_number() ? list[i + 1].get<double>() : std::nan("");
        if (!(x >= 0 && x <= frame.width && y >= 0 && y <= frame.height)) {
            node.fail(
                tr("The body atlas {1} is damaged: point {3} of {2} is no place within its view."),
                {std::to_string(i / 2 + 1)});
        }
        out.push_back({x, y});
    }
    return out;
}

Place place(const Node& node, const ViewFrame& frame) {
    const auto one = places(node, frame, 1);
    if (one.size() != 1) {
        node.fail(tr("The body atlas {1} is damaged: {2} must be one point."));
    }
    return one.front();
}

Outline outline(const Node& node, const ViewFrame& frame, bool mayBeEmpty) {
    std::vector<Polygon> polygons;
    forEach(node, kMostRings, [&](const Node& polygonNode) {
        Polygon polygon;
        forEach(polygonNode, kMostRings,
                [&](const Node& ring) { polygon.push_back(places(ring, frame, 3)); });
        if (polygon.empty()) {
            polygonNode.fail(tr("The body atlas {1} is damaged: {2} is a polygon without a ring."));
        }
        polygons.push_back(std::move(polygon));
    });
    if (polygons.empty() && !mayBeEmpty) {
        node.fail(tr("The body atlas {1} is damaged: {2} has no polygon."));
    }
    return Outline{std::move(polygons)};
}

std::vector<Polyline> polylines(const Node& node, const ViewFrame& frame) {
    std::vector<Polyline> out;
    forEach(node, kMostRings, [&](const Node& line) { out.push_back(places(line, frame, 2)); });
    return out;
}

View viewNamed(const Node& node, std::string_view key) {
    const auto view = parseView(key);
    if (!view) {
        node.fail(tr("The body atlas {1} is damaged: {2} is no view of the body."));
    }
    return *view;
}

} // namespace palpate::atlas
