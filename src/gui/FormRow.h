// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "gui/Theme.h"
#include "gui/TypedText.h"

#include <wx/panel.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::app {
class Knowledge;
}

namespace palpate::gui {

class BodyQuestion;
class ChipGroup;
class ChoiceField;
class LineField;
class NoteEditor;
class PillButton;
class PlaceMenu;
class ScoreStrip;
class SegmentedControl;
class ValueSlider;

/// Whose hands the screen is in: words and sizes follow from it.
enum class FormReader { Practitioner, Patient };

class FormRow;

/// What the rows of a form ask of whoever shows them; must outlive the rows.
struct FormRowWays {
    using Edit =
        std::function<std::optional<Message>(app::FormPresenter&, const forms::FormPlace&)>;
    /// Does it to the form; the row learns of the change by render(), of a refusal by refuse().
    std::function<void(FormRow&, const Edit&)> edit;
    std::function<void(FormRow&)> leave;                ///< from now on its problems show
    std::function<void(FormRow&)> next;                 ///< to the next question
    std::function<void()> resized;                      ///< it needs other room than before
    std::function<void(FormRow&, bool another)> repeat; ///< one more of the group, or this one less
    std::function<std::optional<std::filesystem::path>()> chooseFile;
    const app::Knowledge* knowledge = nullptr; ///< its body map, for painting
    FormReader reader = FormReader::Practitioner;
};

/// One line of a form on the page: its words, its control, what is wrong with it. Words are
/// painted, so that a form of hundreds of questions has one control a question and no more.
class FormRow : public wxPanel {
public:
    FormRow(wxWindow* parent, const wxString& name, const app::FormRowView& view,
            const FormRowWays& ways);
    ~FormRow() override;

    /// Cheap when nothing of it changed.
    void render(const app::FormRowView& view);
    /// Shows what is stored again: its controls may show an answer that could not be. Words that
    /// wait to be stored stay.
    void showStored();
    /// The sentence beside the field why the last answer was not taken.
    void refuse(const wxString& sentence);
    [[nodiscard]] const app::FormRowView& view() const noexcept { return view_; }
    /// How high it is at that width; remembered until something changes.
    [[nodiscard]] int heightFor(int width);
    /// Where the keyboard answers it; nullptr: there is nothing to answer.
    [[nodiscard]] wxWindow* field() const noexcept { return field_; }
    /// What is typed and not stored yet.
    void flush();

    /// Puts everything in its place at the present size.
    void arrange();
    bool Layout() override;

private:
    enum Truth { Yes, No, NotAsked }; ///< the segments
    using Sentences = std::vector<wxString>;
    /// How the words lie at a width; pixels.
    struct Words {
        int width = -1;
        Sentences label;
        Sentences help;
        Sentences answer; ///< of what is only read
        Sentences problems;
        int labelTop = 0;
        int helpTop = 0;
        int answerTop = 0;
        int controlTop = 0;
        int otherTop = 0;
        int problemsTop = 0;
        int height = 0;
    };
    [[nodiscard]] bool isSection() const noexcept;
    [[nodiscard]] bool isQuestion() const noexcept;
    [[nodiscard]] bool isRead() const noexcept;   ///< shown as words, without a control
    [[nodiscard]] bool isBeside() const noexcept; ///< the answer stands right of the question
    [[nodiscard]] TextStyle labelStyle() const noexcept;
    [[nodiscard]] int indent() const;
    [[nodiscard]] int lineHeight(TextStyle style) const;
    [[nodiscard]] wxString answerWords() const;
    [[nodiscard]] wxString notAsked() const;
    [[nodiscard]] wxString wholeLabel() const; ///< what a screen reader says of the field

    void build();
    void buildYesNo();
    void buildChips(bool many);
    void buildMenu();
    void buildFinder();
    void buildLine();
    void buildLong();
    void buildSlider();
    void buildFile();
    void buildBody();
    void buildOther();
    void buildUnits();
    void buildSectionButtons();
    void watchKeys(wxWindow& field);
    [[nodiscard]] bool answerKey(const wxKeyEvent& event);

    void edit(const FormRowWays::Edit& edit);
    void choose(std::size_t option, bool chosen);
    void typed(const wxString& text);
    void left();
    void showValues();
    void showText(LineField& field);
    void showClear();
    void fitControl(int width);
    [[nodiscard]] int controlHeight(int width) const;
    [[nodiscard]] const Words& wordsAt(int width);
    void onPaint(wxPaintEvent& event);

    const FormRowWays& ways_;
    app::FormRowView view_;
    wxString refusal_;
    Words words_;
    TypedText text_;

    wxWindow* control_ = nullptr; ///< children of this window, as all below; one of those
    wxWindow* field_ = nullptr;   ///< what takes the focus: the control or in it
    SegmentedControl* truth_ = nullptr;
    ChipGroup* chips_ = nullptr;
    PlaceMenu* menu_ = nullptr;
    ChoiceField* finder_ = nullptr;
    LineField* line_ = nullptr; ///< also an answer of one's own below a choice
    NoteEditor* note_ = nullptr;
    ScoreStrip* strip_ = nullptr;
    ValueSlider* slider_ = nullptr;
    PillButton* file_ = nullptr;
    BodyQuestion* body_ = nullptr;
    PlaceMenu* units_ = nullptr;
    PillButton* clear_ = nullptr;
    PillButton* another_ = nullptr;
    PillButton* remove_ = nullptr;
};

/// "form.pain/now": the name of a row, which tells places apart.
[[nodiscard]] wxString rowName(const forms::FormPlace& place);

} // namespace palpate::gui
