// SPDX-License-Identifier: MIT
// How a form's line shows its answer, and what its keys do.
#include "app/FormLanguages.h"
#include "gui/Accessible.h"
#include "gui/BodyQuestion.h"
#include "gui/ChipGroup.h"
#include "gui/ChoiceField.h"
#include "gui/FormRow.h"
#include "gui/LineField.h"
#include "gui/NoteEditor.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/PlaceMenu.h"
#include "gui/ScoreStrip.h"
#include "gui/SegmentedControl.h"
#include "gui/ValueSlider.h"

#include <algorithm>
#include <cmath>

namespace palpate::gui {

namespace {

/// Clears an answer by the pointer; keys clear on the control itself, and Tab goes question by
/// question.
class ClearButton : public PillButton {
public:
    using PillButton::PillButton;
    [[nodiscard]] bool AcceptsFocusFromKeyboard() const override { return false; }
};

} // namespace

wxString rowName(const forms::FormPlace& place) {
    wxString name = "form.";
    for (std::size_t i = 0; i < place.size(); ++i) {
        name += (i == 0 ? "" : "/") + toWx(place[i].linkId);
        if (place[i].index > 0) {
            name += wxString::Format("[%zu]", place[i].index);
        }
    }
    return name;
}

void FormRow::watchKeys(wxWindow& field) {
    field.Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.HasModifiers() || !answerKey(event)) {
            event.Skip();
        }
    });
    if (!line_ && !note_ && !finder_) {
        field.Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            ways_.leave(*this);
        });
    }
}

bool FormRow::answerKey(const wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const bool clears = key == WXK_BACK || key == WXK_DELETE;
    const auto clear = [this] {
        edit([](app::FormPresenter& form, const forms::FormPlace& place) {
            form.clear(place);
            return std::optional<Message>{};
        });
    };
    if (truth_) {
        if (key == 'Y' || key == 'N' || clears) {
            const std::optional<bool> truth = clears ? std::nullopt : std::optional{key == 'Y'};
            edit([truth](app::FormPresenter& form, const forms::FormPlace& place) {
                return form.setTruth(place, truth);
            });
            return true;
        }
        if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) {
            ways_.next(*this);
            return true;
        }
        return false;
    }
    if (chips_) {
        const int digit = key >= '1' && key <= '9'                   ? key - '1'
                          : key >= WXK_NUMPAD1 && key <= WXK_NUMPAD9 ? key - WXK_NUMPAD1
                                                                     : -1;
        if (digit >= 0 && digit < chips_->count()) {
            choose(static_cast<std::size_t>(digit), chips_->state(digit) != ChipState::On);
            return true;
        }
        if (clears) {
            clear();
            return true;
        }
        return false;
    }
    if ((menu_ || file_) && clears) {
        clear();
        return true;
    }
    return false;
}

void FormRow::typed(const wxString& text) {
    text_.typed(text);
}

void FormRow::left() {
    text_.flush();
    ways_.leave(*this);
}

void FormRow::flush() {
    text_.flush();
}

void FormRow::showText(LineField& field) {
    const wxString problems = view_.problems.empty() ? wxString{} : toWx(view_.problems.front());
    field.setProblem(refusal_.empty() ? problems : refusal_);
    const wxString wanted = toWx(view_.text);
    // What is being typed is not put into another form under the caret.
    if (!text_.isWaiting() && (!field.field().HasFocus() || wanted.empty()) &&
        field.text() != wanted) {
        field.set(wanted);
    }
}

void FormRow::showValues() {
    if (truth_) {
        const int wanted = !view_.truth ? NotAsked : *view_.truth ? Yes : No;
        if (truth_->selected() != wanted) {
            truth_->select(wanted);
        }
    }
    if (chips_) {
        for (int i = 0; i < chips_->count(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            const ChipState wanted =
                at < view_.chosen.size() && view_.chosen[at] ? ChipState::On : ChipState::Off;
            if (chips_->state(i) != wanted) {
                chips_->setState(i, wanted);
            }
        }
    }
    const auto chosen = std::ranges::find(view_.chosen, true);
    const auto at = static_cast<std::size_t>(chosen - view_.chosen.begin());
    const bool any = chosen != view_.chosen.end() && at < view_.options.size();
    if (menu_) {
        const wxString text = any ? toWx(view_.options[at]) : said("Choose …");
        menu_->setText(text + toWx(" ▾"));
        menu_->setWords(wholeLabel() + ": " + (any ? text : notAsked()));
    }
    if (finder_ && any && !finder_->line().field().HasFocus()) {
        finder_->setText(view_.options[at]);
    }
    if (line_) {
        showText(*line_);
    }
    if (note_ && !text_.isWaiting() && note_->text() != toWx(view_.text)) {
        note_->set(toWx(view_.text), NoteEditor::Origin::Written);
    }
    if (strip_) {
        strip_->setValue(view_.value ? std::optional{static_cast<int>(std::lround(*view_.value))}
                                     : std::nullopt);
    }
    if (slider_) {
        slider_->setValue(view_.value);
    }
    if (body_) {
        body_->set(view_.text);
    }
    if (units_ && view_.unitChosen < view_.units.size()) {
        units_->setText(toWx(view_.units[view_.unitChosen] + " ▾"));
        units_->setWords(said("Unit of {1}: {2}", {view_.label, view_.units[view_.unitChosen]}));
    }
    if (isRead()) {
        setAccessible(*this, Role::Label, toWx(view_.label), answerWords());
    }
    showClear();
}

void FormRow::showClear() {
    // A line is emptied by its keys, a yes or no has its third state in sight.
    const bool wanted = isQuestion() && !isRead() && view_.isAnswered &&
                        (chips_ || menu_ || finder_ || strip_ || slider_ || file_ || body_) &&
                        !view_.readOnly && view_.place != app::languagePlace();
    if (wanted && !clear_) {
        clear_ = new ClearButton{this, GetName() + ".clear", said("Clear"), PillButton::Kind::Quiet,
                                 PillButton::Size::Compact};
        clear_->setWords(said("{1}: back to not asked", {view_.label}));
        clear_->onClick = [this] {
            text_.forget();
            edit([](app::FormPresenter& form, const forms::FormPlace& place) {
                form.clear(place);
                return std::optional<Message>{};
            });
        };
        clear_->Hide(); // until it has its place
    }
    if (clear_ && clear_->IsShown() != wanted) {
        clear_->Show(wanted);
        arrange();
    }
}

} // namespace palpate::gui
