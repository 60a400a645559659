// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/FaceTable.h"
#include "report/ShapedText.h"

#include <memory>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::report {

/// Words that were shaped before; a page repeats most of its words. May be used by several threads.
class ShapedWords {
public:
    using Glyphs = std::vector<ShapedGlyph>; ///< from the word's left end and its first byte

    [[nodiscard]] std::shared_ptr<const Glyphs> find(const std::string& key) const;
    void keep(std::string key, std::shared_ptr<const Glyphs> glyphs);

private:
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<const Glyphs>> words_;
};

/// One line. `text` must be valid UTF-8 and printable().
[[nodiscard]] ShapedText shapedLine(std::string text, FaceStyle style,
                                    drawing::ReadingDirection direction, const FaceTable& faces,
                                    ShapedWords& words);

} // namespace palpate::report
