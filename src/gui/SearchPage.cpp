// SPDX-License-Identifier: MIT
#include "gui/SearchPage.h"

#include "gui/Bar.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/Guarded.h"
#include "gui/MistakeLines.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/QueryCompletions.h"
#include "gui/RowList.h"
#include "gui/SearchField.h"
#include "gui/SearchFilters.h"
#include "gui/SearchHelp.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kPauseMilliseconds = 700; ///< of typing, before what is half typed counts as wrong

[[nodiscard]] wxString fieldLabel() {
    return said("Search in all sessions");
}

} // namespace

SearchPage::SearchPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "searchPage"},
      clinic_{clinic}, prompter_{prompter} {
    search_ = std::make_unique<app::SearchPresenter>(clinic_, [this] {
        // From any thread: the event is kept until this one has time for it.
        CallAfter([this] { guarded([this] { search_->deliver(); }); });
    });
    build();
    wire();
    render();
}

SearchPage::~SearchPage() {
    search_.reset();
}

void SearchPage::build() {
    dressAsPage(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildQuery(*column);
    auto* body = new wxBoxSizer{wxVERTICAL};
    buildResults(*body);
    examples_ = new SearchHelp{this};
    examples_->setExamples(app::queryHelp());
    body->Add(examples_, wxSizerFlags{1}.Expand());
    column->Add(body, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(column);
    completions_ = new QueryCompletions{this, "search.completions", fieldLabel(), *field_};
}

void SearchPage::buildQuery(wxSizer& column) {
    auto* bar = new Bar{this, "search.bar", wxBOTTOM};
    auto* lines = new wxBoxSizer{wxVERTICAL};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    field_ = new SearchField{bar, "search.query",
                             said("Search in all sessions: left upper trapezius >= 6 since:90d")};
    line->Add(field_, wxSizerFlags{1}.CentreVertical());
    save_ = new PillButton{bar, "search.save", said("Save …"), PillButton::Kind::Secondary,
                           PillButton::Size::Compact};
    save_->setWords(said("Save this search under a name"));
    saved_ = new PillButton{bar, "search.saved", toWx("Saved ▾"), PillButton::Kind::Secondary,
                            PillButton::Size::Compact};
    saved_->setWords(said("Saved searches"));
    help_ = new PillButton{bar, "search.help", said("Help"), PillButton::Kind::Quiet,
                           PillButton::Size::Compact};
    help_->setWords(said("How to search: examples"));
    for (PillButton* const button : {save_, saved_, help_}) {
        line->Add(button, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    }
    lines->Add(line, wxSizerFlags{}.Expand());
    filters_ = new ChipGroup{bar,
                             "search.filters",
                             said("Filters: each opens a menu"),
                             ChipGroup::Kind::Multi,
                             filterChips(),
                             ChipGroup::Size::Compact};
    lines->Add(filters_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(lines, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    bar->SetSizer(padded);
    column.Add(bar, wxSizerFlags{}.Expand());
}

void SearchPage::buildResults(wxSizer& column) {
    mistakeCard_ = new Card{this, "search.mistakeCard", Card::Look::Warning, wxVERTICAL, 12};
    mistakes_ = new MistakeLines{mistakeCard_, "search.mistake"};
    mistakeCard_->content().Add(mistakes_, wxSizerFlags{}.Expand());
    column.Add(mistakeCard_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
    chips_ = new ChipGroup{this,
                           "search.parts",
                           said("What is searched for; pressing one takes it away"),
                           ChipGroup::Kind::Multi,
                           {},
                           ChipGroup::Size::Compact};
    column.Add(chips_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
    results_ = new Card{this, "search.results", Card::Look::Raised, wxVERTICAL, 1};
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    count_ = new TextBlock{results_, "search.count", {}, TextStyle::Heading};
    count_->setSingleLine();
    head->Add(count_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(4)));
    order_ = new TextBlock{results_, "search.order", said("newest first"), TextStyle::Small,
                           TextBlock::Ink::Muted};
    order_->setSingleLine();
    head->Add(order_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    head->AddStretchSpacer();
    as_ = new SegmentedControl{
        results_, "search.as", said("Show what is found as"), {said("Sessions"), said("Patients")}};
    head->Add(as_, wxSizerFlags{}.CentreVertical());
    export_ = new PillButton{results_, "search.export", said("Save as a table …"),
                             PillButton::Kind::Secondary, PillButton::Size::Compact};
    head->Add(export_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    results_->content().Add(head, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    problem_ =
        new TextBlock{results_, "search.problem", {}, TextStyle::Body, TextBlock::Ink::Danger};
    results_->content().Add(
        problem_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(16)));
    hits_ = new RowList{results_, "search.hits", said("What was found"), 2};
    results_->content().Add(hits_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    column.Add(results_, wxSizerFlags{1}.Expand());
}

void SearchPage::wire() {
    search_->onChange = [this] { render(); };
    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded([this] { render(); }); });
    field_->onText = [this](const wxString&) {
        typed();
        completions_->typed();
    };
    field_->onEnter = [this] {
        pause_.Stop();
        render();
    };
    completions_->complete = [this](const std::string& head) {
        std::vector<QueryCompletions::Completion> out;
        for (app::QueryCompletion& each : app::completionsOf(clinic_, head)) {
            out.push_back({std::move(each.text), std::move(each.words), std::move(each.remark)});
        }
        return out;
    };
    completions_->onTaken = [this](const wxString&) { typed(); };
    completions_->onDown = [this] {
        if (hits_->IsShownOnScreen() && hits_->count() > 0) {
            hits_->SetFocus();
            hits_->setCurrent(std::max(0, hits_->current()));
        }
    };
    filters_->onAction = [this](int filter) { askFilter(filter); };
    chips_->onAction = [this](int part) { removePart(part); };
    mistakes_->onPress = [this](std::size_t which) { showMistake(which); };
    as_->onChange = [this](int as) {
        search_->showAs(as == 0 ? app::ResultsAs::Sessions : app::ResultsAs::Patients);
    };
    hits_->onOpen = [this](int row) { openHit(row); };
    hits_->onNearEnd = [this] {
        if (search_->view().hasMore && !search_->view().isSearching) {
            search_->more();
        }
    };
    save_->onClick = [this] { saveSearch(); };
    saved_->onClick = [this] { askSaved(); };
    help_->onClick = [this] { showHelp(!helpWanted_); };
    export_->onClick = [this] { exportCsv(); };
    examples_->onExample = [this](const std::string& query) { replaceQuery(query); };
    examples_->onSaved = [this](const std::string& query) { replaceQuery(query); };
    examples_->onForget = [this](const std::string& name) { forgetSearch(name); };
}

void SearchPage::focusField() {
    field_->focusAndSelect();
}

void SearchPage::ask(const wxString& query) {
    helpWanted_ = false;
    field_->setText(query);
    completions_->fold();
    search_->type(fromWx(query));
    render();
    field_->field().SetFocus();
    field_->field().SetInsertionPointEnd();
}

void SearchPage::renew() {
    if (!search_->view().query.empty()) {
        search_->type(fromWx(field_->text()));
    }
}

void SearchPage::typed() {
    helpWanted_ = false;
    pause_.StartOnce(kPauseMilliseconds);
    search_->type(fromWx(field_->text()));
    render();
}

void SearchPage::replaceQuery(const std::string& query) {
    ask(toWx(query));
}

void SearchPage::removePart(int part) {
    const app::QueryPart gone = parts_.at(static_cast<std::size_t>(part));
    replaceQuery(withoutPart(fromWx(field_->text()), gone));
}

void SearchPage::showHelp(bool wanted) {
    helpWanted_ = wanted;
    render();
}

void SearchPage::render() {
    const app::SearchView& view = search_->view();
    renderParts(view);
    renderMistakes(view);
    renderHits(view);
    examples_->setSaved(view.saved);
    save_->Enable(!view.query.empty() && view.parsed.mistakes.empty());
    const bool nothingAsked = view.query.empty();
    help_->Enable(!nothingAsked);
    help_->setText(helpWanted_ && !nothingAsked ? said("Hide help") : said("Help"));
    examples_->Show(nothingAsked || helpWanted_);
    results_->Show(!nothingAsked && !helpWanted_);
    Layout();
}

void SearchPage::renderParts(const app::SearchView& view) {
    if (view.parsed.parts != parts_) {
        parts_ = view.parsed.parts;
        std::vector<ChipGroup::Chip> chips;
        for (const app::QueryPart& part : parts_) {
            ChipGroup::Chip chip{toWx(part.words) + toWx("  ×"), true};
            chip.tip = said("Take “{1}” out of the search", {part.words});
            chips.push_back(std::move(chip));
        }
        chips_->setChips(std::move(chips));
    }
    chips_->Show(!parts_.empty());
}

void SearchPage::renderMistakes(const app::SearchView& view) {
    const std::string& query = view.query;
    std::vector<MistakeLines::Mistake> mistakes;
    for (const app::QueryMistake& mistake : view.parsed.mistakes) {
        const std::size_t end = std::min(query.size(), mistake.begin + mistake.length);
        // What one is typing is not wrong yet.
        if (end < query.size() || !pause_.IsRunning()) {
            mistakes.push_back(
                {toWx(std::string_view{query}.substr(std::min(mistake.begin, end),
                                                     end - std::min(mistake.begin, end))),
                 said(mistake.sentence)});
        }
    }
    mistakeCard_->Show(!mistakes.empty());
    mistakes_->set(std::move(mistakes));
}

void SearchPage::showMistake(std::size_t which) {
    const app::SearchView& view = search_->view();
    if (which >= view.parsed.mistakes.size()) {
        return;
    }
    const app::QueryMistake& mistake = view.parsed.mistakes[which];
    const std::size_t from = charactersIn(view.query, mistake.begin);
    const std::size_t to = charactersIn(view.query, mistake.begin + mistake.length);
    field_->field().SetFocus();
    field_->field().SetSelection(static_cast<long>(from), static_cast<long>(to));
}

void SearchPage::renderHits(const app::SearchView& view) {
    const bool isWrong = !view.parsed.mistakes.empty();
    std::vector<ListRow> rows;
    for (const app::SearchHit& hit : view.hits) {
        ListRow row;
        row.title = toWx(hit.title);
        row.right = toWx(hit.when);
        row.lines = {toWx(hit.detail), toWx(hit.excerpt)};
        row.marks = marksOf(hit.excerpt, hit.bold);
        rows.push_back(std::move(row));
    }
    hits_->setRows(std::move(rows));
    as_->select(view.as == app::ResultsAs::Sessions ? 0 : 1);
    const bool searching = view.isSearching && view.count.empty();
    count_->setText(isWrong     ? said("Not searched yet")
                    : searching ? said("Searching …")
                                : toWx(view.count));
    count_->setInk(view.isSearching || isWrong ? TextBlock::Ink::Muted : TextBlock::Ink::Normal);
    order_->Show(!view.hits.empty());
    problem_->setText(view.problem ? toWx(*view.problem) : wxString{});
    problem_->Show(view.problem.has_value());
    export_->Enable(!view.hits.empty() && !isWrong && !view.isSearching);
    results_->Layout();
}

void SearchPage::openHit(int row) {
    const app::SearchView& view = search_->view();
    if (static_cast<std::size_t>(row) < view.hits.size() && onOpen) {
        const app::SearchHit hit = view.hits[static_cast<std::size_t>(row)];
        onOpen(hit.patient, hit.session);
    }
}

} // namespace palpate::gui
