// SPDX-License-Identifier: MIT
#include "gui/SearchDialogs.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/DeliveryFields.h"
#include "gui/Phrases.h"

#include <wx/evtloop.h>

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
    : FormDialog{parent, "csvRun", said("Writing the table"), said("Done"), 460}, write_{std::move(
                                                                                      write)} {
    what_ = new TextBlock{&ground(), "csvRun.what", said("Getting ready …")};
    addWide(what_);
    cancelButton().setText(said("Stop"));
    cancelButton().onClick = [this] { stopping_ = true; };
    acceptButton().Hide();
    neverAsk();
    finish(&cancelButton());
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && running_) {
            stopping_ = true;
            return;
        }
        event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (running_) {
            stopping_ = true;
            return;
        }
        event.Skip();
    });
    CallAfter([this] { run(); });
}

bool CsvRun::step(std::size_t sessions) {
    what_->setText(sessions == 1 ? said("1 session is ready")
                                 : said("{1} sessions are ready", {std::to_string(sessions)}));
    // Painting, the button and the keys.
    if (auto* const loop = wxEventLoopBase::GetActive()) {
        loop->YieldFor(wxEVT_CATEGORY_UI | wxEVT_CATEGORY_USER_INPUT);
    }
    return !stopping_ && IsModal();
}

void CsvRun::run() {
    running_ = true;
    try {
        written_ = write_([this](std::size_t sessions) { return step(sessions); });
        running_ = false;
        EndModal(wxID_OK);
    } catch (const Error& error) {
        fail(said(error));
    } catch (const std::exception& error) { // no memory for so large a table
        fail(said("The table could not be made: {1}.", {std::string{error.what()}}));
    }
}

void CsvRun::fail(const wxString& sentence) {
    running_ = false;
    showProblems(sentence);
    cancelButton().setText(said("Close"));
    cancelButton().onClick = [this] { EndModal(wxID_CANCEL); };
}

} // namespace palpate::gui
