// SPDX-License-Identifier: MIT
#pragma once

#include "storage/PatientRepository.h"
#include "storage/ReadSeam.h"

#include <string_view>
#include <vector>

namespace palpate::storage {

/// What PatientRepository::search gives, inside one read of the seam.
[[nodiscard]] std::vector<PatientRow> searchPatients(ReadSeam& seam, std::string_view text,
                                                     int limit, PatientScope scope);
/// Whether it looks for anything in the text; else it gives everybody.
[[nodiscard]] bool asksForPatients(std::string_view text, const Tokenizer& tokenizer);

} // namespace palpate::storage
