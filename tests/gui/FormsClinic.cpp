// SPDX-License-Identifier: MIT
#include "gui/FormsClinic.h"

#include "gui/ChartingPerson.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"

namespace palpate::journey {

namespace {

using Me = ChartingPerson;

} // namespace

std::pair<wxString, int> lineOf(const std::string& title) {
    return Me::see([&]() -> std::pair<wxString, int> {
        std::vector<wxString> names{"forms.due", "forms.begun", "forms.filled"};
        for (int i = 0; i < 9; ++i) {
            names.push_back(wxString::Format("forms.empty%d", i));
        }
        for (const wxString& name : names) {
            const auto* const list = dynamic_cast<gui::RowList*>(Me::find(name));
            for (int row = 0; list && row < list->count(); ++row) {
                if (gui::fromWx(list->row(row).title).find(title) != std::string::npos) {
                    return {name, row};
                }
            }
        }
        throw Stuck{"no form is called " + title};
    });
}

bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

std::string focused() {
    return Me::see([] {
        const wxWindow* const window = wxWindow::FindFocus();
        return window ? gui::fromWx(window->GetName()) : std::string{};
    });
}

void clickRow(const wxString& list, int row) {
    Me::click(list,
              [row](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(row); });
}

void openForms(JourneyClinic& clinic) {
    clinic.openPatient();
    Me::press("F8");
    Me::waitFor("the forms are listed", [] { return Me::find("forms.lists") != nullptr; });
}

void openForm(const std::string& title) {
    const auto [list, row] = lineOf(title);
    clickRow(list, row);
    waitForText("formEditor.title", title);
}

void answer(const wxString& row, int segment) {
    Me::segment(row + ".answer", segment);
}

void chooseOf(const std::string& title, int entry) {
    const auto [list, row] = lineOf(title);
    Me::click(list, [row](wxWindow& window) {
        return dynamic_cast<gui::RowList&>(window).dotsArea(row);
    });
    Me::chooseFromMenu(entry);
}

} // namespace palpate::journey
