// SPDX-License-Identifier: MIT
// How motions and tests look: their rows, and the editor of the chosen one.
#include "gui/MeasureSection.h"
#include "gui/Phrases.h"
#include "gui/TypedNumber.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

[[nodiscard]] MeasureLine lineOf(const app::MotionRow& row) {
    MeasureLine line;
    line.label = toWx(row.label);
    wxString value = toWx(row.active);
    if (!row.passive.empty()) {
        value += (value.empty() ? wxString{} : toWx(" · ")) + said("passive {1}", {row.passive});
    }
    if (!row.pain.empty()) {
        value += toWx(" · ") + toWx(row.pain);
    }
    line.value = value;
    line.beside = toWx(row.last);
    line.note = row.outside ? toWx("▲ ") + toWx(row.usual) : toWx(row.usual);
    line.outside = row.outside;
    return line;
}

[[nodiscard]] MeasureLine lineOf(const app::TestRow& row) {
    MeasureLine line;
    line.label = toWx(row.label);
    line.value = toWx(row.result);
    line.beside = toWx(row.last);
    line.note = toWx(row.note);
    return line;
}

} // namespace

void MeasureSection::renderMotion(const app::MotionRow& row) {
    const auto fill = [&](LineField& field, const TypedText& typed,
                          const std::optional<double>& value) {
        if (!typed.isWaiting() && !field.field().HasFocus()) {
            field.set(value ? shortestNumber(*value) : wxString{});
        }
        field.setUnit(toWx(row.unit));
        field.setReadOnly(readOnly_);
        field.Show();
    };
    fill(*active_, typedActive_, row.motion.active);
    fill(*passive_, typedPassive_, row.motion.passive);
    pain_->Show();
    pain_->setValue(row.motion.pain ? std::optional{row.motion.pain->value()} : std::nullopt);
    enable(*pain_, !readOnly_);
    result_->Hide();
    number_->Hide();
    about_->setText(toWx(row.sources));
    about_->Show(!row.sources.empty());
}

void MeasureSection::renderNumber(const app::TestRow& row) {
    const auto* const value = std::get_if<double>(&row.test.result);
    const wxString number = value ? shortestNumber(*value) : wxString{};
    wxString unit;
    // Shown in another unit than it is stored in, it is corrected in the line, which reads units.
    const bool asStored = value && toWx(row.result).StartsWith(number, &unit) &&
                          (unit.empty() || !wxIsdigit(unit[0]));
    number_->Show(asStored);
    if (asStored) {
        if (!typedNumber_.isWaiting() && !number_->field().HasFocus()) {
            number_->set(number);
        }
        number_->setUnit(unit.Strip(wxString::both));
        number_->setReadOnly(readOnly_);
    }
}

void MeasureSection::renderTest(const app::TestRow& row) {
    active_->Hide();
    passive_->Hide();
    pain_->Hide();
    std::vector<wxString> words;
    for (const std::string& choice : row.choices) {
        words.push_back(toWx(choice));
    }
    if (words != choiceWords_) {
        choiceWords_ = words;
        std::vector<ChipGroup::Chip> chips;
        for (const wxString& word : words) {
            chips.push_back({word});
        }
        result_->setChips(std::move(chips));
    }
    renderNumber(row);
    const auto* chosen = std::get_if<std::string>(&row.test.result);
    for (std::size_t i = 0; i < choiceWords_.size(); ++i) {
        result_->setState(static_cast<int>(i), chosen && toWx(*chosen) == choiceWords_[i]
                                                   ? ChipState::On
                                                   : ChipState::Off);
    }
    result_->Show(!row.choices.empty());
    enable(*result_, !readOnly_);
    about_->setText(toWx(row.note));
    about_->Show(!row.note.empty());
}

bool MeasureSection::renderRows(const app::SessionView& view, bool readOnly) {
    bool changed = false;
    const std::size_t count = view.motions.size() + view.tests.size();
    while (rows_.size() < count) {
        addRow();
        changed = true;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < count;
        if (used) {
            rows_[i]->set(i < view.motions.size() ? lineOf(view.motions[i])
                                                  : lineOf(view.tests[i - view.motions.size()]));
            rows_[i]->setReadOnly(readOnly);
            rows_[i]->setOpen(open_ && atRow(i) == open_);
        }
        changed = rows_[i]->Show(used) || changed;
    }
    return changed;
}

bool MeasureSection::placeEditor(const app::SessionView& view, bool readOnly) {
    readOnly_ = readOnly;
    std::optional<std::size_t> row;
    for (std::size_t i = 0; open_ && i < view.motions.size() + view.tests.size(); ++i) {
        if (atRow(i) == open_) {
            row = i;
        }
    }
    if (!row) {
        open_.reset();
        return editor_->Hide();
    }
    if (*row < view.motions.size()) {
        renderMotion(view.motions[*row]);
    } else {
        renderTest(view.tests[*row - view.motions.size()]);
    }
    wxSizer& sizer = *place_->GetSizer();
    bool changed = false;
    if (sizer.GetItem(*row + 1) == nullptr || sizer.GetItem(*row + 1)->GetWindow() != editor_) {
        sizer.Detach(editor_);
        sizer.Insert(*row + 1, editor_, wxSizerFlags{}.Expand());
        editor_->MoveAfterInTabOrder(rows_[*row]);
        changed = true;
    }
    editor_->Layout();
    return editor_->Show() || changed;
}

bool MeasureSection::render(const app::SessionView& view, bool readOnly) {
    bool changed = renderRows(view, readOnly);
    changed = placeEditor(view, readOnly) || changed;
    return line_->Show(!readOnly) || changed;
}

} // namespace palpate::gui
