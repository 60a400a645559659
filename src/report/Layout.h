// SPDX-License-Identifier: MIT
#pragma once

#include "report/Document.h"
#include "report/Fields.h"
#include "report/FigureSource.h"
#include "report/PageStyle.h"
#include "report/Template.h"

namespace palpate::report {

/// Fills the template and sets it on pages. Throws ReportError when the template has problems()
/// (naming the first), when a field is not valid UTF-8 (naming the field), or when a typeface is
/// not installed (naming the file); what a figure source throws passes through.
[[nodiscard]] Document layOut(const Template& layout, const Fields& fields,
                              const FigureSource& figures, const PageStyle& style = {});

} // namespace palpate::report
