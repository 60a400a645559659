// SPDX-License-Identifier: MIT
#include "domain/Finding.h"

#include "domain/Named.h"

namespace palpate {

namespace {

constexpr std::array kSigns{Sign::NotAssessed, Sign::Absent, Sign::Present};
constexpr std::array kRecognitions{Recognition::NotAssessed, Recognition::No, Recognition::Partly,
                                   Recognition::Yes};
constexpr std::array kSettled{Settled::Still, Settled::Better, Settled::Worse, Settled::Gone};
constexpr std::array kStates{State::Active, State::Latent, State::Resolved};
constexpr std::array kRelations{Relation::Primary, Relation::Satellite, Relation::Key};

} // namespace

bool isAssessed(const Finding& finding) noexcept {
    return finding.state || finding.tenderness || finding.threshold || finding.relation ||
           finding.signs != Signs{} || !finding.note.empty() || finding.settled;
}

Finding carriedFrom(const Finding& earlier) {
    return Finding{.point = earlier.point,
                   .at = earlier.at,
                   .muscle = earlier.muscle,
                   .side = earlier.side,
                   .layer = earlier.layer,
                   .referencePoint = earlier.referencePoint,
                   .signs = {},
                   .tenderness = {},
                   .threshold = {},
                   .state = {},
                   .relation = {},
                   .note = {}};
}

std::string_view name(Sign sign) noexcept {
    switch (sign) {
    case Sign::NotAssessed:
        return "not_assessed";
    case Sign::Absent:
        return "absent";
    case Sign::Present:
        break;
    }
    return "present";
}

std::optional<Sign> parseSign(std::string_view text) noexcept {
    return named(kSigns, text);
}

std::string_view name(Recognition recognition) noexcept {
    switch (recognition) {
    case Recognition::NotAssessed:
        return "not_assessed";
    case Recognition::No:
        return "no";
    case Recognition::Partly:
        return "partly";
    case Recognition::Yes:
        break;
    }
    return "yes";
}

std::optional<Recognition> parseRecognition(std::string_view text) noexcept {
    return named(kRecognitions, text);
}

Finding settledFrom(const Finding& earlier, Settled settled) {
    auto finding = carriedFrom(earlier);
    finding.settled = settled;
    if (settled == Settled::Still) {
        finding.state = earlier.state;
        finding.tenderness = earlier.tenderness;
        finding.relation = earlier.relation;
    } else if (settled == Settled::Gone) {
        finding.state = State::Resolved;
    }
    return finding;
}

std::string_view name(Settled settled) noexcept {
    switch (settled) {
    case Settled::Still:
        return "still";
    case Settled::Better:
        return "better";
    case Settled::Worse:
        return "worse";
    case Settled::Gone:
        break;
    }
    return "gone";
}

std::optional<Settled> parseSettled(std::string_view text) noexcept {
    return named(kSettled, text);
}

std::string_view name(State state) noexcept {
    switch (state) {
    case State::Active:
        return "active";
    case State::Latent:
        return "latent";
    case State::Resolved:
        break;
    }
    return "resolved";
}

std::optional<State> parseState(std::string_view text) noexcept {
    return named(kStates, text);
}

std::string_view name(Relation relation) noexcept {
    switch (relation) {
    case Relation::Primary:
        return "primary";
    case Relation::Satellite:
        return "satellite";
    case Relation::Key:
        break;
    }
    return "key";
}

std::optional<Relation> parseRelation(std::string_view text) noexcept {
    return named(kRelations, text);
}

} // namespace palpate
