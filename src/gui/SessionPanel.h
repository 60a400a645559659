// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "gui/Badge.h"
#include "gui/NoteSection.h"
#include "gui/PointCardView.h"
#include "gui/PointRowView.h"

#include <wx/panel.h>
#include <wx/scrolwin.h>

#include <array>
#include <functional>
#include <vector>

namespace palpate::gui {

/// The session beside the map: what the patient says, the points, the four paragraphs, the
/// signature. Rendering again changes its controls in place; focus, caret and scroll position stay.
class SessionPanel : public wxPanel {
public:
    explicit SessionPanel(wxWindow* parent);
    ~SessionPanel() override;

    /// nullptr: shows nothing. The presenter must stay until another is given.
    void open(app::SessionPresenter* presenter);
    void render(const app::SessionView& view);
    /// Stores what is typed and not yet stored; a running timer is stopped and its time stored.
    void flush();
    /// Brings the open card into sight, as little as needed.
    void showCard();
    /// Lays everything out anew: after it was hidden.
    void arrange();
    void focusFirst() { painNow_->SetFocus(); }

    std::function<void()> onSign;
    std::function<void()> onAddendum;

private:
    /// Scrolls to a child only when the keyboard led there: what was clicked is in sight.
    class Scroller;

    /// An edit by the user; when it fails every control shows the record again. Nothing without a
    /// presenter.
    void edit(const std::function<void(app::SessionPresenter&)>& act);
    void build();
    void buildHeader(wxBoxSizer& column);
    void buildSubjective(wxBoxSizer& inner);
    void buildPoints(wxBoxSizer& inner);
    void buildFooter(wxBoxSizer& column);
    void renderAnswers(const app::SessionView& view);
    void renderPoints(const app::SessionView& view);
    void renderGhosts(const app::SessionView& view);
    void renderAddenda(const app::SessionView& view);
    void placeCard(const app::SessionView& view);
    /// The wheel over a text field scrolls the session: the field itself never scrolls.
    void scrollFrom(NoteEditor& editor);

    app::SessionPresenter* presenter_ = nullptr;
    bool layoutNeeded_ = false;
    double wheelRest_ = 0; ///< scroll steps not made yet

    TextBlock* title_ = nullptr; ///< children of this window, as all below
    Badge* status_ = nullptr;
    Scroller* scroller_ = nullptr;
    wxPanel* sheet_ = nullptr; ///< what is scrolled
    TextBlock* message_ = nullptr;
    SectionHeading* subjectiveHeading_ = nullptr;
    ScoreStrip* painNow_ = nullptr;
    ChipGroup* course_ = nullptr;
    SectionHeading* pointsHeading_ = nullptr;
    wxPanel* pointPlace_ = nullptr;
    std::vector<PointRowView*> rows_;
    PointCardView* card_ = nullptr;
    std::size_t cardAfter_ = 0;
    SectionHeading* ghostHeading_ = nullptr;
    wxPanel* ghostPlace_ = nullptr;
    struct GhostLine;
    std::vector<GhostLine> ghosts_;
    std::array<NoteSection*, kNoteParts.size()> notes_{};
    ScoreStrip* painAfter_ = nullptr;
    SectionHeading* addendaHeading_ = nullptr;
    wxPanel* addendaPlace_ = nullptr;
    std::vector<app::AddendumRow> shownAddenda_;
    TextBlock* footer_ = nullptr;
    PillButton* sign_ = nullptr;
    PillButton* addAddendum_ = nullptr;
};

} // namespace palpate::gui
