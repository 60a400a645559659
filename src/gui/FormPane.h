// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "gui/FormRow.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class PanelScroller;

/// A form as one clean column: its questions below each other, in the middle of the page. Renders a
/// presenter; only rows that changed are touched. Of a long form what is in sight is made at once
/// and the rest while nobody waits. Clinic and prompter must outlive it.
class FormPane : public wxPanel {
public:
    FormPane(wxWindow* parent, const wxString& name, app::Clinic& clinic, app::Prompter& prompter,
             FormReader reader = FormReader::Practitioner);
    ~FormPane() override;

    std::function<void()> onRendered; ///< the form's view is another one now

    /// What it shows; nullptr: nothing. Must stay until another is given. With `inSteps` one part
    /// of the form at a time.
    void open(app::FormPresenter* form, bool inSteps = false);
    /// Stores what is typed and not yet stored.
    void flush();
    /// The first question that is not answered yet, else the first; for a patient the first.
    void focusFirst();
    /// To that line, with its part of the form.
    void goTo(const forms::FormPlace& place);
    /// So many rows have their controls by now.
    [[nodiscard]] std::size_t builtRows() const noexcept;
    [[nodiscard]] std::size_t rowCount() const noexcept { return rows_.size(); }

    // In steps.
    [[nodiscard]] std::size_t stepCount() const noexcept { return steps_; }
    [[nodiscard]] std::size_t step() const noexcept { return step_; }
    void showStep(std::size_t step);

private:
    struct Row {
        app::FormRowView view;
        std::size_t step = 0;
        FormRow* row = nullptr; ///< a child of the sheet; nullptr: not made yet
    };
    class Sheet;

    [[nodiscard]] wxWindow* sheet() const noexcept;
    void wireWays();
    void render();
    void renderOnce();
    void numberSteps(std::vector<Row>& rows);
    void build(std::size_t index);
    void buildSome(int untilY, int milliseconds);
    void place();
    void placeSoon();
    void retire(FormRow* row);
    [[nodiscard]] int columnWidth() const;
    [[nodiscard]] bool isShown(const Row& row) const noexcept { return row.step == step_; }
    [[nodiscard]] std::optional<std::size_t> indexOf(const FormRow& row) const;
    void edit(FormRow& row, const FormRowWays::Edit& edit);
    void repeat(FormRow& row, bool another);
    void next(const FormRow& row);
    void focusRow(std::size_t index);
    [[nodiscard]] bool isFirstQuestion(const wxWindow& row) const;
    void bringIntoSight(const wxWindow& window);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    app::FormPresenter* form_ = nullptr;
    FormRowWays ways_;
    std::vector<Row> rows_;
    bool inSteps_ = false;
    std::size_t steps_ = 1;
    std::size_t step_ = 0;
    bool isRendering_ = false;
    bool renderAgain_ = false;
    bool placing_ = false;
    bool placeAsked_ = false;
    wxTimer rest_;            ///< makes the rows that are not in sight
    PanelScroller* scroller_; ///< children of this window, as all below
    Sheet* sheet_;
};

} // namespace palpate::gui
