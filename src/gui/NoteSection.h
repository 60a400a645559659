// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "gui/NoteEditor.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/TypedText.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

/// One of the four paragraphs: heading, editor, quiet warnings, and the way back to the composed
/// text.
class NoteSection : public wxPanel {
public:
    /// `hasHeading`: the subjective paragraph stands below its own answers and needs none.
    NoteSection(wxWindow* parent, NotePart part, bool hasHeading);

    std::function<void(const std::string&)>
        onStore; ///< an empty text gives the paragraph back to the program

    void render(const app::NoteView& note, bool frozen);
    /// Stores what is typed and not yet stored, and shows what the record then holds.
    void flush();
    /// Another session is shown, or none.
    void forget();
    [[nodiscard]] NoteEditor& editor() noexcept { return *editor_; }

private:
    [[nodiscard]] wxString hintFor(const app::NoteView& note, bool frozen) const;

    NotePart part_;
    void showText();

    TypedText typed_;
    std::optional<app::NoteView> shown_; ///< as last rendered
    bool frozen_ = false;
    bool emptied_ = false;              ///< by the user, who is still in the field
    SectionHeading* heading_ = nullptr; ///< children of this window, as all below
    NoteEditor* editor_;
    TextBlock* warnings_;
    PillButton* takeComposed_;
};

} // namespace palpate::gui
