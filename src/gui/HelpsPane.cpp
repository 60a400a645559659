// SPDX-License-Identifier: MIT
#include "gui/HelpsPane.h"

#include "app/Clinic.h"
#include "app/OverviewFacts.h"
#include "gui/Bar.h"
#include "gui/FactTable.h"
#include "gui/MapGround.h"
#include "gui/Phrases.h"
#include "gui/PictureView.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"

#include <wx/progdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stopwatch.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

enum Where { Case, Patient, WholeClinic };

constexpr int kTableRows = 6;
constexpr int kBarDip = 34; ///< height of one bar
constexpr int kAxisDip = 60;
constexpr int kWaitMilliseconds = 400; ///< before a progress is shown
constexpr int kProgressSteps = 100;

[[nodiscard]] wxString changeText(const std::optional<app::MeanChange>& change) {
    return change
               ? said("{1}, {2} measured", {app::meanText(*change), std::to_string(change->count)})
               : said("too little measured");
}

} // namespace

HelpsPane::HelpsPane(wxWindow* parent, app::Clinic& clinic)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxBORDER_NONE | wxTAB_TRAVERSAL,
              "history.helpsPane"},
      clinic_{clinic} {
    dressAsPanel(*this);
    const int pad = FromDIP(dip::kPad);
    auto* column = new wxBoxSizer{wxVERTICAL};
    where_ = new SegmentedControl{this,
                                  "history.helpsIn",
                                  said("What helps in"),
                                  {said("This case"), said("This patient"), said("The clinic")}};
    where_->select(Case);
    where_->onChange = [this](int) { CallAfter([this] { show(); }); };
    column->Add(where_, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, pad));
    warning_ = new TextBlock{
        this, "history.helpsWarning", {}, TextStyle::Control, TextBlock::Ink::Warning};
    column->Add(warning_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, pad));
    tooFew_ =
        new TextBlock{this, "history.helpsTooFew", {}, TextStyle::Small, TextBlock::Ink::Muted};
    column->Add(tooFew_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, pad));
    scroller_ = new wxScrolledWindow{this,
                                     wxID_ANY,
                                     wxDefaultPosition,
                                     wxDefaultSize,
                                     wxVSCROLL | wxBORDER_NONE | wxTAB_TRAVERSAL,
                                     "history.helpsScroller"};
    scroller_->SetScrollRate(0, FromDIP(12));
    dressAsPanel(*scroller_);
    auto* inside = new wxBoxSizer{wxVERTICAL};
    bars_ = new PictureView{scroller_, "history.helpsBars", {240, 120}};
    inside->Add(bars_, wxSizerFlags{1}.Expand().Border(wxALL, pad));
    scroller_->SetSizer(inside);
    column->Add(scroller_, wxSizerFlags{1}.Expand());
    auto* facts = new Bar{this, "history.helpsFacts", wxTOP};
    auto* rows = new wxBoxSizer{wxVERTICAL};
    table_ = new FactTable{facts,
                           "history.helpsTable",
                           said("What helped, in numbers"),
                           {{said("Technique and muscle"), 220, true},
                            {said("Uses"), 54},
                            {said("Patients"), 66},
                            {said("Tenderness at once (95 % interval)"), 210, true},
                            {said("At the next session"), 210, true}}};
    rows->Add(table_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    facts->SetSizer(rows);
    column->Add(facts, wxSizerFlags{}.Expand());
    SetSizer(column);
}

void HelpsPane::render(const app::HistoryPresenter& history) {
    history_ = &history;
    show();
}

void HelpsPane::show() {
    if (!history_) {
        return;
    }
    if (where_->selected() == WholeClinic) {
        if (!ofClinic_) {
            ofClinic_ = sumClinic();
        }
        if (!ofClinic_) {
            where_->select(Case); // it was stopped
        }
    }
    helps_ =
        where_->selected() == WholeClinic
            ? *ofClinic_
            : history_->helps(where_->selected() == Case ? app::HistoryPresenter::HelpsIn::Case
                                                         : app::HistoryPresenter::HelpsIn::Patient);
    warning_->setText(toWx(helps_.warning));
    warning_->Show(!helps_.warning.empty());
    const int least = where_->selected() == WholeClinic ? app::kLeastPatients : app::kLeastUses;
    const std::string number = std::to_string(least);
    wxString few;
    if (helps_.rows.empty()) {
        few = where_->selected() == WholeClinic
                  ? said("No technique has values of {1} patients in one muscle yet.", {number})
                  : said("No technique was measured {1} times in one muscle yet.", {number});
    }
    if (helps_.tooFew > 0) {
        few += (few.empty() ? wxString{} : wxString{" "}) +
               said(where_->selected() == WholeClinic
                        ? tr("Not shown: {1}, with values of fewer than {2} patients.")
                        : tr("Not shown: {1}, measured fewer than {2} times."),
                    {std::to_string(helps_.tooFew), number});
    }
    tooFew_->setText(few);
    tooFew_->Show(!few.empty());
    const int rows = static_cast<int>(helps_.rows.size());
    bars_->SetMinSize({-1, textPx(*this, kAxisDip + rows * kBarDip)});
    bars_->Show(rows > 0);
    bars_->setMake([this](double width, double height) {
        return app::helpPicture(helps_, width, height, groundNow());
    });
    renderTable();
    Layout();
    scroller_->FitInside();
    scroller_->Layout();
}

void HelpsPane::renderTable() {
    FactTable::Rows rows;
    for (const app::Help& each : helps_.rows) {
        rows.push_back({toWx(each.title), wxString::Format("%d", each.uses),
                        wxString::Format("%d", each.patients), changeText(each.atOnce),
                        changeText(each.atNextVisit)});
    }
    const bool any = !rows.empty();
    table_->setRows(std::move(rows));
    table_->growTo(kTableRows);
    table_->GetParent()->Show(any);
    table_->GetParent()->InvalidateBestSize();
}

std::optional<app::WhatHelps> HelpsPane::sumClinic() {
    const wxStopWatch watch;
    std::unique_ptr<wxProgressDialog> progress;
    return app::whatHelpsHere(clinic_, [&](double share) {
        if (!progress && watch.Time() > kWaitMilliseconds) {
            progress = std::make_unique<wxProgressDialog>(
                said("What helps"), said("Reading what was treated in the clinic …"),
                kProgressSteps, wxGetTopLevelParent(this),
                wxPD_APP_MODAL | wxPD_CAN_ABORT | wxPD_AUTO_HIDE);
        }
        return !progress || progress->Update(std::clamp(static_cast<int>(share * kProgressSteps), 0,
                                                        kProgressSteps - 1));
    });
}

} // namespace palpate::gui
