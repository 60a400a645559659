// SPDX-License-Identifier: MIT
#include "gui/FormLines.h"

#include "gui/Accessible.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kGapDip = 8;

} // namespace

FormLines::FormLines(wxWindow* parent, const wxString& name, const wxString& kind,
                     const wxString& addText, std::vector<Column> columns)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name},
      kind_{kind}, columns_{std::move(columns)} {
    SetBackgroundColour(parent->GetBackgroundColour());
    auto* column = new wxBoxSizer{wxVERTICAL};
    grid_ =
        new wxFlexGridSizer{static_cast<int>(columns_.size()) + 1, FromDIP(4), FromDIP(kGapDip)};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        grid_->AddGrowableCol(i, columns_[i].share);
        headings_.push_back(new TextBlock{this, name + ".heading." + columns_[i].key,
                                          columns_[i].label, TextStyle::SmallStrong,
                                          TextBlock::Ink::Muted});
        headings_.back()->setSingleLine();
        grid_->Add(headings_.back(), wxSizerFlags{}.Expand());
    }
    grid_->AddSpacer(0); // above the buttons that take lines out
    column->Add(grid_, wxSizerFlags{}.Expand());
    add_ = new PillButton{this, name + ".add", addText};
    add_->setIcon(Icon::Plus);
    add_->onClick = [this] { addFresh(); };
    column->Add(add_, wxSizerFlags{}.Border(wxTOP, FromDIP(6)));
    SetSizer(column);
    for (TextBlock* const heading : headings_) {
        heading->Hide();
    }
}

void FormLines::offerValue(std::size_t column, const wxString& words, std::string value) {
    offered_ = column;
    offerWords_ = words;
    offerValue_ = std::move(value);
    grid_->SetCols(grid_->GetCols() + 1);
    grid_->AddSpacer(0);
}

wxWindow& FormLines::addButton() const {
    return *add_;
}

wxTextCtrl* FormLines::field(std::size_t line, std::size_t column) const {
    return line < rows_.size() && column < columns_.size() ? rows_[line].fields[column] : nullptr;
}

std::vector<wxWindow*> FormLines::windowsOf(const Row& row) const {
    std::vector<wxWindow*> all{row.fields.begin(), row.fields.end()};
    for (wxWindow* const one :
         std::initializer_list<wxWindow*>{row.offer, row.remove, row.filler}) {
        if (one) {
            all.push_back(one);
        }
    }
    return all;
}

void FormLines::set(const std::vector<Line>& lines) {
    for (const Row& row : rows_) {
        for (wxWindow* const window : windowsOf(row)) {
            grid_->Detach(window);
            window->Destroy();
        }
    }
    rows_.clear();
    for (const Line& line : lines) {
        add(line);
    }
    resized();
}

void FormLines::add(const Line& line) {
    Row row;
    row.stored = line.stored;
    const wxString name = GetName() + ".new";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        wxTextCtrl* const field = newFormField(this, name, columns_[i].label, columns_[i].hint);
        if (i < line.values.size()) {
            field->ChangeValue(toWx(line.values[i]));
        }
        grid_->Add(field, wxSizerFlags{}.Expand());
        field->MoveBeforeInTabOrder(add_);
        row.fields.push_back(field);
    }
    if (offered_) {
        row.offer = new PillButton{this, name, offerWords_, PillButton::Kind::Secondary,
                                   PillButton::Size::Compact};
        wxTextCtrl* const target = row.fields[*offered_];
        PillButton* const button = row.offer;
        const auto showIt = [target, button] {
            // It keeps its place, so that nothing moves under the pointer.
            button->Enable(target->IsEmpty());
        };
        row.offer->onClick = [this, target, showIt] {
            target->ChangeValue(toWx(offerValue_));
            target->SetFocus();
            showIt();
        };
        target->Bind(wxEVT_TEXT, [showIt](wxCommandEvent& event) {
            showIt();
            event.Skip();
        });
        showIt();
        grid_->Add(row.offer, wxSizerFlags{}.CentreVertical());
        row.offer->MoveBeforeInTabOrder(add_);
    }
    if (keepsStored_ && row.stored) {
        row.filler = new wxPanel{this, wxID_ANY, wxDefaultPosition, {1, 1}, wxBORDER_NONE};
        row.filler->SetBackgroundColour(GetBackgroundColour());
        grid_->Add(row.filler);
    } else {
        row.remove =
            new PillButton{this, name, {}, PillButton::Kind::Secondary, PillButton::Size::Compact};
        row.remove->setIcon(Icon::Bin);
        PillButton* const button = row.remove;
        row.remove->onClick = [this, button] {
            CallAfter([this, button] { // the button itself goes
                const auto at = std::find_if(rows_.begin(), rows_.end(), [button](const Row& each) {
                    return each.remove == button;
                });
                if (at != rows_.end()) {
                    remove(static_cast<std::size_t>(at - rows_.begin()));
                }
            });
        };
        grid_->Add(row.remove, wxSizerFlags{}.CentreVertical());
        row.remove->MoveBeforeInTabOrder(add_);
    }
    rows_.push_back(std::move(row));
    renumber();
}

void FormLines::addFresh() {
    add({fresh_, {}});
    resized();
    const Row& row = rows_.back();
    const auto empty = std::find_if(row.fields.begin(), row.fields.end(),
                                    [](const wxTextCtrl* field) { return field->IsEmpty(); });
    (empty == row.fields.end() ? row.fields.front() : *empty)->SetFocus();
}

void FormLines::focusOn(std::size_t line, std::size_t column) {
    if (wxTextCtrl* const target = field(line, column)) {
        target->SetFocus();
    }
}

void FormLines::remove(std::size_t line) {
    const Row row = rows_[line];
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(line));
    for (wxWindow* const window : windowsOf(row)) {
        grid_->Detach(window);
        window->Destroy();
    }
    renumber();
    resized();
    // The focus stays where one was.
    if (line < rows_.size()) {
        rows_[line].fields.front()->SetFocus();
    } else {
        add_->SetFocus();
    }
}

void FormLines::renumber() {
    for (std::size_t line = 0; line < rows_.size(); ++line) {
        const Row& row = rows_[line];
        const wxString name = GetName() + wxString::Format(".%zu.", line);
        const std::string which = fromWx(kind_) + " " + std::to_string(line + 1);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            row.fields[i]->SetName(name + columns_[i].key);
            setAccessible(*row.fields[i], said("{1}: {2}", {which, fromWx(columns_[i].label)}),
                          columns_[i].hint);
        }
        if (row.offer) {
            row.offer->SetName(name + "offer");
            row.offer->setWords(said("{1}: {2}", {which, fromWx(offerWords_)}));
        }
        if (row.remove) {
            row.remove->SetName(name + "remove");
            row.remove->setWords(said("Take out: {1}", {which}));
        }
    }
    for (TextBlock* const heading : headings_) {
        heading->Show(!rows_.empty());
    }
}

void FormLines::resized() {
    InvalidateBestSize();
    Layout();
    if (onResized) {
        onResized();
    }
}

std::vector<FormLines::Line> FormLines::lines() const {
    std::vector<Line> out;
    for (const Row& row : rows_) {
        Line line;
        line.stored = row.stored;
        for (const wxTextCtrl* const field : row.fields) {
            line.values.push_back(fromWx(field->GetValue()));
        }
        out.push_back(std::move(line));
    }
    return out;
}

} // namespace palpate::gui
