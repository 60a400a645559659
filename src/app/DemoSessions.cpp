// SPDX-License-Identifier: MIT
#include "app/DemoSessions.h"

#include "app/Sentences.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace palpate::app {

namespace {

// Odds and rates below are invented for a demonstration that looks like a year of practice; none is
// a clinical figure.
struct OutcomeOdds {
    double weight;
    DemoOutcome outcome;
};
constexpr std::array kOutcomes{
    OutcomeOdds{60, DemoOutcome::Improves}, OutcomeOdds{21, DemoOutcome::Stalls},
    OutcomeOdds{9, DemoOutcome::Worsens}, OutcomeOdds{10, DemoOutcome::ComesBack}};

struct QualityOdds {
    double weight;
    PainQuality quality;
};
constexpr std::array kQualities{
    QualityOdds{58, PainQuality::Ache}, QualityOdds{16, PainQuality::Stiffness},
    QualityOdds{14, PainQuality::Sharp}, QualityOdds{7, PainQuality::Burning},
    QualityOdds{5, PainQuality::Tingling}};

constexpr auto kPointNotes = std::to_array<std::string_view>(
    {"Rope-like band, two fingers wide.", "Reached only lying on the side.",
     "Sensitive to light "
     "pressure.",
     "Nodule the size of a pea.", "Band longer than last time.", "Skin warm above it.",
     "Found again a little lower."});

[[nodiscard]] int rounded(double value, int low, int high) {
    return std::clamp(static_cast<int>(std::lround(value)), low, high);
}

} // namespace

DemoCourse::DemoCourse(DemoChance chance, const DemoTopic& topic, Case record,
                       std::optional<std::vector<Alert>> alerts,
                       const reference::Reference& reference)
    : chance_{chance}, drawing_{DemoChance{chance}.bits(), 1}, topic_{&topic},
      record_{std::move(record)}, alerts_{std::move(alerts)}, measures_{chance_, topic, reference},
      everyday_{chance_, *topic.complaint} {
    outcome_ = chance_.weighted(kOutcomes).outcome;
    const double visits = chance_.unit();
    if (visits < 0.06) {
        planned_ = 1;
    } else if (visits < 0.30) {
        planned_ = chance_.between(4, 7);
    } else if (visits < 0.80) {
        planned_ = chance_.between(8, 13);
    } else {
        planned_ = chance_.between(14, 21);
    }
    pain_ = chance_.between(4, 8);
    rate_ = std::min(0.7, chance_.between(2.0, 3.2) / std::max(planned_, 4));
    floor_ = chance_.between(0.0, 0.22);
    turn_ = planned_ * chance_.between(0.4, 0.7);
    settles_ = chance_.happens(0.2) ? 0 : chance_.between(0.3, 0.8);
    planPoints(topic);
    if (!topic.drawings.empty() && drawing_.happens(0.56)) {
        drawn_ = &drawing_.from(topic.drawings);
        if (drawing_.happens(0.85)) {
            quality_ = drawing_.weighted(kQualities).quality;
        }
        if (drawing_.happens(0.5)) {
            depth_ = drawing_.happens(0.8) ? PainDepth::Deep : PainDepth::Surface;
        }
    }
}

double DemoCourse::severity(double sessions) const {
    const auto healing = [&](double n) { return floor_ + (1 - floor_) * std::exp(-rate_ * n); };
    switch (outcome_) {
    case DemoOutcome::Improves:
        break;
    case DemoOutcome::Stalls:
        return 0.88 + 0.12 * std::exp(-sessions);
    case DemoOutcome::Worsens:
        return std::min(1.0 + 0.05 * sessions, 1.6);
    case DemoOutcome::ComesBack:
        return sessions < turn_ ? healing(1.4 * sessions)
                                : 0.25 + 0.65 * std::exp(-0.25 * (sessions - turn_));
    }
    return healing(sessions);
}

void DemoCourse::addPoint(const DemoPlace& place, int appears) {
    const bool known = std::ranges::any_of(points_, [&](const Point& p) {
        return p.place->reference == place.reference && p.place->side == place.side;
    });
    if (known) {
        return;
    }
    Point point{.place = &place, .appears = appears, .relation = {}, .last = {}};
    point.irritable = chance_.happens(0.65);
    point.start = point.irritable ? chance_.between(4.2, 8.4) : chance_.between(2.2, 4.4);
    point.pace = chance_.between(0.6, 1.8);
    const double relation = chance_.unit();
    if (relation < 0.12 && !points_.empty()) {
        point.relation = Relation::Satellite;
    } else if (relation < 0.3) {
        point.relation = Relation::Primary;
    } else if (relation < 0.34) {
        point.relation = Relation::Key;
    }
    points_.push_back(point);
}

void DemoCourse::planPoints(const DemoTopic& topic) {
    const bool lowBack = record_.area == BodyArea::LowBack;
    const int count = lowBack ? chance_.between(3, 6) : chance_.between(2, 5);
    const auto size = static_cast<int>(topic.places.size());
    for (int i = 0; i < count; ++i) {
        // The product of two draws prefers the head of the list, where the likeliest points stand.
        const auto at = static_cast<std::size_t>(chance_.unit() * chance_.unit() * size);
        addPoint(topic.places[at], 0);
    }
    if (!topic.otherSide.empty() && chance_.happens(0.4)) {
        addPoint(chance_.from(topic.otherSide), 0);
    }
    const bool restless = outcome_ == DemoOutcome::Worsens || chance_.happens(0.3);
    if (restless && planned_ > 3) {
        addPoint(chance_.from(topic.places), chance_.between(1, planned_ / 2));
    }
    std::ranges::stable_sort(points_, {}, &Point::appears);
}

Signs DemoCourse::signsFor(State state) {
    Signs signs;
    if (chance_.happens(made_ == 0 ? 0.03 : 0.12)) {
        return signs; // only pressed, not searched
    }
    const auto asked = [&](double often, double present) {
        if (!chance_.happens(often)) {
            return Sign::NotAssessed;
        }
        return chance_.happens(present) ? Sign::Present : Sign::Absent;
    };
    switch (state) {
    case State::Active:
        signs.tautBand = Sign::Present;
        signs.tenderSpot = Sign::Present;
        signs.referredPain = asked(0.93, 1);
        if (signs.referredPain == Sign::Present) {
            signs.recognised = chance_.happens(0.94) ? Recognition::Yes : Recognition::Partly;
        }
        signs.twitch = asked(0.3, 0.4);
        signs.jump = asked(0.35, 0.7);
        break;
    case State::Latent:
        signs.tautBand = asked(0.9, 1);
        signs.tenderSpot = Sign::Present;
        signs.referredPain = asked(0.75, 0.45);
        if (signs.referredPain == Sign::Present && chance_.happens(0.85)) {
            signs.recognised = Recognition::No;
        }
        signs.twitch = asked(0.15, 0.2);
        signs.jump = asked(0.2, 0.1);
        break;
    case State::Resolved:
        signs.tautBand = asked(0.7, 0.1);
        signs.tenderSpot = Sign::Absent;
        signs.referredPain = asked(0.4, 0);
        break;
    }
    return signs;
}

std::optional<Finding> DemoCourse::findingAt(Point& point, IdMaker& ids) {
    if (made_ < point.appears) {
        return std::nullopt;
    }
    const bool known = point.last.has_value();
    if (known && !point.resolved && chance_.happens(0.07)) {
        return carriedFrom(*point.last);
    }
    const double level = point.start * severity((made_ - point.appears) * point.pace);
    int tender = rounded(level + 0.6 * chance_.spread(), 0, 10);
    if (point.resolved && tender < 4) {
        return std::nullopt; // stays gone, and is not charted again
    }
    State state = State::Latent;
    if (known && (tender == 0 || (tender == 1 && level < 1.5))) {
        state = State::Resolved;
        tender = 0;
    } else if (tender >= 4 && (point.irritable || tender >= 6)) {
        state = State::Active;
    }
    tender = state == State::Resolved ? tender : std::max(tender, 1);
    auto finding = known ? carriedFrom(*point.last)
                         : Finding{.point = {TriggerPointId::create(ids), ++numbers_},
                                   .at = chance_.from(point.place->spots),
                                   .muscle = point.place->muscle,
                                   .side = point.place->side,
                                   .layer = point.place->layer,
                                   .referencePoint = {},
                                   .signs = {},
                                   .tenderness = {},
                                   .threshold = {},
                                   .state = {},
                                   .relation = {},
                                   .note = {}};
    if (!known && chance_.happens(0.88)) {
        finding.referencePoint = point.place->reference;
    }
    if (known && chance_.happens(0.06)) {
        finding.at = chance_.from(point.place->spots);
    }
    finding.state = state;
    finding.signs = signsFor(state);
    if (!chance_.happens(0.03)) {
        finding.tenderness = Tenderness::from(tender);
    }
    if (chance_.happens(0.12)) {
        finding.threshold =
            Pressure::kilopascals(std::round(430 - 33 * tender + 25 * chance_.spread()));
    }
    finding.relation = state == State::Resolved ? std::nullopt : point.relation;
    if (chance_.happens(0.05) && state != State::Resolved) {
        finding.note = chance_.from(kPointNotes);
    }
    if (known && chance_.happens(settles_)) {
        finding = settledFinding(*point.last, std::move(finding));
    }
    point.resolved = state == State::Resolved;
    point.last = finding;
    return finding;
}

Finding DemoCourse::settledFinding(const Finding& last, Finding today) {
    if (today.state == State::Resolved) {
        if (last.state == State::Resolved) {
            return today;
        }
        today.settled = Settled::Gone;
        return today;
    }
    if (!today.tenderness || !last.tenderness) {
        return today; // nothing to compare by
    }
    if (*today.tenderness != *last.tenderness) {
        today.settled = *today.tenderness < *last.tenderness ? Settled::Better : Settled::Worse;
        return today;
    }
    if (today.state != last.state) {
        return today; // as tender as before, and yet another judgement: no word fits
    }
    if (chance_.happens(0.5)) {
        auto word = settledFrom(last, Settled::Still);
        word.at = today.at;
        return word;
    }
    today.settled = Settled::Still;
    return today;
}

void DemoCourse::decideEnding() {
    const bool isWell = lastPain_ && firstPain_ && *lastPain_ <= std::max(1, *firstPain_ / 3);
    if (outcome_ == DemoOutcome::Worsens && chance_.happens(0.5)) {
        ending_ = DemoEnding::ReferredOn;
        specialist_ = demoSpecialist(chance_);
    } else if (chance_.happens(0.85)) {
        ending_ = isWell && chance_.happens(0.8) ? DemoEnding::GoalReached : DemoEnding::Discharged;
    } // else somebody who just stays away
}

Case DemoCourse::closed(Date day) const {
    return closedCase(record_, ending_, {firstPain_, lastPain_, made_}, day, specialist_);
}

void DemoCourse::rate(Session& session) {
    const double level = pain_ * severity(made_);
    const int pain =
        made_ == 0 ? static_cast<int>(pain_) : rounded(level + 0.55 * chance_.spread(), 0, 10);
    const bool asked = !chance_.happens(0.03);
    if (asked) {
        session.painNow = PainScore::from(pain);
        if (chance_.happens(0.6)) {
            session.painBest = PainScore::from(std::max(pain - chance_.between(1, 3), 0));
            // Who has no pain now and calls it gone had none since the last visit.
            const int more = chance_.between(1, 3);
            session.painWorst =
                PainScore::from(pain == 0 && made_ > 0 ? 0 : std::min(pain + more, 10));
        }
    }
    if (made_ > 0 && asked && !chance_.happens(0.04)) {
        const int change = pain - lastPain_.value_or(pain);
        session.course = pain == 0    ? Course::Gone
                         : change < 0 ? Course::Better
                         : change > 0 ? Course::Worse
                                      : Course::Same;
    }
    lastPain_ = asked ? std::optional{pain} : lastPain_;
    firstPain_ = firstPain_ ? firstPain_ : lastPain_;
}

void DemoCourse::rateAfter(Session& session) {
    if (session.painNow && !session.treatments.empty() && chance_.happens(0.85)) {
        session.painAfter =
            PainScore::from(std::max(session.painNow->value() - chance_.between(0, 2), 0));
    }
    session.reaction = demoReaction(chance_, session);
}

void DemoCourse::draw(const DemoWorld& world, Session& session) {
    const auto before = std::exchange(drawnBefore_, std::nullopt);
    drawnWords_.clear();
    const double level = severity(made_);
    const bool hurts = !session.painNow || session.painNow->value() > 0;
    if (drawn_ == nullptr || level < 0.15 || drawing_.happens(0.08) || !hurts) {
        return;
    }
    const auto& drawing = drawn_->at(level > 0.7 ? 0 : level > 0.4 ? 1 : 2);
    session.painAreas.push_back(
        {.id = PainAreaId::create(world.ids),
         .view = drawing.view,
         .onArm = drawing.onArm,
         .shape = drawing.shape,
         .arrows = {},
         .quality = quality_,
         .intensity = drawing_.happens(0.8) ? session.painNow : std::nullopt,
         .depth = depth_,
         .note = {}});
    drawnWords_ = composedPain(session.painAreas, drawing.measured, before);
    drawnBefore_ = drawing.measured;
}

Session DemoCourse::next(const DemoWorld& world, const DemoVisit& visit) {
    Session session{.id = SessionId::create(world.ids),
                    .caseId = record_.id,
                    .patient = record_.patient,
                    .practitioner = world.practitioner,
                    .startedAt = visit.at,
                    .writtenAt = visit.at,
                    .timeZone = world.timeZone,
                    .painNow = {},
                    .painBest = {},
                    .painWorst = {},
                    .painAfter = {},
                    .course = {},
                    .note = {},
                    .findings = {},
                    .treatments = {},
                    .painAreas = {},
                    .nextVisit = visit.next,
                    .signature = {},
                    .addenda = {}};
    int resolvedNow = 0;
    for (auto& point : points_) {
        const bool wasResolved = point.resolved;
        if (auto finding = findingAt(point, world.ids)) {
            resolvedNow += !wasResolved && point.resolved ? 1 : 0;
            session.findings.push_back(std::move(*finding));
        }
    }
    rate(session);
    if (isLastNext() && !visit.draft) {
        decideEnding();
    }
    const double level = severity(made_);
    session.checkIn = everyday_.told(chance_, made_, level);
    draw(world, session);
    measures_.measure(chance_, session, made_, level);
    const double consent = chance_.unit();
    if (consent < 0.97) {
        session.consent = consent < 0.003 ? TodayConsent::Declined : TodayConsent::Given;
    }
    if (session.consent != TodayConsent::Declined) {
        treatJoint(world, session);
        treat(world, session);
        treatMuscle(world, session);
        treatRegion(world, session);
    }
    const auto* before = everyday_.homeCare();
    if (!visit.draft) {
        rateAfter(session);
        session.endedAt = visit.at + std::chrono::minutes{visit.minutes};
        static_cast<void>(everyday_.agreed(chance_, session, made_));
    }
    isMuscularOnly_ = isMuscularOnly_ && !hasPositiveTest(session);
    write(world, session, visit, resolvedNow, before);
    ++made_;
    earlier_.push_back(session);
    return session;
}

} // namespace palpate::app
