// SPDX-License-Identifier: MIT
#include "gui/ManyReportsDialog.h"

#include "app/Clinic.h"
#include "app/PatientList.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "domain/Wipe.h"
#include "gui/ChipGroup.h"
#include "gui/DeliveryFields.h"
#include "gui/PasswordDialog.h"
#include "gui/Phrases.h"

#include <wx/gauge.h>

#include <algorithm>
#include <limits>

namespace palpate::gui {

namespace {

constexpr int kProtect = 0; ///< chips of the ways
constexpr int kKeep = 1;

/// A heading and a sentence a line below it; empty when there are none.
[[nodiscard]] wxString part(const wxString& heading, const std::vector<Message>& sentences) {
    return sentences.empty() ? wxString{} : "\n\n" + heading + "\n" + saidLines(sentences);
}

} // namespace

ManyReportsDialog::ManyReportsDialog(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter,
                                     const app::TemplateChoice& layout, app::ReportRequest request,
                                     bool keep)
    : FormDialog{parent, "many", said("Reports for many patients"), said("Write them"), 600},
      clinic_{clinic} {
    asked_.request = std::move(request);
    addWide(new TextBlock{&ground(), "many.what",
                          said("{1}: one PDF of each patient that the search finds, about their "
                               "newest case, in the period of the page.",
                               {layout.title}),
                          TextStyle::Control, TextBlock::Ink::Muted});
    search_ = addField(*addRow(), "many.search", said("Search, as in the list of patients"), 1, 0,
                       said("everybody who is not archived"));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showCount(); });
    count_ = new TextBlock{&ground(), "many.count", {}, TextStyle::Control, TextBlock::Ink::Accent};
    addWide(count_);
    wxBoxSizer* const row = addRow();
    folder_ = addField(*row, "many.folder", said("Into the folder"));
    auto* choose = new PillButton{&ground(), "many.chooseFolder", said("Choose …")};
    choose->setWords(said("Choose the folder"));
    choose->onClick = [this, &prompter] {
        if (const auto folder = prompter.chooseFolder(
                {tr("Into which folder shall the reports be written?"), {}})) {
            folder_->ChangeValue(toWx(folder->string()));
        }
    };
    row->Add(choose, wxSizerFlags{}.Bottom().Border(wxLEFT, FromDIP(12)));
    delivery_ = new DeliveryFields{&ground(), "many.delivery"};
    addWide(delivery_);
    ways_ = new ChipGroup{
        &ground(),
        "many.ways",
        said("How"),
        ChipGroup::Kind::Multi,
        {{said("Protect all with one password")}, {said("Keep in each patient's documents")}}};
    ways_->setState(kKeep, keep ? ChipState::On : ChipState::Off);
    addWide(ways_);
    problemsGoTo("Folder", folder_);
    neverAsk();
    showCount();
    finish(search_);
}

void ManyReportsDialog::showCount() {
    const auto found = app::findPatients(clinic_, trimmed(fromWx(search_->GetValue())),
                                         std::numeric_limits<int>::max())
                           .size();
    count_->setText(found == 1 ? said("1 patient") : said("{1} patients", {std::to_string(found)}));
}

std::vector<Message> ManyReportsDialog::accept() {
    asked_.search = trimmed(fromWx(search_->GetValue()));
    asked_.folder = trimmed(fromWx(folder_->GetValue()));
    if (asked_.folder.empty()) {
        return {{tr("Folder: is missing; choose where the reports shall be written."), {}}};
    }
    asked_.delivery = delivery_->delivery();
    asked_.delivery.keep = ways_->state(kKeep) == ChipState::On;
    if (ways_->state(kProtect) == ChipState::On) {
        auto password = PasswordDialog::ask(this);
        if (!password) {
            return {{tr("No password was given, so nothing was written."), {}}};
        }
        asked_.delivery.password = *std::move(password);
    }
    return {};
}

ManyReportsDialog::~ManyReportsDialog() {
    wipe(asked_.delivery.password);
}

ManyReportsRun::ManyReportsRun(wxWindow* parent, app::Clinic& clinic, app::ManyReports asked)
    : RunDialog{parent, "manyRun", said("Writing reports"), 560}, clinic_{clinic}, asked_{std::move(
                                                                                       asked)} {
    gauge_ = new wxGauge{&ground(), wxID_ANY, 1};
    gauge_->SetName("manyRun.gauge");
    addWide(gauge_);
    details_ = new TextBlock{&ground(), "manyRun.details", {}, TextStyle::Control};
    addWide(details_);
    details_->Hide();
    begin();
}

ManyReportsRun::~ManyReportsRun() {
    wipe(asked_.delivery.password);
}

void ManyReportsRun::work() {
    tell(app::writeReports(clinic_, asked_, [this](std::size_t done, std::size_t of) {
        gauge_->SetRange(std::max(1, static_cast<int>(of)));
        gauge_->SetValue(static_cast<int>(done));
        return step(said("{1} of {2} patients", {std::to_string(done), std::to_string(of)}));
    }));
}

void ManyReportsRun::tell(const app::ManyWritten& result) {
    const std::string count = std::to_string(result.written);
    words().setText(result.cancelled
                        ? said("Stopped. {1} reports were written before, each whole.", {count})
                    : result.written == 1 ? said("1 report was written.")
                                          : said("{1} reports were written.", {count}));
    wxString details = said("Folder: {1}", {asked_.folder.string()});
    details += part(said("Left out, as there is nothing to report:"), result.skipped);
    details += part(said("Could not be laid out:"), result.failed);
    details += part(said("Not printed as meant:"), result.warnings);
    details_->setText(details);
    details_->Show();
}

} // namespace palpate::gui
