// SPDX-License-Identifier: MIT
#include "gui/StepPanel.h"

#include "gui/FormField.h"
#include "gui/TextBlock.h"

#include <wx/textctrl.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kLabelDip = 18; ///< height of a label with its gap

} // namespace

StepPanel::StepPanel(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name},
      column_{new wxBoxSizer{wxVERTICAL}} {
    dressAsPanel(*this);
    SetSizer(column_);
}

wxBoxSizer* StepPanel::addRow() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    column_->Add(row, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    return row;
}

TextBlock* StepPanel::addWords(const wxString& name, const wxString& words) {
    auto* block = new TextBlock{this, name, words, TextStyle::Body, TextBlock::Ink::Muted};
    column_->Add(block, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    return block;
}

wxTextCtrl* StepPanel::addField(wxSizer& row, const wxString& name, const wxString& label,
                                int share, const wxString& hint) {
    auto* field = newFormField(this, name, label, hint);
    addLabelled(row, label, field, share);
    field->Bind(wxEVT_TEXT, [this, field](wxCommandEvent& event) {
        forgetProblem(field);
        event.Skip();
    });
    return field;
}

void StepPanel::addLabelled(wxSizer& row, const wxString& label, wxWindow* control, int share) {
    auto* cell = new wxBoxSizer{wxVERTICAL};
    const wxString& name = control->GetName();
    if (!label.empty()) {
        cell->Add(new TextBlock{this, name + ".label", label, TextStyle::SmallStrong,
                                TextBlock::Ink::Muted},
                  wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
    }
    cell->Add(control, wxSizerFlags{}.Expand());
    auto* problem = new TextBlock{
        this, name + ".problem", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    problem->Hide();
    cell->Add(problem, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
    problemOf_.emplace_back(control, problem);
    const bool isFirst = row.GetItemCount() == 0;
    row.Add(cell, wxSizerFlags{share}.Expand().Border(wxLEFT, isFirst ? 0 : FromDIP(12)));
}

void StepPanel::addBeside(wxSizer& row, wxWindow* button) {
    auto* cell = new wxBoxSizer{wxVERTICAL};
    cell->AddSpacer(textPx(*this, kLabelDip)); // the field's label
    cell->Add(button);
    row.Add(cell, wxSizerFlags{}.Border(wxLEFT, FromDIP(12)));
}

bool StepPanel::show(const std::vector<Problem>& problems) {
    for (const auto& [control, block] : problemOf_) {
        const auto found = std::ranges::find(problems, control, &Problem::first);
        block->setText(found != problems.end() ? found->second : wxString{});
        block->Show(found != problems.end());
    }
    resized();
    if (!problems.empty()) {
        problems.front().first->SetFocus();
    }
    return problems.empty();
}

void StepPanel::showProblem(wxWindow* control, const wxString& sentence) {
    show({{control, sentence}});
}

void StepPanel::forgetProblem(wxWindow* control) {
    for (const auto& [which, block] : problemOf_) {
        if (which == control && block->IsShown()) {
            block->Hide();
            resized();
        }
    }
}

wxSize StepPanel::DoGetBestSize() const {
    const wxSize wanted = wxPanel::DoGetBestSize();
    return {wanted.x, std::max(wanted.y, FromDIP(leastHeight_))};
}

void StepPanel::resized() {
    InvalidateBestSize();

    Layout();
    if (onResized) {
        onResized();
    }
}

} // namespace palpate::gui
