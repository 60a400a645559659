// SPDX-License-Identifier: MIT
#pragma once

#include "report/Fields.h"
#include "report/FigureSource.h"
#include "report/PageStyle.h"
#include "report/Template.h"

#include <filesystem>
#include <string>

namespace palpate::report::test {

/// The shipped template.
[[nodiscard]] Template progressReport();
/// An invented patient with low back pain, seven sessions, as `app` would hand it over.
[[nodiscard]] Fields sampleFields();
/// Simple drawings of the right size for every figure that the shipped template names; nothing for
/// others.
[[nodiscard]] FigureSource sampleFigures();
[[nodiscard]] PageStyle sampleStyle();

/// Words and a style for small stories.
[[nodiscard]] Template templateOf(const std::string& body);
[[nodiscard]] std::string
shownText(const drawing::Picture& page); ///< every text of a page, one a line, in order

} // namespace palpate::report::test
