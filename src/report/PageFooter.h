// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/PageStyle.h"
#include "report/Typefaces.h"

#include <cstddef>
#include <string>

namespace palpate::report {

/// The last line of every page: whose, what, and "page 2 of 3", under a rule.
void addFooter(drawing::Picture& page, std::size_t number, std::size_t count,
               const PageStyle& style, const Typefaces& typefaces);
/// A pale word across the page; an empty one adds nothing.
void addWatermark(drawing::Picture& page, const std::string& word, const Typefaces& typefaces);

} // namespace palpate::report
