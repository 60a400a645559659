// SPDX-License-Identifier: MIT
#include "gui/HistoryPage.h"

#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/SearchField.h"
#include "gui/SectionHeading.h"

#include <wx/sizer.h>
#include <wx/tokenzr.h>

namespace palpate::gui {

namespace {

/// Every word typed stands somewhere in what the list shows of the session.
[[nodiscard]] bool holds(const app::HistoryLine& line, const wxString& typed) {
    const wxString all = toWx(line.title + " " + line.numbers + " " + line.treatments + " " +
                              line.excerpt + " " + line.status)
                             .Lower();
    wxStringTokenizer words{typed.Lower()};
    while (words.HasMoreTokens()) {
        if (!all.Contains(words.GetNextToken())) {
            return false;
        }
    }
    return true;
}

} // namespace

HistoryPage::HistoryPage(wxWindow* parent)
    : wxPanel{parent,   wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "history"} {
    dressAsPage(*this);
    auto* card = new Card{this, "history.card", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    heading_ = new SectionHeading{card, "history.heading", said("Sessions")};
    top->Add(heading_, wxSizerFlags{1}.CentreVertical());
    filter_ = new SearchField{card, "history.filter",
                              said("Filter: treatment, words of the patient, day …")};
    filter_->SetMinSize(FromDIP(wxSize{420, 34}));
    filter_->onText = [this](const wxString&) { fill(); };
    filter_->onStep = [this](int by) { list_->setCurrent(std::max(0, list_->current() + by)); };
    filter_->onEnter = [this] {
        if (list_->count() > 0) {
            list_->onOpen(std::max(0, list_->current()));
        }
    };
    top->Add(filter_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(16)));
    card->content().Add(top, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    nothing_ = new TextBlock{card, "history.nothing", {}, TextStyle::Body, TextBlock::Ink::Muted};
    card->content().Add(nothing_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    list_ = new RowList{card, "history.list", said("Sessions, newest first"), 3};
    list_->onOpen = [this](int index) {
        if (onOpen) {
            onOpen(SessionId{shown_.at(static_cast<std::size_t>(index))});
        }
    };
    card->content().Add(list_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(card, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
}

void HistoryPage::render(const app::PatientView& view, std::optional<SessionId> current) {
    if (patient_ != view.id) {
        filter_->setText({});
        list_->setCurrent(RowList::kNone);
    }
    patient_ = view.id;
    all_ = view.sessions;
    current_ = current;
    fill();
}

void HistoryPage::fill() {
    std::vector<ListRow> rows;
    shown_.clear();
    for (const app::HistoryLine& line : all_) {
        if (!holds(line, filter_->text())) {
            continue;
        }
        ListRow row;
        row.title = toWx(line.title);
        row.lines = {toWx(line.numbers), toWx(line.treatments), toWx(line.excerpt)};
        row.badge = toWx(line.status);
        row.tone = line.draft ? Badge::Tone::Teal : Badge::Tone::Neutral;
        row.marked = current_ == line.id;
        rows.push_back(std::move(row));
        shown_.push_back(line.id);
    }
    list_->setRows(std::move(rows));
    filter_->setRemark(filter_->text().empty()
                           ? wxString{}
                           : said("{1} of {2} sessions",
                                  {std::to_string(shown_.size()), std::to_string(all_.size())}));
    nothing_->setText(all_.empty() ? said("No session in this case yet.")
                                   : said("No session of this case holds these words."));
    if (nothing_->Show(shown_.empty())) {
        nothing_->GetParent()->Layout();
    }
}

} // namespace palpate::gui
