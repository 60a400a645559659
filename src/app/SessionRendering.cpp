// SPDX-License-Identifier: MIT
// What the Chart screen shows of a session: a presenter's state turned into a SessionView.
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/Sentences.h"
#include "app/SessionInside.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "domain/Change.h"
#include "domain/Criteria.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

constexpr std::array kCourses{Course::Worse, Course::Same, Course::Better, Course::Gone};

[[nodiscard]] std::string courseChip(Course course) {
    switch (course) {
    case Course::Worse:
        return tr("Worse");
    case Course::Same:
        return tr("Same");
    case Course::Better:
        return tr("Better");
    case Course::Gone:
        break;
    }
    return tr("Gone");
}

/// The change of total tenderness over the points that were assessed both times; how many, when not
/// all.
[[nodiscard]] std::string tendernessDelta(const Session& session, const Session* previous) {
    int delta = 0;
    int compared = 0;
    for (const auto& finding : session.findings) {
        const auto* before = previous != nullptr ? findingAt(*previous, finding.point.id) : nullptr;
        if (const auto change = changeBetween(before, &finding); change.tendernessDelta) {
            delta += *change.tendernessDelta;
            ++compared;
        }
    }
    if (compared == 0) {
        return {};
    }
    const auto assessed = totalsOf(session.findings).tendernessAssessed;
    return compared == assessed ? signedText(delta)
                                : palpate::shown({tr("{1} over {2} points"),
                                                  {signedText(delta), std::to_string(compared)}});
}

[[nodiscard]] MapNumbers numbersOf(const Session& session, const Session* previous) {
    const auto totals = totalsOf(session.findings);
    MapNumbers numbers;
    numbers.activeLatent = std::to_string(totals.active) + " / " + std::to_string(totals.latent);
    if (totals.tendernessAssessed > 0) {
        numbers.totalTenderness = std::to_string(totals.totalTenderness);
        numbers.tendernessDelta = tendernessDelta(session, previous);
    }
    numbers.assessed = palpate::shown(
        {tr("{1} of {2} assessed"),
         {std::to_string(totals.tendernessAssessed), std::to_string(totals.points)}});
    return numbers;
}

} // namespace

void SessionInside::renderStrip() {
    if (stripView != view) { // those of other sessions change with the view only
        shown.strip.clear();
        for (const auto& before : earlier) {
            shown.strip.push_back(filmFrame(before, clinic.map(), view, false));
        }
        shown.strip.push_back(filmFrame(session, clinic.map(), view, true, clinic.today()));
        for (const auto& after : later) {
            shown.strip.push_back(filmFrame(after, clinic.map(), view, false));
        }
        stripView = view;
    } else if (!painting.drawing) {
        shown.strip.at(earlier.size()) =
            filmFrame(session, clinic.map(), view, true, clinic.today());
    }
}

void SessionInside::render() {
    const auto day = weekdayText(localDay(session.startedAt, session.timeZone));
    shown.id = session.id;
    shown.title = palpate::shown({tr("Session {1} · {2}"), {std::to_string(number), day}});
    shown.frozen = isSigned(session);
    shown.status = savedAt.empty() ? std::string{tr("Draft · saved")}
                                   : palpate::shown({tr("Draft · saved {1}"), {savedAt}});
    if (session.signature) {
        const auto signedOn = dayText(localDay(session.signature->at, session.timeZone));
        shown.status =
            palpate::shown({tr("Signed {1}, {2} · {3}"),
                            {signedOn, clockText(session.signature->at, session.timeZone),
                             nameOf(session.signature->by)}});
    }
    if (holder) {
        shown.status = palpate::shown(
            {tr("Reading only · {1} charts it since {2}"), {holder->name, holder->since}});
    }
    shown.holder = holder;
    shown.message = message;
    const auto last = [this](PainMoment moment) {
        return previous() != nullptr ? painOf(*previous(), moment) : std::nullopt;
    };
    shown.painNow = session.painNow;
    shown.painNowLast = last(PainMoment::Now);
    shown.painBest = session.painBest;
    shown.painBestLast = last(PainMoment::Best);
    shown.painWorst = session.painWorst;
    shown.painWorstLast = last(PainMoment::Worst);
    shown.painAfter = session.painAfter;
    shown.course.clear();
    for (const auto course : kCourses) {
        shown.course.push_back({course, courseChip(course), session.course == course});
    }
    auto numbers = numbersOf(session, previous());
    numbers.painArea = shown.numbers.painArea; // until renderPain(), which leaves them in a stroke
    numbers.painAreaDelta = shown.numbers.painAreaDelta;
    shown.numbers = std::move(numbers);
    renderPoints();
    renderTreatments();
    renderVisit();
    renderMeasures();
    renderNotes();
    renderMap();
    renderStrip();
    renderPain();
    shown.addenda.clear();
    for (const auto& addendum : session.addenda) {
        const auto at = dayText(localDay(addendum.at, session.timeZone)) + ", " +
                        clockText(addendum.at, session.timeZone);
        shown.addenda.push_back({nameOf(addendum.by) + ", " + at, addendum.text, addendum.reason});
    }
    shown.requests = shown.frozen ? amendmentsOf(clinic, session.patient, session.id)
                                  : std::vector<AmendmentLine>{};
    const bool editable = !shown.frozen && !holder;
    shown.canUndo = !turns.undo.empty() && editable;
    shown.canRedo = !turns.redo.empty() && editable;
}

std::string SessionInside::nameOf(const PractitionerId& who) {
    const auto person = clinic.store().practitioners().find(who);
    return person ? person->displayName
                  : std::string{tr("a practitioner who is not in this clinic")};
}

} // namespace palpate::app
