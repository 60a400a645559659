// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportParts.h"
#include "reference/RedFlags.h"

#include <memory>
#include <string>
#include <vector>

namespace palpate::app {

/// For which regions the case calls for red flags: its area, else where its points lie, else where
/// pain was drawn; always the general ones.
[[nodiscard]] std::vector<reference::FlagRegion> flagRegions(const CaseStory& story,
                                                             const atlas::BodyMap& map);

/// `handout.*` and what keeps it on one page; the one who prints is warned of self-care that the
/// tables advise against.
void addHandout(ReportContent& content, Clinic& clinic, std::shared_ptr<const ReportMatter> matter);

} // namespace palpate::app
