// SPDX-License-Identifier: MIT
#include "app/PointLives.h"

#include "app/Clinic.h"
#include "app/PointPairs.h"
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/SessionDays.h"
#include "app/TechniqueUses.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "drawing/LifeStrip.h"

#include <algorithm>

namespace palpate::app {

namespace {

class LifeTeller {
public:
    LifeTeller(const Clinic& clinic, std::span<const Session> sessions)
        : clinic_{clinic}, sessions_{sessions}, showsYear_{dayOf(sessions.front()).year() !=
                                                           dayOf(sessions.back()).year()} {}

    [[nodiscard]] PointLife life(const PointPair& pair) const {
        PointLife life{.point = pair.change.point,
                       .place =
                           muscleHeading(clinic_.reference(), pair.last.muscle, pair.last.side),
                       .now = now(pair),
                       .isOpen = pair.now.isOpen(),
                       .steps = {}};
        bool isKnown = false;
        for (const auto& session : sessions_) {
            isKnown = isKnown || findingAt(session, pair.change.point.id) != nullptr;
            life.steps.push_back(step(session, pair.change.point.id, isKnown));
        }
        return life;
    }

private:
    [[nodiscard]] std::string day(const Session& session) const {
        const auto date = dayOf(session);
        return showsYear_ ? dayText(date) : shortDayText(date);
    }

    /// "latent, tenderness 2, looked at on 23 Nov"
    [[nodiscard]] std::string now(const PointPair& pair) const {
        if (pair.now.resolved != nullptr) {
            return shown({tr("gone since {1}"), {day(*pair.now.resolved)}});
        }
        const auto seen = std::find_if(sessions_.rbegin(), sessions_.rend(), [&](const auto& each) {
            const auto* finding = findingAt(each, pair.change.point.id);
            return finding != nullptr && isAssessed(*finding);
        });
        if (seen == sessions_.rend()) {
            return tr("not assessed yet");
        }
        std::vector<std::string> parts;
        if (!pair.now.state) {
            parts.emplace_back(tr("not judged"));
        } else if (pair.now.judged == &*seen) {
            parts.push_back(stateWord(*pair.now.state));
        } else {
            parts.push_back(shown(
                {tr("{1} as judged on {2}"), {stateWord(*pair.now.state), day(*pair.now.judged)}}));
        }
        if (const auto& tenderness = findingAt(*seen, pair.change.point.id)->tenderness) {
            parts.push_back(shown({tr("tenderness {1}"), {std::to_string(tenderness->value())}}));
        }
        parts.push_back(shown({tr("looked at on {1}"), {day(*seen)}}));
        return joined(parts, ", ");
    }

    [[nodiscard]] LifeStep step(const Session& session, const TriggerPointId& point,
                                bool isKnown) const {
        LifeStep step{.session = session.id, .day = day(session)};
        if (!isKnown) {
            step.sentence = shown({tr("{1}: not known yet."), {step.day}});
            return step;
        }
        const auto* finding = findingAt(session, point);
        const bool isSeen = finding != nullptr && isAssessed(*finding);
        step.kind = isSeen ? LifeStep::Kind::Assessed : LifeStep::Kind::NotAssessed;
        if (isSeen) {
            step.state = finding->state;
            step.tenderness = finding->tenderness;
        }
        treat(step, session, point);
        step.sentence = sentence(step);
        return step;
    }

    void treat(LifeStep& step, const Session& session, const TriggerPointId& point) const {
        auto before = step.tenderness;
        for (const auto& treatment : treatmentsAt(session, point)) {
            auto words = treatmentText(clinic_.reference(), treatment);
            for (const auto& entry : treatment.dose) {
                const auto* kilopascals = std::get_if<double>(&entry.value);
                if (entry.field.text() == "pressure_kpa" && kilopascals != nullptr) {
                    words += ", " + pressureText(Pressure::kilopascals(*kilopascals),
                                                 clinic_.profile().pressureUnit);
                }
            }
            if (const auto& after = treatment.tendernessAfter) {
                const auto to = std::to_string(after->value());
                words += before ? ", " + std::to_string(before->value()) + " → " + to
                                : shown({tr(", {1} after it"), {to}});
                step.tendernessAfter = after;
                before = after; // what a second treatment of that day begins with
            }
            step.treatments.push_back(std::move(words));
        }
    }

    [[nodiscard]] static std::string sentence(const LifeStep& step) {
        std::vector<std::string> parts;
        if (step.kind == LifeStep::Kind::NotAssessed) {
            parts.emplace_back(tr("not assessed"));
        } else {
            parts.push_back(joined(
                {step.state ? stateWord(*step.state) : std::string{tr("not judged")},
                 step.tenderness
                     ? shown({tr("tenderness {1}"), {std::to_string(step.tenderness->value())}})
                     : std::string{tr("tenderness not assessed")}},
                ", "));
        }
        if (!step.treatments.empty()) {
            parts.push_back(shown({tr("treated: {1}"), {joined(step.treatments, "; ")}}));
        }
        return shown({tr("{1}: {2}."), {step.day, joined(parts, "; ")}});
    }

    const Clinic& clinic_;
    std::span<const Session> sessions_;
    bool showsYear_;
};

[[nodiscard]] std::optional<int> valueOf(const std::optional<Tenderness>& tenderness) {
    return tenderness ? std::optional{tenderness->value()} : std::nullopt;
}

} // namespace

std::vector<PointLife> livesOf(const Clinic& clinic, std::span<const Session> oldestFirst) {
    std::vector<PointLife> lives;
    if (oldestFirst.empty()) {
        return lives;
    }
    const LifeTeller teller{clinic, oldestFirst};
    for (const auto& pair :
         pointPairs(pointersTo(oldestFirst), oldestFirst.front(), oldestFirst.back())) {
        lives.push_back(teller.life(pair));
    }
    std::ranges::stable_sort(lives, std::greater{}, &PointLife::isOpen);
    return lives;
}

drawing::Picture lifePicture(const PointLife& life, double width, double height,
                             drawing::Ground ground) {
    using Kind = drawing::LifeColumn::Kind;
    std::vector<drawing::LifeColumn> columns;
    for (const auto& step : life.steps) {
        columns.push_back({.kind = step.kind == LifeStep::Kind::Before        ? Kind::Before
                                   : step.kind == LifeStep::Kind::NotAssessed ? Kind::NotAssessed
                                                                              : Kind::Assessed,
                           .state = step.state,
                           .before = valueOf(step.tenderness),
                           .after = valueOf(step.tendernessAfter),
                           .treated = !step.treatments.empty(),
                           .day = step.day});
    }
    auto picture =
        drawing::lifeStrip(columns, {.ground = ground, .width = width, .height = height});
    picture.title = shown(
        {tr("Point {1}, {2}: {3}"), {std::to_string(life.point.number), life.place, life.now}});
    return picture;
}

std::optional<std::size_t> lifeStepAt(const PointLife& life, double width, double x) {
    return drawing::lifeColumnAt(life.steps.size(), width, x);
}

} // namespace palpate::app
