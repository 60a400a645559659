// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientPresenter.h"
#include "gui/RowList.h"

#include <wx/scrolwin.h>

#include <functional>

namespace palpate::gui {

class Card;
class PictureView;
class PillButton;
class SectionHeading;
class TextBlock;

/// One screen before a session: what is open, how pain goes, what comes next, which cases there
/// are. A card that has nothing to say is not shown.
class OverviewPage : public wxPanel {
public:
    explicit OverviewPage(wxWindow* parent);

    std::function<void()> onStart;
    std::function<void(const CaseId&)> onCase;
    std::function<void(const SessionId&)> onSession;
    std::function<void()> onNewCase;
    std::function<void()> onReport;

    /// `patient` must stay until another is given, or nullptr.
    void render(const app::PatientPresenter* patient);
    /// Where one goes on: the next session, or the first case.
    void focusFirst();

private:
    void buildPoints(wxSizer& row);
    void buildTrend(wxSizer& column);
    void buildNext(wxSizer& column);
    void buildCases(wxSizer& column);
    void buildRecent(wxSizer& column);

    const app::PatientPresenter* patient_ = nullptr;
    std::vector<CaseId> caseIds_;

    Card* pointsCard_ = nullptr; ///< children of this window, as all below
    SectionHeading* pointsHeading_ = nullptr;
    PictureView* points_ = nullptr;
    TextBlock* pointsText_ = nullptr;
    Card* trendCard_ = nullptr;
    PictureView* trend_ = nullptr;
    TextBlock* trendText_ = nullptr;
    TextBlock* changeText_ = nullptr;
    Card* nextCard_ = nullptr;
    PillButton* start_ = nullptr;
    TextBlock* planHeading_ = nullptr;
    TextBlock* plan_ = nullptr;
    TextBlock* noCase_ = nullptr;
    PillButton* firstCase_ = nullptr;
    RowList* cases_ = nullptr;
    Card* casesCard_ = nullptr;
    PillButton* report_ = nullptr;
    Card* recentCard_ = nullptr;
    RowList* recent_ = nullptr;
};

} // namespace palpate::gui
