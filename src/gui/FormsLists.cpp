// SPDX-License-Identifier: MIT
#include "gui/FormsLists.h"

#include "app/FormLanguages.h"
#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kGap = 14;        ///< DIP between cards
constexpr int kMostFilled = 12; ///< rows in sight
constexpr int kMostOthers = 40;

enum List : std::size_t { DueList, BegunList, FilledList };

[[nodiscard]] ListRow rowOf(const app::FormLineView& line, bool isEmpty) {
    ListRow row;
    row.title = toWx(line.title);
    // What is pressing in the answers goes before why it was due.
    const bool tellsDetail = line.why.empty() || line.raisedFlags;
    const std::string& words = tellsDetail ? line.detail : line.why;
    if (!isEmpty) {
        row.lines = {toWx(words)};
    } else {
        row.aside = toWx(words);
    }
    if (line.raisedFlags) {
        row.badge = said("red flag");
        row.tone = Badge::Tone::Red;
    } else if (line.begun && !line.completed) {
        row.badge = said("begun");
        row.tone = Badge::Tone::Amber;
    }
    return row;
}

} // namespace

FormsLists::FormsLists(wxWindow* parent)
    : wxPanel{
          parent,       wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
          "forms.lists"} {
    dressAsPage(*this);
    build();
}

std::size_t FormsLists::addList(Card& card, const wxString& name, const wxString& title,
                                Kind kind) {
    List list{kind,
              new SectionHeading{&card, name + "Heading", title},
              new RowList{&card, name, title, kind == Kind::Empty ? 0 : 1},
              {}};
    card.content().Add(list.heading,
                       wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kGap)));
    card.content().Add(list.list, wxSizerFlags{}.Expand());
    const std::size_t place = lists_.size();
    list.list->onOpen = [this, place](int row) {
        const app::FormLineView line = lists_[place].lines.at(static_cast<std::size_t>(row));
        onAct(Act::Open, line, {});
    };
    list.list->onMenu = [this, place](int row, wxPoint at) { askMenu(place, row, at); };
    lists_.push_back(std::move(list));
    return place;
}

void FormsLists::build() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    const auto card = [&](const wxString& name) {
        auto* made = new Card{this, name, Card::Look::Raised, wxVERTICAL, 1};
        column->Add(made, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(kGap)));
        return made;
    };
    dueCard_ = card("forms.dueCard");
    addList(*dueCard_, "forms.due", said("Due now"), Kind::Due);
    begunCard_ = card("forms.begunCard");
    addList(*begunCard_, "forms.begun", said("Begun"), Kind::Begun);
    filledCard_ = card("forms.filledCard");
    addList(*filledCard_, "forms.filled", said("Filled in"), Kind::Filled);
    nothingFilled_ =
        new TextBlock{filledCard_, "forms.nothingFilled", said("No form has been completed yet."),
                      TextStyle::Control, TextBlock::Ink::Muted};
    filledCard_->content().Add(nothingFilled_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(16)));
    emptyCard_ = card("forms.emptyCard");
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(new TextBlock{emptyCard_, "forms.emptyTitle", said("Empty forms"), TextStyle::Heading},
             wxSizerFlags{1}.CentreVertical());
    add_ = new PillButton{emptyCard_, "forms.add", said("Add a form …"),
                          PillButton::Kind::Secondary, PillButton::Size::Compact};
    add_->setWords(said("Add a form of your own: a FHIR R4 Questionnaire file"));
    add_->onClick = [this] { onAdd(); };
    row->Add(add_, wxSizerFlags{}.CentreVertical());
    emptyCard_->content().Add(
        row, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kGap)));
    refusedCard_ = new Card{this, "forms.refusedCard", Card::Look::Warning};
    refusedCard_->content().Add(
        new SectionHeading{refusedCard_, "forms.refusedHeading", said("Files that can't be used")},
        wxSizerFlags{}.Expand());
    refused_ = new TextBlock{refusedCard_, "forms.refused", {}, TextStyle::Control};
    refusedCard_->content().Add(refused_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    column->Add(refusedCard_, wxSizerFlags{}.Expand());
    SetSizer(column);
}

void FormsLists::show(std::size_t list, const std::vector<app::FormLineView>& lines) {
    List& shown = lists_[list];
    shown.lines = lines;
    std::vector<ListRow> rows;
    for (const app::FormLineView& line : lines) {
        rows.push_back(rowOf(line, shown.kind == Kind::Empty));
    }
    shown.list->setRows(std::move(rows));
    shown.list->growTo(shown.kind == Kind::Filled ? kMostFilled : kMostOthers);
    shown.list->Show(!lines.empty());
}

void FormsLists::render(const app::PatientForms& forms) {
    show(DueList, forms.due);
    dueCard_->Show(!forms.due.empty());
    show(BegunList, forms.begun);
    begunCard_->Show(!forms.begun.empty());
    show(FilledList, forms.filled);
    nothingFilled_->Show(forms.filled.empty());
    showEmpty(forms);
    showRefused(forms);
    Layout();
}

void FormsLists::showEmpty(const app::PatientForms& forms) {
    for (std::size_t i = 0; i < forms.empty.size(); ++i) {
        if (i == emptyLists_.size()) {
            emptyLists_.push_back(addList(*emptyCard_, wxString::Format("forms.empty%zu", i),
                                          toWx(forms.empty[i].first), Kind::Empty));
        }
        List& list = lists_[emptyLists_[i]];
        list.heading->set(toWx(forms.empty[i].first), {});
        show(emptyLists_[i], forms.empty[i].second);
    }
    for (std::size_t i = 0; i < emptyLists_.size(); ++i) {
        List& list = lists_[emptyLists_[i]];
        const bool any = i < forms.empty.size();
        list.heading->Show(any);
        list.list->Show(any);
    }
}

void FormsLists::showRefused(const app::PatientForms& forms) {
    wxString words;
    for (const app::RefusedForm& refused : forms.refused) {
        words += (words.empty() ? "" : "\n") + toWx(refused.file);
        for (const forms::FormFault& fault : refused.faults) {
            words += "\n    " + (fault.linkId.empty() ? wxString{} : toWx(fault.linkId + ": ")) +
                     toWx(fault.sentence);
        }
    }
    refused_->setText(words);
    refusedCard_->Show(!words.empty());
}

void FormsLists::askMenu(std::size_t list, int row, wxPoint at) {
    const List& shown = lists_[list];
    const app::FormLineView line = shown.lines.at(static_cast<std::size_t>(row));
    struct Way {
        Act act;
        wxString words;
        std::string language = {};
    };
    std::vector<Way> ways;
    switch (shown.kind) {
    case Kind::Due:
    case Kind::Empty:
        ways = {{Act::Open, line.record ? said("Go on") : said("Fill in")},
                {Act::HandOver, said("Hand over to the patient …")}};
        for (const std::string& language : languages(line)) {
            const std::string words = app::languageWords(language);
            ways.push_back({Act::Print, said("Print it empty, {1} …", {words}), language});
            ways.push_back({Act::Save, said("Save it empty as PDF, {1} …", {words}), language});
        }
        if (ways.size() == 4) { // one language: there is none to choose
            ways[2] = {Act::Print, said("Print it empty …")};
            ways[3] = {Act::Save, said("Save it empty as PDF …")};
        }
        break;
    case Kind::Begun:
        ways = {{Act::Open, said("Go on")},
                {Act::HandOver, said("Hand over to the patient …")},
                {Act::PutAway, said("Put away …")}};
        break;
    case Kind::Filled:
        ways = {{Act::Open, said("Show the answers")},
                {Act::Print, said("Print …")},
                {Act::Save, said("Save as PDF …")}};
        break;
    }
    std::vector<UnderItem> items;
    for (const Way& way : ways) {
        items.push_back({fromWx(way.words), {}});
    }
    const auto chosen = showMuscleMenu(*shown.list, at, items, {}, false);
    if (chosen && *chosen < static_cast<int>(ways.size())) {
        const Way& way = ways[static_cast<std::size_t>(*chosen)];
        onAct(way.act, line, way.language);
    }
}

void FormsLists::focusFirst() {
    for (const List& list : lists_) {
        if (list.list->IsShownOnScreen() && list.list->count() > 0) {
            list.list->SetFocus();
            list.list->setCurrent(std::max(0, list.list->current()));
            return;
        }
    }
    add_->SetFocus();
}

} // namespace palpate::gui
