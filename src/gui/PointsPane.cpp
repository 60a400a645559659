// SPDX-License-Identifier: MIT
#include "gui/PointsPane.h"

#include "app/Words.h"
#include "gui/Bar.h"
#include "gui/FactTable.h"
#include "gui/LifeStrips.h"
#include "gui/Phrases.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kTableRows = 7;

[[nodiscard]] wxString scoreOf(const std::optional<Tenderness>& score) {
    return score ? wxString::Format("%d", score->value()) : toWx("–");
}

[[nodiscard]] wxString stateOf(const app::LifeStep& step) {
    switch (step.kind) {
    case app::LifeStep::Kind::Before:
        return said("not known yet");
    case app::LifeStep::Kind::NotAssessed:
        return said("not assessed");
    case app::LifeStep::Kind::Assessed:
        break;
    }
    return step.state ? toWx(app::stateWord(*step.state)) : said("not judged");
}

} // namespace

PointsPane::PointsPane(wxWindow* parent)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxBORDER_NONE | wxTAB_TRAVERSAL,
              "history.pointsPane"} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    nothing_ = new TextBlock{this, "history.noPoints",
                             said("No trigger point was marked in this case yet."), TextStyle::Body,
                             TextBlock::Ink::Muted};
    column->Add(nothing_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(dip::kPad)));
    strips_ = new LifeStrips{this, "history.lives", said("Lives of the points")};
    strips_->onChoose = [this](int point, std::optional<std::size_t> step) {
        renderTable();
        if (step) {
            onLook(SessionId{strips_->life(point).steps.at(*step).session});
        }
    };
    strips_->onOpen = [this](const SessionId& session) { onOpen(session); };
    column->Add(strips_, wxSizerFlags{1}.Expand());
    auto* facts = new Bar{this, "history.lifeFacts", wxTOP};
    auto* inside = new wxBoxSizer{wxVERTICAL};
    heading_ = new TextBlock{facts, "history.lifeTitle", {}, TextStyle::BodyStrong};
    inside->Add(heading_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kPad)));
    table_ = new FactTable{facts,
                           "history.lifeTable",
                           said("The chosen point by session"),
                           {{said("Session"), 74},
                            {said("State"), 100},
                            {said("Tenderness"), 90},
                            {said("After"), 60},
                            {said("Treated"), 220, true}}};
    table_->onSelect = [this](int row) {
        onLook(SessionId{
            strips_->life(strips_->chosen()).steps.at(static_cast<std::size_t>(row)).session});
    };
    table_->onOpen = [this](int row) {
        onOpen(SessionId{
            strips_->life(strips_->chosen()).steps.at(static_cast<std::size_t>(row)).session});
    };
    inside->Add(table_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    facts->SetSizer(inside);
    column->Add(facts, wxSizerFlags{}.Expand());
    SetSizer(column);
}

void PointsPane::render(const app::HistoryPresenter& history) {
    const Session* const at = history.current();
    strips_->set(history.lives(), at ? std::optional{at->id} : std::nullopt);
    const bool any = strips_->count() > 0;
    nothing_->Show(!any);
    strips_->Show(any);
    heading_->GetParent()->Show(any);
    renderTable();
}

void PointsPane::renderTable() {
    FactTable::Rows rows;
    if (strips_->chosen() < strips_->count()) {
        const app::PointLife& life = strips_->life(strips_->chosen());
        heading_->setText(said("{1} · {2}", {std::to_string(life.point.number), life.place}));
        for (const app::LifeStep& step : life.steps) {
            wxString treated;
            for (const std::string& each : step.treatments) {
                treated += (treated.empty() ? wxString{} : wxString{"; "}) + toWx(each);
            }
            rows.push_back({toWx(step.day), stateOf(step), scoreOf(step.tenderness),
                            scoreOf(step.tendernessAfter), treated});
        }
    }
    table_->setRows(std::move(rows));
    table_->growTo(kTableRows);
    table_->select(strips_->step() ? static_cast<int>(*strips_->step()) : -1);
    table_->GetParent()->InvalidateBestSize();
    Layout();
}

} // namespace palpate::gui
