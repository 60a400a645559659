// SPDX-License-Identifier: MIT
#include "app/ComparedPairs.h"

#include "app/VariedVisit.h"
#include "support/Builders.h"

#include <algorithm>
#include <optional>

namespace palpate::test {

namespace {

constexpr auto kLeft = Side::Left;
constexpr auto kRight = Side::Right;
constexpr auto* kRelease = "pressure_release";

/// The week's visit of the case.
[[nodiscard]] Visit visit(std::uint32_t week, std::optional<int> painNow) {
    Visit made{week, static_cast<int>(week) * 7 - 42};
    if (painNow) {
        made.session().painNow = pain(*painNow);
    }
    return made;
}

[[nodiscard]] Visit fourPoints(std::uint32_t week = 0, int painNow = 6) {
    auto made = visit(week, painNow);
    made.point("quadratus_lumborum", kRight, State::Active, 7)
        .point("gluteus_medius", kRight, State::Active, 6)
        .point("piriformis", kRight, State::Active, 4)
        .point("quadratus_lumborum", kLeft, State::Active, 5);
    return made;
}

/// Three visits: the fourth point goes at the second, the third turns latent, a fifth comes.
[[nodiscard]] std::vector<Session> improving() {
    auto first = fourPoints();
    first.area(square(1, 0, 80)).treat(1, kRelease).after(4).treat(2, kRelease).after(3);
    auto second = visit(3, 4);
    second.carry(first.session())
        .state(1, State::Active)
        .tender(1, 6)
        .state(4, State::Resolved)
        .tender(4, 0)
        .treat(1, kRelease)
        .after(4);
    auto third = visit(6, 3);
    for (const int number : {1, 2, 3}) {
        third.session().findings.push_back(
            carriedFrom(first.session().findings.at(static_cast<std::size_t>(number - 1))));
    }
    third.state(1, State::Active)
        .tender(1, 6)
        .state(2, State::Active)
        .tender(2, 6)
        .state(3, State::Latent)
        .tender(3, 2)
        .area(square(2, 20, 50));
    auto added = aFindingOn("gluteus_minimus", 5);
    added.state = State::Latent;
    added.tenderness = tenderness(3);
    third.session().findings.push_back(added);
    return {first.session(), second.session(), third.session()};
}

[[nodiscard]] ComparedPair unseen() {
    auto later = visit(6, 4);
    later.carry(fourPoints().session()).state(1, State::Latent).tender(1, 5);
    return {"unseen",
            "Three of four points were not looked at in the later session",
            {fourPoints().session(), later.session()}};
}

[[nodiscard]] ComparedPair worse() {
    auto first = visit(0, 3);
    first.point("quadratus_lumborum", kRight, State::Latent, 3);
    auto later = visit(6, 7);
    later.carry(first.session()).state(1, State::Active).tender(1, 8);
    return {
        "worse", "Worse, by more than matters; no pain drawn", {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair withinError() {
    auto first = visit(0, 5);
    first.point("quadratus_lumborum", kRight, State::Active, 6);
    auto later = visit(6, 4);
    later.carry(first.session()).state(1, State::Active).tender(1, 6);
    return {"below-what-matters",
            "Pain changed by less than matters, the point not at all",
            {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair back() {
    auto first = visit(0, 6);
    first.point("piriformis", kRight, State::Active, 6)
        .point("gluteus_medius", kLeft, State::Active, 4);
    auto second = visit(2, 2);
    second.carry(first.session())
        .state(1, State::Resolved)
        .tender(1, 0)
        .state(2, State::Resolved)
        .tender(2, 0);
    auto third = visit(4, 5);
    third.carry(second.session()).state(1, State::Active).tender(1, 5);
    return {"back",
            "One of two points that had gone is back; the other was not looked at again",
            {first.session(), second.session(), third.session()},
            1,
            2};
}

[[nodiscard]] ComparedPair cameAndWent() {
    auto first = visit(0, 6);
    first.point("piriformis", kRight, State::Active, 6);
    auto second = visit(2, 6);
    second.carry(first.session())
        .state(1, State::Active)
        .tender(1, 6)
        .point("soleus", kLeft, State::Active, 5);
    auto third = visit(4, 5);
    third.carry(second.session()).state(1, State::Latent).tender(1, 4).state(2, State::Resolved);
    auto fourth = visit(6, 3);
    fourth.session().findings.push_back(carriedFrom(first.session().findings.front()));
    fourth.state(1, State::Latent).tender(1, 2);
    return {"came-and-went",
            "A point that was found and went between the two sessions",
            {first.session(), second.session(), third.session(), fourth.session()},
            0,
            3};
}

[[nodiscard]] ComparedPair nothingAsked() {
    auto first = visit(0, std::nullopt);
    first.unseen("piriformis", kRight);
    auto later = visit(6, std::nullopt);
    later.carry(first.session());
    return {"nothing-asked",
            "Nothing was asked, drawn or assessed in either session",
            {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair askedOnce() {
    auto first = visit(0, std::nullopt);
    first.point("piriformis", kRight, State::Active);
    first.area(square(1));
    auto later = visit(6, 3);
    later.carry(first.session()).state(1, State::Active).tender(1, 4);
    return {"asked-once",
            "Pain, tenderness and drawing in one of the two sessions only",
            {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair otherViews() {
    auto first = visit(0, 5);
    auto side = square(1);
    side.view = View::Right;
    first.area(side);
    auto later = visit(6, 5);
    later.area(square(2));
    return {"other-views",
            "Pain drawn from the side, then on the back",
            {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair partOfViews() {
    auto first = visit(0, 5);
    auto side = square(1);
    side.view = View::Right;
    first.area(side).area(square(2));
    auto later = visit(6, 5);
    later.area(square(3, 25));
    return {"part-of-views",
            "Pain drawn on back and side, then on the back only",
            {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair otherCase() {
    auto first = fourPoints();
    auto later = visit(6, 2);
    later.session().caseId = idOf<CaseId>(250);
    later.point("soleus", kLeft, State::Active, 5).unseen("trapezius_descending", kRight);
    return {
        "other-case", "Sessions of two cases of the patient", {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair sameDay() {
    auto first = visit(6, 6);
    first.point("piriformis", kRight, State::Active, 6);
    auto later = visit(7, 5);
    later.session().startedAt = first.session().startedAt + std::chrono::hours{5};
    later.carry(first.session()).settle(1, Settled::Still);
    return {"same-day", "Two visits on one day", {first.session(), later.session()}};
}

[[nodiscard]] ComparedPair acrossYears() {
    auto sessions = improving();
    for (auto& session : sessions) {
        session.startedAt -= std::chrono::days{300};
    }
    return {"across-years", "The year before", std::move(sessions), 0, 2};
}

[[nodiscard]] ComparedPair unjudged() {
    auto first = visit(0, 5);
    first.point("piriformis", kRight, std::nullopt, 6)
        .point("gluteus_medius", kRight, State::Active);
    auto later = visit(6, 5);
    later.carry(first.session()).tender(1, 4).state(2, State::Latent);
    return {"unjudged",
            "Points with a value and no judgement, or the reverse",
            {first.session(), later.session()}};
}

} // namespace

PainArea square(std::uint32_t number, double right, double edge) {
    auto area = aPainArea(number);
    const double left = 380 + right;
    constexpr double kTop = 680;
    area.shape = {
        {{{left, kTop}, {left + edge, kTop}, {left + edge, kTop + edge}, {left, kTop + edge}}}};
    return area;
}

std::vector<ComparedPair> comparedPairs() {
    return {{"improving", "Better: one point gone in between, one new, one latent now", improving(),
             0, 2},
            {"backwards", "The same, the later session chosen first", improving(), 2, 0},
            unseen(),
            worse(),
            withinError(),
            back(),
            cameAndWent(),
            nothingAsked(),
            askedOnce(),
            otherViews(),
            partOfViews(),
            otherCase(),
            sameDay(),
            acrossYears(),
            unjudged()};
}

} // namespace palpate::test
