// SPDX-License-Identifier: MIT
#include "gui/AfterSection.h"

#include "gui/LargeControls.h"
#include "gui/Phrases.h"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr int kLabelWidth = 92; ///< DIP
constexpr std::array kGrades{ReactionGrade::None, ReactionGrade::Mild, ReactionGrade::Moderate,
                             ReactionGrade::Severe};

} // namespace

AfterSection::AfterSection(wxWindow* parent)
    : SessionSection{parent, "after"}, typedWhat_{
                                           [this](const std::string& text) { storeWhat(text); }} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new SectionHeading{this, "after.heading", said("After and next")},
                wxSizerFlags{}.Expand());
    painAfter_ = new ScoreStrip{this, "pain.after", said("Pain after")};
    painAfter_->setLabelWidth(kLabelWidth);
    painAfter_->onChange = [this](std::optional<int> value) {
        edit([&](app::SessionPresenter& presenter) {
            presenter.setPain(PainMoment::After, value ? PainScore::from(*value) : std::nullopt);
        });
    };
    column->Add(painAfter_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    buildReaction(*column);
    buildVisit(*column);
    homeCare_ = new HomeCareList{this};
    homeCare_->onEdit = [this](const auto& act) { edit(act); };
    column->Add(homeCare_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    SetSizer(column);
}

wxSizer* AfterSection::labelled(const wxString& label, wxWindow* control) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* words = new TextBlock{this, control->GetName() + ".label", label, TextStyle::Control};
    words->setSingleLine();
    words->SetMinSize({FromDIP(kLabelWidth), words->GetMinSize().y});
    // Beside the first line of chips, which are as high as fingers want them.
    auto* beside = new wxBoxSizer{wxVERTICAL};
    auto* above = beside->AddSpacer(0);
    const auto place = [this, words, above] {
        const int chip = textPx(*this, touchable(dip::kCompact));
        above->SetMinSize(0, FromDIP(dip::kFocusRoom) +
                                 std::max(0, (chip - words->GetMinSize().y) / 2));
    };
    place();
    Bind(EVT_CONTROL_HEIGHT, [place](wxCommandEvent&) { place(); });
    beside->Add(words, wxSizerFlags{}.Expand());
    row->Add(beside, wxSizerFlags{}.Border(wxLEFT, FromDIP(dip::kFocusRoom)));
    row->Add(control, wxSizerFlags{1}.Expand());
    return row;
}

void AfterSection::buildReaction(wxSizer& column) {
    reaction_ =
        new ChipGroup{this,
                      "reaction",
                      said("Unwanted effects of the treatment"),
                      ChipGroup::Kind::Single,
                      {{said("None")}, {said("Mild")}, {said("Moderate")}, {said("Severe")}},
                      ChipGroup::Size::Compact};
    reaction_->onChange = [this](int chip, ChipState now) {
        typedWhat_.flush();
        edit([&](app::SessionPresenter& presenter) {
            std::optional<Reaction> wanted;
            if (now == ChipState::On) {
                wanted = presenter.session().reaction.value_or(Reaction{});
                wanted->grade = kGrades.at(static_cast<std::size_t>(chip));
            }
            presenter.visit().setReaction(wanted);
        });
    };
    column.Add(labelled(said("Side effects"), reaction_),
               wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    what_ = new LineField{this, "reaction.what", said("Which unwanted effects"),
                          said("which, since when, what was done")};
    what_->onText = [this](const wxString& text) { typedWhat_.typed(text); };
    what_->onLeave = [this] { typedWhat_.flush(); };
    what_->onEnter = [this] { typedWhat_.flush(); };
    what_->Hide();
    column.Add(what_,
               wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kFocusRoom)));
}

void AfterSection::storeWhat(const std::string& text) {
    edit([&](app::SessionPresenter& presenter) {
        if (auto reaction = presenter.session().reaction) {
            reaction->what = text;
            presenter.visit().setReaction(reaction);
        }
    });
}

void AfterSection::buildVisit(wxSizer& column) {
    visits_ = new ChipGroup{this,
                            "visit.next",
                            said("Next visit"),
                            ChipGroup::Kind::Single,
                            {},
                            ChipGroup::Size::Compact};
    visits_->onChange = [this](int chip, ChipState now) {
        edit([&](app::SessionPresenter& presenter) {
            presenter.visit().setNextVisit(
                now == ChipState::On
                    ? std::optional{proposals_.at(static_cast<std::size_t>(chip)).second}
                    : std::nullopt);
        });
    };
    column.Add(labelled(said("Next visit"), visits_),
               wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    visit_ = new LineField{this, "visit.nextDay", said("Day of the next visit"),
                           said("or: 30 Nov, in 2 weeks, +7")};
    visit_->onEnter = [this] { storeVisit(); };
    visit_->onLeave = [this] { storeVisit(); };
    column.AddSpacer(FromDIP(2));
    column.Add(visit_,
               wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kFocusRoom)));
    visitProblem_ = new TextBlock{
        this, "visit.nextProblem", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    visitProblem_->Hide();
    column.Add(visitProblem_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
}

void AfterSection::storeVisit() {
    if (!presenter_ || !visit_->field().IsEditable()) {
        return;
    }
    const std::string typed = fromWx(visit_->text());
    if (typed == presenter_->view().visit.nextVisitText) {
        visit_->setProblem({});
        visitProblem_->Hide();
        return;
    }
    std::optional<Message> problem;
    edit([&](app::SessionPresenter& presenter) {
        if (typed.empty()) {
            presenter.visit().setNextVisit(std::optional<Date>{});
        } else {
            problem = presenter.visit().setNextVisit(typed);
        }
    });
    visit_->setProblem(problem ? said(*problem) : wxString{});
    visitProblem_->setText(problem ? said(*problem) : wxString{});
    visitProblem_->Show(problem.has_value());
    if (!problem && presenter_) {
        visit_->set(toWx(presenter_->view().visit.nextVisitText));
    }
    resized();
}

void AfterSection::open(app::SessionPresenter* presenter) {
    SessionSection::open(presenter);
    typedWhat_.forget();
    visit_->setProblem({});
    visitProblem_->Hide();
    homeCare_->open(presenter);
}

void AfterSection::flush() {
    typedWhat_.flush();
    if (visit_->field().HasFocus()) {
        storeVisit();
    }
    homeCare_->flush();
}

bool AfterSection::renderReaction(const app::VisitView& visit, bool readOnly) {
    for (std::size_t i = 0; i < kGrades.size(); ++i) {
        const ChipState wanted =
            visit.reaction && visit.reaction->grade == kGrades[i] ? ChipState::On : ChipState::Off;
        if (reaction_->state(static_cast<int>(i)) != wanted) {
            reaction_->setState(static_cast<int>(i), wanted);
        }
    }
    enable(*reaction_, !readOnly);
    if (!typedWhat_.isWaiting() && !typedWhat_.isRefused()) {
        what_->set(visit.reaction ? toWx(visit.reaction->what) : wxString{});
    }
    what_->setReadOnly(readOnly);
    return what_->Show(visit.reaction && (visit.reaction->grade != ReactionGrade::None ||
                                          !visit.reaction->what.empty()));
}

bool AfterSection::renderVisit(const app::VisitView& visit, bool readOnly) {
    bool changed = false;
    if (visit.nextVisits != proposals_) {
        proposals_ = visit.nextVisits;
        std::vector<ChipGroup::Chip> chips;
        for (const auto& [label, day] : proposals_) {
            chips.push_back({toWx(label)});
        }
        visits_->setChips(std::move(chips));
        changed = true;
    }
    for (std::size_t i = 0; i < proposals_.size(); ++i) {
        const ChipState wanted =
            visit.nextVisit == proposals_[i].second ? ChipState::On : ChipState::Off;
        if (visits_->state(static_cast<int>(i)) != wanted) {
            visits_->setState(static_cast<int>(i), wanted);
        }
    }
    enable(*visits_, !readOnly);
    if (!visit_->field().HasFocus() && !visitProblem_->IsShown()) {
        visit_->set(toWx(visit.nextVisitText));
    }
    visit_->setReadOnly(readOnly);
    // A frozen session asks for nothing.
    return visit_->Show(!readOnly || !visit.nextVisitText.empty()) || changed;
}

bool AfterSection::render(const app::SessionView& view, bool readOnly) {
    painAfter_->setValue(view.painAfter ? std::optional{view.painAfter->value()} : std::nullopt);
    enable(*painAfter_, !readOnly);
    bool changed = renderReaction(view.visit, readOnly);
    changed = renderVisit(view.visit, readOnly) || changed;
    changed = homeCare_->Show(!readOnly || !view.visit.homeCare.empty()) || changed;
    return homeCare_->render(view.visit, readOnly) || changed;
}

} // namespace palpate::gui
