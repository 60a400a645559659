// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"
#include "drawing/BodyMapPicture.h"
#include "gui/HistoryMap.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

class FactTable;
class FigureRow;
class FilmStripView;
class PictureView;
class TextBlock;

/// One session on the body, two side by side, or both on one body, with their figures and, as the
/// picture's equal, a table of what became of each point. The shapes must outlive it.
class ComparePane : public wxPanel {
public:
    ComparePane(wxWindow* parent, const drawing::BodyShapes& shapes);

    std::function<void(int newer)> onStep;
    std::function<void(const SessionId&)> onLook; ///< chosen in the film strip
    std::function<void()> onOpen;

    void render(const app::HistoryPresenter& history);

private:
    void buildMaps(const drawing::BodyShapes& shapes, wxSizer& column);
    void renderMaps(const app::HistoryPresenter& history);
    void renderStrip(const app::HistoryPresenter& history);
    void renderFacts(const app::HistoryView& view);
    void renderTable(const app::HistoryView& view);

    /// For what the maps were framed; what is only stepped through leaves them where they are.
    struct Framed {
        app::HistoryPane pane;
        View view;
        CaseId caseId;
        friend bool operator==(const Framed&, const Framed&) = default;
    };
    void frameOnce(const app::HistoryPresenter& history, const HistoryMap::Content& wanted);

    std::vector<SessionId> frames_; ///< of the film strip
    std::optional<Framed> framed_;

    wxPanel* left_ = nullptr; ///< children of this window, as all below
    TextBlock* leftTitle_ = nullptr;
    HistoryMap* leftMap_ = nullptr;
    wxPanel* right_ = nullptr;
    TextBlock* rightTitle_ = nullptr;
    HistoryMap* rightMap_ = nullptr;
    PictureView* legend_ = nullptr; ///< of both maps side by side; one alone shows its own
    FilmStripView* strip_ = nullptr;
    FigureRow* figures_ = nullptr;
    TextBlock* remarks_ = nullptr;
    FactTable* table_ = nullptr;
};

} // namespace palpate::gui
