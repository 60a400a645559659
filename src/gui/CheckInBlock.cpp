// SPDX-License-Identifier: MIT
#include "gui/CheckInBlock.h"

#include "domain/Error.h"
#include "gui/Phrases.h"
#include "gui/TypedNumber.h"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <array>
#include <cmath>

namespace palpate::gui {

namespace {

constexpr int kLabelWidth = 84; ///< DIP

[[nodiscard]] bool isCounted(app::CheckInField field) {
    return field == app::CheckInField::Stress || field == app::CheckInField::Activity ||
           field == app::CheckInField::HomeCare;
}

[[nodiscard]] wxString nameOf(app::CheckInField field) {
    constexpr std::array kNames{"sleep", "stress", "water", "sitting", "activity", "homeCare"};
    return kNames.at(static_cast<std::size_t>(field));
}

[[nodiscard]] std::optional<int> whole(const std::optional<double>& value) {
    return value ? std::optional{static_cast<int>(std::lround(*value))} : std::nullopt;
}

} // namespace

struct CheckInBlock::Question {
    app::CheckInLine line;
    ScoreStrip* strip = nullptr; ///< children of the block, as all below
    LineField* field = nullptr;
    std::unique_ptr<TypedText> typed;
    bool refused = false;
};

CheckInBlock::CheckInBlock(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    SetBackgroundColour(parent->GetBackgroundColour());
    SetSizer(new wxBoxSizer{wxVERTICAL});
}

CheckInBlock::~CheckInBlock() = default;

void CheckInBlock::build(const std::vector<app::CheckInLine>& lines) {
    auto* fields = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    for (const app::CheckInLine& line : lines) {
        auto question = std::make_unique<Question>();
        question->line = line;
        questions_.push_back(std::move(question));
    }
    for (const auto& question : questions_) {
        if (isCounted(question->line.field)) {
            addStrip(*question, *GetSizer());
        }
    }
    for (const auto& question : questions_) {
        if (!isCounted(question->line.field)) {
            addField(*question, *fields);
        }
    }
    GetSizer()->Add(fields, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    problem_ = new TextBlock{
        this, GetName() + ".problem", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    problem_->Hide();
    GetSizer()->Add(problem_, wxSizerFlags{}.Expand());
}

void CheckInBlock::addStrip(Question& question, wxSizer& column) {
    const app::CheckInLine& line = question.line;
    question.strip = new ScoreStrip{this, GetName() + "." + nameOf(line.field), toWx(line.label)};
    question.strip->setLabelWidth(kLabelWidth);
    question.strip->setMost(static_cast<int>(std::lround(line.most)));
    question.strip->SetToolTip(toWx(line.label + ", " + line.unit));
    question.strip->onChange = [this, mine = &question](std::optional<int> value) {
        if (onAnswer) {
            onAnswer(mine->line.field,
                     value ? std::optional{static_cast<double>(*value)} : std::nullopt);
        }
    };
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(question.strip, wxSizerFlags{}.CentreVertical());
    auto* unit = new TextBlock{this, question.strip->GetName() + ".unit", toWx(line.unit),
                               TextStyle::Small, TextBlock::Ink::Muted};
    unit->setSingleLine();
    row->Add(unit, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(6)));
    column.Add(row, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
}

void CheckInBlock::addField(Question& question, wxSizer& line) {
    const app::CheckInLine& asked = question.line;
    question.field = new LineField{this, GetName() + "." + nameOf(asked.field), toWx(asked.label)};
    question.field->setBefore(toWx(asked.label));
    question.field->setUnit(toWx(asked.unit));
    question.field->setWidth(48);
    question.typed = std::make_unique<TypedText>(
        [this, mine = &question](const std::string& words) { store(*mine, words); });
    question.field->onText = [mine = &question](const wxString& text) { mine->typed->typed(text); };
    question.field->onLeave = [mine = &question] { mine->typed->flush(); };
    question.field->onEnter = [mine = &question] {
        mine->typed->flush();
        mine->field->field().Navigate();
    };
    line.Add(question.field, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
}

void CheckInBlock::store(Question& question, const std::string& typed) {
    const std::optional<double> value = typedNumber(typed);
    wxString problem;
    if (!value && !typed.empty()) {
        problem = said("{1}: “{2}” is no number.", {question.line.label, typed});
    } else if (onAnswer) {
        try {
            onAnswer(question.line.field, value);
        } catch (const EditRefused& refusal) {
            problem = said(refusal.message());
        }
    }
    question.refused = !problem.empty();
    question.field->setProblem(problem);
    problem_->setText(problem);
    if (problem_->Show(!problem.empty())) {
        relayoutAround(*problem_);
    }
}

void CheckInBlock::render(const std::vector<app::CheckInLine>& lines, bool readOnly) {
    if (questions_.empty() && !lines.empty()) {
        build(lines);
    }
    for (std::size_t i = 0; i < std::min(lines.size(), questions_.size()); ++i) {
        Question& question = *questions_[i];
        question.line = lines[i];
        if (question.strip) {
            question.strip->setValue(whole(lines[i].value));
            question.strip->setLastTime(whole(lines[i].last));
            if (question.strip->IsThisEnabled() == readOnly) {
                question.strip->Enable(!readOnly);
            }
        } else {
            question.field->setHint(lines[i].last ? shortestNumber(*lines[i].last) : wxString{});
            if (!question.typed->isWaiting() && !question.refused &&
                !question.field->field().HasFocus()) {
                question.field->set(lines[i].value ? shortestNumber(*lines[i].value) : wxString{});
            }
            question.field->setReadOnly(readOnly);
        }
    }
}

void CheckInBlock::flush() {
    for (const auto& question : questions_) {
        if (question->typed) {
            question->typed->flush();
        }
    }
}

void CheckInBlock::forget() {
    for (const auto& question : questions_) {
        question->refused = false;
        if (question->typed) {
            question->typed->forget();
        }
    }
}

} // namespace palpate::gui
