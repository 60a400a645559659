// SPDX-License-Identifier: MIT
#include "gui/SearchHelp.h"

#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/UnderMenu.h"

#include <utility>

namespace palpate::gui {

SearchHelp::SearchHelp(wxWindow* parent)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "search.helpPage"} {
    dressAsPage(*this);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* card = new Card{this, "search.exampleCard", Card::Look::Raised, wxVERTICAL, 1};
    card->content().Add(new SectionHeading{card, "search.exampleHeading", said("How to search"),
                                           said("press an example to try it")},
                        wxSizerFlags{}.Expand().Border(wxALL, FromDIP(18)));
    exampleList_ = new RowList{card, "search.examples", said("Examples of searches"), 0};
    exampleList_->onOpen = [this](int index) {
        if (onExample) {
            onExample(examples_.at(static_cast<std::size_t>(index)).example);
        }
    };
    card->content().Add(exampleList_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    savedCard_ = new Card{this, "search.savedCard", Card::Look::Raised, wxVERTICAL, 1};
    savedCard_->content().Add(
        new SectionHeading{savedCard_, "search.savedHeading", said("Saved searches")},
        wxSizerFlags{}.Expand().Border(wxALL, FromDIP(18)));
    savedList_ = new RowList{savedCard_, "search.savedList", said("Saved searches"), 1};
    savedList_->onOpen = [this](int index) {
        if (onSaved) {
            const std::string query = saved_.at(static_cast<std::size_t>(index)).query;
            onSaved(query);
        }
    };
    savedList_->onMenu = [this](int index, wxPoint at) { askAbout(index, at); };
    savedCard_->content().Add(savedList_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    savedCard_->Hide();
    row->Add(card, wxSizerFlags{5}.Expand());
    row->Add(savedCard_, wxSizerFlags{3}.Expand().Border(wxLEFT, FromDIP(14)));
    SetSizer(row);
}

void SearchHelp::setExamples(std::vector<app::QueryHelp> examples) {
    examples_ = std::move(examples);
    std::vector<ListRow> rows;
    for (const app::QueryHelp& each : examples_) {
        ListRow row;
        row.title = toWx(each.example);
        row.aside = toWx(each.meaning);
        rows.push_back(std::move(row));
    }
    exampleList_->setRows(std::move(rows));
}

void SearchHelp::setSaved(std::vector<app::SavedSearch> saved) {
    if (saved == saved_) {
        return;
    }
    saved_ = std::move(saved);
    std::vector<ListRow> rows;
    for (const app::SavedSearch& each : saved_) {
        ListRow row;
        row.title = toWx(each.name);
        row.lines = {toWx(each.query)};
        rows.push_back(std::move(row));
    }
    savedList_->setRows(std::move(rows));
    savedCard_->Show(!saved_.empty());
    Layout();
}

void SearchHelp::askAbout(int row, wxPoint at) {
    const app::SavedSearch saved = saved_.at(static_cast<std::size_t>(row));
    const auto chosen =
        showMuscleMenu(*savedList_, at, {{fromWx(said("Delete …")), {}}}, saved.name, false);
    if (chosen == 0 && onForget) {
        onForget(saved.name);
    }
}

} // namespace palpate::gui
