// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "app/Snippets.h"
#include "gui/Card.h"
#include "gui/NoteEditor.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/TypedText.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <vector>

namespace palpate::gui {

/// The snippets of the person signed in, shared by all fields; never nullptr.
using SharedSnippets = std::shared_ptr<const std::vector<Snippet>>;

/// One of the paragraphs: heading, editor, last time's text as a grey proposal, quiet warnings, and
/// the composed text to compare with and to take again.
class NoteSection : public wxPanel {
public:
    /// `hasHeading`: the subjective paragraph stands below its own answers and needs none.
    NoteSection(wxWindow* parent, NotePart part, bool hasHeading);

    /// An empty text gives the paragraph back to the program.
    std::function<void(const std::string&)> onStore;
    /// The field lost the focus, and what was typed in it is stored.
    std::function<void()> onLeft;
    std::function<void()> onTakeProposal;
    std::function<void()> onConfirm;
    std::function<void()> onTakeComposed;

    void render(const app::NoteView& note, bool frozen);
    /// What `;ql ` expands to in this field.
    void setSnippets(SharedSnippets snippets) { snippets_ = std::move(snippets); }
    /// Stores what is typed and not yet stored, and shows what the record then holds.
    void flush();
    /// Another session is shown, or none.
    void forget();
    [[nodiscard]] NoteEditor& editor() noexcept { return *editor_; }

private:
    void build(bool hasHeading);
    void connect();
    [[nodiscard]] wxString hintFor(const app::NoteView& note, bool frozen) const;
    void showText();
    [[nodiscard]] bool renderProposal(const app::NoteView& note, bool frozen);
    [[nodiscard]] bool renderComposed(const app::NoteView& note, bool frozen);
    void expandSnippet(const wxString& text);
    void takeProposal();

    NotePart part_;
    TypedText typed_;
    std::optional<app::NoteView> shown_; ///< as last rendered
    bool frozen_ = false;
    bool emptied_ = false;   ///< by the user, who is still in the field
    bool comparing_ = false; ///< the composed text stands below
    std::size_t length_ = 0; ///< of the text after the last keystroke: deleting expands nothing
    bool expanding_ = false;
    SharedSnippets snippets_ = std::make_shared<const std::vector<Snippet>>();
    SectionHeading* heading_ = nullptr; ///< children of this window, as all below
    NoteEditor* editor_ = nullptr;
    TextBlock* proposal_ = nullptr;
    PillButton* takeProposal_ = nullptr;
    PillButton* confirm_ = nullptr;
    TextBlock* warnings_ = nullptr;
    PillButton* compare_ = nullptr;
    PillButton* takeComposed_ = nullptr;
    Card* composedCard_ = nullptr;
    TextBlock* composed_ = nullptr;
};

} // namespace palpate::gui
