// SPDX-License-Identifier: MIT
#include "gui/AuditPane.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/AuditFilterBar.h"
#include "gui/Card.h"
#include "gui/FactTable.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/progdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kPage = 200;        ///< rows
constexpr int kDetailWidth = 320; ///< DIP
constexpr int kPercent = 100;

} // namespace

AuditPane::AuditPane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "auditPane"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPage(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    filter_ = new AuditFilterBar{this, clinic_};
    filter_->onChange = [this] {
        skipped_ = 0;
        tell({}, true);
        load();
    };
    column->Add(filter_, wxSizerFlags{}.Expand());
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    buildTable(*row);
    buildDetail(*row);
    column->Add(row, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(column);
}

void AuditPane::buildTable(wxSizer& row) {
    auto* card = new Card{this, "audit.rows", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    count_ = new TextBlock{card, "audit.count", {}, TextStyle::BodyStrong};
    top->Add(count_, wxSizerFlags{1}.CentreVertical());
    back_ = new PillButton{card, "audit.back", toWx("←"), PillButton::Kind::Secondary,
                           PillButton::Size::Compact};
    back_->setWords(said("The rows before"));
    back_->onClick = [this] { step(-kPage); };
    on_ = new PillButton{card, "audit.on", toWx("→"), PillButton::Kind::Secondary,
                         PillButton::Size::Compact};
    on_->setWords(said("The rows behind"));
    on_->onClick = [this] { step(kPage); };
    csv_ = new PillButton{card, "audit.csv", said("Save as a table …"), PillButton::Kind::Secondary,
                          PillButton::Size::Compact};
    csv_->onClick = [this] { saveCsv(); };
    pdf_ = new PillButton{card, "audit.pdf", said("Save as PDF …"), PillButton::Kind::Secondary,
                          PillButton::Size::Compact};
    pdf_->onClick = [this] { savePdf(); };
    for (PillButton* const button : {back_, on_, csv_, pdf_}) {
        top->Add(button, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    }
    card->content().Add(top, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    told_ = new TextBlock{card, "audit.told", {}, TextStyle::Control};
    told_->Hide();
    card->content().Add(told_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(14)));
    table_ = new FactTable{card,
                           "audit.table",
                           said("Audit trail"),
                           {{said("Row"), 60},
                            {said("When"), 160},
                            {said("Who"), 110},
                            {said("What"), 260},
                            {said("Patient"), 130},
                            {said("Noted"), 120, true}}};
    table_->onSelect = [this](int line) { showLine(line); };
    card->content().Add(table_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(2)));
    row.Add(card, wxSizerFlags{1}.Expand());
}

void AuditPane::buildDetail(wxSizer& row) {
    auto* card = new Card{this, "audit.detailCard", Card::Look::Raised, wxVERTICAL, 16};
    title_ = new TextBlock{card, "audit.title", {}, TextStyle::BodyStrong};
    card->content().Add(title_, wxSizerFlags{}.Expand());
    when_ = new TextBlock{card, "audit.when", {}, TextStyle::Small, TextBlock::Ink::Muted};
    card->content().Add(when_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    auto* scroller = new wxScrolledWindow{card,
                                          wxID_ANY,
                                          wxDefaultPosition,
                                          wxDefaultSize,
                                          wxVSCROLL | wxBORDER_NONE | wxTAB_TRAVERSAL,
                                          "audit.scroller"};
    scroller->SetScrollRate(0, FromDIP(12));
    dressAsPanel(*scroller);
    details_ = new TextBlock{scroller, "audit.details", {}, TextStyle::Control};
    auto* inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(details_, wxSizerFlags{}.Expand());
    scroller->SetSizer(inside);
    card->content().Add(scroller, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(12)));
    card->SetMinSize({FromDIP(kDetailWidth), -1});
    row.Add(card, wxSizerFlags{}.Expand().Border(wxLEFT, FromDIP(14)));
}

void AuditPane::renew() {
    load();
}

void AuditPane::load() {
    page_ = app::auditPage(clinic_, filter_->wish(), skipped_, kPage);
    FactTable::Rows rows;
    for (const app::AuditLine& line : page_.lines) {
        rows.push_back({toWx(std::to_string(line.seq)), toWx(line.when), toWx(line.who),
                        toWx(line.what), toWx(line.record), toWx(line.shortly)});
    }
    table_->setRows(std::move(rows));
    const auto last = skipped_ + static_cast<std::int64_t>(page_.lines.size());
    count_->setText(page_.lines.empty() ? said("No row of the trail is so")
                                        : said("Rows {1} to {2} of {3}",
                                               {std::to_string(skipped_ + 1), std::to_string(last),
                                                std::to_string(page_.total)}));
    back_->Enable(skipped_ > 0);
    on_->Enable(last < page_.total);
    csv_->Enable(!page_.lines.empty());
    pdf_->Enable(!page_.lines.empty());
    table_->select(page_.lines.empty() ? -1 : 0);
    showLine(0);
    count_->GetParent()->Layout();
}

void AuditPane::step(int by) {
    skipped_ = std::max<std::int64_t>(0, skipped_ + by);
    load();
}

void AuditPane::showLine(int row) {
    const auto index = static_cast<std::size_t>(row);
    if (row < 0 || index >= page_.lines.size()) {
        title_->setText({});
        when_->setText({});
        details_->setText({});
        return;
    }
    const app::AuditLine& line = page_.lines[index];
    title_->setText(toWx(line.who + " " + line.what));
    when_->setText(
        line.record.empty()
            ? said("{1} · row {2}", {line.when, std::to_string(line.seq)})
            : said("{1} · row {2} · {3}", {line.when, std::to_string(line.seq), line.record}));
    wxString text;
    for (const std::string& each : line.details) {
        text += (text.empty() ? wxString{} : wxString{"\n"}) + toWx(each);
    }
    if (line.isErased) {
        text = said("What was noted was lawfully erased; the row stands.");
    } else if (text.empty()) {
        text = said("Nothing else was noted.");
    }
    details_->setText(text);
    title_->GetParent()->Layout();
    details_->GetParent()->Layout();
    details_->GetParent()->FitInside();
}

void AuditPane::saveCsv() {
    const auto file =
        prompter_.chooseSaveFile({tr("Save the audit trail as a table"), {}}, "audit-trail.csv");
    if (!file) {
        return;
    }
    wxProgressDialog progress{
        said("Saving the audit trail"), {}, kPercent, this, wxPD_APP_MODAL | wxPD_CAN_ABORT};
    try {
        const bool isWritten = app::writeAuditCsv(
            clinic_, filter_->wish(), *file, [&](std::int64_t rows, std::int64_t of) {
                const auto share = of > 0 ? rows * kPercent / of : 0;
                return progress.Update(static_cast<int>(std::min<std::int64_t>(share, 99)));
            });
        load();
        tell(isWritten ? said("Saved as {1}.", {file->string()}) : wxString{}, true);
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void AuditPane::savePdf() {
    const auto file =
        prompter_.chooseSaveFile({tr("Save the audit trail as a PDF"), {}}, "audit-report.pdf");
    if (!file) {
        return;
    }
    const wxBusyCursor busy;
    try {
        app::writeAuditPdf(clinic_, filter_->wish(), *file);
        load();
        tell(said("Saved as {1}.", {file->string()}), true);
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void AuditPane::tell(const wxString& sentence, bool good) {
    told_->setText(sentence);
    told_->setInk(good ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show(!sentence.empty());
    told_->GetParent()->Layout();
}

} // namespace palpate::gui
