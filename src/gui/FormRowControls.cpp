// SPDX-License-Identifier: MIT
// The controls of a form's line: which one answers it, what its keys do, how it shows the answer.
#include "app/FormLanguages.h"
#include "domain/Text.h"
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
#include <initializer_list>
#include <utility>

namespace palpate::gui {

namespace {

constexpr std::size_t kMenuOptions = 30; ///< more than so many are found by typing
constexpr int kLeastLines = 3;           ///< of a long text
constexpr int kLineWidth = 420;          ///< DIP, of words
constexpr int kNumberWidth = 120;
constexpr int kLargeSegment = 110; ///< DIP
constexpr double kMostOnStrip = 10;

[[nodiscard]] bool fitsStrip(const app::FormRowView& view) {
    return view.least == 0 && view.most <= kMostOnStrip && view.most >= 1 && view.step == 1 &&
           view.most == std::floor(view.most);
}

} // namespace

void FormRow::build() {
    using app::FieldKind;
    setAccessible(*this, isSection() ? Role::Heading : Role::Label, toWx(view_.label),
                  isRead() ? answerWords() : toWx(view_.help));
    if (isSection()) {
        buildSectionButtons();
        return;
    }
    if (isRead()) {
        return;
    }
    switch (view_.kind) {
    case FieldKind::YesNo:
        buildYesNo();
        break;
    case FieldKind::ChooseOne:
        buildChips(false);
        break;
    case FieldKind::ChooseMany:
        buildChips(true);
        break;
    case FieldKind::DropDown:
        if (view_.options.size() > kMenuOptions) {
            buildFinder();
        } else {
            buildMenu();
        }
        break;
    case FieldKind::Typed:
        buildLine();
        break;
    case FieldKind::LongText:
        buildLong();
        break;
    case FieldKind::Slider:
        buildSlider();
        break;
    case FieldKind::File:
        buildFile();
        break;
    case FieldKind::BodyMap:
        buildBody();
        break;
    case FieldKind::Section:
    case FieldKind::Note:
    case FieldKind::Calculated:
        break;
    }
    if (chips_ || menu_ || finder_) {
        buildOther();
    }
    if (field_) {
        watchKeys(*field_);
    }
}

void FormRow::edit(const FormRowWays::Edit& edit) {
    ways_.edit(*this, edit);
}

void FormRow::choose(std::size_t option, bool chosen) {
    edit([option, chosen](app::FormPresenter& form, const forms::FormPlace& place) {
        return form.choose(place, option, chosen);
    });
}

void FormRow::buildYesNo() {
    const bool patient = ways_.reader == FormReader::Patient;
    truth_ = new SegmentedControl{
        this,
        GetName() + ".answer",
        wholeLabel(),
        {said("Yes"), said("No"), patient ? said("No answer") : said("Not asked")}};
    if (patient) {
        truth_->setLeastWidth(kLargeSegment);
    }
    truth_->onChange = [this](int segment) {
        edit([segment](app::FormPresenter& form, const forms::FormPlace& place) {
            return form.setTruth(place, segment == NotAsked ? std::nullopt
                                                            : std::optional{segment == Yes});
        });
    };
    control_ = field_ = truth_;
}

void FormRow::buildChips(bool many) {
    std::vector<ChipGroup::Chip> chips;
    for (const std::string& option : view_.options) {
        chips.push_back({toWx(option)});
    }
    chips_ =
        new ChipGroup{this, GetName() + ".answer", wholeLabel(),
                      many ? ChipGroup::Kind::Multi : ChipGroup::Kind::Single, std::move(chips)};
    chips_->onChange = [this](int chip, ChipState now) {
        choose(static_cast<std::size_t>(chip), now == ChipState::On);
    };
    control_ = field_ = chips_;
}

void FormRow::buildMenu() {
    const bool isOptional = view_.place != app::languagePlace(); // a form is in some language
    std::vector<MapPlace> places;
    if (isOptional) {
        places.push_back({fromWx(notAsked()), {}, false});
    }
    for (std::size_t i = 0; i < view_.options.size(); ++i) {
        places.push_back({view_.options[i], {}, isOptional && i == 0});
    }
    menu_ = new PlaceMenu{this, GetName() + ".answer", {}, std::move(places)};
    menu_->onPlace = [this, isOptional](int place) {
        if (!isOptional) {
            choose(static_cast<std::size_t>(place), true);
        } else if (place == 0) {
            edit([](app::FormPresenter& form, const forms::FormPlace& at) {
                form.clear(at);
                return std::optional<Message>{};
            });
        } else {
            choose(static_cast<std::size_t>(place - 1), true);
        }
    };
    control_ = field_ = menu_;
}

void FormRow::buildFinder() {
    finder_ = new ChoiceField{this, GetName() + ".answer", wholeLabel(), said("Type to find …")};
    const auto matching = [this](const std::string& text) {
        std::vector<std::size_t> found;
        const wxString wanted = toWx(trimmed(text)).Lower();
        for (std::size_t i = 0; i < view_.options.size(); ++i) {
            if (wanted.empty() || toWx(view_.options[i]).Lower().Contains(wanted)) {
                found.push_back(i);
            }
        }
        return found;
    };
    finder_->complete = [this, matching](const std::string& text) {
        std::vector<QuickChoice> choices;
        for (const std::size_t i : matching(text)) {
            choices.push_back({view_.options[i], {}, view_.options[i]});
        }
        return choices;
    };
    finder_->onEnter = [this, matching](const std::string& text,
                                        std::optional<std::size_t> chosen) {
        const auto found = matching(text);
        const auto which = chosen              ? chosen
                           : found.size() == 1 ? std::optional<std::size_t>{0}
                                               : std::nullopt;
        if (!which || *which >= found.size()) {
            return QuickAnswer{false, fromWx(said("Choose one of the list.")), {}};
        }
        choose(found[*which], true);
        return QuickAnswer{true, {}, {}};
    };
    control_ = finder_;
    field_ = &finder_->line().field();
}

void FormRow::buildLine() {
    line_ = new LineField{this, GetName() + ".answer", wholeLabel(), toWx(view_.hint)};
    const bool isShort = !view_.unit.empty() || !view_.units.empty() ||
                         (!view_.hint.empty() && view_.hint.size() < 12);
    line_->setWidth(isShort ? kNumberWidth : kLineWidth);
    line_->showWholeHint();
    line_->setUnit(toWx(view_.unit));
    control_ = line_;
    field_ = &line_->field();
    line_->onText = [this](const wxString& text) { typed(text); };
    line_->onLeave = [this] { left(); };
    line_->onEnter = [this] { ways_.next(*this); };
    buildUnits();
}

void FormRow::buildUnits() {
    if (view_.units.size() < 2) {
        if (view_.units.size() == 1) {
            line_->setUnit(toWx(view_.units.front()));
        }
        return;
    }
    std::vector<MapPlace> places;
    for (const std::string& unit : view_.units) {
        places.push_back({unit, {}, false});
    }
    units_ = new PlaceMenu{this, GetName() + ".unit", {}, std::move(places)};
    units_->onPlace = [this](int unit) {
        edit([unit](app::FormPresenter& form, const forms::FormPlace& place) {
            return form.setUnit(place, static_cast<std::size_t>(unit));
        });
    };
}

void FormRow::buildOther() {
    if (!view_.takesOther) {
        return;
    }
    line_ =
        new LineField{this, GetName() + ".other", said("{1}, an answer of your own", {view_.label}),
                      said("something else")};
    line_->setBefore(said("Other:"));
    line_->onText = [this](const wxString& text) { typed(text); };
    line_->onLeave = [this] { left(); };
    line_->onEnter = [this] { ways_.next(*this); };
}

void FormRow::buildLong() {
    note_ =
        new NoteEditor{this, GetName() + ".answer", wholeLabel(), toWx(view_.hint), kLeastLines};
    note_->onText = [this](const wxString& text) { typed(text); };
    note_->onLeave = [this] { left(); };
    control_ = note_;
    field_ = &note_->field();
}

void FormRow::buildSlider() {
    if (fitsStrip(view_)) {
        strip_ = new ScoreStrip{this, GetName() + ".answer", wholeLabel()};
        strip_->hideLabel();
        strip_->setMost(static_cast<int>(view_.most));
        strip_->onChange = [this](std::optional<int> value) {
            typed(value ? wxString::Format("%d", *value) : wxString{});
            text_.flush();
        };
        control_ = field_ = strip_;
        return;
    }
    slider_ = new ValueSlider{this,
                              GetName() + ".answer",
                              wholeLabel(),
                              notAsked(),
                              {view_.least, view_.most, view_.step}};
    slider_->onChange = [this](std::optional<double> value) {
        typed(value ? wxString::FromCDouble(*value) : wxString{});
        text_.flush();
    };
    control_ = field_ = slider_;
}

void FormRow::buildFile() {
    file_ = new PillButton{this, GetName() + ".answer", said("Choose a file …")};
    file_->setWords(said("{1}: choose a file", {view_.label}));
    file_->onClick = [this] {
        if (const auto file = ways_.chooseFile()) {
            edit([&](app::FormPresenter& form, const forms::FormPlace& place) {
                return form.attach(place, *file);
            });
        }
    };
    control_ = field_ = file_;
}

void FormRow::buildBody() {
    body_ = new BodyQuestion{this,
                             GetName() + ".answer",
                             wholeLabel(),
                             *ways_.knowledge,
                             ways_.reader == FormReader::Patient,
                             view_.readOnly};
    body_->onChange = [this](const std::string& outlines) {
        edit([&](app::FormPresenter& form, const forms::FormPlace& place) {
            return form.paint(place, outlines);
        });
    };
    control_ = body_;
    field_ = body_->field();
}

void FormRow::buildSectionButtons() {
    const auto button = [this](const wxString& name, const wxString& text, bool another) {
        auto* made = new PillButton{this, GetName() + name, text, PillButton::Kind::Quiet,
                                    PillButton::Size::Compact};
        made->setWords(text + ": " + toWx(view_.label));
        // The press may end with this row's end.
        made->onClick = [this, another] { ways_.repeat(*this, another); };
        return made;
    };
    if (view_.repeats && !view_.readOnly) {
        another_ = button(".another", said("Add another"), true);
    }
    if (view_.removable && !view_.readOnly) {
        remove_ = button(".remove", said("Remove"), false);
    }
}

} // namespace palpate::gui
