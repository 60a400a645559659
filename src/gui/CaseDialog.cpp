// SPDX-License-Identifier: MIT
#include "gui/CaseDialog.h"

#include "app/Clinic.h"
#include "gui/Phrases.h"

namespace palpate::gui {

namespace {

constexpr int kSuggestions = 5;

} // namespace

CaseDialog::CaseDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient)
    : FormDialog{parent, "case", said("New case"), said("Open case"), 600}, clinic_{clinic},
      patient_{patient}, areas_{app::bodyAreas()} {
    complaint_ = addField(*addRow(), "case.complaint", said("Complaint"), 1, 0,
                          said("Low back pain, right"));
    std::vector<ChipGroup::Chip> chips;
    for (const auto& [value, label] : areas_) {
        chips.push_back({toWx(label)});
    }
    area_ = new ChipGroup{&ground(),        "case.area",
                          said("Area"),     ChipGroup::Kind::Single,
                          std::move(chips), ChipGroup::Size::Compact};
    addLabelled(*addRow(), said("Area: decides how large a change of pain must be to matter"),
                area_);
    wxBoxSizer* row = addRow();
    onset_ = addField(*row, "case.onset", said("Onset"), 1, 0, said("3.10.2026, if known"));
    onsetNote_ =
        addField(*row, "case.onsetNote", said("How it began"), 2, 0, said("lifting a box"));
    diagnosis_ = addField(*addRow(), "case.diagnosis", said("Diagnosis (ICD-10-CM)"), 1, 0,
                          said("a code or a word of it, such as M54 or back"));
    suggestionList_ = new RowList{&ground(), "case.suggestions", said("Diagnoses that match"), 0};
    suggestionList_->Hide();
    suggestionList_->onOpen = [this](int index) { take(index); };
    fields().Add(suggestionList_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    diagnosis_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { suggest(); });
    diagnosis_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DOWN && suggestionList_->IsShown()) {
            suggestionList_->setCurrent(0);
            suggestionList_->SetFocus();
        } else {
            event.Skip();
        }
    });
    row = addRow();
    referrer_ = addField(*row, "case.referrer", said("Referred by"));
    goal_ = addField(*row, "case.goal", said("Goal"), 2, 0, said("sit for an hour without pain"));
    finish(complaint_);
}

void CaseDialog::suggest() {
    const std::string typed = fromWx(diagnosis_->GetValue());
    suggestions_ = typed.empty() ? std::vector<std::string>{}
                                 : app::diagnosesMatching(clinic_, typed, kSuggestions);
    std::vector<ListRow> rows;
    for (const std::string& each : suggestions_) {
        ListRow listed;
        const auto space = each.find(' ');
        listed.title = toWx(each.substr(0, space));
        listed.aside = space == std::string::npos ? wxString{} : toWx(each.substr(space + 1));
        rows.push_back(std::move(listed));
    }
    suggestionList_->setRows(std::move(rows));
    suggestionList_->setCurrent(RowList::kNone);
    fields().Show(suggestionList_, !suggestions_.empty());
    suggestionList_->growTo(kSuggestions);
    refit();
}

void CaseDialog::take(int suggestion) {
    diagnosis_->ChangeValue(toWx(suggestions_.at(static_cast<std::size_t>(suggestion))));
    diagnosis_->SetInsertionPointEnd();
    fields().Show(suggestionList_, false);
    diagnosis_->SetFocus();
    refit();
}

std::vector<Message> CaseDialog::accept() {
    if (suggestionList_->HasFocus() && suggestionList_->current() != RowList::kNone) {
        take(suggestionList_->current());
    }
    app::CaseForm form;
    form.complaint = fromWx(complaint_->GetValue());
    const int area = area_->selected();
    form.area =
        area == ChipGroup::kNone ? BodyArea::Any : areas_.at(static_cast<std::size_t>(area)).first;
    form.onset = fromWx(onset_->GetValue());
    form.onsetNote = fromWx(onsetNote_->GetValue());
    form.diagnosis = fromWx(diagnosis_->GetValue());
    form.referrer = fromWx(referrer_->GetValue());
    form.goal = fromWx(goal_->GetValue());
    auto found = app::problems(form, clinic_);
    if (area == ChipGroup::kNone) {
        found.push_back({tr("Choose the area of the complaint."), {}});
    }
    if (!found.empty()) {
        return found;
    }
    added_ = app::addCase(clinic_, patient_, form);
    return {};
}

} // namespace palpate::gui
