// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"

#include <vector>

namespace palpate::app {

/// A file is asked for and not there yet: whoever has the screen handed over can't add one
/// (decision 0020), so that the form is left for the practitioner to complete.
[[nodiscard]] bool awaitsFile(const FormView& form);
/// Where a patient has still something to answer or to mend; files are not theirs to add. Problems
/// show from now on, as after FormPresenter::complete(), but nothing is completed.
[[nodiscard]] std::vector<forms::FormPlace> openForPatient(FormPresenter& form);

} // namespace palpate::app
