// SPDX-License-Identifier: MIT
// How the overview is laid out; what it shows is in OverviewRendering.cpp.
#include "gui/OverviewPage.h"

#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/PictureView.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr int kGap = 14; ///< DIP between cards
constexpr int kNear = 9; ///< between lines of one card

/// The heading of a card whose content goes from edge to edge, with a button at its right.
wxBoxSizer* headed(Card& card, SectionHeading* heading, PillButton* button) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(heading, wxSizerFlags{1}.CentreVertical());
    if (button) {
        row->Add(button, wxSizerFlags{}.CentreVertical().Border(wxLEFT, card.FromDIP(8)));
    }
    return row;
}

/// As far from the edges as the words of a RowList.
wxBoxSizer* inList(wxWindow* window) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(window, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, window->FromDIP(17)));
    return row;
}

} // namespace

OverviewPage::OverviewPage(wxWindow* parent)
    : wxPanel{
          parent,    wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
          "overview"} {
    dressAsPage(*this);
    scroller_ = new wxScrolledWindow{this,
                                     wxID_ANY,
                                     wxDefaultPosition,
                                     wxDefaultSize,
                                     wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE,
                                     "overview.scroller"};
    scroller_->SetScrollRate(0, FromDIP(12));
    dressAsPage(*scroller_);
    // One child only: GTK complains about hidden ones when it scrolls.
    sheet_ = new wxPanel{scroller_,
                         wxID_ANY,
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxTAB_TRAVERSAL | wxBORDER_NONE,
                         "overview.sheet"};
    dressAsPage(*sheet_);
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildMerged(*column);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* left = new wxBoxSizer{wxVERTICAL};
    buildPoints(*left);
    buildHelped(*left);
    row->Add(left, wxSizerFlags{12}.Expand().Border(wxRIGHT, FromDIP(kGap)));
    auto* middle = new wxBoxSizer{wxVERTICAL};
    buildTrend(*middle);
    buildCases(*middle);
    buildContacts(*middle);
    row->Add(middle, wxSizerFlags{12}.Expand().Border(wxRIGHT, FromDIP(kGap)));
    auto* right = new wxBoxSizer{wxVERTICAL};
    buildNext(*right);
    buildEveryday(*right);
    buildRecent(*right);
    row->Add(right, wxSizerFlags{10}.Expand());
    column->Add(row, wxSizerFlags{1}.Expand());
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    sheet_->SetSizer(padded);
    auto* inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(sheet_, wxSizerFlags{1}.Expand());
    scroller_->SetSizer(inside);
    auto* whole = new wxBoxSizer{wxVERTICAL};
    whole->Add(scroller_, wxSizerFlags{1}.Expand());
    SetSizer(whole);
}

void OverviewPage::buildMerged(wxSizer& column) {
    mergedCard_ = new Card{sheet_, "overview.merged", Card::Look::Raised, wxVERTICAL, 12};
    openedInstead_ = new TextBlock{mergedCard_, "overview.openedInstead"};
    mergedCard_->content().Add(openedInstead_, wxSizerFlags{}.Expand());
    mergedRows_ = new wxBoxSizer{wxVERTICAL};
    mergedCard_->content().Add(mergedRows_, wxSizerFlags{}.Expand());
    mergedCard_->Hide();
    column.Add(mergedCard_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(kGap)));
}

void OverviewPage::buildPoints(wxSizer& column) {
    pointsCard_ = new Card{sheet_, "overview.points"};
    pointsCard_->content().Add(
        new SectionHeading{pointsCard_, "overview.pointsHeading", said("Open points")},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    points_ = new PictureView{pointsCard_, "overview.pointsMap", {240, 240}};
    pointsCard_->content().Add(points_, wxSizerFlags{1}.Expand());
    pointsText_ = new TextBlock{pointsCard_, "overview.pointsText", {}, TextStyle::BodyStrong};
    pointsCard_->content().Add(pointsText_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    column.Add(pointsCard_, wxSizerFlags{1}.Expand());
}

void OverviewPage::buildHelped(wxSizer& column) {
    helpedCard_ = new Card{sheet_, "overview.helped", Card::Look::Raised, wxVERTICAL, 1};
    auto* more = new PillButton{helpedCard_, "overview.helps", said("More …"),
                                PillButton::Kind::Secondary, PillButton::Size::Compact};
    more->setWords(said("More on what helped"));
    more->onClick = [this] { onHelps(); };
    helpedCard_->content().Add(
        headed(*helpedCard_,
               new SectionHeading{helpedCard_, "overview.helpedHeading", said("What helped"),
                                  said("tenderness, 95 % interval")},
               more),
        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kGap)));
    helped_ = new RowList{helpedCard_, "overview.helpedList", said("What helped"), 1};
    helped_->onOpen = [this](int) { onHelps(); };
    helpedCard_->content().Add(helped_, wxSizerFlags{}.Expand());
    noHelp_ = new TextBlock{
        helpedCard_, "overview.noHelp", {}, TextStyle::Control, TextBlock::Ink::Muted};
    helpedCard_->content().Add(inList(noHelp_),
                               wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    helpedWarning_ = new TextBlock{
        helpedCard_, "overview.helpedWarning", {}, TextStyle::Tiny, TextBlock::Ink::Muted};
    helpedCard_->content().Add(inList(helpedWarning_),
                               wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    column.Add(helpedCard_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kGap)));
}

void OverviewPage::buildTrend(wxSizer& column) {
    trendCard_ = new Card{sheet_, "overview.trend"};
    trendCard_->content().Add(new SectionHeading{trendCard_, "overview.trendHeading",
                                                 said("Pain now, before treatment"),
                                                 said("0 none, 10 worst imaginable")},
                              wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    trend_ = new PictureView{trendCard_, "overview.trendChart", {240, 106}};
    trendCard_->content().Add(trend_, wxSizerFlags{1}.Expand());
    trendText_ = new TextBlock{trendCard_, "overview.trendText", {}, TextStyle::Number};
    trendCard_->content().Add(trendText_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    changeText_ = new TextBlock{
        trendCard_, "overview.changeText", {}, TextStyle::Control, TextBlock::Ink::Muted};
    trendCard_->content().Add(changeText_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    column.Add(trendCard_, wxSizerFlags{kTrendShare}.Expand().Border(wxBOTTOM, FromDIP(kGap)));
}

void OverviewPage::buildNext(wxSizer& column) {
    nextCard_ = new Card{sheet_, "overview.next"};
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
    firstCase_->SetMinSize({FromDIP(280), -1}); // without a case the card is as wide as the page
    nextCard_->content().Add(firstCase_, wxSizerFlags{}.Left());
    start_ = new PillButton{nextCard_, "overview.start", said("Start session"),
                            PillButton::Kind::Primary, PillButton::Size::Large};
    start_->setKeyHint("F2");
    start_->onClick = [this] { onStart(); };
    nextCard_->content().Add(start_, wxSizerFlags{}.Expand());
    draftsHeading_ = new SectionHeading{nextCard_, "overview.draftsHeading", said("Other drafts")};
    nextCard_->content().Add(draftsHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    drafts_ = new RowList{nextCard_, "overview.drafts", said("Other drafts"), 1};
    drafts_->onOpen = [this](int index) {
        onSession(SessionId{draftIds_.at(static_cast<std::size_t>(index))});
    };
    nextCard_->content().Add(drafts_, wxSizerFlags{}.Expand());
    planHeading_ = new TextBlock{nextCard_, "overview.planHeading", {}, TextStyle::BodyStrong};
    nextCard_->content().Add(planHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
    plan_ = new TextBlock{nextCard_, "overview.plan", {}, TextStyle::Body};
    nextCard_->content().Add(plan_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    stepsHeading_ = new SectionHeading{nextCard_, "overview.stepsHeading", said("Next steps")};
    nextCard_->content().Add(stepsHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        steps_[i] = new TextBlock{
            nextCard_, wxString::Format("overview.step.%zu", i), {}, TextStyle::Control};
        nextCard_->content().Add(steps_[i], wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
    }
    column.Add(nextCard_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(kGap)));
}

void OverviewPage::buildCases(wxSizer& column) {
    casesCard_ = new Card{sheet_, "overview.cases", Card::Look::Raised, wxVERTICAL, 1};
    auto* another = new PillButton{casesCard_, "overview.newCase", said("New case …"),
                                   PillButton::Kind::Secondary, PillButton::Size::Compact};
    another->onClick = [this] { onNewCase(); };
    casesCard_->content().Add(
        headed(*casesCard_, new SectionHeading{casesCard_, "overview.casesHeading", said("Cases")},
               another),
        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kGap)));
    casesCard_->content().AddSpacer(FromDIP(kNear));
    cases_ = new RowList{casesCard_, "overview.caseList", said("Cases"), 1};
    cases_->onOpen = [this](int index) {
        onCase(CaseId{caseIds_.at(static_cast<std::size_t>(index))});
    };
    casesCard_->content().Add(cases_, wxSizerFlags{}.Expand());
    const auto text = [this](const wxString& name, TextBlock::Ink ink) {
        auto* block = new TextBlock{casesCard_, name, {}, TextStyle::Control, ink};
        casesCard_->content().Add(inList(block),
                                  wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kNear)));
        return block;
    };
    words_ = text("overview.caseWords", TextBlock::Ink::Normal);
    codes_ = text("overview.caseCodes", TextBlock::Ink::Warning);
    goalsHeading_ = new SectionHeading{casesCard_, "overview.goalsHeading", said("Goals")};
    casesCard_->content().Add(inList(goalsHeading_),
                              wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kNear)));
    goals_ = new RowList{casesCard_, "overview.goals", said("Goals"), 0};
    goals_->onOpen = [this](int) { onEditCase(); };
    casesCard_->content().Add(goals_, wxSizerFlags{}.Expand());
    casePlan_ = text("overview.casePlan", TextBlock::Ink::Normal);
    outcome_ = text("overview.outcome", TextBlock::Ink::Normal);
    buildCaseButtons();
    column.Add(casesCard_, wxSizerFlags{}.Expand());
}

void OverviewPage::buildCaseButtons() {
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->AddSpacer(FromDIP(kGap - 12)); // below the heading
    const auto button = [&](const wxString& name, const wxString& words,
                            std::function<void()> OverviewPage::*hear) {
        auto* made = new PillButton{casesCard_, name, words, PillButton::Kind::Secondary,
                                    PillButton::Size::Compact};
        made->onClick = [this, hear] { (this->*hear)(); };
        buttons->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(6)));
        return made;
    };
    button("overview.editCase", said("Edit case …"), &OverviewPage::onEditCase);
    close_ = button("overview.closeCase", said("Close case …"), &OverviewPage::onCloseCase);
    reopen_ = button("overview.reopenCase", said("Open again"), &OverviewPage::onReopenCase);
    reopen_->setWords(said("Open the case again"));
    report_ = button("overview.report", said("Progress report"), &OverviewPage::onReport);
    handover_ = button("overview.handover", said("Handover sheet"), &OverviewPage::onHandover);
    handover_->setWords(said("Handover sheet for a colleague"));
    casesCard_->content().Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
}

void OverviewPage::buildEveryday(wxSizer& column) {
    everydayCard_ = new Card{sheet_, "overview.everyday"};
    everydayCard_->content().Add(new SectionHeading{everydayCard_, "overview.everydayHeading",
                                                    said("Everyday life"), said("as told last")},
                                 wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    auto* grid = new wxFlexGridSizer{3, FromDIP(wxSize{12, 3})};
    grid->AddGrowableCol(2);
    for (std::size_t i = 0; i < told_.size(); ++i) {
        const wxString name = wxString::Format("overview.told.%zu", i);
        const auto cell = [&](const wxString& part, TextStyle style, TextBlock::Ink ink) {
            auto* text = new TextBlock{everydayCard_, name + part, {}, style, ink};
            text->setSingleLine();
            grid->Add(text, wxSizerFlags{}.Expand());
            return text;
        };
        told_[i].label = cell(".label", TextStyle::Control, TextBlock::Ink::Muted);
        told_[i].text = cell(".text", TextStyle::ControlStrong, TextBlock::Ink::Normal);
        told_[i].when = cell(".when", TextStyle::Small, TextBlock::Ink::Muted);
    }
    everydayCard_->content().Add(grid, wxSizerFlags{}.Expand());
    notTold_ = new TextBlock{everydayCard_, "overview.notTold",
                             said("Nothing was asked about everyday life in this case yet."),
                             TextStyle::Control, TextBlock::Ink::Muted};
    everydayCard_->content().Add(notTold_, wxSizerFlags{}.Expand());
    homeCare_ = new TextBlock{everydayCard_, "overview.homeCare", {}, TextStyle::Control};
    everydayCard_->content().Add(homeCare_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    column.Add(everydayCard_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(kGap)));
}

void OverviewPage::buildRecent(wxSizer& column) {
    recentCard_ = new Card{sheet_, "overview.recent", Card::Look::Raised, wxVERTICAL, 1};
    recentCard_->content().Add(
        new SectionHeading{recentCard_, "overview.recentHeading", said("Sessions"),
                           said("newest first")},
        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kGap)));
    recent_ = new RowList{recentCard_, "overview.sessions", said("Sessions, newest first"), 2};
    recent_->SetMinSize({-1, FromDIP(110)});
    recent_->onOpen = [this](int index) {
        onSession(SessionId{patient_->view().sessions.at(static_cast<std::size_t>(index)).id});
    };
    recentCard_->content().Add(recent_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    column.Add(recentCard_, wxSizerFlags{1}.Expand());
}

void OverviewPage::buildContacts(wxSizer& column) {
    contactsCard_ = new Card{sheet_, "overview.contacts", Card::Look::Raised, wxVERTICAL, 1};
    auto* add = new PillButton{contactsCard_, "overview.addContact", said("Add …"),
                               PillButton::Kind::Secondary, PillButton::Size::Compact};
    add->setIcon(Icon::Plus);
    add->setWords(said("Add a contact note"));
    add->onClick = [this] { onAddContact(); };
    contactsCard_->content().Add(
        headed(*contactsCard_,
               new SectionHeading{contactsCard_, "overview.contactsHeading",
                                  said("Calls and messages")},
               add),
        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kGap)));
    noContact_ = new TextBlock{contactsCard_, "overview.noContact",
                               said("Nothing was noted between the sessions yet."),
                               TextStyle::Control, TextBlock::Ink::Muted};
    contactsCard_->content().Add(
        noContact_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(kGap)));
    contacts_ = new RowList{contactsCard_, "overview.contactList", said("Calls and messages"), 1};
    contacts_->SetMinSize({-1, FromDIP(64)});
    contacts_->onOpen = [this](int index) {
        onContact(patient_->view().contacts.at(static_cast<std::size_t>(index)));
    };
    contactsCard_->content().Add(contacts_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    contactsPlace_ =
        column.Add(contactsCard_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(kGap)));
}

void OverviewPage::focusFirst() {
    (start_->IsShown() ? start_ : firstCase_)->SetFocus();
}

} // namespace palpate::gui
