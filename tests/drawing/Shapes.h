// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/ShippedMap.h"
#include "drawing/BodyMapPicture.h"
#include "drawing/Picture.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace palpate::test {

/// The shapes of the shipped atlas, prepared once for all stories of a program.
[[nodiscard]] inline const drawing::BodyShapes& shippedShapes() {
    static const drawing::BodyShapes shapes{shippedMap()};
    return shapes;
}

/// Every shape of one kind, groups opened, in order of painting.
template <class Kind>
void collect(const std::vector<drawing::Shape>& shapes, std::vector<const Kind*>& into) {
    for (const drawing::Shape& shape : shapes) {
        if (const auto* one = std::get_if<Kind>(&shape)) {
            into.push_back(one);
        }
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            collect(group->shapes, into);
        }
    }
}
template <class Kind> [[nodiscard]] std::vector<const Kind*> all(const drawing::Picture& picture) {
    std::vector<const Kind*> found;
    collect(picture.shapes, found);
    return found;
}

/// The shapes point into the picture, so it must have a name of its own.
template <class Kind> std::vector<const Kind*> all(const drawing::Picture&& picture) = delete;
template <class Kind> [[nodiscard]] std::size_t countOf(const drawing::Picture& picture) {
    return all<Kind>(picture).size();
}

[[nodiscard]] inline std::vector<std::string> wordsOf(const drawing::Picture& picture) {
    std::vector<std::string> words;
    for (const auto* text : all<drawing::TextShape>(picture)) {
        words.push_back(text->text);
    }
    return words;
}

[[nodiscard]] inline const drawing::Group* groupNamed(const std::vector<drawing::Shape>& shapes,
                                                      const std::string& name) {
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            if (group->name == name) {
                return group;
            }
            if (const auto* inner = groupNamed(group->shapes, name)) {
                return inner;
            }
        }
    }
    return nullptr;
}

} // namespace palpate::test
