// SPDX-License-Identifier: MIT
// Any filter can be written as a query and read again; any text can be read.
#include "app/OpenClinic.h"
#include "app/QueryTokens.h"
#include "app/QueryValues.h"
#include "app/SearchQuery.h"
#include "atlas/BodyMap.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace palpate;
using namespace palpate::test;
using app::parseQuery;

namespace {

[[nodiscard]] app::Clinic& clinic() {
    static OpenClinic open;
    static const auto jo = open.programOfJo();
    return *open;
}

class Chance {
public:
    explicit Chance(unsigned seed) : engine_{seed} {}
    [[nodiscard]] int upTo(int most) {
        return std::uniform_int_distribution<int>{0, most}(engine_);
    }
    [[nodiscard]] bool oneIn(int count) { return upTo(count - 1) == 0; }
    template <class Range> [[nodiscard]] auto of(const Range& range) {
        return range[static_cast<std::size_t>(upTo(static_cast<int>(range.size()) - 1))];
    }

private:
    std::mt19937 engine_;
};

[[nodiscard]] std::vector<MuscleKey> someMuscles(Chance& chance) {
    const auto all = clinic().map().muscles();
    std::vector<MuscleKey> some;
    if (chance.oneIn(4)) {
        const auto& group = chance.of(clinic().reference().muscleNames().groups());
        return parseQuery(clinic(), "group:\"" + group.label + "\"").filter.finding.muscles;
    }
    for (int i = chance.upTo(3); i > 0; --i) {
        const auto& muscle = chance.of(all).key;
        if (std::ranges::find(some, muscle) == some.end() &&
            clinic().map().muscle(muscle, Side::Right) != nullptr) {
            some.push_back(muscle);
        }
    }
    return some;
}

[[nodiscard]] std::optional<Side> someSide(Chance& chance) {
    return chance.oneIn(2) ? std::nullopt
                           : std::optional{chance.oneIn(2) ? Side::Left : Side::Right};
}

[[nodiscard]] Range<int> someScores(Chance& chance) {
    const int a = chance.upTo(10);
    const int b = chance.upTo(10);
    switch (chance.upTo(3)) {
    case 0:
        return {std::min(a, b), std::max(a, b)};
    case 1:
        return {.least = a};
    case 2:
        return {.most = b};
    default:
        return {};
    }
}

[[nodiscard]] std::string someText(Chance& chance) {
    static const std::vector<std::string> words{"lifting",    "left",     "ql",
                                                "trapezius",  "upper",    "pressure",
                                                "release",    "active",   "\"upper trapezius\"",
                                                "-ql",        "10:30",    "note:tense",
                                                "-a:b",       "kovács",   ">=",
                                                "6",          "or",       "more",
                                                "OR",         "AND",      "since",
                                                "pain",       "\"left\"", "-\"no pain\"",
                                                "text:psoas", "gm",       "left",
                                                "%_*'",       "at",       "least",
                                                "--x",        "боль",     "muscle:",
                                                "flag:any",   "is"};
    std::string text;
    for (int i = chance.upTo(5); i > 0; --i) {
        text += (text.empty() ? "" : " ") + chance.of(words);
    }
    return text;
}

[[nodiscard]] TreatmentFilter someTreatment(Chance& chance) {
    TreatmentFilter treatment;
    treatment.muscles = someMuscles(chance);
    treatment.side = someSide(chance);
    if (chance.oneIn(2)) {
        treatment.techniques.push_back(chance.of(clinic().reference().techniques().all()).key);
    }
    for (int i = chance.upTo(2); i > 0; --i) {
        const auto& field = chance.of(clinic().reference().logFields().all());
        if (app::isDose(field)) {
            const double a = chance.upTo(2000) / 7.0;
            const double b = a + chance.upTo(50) * 98.0665 / 3;
            DoseFilter dose{.field = field.key};
            switch (chance.upTo(2)) {
            case 0:
                dose.amount = {a, b};
                break;
            case 1:
                dose.amount.least = chance.upTo(90);
                break;
            default:
                dose.amount.most = b;
            }
            treatment.doses.push_back(dose);
        }
    }
    return treatment;
}

[[nodiscard]] SessionFilter someFilter(Chance& chance) {
    SessionFilter filter;
    filter.text = someText(chance);
    filter.finding.muscles = someMuscles(chance);
    filter.finding.side = someSide(chance);
    if (chance.oneIn(3)) {
        filter.finding.states.push_back(chance.oneIn(2) ? State::Active : State::Resolved);
    }
    filter.finding.tenderness = someScores(chance);
    if (chance.oneIn(3)) {
        filter.finding.changes.push_back(chance.oneIn(2) ? Settled::Still : Settled::Gone);
    }
    if (chance.oneIn(2)) {
        filter.treatment = someTreatment(chance);
    }
    if (chance.oneIn(4)) {
        filter.patient = idOf<PatientId>(100);
        filter.caseId = idOf<CaseId>(200);
    }
    if (chance.oneIn(3)) {
        filter.practitioner = chance.oneIn(2) ? aPractitioner().id : idOf<PractitionerId>(2);
        filter.profession = Profession::MassageTherapist;
    }
    if (chance.oneIn(3)) {
        filter.caseStatus = chance.oneIn(2) ? CaseStatus::ReferredOn : CaseStatus::Open;
        const auto& code = chance.of(clinic().reference().diagnoses().all()).code;
        filter.diagnosis = code.substr(0, chance.oneIn(2) ? 3 : code.size());
    }
    if (chance.oneIn(3)) {
        filter.homeCare.push_back(chance.of(clinic().reference().homeCare().all()).key);
    }
    if (chance.oneIn(3)) {
        filter.flags.push_back(chance.of(clinic().reference().redFlags().all()).key);
    }
    if (chance.oneIn(3)) {
        filter.flagState = chance.oneIn(2) ? FlagState::Unsettled : FlagState::Raised;
    }
    if (chance.oneIn(3)) {
        const auto& region = chance.of(clinic().map().regions());
        filter.painted = region.key;
        if (chance.oneIn(2)) {
            filter.paintedSide = region.side;
        }
    }
    filter.painNow = someScores(chance);
    if (chance.oneIn(2)) {
        filter.from = kNow - std::chrono::seconds{chance.upTo(100'000'000)};
    }
    if (chance.oneIn(2)) {
        filter.to = Instant{std::chrono::sys_days{kToday} + std::chrono::days{chance.upTo(400)}};
    }
    return filter;
}

} // namespace

TEST_CASE("what is written of any filter is read as that filter") {
    Chance chance{2026};
    for (int i = 0; i < 600; ++i) {
        const auto filter = someFilter(chance);
        const auto text = app::written(clinic(), filter);
        CAPTURE(i, filter.text, text);
        const auto read = parseQuery(clinic(), text);
        for (const auto& mistake : read.mistakes) {
            UNSCOPED_INFO(shown(mistake.sentence));
        }
        REQUIRE(read.mistakes.empty());
        auto expected = filter;
        expected.text = app::normalisedText(filter.text);
        REQUIRE(read.filter.text == expected.text);
        REQUIRE(read.filter.finding == expected.finding);
        REQUIRE(read.filter.treatment == expected.treatment);
        REQUIRE(read.filter == expected);
        REQUIRE(app::written(clinic(), read.filter) == text); // and then nothing changes any more
    }
}

TEST_CASE("a simple filter is written as one would type it") {
    for (const std::string text :
         {"left upper trapezius >= 6 pressure release since:2026-08-25", "quadratus lumborum",
          "quadratus lumborum dry needling lifting", "group:gluteals side:left", "layer:4",
          "painted:\"left lumbar region\" pain:4-6"}) {
        CHECK(app::written(clinic(), parseQuery(clinic(), text).filter) == text);
    }
}

TEST_CASE("any text at all is read, without an exception and with places inside it") {
    Chance chance{7};
    static const std::vector<std::string> pieces{"\"",
                                                 "-",
                                                 ":",
                                                 "muscle:",
                                                 "since:",
                                                 ">=",
                                                 "<",
                                                 "6",
                                                 "-8",
                                                 " or more",
                                                 "left ",
                                                 "ql",
                                                 "gm",
                                                 "dose:",
                                                 "s",
                                                 "kPa",
                                                 ",",
                                                 ".",
                                                 "\xFF",
                                                 "\xE2\x82",
                                                 "\xF0",
                                                 "é",
                                                 "боль",
                                                 "\n",
                                                 "\t",
                                                 "%_*'",
                                                 "case:",
                                                 "painted:",
                                                 "by:",
                                                 "  ",
                                                 "0192f3a0-7c1e-7d40-9b2a-1f0e3d4c5b6a",
                                                 "NOT ",
                                                 "(",
                                                 ")",
                                                 "9999999999",
                                                 "“",
                                                 "≥"};
    for (int i = 0; i < 1500; ++i) {
        std::string text;
        for (int length = chance.upTo(12); length > 0; --length) {
            if (chance.oneIn(6)) {
                text += static_cast<char>(chance.upTo(255));
            } else {
                text += chance.of(pieces);
            }
        }
        const auto parsed = parseQuery(clinic(), text);
        CAPTURE(text);
        for (const auto& part : parsed.parts) {
            REQUIRE(part.begin + part.length <= text.size());
            REQUIRE(isValidUtf8(part.words));
        }
        for (const auto& mistake : parsed.mistakes) {
            REQUIRE(mistake.begin + mistake.length <= text.size());
            REQUIRE(isValidUtf8(shown(mistake.sentence)));
        }
        REQUIRE(isValidUtf8(parsed.filter.text));
        static_cast<void>(app::completionsOf(clinic(), text));
    }
}

TEST_CASE("ten thousand characters are read like ten") {
    for (const auto* piece : {"a", "\"", "-", ":", "muscle:", "ql ", "\"a\" ",
                              ">= ", "since:", "dose:9", "\xFF", "left ", "é"}) {
        std::string text;
        while (text.size() < 10'000) {
            text += piece;
        }
        CAPTURE(piece);
        const auto parsed = parseQuery(clinic(), text);
        CHECK(std::ranges::all_of(parsed.mistakes, [](const app::QueryMistake& mistake) {
            return shown(mistake.sentence).size() < 400; // quoted in short
        }));
    }
}
