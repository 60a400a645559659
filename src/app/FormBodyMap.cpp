// SPDX-License-Identifier: MIT
#include "app/FormBodyMap.h"

#include "domain/PainArea.h"
#include "storage/OutlineText.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] std::optional<std::string_view> takeWord(std::string_view& text) {
    const auto end = text.find(' ');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto word = text.substr(0, end);
    text.remove_prefix(end + 1);
    return word;
}

} // namespace

std::string bodyMapText(const std::vector<PaintedPart>& parts) {
    std::string text;
    for (const auto& part : parts) {
        if (part.shape.empty()) {
            continue;
        }
        PainArea area{.id = *PainAreaId::parse("00000000-0000-7000-8000-000000000000")};
        area.view = part.view;
        area.onArm = part.onArm;
        area.shape = part.shape;
        storage::requireStorable(area);
        for (const auto& polygon : part.shape) {
            text += text.empty() ? "" : "\n";
            text += std::string{name(part.view)} + (part.onArm ? " arm " : " body ") +
                    storage::polygonText(polygon);
        }
    }
    return text;
}

std::optional<std::vector<PaintedPart>> parseBodyMapText(std::string_view text) {
    std::vector<PaintedPart> parts;
    for (bool isOver = text.empty(); !isOver;) {
        const auto end = text.find('\n');
        isOver = end == std::string_view::npos;
        auto line = text.substr(0, end);
        text.remove_prefix(isOver ? text.size() : end + 1);
        const auto viewWord = takeWord(line);
        const auto view = viewWord ? parseView(*viewWord) : std::nullopt;
        const auto plane = view ? takeWord(line) : std::nullopt;
        const bool onArm = plane == "arm";
        if (!plane || (!onArm && plane != "body") ||
            (onArm && view != View::Left && view != View::Right)) {
            return std::nullopt;
        }
        auto polygon = storage::parsePolygon(line);
        if (!polygon) {
            return std::nullopt;
        }
        const auto same = std::ranges::find_if(parts, [&](const PaintedPart& part) {
            return part.view == *view && part.onArm == onArm;
        });
        auto& part =
            same != parts.end() ? *same : parts.emplace_back(PaintedPart{*view, onArm, {}});
        part.shape.push_back(*std::move(polygon));
    }
    std::ranges::stable_sort(parts, {}, &PaintedPart::view);
    return parts;
}

} // namespace palpate::app
