// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/StoredDocument.h"
#include "storage/Connection.h"

#include <vector>

namespace palpate::storage {

// What the repositories of the same names list, on any connection: the store's or a reader's. All
// inside a transaction.

[[nodiscard]] std::vector<Case> casesOfPatient(Connection& connection, const PatientId& patient);
[[nodiscard]] std::vector<StoredDocument> documentsOfPatient(Connection& connection,
                                                             const PatientId& patient);

} // namespace palpate::storage
