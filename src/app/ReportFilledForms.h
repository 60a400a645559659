// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "app/ReportParts.h"
#include "app/ReportRequest.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

/// `form.sources`; an empty text: none are named.
void setFormSources(report::Fields& fields, const std::string& sources);

/// All `form.` fields of one that is filled in, in that language, else in the one in which it was
/// answered. Returns the lines that its figures ask for.
[[nodiscard]] std::shared_ptr<const std::vector<AskedLine>>
setFilledForm(report::Fields& fields, Clinic& clinic, const FormLibrary& library,
              const FormRecord& record, const std::optional<std::string>& language);

/// `hasForms` and `forms` of a patient within the days of the request, the earliest first. Returns
/// their figures, which take `form` besides: `form.id`. The clinic must outlive it.
[[nodiscard]] report::FigureSource setFormsOf(report::Fields& fields, Clinic& clinic,
                                              const ReportRequest& request,
                                              const PatientId& patient);

} // namespace palpate::app
