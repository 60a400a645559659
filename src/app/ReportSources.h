// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <span>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// The sources of rows of the tables: "Hou 2002; McEvoy 2018; source not yet checked: Simons 1999".
/// Empty when no row names one.
[[nodiscard]] std::string sourceWords(std::span<const std::vector<SourceKey>> rows,
                                      const reference::Reference& reference);
/// The rows of the tables that a page quotes, each with its sources, for one footnote: "self-care:
/// Hou 2002; McEvoy 2018; source not yet checked: Simons 1999". Empty when no row names a source.
[[nodiscard]] std::string sourcesNote(const std::string& what,
                                      std::span<const std::vector<SourceKey>> rows,
                                      const reference::Reference& reference);

} // namespace palpate::app
