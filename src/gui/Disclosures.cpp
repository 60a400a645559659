// SPDX-License-Identifier: MIT
#include "gui/Disclosures.h"

#include "app/Documents.h"
#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

Disclosures::Disclosures(wxWindow* parent, app::Clinic& clinic)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "disclosures"},
      clinic_{clinic} {
    dressAsPage(*this);
    auto* card = new Card{this, "disclosures.card", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    heading_ = new SectionHeading{card, "disclosures.heading", said("What left the clinic")};
    top->Add(heading_, wxSizerFlags{1}.CentreVertical());
    print_ = new PillButton{card, "disclosures.print", said("Print the list …")};
    print_->onClick = [this] { onPrint(); };
    top->Add(print_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    save_ = new PillButton{card, "disclosures.save", said("Save as PDF …")};
    save_->setWords(said("Save the list as PDF"));
    save_->onClick = [this] { onSave(); };
    top->Add(save_, wxSizerFlags{}.CentreVertical());
    card->content().Add(top, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    told_ = new TextBlock{card, "disclosures.told", {}, TextStyle::Control};
    told_->Hide();
    card->content().Add(told_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    none_ = new TextBlock{card, "disclosures.none",
                          said("Nothing of this record has left the clinic by Palpate."),
                          TextStyle::Body, TextBlock::Ink::Muted};
    card->content().Add(none_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    list_ = new RowList{card, "disclosures.list", said("What left the clinic"), 2};
    card->content().Add(list_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(card, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(column);
}

void Disclosures::show(const std::optional<PatientId>& patient) {
    const auto lines =
        patient ? app::disclosuresOf(clinic_, *patient) : std::vector<app::DisclosureLine>{};
    std::vector<ListRow> rows;
    for (const app::DisclosureLine& line : lines) {
        const auto& disclosure = line.disclosure;
        const auto stated = [](const std::string& words) {
            return words.empty() ? fromWx(said("not stated")) : words;
        };
        ListRow row;
        row.title = toWx(disclosure.what);
        row.aside = said(line.means.c_str());
        row.right = toWx(line.when);
        row.lines = {said("For whom: {1} · Why: {2}",
                          {stated(disclosure.recipient), stated(disclosure.purpose)}),
                     said("by {1}", {line.by})};
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    list_->Show(!lines.empty());
    none_->Show(lines.empty());
    heading_->set(said("What left the clinic"), lines.empty() ? wxString{} : said("newest first"));
    print_->Enable(patient.has_value());
    save_->Enable(patient.has_value());
    Layout();
    list_->GetParent()->Layout();
}

void Disclosures::tell(const wxString& sentence, bool good) {
    told_->setText(sentence);
    told_->setInk(good ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show(!sentence.empty());
    told_->GetParent()->Layout();
}

} // namespace palpate::gui
