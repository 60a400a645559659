// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientPresenter.h"
#include "gui/RowList.h"

#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <array>
#include <cstddef>
#include <functional>

namespace palpate::gui {

class Card;
class PictureView;
class PillButton;
class SectionHeading;
class TextBlock;

/// One screen before a session: what is open, how pain goes, what comes next, the cases with goals
/// and plan, the sessions, the words in between. A card that has nothing to say is not shown. On a
/// small screen it scrolls.
class OverviewPage : public wxPanel {
public:
    explicit OverviewPage(wxWindow* parent);

    std::function<void()> onStart;
    std::function<void(const CaseId&)> onCase;
    std::function<void(const SessionId&)> onSession;
    std::function<void()> onNewCase;
    std::function<void()> onEditCase;
    std::function<void()> onCloseCase;
    std::function<void()> onReopenCase;
    std::function<void()> onReport;
    std::function<void()> onHandover; ///< a sheet for a colleague
    std::function<void()> onHelps;    ///< more on what has helped
    std::function<void()> onAddContact;
    std::function<void(const app::ContactLine&)> onContact;
    std::function<void(const PatientId&)> onUnmerge;

    /// `patient` must stay until another is given, or nullptr.
    void render(const app::PatientPresenter* patient);
    /// Where one goes on: the next session, or the first case.
    void focusFirst();

private:
    static constexpr std::size_t kSteps = 4; ///< of what comes next
    static constexpr std::size_t kTold = 6;  ///< questions about everyday life
    // How the middle column's room is shared: about as their least heights are, or a sizer asks for
    // more than all of them need.
    static constexpr int kTrendShare = 7;
    static constexpr int kContactsShare = 4;

    void buildMerged(wxSizer& column);
    void buildPoints(wxSizer& row);
    void buildHelped(wxSizer& column);
    void buildTrend(wxSizer& column);
    void buildNext(wxSizer& column);
    void buildCases(wxSizer& column);
    void buildCaseButtons();
    void buildEveryday(wxSizer& column);
    void buildRecent(wxSizer& column);
    void buildContacts(wxSizer& column);
    void renderMerged(const app::PatientView& view);
    void renderFigures(const app::PatientView& view);
    void renderHelped(const app::PatientView& view);
    void renderEveryday(const app::PatientView& view);
    void renderNext(const app::PatientView& view);
    void renderSteps(const app::PatientView& view);
    void renderCases(const app::PatientView& view);
    void renderSheet(const app::CaseSheet& sheet);
    void renderRecent(const app::PatientView& view);
    void renderContacts(const app::PatientView& view);
    void arrange();

    const app::PatientPresenter* patient_ = nullptr;
    std::vector<CaseId> caseIds_;
    std::vector<SessionId> draftIds_;
    std::vector<app::MergedLine> shownMerged_;

    wxScrolledWindow* scroller_; ///< children of this window, as all below
    wxPanel* sheet_;
    Card* mergedCard_ = nullptr;
    TextBlock* openedInstead_ = nullptr;
    wxBoxSizer* mergedRows_ = nullptr; ///< owned by the card
    Card* pointsCard_ = nullptr;
    PictureView* points_ = nullptr;
    TextBlock* pointsText_ = nullptr;
    Card* helpedCard_ = nullptr;
    RowList* helped_ = nullptr;
    TextBlock* noHelp_ = nullptr;
    TextBlock* helpedWarning_ = nullptr;
    Card* trendCard_ = nullptr;
    PictureView* trend_ = nullptr;
    TextBlock* trendText_ = nullptr;
    TextBlock* changeText_ = nullptr;
    Card* nextCard_ = nullptr;
    PillButton* start_ = nullptr;
    SectionHeading* draftsHeading_ = nullptr;
    RowList* drafts_ = nullptr;
    TextBlock* planHeading_ = nullptr;
    TextBlock* plan_ = nullptr;
    SectionHeading* stepsHeading_ = nullptr;
    std::array<TextBlock*, kSteps> steps_{};
    TextBlock* noCase_ = nullptr;
    PillButton* firstCase_ = nullptr;
    Card* casesCard_ = nullptr;
    RowList* cases_ = nullptr;
    TextBlock* words_ = nullptr;
    TextBlock* codes_ = nullptr;
    SectionHeading* goalsHeading_ = nullptr;
    RowList* goals_ = nullptr;
    TextBlock* casePlan_ = nullptr;
    TextBlock* outcome_ = nullptr;
    PillButton* close_ = nullptr;
    PillButton* reopen_ = nullptr;
    PillButton* report_ = nullptr;
    PillButton* handover_ = nullptr;
    Card* everydayCard_ = nullptr;
    struct Told {
        TextBlock* label;
        TextBlock* text;
        TextBlock* when;
    };
    std::array<Told, kTold> told_{};
    TextBlock* notTold_ = nullptr;
    TextBlock* homeCare_ = nullptr;
    Card* recentCard_ = nullptr;
    RowList* recent_ = nullptr;
    Card* contactsCard_ = nullptr;
    wxSizerItem* contactsPlace_ = nullptr; ///< owned by the sheet's sizer
    TextBlock* noContact_ = nullptr;
    RowList* contacts_ = nullptr;
};

} // namespace palpate::gui
