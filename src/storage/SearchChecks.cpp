// SPDX-License-Identifier: MIT
// Whether everything that is derived from the records says what they say.
#include "storage/Checks.h"
#include "storage/Engine.h"
#include "storage/OpenCases.h"
#include "storage/OutcomeSums.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace palpate::storage {

std::vector<std::string> faultsIn(const std::string& row, std::string_view sound) {
    if (row == sound) {
        return {};
    }
    std::vector<std::string> faults;
    std::istringstream lines{row};
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && !line.starts_with("***")) {
            faults.push_back(std::move(line));
        }
    }
    return faults.empty() ? std::vector<std::string>{"its pages are damaged"} : faults;
}

namespace {

[[nodiscard]] std::vector<std::string> faultsNow(Engine& engine, const std::string& pragma,
                                                 std::string_view sound) {
    std::vector<std::string> faults;
    SQLite::Statement rows{engine.connection().raw(), "PRAGMA " + pragma};
    while (rows.executeStep()) {
        std::ranges::move(faultsIn(rows.getColumn(0).getString(), sound),
                          std::back_inserter(faults));
    }
    return faults;
}

/// Beside somebody who writes a page may be met while it is being written. Damage stays: only what
/// is found at each look is a fault.
[[nodiscard]] std::vector<std::string> lastingFaults(Engine& engine, const std::string& pragma,
                                                     std::string_view sound) {
    constexpr int kLooks = 4;
    constexpr std::chrono::milliseconds kBetween{50};
    auto faults = faultsNow(engine, pragma, sound);
    for (int look = 1; look < kLooks && !faults.empty(); ++look) {
        std::this_thread::sleep_for(kBetween);
        const auto again = faultsNow(engine, pragma, sound);
        std::erase_if(faults, [&](const std::string& each) {
            return std::ranges::find(again, each) == again.end();
        });
    }
    return faults;
}

} // namespace

void listFrom(Engine& engine, CheckResult& result, const std::string& pragma,
              std::string_view sound) {
    for (auto& text : lastingFaults(engine, pragma, sound)) {
        fault(result, {tr("clinic.db: {1}."), {std::move(text)}});
    }
}

void checkSearchIndex(Engine& engine, CheckResult& result) {
    listFrom(engine, result, "integrity_check('session_fts')", "ok");
    listFrom(engine, result, "integrity_check('patient_fts')", "ok");
    listFrom(engine, result, "integrity_check('form_fts')", "ok");
    const auto count = [&](std::string_view sql) {
        auto row = engine.use(sql);
        static_cast<void>(row.next());
        return row.integer(0);
    };
    result.examined =
        count("SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM patient)");
    const auto sessions = count("SELECT count(*) FROM session s WHERE NOT EXISTS "
                                "(SELECT 1 FROM session_fts_docsize d WHERE d.id = s.search_key)");
    const auto patients = count("SELECT count(*) FROM patient p WHERE NOT EXISTS "
                                "(SELECT 1 FROM patient_fts_docsize d WHERE d.id = p.recency)");
    const auto strays = count("SELECT (SELECT count(*) FROM session_fts_docsize d WHERE NOT EXISTS "
                              "(SELECT 1 FROM session s WHERE s.search_key = d.id)) + "
                              "(SELECT count(*) FROM patient_fts_docsize d WHERE NOT EXISTS "
                              "(SELECT 1 FROM patient p WHERE p.recency = d.id))");
    if (sessions + patients + strays > 0) {
        fault(result,
              {tr("{1} sessions and {2} patients can't be found by searching, {3} entries lead "
                  "nowhere."),
               {std::to_string(sessions), std::to_string(patients), std::to_string(strays)}});
    }
    const auto forms = count("SELECT count(*) FROM form_record f WHERE (f.put_away_at IS NULL) <> "
                             "EXISTS (SELECT 1 FROM form_fts_docsize d WHERE d.id = f.search_key)");
    const auto strayForms = count("SELECT count(*) FROM form_fts_docsize d WHERE NOT EXISTS "
                                  "(SELECT 1 FROM form_record f WHERE f.search_key = d.id)");
    result.examined += count("SELECT count(*) FROM form_record");
    if (forms + strayForms > 0) {
        fault(result, {tr("{1} forms can't be found by searching, {2} entries lead nowhere."),
                       {std::to_string(forms), std::to_string(strayForms)}});
    }
    const auto unlisted = count("SELECT count(*) FROM care_plan_item i WHERE i.listed <> EXISTS "
                                "(SELECT 1 FROM open_case k WHERE k.case_no = i.case_no)");
    if (unlisted > 0) {
        fault(result, {tr("{1} items of home care are not in the clinic's lists as their cases "
                          "are."),
                       {std::to_string(unlisted)}});
    }
    if (const auto wrong = wrongOpenCases(engine) + wrongOutcomes(engine); wrong > 0) {
        fault(result, {tr("{1} rows of the clinic's lists and of what the techniques gave are not "
                          "what the sessions say."),
                       {std::to_string(wrong)}});
    }
}

} // namespace palpate::storage
