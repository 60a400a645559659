// SPDX-License-Identifier: MIT
#include "gui/OverviewPage.h"

#include "gui/Card.h"
#include "gui/MapGround.h"
#include "gui/Phrases.h"
#include "gui/PictureView.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

OverviewPage::OverviewPage(wxWindow* parent)
    : wxPanel{
          parent,    wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
          "overview"} {
    dressAsPage(*this);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    buildPoints(*row);
    auto* middle = new wxBoxSizer{wxVERTICAL};
    buildTrend(*middle);
    buildCases(*middle);
    row->Add(middle, wxSizerFlags{12}.Expand());
    row->AddSpacer(FromDIP(14));
    auto* right = new wxBoxSizer{wxVERTICAL};
    buildNext(*right);
    buildRecent(*right);
    row->Add(right, wxSizerFlags{10}.Expand());
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
}

void OverviewPage::buildPoints(wxSizer& row) {
    pointsCard_ = new Card{this, "overview.points"};
    pointsHeading_ = new SectionHeading{pointsCard_, "overview.pointsHeading", said("Open points")};
    pointsCard_->content().Add(pointsHeading_,
                               wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    points_ = new PictureView{pointsCard_, "overview.pointsMap", {240, 300}};
    pointsCard_->content().Add(points_, wxSizerFlags{1}.Expand());
    pointsText_ = new TextBlock{pointsCard_, "overview.pointsText", {}, TextStyle::BodyStrong};
    pointsCard_->content().Add(pointsText_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    row.Add(pointsCard_, wxSizerFlags{12}.Expand().Border(wxRIGHT, FromDIP(14)));
}

void OverviewPage::buildTrend(wxSizer& column) {
    trendCard_ = new Card{this, "overview.trend"};
    trendCard_->content().Add(new SectionHeading{trendCard_, "overview.trendHeading",
                                                 said("Pain now, before treatment"),
                                                 said("0 none, 10 worst imaginable")},
                              wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    trend_ = new PictureView{trendCard_, "overview.trendChart", {240, 240}};
    trendCard_->content().Add(trend_, wxSizerFlags{1}.Expand());
    trendText_ = new TextBlock{trendCard_, "overview.trendText", {}, TextStyle::Number};
    trendCard_->content().Add(trendText_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    changeText_ = new TextBlock{
        trendCard_, "overview.changeText", {}, TextStyle::Control, TextBlock::Ink::Muted};
    trendCard_->content().Add(changeText_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    column.Add(trendCard_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(14)));
}

void OverviewPage::buildNext(wxSizer& column) {
    nextCard_ = new Card{this, "overview.next"};
    nextCard_->content().Add(
        new SectionHeading{nextCard_, "overview.nextHeading", said("Next session")},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    noCase_ = new TextBlock{
        nextCard_, "overview.noCase",
        said("A session belongs to a case. Open one for what the patient comes with."),
        TextStyle::Body, TextBlock::Ink::Muted};
    nextCard_->content().Add(noCase_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    firstCase_ = new PillButton{nextCard_, "overview.firstCase", said("New case …"),
                                PillButton::Kind::Primary, PillButton::Size::Large};
    firstCase_->onClick = [this] { onNewCase(); };
    nextCard_->content().Add(firstCase_, wxSizerFlags{}.Expand());
    start_ = new PillButton{nextCard_, "overview.start", said("Start session"),
                            PillButton::Kind::Primary, PillButton::Size::Large};
    start_->setKeyHint("F2");
    start_->onClick = [this] { onStart(); };
    nextCard_->content().Add(start_, wxSizerFlags{}.Expand());
    planHeading_ = new TextBlock{nextCard_, "overview.planHeading", {}, TextStyle::BodyStrong};
    nextCard_->content().Add(planHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(16)));
    plan_ = new TextBlock{nextCard_, "overview.plan", {}, TextStyle::Body};
    nextCard_->content().Add(plan_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    column.Add(nextCard_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
}

void OverviewPage::buildCases(wxSizer& column) {
    casesCard_ = new Card{this, "overview.cases", Card::Look::Raised, wxVERTICAL, 1};
    casesCard_->content().Add(
        new SectionHeading{casesCard_, "overview.casesHeading", said("Cases")},
        wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    cases_ = new RowList{casesCard_, "overview.caseList", said("Cases"), 1};
    cases_->onOpen = [this](int index) {
        onCase(CaseId{caseIds_.at(static_cast<std::size_t>(index))});
    };
    casesCard_->content().Add(cases_, wxSizerFlags{}.Expand());
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    auto* another = new PillButton{casesCard_, "overview.newCase", said("New case …")};
    another->onClick = [this] { onNewCase(); };
    buttons->Add(another, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    report_ = new PillButton{casesCard_, "overview.report", said("Progress report")};
    report_->onClick = [this] { onReport(); };
    buttons->Add(report_);
    casesCard_->content().Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    column.Add(casesCard_, wxSizerFlags{}.Expand());
}

void OverviewPage::buildRecent(wxSizer& column) {
    recentCard_ = new Card{this, "overview.recent", Card::Look::Raised, wxVERTICAL, 1};
    recentCard_->content().Add(new SectionHeading{recentCard_, "overview.recentHeading",
                                                  said("Sessions"), said("newest first")},
                               wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    recent_ = new RowList{recentCard_, "overview.sessions", said("Sessions, newest first"), 2};
    recent_->onOpen = [this](int index) {
        onSession(SessionId{patient_->view().sessions.at(static_cast<std::size_t>(index)).id});
    };
    recentCard_->content().Add(recent_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    column.Add(recentCard_, wxSizerFlags{1}.Expand());
}

void OverviewPage::focusFirst() {
    (start_->IsShown() ? start_ : firstCase_)->SetFocus();
}

void OverviewPage::render(const app::PatientPresenter* patient) {
    patient_ = patient;
    if (!patient) {
        points_->setMake({});
        trend_->setMake({});
        return;
    }
    const app::PatientView& view = patient->view();
    const bool hasSessions = !view.sessions.empty();
    pointsCard_->Show(hasSessions);
    trendCard_->Show(hasSessions && !view.trendText.empty());
    points_->setMake([this](double width, double height) {
        return patient_->openPointsPicture(width, height, groundNow());
    });
    trend_->setMake([this](double width, double height) {
        return patient_->trendPicture(width, height, groundNow());
    });
    pointsText_->setText(toWx(view.openPointsText));
    trendText_->setText(toWx(view.trendText));
    changeText_->setText(toWx(view.changeText));
    changeText_->Show(!view.changeText.empty());
    const bool hasCase = !view.cases.empty();
    noCase_->Show(!hasCase);
    firstCase_->Show(!hasCase);
    start_->Show(hasCase);
    start_->setText(toWx(view.nextLabel));
    planHeading_->setText(toWx(view.planHeading));
    plan_->setText(toWx(view.planText));
    planHeading_->Show(!view.planText.empty());
    plan_->Show(!view.planText.empty());
    std::vector<ListRow> rows;
    caseIds_.clear();
    for (const app::CaseLine& line : view.cases) {
        ListRow row;
        row.title = toWx(line.title);
        row.lines = {toWx(line.detail)};
        row.marked = line.chosen;
        row.badge = line.open ? wxString{} : said("closed");
        rows.push_back(std::move(row));
        caseIds_.push_back(line.id);
    }
    cases_->setRows(std::move(rows));
    cases_->growTo(3);
    rows.clear();
    for (const app::HistoryLine& line : view.sessions) {
        ListRow row;
        row.title = toWx(line.title);
        row.lines = {toWx(line.numbers), toWx(line.excerpt)};
        row.badge = line.draft ? toWx(line.status) : wxString{};
        row.tone = Badge::Tone::Teal;
        rows.push_back(std::move(row));
    }
    recent_->setRows(std::move(rows));
    recentCard_->Show(hasSessions);
    report_->Show(hasSessions);
    casesCard_->Show(hasCase);
    casesCard_->Layout();
    nextCard_->Layout();
    Layout();
}

} // namespace palpate::gui
