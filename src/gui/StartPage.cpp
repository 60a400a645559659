// SPDX-License-Identifier: MIT
#include "gui/StartPage.h"

#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

wxPanel* centredColumn(wxWindow& page, const wxString& name, int widthDip) {
    auto* card = new Card{&page, name, Card::Look::Raised, wxVERTICAL, 32};
    auto* across = new wxBoxSizer{wxHORIZONTAL};
    across->AddStretchSpacer();
    across->Add(card, wxSizerFlags{}.Centre());
    across->AddStretchSpacer();
    card->SetMinSize({page.FromDIP(widthDip), -1});
    page.SetSizer(across);
    return card;
}

StartPage::StartPage(wxWindow* parent)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "start"} {
    dressAsPage(*this);
    auto* card = static_cast<Card*>(centredColumn(*this, "start.card", 520));
    auto& column = card->content();
    column.Add(
        new TextBlock{card, "start.product", "Palpate", TextStyle::Number, TextBlock::Ink::Accent},
        wxSizerFlags{}.Expand());
    column.Add(new TextBlock{card, "start.what",
                             said("Trigger-point charting for manual therapists. Each clinic is "
                                  "one encrypted folder on "
                                  "this computer."),
                             TextStyle::Body, TextBlock::Ink::Muted},
               wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    heading_ = new SectionHeading{card, "start.recentHeading", said("Recent clinics")};
    column.Add(heading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(20)));
    list_ = new RowList{card, "start.recent", said("Recent clinics"), 1};
    list_->onOpen = [this](int index) { onRecent(recent_.at(static_cast<std::size_t>(index))); };
    column.Add(list_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    const auto button = [&](const wxString& name, const wxString& words, PillButton::Kind kind,
                            std::function<void()> StartPage::*act) {
        auto* made = new PillButton{card, name, words, kind, PillButton::Size::Large};
        made->onClick = [this, act] { (this->*act)(); };
        column.Add(made, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    };
    column.AddSpacer(FromDIP(12));
    button("start.open", said("Open a clinic …"), PillButton::Kind::Secondary, &StartPage::onOpen);
    button("start.new", said("New clinic …"), PillButton::Kind::Secondary, &StartPage::onNew);
    button("start.restore", said("Restore from a backup …"), PillButton::Kind::Secondary,
           &StartPage::onRestore);
    button("start.demonstration", said("Look around in a demonstration clinic"),
           PillButton::Kind::Secondary, &StartPage::onDemonstration);
    auto* about = new PillButton{card, "start.about", said("About Palpate"),
                                 PillButton::Kind::Quiet, PillButton::Size::Compact};
    about->onClick = [this] { onAbout(); };
    column.Add(about, wxSizerFlags{}.Centre().Border(wxTOP, FromDIP(14)));
}

void StartPage::render(std::vector<RecentClinics::Entry> recent) {
    recent_ = std::move(recent);
    std::vector<ListRow> rows;
    for (const RecentClinics::Entry& entry : recent_) {
        ListRow row;
        row.title = toWx(clinicName(entry.folder));
        row.lines = {toWx(entry.folder.parent_path().string())};
        row.right = toWx(entry.userName);
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    list_->growTo(4);
    heading_->Show(!recent_.empty());
    list_->Show(!recent_.empty());
    Layout();
}

} // namespace palpate::gui
