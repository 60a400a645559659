// SPDX-License-Identifier: MIT
#pragma once

#include "app/MapFigures.h"
#include "app/SessionPresenter.h"
#include "gui/ChartMap.h"
#include "gui/SessionPanel.h"
#include "gui/TypedScore.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <string>

namespace palpate::app {
class Clinic;
class Prompter;
class ScreeningOffers;
} // namespace palpate::app

namespace palpate::gui {

class ChartToolbar;
class FilmStripView;
class MuscleTree;
class PainPanel;
class QuickLine;
class ScreeningOffer;
class TextBlock;

/// The main screen: the body map with its toolbar at the left, the session at the right. The clinic
/// and the prompter must outlive it.
class ChartPage : public wxPanel {
public:
    ChartPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~ChartPage() override;

    /// Opens a stored session and shows it. Throws StorageError when there is none; what was shown
    /// stays.
    void open(const SessionId& session);
    /// Shows nothing until a session is opened again: what was shown may be another patient's.
    void close();
    [[nodiscard]] app::SessionPresenter* presenter() noexcept { return presenter_.get(); }
    [[nodiscard]] ChartMap& map() noexcept { return *map_; }
    /// Stores what is typed and not yet stored; before anything else happens to the session.
    void flush();
    /// Where a session begins: the first question to the patient.
    void focusFirst();

    void undo();
    void redo();
    /// Asks what is missing, then signs.
    void sign();
    void addAddendum();
    void answerRequest(const app::AmendmentLine& request);
    /// Shows the requests to change the session as they are now.
    void renewRequests();
    /// The list of muscles beside the map, its equal for the keyboard and the ear.
    void showMuscles(bool shown);
    void openQuickLine();
    /// True when the key was one of this screen's, wherever the focus is.
    bool handleKey(const wxKeyEvent& event);
    /// From one section to the next, the map among them.
    void stepSection(int by);
    /// What the map shows, with heading, legend and attribution. Each is in the audit trail.
    void copyMap();
    void printMap();
    void saveMap();

    /// Reads anew whether a screening is due: a form may have been filled in.
    void renewScreening();

    std::function<void(const SessionId&)> onOpenSession;      ///< one of the film strip
    std::function<void(const std::string& formUrl)> onScreen; ///< the screening that is offered
    std::function<void()>
        onSessionChanged; ///< after signing or an addendum: lists show it differently

private:
    void build();
    void wireToolbar();
    void wireMuscles();
    void wireQuickLine();
    void showContent(bool shown);
    /// Looks after what another program stores: soon, then again and again while it is open.
    void watch();
    void look();
    void onActivate(wxActivateEvent& event);
    void render();
    /// To what was left open at a treatment.
    void goTo(const TreatmentId& treatment);
    [[nodiscard]] bool isWorkedIn() const; ///< its window is the active one
    /// What has the focus in this page while its window is the one that is worked in; else nullptr.
    [[nodiscard]] wxWindow* focusHere() const;
    void renderMoving();
    void renderStatus(const app::MapState& map);
    void renderTree(const app::SessionView& view);
    void renderStrip(const app::SessionView& view);
    /// The screening is offered in a pause, so that nothing comes and goes under words that are
    /// being typed.
    void offerSoon(const app::SessionView& view);
    void renderOffer();
    void openMuscleMenu(BodyPoint where);
    /// A click on the bones: the joints there in a small menu; false when there are none.
    bool offerJoints(BodyPoint where);
    void openMore();
    bool mapKey(wxKeyEvent& event);
    bool paintKey(int key);
    bool pointKey(const wxKeyEvent& event);
    bool placeKey(int key);
    bool rate(const wxKeyEvent& event);
    [[nodiscard]] app::MapRequest mapRequest() const;

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::unique_ptr<app::SessionPresenter> presenter_;
    std::optional<TriggerPointId> shownCard_;
    std::vector<app::PointRow> shownPoints_; ///< by the tree
    bool musclesWanted_ = false;
    std::optional<bool> stripWanted_;                  ///< empty: where the window is high enough
    std::vector<SessionId> stripSessions_;             ///< of its frames
    TypedScore typed_;                                 ///< on the map, for the shown card
    std::unique_ptr<app::ScreeningOffers> screenings_; ///< once a session was opened
    wxTimer watch_;
    wxTimer offerSoon_;
    ChartToolbar* toolbar_ = nullptr; ///< children of this window, as all below
    MuscleTree* muscles_ = nullptr;
    ChartMap* map_ = nullptr;
    FilmStripView* strip_ = nullptr;
    QuickLine* quick_ = nullptr;
    TextBlock* here_ = nullptr;
    TextBlock* source_ = nullptr;
    SessionPanel* panel_ = nullptr;
    PainPanel* pain_ = nullptr;
    ScreeningOffer* offer_ = nullptr;
};

} // namespace palpate::gui
