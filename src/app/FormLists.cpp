// SPDX-License-Identifier: MIT
// The forms of a patient: due, begun, filled in, and those that can be.
#include "app/Clinic.h"
#include "app/FormCompletion.h"
#include "app/FormPresenter.h"
#include "app/Rights.h"
#include "app/Screenings.h"
#include "app/TimeText.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <set>

namespace palpate::app {

namespace {

class FormLister {
public:
    FormLister(Clinic& clinic, const PatientId& patient, const std::optional<CaseId>& caseId)
        : clinic_{clinic}, library_{formLibrary(clinic)}, caseId_{caseId} {
        const auto flags = clinic.store().screenings().ofPatient(patient);
        for (const auto& flag : flags) {
            flagged_.insert(flag.form);
        }
        records_ = clinic.store().forms().ofPatient(patient);
        std::erase_if(records_, [&](const FormRecord& record) {
            return caseId && record.caseId && record.caseId != caseId;
        });
        if (const auto person =
                clinic.store().patients().find(clinic.store().patients().current(patient))) {
            hasConsent_ = std::ranges::any_of(person->consents, [](const Consent& consent) {
                return !consent.withdrawn.has_value();
            });
        }
    }

    [[nodiscard]] PatientForms list() {
        addRecords();
        addDue();
        addEmpty();
        all_.refused = library_.refused();
        return std::move(all_);
    }

private:
    [[nodiscard]] std::string day(Instant at) const {
        return dayText(localDay(at, clinic_.profile().timeZone));
    }

    [[nodiscard]] std::string who(const FormRecord& record) const {
        if (record.filledBy == FilledBy::Patient) {
            return tr("by the patient");
        }
        const auto person = clinic_.store().practitioners().find(record.by);
        return shown({tr("by {1}"), {person ? person->displayName : std::string{tr("somebody")}}});
    }

    /// What will be a red flag, and is none yet.
    static void tellFlags(const forms::FormRun& run, FormLineView& line) {
        constexpr std::size_t kTold = 2;
        const auto answers = flagAnswers(run);
        if (answers.empty()) {
            return;
        }
        std::string questions;
        for (std::size_t i = 0; i < std::min(answers.size(), kTold); ++i) {
            questions += (questions.empty() ? "" : " ") + answers[i]->item->text.text;
        }
        if (answers.size() > kTold) {
            questions += shown({tr(" and {1} more"), {std::to_string(answers.size() - kTold)}});
        }
        line.raisedFlags = true;
        line.detail += shown({tr(" · answered with yes: {1}; not completed"), {questions}});
    }

    void addRecords() {
        for (const auto& record : records_) {
            FormLineView line{.record = record.id,
                              .url = record.answers.formUrl,
                              .title = record.title,
                              .detail = {}};
            if (!record.completed) {
                line.begun = true;
                line.detail = shown({tr("begun {1} {2}"), {day(record.begun), who(record)}});
                if (const auto* form = library_.find(record.answers.formUrl)) {
                    std::vector<forms::FormFault> leftOut;
                    const forms::FormRun run{*form->form, record.answers, leftOut};
                    line.detail += shown(
                        {tr(" · {1} of {2} answered"),
                         {std::to_string(run.answeredCount()), std::to_string(run.askedCount())}});
                    tellFlags(run, line);
                }
                all_.begun.push_back(std::move(line));
                continue;
            }
            line.completed = true;
            line.raisedFlags = flagged_.contains(record.id);
            line.detail = shown({tr("completed {1} {2}"), {day(*record.completed), who(record)}});
            if (const auto score = scoreWords(clinic_, record); !score.empty()) {
                line.detail += " · " + score;
            }
            all_.filled.push_back(std::move(line));
        }
        std::ranges::stable_sort(all_.filled, std::greater{}, [&](const FormLineView& line) {
            return *std::ranges::find(records_, *line.record, &FormRecord::id)->completed;
        });
    }

    /// What is begun already is gone on with, and stands among those alone; with the reason.
    void offer(const KnownForm* form, const std::string& why) {
        if (form == nullptr) {
            return;
        }
        const auto begun = std::ranges::find(all_.begun, form->form->url, &FormLineView::url);
        if (begun != all_.begun.end()) {
            begun->why = begun->why.empty() ? why : begun->why;
            return;
        }
        if (std::ranges::find(all_.due, form->form->url, &FormLineView::url) == all_.due.end()) {
            all_.due.push_back({.record = {},
                                .url = form->form->url,
                                .title = titleOf(*form->form),
                                .detail = form->form->description,
                                .why = why});
        }
    }

    void addDue() {
        if (!caseId_) {
            return;
        }
        if (const auto due = screeningDue(clinic_, *caseId_)) {
            offer(library_.find(due->formUrl), due->why);
        }
        const auto isCase = clinic_.store().cases().find(*caseId_);
        if (!isCase || isCase->status != CaseStatus::Open) {
            return;
        }
        if (!hasConsent_) {
            const auto consent =
                std::ranges::find(library_.all(), FormPurpose::Consent, &KnownForm::purpose);
            const auto treatment = library_.find("urn:palpate:form/consent-treatment");
            offer(treatment != nullptr              ? treatment
                  : consent != library_.all().end() ? &*consent
                                                    : nullptr,
                  tr("no consent is recorded"));
        }
    }

    void addEmpty() {
        for (const auto& known : library_.all()) {
            const auto purpose = words(known.purpose);
            if (all_.empty.empty() || all_.empty.back().first != purpose) {
                all_.empty.push_back({purpose, {}});
            }
            all_.empty.back().second.push_back({.record = {},
                                                .url = known.form->url,
                                                .title = titleOf(*known.form),
                                                .detail = known.form->description});
        }
    }

    Clinic& clinic_;
    FormLibrary library_;
    std::optional<CaseId> caseId_;
    std::vector<FormRecord> records_;
    std::set<FormRecordId> flagged_;
    bool hasConsent_ = false;
    PatientForms all_;
};

} // namespace

std::string scoreText(const Clinic& clinic, const FormRecord& record) {
    if (!record.score) {
        return {};
    }
    const auto score = forms::wordsOf({}, *record.score);
    const auto key = reference::MeasureKey::from(record.measure);
    const auto* measure = key ? clinic.reference().outcomeMeasures().find(*key) : nullptr;
    if (measure == nullptr) {
        return score;
    }
    const auto least = forms::wordsOf({}, measure->scale.min);
    const auto most = forms::wordsOf({}, measure->scale.max);
    return measure->scale.min == 0
               ? shown({tr("{1} of {2}"), {score, most}})
               : shown({tr("{1}, on a scale from {2} to {3}"), {score, least, most}});
}

std::string scoreWords(const Clinic& clinic, const FormRecord& record) {
    const auto text = scoreText(clinic, record);
    return text.empty() ? text : shown({tr("score {1}"), {text}});
}

PatientForms patientForms(Clinic& clinic, const PatientId& patient,
                          const std::optional<CaseId>& caseId) {
    requireRecord(clinic, Right::ReadRecords, patient);
    return FormLister{clinic, patient, caseId}.list();
}

} // namespace palpate::app
