// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

class PillButton;
class TextBlock;

/// Lines of the same few fields below each other, such as allergies or goals. Lines are added by a
/// button and taken out by the one at their end.
class FormLines : public wxPanel {
public:
    struct Column {
        wxString key;   ///< of the fields' names: NAME.LINE.key
        wxString label; ///< above the column, and for the screen reader
        int share = 1;  ///< of the width
        wxString hint = {};
    };
    struct Line {
        std::vector<std::string> values; ///< one a column, UTF-8
        /// Which stored one it shows; such a line can't be taken out where kept() was called.
        std::optional<std::size_t> stored = {};
    };

    /// `kind`: what one line is, for the screen reader: "Goal".
    FormLines(wxWindow* parent, const wxString& name, const wxString& kind, const wxString& addText,
              std::vector<Column> columns);

    std::function<void()> onResized; ///< lines came or went

    /// What is stored stays: its lines have no button that takes them out. Before lines are set.
    void keepStored() noexcept { keepsStored_ = true; }
    /// Each line gets a button with these words that writes `value` into the column while that is
    /// empty. Before lines are set.
    void offerValue(std::size_t column, const wxString& words, std::string value);
    /// A new line begins with these values.
    void beginWith(std::vector<std::string> values) { fresh_ = std::move(values); }

    void set(const std::vector<Line>& lines);
    [[nodiscard]] std::vector<Line> lines() const;
    /// A line more; the focus goes into its first empty field when the user asked for it.
    void add(const Line& line);
    void addFresh();
    /// Into the line's field, so that it comes into sight.
    void focusOn(std::size_t line, std::size_t column);
    [[nodiscard]] std::size_t count() const noexcept { return rows_.size(); }
    /// nullptr when there is no such line.
    [[nodiscard]] wxTextCtrl* field(std::size_t line, std::size_t column) const;
    [[nodiscard]] wxWindow& addButton() const; ///< named NAME.add

private:
    struct Row {
        std::vector<wxTextCtrl*> fields;
        PillButton* offer = nullptr;
        PillButton* remove = nullptr;
        wxWindow* filler = nullptr; ///< holds the place of a button that is not there
        std::optional<std::size_t> stored;
    };
    void remove(std::size_t line);
    void renumber();
    void resized();
    [[nodiscard]] std::vector<wxWindow*> windowsOf(const Row& row) const;

    wxString kind_;
    std::vector<Column> columns_;
    bool keepsStored_ = false;
    std::optional<std::size_t> offered_;
    wxString offerWords_;
    std::string offerValue_;
    std::vector<std::string> fresh_;
    std::vector<Row> rows_;
    std::vector<TextBlock*> headings_; ///< children of this window, as all below
    wxFlexGridSizer* grid_ = nullptr;  ///< owned by this window's sizer
    PillButton* add_ = nullptr;
};

} // namespace palpate::gui
