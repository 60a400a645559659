// SPDX-License-Identifier: MIT
#include "storage/RecordTables.h"

#include <array>

namespace palpate::storage {

namespace {

constexpr std::string_view kOfPatient = "patient_no = ?1";
constexpr std::string_view kOfCases =
    "case_no IN (SELECT no FROM clinical_case WHERE patient_no = ?1)";
constexpr std::string_view kOfSessions =
    "session_no IN (SELECT no FROM session WHERE patient_no = ?1)";

constexpr std::array kTables{
    RecordTable{"session_fts", "rowid IN (SELECT search_key FROM session WHERE patient_no = ?1)",
                Holding::Words},
    RecordTable{"form_fts", "rowid IN (SELECT search_key FROM form_record WHERE patient_no = ?1)",
                Holding::Words},
    RecordTable{"patient_fts", "rowid IN (SELECT recency FROM patient WHERE no = ?1)",
                Holding::Words},
    RecordTable{"open_case", kOfCases, Holding::Derived},
    RecordTable{"outcome_patient", kOfPatient, Holding::Derived},
    RecordTable{"unfinished_text",
                "about IN (SELECT id FROM patient WHERE no = ?1 UNION ALL SELECT id FROM "
                "clinical_case WHERE patient_no = ?1 UNION ALL SELECT id FROM session WHERE "
                "patient_no = ?1 UNION ALL SELECT id FROM form_record WHERE patient_no = ?1)"},
    RecordTable{"emergency_seen",
                "emergency_no IN (SELECT no FROM emergency_access WHERE patient_no = ?1)"},
    RecordTable{"emergency_access", kOfPatient},
    RecordTable{"patient_access", kOfPatient},
    RecordTable{"patient_restriction", kOfPatient},
    RecordTable{"amendment_step",
                "amendment_no IN (SELECT no FROM amendment WHERE patient_no = ?1)"},
    RecordTable{"amendment", kOfPatient},
    RecordTable{"disclosure", kOfPatient},
    RecordTable{"document_content",
                "document_no IN (SELECT no FROM document WHERE patient_no = ?1)"},
    RecordTable{"document", kOfPatient},
    RecordTable{"flag_deed", "flag_no IN (SELECT no FROM raised_flag WHERE patient_no = ?1)"},
    RecordTable{"raised_flag", kOfPatient},
    RecordTable{"form_record", kOfPatient},
    RecordTable{"care_plan_because",
                "item_no IN (SELECT i.no FROM clinical_case c JOIN care_plan_item i ON i.case_no = "
                "c.no WHERE c.patient_no = ?1)"},
    RecordTable{"care_plan_item", kOfCases},
    RecordTable{"contact_note", kOfCases},
    RecordTable{"session_claim", kOfSessions},
    RecordTable{"undo_step", kOfSessions},
    RecordTable{"addendum", kOfSessions},
    RecordTable{"treatment_went_on", kOfSessions},
    RecordTable{"treatment_value", kOfSessions},
    RecordTable{"treatment", kOfSessions},
    RecordTable{"finding", kOfSessions},
    RecordTable{"session_note", kOfSessions},
    RecordTable{"pain_area", kOfSessions},
    RecordTable{"range_of_motion", kOfSessions},
    RecordTable{"test_result", kOfSessions},
    RecordTable{"home_care_item", kOfSessions},
    RecordTable{"session", kOfPatient},
    RecordTable{"trigger_point", kOfCases},
    RecordTable{"case_technique", kOfCases},
    RecordTable{"case_goal", kOfCases},
    RecordTable{"case_diagnosis", kOfCases},
    RecordTable{"clinical_case", kOfPatient},
    RecordTable{"patient_consent", kOfPatient},
    RecordTable{"patient_allergy", kOfPatient},
    RecordTable{"patient_alert", kOfPatient},
    RecordTable{"patient", "no = ?1"},
    RecordTable{"audit_detail", "seq IN (SELECT seq FROM audit WHERE patient = ?2)",
                Holding::Detail},
    RecordTable{"audit", "patient = ?2", Holding::Trail},
};

} // namespace

std::string fromClause(const RecordTable& table) {
    return "FROM " + std::string{table.table} + " WHERE ?1 NOT NULL AND ?2 NOT NULL AND " +
           std::string{table.rows};
}

std::span<const RecordTable> recordTables() {
    return kTables;
}

} // namespace palpate::storage
