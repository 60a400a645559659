// SPDX-License-Identifier: MIT
#include "gui/Card.h"
#include "gui/MapGround.h"
#include "gui/OverviewPage.h"
#include "gui/Phrases.h"
#include "gui/PictureView.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kMostCases = 3;
constexpr int kMostGoals = 4;
constexpr int kMostDrafts = 3;
constexpr std::size_t kMostHelps = 3;

/// Shown with its words, or not at all.
void say(TextBlock& block, const wxString& words) {
    block.setText(words);
    block.Show(!words.empty());
}

} // namespace

void OverviewPage::render(const app::PatientPresenter* patient) {
    patient_ = patient;
    if (!patient) {
        points_->setMake({});
        trend_->setMake({});
        return;
    }
    const app::PatientView& view = patient->view();
    renderMerged(view);
    renderFigures(view);
    renderHelped(view);
    renderEveryday(view);
    renderNext(view);
    renderCases(view);
    renderRecent(view);
    renderContacts(view);
    arrange();
}

void OverviewPage::arrange() {
    for (Card* const card : {mergedCard_, pointsCard_, helpedCard_, trendCard_, nextCard_,
                             casesCard_, everydayCard_, recentCard_, contactsCard_}) {
        card->InvalidateBestSize();
        card->Layout();
    }
    sheet_->InvalidateBestSize();
    Layout();
    scroller_->FitInside();
    scroller_->Layout();
    sheet_->Layout();
}

void OverviewPage::renderMerged(const app::PatientView& view) {
    say(*openedInstead_, toWx(view.openedInstead));
    if (view.merged != shownMerged_) {
        shownMerged_ = view.merged;
        mergedRows_->Clear(true);
        for (std::size_t i = 0; i < shownMerged_.size(); ++i) {
            const app::MergedLine& line = shownMerged_[i];
            const wxString name = wxString::Format("overview.merged.%zu", i);
            auto* row = new wxBoxSizer{wxHORIZONTAL};
            row->Add(
                new TextBlock{mergedCard_, name,
                              said("The record of {1}, {2}, leads here.", {line.name, line.detail}),
                              TextStyle::Control},
                wxSizerFlags{1}.CentreVertical());
            auto* undo = new PillButton{mergedCard_, name + ".undo", said("Part them again")};
            undo->setWords(said("Part the record of {1} from this one again", {line.name}));
            undo->onClick = [this, id = line.id] {
                CallAfter([this, id] { onUnmerge(id); }); // the button itself goes
            };
            row->Add(undo, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10)));
            mergedRows_->Add(row, wxSizerFlags{}.Expand());
        }
    }
    mergedCard_->Show(!view.openedInstead.empty() || !shownMerged_.empty());
}

void OverviewPage::renderFigures(const app::PatientView& view) {
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
    say(*changeText_, toWx(view.changeText));
}

void OverviewPage::renderHelped(const app::PatientView& view) {
    const app::WhatHelps& helped = view.facts.helped;
    std::vector<ListRow> rows;
    for (const app::Help& help : helped.rows) {
        if (rows.size() == kMostHelps) {
            break;
        }
        ListRow row;
        row.title = toWx(help.title);
        row.lines = {toWx(app::shortHelp(help))};
        rows.push_back(std::move(row));
    }
    const bool any = !rows.empty();
    helped_->setRows(std::move(rows));
    helped_->growTo(static_cast<int>(kMostHelps));
    helped_->Show(any);
    say(*noHelp_, any ? wxString{}
                      : said("No technique was measured {1} times in one muscle yet.",
                             {std::to_string(app::kLeastUses)}));
    say(*helpedWarning_, any ? toWx(helped.warning) : wxString{});
    helpedCard_->Show(!view.sessions.empty());
}

void OverviewPage::renderEveryday(const app::PatientView& view) {
    const app::OverviewFacts& facts = view.facts;
    for (std::size_t i = 0; i < told_.size(); ++i) {
        const bool any = i < facts.everyday.size();
        const app::ToldLine line = any ? facts.everyday[i] : app::ToldLine{};
        told_[i].label->setText(toWx(line.label));
        told_[i].text->setText(toWx(line.text));
        told_[i].when->setText(toWx(line.when));
        for (TextBlock* const cell : {told_[i].label, told_[i].text, told_[i].when}) {
            cell->Show(any);
        }
    }
    notTold_->Show(facts.everyday.empty());
    std::string agreed;
    for (const std::string& item : facts.homeCare) {
        agreed += (agreed.empty() ? "" : "; ") + item;
    }
    say(*homeCare_, agreed.empty()
                        ? wxString{}
                        : said("Home care agreed on {1}: {2}", {facts.homeCareDay, agreed}));
    everydayCard_->Show(!view.sessions.empty());
}

void OverviewPage::renderSteps(const app::PatientView& view) {
    const std::vector<app::NextStep>& next = view.facts.next;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        steps_[i]->setInk(i < next.size() && next[i].pressing ? TextBlock::Ink::Warning
                                                              : TextBlock::Ink::Normal);
        say(*steps_[i], i < next.size() ? toWx(next[i].text) : wxString{});
    }
    stepsHeading_->Show(!next.empty());
}

void OverviewPage::renderNext(const app::PatientView& view) {
    const bool hasCase = !view.cases.empty();
    noCase_->Show(!hasCase);
    firstCase_->Show(!hasCase);
    start_->Show(hasCase);
    start_->setText(toWx(view.nextLabel));
    planHeading_->setText(toWx(view.planHeading));
    planHeading_->Show(!view.planText.empty());
    say(*plan_, toWx(view.planText));
    renderSteps(view);
    draftIds_.clear();
    std::vector<ListRow> rows;
    for (const app::OpenDraft& draft : view.drafts) {
        if (draft.session != view.draft) { // that one goes on with the button
            ListRow row;
            row.title = toWx(draft.title);
            row.lines = {toWx(draft.detail)};
            rows.push_back(std::move(row));
            draftIds_.push_back(draft.session);
        }
    }
    drafts_->setRows(std::move(rows));
    drafts_->growTo(kMostDrafts);
    drafts_->Show(!draftIds_.empty());
    draftsHeading_->Show(!draftIds_.empty());
}

void OverviewPage::renderCases(const app::PatientView& view) {
    const bool hasCase = !view.cases.empty();
    std::vector<ListRow> rows;
    caseIds_.clear();
    bool open = false;
    for (const app::CaseLine& line : view.cases) {
        ListRow row;
        row.title = toWx(line.title);
        row.lines = {toWx(line.from.empty() ? line.detail : line.detail + " · " + line.from)};
        row.marked = line.chosen;
        row.badge = toWx(line.statusText);
        row.tone = line.open ? Badge::Tone::Teal : Badge::Tone::Neutral;
        rows.push_back(std::move(row));
        caseIds_.push_back(line.id);
        open = line.chosen ? line.open : open;
    }
    cases_->setRows(std::move(rows));
    cases_->growTo(kMostCases);
    renderSheet(view.sheet.value_or(app::CaseSheet{}));
    close_->Show(open);
    reopen_->Show(!open);
    report_->Show(!view.sessions.empty());
    handover_->Show(!view.sessions.empty());
    casesCard_->Show(hasCase);
}

void OverviewPage::renderSheet(const app::CaseSheet& sheet) {
    wxString words;
    if (!sheet.goal.empty()) {
        words = said("“{1}”", {sheet.goal});
    }
    if (!sheet.referrer.empty()) {
        words +=
            (words.empty() ? wxString{} : toWx(" · ")) + said("referred by {1}", {sheet.referrer});
    }
    say(*words_, words);
    wxString codes;
    for (const app::DiagnosisChoice& each : sheet.diagnoses) {
        if (each.valid == false) {
            codes += (codes.empty() ? wxString{} : wxString{"\n"}) +
                     toWx(each.code + ": " + each.validity);
        }
    }
    say(*codes_, codes);
    std::vector<ListRow> rows;
    for (const app::GoalLine& goal : sheet.goals) {
        ListRow row;
        row.title = toWx(goal.text);
        row.aside = toWx(goal.measure);
        row.badge = toWx(goal.status);
        row.tone = goal.reached   ? Badge::Tone::Teal
                   : goal.overdue ? Badge::Tone::Amber
                                  : Badge::Tone::Neutral;
        rows.push_back(std::move(row));
    }
    const auto reached = std::count_if(sheet.goals.begin(), sheet.goals.end(),
                                       [](const app::GoalLine& goal) { return goal.reached; });
    goalsHeading_->set(
        said("Goals"),
        said("{1} of {2} reached", {std::to_string(reached), std::to_string(sheet.goals.size())}));
    goalsHeading_->Show(!rows.empty());
    goals_->Show(!rows.empty());
    goals_->setRows(std::move(rows));
    goals_->growTo(kMostGoals);
    say(*casePlan_, sheet.plan.empty() ? wxString{} : said("Plan: {1}", {sheet.plan}));
    wxString outcome;
    if (!sheet.outcome.empty()) {
        outcome = said("Outcome: {1}", {sheet.outcome});
    }
    if (!sheet.referredTo.empty()) {
        outcome += (outcome.empty() ? wxString{} : wxString{"\n"}) +
                   said("Referred to {1}", {sheet.referredTo});
    }
    say(*outcome_, outcome);
}

void OverviewPage::renderRecent(const app::PatientView& view) {
    std::vector<ListRow> rows;
    for (const app::HistoryLine& line : view.sessions) {
        ListRow row;
        row.title = toWx(line.title);
        row.lines = {toWx(line.numbers), toWx(line.excerpt)};
        row.badge = line.draft ? toWx(line.status) : wxString{};
        row.tone = Badge::Tone::Teal;
        rows.push_back(std::move(row));
    }
    recent_->setRows(std::move(rows));
    recentCard_->Show(!view.sessions.empty());
}

void OverviewPage::renderContacts(const app::PatientView& view) {
    std::vector<ListRow> rows;
    for (const app::ContactLine& line : view.contacts) {
        ListRow row;
        row.title = toWx(line.kindWord);
        row.aside = toWx(line.when);
        row.lines = {toWx(line.text).BeforeFirst('\n')};
        if (!line.written.empty()) {
            row.badge = said("late entry");
            row.tone = Badge::Tone::Neutral;
        }
        rows.push_back(std::move(row));
    }
    contacts_->setRows(std::move(rows));
    noContact_->Show(view.contacts.empty());
    contacts_->Show(!view.contacts.empty());
    contactsPlace_->SetProportion(view.contacts.empty() ? 0 : kContactsShare);
    contactsCard_->Show(!view.cases.empty());
}

} // namespace palpate::gui
