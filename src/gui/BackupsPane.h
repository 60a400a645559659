// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/scrolwin.h>

#include <functional>

namespace palpate::app {
class Backups;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class Card;
class PillButton;
class ProgressLine;
class RowList;
class TextBlock;

/// Where the clinic's backups go and how they went: one made by hand, the rehearsal of one, what is
/// wrong. Backups and prompter must outlive it.
class BackupsPane : public wxPanel {
public:
    BackupsPane(wxWindow* parent, app::Backups& backups, app::Prompter& prompter);

    void renew();

private:
    void buildNow(wxSizer& column);
    void buildFolders(wxSizer& column);
    void buildRehearsal(wxSizer& column);
    void addFolder();
    void askAbout(int row, wxPoint at);
    /// Whatever it may throw becomes a sentence here.
    void attempt(const std::function<void()>& act);

    app::Backups& backups_;
    app::Prompter& prompter_;

    wxScrolledWindow* scroller_; ///< children of this window, as all below
    Card* alarmCard_ = nullptr;
    TextBlock* alarm_ = nullptr;
    TextBlock* newest_ = nullptr;
    TextBlock* warning_ = nullptr;
    PillButton* backUp_ = nullptr;
    PillButton* stop_ = nullptr;
    TextBlock* doing_ = nullptr;
    ProgressLine* progress_ = nullptr;
    TextBlock* told_ = nullptr;
    PillButton* addFolder_ = nullptr;
    TextBlock* ownersOnly_ = nullptr;
    TextBlock* noFolder_ = nullptr;
    RowList* folders_ = nullptr;
    TextBlock* rehearsal_ = nullptr;
    PillButton* rehearse_ = nullptr;
};

} // namespace palpate::gui
