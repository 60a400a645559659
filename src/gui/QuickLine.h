// SPDX-License-Identifier: MIT
#pragma once

#include "gui/ChoiceList.h"

#include <wx/panel.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxTextCtrl;

namespace palpate::gui {

class FieldUndo;

/// One line at the bottom of the map to type a point into: "r ql 6 a". Completions stand above it;
/// Up and Down choose one, Tab takes its text into the line, Enter enters the line. A line that
/// could mean several things comes back with choices: picked by arrows and Enter, by digit, or by a
/// click; a single one is chosen already. Escape closes it and the map has the focus again.
class QuickLine : public wxPanel {
public:
    /// A child of the map it lies on; hidden until open(). `label` is what a screen reader says.
    QuickLine(wxWindow* map, const wxString& name, const wxString& label, const wxString& hint);
    ~QuickLine() override;

    /// At each change of the text; may stay empty.
    std::function<std::vector<QuickChoice>(const std::string& text)> complete;
    /// `chosen`: the index in the list that is shown, which is the last answer's choices until the
    /// text changes, else the last completions; empty: the text alone. An exception leaves the line
    /// open.
    std::function<QuickAnswer(const std::string& text, std::optional<std::size_t> chosen)> onEnter;
    std::function<void()> onClosed; ///< after Escape or a done answer

    void open(const wxString& text = {});
    void close(); ///< gives the focus back to the map if it was here
    [[nodiscard]] bool isOpen() const noexcept { return open_; }

    [[nodiscard]] wxTextCtrl& field() noexcept { return *field_; } ///< named `name`.field
    [[nodiscard]] const wxString& message() const noexcept { return message_; }
    [[nodiscard]] const std::vector<QuickChoice>& choices() const noexcept { return choices_; }
    [[nodiscard]] std::optional<std::size_t> current() const noexcept { return current_; }
    /// Where the choice lies, in pixels of the window named `name`.choices.
    [[nodiscard]] wxRect choiceArea(std::size_t choice) const;

private:
    void bindEvents();
    void dress();
    void place();
    void onParentSize(wxSizeEvent& event);
    void onPaint(wxPaintEvent& event);
    void onKey(wxKeyEvent& event);
    void typed();
    void enter(std::optional<std::size_t> chosen);
    void take();
    void step(int by);
    void setChoices(std::vector<QuickChoice> choices, bool asked);
    void setMessage(const wxString& message);
    void tell();

    wxString label_;
    bool open_ = false;
    bool asked_ = false; ///< the choices are an answer's, not completions
    std::vector<QuickChoice> choices_;
    std::optional<std::size_t> current_;
    wxString message_;
    wxTextCtrl* field_; ///< children of this window
    ChoiceList* list_;
    std::unique_ptr<FieldUndo> undo_;
};

} // namespace palpate::gui
