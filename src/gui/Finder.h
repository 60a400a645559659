// SPDX-License-Identifier: MIT
#pragma once

#include "app/FindAnything.h"
#include "gui/FoundPanel.h"

#include <wx/weakref.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class SearchField;

/// What a search field finds, in a list that lies below it over the page. The focus stays in the
/// field: Down and Up choose, Enter opens, Escape gives up and leads back to where one was; a click
/// or tap opens too.
class Finder : public FoundPanel {
public:
    /// `over` holds the pages; the field must be older, the clinic outlive it.
    Finder(wxWindow* over, const wxString& name, SearchField& field, app::Clinic& clinic);
    ~Finder() override; ///< gives up what is being looked for

    /// What to look for, at each change of the text and when it opens; `show` answers, now or
    /// later. May be called with an empty text.
    std::function<void(const wxString& text)> onAsk;
    std::function<void(std::size_t row)> onChoose; ///< it is closed by then
    /// Enter, while the rows answer an older text: `show` must have come when it returns.
    std::function<void()> onHurry;

    /// Looks for the text beside the window; `onFound` answers, unless another text comes first.
    void look(const wxString& text, const std::vector<app::FinderSetting>& settings,
              const std::optional<PatientId>& patient, int limit);
    std::function<void(const wxString& text)> onFound; ///< `looked` has what was found for it
    [[nodiscard]] const app::AnythingFinder& looked() const noexcept { return *beside_; }
    /// Returns when `onFound` has answered the last text.
    void finishLooking();
    void stopLooking();

    /// The field takes the focus, and what is found comes up. The place where one was is
    /// remembered for Escape.
    void open();
    void close();
    [[nodiscard]] bool isOpen() const noexcept { return open_; }
    /// The rows for `text`; the first is chosen when there is a text.
    void show(std::vector<FoundRow> rows, const wxString& text);

private:
    void bindField();
    void ask();
    void step(int by);
    void enter();
    void giveUp();
    void choose(std::size_t row);
    [[nodiscard]] bool isCurrent() const;
    void tell();
    void deliver();

    app::Clinic& clinic_;
    std::unique_ptr<app::AnythingFinder> beside_; ///< made when something is looked for
    wxString lookedFor_;
    SearchField& field_;
    bool open_ = false;
    wxString shownFor_;
    wxWeakRef<wxWindow> before_; ///< had the focus when it was opened
};

} // namespace palpate::gui
