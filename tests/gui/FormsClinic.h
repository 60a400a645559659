// SPDX-License-Identifier: MIT
#pragma once

#include "domain/FormRecord.h"
#include "domain/Screening.h"
#include "gui/JourneyClinic.h"
#include "storage/Store.h"

#include <wx/string.h>

#include <string>
#include <utility>
#include <vector>

namespace palpate::journey {

// What the stories of forms share: a clinic that is read back, and the steps of whoever fills in.

/// What stands in the clinic's file, read as another program would.
struct FormsClinic : JourneyClinic {
    [[nodiscard]] std::vector<FormRecord> forms() const {
        return inside([&](storage::Store& store) { return store.forms().ofPatient(patient()); });
    }
    [[nodiscard]] std::vector<RaisedFlag> flags() const {
        return inside(
            [&](storage::Store& store) { return store.screenings().ofPatient(patient()); });
    }
};

enum { kYes, kNo, kNotAsked };

[[nodiscard]] bool isThere(const wxString& window);
void waitForText(const wxString& block, const std::string& words);
[[nodiscard]] std::string focused(); ///< name of the window that has the keys; empty: none
void clickRow(const wxString& list, int row);
/// The list in sight that holds a form of that title, and its row. Throws Stuck when none does.
[[nodiscard]] std::pair<wxString, int> lineOf(const std::string& title);
void openForms(JourneyClinic& clinic);
void openForm(const std::string& title);
/// The segment Yes, No or Not asked of a question.
void answer(const wxString& row, int segment);
/// The choice of the three dots of a form's line.
void chooseOf(const std::string& title, int entry);

} // namespace palpate::journey
