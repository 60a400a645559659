// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "gui/FormDialog.h"
#include "gui/RowList.h"

#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// The texts that a few letters stand for, of the person signed in: a list, and the one that is
/// written or changed below it, with what becomes of it while one types. The clinic must outlive
/// it.
class SnippetsDialog : public FormDialog {
public:
    SnippetsDialog(wxWindow* parent, app::Clinic& clinic);

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void showList();
    /// Into the fields; an empty shortcut begins a new one.
    void edit(const std::string& shortcut);
    void store();
    void remove();
    void showPreview();
    [[nodiscard]] Snippet typed() const;
    [[nodiscard]] bool hasChanges() const;

    app::Clinic& clinic_;
    std::vector<Snippet> snippets_;
    std::string editing_; ///< the shortcut that is changed; empty: a new one
    TextBlock* none_;     ///< children of this window, as all below
    RowList* list_;
    TextBlock* heading_;
    wxTextCtrl* shortcut_;
    wxTextCtrl* text_;
    TextBlock* preview_;
    PillButton* store_;
    PillButton* new_;
    PillButton* remove_;
};

} // namespace palpate::gui
