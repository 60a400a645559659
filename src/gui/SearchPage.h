// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchPresenter.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class Card;
class ChipGroup;
class MistakeLines;
class PillButton;
class QueryCompletions;
class RowList;
class SearchField;
class SearchHelp;
class SegmentedControl;
class TextBlock;

/// Search in all sessions: what is asked for in one typed line that buttons write into as well,
/// what was understood as chips, the sessions or patients found. The search runs beside the window.
/// Clinic and prompter must outlive it.
class SearchPage : public wxPanel {
public:
    SearchPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~SearchPage() override;

    std::function<void(const PatientId&, const std::optional<SessionId>&)> onOpen;
    std::function<void(const wxString&)> onNotice; ///< one sentence to show in passing

    /// As if it had been typed.
    void ask(const wxString& query);
    void focusField();
    /// The record may have changed: the same search again.
    void renew();

private:
    void build();
    void buildQuery(wxSizer& column);
    void buildResults(wxSizer& column);
    void wire();
    void typed();
    void render();
    void renderParts(const app::SearchView& view);
    void renderMistakes(const app::SearchView& view);
    void renderHits(const app::SearchView& view);
    void showMistake(std::size_t which);
    void showHelp(bool wanted);
    void openHit(int row);
    /// Replaces the text by one that the user has not typed, and searches.
    void replaceQuery(const std::string& query);
    void removePart(int part);
    void askFilter(int filter);
    void askSaved();
    void saveSearch();
    void forgetSearch(const std::string& name);
    void exportCsv();

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::vector<app::QueryPart> parts_; ///< of the chips
    bool helpWanted_ = false;
    wxTimer pause_; ///< of typing: then mistakes at the end are told too

    SearchField* field_ = nullptr; ///< children of this window, as all below
    QueryCompletions* completions_ = nullptr;
    PillButton* save_ = nullptr;
    PillButton* saved_ = nullptr;
    PillButton* help_ = nullptr;
    ChipGroup* filters_ = nullptr;
    Card* mistakeCard_ = nullptr;
    MistakeLines* mistakes_ = nullptr;
    ChipGroup* chips_ = nullptr;
    Card* results_ = nullptr;
    TextBlock* count_ = nullptr;
    TextBlock* order_ = nullptr;
    TextBlock* problem_ = nullptr;
    SegmentedControl* as_ = nullptr;
    PillButton* export_ = nullptr;
    RowList* hits_ = nullptr;
    SearchHelp* examples_ = nullptr;
    std::unique_ptr<app::SearchPresenter> search_; ///< ends first: its search works for this window
};

} // namespace palpate::gui
