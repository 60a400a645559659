// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Letterhead.h"
#include "report/Catalogue.h"

#include <string>
#include <vector>

namespace palpate::test {

/// A template that asks for each of the fields, so that nothing is left out as not printed. The
/// recovery key can't be asked for.
[[nodiscard]] report::Template askingForAll(const std::vector<report::FieldInfo>& fields,
                                            ReportAbout about);

/// Checks that the table under that heading of docs/templates.md lists the fields, each with its
/// items (but those of sessions, which have a table of their own). The table as it has to be is
/// left in the build folder.
void checkDocumented(const std::string& heading, const std::vector<report::FieldInfo>& infos);

} // namespace palpate::test
