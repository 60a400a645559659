// SPDX-License-Identifier: MIT
// What the rows of a form ask of their page: to answer, to go on, to come into sight.
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/FormPane.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/wupdlock.h>

#include <algorithm>

namespace palpate::gui {

namespace {

[[nodiscard]] int upTo(int pixels, int unit) {
    return (pixels + unit - 1) / unit;
}

} // namespace

void FormPane::edit(FormRow& row, const FormRowWays::Edit& what) {
    if (!form_ || !indexOf(row)) { // it belongs to a form that was shown before
        return;
    }
    const forms::FormPlace at{row.view().place}; // the row may be gone afterwards
    try {
        const auto refusal = what(*form_, at);
        if (refusal && indexOf(row)) {
            row.refuse(said(*refusal));
        }
    } catch (const Error&) {
        render();
        if (indexOf(row)) {
            row.showStored(); // a view that is as before is not rendered
        }
        throw;
    }
}

void FormPane::repeat(FormRow& row, bool another) {
    flush();
    const forms::FormPlace at{row.view().place};
    if (!another) {
        const bool hasAnswers = std::ranges::any_of(rows_, [&](const Row& each) {
            const forms::FormPlace& place = each.view.place;
            return each.view.isAnswered && each.view.kind != app::FieldKind::Section &&
                   each.view.kind != app::FieldKind::Calculated && place.size() > at.size() &&
                   std::equal(at.begin(), at.end(), place.begin());
        });
        if (hasAnswers &&
            !prompter_.confirm({tr("Remove “{1}” with the answers in it?"), {row.view().label}},
                               {tr("Remove"), {}})) {
            return;
        }
        form_->removeRepetition(at);
        return;
    }
    const std::size_t before = rows_.size();
    form_->addRepetition(at);
    if (rows_.size() <= before) {
        return;
    }
    // To the first question of the new one, which is the last of its kind.
    for (std::size_t i = rows_.size(); i-- > 0;) {
        const forms::FormPlace& place = rows_[i].view.place;
        if (place.size() == at.size() && !place.empty() &&
            place.back().linkId == at.back().linkId &&
            rows_[i].view.kind == app::FieldKind::Section) {
            focusRow(i + 1);
            return;
        }
    }
}

std::optional<std::size_t> FormPane::indexOf(const FormRow& row) const {
    const auto found = std::ranges::find(rows_, &row, &Row::row);
    return found == rows_.end() ? std::nullopt
                                : std::optional{static_cast<std::size_t>(found - rows_.begin())};
}

void FormPane::next(const FormRow& row) {
    if (const auto index = indexOf(row)) {
        focusRow(*index + 1);
    }
}

void FormPane::focusRow(std::size_t index) {
    for (std::size_t i = index; i < rows_.size(); ++i) {
        if (!isShown(rows_[i])) {
            continue;
        }
        if (!rows_[i].row) {
            build(i);
            place();
        }
        if (wxWindow* const field = rows_[i].row->field()) {
            field->SetFocus();
            bringIntoSight(*rows_[i].row);
            return;
        }
    }
}

void FormPane::focusFirst() {
    if (ways_.reader == FormReader::Patient) { // begins each part at its top
        focusRow(0);
        return;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const app::FormRowView& view = rows_[i].view;
        const bool asks = view.kind != app::FieldKind::Section &&
                          view.kind != app::FieldKind::Note &&
                          view.kind != app::FieldKind::Calculated && !view.readOnly;
        if (asks && !view.isAnswered && isShown(rows_[i])) {
            focusRow(i);
            return;
        }
    }
    focusRow(0);
}

void FormPane::goTo(const forms::FormPlace& place) {
    const auto found =
        std::ranges::find_if(rows_, [&](const Row& row) { return row.view.place == place; });
    if (found == rows_.end()) {
        return;
    }
    if (!isShown(*found)) {
        showStep(found->step);
    }
    focusRow(static_cast<std::size_t>(found - rows_.begin()));
}

void FormPane::showStep(std::size_t step) {
    flush();
    const wxWindowUpdateLocker quiet{this};
    step_ = std::min(step, steps_ - 1);
    scroller_->Scroll(0, 0);
    buildSome(2 * std::max(GetClientSize().y, FromDIP(400)), 0);
    if (onRendered) {
        onRendered();
    }
}

void FormPane::flush() {
    for (std::size_t i = 0; i < rows_.size(); ++i) { // a flush may render, and change the rows
        if (rows_[i].row) {
            rows_[i].row->flush();
        }
    }
}

bool FormPane::isFirstQuestion(const wxWindow& row) const {
    const auto first = std::ranges::find_if(
        rows_, [this](const Row& each) { return isShown(each) && each.row && each.row->field(); });
    return first != rows_.end() && first->row == &row;
}

void FormPane::bringIntoSight(const wxWindow& window) {
    // With its question: the words stand above the field.
    const wxWindow* row = &window;
    while (row && row->GetParent() != sheet()) {
        row = row->GetParent();
    }
    if (!row) {
        return;
    }
    const int unit = FromDIP(PanelScroller::kUnit);
    const int seen = scroller_->GetViewStart().y * unit;
    const int height = scroller_->GetClientSize().y;
    const int top = row->GetPosition().y;
    const int bottom = top + row->GetSize().y;
    if (isFirstQuestion(*row)) {
        scroller_->Scroll(-1, 0); // with the heading above it
    } else if (top < seen || bottom - top > height) {
        scroller_->Scroll(-1, std::max(0, top / unit));
    } else if (bottom > seen + height) {
        scroller_->Scroll(-1, upTo(bottom - height, unit));
    }
}

} // namespace palpate::gui
