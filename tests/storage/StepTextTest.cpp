// SPDX-License-Identifier: MIT
// A step of the list of undo as text: nothing is lost, and nothing is read that was not written.
#include "storage/StepText.h"

#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace palpate::test {

namespace {

/// Draws edits with every member filled or empty as chance will have it; they need not fit any
/// session.
class AnyEdit {
public:
    explicit AnyEdit(std::uint32_t seed) : chance_{seed} {}

    [[nodiscard]] int below(std::size_t limit) { return static_cast<int>(chance_() % limit); }

private:
    template <class Id> [[nodiscard]] Id id() {
        Uuid::Bytes bytes{};
        for (auto& byte : bytes) {
            byte = static_cast<std::uint8_t>(chance_());
        }
        return Id::from(Uuid{bytes});
    }
    template <class List> [[nodiscard]] auto one(const List& list) {
        return list.at(static_cast<std::size_t>(below(list.size())));
    }
    template <class Make> [[nodiscard]] auto maybe(Make make) -> std::optional<decltype(make())> {
        return below(2) == 0 ? std::nullopt : std::optional{make()};
    }
    /// Any bits that are a number.
    [[nodiscard]] double number() {
        static constexpr std::array kSpecial{
            0.0,  -0.0, 0.1 + 0.2, std::numeric_limits<double>::denorm_min(),
            1e22, 1e-7, -412.5,    std::numeric_limits<double>::max()};
        if (below(3) == 0) {
            return one(kSpecial);
        }
        const auto value = std::bit_cast<double>((std::uint64_t{chance_()} << 32U) | chance_());
        return std::isfinite(value) ? value : 1.5;
    }
    [[nodiscard]] std::string text() {
        static constexpr std::array<std::string_view, 12> kPieces{
            "",         " ",          "-",
            "\n",       "\r",         "\\",
            "\\n",      "Zo\xC3\xAB", "\xF0\x9F\xA6\xB5",
            "\tdose 1", "\x01",       "remove_finding"};
        std::string out;
        for (int left = below(6); left > 0; --left) {
            out += one(kPieces);
        }
        return out;
    }
    template <class SomeKey> [[nodiscard]] SomeKey anyKey() {
        static constexpr std::array<std::string_view, 4> kKeys{"psoas_major", "x", "A.b-c_9", "0"};
        return key<SomeKey>(one(kKeys));
    }
    [[nodiscard]] Side side() { return static_cast<Side>(below(3)); }

    [[nodiscard]] Finding finding() {
        Finding made{.point = {id<TriggerPointId>(), 1 + below(2'000'000'000)},
                     .at = {one(kViews), number(), number()},
                     .muscle = anyKey<MuscleKey>(),
                     .side = side(),
                     .layer = one(kLayers),
                     .referencePoint = maybe([&] { return anyKey<ReferencePointKey>(); }),
                     .signs = {},
                     .tenderness = maybe([&] { return tenderness(below(11)); }),
                     .threshold = maybe([&] { return Pressure::kilopascals(number()); }),
                     .state = maybe([&] { return static_cast<State>(below(3)); }),
                     .relation = maybe([&] { return static_cast<Relation>(below(3)); }),
                     .note = text()};
        for (auto* sign : {&made.signs.tautBand, &made.signs.tenderSpot, &made.signs.referredPain,
                           &made.signs.twitch, &made.signs.jump}) {
            *sign = one(std::array{Sign::NotAssessed, Sign::Absent, Sign::Present});
        }
        made.signs.recognised = one(std::array{Recognition::NotAssessed, Recognition::No,
                                               Recognition::Partly, Recognition::Yes});
        return made;
    }
    [[nodiscard]] Treatment treatment() {
        Treatment made{.id = id<TreatmentId>(),
                       .target = id<TriggerPointId>(),
                       .technique = anyKey<TechniqueKey>(),
                       .dose = {},
                       .tendernessAfter = maybe([&] { return tenderness(below(11)); }),
                       .painBefore = maybe([&] { return pain(below(11)); }),
                       .painAfter = maybe([&] { return pain(below(11)); }),
                       .note = text()};
        if (const auto kind = below(3); kind == 1) {
            made.target = MuscleTarget{anyKey<MuscleKey>(), side()};
        } else if (kind == 2) {
            made.target = RegionTarget{anyKey<RegionKey>(), side()};
        }
        for (int left = below(4); left > 0; --left) {
            LogValue dose{anyKey<LogFieldKey>(), number()};
            if (const auto kind = below(3); kind == 1) {
                dose.value = below(2) == 0;
            } else if (kind == 2) {
                dose.value = text();
            }
            made.dose.push_back(dose);
        }
        return made;
    }
    [[nodiscard]] std::vector<Place> places(int least) {
        std::vector<Place> made;
        for (int left = least + below(20); left > 0; --left) {
            made.push_back({(below(20'000) - 1000) / 10.0, (below(20'000) - 1000) / 10.0});
        }
        return made;
    }
    [[nodiscard]] PainArea area() {
        PainArea made{.id = id<PainAreaId>(),
                      .view = one(kViews),
                      .onArm = false,
                      .shape = {},
                      .arrows = {},
                      .quality = maybe([&] { return one(kPainQualities); }),
                      .intensity = maybe([&] { return pain(below(11)); }),
                      .depth = maybe([&] { return one(kPainDepths); }),
                      .note = text()};
        made.onArm = (made.view == View::Left || made.view == View::Right) && below(2) == 0;
        for (int left = 1 + below(3); left > 0; --left) {
            made.shape.emplace_back();
            for (int rings = 1 + below(3); rings > 0; --rings) {
                made.shape.back().push_back(places(3));
            }
        }
        for (int left = below(3); left > 0; --left) {
            made.arrows.push_back(places(2));
        }
        return made;
    }

public:
    [[nodiscard]] SessionEdit next() {
        switch (below(std::variant_size_v<SessionEdit>)) {
        case 0:
            return PutFinding{finding()};
        case 1:
            return RemoveFinding{id<TriggerPointId>()};
        case 2:
            return PutTreatment{treatment()};
        case 3:
            return RemoveTreatment{id<TreatmentId>()};
        case 4:
            return SetPain{one(kPainMoments), maybe([&] { return pain(below(11)); })};
        case 5:
            return SetCourse{maybe([&] { return static_cast<Course>(below(4)); })};
        case 6:
            return SetNote{one(kNoteParts), {text(), static_cast<Authorship>(below(3))}};
        case 7:
            return PutPainArea{area()};
        default:
            return RemovePainArea{id<PainAreaId>()};
        }
    }

private:
    std::mt19937 chance_;
};

/// Equal and spelled equally: == alone takes -0 for 0.
void requireSame(const SessionStep& step) {
    const auto text = storage::textOf(step);
    CAPTURE(text);
    const auto back = storage::parseStep(text);
    REQUIRE(back.has_value());
    REQUIRE((*back == step));
    REQUIRE(storage::textOf(*back) == text);
}

} // namespace

TEST_CASE("any step comes back from its text, bit by bit", "[storage]") {
    AnyEdit edits{2026};
    std::array<int, std::variant_size_v<SessionEdit>> kinds{};
    for (int round = 0; round < 600; ++round) {
        SessionStep step;
        for (int left = edits.below(6); left > 0; --left) {
            step.push_back(edits.next());
            ++kinds.at(step.back().index());
        }
        requireSame(step);
    }
    for (const auto count : kinds) {
        CHECK(count > 50);
    }
}

TEST_CASE("a stranger can read a step", "[storage]") {
    const auto point = aPoint(1).id.text();
    const auto area = aPainArea().id.text();
    auto finding = anActiveFindingOn("psoas_major");
    finding.at.x = 0.1 + 0.2;
    finding.note = "worse\nbending";
    auto radiating = aPainArea();
    radiating.arrows = {{{1, 2}, {3, 4}}};
    CHECK(
        storage::textOf({PutFinding{finding}, SetNote{NotePart::Plan, written("Rest.")},
                         SetPain{PainMoment::Worst, {}}, PutPainArea{radiating},
                         RemoveFinding{aPoint(1).id}}) ==
        "palpate-step 1\n"
        "finding " +
            point +
            " 1 posterior 0.30000000000000004 694 psoas_major R 1 - present present present yes - "
            "- 6 - active - worse\\nbending\n"
            "note plan written Rest.\n"
            "pain worst -\n"
            "pain_area " +
            area +
            " posterior body ache 5 - \n"
            "outline " +
            area +
            " 4000,6805 4502,6805 4502,7301 4000,7301\n"
            "arrow " +
            area +
            " 10,20 30,40\n"
            "remove_finding " +
            point + "\n");
}

TEST_CASE("a damaged step is not read", "[storage]") {
    const SessionStep whole{
        PutFinding{aFullSession().findings[0]}, PutTreatment{aFullSession().treatments[0]},
        PutPainArea{aFullSession().painAreas[1]}, SetNote{NotePart::Plan, written("Rest.")}};
    const auto text = storage::textOf(whole);
    REQUIRE((storage::parseStep(text) == whole));

    SECTION("cut anywhere but between two edits") {
        for (std::size_t length = 0; length < text.size(); ++length) {
            const auto step = storage::parseStep(text.substr(0, length));
            if (step) {
                REQUIRE(text[length - 1] == '\n');
                REQUIRE(storage::textOf(*step) == text.substr(0, length));
            }
        }
    }
    SECTION("any byte changed: it is refused, or read as what then stands there") {
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char c : {'\0', ' ', '\n', '-', '1', 'x', '\\', '\xFF'}) {
                auto changed = text;
                changed[at] = c;
                static_cast<void>(
                    storage::parseStep(changed)); // nothing worse than an empty answer
            }
        }
    }
    const std::string version = "palpate-step 1\n";
    const auto area = aPainArea().id.text();
    for (const auto& line : std::vector<std::string>{
             "",
             "nothing",
             "finding",
             "course",
             "course  ",
             "course better same",
             "course gone ",
             "pain now 11",
             "pain now -1",
             "pain now 5.0",
             "pain then 5",
             "note plan written",
             "note plan typed x",
             "note plan written a\\b",
             "note plan written a\\",
             "dose duration_s number 3",
             "outline " + area + " 1,1 2,2 3,3",
             "pain_area " + area + " posterior body ache 5 - ",
             "pain_area " + area + " posterior arm ache 5 - \noutline " + area + " 1,1 2,2 3,3",
             "pain_area " + area + " left leg ache 5 - \noutline " + area + " 1,1 2,2 3,3",
             "pain_area " + area + " left arm ache 5 - \noutline " + aPainArea(1).id.text() +
                 " 1,1 2,2 3,3",
             "remove_finding " + area + " ",
             "remove_finding 1",
             "treatment " + area + " laser point " + area + " R - - - ",
             "treatment " + area + " laser muscle psoas_major X - - - ",
             "treatment " + area + " laser point " + area + " - - - - \ndose d number nan",
             "treatment " + area + " laser point " + area + " - - - - \ndose d flag 2"}) {
        CAPTURE(line);
        CHECK_FALSE(storage::parseStep(version + line + "\n").has_value());
    }
    CHECK_FALSE(storage::parseStep("").has_value());
    CHECK_FALSE(storage::parseStep("palpate-step 2\ncourse gone\n").has_value());
    CHECK((storage::parseStep(version + "course gone\n") == SessionStep{SetCourse{Course::Gone}}));
    CHECK((storage::parseStep(version) == SessionStep{}));
}

TEST_CASE("a step that could not be stored is refused", "[storage]") {
    auto finding = aFindingOn("psoas_major");
    finding.at.y = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(storage::textOf({PutFinding{finding}}), StorageError);
    auto area = aPainArea();
    area.shape.clear();
    CHECK_THROWS_AS(storage::textOf({PutPainArea{area}}), EditRefused);
}

} // namespace palpate::test
