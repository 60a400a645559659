// SPDX-License-Identifier: MIT
#include "app/PatientPresenter.h"

#include "app/CaseStory.h"
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/ReadSessions.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/SessionPresenter.h"
#include "app/TimeText.h"
#include "app/WholePatient.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "drawing/ChartPicture.h"
#include "storage/Store.h"

#include <algorithm>
#include <span>

namespace palpate::app {

namespace {

constexpr double kOverviewMark = 5.6; ///< millimetres of the screen

[[nodiscard]] std::string countedSessions(std::size_t count) {
    if (count == 0) {
        return tr("no session yet");
    }
    return shown({count == 1 ? tr("{1} session") : tr("{1} sessions"), {std::to_string(count)}});
}

} // namespace

struct PatientPresenter::Inside {
    Inside(Clinic& theClinic, const PatientId& id)
        : clinic{theClinic}, patient{opened(theClinic, theClinic.store().patients().current(id))},
          view{patient.id} {
        if (patient.id != id) {
            const auto other = clinic.store().patients().find(id);
            view.openedInstead =
                shown({tr("{1} was merged into this record, which goes on instead."),
                       {other ? fullName(*other) : id.text()}});
        }
        read();
    }

    [[nodiscard]] static Patient opened(Clinic& clinic, const PatientId& id) {
        auto patient = clinic.store().patients().open(id);
        if (!patient) {
            throw StorageError{
                {tr("There is no patient {1} in this clinic; search for the name."), {id.text()}}};
        }
        return *std::move(patient);
    }

    void read() {
        if (auto current = clinic.store().patients().find(patient.id)) {
            patient = *std::move(current);
        }
        cases = clinic.store().cases().ofPatient(patient.id);
        if (chosenRecord() == nullptr) { // none yet, or taken apart from this record meanwhile
            chosen = cases.empty() ? std::nullopt : std::optional{cases.front().id};
        }
        merged = clinic.store().patients().mergedInto(patient.id);
        story.reset();
        for (const auto& record : cases) {
            auto sessions = record.id == chosen ? clinic.store().sessions().ofCase(record.id)
                                                : std::vector<Session>{};
            if (!sessions.empty()) {
                story = storyOf(record, std::move(sessions));
            }
        }
        render();
    }

    void renderBar(const Patient& whole) {
        view.bar = {.name = fullName(patient),
                    .ageAndSex = ageAndSex(patient, clinic.today()),
                    .complaint = {},
                    .alerts = {},
                    .alertsAsked = whole.alerts.has_value(),
                    .preferredName = patient.preferredName.empty()
                                         ? std::string{}
                                         : shown({tr("called {1}"), {patient.preferredName}}),
                    .allergies = allergyLines(whole),
                    .allergiesAnswer = formOf(whole).allergiesAnswer,
                    .archived = patient.archived,
                    .flag = flagBanner(clinic, patient.id).headline};
        for (const auto& alert : whole.alerts.value_or(std::vector<Alert>{})) {
            view.bar.alerts.push_back(alertText(clinic.reference(), alert));
        }
        if (!whole.alerts) {
            view.bar.alerts.emplace_back(tr("Alerts not asked"));
        }
    }

    /// Of a case of a merged record: whose it is.
    [[nodiscard]] std::string fromText(const Case& record) const {
        const auto found = std::ranges::find(merged, record.patient, &Patient::id);
        return found == merged.end() ? std::string{}
                                     : shown({tr("from the record of {1}"), {fullName(*found)}});
    }

    void renderCases() {
        view.cases.clear();
        for (const auto& record : cases) {
            std::vector parts{onsetText(record), record.diagnosisCode};
            if (record.id == chosen) {
                parts.push_back(countedSessions(story ? story->sessions.size() : 0));
                view.bar.complaint = record.complaint;
            }
            view.cases.push_back({.id = record.id,
                                  .title = record.complaint,
                                  .detail = joined(parts, " · "),
                                  .open = record.status == CaseStatus::Open,
                                  .chosen = record.id == chosen,
                                  .status = record.status,
                                  .statusText = statusText(record),
                                  .from = fromText(record)});
        }
        const auto* record = chosenRecord();
        view.sheet = record != nullptr ? std::optional{sheetOf(*record, clinic)} : std::nullopt;
        view.contacts =
            record != nullptr ? contactLines(clinic, record->id) : std::vector<ContactLine>{};
    }

    void renderSessions() {
        view.sessions.clear();
        view.draft.reset();
        view.drafts = openDrafts(clinic, patient.id);
        if (!story) {
            return;
        }
        int number = 0;
        for (const auto& session : story->sessions) {
            ++number;
            view.sessions.push_back(historyLine(session, number, clinic.reference()));
            if (!isSigned(session) && session.practitioner == clinic.practitioner().id) {
                view.draft = session.id;
            }
        }
        std::ranges::reverse(view.sessions);
    }

    /// Before a new session; a draft that is there goes on.
    void renderQuestion() {
        const auto* record = chosenRecord();
        view.reopenQuestion =
            record != nullptr && !view.draft ? reopenQuestion(*record) : std::nullopt;
    }

    void renderOverview() {
        view.openMarks.clear();
        view.openAreas.clear();
        view.openPointsText.clear();
        view.planText.clear();
        view.planHeading.clear();
        view.trendText.clear();
        view.changeText.clear();
        view.facts = {};
        const auto next = story ? story->sessions.size() + 1 : 1;
        view.nextLabel = view.draft ? shown({tr("Go on with session {1}"), {numberOf(*view.draft)}})
                                    : shown({tr("Start session {1}"), {std::to_string(next)}});
        if (!story) {
            return;
        }
        std::vector<Finding> last;
        for (const auto& point : story->points) {
            last.push_back(point.last);
            last.back().state = point.state; // as it was judged last, whenever that was
        }
        const auto totals = totalsOf(last);
        view.openPointsText = shown({tr("{1} active · {2} latent · {3} resolved"),
                                     {std::to_string(totals.active), std::to_string(totals.latent),
                                      std::to_string(totals.resolved)}});
        if (totals.stateNotAssessed > 0) {
            view.openPointsText +=
                shown({tr(" · {1} not judged"), {std::to_string(totals.stateNotAssessed)}});
        }
        std::erase_if(last, [](const Finding& f) { return f.state == State::Resolved; });
        view.openView = last.empty() ? mainView(story->latest()) : mainView(last);
        Session openOnly = story->latest();
        openOnly.findings = last;
        openOnly.treatments.clear();
        view.openMarks = marksIn(openOnly, clinic.map(), view.openView);
        view.openAreas = areasIn(openOnly, view.openView);
        renderPlanAndTrend();
        view.facts = overviewFacts(clinic, story->record, story->sessions);
    }

    void renderPlanAndTrend() {
        for (const auto& session : story->sessions) {
            const auto& plan = noteOf(session, NotePart::Plan).text;
            if (isSigned(session) && !plan.empty()) {
                view.planText = plan;
                view.planHeading =
                    shown({tr("Plan from {1}"),
                           {shortDayText(localDay(session.startedAt, session.timeZone))}});
            }
        }
        if (const auto change = painChange(*story, clinic.reference())) {
            view.trendText =
                shown({tr("{1} → {2}, {3} to {4}"),
                       {std::to_string(change->first), std::to_string(change->latest),
                        shortDayText(change->firstDay), shortDayText(change->latestDay)}});
            view.changeText =
                change->delta() == 0 ? std::string{tr("No change.")} : verdictOn(*change);
        }
    }

    [[nodiscard]] std::string numberOf(const SessionId& id) const {
        const auto line = std::ranges::find(view.sessions, id, &HistoryLine::id);
        return line == view.sessions.end() ? std::string{} : std::to_string(line->number);
    }

    void render() {
        const auto whole = wholePatient(patient, merged);
        renderBar(whole);
        renderCases();
        view.consents = consentLines(whole);
        view.merged = mergedInto(clinic, patient.id);
        renderSessions();
        renderQuestion();
        renderOverview();
    }

    [[nodiscard]] const Case* chosenRecord() const {
        const auto found =
            std::ranges::find_if(cases, [&](const Case& record) { return record.id == chosen; });
        return found == cases.end() ? nullptr : &*found;
    }

    Clinic& clinic;
    Patient patient;
    std::vector<Patient> merged; ///< into this one
    std::vector<Case> cases;
    std::optional<CaseId> chosen;
    std::optional<CaseStory> story; ///< of the chosen case; empty: no session yet
    PatientView view;
};

PatientPresenter::PatientPresenter(Clinic& clinic, const PatientId& patient)
    : inside_{std::make_unique<Inside>(permittedRecord(clinic, Right::ReadRecords, patient),
                                       patient)} {}
PatientPresenter::~PatientPresenter() = default;

const PatientView& PatientPresenter::view() const noexcept {
    return inside_->view;
}
const Patient& PatientPresenter::patient() const noexcept {
    return inside_->patient;
}
std::optional<CaseId> PatientPresenter::chosenCase() const noexcept {
    return inside_->chosen;
}

const Case* PatientPresenter::chosenRecord() const noexcept {
    return inside_->chosenRecord();
}

std::optional<ScreeningDue> PatientPresenter::screeningDue() const {
    const auto* record = inside_->chosenRecord();
    if (record == nullptr) {
        return std::nullopt;
    }
    return app::screeningDue(inside_->clinic, *record,
                             inside_->story ? std::span<const Session>{inside_->story->sessions}
                                            : std::span<const Session>{});
}

void PatientPresenter::choose(const CaseId& caseId) {
    inside_->chosen = caseId;
    inside_->read();
}

void PatientPresenter::reload() {
    inside_->read();
}

SessionId PatientPresenter::startSession() {
    if (!inside_->chosen) {
        throw EditRefused{{tr("This patient has no case yet; add the complaint first."), {}}};
    }
    if (inside_->view.draft) {
        return *inside_->view.draft;
    }
    if (inside_->view.reopenQuestion) {
        throw EditRefused{
            {tr("This case is closed; open it again before a new session is added."), {}}};
    }
    const auto session = SessionPresenter::begin(inside_->clinic, *inside_->chosen);
    inside_->read();
    return session;
}

void PatientPresenter::reopen() {
    if (const auto* record = inside_->chosenRecord()) {
        reopenCase(inside_->clinic, *record);
        inside_->read();
    }
}

drawing::Picture PatientPresenter::trendPicture(double width, double height,
                                                drawing::Ground ground) const {
    drawing::ChartSeries pain{
        .label = tr("pain now, 0–10"), .colour = drawing::inks(ground).active, .points = {}};
    if (inside_->story) {
        for (const auto& session : inside_->story->sessions) {
            pain.points.push_back(
                {localDay(session.startedAt, session.timeZone),
                 session.painNow ? std::optional{static_cast<double>(session.painNow->value())}
                                 : std::nullopt});
        }
    }
    drawing::LineChart chart;
    chart.title = tr("Pain now over the sessions");
    chart.series.push_back(std::move(pain));
    drawing::ChartStyle style;
    style.ground = ground;
    style.width = width;
    style.height = height;
    return drawing::lineChart(chart, style);
}

drawing::Picture PatientPresenter::openPointsPicture(double width, double height,
                                                     drawing::Ground ground) const {
    const auto& view = inside_->view;
    const auto places = placesIn(view.openMarks, view.openAreas, view.openView);
    const auto window = drawing::windowAround(
        inside_->clinic.map(), view.openView,
        {.top = Layer::Superficial, .showArm = anyOnArm(view.openAreas)}, places, width, height);
    drawing::MapStyle style;
    style.ground = ground;
    drawing::MarkStyle marks;
    marks.ground = ground;
    marks.diameter = kOverviewMark;
    return drawing::bodyMapPicture(inside_->clinic.shapes(), window, style, marks,
                                   {.marks = view.openMarks, .areas = view.openAreas});
}

} // namespace palpate::app
