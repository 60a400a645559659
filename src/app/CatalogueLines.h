// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Letterhead.h"

#include <cstddef>
#include <string>
#include <vector>

namespace palpate::app {

/// A line of the catalogue of what a template may ask for, ready to be shown.
struct CatalogueLine {
    enum class Kind { Text, Note, Flag, Group, List, Figure, Parameter };
    Kind kind = Kind::Text;
    std::size_t depth = 0; ///< of a field in lists, of a parameter under its figure
    std::string name;
    std::string meaning;
    std::vector<std::string> values = {}; ///< of a parameter that takes only these
};
[[nodiscard]] std::string word(CatalogueLine::Kind kind); ///< "text", "list", "figure" ...

/// Fields, then figures; what belongs to a list or figure follows it. docs/templates.md lists the
/// same.
[[nodiscard]] std::vector<CatalogueLine> catalogueLines(ReportAbout about);

} // namespace palpate::app
