// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "domain/Retention.h"

#include <cstddef>
#include <optional>
#include <string>

namespace palpate::report {
struct Document;
}

namespace palpate::app {

struct DataPaths;

/// What is written on the certificate of a destruction.
struct CertificateWords {
    ClinicProfile clinic;
    std::string person; ///< full name; empty: it is kept nowhere any more
    std::optional<Date> birthDate;
    Destruction destruction; ///< with the sums of all records that it ended
    std::size_t merged = 0;  ///< records that had been merged into it
    std::string by;
    std::string when; ///< "26 Nov 2026, 10:45"
    Date printed{};
};

/// By the shipped template destruction-certificate. Throws DataError or ReportError when the
/// template is missing or has a fault, ReportError when a font is missing.
[[nodiscard]] report::Document certificate(const DataPaths& paths, const CertificateWords& words);

/// "4 sessions, 2 documents, 311 rows".
[[nodiscard]] std::string amountText(const Destruction& destruction);

} // namespace palpate::app
