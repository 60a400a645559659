// SPDX-License-Identifier: MIT
// What is written down in an invented session.
#include "app/DemoSessions.h"
#include "app/Sentences.h"

#include <algorithm>
#include <span>

namespace palpate::app {

void DemoCourse::write(const DemoWorld& world, Session& session, bool draft, int daysToNext,
                       int resolvedNow) {
    DemoTalk talk{.topic = topic_,
                  .record = &record_,
                  .number = made_ + 1,
                  .last = made_ + 1 >= planned_ && !draft,
                  .pain = {},
                  .painBefore = previous_ && previous_->painNow
                                    ? std::optional{previous_->painNow->value()}
                                    : std::nullopt,
                  .course = session.course,
                  .worst = {},
                  .referral = {},
                  .technique = {},
                  .homeCare = homeCare_,
                  .daysToNext = daysToNext};
    talk.pain = session.painNow ? std::optional{session.painNow->value()} : std::nullopt;
    talk.resolvedNow = resolvedNow;
    talk.anticoagulant = std::ranges::any_of(
        alerts_, [](const AlertKey& key) { return key.text() == "anticoagulant"; });
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
    if (!session.treatments.empty() &&
        std::holds_alternative<TriggerPointId>(session.treatments.front().target)) {
        talk.technique = world.techniques.named(session.treatments.front().technique.text()).words;
    }
    const auto put = [&](NotePart part, std::string text) {
        auto& note = session.note.at(static_cast<std::size_t>(part));
        note.authorship = text.empty() ? Authorship::Composed : Authorship::Written;
        note.text = std::move(text);
    };
    put(NotePart::Subjective, demoSubjective(chance_, talk));
    const auto before =
        previous_ ? std::span<const Session>{&*previous_, 1} : std::span<const Session>{};
    session.note.at(static_cast<std::size_t>(NotePart::Objective)) = {
        composedObjective(session, before, world.reference, drawnWords_), Authorship::Composed};
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
