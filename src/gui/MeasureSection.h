// SPDX-License-Identifier: MIT
#pragma once

#include "gui/ChipGroup.h"
#include "gui/ChoiceField.h"
#include "gui/MeasureRowView.h"
#include "gui/ScoreStrip.h"
#include "gui/SectionHeading.h"
#include "gui/SessionSection.h"
#include "gui/TextBlock.h"
#include "gui/TypedText.h"

#include <optional>
#include <variant>
#include <vector>

namespace palpate::gui {

/// Ranges of motion and tests: one line to type a result into, and the results; the open one can be
/// corrected in place.
class MeasureSection : public SessionSection {
public:
    explicit MeasureSection(wxWindow* parent);

    void open(app::SessionPresenter* presenter) override;
    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;
    void flush() override;
    void focusFirst() override { line_->focus(); }

private:
    using At = std::variant<MotionAt, TestAt>;

    void buildEditor();
    void addRow();
    [[nodiscard]] QuickAnswer record(const std::string& text, std::optional<std::size_t> chosen);
    [[nodiscard]] std::optional<At> atRow(std::size_t row) const;
    void choose(std::size_t row);
    void remove(std::size_t row);
    void step(std::size_t from, int by);
    [[nodiscard]] bool renderRows(const app::SessionView& view, bool readOnly);
    /// The open result below its row; false when there is none any more.
    [[nodiscard]] bool placeEditor(const app::SessionView& view, bool readOnly);
    void renderMotion(const app::MotionRow& row);
    void renderTest(const app::TestRow& row);
    void renderNumber(const app::TestRow& row);
    void storeDegrees(bool active, const std::string& typed);
    void storeNumber(const std::string& typed);
    /// What was emptied and can't be stored so shows its value again.
    void settle();
    /// What is wrong, at the field; empty: all is well.
    void say(const wxString& sentence, LineField* field = nullptr);
    void putTest(const std::variant<double, std::string>& result);

    std::optional<At> open_;
    std::vector<wxString> choiceWords_; ///< of the chips
    bool readOnly_ = false;
    TypedText typedActive_;
    TypedText typedPassive_;
    TypedText typedNumber_;
    SectionHeading* heading_; ///< children of this window, as all below
    ChoiceField* line_;
    wxPanel* place_;
    std::vector<MeasureRowView*> rows_;
    wxPanel* editor_ = nullptr;
    LineField* active_ = nullptr;
    LineField* passive_ = nullptr;
    LineField* number_ = nullptr;
    TextBlock* problem_ = nullptr;
    ScoreStrip* pain_ = nullptr;
    ChipGroup* result_ = nullptr;
    TextBlock* about_ = nullptr;
};

} // namespace palpate::gui
