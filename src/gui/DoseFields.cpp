// SPDX-License-Identifier: MIT
#include "gui/DoseFields.h"

#include "domain/Error.h"
#include "gui/Phrases.h"

#include <wx/app.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kNumberWidth = 62; ///< DIP, without label and unit
constexpr int kTextWidth = 150;

[[nodiscard]] bool isChips(app::DoseType type) {
    return type == app::DoseType::Choice || type == app::DoseType::YesNo;
}

/// Whether the same controls can show it.
[[nodiscard]] bool isAlike(const app::DoseEntry& a, const app::DoseEntry& b) {
    return a.key == b.key && a.type == b.type && a.unit == b.unit && a.label == b.label &&
           a.choices.size() == b.choices.size();
}

} // namespace

struct DoseFields::Field {
    explicit Field(app::DoseEntry shown) : entry{std::move(shown)} {}

    app::DoseEntry entry;
    std::unique_ptr<TypedText> typed;
    LineField* line = nullptr; ///< children of the fields' window, as all below
    ChipGroup* chips = nullptr;
    TextBlock* problem = nullptr;
    bool gone = false; ///< other controls stand in its place; its own may still speak once
    wxString refused;  ///< why what stands in the line is not stored
};

DoseFields::DoseFields(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    SetBackgroundColour(parent->GetBackgroundColour());
    SetSizer(new wxBoxSizer{wxVERTICAL});
}

DoseFields::~DoseFields() = default;

void DoseFields::rebuild(const std::vector<app::DoseEntry>& entries) {
    // The focus may be in one of them: they go once what happens now is over.
    GetSizer()->Clear(false);
    for (wxWindow* const child : wxWindowList{GetChildren()}) {
        child->Hide();
        wxTheApp->ScheduleForDestruction(child);
    }
    for (const auto& field : fields_) {
        field->gone = true;
    }
    fields_.clear();
    auto* lines = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    GetSizer()->Add(lines, wxSizerFlags{}.Expand());
    for (const app::DoseEntry& entry : entries) {
        auto field = std::make_shared<Field>(entry);
        if (!isChips(entry.type)) {
            addLine(field, *lines);
        } else {
            addChips(field, *GetSizer());
        }
        fields_.push_back(std::move(field));
    }
    for (const auto& field : fields_) {
        field->problem = new TextBlock{this,
                                       GetName() + "." + toWx(field->entry.key.text()) + ".problem",
                                       {},
                                       TextStyle::SmallStrong,
                                       TextBlock::Ink::Warning};
        field->problem->Hide();
        GetSizer()->Add(field->problem, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    }
}

void DoseFields::addLine(const std::shared_ptr<Field>& made, wxSizer& line) {
    Field& field = *made;
    const app::DoseEntry& entry = field.entry;
    const bool number = entry.type != app::DoseType::Text && entry.type != app::DoseType::Region;
    field.line = new LineField{this, GetName() + "." + toWx(entry.key.text()), toWx(entry.label)};
    field.line->setBefore(toWx(entry.label));
    field.line->setUnit(toWx(entry.unit));
    field.line->setWidth(number ? kNumberWidth : kTextWidth);
    if (!entry.help.empty()) {
        field.line->field().SetToolTip(toWx(entry.help));
    }
    field.typed = std::make_unique<TypedText>(
        [this, mine = &field](const std::string& words) { store(*mine, words); });
    field.line->onText = [mine = made](const wxString& text) {
        if (!mine->gone) {
            mine->typed->typed(text);
        }
    };
    field.line->onLeave = [mine = made] {
        if (!mine->gone) {
            mine->typed->flush();
        }
    };
    field.line->onEnter = [mine = made] {
        if (!mine->gone) {
            mine->typed->flush();
            mine->line->field().Navigate();
        }
    };
    line.Add(field.line, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
}

void DoseFields::addChips(const std::shared_ptr<Field>& made, wxSizer& column) {
    Field& field = *made;
    const app::DoseEntry& entry = field.entry;
    std::vector<ChipGroup::Chip> chips;
    const bool yesNo = entry.type == app::DoseType::YesNo;
    if (yesNo) {
        chips.push_back({toWx(entry.label)});
    } else {
        for (const app::DoseChoice& choice : entry.choices) {
            chips.push_back({toWx(choice.text)});
        }
    }
    field.chips = new ChipGroup{this,
                                GetName() + "." + toWx(entry.key.text()),
                                toWx(entry.label),
                                yesNo ? ChipGroup::Kind::Multi : ChipGroup::Kind::Single,
                                std::move(chips),
                                ChipGroup::Size::Compact};
    field.chips->onChange = [this, mine = made](int chip, ChipState now) {
        const auto& choices = mine->entry.choices;
        const std::size_t index =
            mine->entry.type == app::DoseType::YesNo ? 0 : static_cast<std::size_t>(chip);
        store(*mine,
              now == ChipState::On && index < choices.size() ? choices[index].text : std::string{});
    };
    if (!yesNo) {
        auto* words = new TextBlock{this, field.chips->GetName() + ".label", toWx(entry.label),
                                    TextStyle::Small, TextBlock::Ink::Muted};
        column.Add(words, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    }
    column.Add(field.chips, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
}

void DoseFields::store(Field& field, const std::string& typed) {
    if (!treatment_ || !onStore) {
        return;
    }
    const TreatmentId treatment{*treatment_};
    const auto problem = onStore(treatment, LogFieldKey{field.entry.key}, typed);
    if (!field.gone) {
        field.refused = problem ? said(*problem) : wxString{};
        say(field, field.refused);
    }
}

void DoseFields::say(Field& field, const wxString& sentence) {
    const wxString words = sentence.empty() ? toWx(field.entry.problem) : sentence;
    if (field.line) {
        field.line->setProblem(words);
    }
    field.problem->setText(words);
    if (field.problem->Show(!words.empty())) {
        relayoutAround(*field.problem);
    }
}

void DoseFields::renderField(Field& field, const app::DoseEntry& entry, bool readOnly) {
    field.entry = entry;
    if (field.line) {
        field.line->setHint(toWx(entry.usual));
        const bool keeps = field.typed->isWaiting() || !field.refused.empty();
        // Typed as "90 s" and shown as "1:30": not while somebody is still in the field.
        if (!keeps && !field.line->field().HasFocus()) {
            field.line->set(toWx(entry.value));
        }
        field.line->setReadOnly(readOnly);
    } else {
        for (std::size_t i = 0; i < entry.choices.size(); ++i) {
            if (entry.type == app::DoseType::YesNo && i > 0) {
                break;
            }
            const ChipState wanted = entry.choices[i].chosen ? ChipState::On : ChipState::Off;
            if (field.chips->state(static_cast<int>(i)) != wanted) {
                field.chips->setState(static_cast<int>(i), wanted);
            }
        }
        if (field.chips->IsThisEnabled() == readOnly) {
            field.chips->Enable(!readOnly);
        }
    }
    say(field, field.refused);
}

void DoseFields::render(const TreatmentId& treatment, const std::vector<app::DoseEntry>& entries,
                        bool readOnly, LeftWords& words) {
    if (treatment_ != treatment) {
        leave(words);
        treatment_ = treatment;
    }
    std::vector<app::DoseEntry> asked;
    std::copy_if(
        entries.begin(), entries.end(), std::back_inserter(asked), [](const app::DoseEntry& entry) {
            return entry.place == app::DosePlace::Dose || entry.place == app::DosePlace::Timer;
        });
    const bool alike =
        asked.size() == fields_.size() && std::equal(asked.begin(), asked.end(), fields_.begin(),
                                                     [](const auto& entry, const auto& field) {
                                                         return isAlike(entry, field->entry);
                                                     });
    if (!alike) {
        leave(words);
        treatment_ = treatment;
        rebuild(asked);
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        renderField(*fields_[i], asked[i], readOnly);
    }
}

void DoseFields::leave(LeftWords& words) {
    if (treatment_) {
        for (const auto& field : fields_) {
            if (auto typed = field->typed ? field->typed->take() : std::nullopt) {
                words.leave(*typed, [store = onStore, id = TreatmentId{*treatment_},
                                     key = LogFieldKey{field->entry.key}, typed = *typed] {
                    if (const auto problem = store(id, key, typed)) {
                        throw EditRefused{*problem};
                    }
                });
            }
        }
    }
    forget();
}

void DoseFields::flush() {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i]->typed) {
            fields_[i]->typed->flush();
        }
    }
}

void DoseFields::forget() {
    treatment_.reset();
    for (const auto& field : fields_) {
        field->refused.clear();
        if (field->typed) {
            field->typed->forget();
        }
    }
}

} // namespace palpate::gui
