// SPDX-License-Identifier: MIT
#include "gui/MergeDialog.h"

#include "app/Clinic.h"
#include "app/Duplicates.h"
#include "app/PatientList.h"
#include "domain/Text.h"
#include "gui/Phrases.h"

namespace palpate::gui {

namespace {

constexpr int kMost = 30;
constexpr int kInSight = 4;
enum Keep { TheOther, ThisOne };

} // namespace

MergeDialog::MergeDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                         const std::string& name)
    : FormDialog{parent, "merge", said("Merge {1}", {name}), said("Merge"), 640}, clinic_{clinic},
      patient_{patient}, name_{name} {
    search_ = addField(*addRow(), "merge.search", said("With the record of"), 1, 0,
                       said("search a name, or choose below"));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    found_ =
        new TextBlock{&ground(), "merge.found", {}, TextStyle::SmallStrong, TextBlock::Ink::Muted};
    fields().Add(found_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    list_ = new RowList{&ground(), "merge.candidates", said("Records to merge with"), 1};
    list_->onOpen = [this](int row) { choose(row); };
    addWide(list_);
    keep_ = new SegmentedControl{&ground(), "merge.keep", said("Which record goes on"), {"-", "-"}};
    keep_->select(TheOther);
    keep_->onChange = [this](int) { explain(); };
    wxBoxSizer* const row = addRow();
    addLabelled(*row, said("Which record goes on"), keep_, 0);
    meaning_ = new TextBlock{&ground(), "merge.meaning", {}, TextStyle::Body};
    fields().Add(meaning_, wxSizerFlags{}.Expand());
    search();
    explain();
    neverAsk(); // only a search is typed
    finish(search_);
}

void MergeDialog::search() {
    const std::string typed = trimmed(fromWx(search_->GetValue()));
    candidates_.clear();
    if (typed.empty()) {
        for (const app::DuplicateLine& each : app::duplicatesOf(clinic_, patient_)) {
            candidates_.push_back({each.id, each.name, each.detail, each.reason, each.last});
        }
    } else {
        for (const app::PatientLine& each :
             app::findPatients(clinic_, typed, kMost, app::Listing::Everything)) {
            if (each.id != patient_ && each.mergedInto.empty()) {
                candidates_.push_back({each.id, each.name, each.detail, each.complaint, each.last});
            }
        }
    }
    found_->setText(!typed.empty()        ? said("Found by that name")
                    : candidates_.empty() ? said("No record looks alike. Search for it by name.")
                                          : said("Records that look alike"));
    showCandidates();
}

void MergeDialog::showCandidates() {
    std::vector<ListRow> rows;
    for (const Candidate& each : candidates_) {
        ListRow row;
        row.title = toWx(each.name);
        row.aside = toWx(each.detail);
        row.lines = {toWx(each.reason)};
        row.right = each.last.empty() ? said("no session yet") : said("last {1}", {each.last});
        row.marked = chosen_ && chosen_->id == each.id;
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    list_->growTo(kInSight);
    list_->Show(!candidates_.empty());
    refit();
}

void MergeDialog::choose(int row) {
    chosen_ = candidates_.at(static_cast<std::size_t>(row));
    keep_->setSegments({toWx(chosen_->name), toWx(name_)});
    keep_->select(TheOther);
    showCandidates();
    explain();
}

void MergeDialog::explain() {
    keep_->Enable(chosen_.has_value());
    acceptButton().Enable(chosen_.has_value());
    if (!chosen_) {
        meaning_->setText(said("Choose the record of the same person."));
        return;
    }
    const bool thisOne = keep_->selected() == ThisOne;
    const std::string& from = thisOne ? chosen_->name : name_;
    const std::string& into = thisOne ? name_ : chosen_->name;
    meaning_->setText(said(
        "The record of {1} is closed and leads to that of {2}, where the cases and sessions of "
        "both stand together. Nothing is moved or lost, and they can be parted again at any time.",
        {from, into}));
    refit();
}

std::vector<Message> MergeDialog::accept() {
    if (!chosen_) {
        search_->SetFocus();
        return {{tr("Choose the record of the same person first."), {}}};
    }
    const bool thisOne = keep_->selected() == ThisOne;
    const PatientId from = thisOne ? chosen_->id : patient_;
    const PatientId into = thisOne ? patient_ : chosen_->id;
    app::mergePatients(clinic_, from, into);
    goesOn_ = into;
    return {};
}

} // namespace palpate::gui
