// SPDX-License-Identifier: MIT
#include "gui/DiagnosisPicker.h"

#include "app/Clinic.h"
#include "domain/Text.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kSuggestions = 12;
constexpr int kInSight = 4;

[[nodiscard]] std::string codeOf(const std::string& line) {
    const std::string text = trimmed(line);
    return text.substr(0, text.find(' '));
}

} // namespace

DiagnosisPicker::DiagnosisPicker(wxWindow* parent, const wxString& name, app::Clinic& clinic)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name},
      clinic_{clinic} {
    SetBackgroundColour(parent->GetBackgroundColour());
    auto* column = new wxBoxSizer{wxVERTICAL};
    chosenPlace_ = new wxPanel{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxTAB_TRAVERSAL | wxBORDER_NONE};
    chosenPlace_->SetBackgroundColour(GetBackgroundColour());
    chosenColumn_ = new wxBoxSizer{wxVERTICAL};
    chosenPlace_->SetSizer(chosenColumn_);
    column->Add(chosenPlace_, wxSizerFlags{}.Expand());
    field_ = newFormField(this, "case.diagnosis", said("Add a diagnosis of ICD-10-CM"),
                          said("words or the beginning of a code, such as low back or M54"));
    column->Add(field_, wxSizerFlags{}.Expand());
    list_ = new RowList{this, "case.suggestions", said("Diagnoses that match"), 1};
    list_->Hide();
    list_->onOpen = [this](int index) { later([this, index] { take(index); }); };
    column->Add(list_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    SetSizer(column);
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { suggest(); });
    // Before the dialog takes Enter and Escape for itself.
    field_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (!key(event)) {
            event.Skip();
        }
    });
    list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE) {
            fold();
            field_->SetFocus();
        } else {
            event.Skip();
        }
    });
}

bool DiagnosisPicker::key(const wxKeyEvent& event) {
    if (!list_->IsShown() || event.HasAnyModifiers()) {
        return false;
    }
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        list_->setCurrent(list_->current() + 1);
        return true;
    case WXK_UP:
        list_->setCurrent(std::max(0, list_->current() - 1));
        return true;
    case WXK_ESCAPE:
        fold();
        return true;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        // The only one that matches need not be pointed at.
        if (list_->current() == RowList::kNone && list_->count() == 1) {
            list_->setCurrent(0);
        }
        return takeCurrent();
    default:
        return false;
    }
}

void DiagnosisPicker::suggest() {
    suggestions_ = app::diagnosisChoices(clinic_, fromWx(field_->GetValue()), kSuggestions);
    std::vector<ListRow> rows;
    for (const app::DiagnosisChoice& each : suggestions_) {
        ListRow row;
        row.title = toWx(each.code);
        row.aside = toWx(each.text);
        row.lines = {toWx(each.validity)};
        if (!each.choosable || each.valid == false) {
            row.badge = said("not valid");
            row.tone = Badge::Tone::Amber;
        }
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    list_->setCurrent(RowList::kNone);
    list_->Show(!suggestions_.empty());
    list_->growTo(kInSight);
    resized();
}

bool DiagnosisPicker::takeCurrent() {
    if (!list_->IsShown() || list_->current() == RowList::kNone) {
        return false;
    }
    take(list_->current());
    return true;
}

void DiagnosisPicker::take(int suggestion) {
    const app::DiagnosisChoice choice = suggestions_.at(static_cast<std::size_t>(suggestion));
    if (!choice.choosable) {
        return; // its line says which codes to use instead
    }
    const bool there = std::any_of(chosen_.begin(), chosen_.end(),
                                   [&](const auto& each) { return each.code == choice.code; });
    if (!there) {
        chosen_.push_back(choice);
    }
    field_->ChangeValue({});
    field_->SetFocus();
    fold();
    showChosen();
}

void DiagnosisPicker::fold() {
    suggestions_.clear();
    list_->setRows({});
    list_->Hide();
    resized();
}

void DiagnosisPicker::set(const std::vector<std::string>& diagnoses) {
    chosen_.clear();
    for (const std::string& line : diagnoses) {
        if (!trimmed(line).empty()) {
            chosen_.push_back(app::diagnosisOf(clinic_, codeOf(line)));
        }
    }
    showChosen();
}

std::vector<std::string> DiagnosisPicker::diagnoses() const {
    std::vector<std::string> out;
    for (const app::DiagnosisChoice& each : chosen_) {
        out.push_back(each.line());
    }
    if (const std::string typed = trimmed(fromWx(field_->GetValue())); !typed.empty()) {
        out.push_back(typed);
    }
    return out;
}

void DiagnosisPicker::showChosen() {
    chosenColumn_->Clear(true);
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
        addChosen(i);
    }
    resized();
}

void DiagnosisPicker::addChosen(std::size_t index) {
    const app::DiagnosisChoice& each = chosen_[index];
    const wxString name = wxString::Format("case.chosen.%zu", index);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* words = new wxBoxSizer{wxVERTICAL};
    words->Add(new TextBlock{chosenPlace_, name, toWx(each.line()), TextStyle::BodyStrong},
               wxSizerFlags{}.Expand());
    words->Add(new TextBlock{chosenPlace_, name + ".validity", toWx(each.validity),
                             TextStyle::Small,
                             each.valid == false ? TextBlock::Ink::Warning : TextBlock::Ink::Muted},
               wxSizerFlags{}.Expand());
    row->Add(words, wxSizerFlags{1}.CentreVertical());
    if (index > 0) {
        auto* first = new PillButton{chosenPlace_, name + ".first", said("Make it the first")};
        first->setWords(said("Make {1} the first diagnosis", {each.code}));
        first->onClick = [this, index] {
            later([this, index] {
                const auto from = chosen_.begin() + static_cast<std::ptrdiff_t>(index);
                std::rotate(chosen_.begin(), from, from + 1);
                showChosen();
            });
        };
        row->Add(first, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    }
    auto* remove = new PillButton{chosenPlace_, name + ".remove", {}};
    remove->setIcon(Icon::Bin);
    remove->setWords(said("Take out {1}", {each.code}));
    remove->onClick = [this, index] {
        later([this, index] {
            chosen_.erase(chosen_.begin() + static_cast<std::ptrdiff_t>(index));
            showChosen();
            field_->SetFocus();
        });
    };
    row->Add(remove, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    chosenColumn_->Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
}

void DiagnosisPicker::later(std::function<void()> change) {
    CallAfter([change = std::move(change)] { change(); });
}

void DiagnosisPicker::resized() {
    chosenPlace_->InvalidateBestSize();
    InvalidateBestSize();
    Layout();
    if (onResized) {
        onResized();
    }
}

} // namespace palpate::gui
