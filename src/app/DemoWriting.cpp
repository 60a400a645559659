// SPDX-License-Identifier: MIT
// What is written down in an invented session.
#include "app/DemoSessions.h"
#include "app/Sentences.h"

#include <algorithm>

namespace palpate::app {

void DemoCourse::write(const DemoWorld& world, Session& session, const DemoVisit& visit,
                       int resolvedNow, const DemoHomeCare* before) {
    const bool draft = visit.draft;
    DemoTalk talk{.topic = topic_,
                  .record = &record_,
                  .number = made_ + 1,
                  .last = isLastNext() && !draft,
                  .pain = {},
                  .painBefore = !earlier_.empty() && earlier_.back().painNow
                                    ? std::optional{earlier_.back().painNow->value()}
                                    : std::nullopt,
                  .course = session.course,
                  .worst = {},
                  .referral = {},
                  .technique = {},
                  .homeCare = before != nullptr ? before->words : std::string_view{},
                  .homeCareToday =
                      session.homeCare.empty() ? std::string_view{} : everyday_.homeCare()->words,
                  .checkIn = session.checkIn,
                  .isMuscularOnly = isMuscularOnly_,
                  .ending = ending_,
                  .specialist = specialist_,
                  .daysToNext = visit.daysToNext};
    talk.pain = session.painNow ? std::optional{session.painNow->value()} : std::nullopt;
    talk.resolvedNow = resolvedNow;
    talk.anticoagulant =
        std::ranges::any_of(alerts_.value_or(std::vector<Alert>{}), [](const Alert& alert) {
            return alert.kind.text() == "anticoagulant";
        });
    int most = 0;
    for (const auto& point : points_) {
        if (point.last && !point.resolved && point.last->tenderness &&
            point.last->tenderness->value() > most &&
            palpate::findingAt(session, point.last->point.id) != nullptr) {
            most = point.last->tenderness->value();
            talk.worst = point.place->muscleWords;
            talk.referral = point.place->referral;
        }
    }
    for (const auto& treatment : session.treatments) {
        if (talk.technique.empty() && std::holds_alternative<TriggerPointId>(treatment.target)) {
            talk.technique = world.techniques.named(treatment.technique.text()).words;
        }
    }
    const auto put = [&](NotePart part, std::string text) {
        auto& note = session.note.at(static_cast<std::size_t>(part));
        note.authorship = text.empty() ? Authorship::Composed : Authorship::Written;
        note.text = std::move(text);
    };
    put(NotePart::Subjective, demoSubjective(chance_, talk));
    session.note.at(static_cast<std::size_t>(NotePart::Objective)) = {
        composedObjective(session, earlier_, world.reference, drawnWords_), Authorship::Composed};
    session.note.at(static_cast<std::size_t>(NotePart::Treatment)) = {
        composedTreatment(session, world.reference), Authorship::Composed};
    if (draft) {
        return;
    }
    if (!chance_.happens(0.05)) {
        put(NotePart::Assessment, demoAssessment(chance_, talk));
    }
    if (talk.last || !chance_.happens(0.1)) {
        put(NotePart::Plan, demoPlan(chance_, talk));
    } else {
        session.note.at(static_cast<std::size_t>(NotePart::Plan)) = {
            composedPlan(session, world.reference), Authorship::Composed};
    }
}

} // namespace palpate::app
