// SPDX-License-Identifier: MIT
// What the search page does with menus, saved searches and the table of what was found.
#include "app/Clinic.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/ChipGroup.h"
#include "gui/Guarded.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SearchDialogs.h"
#include "gui/SearchField.h"
#include "gui/SearchFilters.h"
#include "gui/SearchPage.h"
#include "gui/UnderMenu.h"

namespace palpate::gui {

void SearchPage::askFilter(int filter) {
    // A menu has its own event loop, which the handling of a click must not stand around.
    CallAfter([this, filter] {
        guarded([&] {
            const auto query = gui::askFilter(*filters_, filters_->chipArea(filter), clinic_,
                                              filter, fromWx(field_->text()));
            if (query) {
                replaceQuery(*query);
            }
        });
    });
}

void SearchPage::askSaved() {
    const std::vector<app::SavedSearch> saved = search_->view().saved;
    std::vector<UnderItem> items;
    for (const app::SavedSearch& each : saved) {
        items.push_back({each.name, {}, each.query == search_->view().query});
    }
    if (saved.empty()) {
        items.push_back({fromWx(said("No search is saved yet: type one, then press Save")), {}});
        items.back().enabled = false;
    }
    for (const app::SavedSearch& each : saved) {
        items.push_back(
            {fromWx(said("Delete “{1}” …", {each.name})), {}, false, &each == &saved.front()});
    }
    const auto chosen = showMuscleMenu(*saved_, {0, saved_->GetClientSize().y}, items, {}, false);
    if (!chosen || saved.empty()) {
        return;
    }
    const auto index = static_cast<std::size_t>(*chosen);
    if (index < saved.size()) {
        replaceQuery(saved[index].query);
    } else {
        forgetSearch(saved.at(index - saved.size()).name);
    }
}

void SearchPage::saveSearch() {
    const std::string query = fromWx(field_->text());
    SaveSearchDialog dialog{wxGetTopLevelParent(this), query,
                            [this](const std::string& name) { search_->save(name); }};
    if (dialog.ShowModal() == wxID_OK) {
        render();
        onNotice(said("“{1}” is saved.", {dialog.name()}));
    }
}

void SearchPage::forgetSearch(const std::string& name) {
    if (prompter_.confirm({tr("Delete the saved search “{1}”? What it finds stays."), {name}},
                          {tr("Delete"), {}})) {
        search_->forget(name);
        render();
    }
}

void SearchPage::exportCsv() {
    const app::SearchView& view = search_->view();
    CsvDialog dialog{wxGetTopLevelParent(this), view.query, view.count};
    if (dialog.ShowModal() != wxID_OK) {
        return;
    }
    const app::Delivery delivery = dialog.delivery();
    const auto file =
        prompter_.chooseSaveFile({tr("Save the sessions as a table"), {}}, "sessions.csv");
    if (!file) {
        return;
    }
    CsvRun run{wxGetTopLevelParent(this), [&](const CsvRun::GoesOn& goesOn) {
                   return search_->writeCsv(file->string(), delivery.recipient, delivery.purpose,
                                            goesOn);
               }};
    if (run.ShowModal() == wxID_OK && run.isWritten()) {
        onNotice(said("Saved as {1}.", {file->string()}));
    }
}

} // namespace palpate::gui
