// SPDX-License-Identifier: MIT
#include "gui/MeasureSection.h"

#include "gui/Phrases.h"
#include "gui/TypedNumber.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

MeasureSection::MeasureSection(wxWindow* parent)
    : SessionSection{parent, "measures"}, typedActive_{[this](const std::string& text) {
          storeDegrees(true, text);
      }},
      typedPassive_{[this](const std::string& text) { storeDegrees(false, text); }},
      typedNumber_{[this](const std::string& text) { storeNumber(text); }} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    heading_ = new SectionHeading{this, "measures.heading", said("Motion and tests")};
    column->Add(heading_, wxSizerFlags{}.Expand());
    place_ = new wxPanel{
        this,           wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "measures.list"};
    dressAsPanel(*place_);
    place_->SetSizer(new wxBoxSizer{wxVERTICAL});
    column->Add(place_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    line_ = new ChoiceField{this, "measures.line", said("A motion or test with its result"),
                            said("lumbar sb r 22 p 25 pain 3, slr l pos 60")};
    line_->takesWords();
    line_->complete = [this](const std::string& text) {
        std::vector<QuickChoice> choices;
        if (presenter_) {
            for (const app::MeasureChoice& each : presenter_->measures().choicesFor(text, 9)) {
                choices.push_back({each.label, {}, each.insert});
            }
        }
        return choices;
    };
    line_->onEnter = [this](const std::string& text, std::optional<std::size_t> chosen) {
        return record(text, chosen);
    };
    column->AddSpacer(FromDIP(2));
    column->Add(line_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kFocusRoom)));
    buildEditor();
    SetSizer(column);
}

void MeasureSection::buildEditor() {
    editor_ = new wxPanel{place_,
                          wxID_ANY,
                          wxDefaultPosition,
                          wxDefaultSize,
                          wxTAB_TRAVERSAL | wxBORDER_NONE,
                          "measures.editor"};
    editor_->SetBackgroundColour(palette().panelSoft);
    editor_->Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        editor_->SetBackgroundColour(palette().panelSoft);
        event.Skip();
    });
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* degrees = new wxBoxSizer{wxHORIZONTAL};
    const auto field = [&](const wxString& name, const wxString& label, TypedText& typed) {
        auto* made = new LineField{editor_, "measures." + name, label};
        made->setBefore(label);
        made->setWidth(56);
        made->onText = [&typed](const wxString& text) { typed.typed(text); };
        made->onLeave = [this, &typed] {
            typed.flush();
            settle();
        };
        made->onEnter = [this, &typed, made] {
            typed.flush();
            settle();
            made->field().Navigate();
        };
        degrees->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(6)));
        return made;
    };
    active_ = field("active", said("active"), typedActive_);
    passive_ = field("passive", said("passive"), typedPassive_);
    number_ = field("number", said("result"), typedNumber_);
    column->Add(degrees, wxSizerFlags{}.Border(wxLEFT | wxTOP, FromDIP(8)));
    pain_ = new ScoreStrip{editor_, "measures.pain", said("pain in it")};
    pain_->setLabelWidth(66);
    pain_->onChange = [this](std::optional<int> value) {
        edit([&](app::SessionPresenter& presenter) {
            if (const auto* at = open_ ? std::get_if<MotionAt>(&*open_) : nullptr) {
                if (const RangeOfMotion* const now = motionOf(presenter.session(), *at)) {
                    RangeOfMotion changed = *now;
                    changed.pain = value ? PainScore::from(*value) : std::nullopt;
                    presenter.measures().put(changed);
                }
            }
        });
    };
    column->Add(pain_, wxSizerFlags{}.Border(wxLEFT | wxTOP, FromDIP(8)));
    result_ =
        new ChipGroup{editor_, "measures.result",       said("Result"), ChipGroup::Kind::Single,
                      {},      ChipGroup::Size::Compact};
    result_->onChange = [this](int chip, ChipState now) {
        if (now == ChipState::On) {
            putTest(fromWx(choiceWords_.at(static_cast<std::size_t>(chip))));
        } else if (presenter_) {
            onRefused(); // a test without result is taken away instead: by Delete or the cross
        }
    };
    column->Add(result_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    problem_ = new TextBlock{
        editor_, "measures.problem", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    problem_->Hide();
    column->Add(problem_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    about_ = new TextBlock{editor_, "measures.about", {}, TextStyle::Small, TextBlock::Ink::Muted};
    column->Add(about_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    editor_->SetSizer(column);
    editor_->SetSize(FromDIP(wxSize{440, 120}));
    editor_->Hide();
    place_->GetSizer()->Add(editor_, wxSizerFlags{}.Expand());
}

void MeasureSection::open(app::SessionPresenter* presenter) {
    SessionSection::open(presenter);
    open_.reset();
    typedActive_.forget();
    typedPassive_.forget();
    typedNumber_.forget();
    say({});
}

void MeasureSection::flush() {
    typedActive_.flush();
    typedPassive_.flush();
    typedNumber_.flush();
}

void MeasureSection::say(const wxString& sentence, LineField* field) {
    for (LineField* const each : {active_, passive_, number_}) {
        each->setProblem(each == field ? sentence : wxString{});
    }
    problem_->setText(sentence);
    if (problem_->Show(!sentence.empty()) && editor_->IsShown()) {
        editor_->Layout();
        resized();
    }
}

void MeasureSection::settle() {
    const auto* const motion = open_ ? std::get_if<MotionAt>(&*open_) : nullptr;
    const RangeOfMotion* const now =
        presenter_ && motion ? motionOf(presenter_->session(), *motion) : nullptr;
    const auto show = [&](LineField& field, const std::optional<double>& value) {
        if (value && field.text().empty()) {
            field.set(shortestNumber(*value));
            say(said("Remove the motion to clear it."), &field);
        }
    };
    if (now) {
        show(*active_, now->active);
        show(*passive_, now->passive);
    }
    const auto* const at = open_ ? std::get_if<TestAt>(&*open_) : nullptr;
    const TestResult* const test = presenter_ && at ? testOf(presenter_->session(), *at) : nullptr;
    if (const auto* const value = test ? std::get_if<double>(&test->result) : nullptr;
        value && number_->IsShown() && number_->text().empty()) {
        number_->set(shortestNumber(*value));
        say(said("Remove the test to clear it."), number_);
    }
}

QuickAnswer MeasureSection::record(const std::string& text, std::optional<std::size_t> chosen) {
    QuickAnswer answer;
    edit([&](app::SessionPresenter& presenter) {
        const app::QuickAnswer made = presenter.measures().record(text, chosen);
        answer.done = made.done;
        answer.message = made.message;
        for (const std::string& choice : made.choices) {
            answer.choices.push_back({choice, {}, {}});
        }
    });
    return answer;
}

std::optional<MeasureSection::At> MeasureSection::atRow(std::size_t row) const {
    if (!presenter_) {
        return {};
    }
    const app::SessionView& view = presenter_->view();
    if (row < view.motions.size()) {
        return At{view.motions[row].motion.at};
    }
    const std::size_t test = row - view.motions.size();
    return test < view.tests.size() ? std::optional{At{view.tests[test].test.at}} : std::nullopt;
}

void MeasureSection::choose(std::size_t row) {
    flush();
    const auto at = atRow(row);
    open_ = open_ == at ? std::nullopt : at;
    say({});
    if (presenter_) {
        static_cast<void>(render(presenter_->view(), readOnly_));
    }
    resized();
}

void MeasureSection::remove(std::size_t row) {
    if (const auto at = atRow(row)) {
        const bool had = rows_.at(row)->HasFocus();
        edit([&](app::SessionPresenter& presenter) {
            std::visit([&](const auto& each) { presenter.measures().remove(each); }, *at);
        });
        if (had) {
            if (atRow(row)) {
                rows_.at(row)->SetFocus();
            } else {
                line_->focus();
            }
        }
    }
}

void MeasureSection::step(std::size_t from, int by) {
    const auto to = static_cast<std::ptrdiff_t>(from) + by;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(rows_.size()) &&
        rows_[static_cast<std::size_t>(to)]->IsShown()) {
        rows_[static_cast<std::size_t>(to)]->SetFocus();
    }
}

void MeasureSection::addRow() {
    const std::size_t index = rows_.size();
    auto* row = new MeasureRowView{place_, wxString::Format("measure.%zu", index)};
    row->onChoose = [this, index] { choose(index); };
    row->onRemove = [this, index] { remove(index); };
    row->onStep = [this, index](int by) { step(index, by); };
    place_->GetSizer()->Add(row, wxSizerFlags{}.Expand());
    rows_.push_back(row);
}

void MeasureSection::storeDegrees(bool active, const std::string& typed) {
    LineField& field = active ? *active_ : *passive_;
    const auto value = typedNumber(typed);
    if (!value && !typed.empty()) {
        say(said("“{1}” is no number.", {typed}), &field);
        return;
    }
    say({});
    edit([&](app::SessionPresenter& presenter) {
        const auto* at = open_ ? std::get_if<MotionAt>(&*open_) : nullptr;
        const RangeOfMotion* const now = at ? motionOf(presenter.session(), *at) : nullptr;
        if (now) {
            RangeOfMotion changed = *now;
            (active ? changed.active : changed.passive) = value;
            if (changed.active || changed.passive || changed.pain) {
                presenter.measures().put(changed);
            }
        }
    });
}

void MeasureSection::storeNumber(const std::string& typed) {
    if (typed.empty()) {
        return; // what one leaves empty shows the stored number again
    }
    const auto value = typedNumber(typed);
    if (!value) {
        say(said("“{1}” is no number.", {typed}), number_);
        return;
    }
    say({});
    putTest(*value);
}

void MeasureSection::putTest(const std::variant<double, std::string>& result) {
    edit([&](app::SessionPresenter& presenter) {
        const auto* at = open_ ? std::get_if<TestAt>(&*open_) : nullptr;
        if (const TestResult* const now = at ? testOf(presenter.session(), *at) : nullptr) {
            TestResult changed = *now;
            changed.result = result;
            presenter.measures().put(changed);
        }
    });
}

} // namespace palpate::gui
