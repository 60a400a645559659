// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "domain/FormRecord.h"
#include "domain/Patient.h"
#include "domain/Screening.h"
#include "forms/FormRun.h"

#include <optional>
#include <utility>
#include <vector>

namespace palpate::app {

// What the completion of a form brings about beside the frozen answers.

/// The value of the item `score`; empty: it has none.
[[nodiscard]] std::optional<double> scoreOf(const forms::FormRun& run);

/// The lines whose "yes" is a red flag, in the order of the page; valid until an answer changes.
[[nodiscard]] std::vector<const forms::FormLine*> flagAnswers(const forms::FormRun& run);

/// The flags that a "yes" raises, each once, the most pressing first. EditRefused: the form asks
/// for one that is not in the tables.
[[nodiscard]] std::vector<RaisedFlag> flagsOf(Clinic& clinic, const forms::FormRun& run,
                                              const FormRecord& record);

/// The patient with what the form tells of consents: a scope that was agreed to stands from its
/// day on, one that was refused with "no" is withdrawn. A "no" to the whole refuses what is chosen,
/// the form's title where nothing is. What stands already is not added again.
/// `gaps` receives what can't be kept so, with its place.
[[nodiscard]] Patient withConsents(Clinic& clinic, const forms::FormRun& run, Patient patient,
                                   std::vector<std::pair<forms::FormPlace, Message>>& gaps);

} // namespace palpate::app
