// SPDX-License-Identifier: MIT
#include "gui/SearchDialogs.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/DeliveryFields.h"
#include "gui/Phrases.h"

#include <utility>

namespace palpate::gui {

SaveSearchDialog::SaveSearchDialog(wxWindow* parent, const std::string& query,
                                   std::function<void(const std::string& name)> save)
    : FormDialog{parent, "saveSearch", said("Save this search"), said("Save"), 520},
      save_{std::move(save)} {
    addWide(new TextBlock{&ground(), "saveSearch.query", toWx(query), TextStyle::BodyStrong});
    name_ = addField(*addRow(), "saveSearch.name", said("Name"), 1, 0,
                     said("Stubborn points after needling"));
    addWide(new TextBlock{&ground(), "saveSearch.meaning",
                          said("The search is kept, not what it finds: it finds what is there when "
                               "you use it. Only you see it."),
                          TextStyle::Control, TextBlock::Ink::Muted});
    finish(name_);
}

std::string SaveSearchDialog::name() const {
    return trimmed(fromWx(name_->GetValue()));
}

std::vector<Message> SaveSearchDialog::accept() {
    if (name().empty()) {
        return {{tr("Name: give the search one by which you find it."), {}}};
    }
    save_(name());
    return {};
}

CsvDialog::CsvDialog(wxWindow* parent, const std::string& query, const std::string& count)
    : FormDialog{parent, "csv", said("Save the sessions as a table"), said("Save the table …"),
                 520} {
    addWide(new TextBlock{&ground(), "csv.what", toWx(query), TextStyle::BodyStrong});
    addWide(new TextBlock{
        &ground(), "csv.meaning",
        said("{1}, one a line, as comma-separated values (CSV) that any spreadsheet opens. The "
             "file is not encrypted. It leaves the clinic: that it did, for whom and why, is noted "
             "with each patient's record.",
             {count}),
        TextStyle::Control, TextBlock::Ink::Muted});
    delivery_ = new DeliveryFields{&ground(), "csv.delivery"};
    delivery_->setPeople({}, {});
    addWide(delivery_);
    neverAsk();
    finish(&delivery_->recipient());
}

app::Delivery CsvDialog::delivery() const {
    return delivery_->delivery();
}

CsvRun::CsvRun(wxWindow* parent, std::function<bool(const GoesOn&)> write)
    : RunDialog{parent, "csvRun", said("Writing the table"), 460}, write_{std::move(write)} {
    begin();
}

void CsvRun::work() {
    written_ = write_([this](std::size_t sessions) {
        return step(sessions == 1 ? said("1 session is ready")
                                  : said("{1} sessions are ready", {std::to_string(sessions)}));
    });
}

void CsvRun::over(bool isWhole) {
    if (isWhole) {
        EndModal(wxID_OK);
    }
}

} // namespace palpate::gui
