// SPDX-License-Identifier: MIT
#include "gui/ComparePane.h"

#include "app/MapFigures.h"
#include "gui/Bar.h"
#include "gui/FactTable.h"
#include "gui/FigureRow.h"
#include "gui/FilmStripView.h"
#include "gui/MapGround.h"
#include "gui/Phrases.h"
#include "gui/PictureView.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <iterator>

namespace palpate::gui {

namespace {

constexpr int kTableRows = 4;
constexpr int kLegendDip = 26;

[[nodiscard]] std::vector<drawing::LegendEntry>
legendOf(const std::vector<drawing::MapMark>& marks, const std::vector<drawing::MapArea>& areas) {
    std::vector<drawing::LegendEntry> legend = app::legendOf(marks);
    auto more = drawing::areaLegend(areas);
    std::move(more.begin(), more.end(), std::back_inserter(legend));
    for (drawing::LegendEntry& entry : legend) {
        entry.word = fromWx(wxGetTranslation(toWx(entry.word)));
    }
    return legend;
}

[[nodiscard]] drawing::MarkStyle legendStyle() {
    drawing::MarkStyle style;
    style.ground = groundNow();
    style.diameter = 3.2;
    style.textSize = 3.1;
    return style;
}

[[nodiscard]] HistoryMap::Content contentOf(app::DifferenceMap map, View view) {
    HistoryMap::Content content;
    content.view = view;
    content.legend = legendOf(map.marks, map.areas);
    content.marks = std::move(map.marks);
    content.areas = std::move(map.areas);
    return content;
}

} // namespace

ComparePane::ComparePane(wxWindow* parent, const drawing::BodyShapes& shapes)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxBORDER_NONE | wxTAB_TRAVERSAL,
              "history.compare"} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildMaps(shapes, *column);
    legend_ = new PictureView{this, "history.legend", {200, kLegendDip}};
    column->Add(legend_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    strip_ = new FilmStripView{this, "history.strip", shapes};
    strip_->onOpen = [this](std::size_t frame) { onLook(SessionId{frames_.at(frame)}); };
    column->Add(strip_, wxSizerFlags{}.Expand());
    auto* facts = new Bar{this, "history.facts", wxTOP};
    auto* inside = new wxBoxSizer{wxVERTICAL};
    figures_ = new FigureRow{facts, "history.figures"};
    inside->Add(figures_, wxSizerFlags{}.Expand());
    remarks_ = new TextBlock{facts, "history.remarks", {}, TextStyle::Tiny, TextBlock::Ink::Muted};
    inside->Add(remarks_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(dip::kPad)));
    inside->AddSpacer(FromDIP(4));
    facts->SetSizer(inside);
    column->Add(facts, wxSizerFlags{}.Expand());
    table_ = new FactTable{this,
                           "history.differences",
                           said("What became of each point"),
                           {{said("Point"), 48},
                            {said("Where"), 190, true},
                            {said("Then"), 150},
                            {said("Now"), 150},
                            {said("Change"), 190, true}}};
    column->Add(table_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    SetSizer(column);
}

void ComparePane::buildMaps(const drawing::BodyShapes& shapes, wxSizer& column) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto half = [&](const wxString& name, wxPanel*& panel, TextBlock*& title,
                          HistoryMap*& map) {
        panel = new wxPanel{this,
                            wxID_ANY,
                            wxDefaultPosition,
                            wxDefaultSize,
                            wxBORDER_NONE | wxTAB_TRAVERSAL,
                            name + ".half"};
        dressAsPanel(*panel);
        auto* inside = new wxBoxSizer{wxVERTICAL};
        title = new TextBlock{panel, name + ".title", {}, TextStyle::ControlStrong};
        title->setAlign(TextAlign::Centre);
        inside->Add(title, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(5)));
        map = new HistoryMap{panel, shapes, name};
        map->SetMinSize(FromDIP(wxSize{120, 160}));
        map->onStep = [this](int newer) { onStep(newer); };
        map->onOpen = [this] { onOpen(); };
        inside->Add(map, wxSizerFlags{1}.Expand());
        panel->SetSizer(inside);
        row->Add(panel, wxSizerFlags{1}.Expand());
    };
    half("history.map", left_, leftTitle_, leftMap_);
    row->AddSpacer(1);
    half("history.laterMap", right_, rightTitle_, rightMap_);
    leftMap_->onMoved = [this](const drawing::Rect& body) {
        if (right_->IsShown()) {
            rightMap_->follow(body);
        }
    };
    rightMap_->onMoved = [this](const drawing::Rect& body) { leftMap_->follow(body); };
    column.Add(row, wxSizerFlags{1}.Expand());
}

void ComparePane::render(const app::HistoryPresenter& history) {
    const app::HistoryView& view = history.view();
    const bool two = view.pane == app::HistoryPane::SideBySide && view.pair;
    right_->Show(two);
    leftTitle_->Show(two);
    legend_->Show(two);
    strip_->Show(view.pane == app::HistoryPane::FilmStrip);
    table_->Show(!view.differences.empty());
    renderFacts(view);
    renderTable(view);
    if (strip_->IsShown()) {
        renderStrip(history);
    }
    Layout();
    renderMaps(history);
}

void ComparePane::renderMaps(const app::HistoryPresenter& history) {
    const app::HistoryView& view = history.view();
    if (view.pane == app::HistoryPane::SideBySide && view.pair) {
        auto then = contentOf(history.mapOf(view.pair->first, view.view), view.view);
        auto now = contentOf(history.mapOf(view.pair->second, view.view), view.view);
        // Both show the same part of the body, where the points of either lie.
        HistoryMap::Content both = then;
        both.marks.insert(both.marks.end(), now.marks.begin(), now.marks.end());
        both.areas.insert(both.areas.end(), now.areas.begin(), now.areas.end());
        leftTitle_->setText(toWx(history.titleOf(view.pair->first)));
        rightTitle_->setText(toWx(history.titleOf(view.pair->second)));
        then.legend.clear();
        now.legend.clear();
        for (HistoryMap* const map : {leftMap_, rightMap_}) {
            map->showMiniature(false);
        }
        leftMap_->show(std::move(then), leftTitle_->text());
        rightMap_->show(std::move(now), rightTitle_->text());
        frameOnce(history, both);
        legend_->setMake([legend = legendOf(both.marks, both.areas)](double width, double) {
            return drawing::markLegend(legend, width, legendStyle());
        });
        return;
    }
    app::DifferenceMap map;
    if (view.pane == app::HistoryPane::Difference && view.pair) {
        map = history.differenceMap();
    } else if (const Session* const at = history.current()) {
        map = history.mapOf(at->id, view.view);
    }
    auto content = contentOf(std::move(map), view.view);
    leftMap_->showMiniature(true);
    leftMap_->show(content, toWx(view.title));
    frameOnce(history, content);
}

void ComparePane::frameOnce(const app::HistoryPresenter& history,
                            const HistoryMap::Content& wanted) {
    const Session* const at = history.current();
    if (!at) {
        return;
    }
    const Framed now{history.view().pane, history.view().view, at->caseId};
    if (framed_ != now) {
        framed_ = now;
        leftMap_->frameFor(wanted);
        rightMap_->frameFor(wanted);
    }
}

void ComparePane::renderStrip(const app::HistoryPresenter& history) {
    std::vector<drawing::FilmFrame> frames;
    frames_.clear();
    std::size_t current = 0;
    for (app::FilmFrameView& each : history.strip()) {
        if (each.frame.current) {
            current = frames_.size();
        }
        frames_.push_back(each.session);
        frames.push_back(std::move(each.frame));
    }
    strip_->setFrames(std::move(frames));
    strip_->show(current);
}

void ComparePane::renderFacts(const app::HistoryView& view) {
    figures_->set(view.figures);
    figures_->Show(!view.figures.empty());
    wxString remarks;
    for (const std::string& remark : view.remarks) {
        remarks += (remarks.empty() ? wxString{} : wxString{" "}) + toWx(remark);
    }
    remarks_->setText(remarks);
    remarks_->Show(!remarks.empty());
    figures_->GetParent()->InvalidateBestSize();
    figures_->GetParent()->Layout();
}

void ComparePane::renderTable(const app::HistoryView& view) {
    FactTable::Rows rows;
    for (const app::DifferenceRow& each : view.differences) {
        rows.push_back({wxString::Format("%d", each.change.point.number), toWx(each.place),
                        toWx(each.then), toWx(each.now), toWx(each.verdict)});
    }
    table_->setRows(std::move(rows));
    table_->growTo(kTableRows);
}

} // namespace palpate::gui
