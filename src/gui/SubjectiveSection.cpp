// SPDX-License-Identifier: MIT
#include "gui/SubjectiveSection.h"

#include "gui/Phrases.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

[[nodiscard]] std::optional<int> valueOf(const std::optional<PainScore>& score) {
    return score ? std::optional{score->value()} : std::nullopt;
}

} // namespace

SubjectiveSection::SubjectiveSection(wxWindow* parent) : SessionSection{parent, "subjective"} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    heading_ = new SectionHeading{this, "subjective.heading", said("Subjective")};
    column->Add(heading_, wxSizerFlags{}.Expand());
    painNow_ = addPain(*column, this, "pain.now", said("Pain now"), PainMoment::Now, 4);
    course_ =
        new ChipGroup{this, "course", said("Compared with last time"), ChipGroup::Kind::Single, {}};
    course_->onChange = [this](int chip, ChipState now) {
        edit([&](app::SessionPresenter& presenter) {
            const auto& choices = presenter.view().course;
            presenter.setCourse(
                now == ChipState::On
                    ? std::optional{choices.at(static_cast<std::size_t>(chip)).value}
                    : std::nullopt);
        });
    };
    column->Add(course_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    buildLife(*column);
    note_ = new NoteSection{this, NotePart::Subjective, false};
    column->Add(note_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    SetSizer(column);
}

ScoreStrip* SubjectiveSection::addPain(wxSizer& column, wxWindow* parent, const wxString& name,
                                       const wxString& label, PainMoment moment, int border) {
    auto* strip = new ScoreStrip{parent, name, label};
    strip->setLabelWidth(parent == this ? 68 : 84);
    strip->onChange = [this, moment](std::optional<int> value) {
        edit([&](app::SessionPresenter& presenter) {
            presenter.setPain(moment, value ? PainScore::from(*value) : std::nullopt);
        });
    };
    column.Add(strip, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(border)));
    return strip;
}

void SubjectiveSection::buildLife(wxSizer& column) {
    life_ =
        new PillButton{this, "life.open", {}, PillButton::Kind::Line, PillButton::Size::Compact};
    life_->setMostLines(2);
    life_->onClick = [this] {
        lifeOpen_ = !lifeOpen_;
        if (!lifeOpen_) {
            checkIn_->flush();
        }
        block_->Show(lifeOpen_);
        if (presenter_) {
            static_cast<void>(render(presenter_->view(), !painNow_->IsThisEnabled()));
        }
        resized();
    };
    column.Add(life_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    block_ = new Card{this, "life", Card::Look::Soft, wxVERTICAL, 10};
    painBest_ =
        addPain(block_->content(), block_, "pain.best", said("Pain at best"), PainMoment::Best, 0);
    painWorst_ =
        addPain(block_->content(), block_, "pain.worst", said("at worst"), PainMoment::Worst, 3);
    checkIn_ = new CheckInBlock{block_, "checkIn"};
    checkIn_->onAnswer = [this](app::CheckInField field, std::optional<double> value) {
        edit([&](app::SessionPresenter& presenter) { presenter.visit().setCheckIn(field, value); });
    };
    block_->content().Add(checkIn_, wxSizerFlags{}.Expand());
    block_->Hide();
    column.Add(block_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
}

void SubjectiveSection::open(app::SessionPresenter* presenter) {
    SessionSection::open(presenter);
    lifeOpen_ = false;
    block_->Hide();
    checkIn_->forget();
    note_->forget();
}

void SubjectiveSection::flush() {
    checkIn_->flush();
    note_->flush();
}

void SubjectiveSection::renderCourse(const app::SessionView& view, bool readOnly) {
    if (course_->count() != static_cast<int>(view.course.size())) {
        std::vector<ChipGroup::Chip> chips;
        for (const auto& choice : view.course) {
            chips.push_back({toWx(choice.label)});
        }
        course_->setChips(std::move(chips));
    }
    for (std::size_t i = 0; i < view.course.size(); ++i) {
        const ChipState wanted = view.course[i].chosen ? ChipState::On : ChipState::Off;
        if (course_->state(static_cast<int>(i)) != wanted) {
            course_->setState(static_cast<int>(i), wanted);
        }
    }
    enable(*course_, !readOnly);
}

bool SubjectiveSection::render(const app::SessionView& view, bool readOnly) {
    const bool hasLast = view.painNowLast.has_value();
    heading_->set(said("Subjective"), hasLast ? said("dashed = last time") : wxString{});
    painNow_->setValue(valueOf(view.painNow));
    painNow_->setLastTime(valueOf(view.painNowLast));
    painBest_->setValue(valueOf(view.painBest));
    painBest_->setLastTime(valueOf(view.painBestLast));
    painWorst_->setValue(valueOf(view.painWorst));
    painWorst_->setLastTime(valueOf(view.painWorstLast));
    for (ScoreStrip* const strip : {painNow_, painBest_, painWorst_}) {
        enable(*strip, !readOnly);
    }
    renderCourse(view, readOnly);
    const wxString life =
        view.visit.checkInText.empty()
            ? said("Pain at best and worst, sleep, stress, water, sitting, activity …")
            : toWx(view.visit.checkInText);
    life_->setText(life + toWx(lifeOpen_ ? "  ▴" : "  ▾"));
    life_->setWords(said("Everyday life: {1}", {fromWx(life)}));
    checkIn_->render(view.visit.checkIn, readOnly);
    note_->render(view.notes.at(static_cast<std::size_t>(NotePart::Subjective)), readOnly);
    return false;
}

} // namespace palpate::gui
