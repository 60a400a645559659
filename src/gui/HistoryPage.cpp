// SPDX-License-Identifier: MIT
#include "gui/HistoryPage.h"

#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "gui/Bar.h"
#include "gui/ComparePane.h"
#include "gui/DaysDialog.h"
#include "gui/HelpsPane.h"
#include "gui/HistoryFilterBar.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/PointsPane.h"
#include "gui/SearchField.h"
#include "gui/SegmentedControl.h"
#include "gui/SessionTimeline.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr int kListDip = 430;
enum Page : std::size_t { Maps, Points, Helps };

[[nodiscard]] Page pageOf(app::HistoryPane pane) {
    switch (pane) {
    case app::HistoryPane::Points:
        return Points;
    case app::HistoryPane::Helps:
        return Helps;
    default:
        return Maps;
    }
}

} // namespace

HistoryPage::HistoryPage(wxWindow* parent, app::Clinic& clinic)
    : wxPanel{parent,   wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "history"},
      history_{clinic} {
    dressAsPanel(*this);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    buildList(*row, clinic);
    list_->little = [this](const SessionId& id) {
        SessionTimeline::LittleMap map;
        if (const Session* const session = history_.find(id)) {
            map.view = app::mainView(*session);
            app::DifferenceMap shown = history_.mapOf(id, map.view);
            map.marks = std::move(shown.marks);
            map.areas = std::move(shown.areas);
        }
        return map;
    };
    buildPanes(*row, clinic);
    SetSizer(row);
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::buildList(wxSizer& row, app::Clinic& clinic) {
    auto* side = new Bar{this, "history.side", wxRIGHT};
    auto* column = new wxBoxSizer{wxVERTICAL};
    filters_ = new HistoryFilterBar{side};
    filters_->onChange = [this](app::HistoryFilter filter) {
        history_.setFilter(std::move(filter));
        render();
    };
    filters_->onLastDays = [this](std::optional<int> days) {
        history_.setLastDays(days);
        render();
    };
    filters_->onOwnDays = [this] {
        if (DaysDialog{wxGetTopLevelParent(this), history_}.ShowModal() == wxID_OK) {
            render();
        }
    };
    filters_->onStep = [this](int newer) { step(newer); };
    filters_->onOpen = [this] { openCurrent(); };
    column->Add(filters_, wxSizerFlags{}.Expand());
    nothing_ = new TextBlock{side, "history.nothing", {}, TextStyle::Body, TextBlock::Ink::Muted};
    column->Add(nothing_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(dip::kPad)));
    list_ =
        new SessionTimeline{side, "history.list", said("Sessions, newest first"), clinic.shapes()};
    list_->onLook = [this](int index) {
        history_.look(SessionId{list_->row(index).line.id});
        render();
    };
    list_->onTick = [this](int index) {
        history_.tick(SessionId{list_->row(index).line.id});
        render();
    };
    list_->onStep = [this](int newer) { step(newer); };
    list_->onOpen = [this](int index) { onOpen(SessionId{list_->row(index).line.id}); };
    column->Add(list_, wxSizerFlags{1}.Expand());
    side->SetSizer(column);
    side->SetMinSize({textPx(*this, kListDip), -1});
    row.Add(side, wxSizerFlags{}.Expand());
}

void HistoryPage::buildHead(wxSizer& column, wxWindow& parent) {
    auto* head = new Bar{&parent, "history.head", wxBOTTOM};
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* first = new wxBoxSizer{wxHORIZONTAL};
    title_ = new TextBlock{head, "history.title", {}, TextStyle::Heading};
    first->Add(title_, wxSizerFlags{1}.CentreVertical());
    open_ = new PillButton{head, "history.open", said("Open on the chart"),
                           PillButton::Kind::Secondary, PillButton::Size::Compact};
    open_->onClick = [this] { openCurrent(); };
    first->Add(open_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    rows->Add(first, wxSizerFlags{}.Expand());
    auto* second = new wxBoxSizer{wxHORIZONTAL};
    panes_ = new SegmentedControl{head,
                                  "history.panes",
                                  said("Show"),
                                  {said("Session"), said("Side by side"), said("Difference"),
                                   said("Film strip"), said("Points"), said("What helps")}};
    panes_->onChange = [this](int pane) {
        history_.setPane(static_cast<app::HistoryPane>(pane));
        render();
    };
    second->Add(panes_, wxSizerFlags{}.CentreVertical());
    second->AddStretchSpacer();
    views_ = new SegmentedControl{
        head,
        "history.views",
        said("View"),
        {said("Front"), said("Back"), said("Left"), said("Right"), said("Soles")}};
    views_->onChange = [this](int view) {
        history_.setView(kViews.at(static_cast<std::size_t>(view)));
        renderPane();
    };
    second->Add(views_, wxSizerFlags{}.CentreVertical());
    rows->Add(second, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(10)));
    head->SetSizer(padded);
    column.Add(head, wxSizerFlags{}.Expand());
}

void HistoryPage::buildPanes(wxSizer& row, app::Clinic& clinic) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildHead(*column, *this);
    book_ = new wxSimplebook{this,          wxID_ANY,      wxDefaultPosition,
                             wxDefaultSize, wxBORDER_NONE, "history.book"};
    compare_ = new ComparePane{book_, clinic.shapes()};
    compare_->onStep = [this](int newer) { step(newer); };
    compare_->onOpen = [this] { openCurrent(); };
    points_ = new PointsPane{book_};
    points_->onOpen = [this](const SessionId& id) { onOpen(id); };
    compare_->onLook = points_->onLook = [this](const SessionId& id) {
        history_.look(id);
        render();
    };
    helps_ = new HelpsPane{book_, clinic};
    for (wxWindow* page : std::initializer_list<wxWindow*>{compare_, points_, helps_}) {
        book_->AddPage(page, {});
    }
    column->Add(book_, wxSizerFlags{1}.Expand());
    row.Add(column, wxSizerFlags{1}.Expand());
}

void HistoryPage::show(const PatientId& patient, const std::optional<CaseId>& chosenCase,
                       const std::optional<SessionId>& atChart) {
    history_.open(patient, chosenCase, atChart);
    list_->forgetPictures();
    helps_->forget();
    render();
}

void HistoryPage::showPane(app::HistoryPane pane) {
    history_.setPane(pane);
    render();
}

void HistoryPage::focusFirst() {
    list_->SetFocus();
}

void HistoryPage::render() {
    const app::HistoryView& view = history_.view();
    filters_->render(view);
    nothing_->setText(toWx(view.nothing));
    if (nothing_->Show(!view.nothing.empty())) {
        nothing_->GetParent()->Layout();
    }
    list_->set(view.rows, view.current);
    renderPane();
}

void HistoryPage::renderPane() {
    const app::HistoryView& view = history_.view();
    title_->setText(toWx(view.title));
    open_->Show(view.current.has_value());
    panes_->select(static_cast<int>(view.pane));
    views_->select(static_cast<int>(view.view));
    const Page page = pageOf(view.pane);
    views_->Show(page == Maps);
    if (book_->GetSelection() != static_cast<int>(page)) {
        book_->ChangeSelection(page);
    }
    switch (page) {
    case Maps:
        compare_->render(history_);
        break;
    case Points:
        points_->render(history_);
        break;
    case Helps:
        helps_->render(history_);
        break;
    }
    title_->GetParent()->Layout();
    Layout();
}

void HistoryPage::step(int newer) {
    history_.step(newer);
    render();
}

void HistoryPage::openCurrent() {
    if (const Session* const at = history_.current()) {
        onOpen(SessionId{at->id});
    }
}

} // namespace palpate::gui
