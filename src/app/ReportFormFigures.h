// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "app/ReportParts.h"
#include "drawing/BodyMapPicture.h"

#include <memory>
#include <vector>

namespace palpate::app {

/// `form.title`, `form.about`, `form.blocks` and `form.hasMap` of the lines.
void setFormLines(report::Fields& fields, const forms::Questionnaire* form,
                  const std::vector<AskedLine>& lines, bool isBlank);

/// `form-answer`, `form-tick` and `form-map` of the lines.
[[nodiscard]] report::FigureSource formFigures(const drawing::BodyShapes& shapes,
                                               std::shared_ptr<const std::vector<AskedLine>> lines);

} // namespace palpate::app
