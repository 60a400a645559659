// SPDX-License-Identifier: MIT
#include "gui/CaseDialog.h"

#include "app/Clinic.h"
#include "app/TimeText.h"
#include "domain/Text.h"
#include "gui/DiagnosisPicker.h"
#include "gui/FormLines.h"
#include "gui/Phrases.h"
#include "gui/TypedChanges.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kWidthDip = 900;
/// So many techniques stand there at once; the others are one press away.
constexpr std::size_t kTechniquesAtOnce = 12;
enum GoalColumn : std::size_t { Text, Measure, Target, By, Reached };

} // namespace

CaseDialog::CaseDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient)
    : FormDialog{parent, "case", said("New case"), said("Open case"), kWidthDip}, clinic_{clinic},
      patient_{patient}, areas_{app::bodyAreas()}, techniques_{app::plannableTechniques(clinic)} {
    build();
    showTechniques(false);
    finish(complaint_);
}

CaseDialog::CaseDialog(wxWindow* parent, app::Clinic& clinic, const Case& asRead,
                       std::function<Case()> readAgain)
    : FormDialog{parent, "case", said("Case: {1}", {asRead.complaint}), said("Save"), kWidthDip},
      clinic_{clinic}, patient_{asRead.patient}, asRead_{asRead}, areas_{app::bodyAreas()},
      techniques_{app::plannableTechniques(clinic)} {
    bringIn = [this, readAgain = std::move(readAgain)] { takeIn(readAgain()); };
    build();
    fill(app::formOf(asRead, clinic));
    finish(complaint_);
}

void CaseDialog::build() {
    buildComplaint();
    addSection("case.diagnosesHeading", said("Diagnoses (ICD-10-CM)"), said("Diagnoses"));
    diagnoses_ = new DiagnosisPicker{&ground(), "case.diagnoses", clinic_};
    diagnoses_->onResized = [this] { refit(); };
    addLabelled(*addRow(), {}, diagnoses_);
    buildGoals();
    buildPlan();
}

void CaseDialog::buildComplaint() {
    addSection("case.complaintHeading", said("Complaint"));
    wxBoxSizer* row = addRow();
    complaint_ = addField(*row, "case.complaint", said("What it is, in a few words"), 3, 0,
                          said("Low back pain, right"));
    referrer_ = addField(*row, "case.referrer", said("Referred by"), 2);
    std::vector<ChipGroup::Chip> chips;
    for (const auto& [value, label] : areas_) {
        chips.push_back({toWx(label)});
    }
    area_ = new ChipGroup{&ground(), "case.area", said("Area"), ChipGroup::Kind::Single,
                          std::move(chips)};
    addLabelled(*addRow(), said("Area: decides how large a change of pain must be to matter"),
                area_);
    row = addRow();
    onset_ = addField(*row, "case.onset", said("Began on"), 2, 0, said("3.10.2026"));
    onsetAbout_ =
        addField(*row, "case.onsetAbout", said("or about when"), 3, 0, said("in spring 2024"));
    onsetNote_ =
        addField(*row, "case.onsetNote", said("How it began"), 4, 0, said("lifting a box"));
    problemsGoTo("Complaint", complaint_);
    problemsGoTo("Area", area_);
    problemsGoTo("Onset", onset_);
    problemsGoTo("Referrer", referrer_);
}

void CaseDialog::buildGoals() {
    addSection("case.goalsHeading", said("What the patient wants to reach"), said("Goals"));
    goal_ = addField(*addRow(), "case.goal", said("In the patient's own words"), 1, 0,
                     said("to sit through a meeting again"));
    goals_ = new FormLines{&ground(),
                           "case.goals",
                           said("Goal"),
                           said("Add a goal"),
                           {{"text", said("Goal"), 7, said("sit for an hour")},
                            {"measure", said("Measured by"), 3, said("sitting")},
                            {"target", said("Target"), 2, said("60 min")},
                            {"by", said("By"), 2, said("1.12.2026")},
                            {"reached", said("Reached on"), 2}}};
    goals_->offerValue(Reached, said("Reached"), app::dayText(clinic_.today()));
    goals_->onResized = [this] { refit(); };
    addWide(goals_);
}

void CaseDialog::buildPlan() {
    addSection("case.planHeading", said("Plan"));
    wxBoxSizer* const row = addRow();
    visits_ = addField(*row, "case.visitsPerWeek", said("Visits a week"), 1, 0, "2");
    weeks_ = addField(*row, "case.weeks", said("For how many weeks"), 1, 0, "6");
    row->AddStretchSpacer(3);
    plan_ =
        new ChipGroup{&ground(), "case.techniques", said("Techniques"), ChipGroup::Kind::Multi, {}};
    addLabelled(*addRow(), said("Techniques"), plan_);
    more_ = new PillButton{&ground(), "case.moreTechniques", said("All techniques")};
    more_->onClick = [this] {
        showTechniques(true);
        plan_->SetFocus();
        refit();
    };
    fields().Add(more_, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(10)));
    problemsGoTo("Visits a week", visits_);
    problemsGoTo("Weeks", weeks_);
}

void CaseDialog::showTechniques(bool all) {
    // What is planned already stands there at once too.
    std::size_t count = all ? techniques_.size() : std::min(kTechniquesAtOnce, techniques_.size());
    const auto isPlanned = [this](const auto& technique) {
        return std::find(planned_.begin(), planned_.end(), technique.first) != planned_.end();
    };
    if (!all) {
        const auto rest = techniques_.begin() + static_cast<std::ptrdiff_t>(count);
        count = static_cast<std::size_t>(std::stable_partition(rest, techniques_.end(), isPlanned) -
                                         techniques_.begin());
    }
    std::vector<bool> chosen;
    for (std::size_t i = 0; i < count; ++i) {
        const int chip = static_cast<int>(i);
        chosen.push_back(chip < plan_->count() ? plan_->state(chip) == ChipState::On
                                               : isPlanned(techniques_[i]));
    }
    std::vector<ChipGroup::Chip> chips;
    for (std::size_t i = 0; i < count; ++i) {
        chips.push_back({toWx(techniques_[i].second)});
    }
    plan_->setChips(std::move(chips));
    for (std::size_t i = 0; i < count; ++i) {
        if (chosen[i]) {
            plan_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    more_->Show(count < techniques_.size());
}

void CaseDialog::fill(const app::CaseForm& form) {
    complaint_->ChangeValue(toWx(form.complaint));
    area_->clearStates();
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        if (areas_[i].first == form.area) {
            area_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    onset_->ChangeValue(toWx(form.onset));
    onsetAbout_->ChangeValue(toWx(form.onsetAbout));
    onsetNote_->ChangeValue(toWx(form.onsetNote));
    std::vector<std::string> diagnoses{form.diagnosis};
    diagnoses.insert(diagnoses.end(), form.furtherDiagnoses.begin(), form.furtherDiagnoses.end());
    diagnoses_->set(diagnoses);
    referrer_->ChangeValue(toWx(form.referrer));
    goal_->ChangeValue(toWx(form.goal));
    std::vector<FormLines::Line> lines;
    storedGoals_.clear();
    for (const app::GoalForm& each : form.goals) {
        lines.push_back(
            {{each.text, each.measure, each.target, each.by, each.reached}, storedGoals_.size()});
        storedGoals_.push_back(each.id);
    }
    goals_->set(lines);
    visits_->ChangeValue(toWx(form.visitsPerWeek));
    weeks_->ChangeValue(toWx(form.weeks));
    planned_ = form.techniques;
    plan_->setChips({});
    showTechniques(false);
}

void CaseDialog::takeIn(const Case& now) {
    using Form = app::CaseForm;
    const Form typed = form();
    const Form stored = app::formOf(now, clinic_);
    Form both = onTopOf(stored, app::formOf(*asRead_, clinic_), typed, &Form::complaint,
                        &Form::area, &Form::onset, &Form::onsetNote, &Form::diagnosis,
                        &Form::referrer, &Form::goal, &Form::onsetAbout, &Form::furtherDiagnoses,
                        &Form::goals, &Form::visitsPerWeek, &Form::weeks, &Form::techniques);
    // A goal that a colleague added stays beside those that were typed.
    for (const app::GoalForm& each : stored.goals) {
        const bool known = std::any_of(storedGoals_.begin(), storedGoals_.end(),
                                       [&](const auto& id) { return id == each.id; });
        const bool there =
            std::any_of(both.goals.begin(), both.goals.end(),
                        [&](const app::GoalForm& other) { return other.id == each.id; });
        if (!known && !there) {
            both.goals.push_back(each);
        }
    }
    asRead_ = now;
    fill(both);
    refit();
}

app::CaseForm CaseDialog::form() const {
    app::CaseForm form;
    form.complaint = fromWx(complaint_->GetValue());
    const int area = area_->selected();
    form.area =
        area == ChipGroup::kNone ? BodyArea::Any : areas_.at(static_cast<std::size_t>(area)).first;
    form.onset = fromWx(onset_->GetValue());
    form.onsetAbout = fromWx(onsetAbout_->GetValue());
    form.onsetNote = fromWx(onsetNote_->GetValue());
    std::vector<std::string> diagnoses = diagnoses_->diagnoses();
    if (!diagnoses.empty()) {
        form.diagnosis = diagnoses.front();
        form.furtherDiagnoses.assign(diagnoses.begin() + 1, diagnoses.end());
    }
    form.referrer = fromWx(referrer_->GetValue());
    form.goal = fromWx(goal_->GetValue());
    for (const FormLines::Line& line : goals_->lines()) {
        app::GoalForm goal;
        goal.id = line.stored ? storedGoals_[*line.stored] : std::nullopt;
        goal.text = line.values[Text];
        goal.measure = line.values[Measure];
        goal.target = line.values[Target];
        goal.by = line.values[By];
        goal.reached = line.values[Reached];
        form.goals.push_back(std::move(goal));
    }
    form.visitsPerWeek = fromWx(visits_->GetValue());
    form.weeks = fromWx(weeks_->GetValue());
    for (int chip = 0; chip < plan_->count(); ++chip) {
        if (plan_->state(chip) == ChipState::On) {
            form.techniques.push_back(techniques_[static_cast<std::size_t>(chip)].first);
        }
    }
    for (const TechniqueKey& key : planned_) { // one that is in no table any more stays
        if (std::none_of(techniques_.begin(), techniques_.end(),
                         [&key](const auto& known) { return known.first == key; })) {
            form.techniques.push_back(key);
        }
    }
    return form;
}

wxWindow* CaseDialog::goalField(const std::string& sentence) const {
    const auto isNoDay = [](const wxTextCtrl* field) {
        const std::string typed = trimmed(fromWx(field->GetValue()));
        return !typed.empty() && !app::parseTypedDay(typed);
    };
    for (std::size_t i = 0; i < goals_->count(); ++i) {
        for (const std::size_t column : {By, Reached}) {
            if (isNoDay(goals_->field(i, column))) {
                return goals_->field(i, column);
            }
        }
        if (sentence.starts_with("Goal:") && goals_->field(i, Text)->IsEmpty()) {
            return goals_->field(i, Text);
        }
    }
    return goals_->count() > 0 ? goals_->field(0, sentence.starts_with("Goal:") ? Text : Reached)
                               : goal_;
}

wxWindow* CaseDialog::fieldOf(const Message& problem) const {
    const std::string sentence = shown(problem);
    if (sentence.starts_with("Goal")) {
        return goalField(sentence);
    }
    if (sentence.starts_with("Diagnosis:")) {
        return &diagnoses_->field();
    }
    return FormDialog::fieldOf(problem);
}

std::vector<Message> CaseDialog::accept() {
    const app::CaseForm typed = form();
    auto found = app::problems(typed, clinic_, asRead_ ? &*asRead_ : nullptr);
    if (area_->selected() == ChipGroup::kNone) {
        found.push_back({tr("Area: choose the area of the complaint."), {}});
    }
    if (!found.empty()) {
        return found;
    }
    if (asRead_) {
        app::updateCase(clinic_, *asRead_, typed);
        stored_ = asRead_->id;
    } else {
        stored_ = app::addCase(clinic_, patient_, typed);
    }
    return {};
}

} // namespace palpate::gui
