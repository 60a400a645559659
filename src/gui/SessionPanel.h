// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "gui/NoteSection.h"
#include "gui/SessionSection.h"
#include "gui/TreatmentRow.h"

#include <wx/panel.h>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

class AddendaSection;
class AfterSection;
class Bar;
class MeasureSection;
class PanelScroller;
class PointsSection;
class RequestsSection;
class SessionFooter;
class SubjectiveSection;
class TreatmentSection;
class VisitHeader;

/// The session beside the map, in the order in which one works: what the patient says, the points,
/// treatment, motion and tests, the paragraphs, what comes next, the signature. Rendering again
/// changes its controls in place; focus, caret and scroll position stay.
class SessionPanel : public wxPanel {
public:
    /// `now`: the clinic's clock, for the timer of held pressure.
    SessionPanel(wxWindow* parent, HoldNow now);
    ~SessionPanel() override;

    /// nullptr: shows nothing. The presenter must stay until another is given.
    void open(app::SessionPresenter* presenter);
    void render(const app::SessionView& view);
    /// Stores what is typed and not yet stored.
    void flush();
    /// Brings the open card into sight, as little as needed.
    void showCard();
    /// Lays everything out anew: after it was hidden.
    void arrange();
    void setSnippets(const SharedSnippets& snippets);

    void focusFirst();
    /// The next section (+1) or the one before (-1); false when there is none that way.
    bool focusSection(int by);
    /// From outside: into the first section (+1) or the last (-1).
    void focusEnd(int by);
    /// The next point that is to be settled; false when all are.
    bool focusNextToSettle();
    void settleOthers();
    /// Stops the timer that runs, else starts that of the open card's last timed treatment.
    void pressTimer();
    /// Brings what was left open at a treatment in the view into sight, with the keyboard.
    void showTreatment(const TreatmentId& treatment);
    /// Offers the techniques for a target picked on the map.
    void offerTreatment(const app::TargetChoice& target);

    std::function<void()> onSign;
    std::function<void()> onAddendum;
    std::function<void(const app::AmendmentLine&)> onAnswer; ///< of a request about the session

private:
    /// An edit by the user; when it fails every control shows the record again. Nothing without a
    /// presenter.
    void edit(const std::function<void(app::SessionPresenter&)>& act);
    void renderAgain();
    /// What is asked and given, to see what is new.
    struct Care {
        std::optional<TriggerPointId> point;
        std::size_t atPoint = 0;
        std::size_t elsewhere = 0;
        std::optional<TechniqueKey> asked;
        bool askedAtPoint = false;
    };
    [[nodiscard]] static Care careOf(const app::SessionView& view);
    /// A question or treatment that is new comes into sight; the question takes the focus.
    void revealNews(const app::SessionView& view);
    void build(const HoldNow& now);
    void buildBanner(wxSizer& column);
    void buildSheet(const HoldNow& now);
    template <class Section> Section* added(wxSizer& column, Section* section, int gapDip);
    void connectNote(NoteSection& note, NotePart part);
    void connectFooter();
    [[nodiscard]] bool renderBanner(const app::SessionView& view);
    void scrollTo(const wxWindow& window);
    /// The wheel over a text field scrolls the session: the field itself never scrolls.
    void scrollFrom(NoteEditor& editor);
    [[nodiscard]] std::vector<wxWindow*> stops() const;
    static void focusIn(wxWindow& stop);

    app::SessionPresenter* presenter_ = nullptr;
    bool arranging_ = false;
    Care care_;
    bool careShown_ = false; ///< since it was opened
    double wheelRest_ = 0;   ///< scroll steps not made yet

    VisitHeader* header_ = nullptr; ///< children of this window, as all below
    Bar* banner_ = nullptr;
    TextBlock* bannerWords_ = nullptr;
    PillButton* takeOver_ = nullptr;
    TextBlock* message_ = nullptr;
    PanelScroller* scroller_ = nullptr;
    wxPanel* sheet_ = nullptr; ///< what is scrolled
    SubjectiveSection* subjective_ = nullptr;
    PointsSection* points_ = nullptr;
    TreatmentSection* treatments_ = nullptr;
    MeasureSection* measures_ = nullptr;
    std::array<NoteSection*, kNoteParts.size()> notes_{}; ///< by NotePart
    AfterSection* after_ = nullptr;
    AddendaSection* addenda_ = nullptr;
    RequestsSection* requests_ = nullptr;
    SessionFooter* footer_ = nullptr;
    std::vector<SessionSection*> sections_; ///< all of them, from top to bottom
};

} // namespace palpate::gui
