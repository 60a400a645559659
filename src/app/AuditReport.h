// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

// The audit trail as a person reads it: who, when in the clinic's time zone, what, of whose record.
// Every call throws AccessDenied unless the person may read the trail, and StorageError.

enum class AuditOrder { Time, Who, What, Record };

/// Which rows, in which order; an empty member does not restrict.
struct AuditWish {
    std::optional<PatientId> patient;
    std::optional<PractitionerId> person;
    std::string kind;         ///< one of auditKinds()
    std::optional<Date> from; ///< first local day
    std::optional<Date> to;   ///< last local day
    AuditOrder order = AuditOrder::Time;
    bool isAscending = false; ///< oldest, or A, first
    friend bool operator==(const AuditWish&, const AuditWish&) = default;
};

struct AuditLine {
    std::int64_t seq = 0; ///< 1, 2, 3 ... without a gap
    Instant at;
    std::string when;   ///< "Thu 26 Nov 2026, 10:45"
    std::string who;    ///< the name as it is now
    std::string kind;   ///< "change"
    std::string what;   ///< "changed the session of 26 Nov 2026"
    std::string record; ///< whose; empty: about no record
    std::optional<PatientId> patient;
    std::string shortly;              ///< what was noted, on one line
    std::vector<std::string> details; ///< the same in full: "family name: Kovac → Kovács"
    bool isErased = false;            ///< what was noted was lawfully removed
    friend bool operator==(const AuditLine&, const AuditLine&) = default;
};

struct AuditPage {
    std::vector<AuditLine> lines;
    std::int64_t total = 0; ///< of rows that are wished for
};
/// `skipped` of them come before the page. Details hold old and new values only for whoever may
/// read records. Throws EditRefused for a kind that there is not.
[[nodiscard]] AuditPage auditPage(Clinic& clinic, const AuditWish& wish, std::int64_t skipped,
                                  int limit);

struct AuditKindChoice {
    std::string kind;  ///< "failed_sign_in"
    std::string words; ///< "was refused at sign-in"
};
[[nodiscard]] std::vector<AuditKindChoice> auditKinds();

struct AuditPersonChoice {
    PractitionerId id;
    std::string name;
    std::string userName;
};
/// Everybody who ever could sign in.
[[nodiscard]] std::vector<AuditPersonChoice> auditPeople(Clinic& clinic);

struct AuditPatientChoice {
    PatientId id;
    std::string name;
    std::string detail; ///< "born 3 Nov 1980"; empty: not known
};
/// Whose name begins so, at most `limit`.
[[nodiscard]] std::vector<AuditPatientChoice> auditPatients(Clinic& clinic,
                                                            const std::string& typed, int limit);

/// Asked now and then; false gives the export up.
using AuditGoesOn = std::function<bool(std::int64_t rows, std::int64_t of)>;
/// All rows that are wished for as CSV, recorded in the trail before the file is there. False:
/// given up, and there is no file. Throws ReportError when it can't be written.
bool writeAuditCsv(Clinic& clinic, const AuditWish& wish, const std::filesystem::path& file,
                   const AuditGoesOn& goesOn = {});
/// The same as a PDF of the template "audit-report", with whether the trail is whole. The newest
/// 5000 rows at most, and it says so. Of one patient it is a disclosure: EditRefused for an
/// auditor.
void writeAuditPdf(Clinic& clinic, const AuditWish& wish, const std::filesystem::path& file);

} // namespace palpate::app
