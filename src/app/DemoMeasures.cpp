// SPDX-License-Identifier: MIT
#include "app/DemoMeasures.h"

#include "app/DemoBody.h"
#include "app/DemoChance.h"
#include "domain/Error.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::app {

namespace {

// Shares and odds are invented, as the rest of the demonstration; none is a clinical figure.

template <class Table, class SomeKey>
[[nodiscard]] const auto& rowOf(const Table& table, const std::optional<SomeKey>& key,
                                std::string_view words) {
    const auto* row = key ? table.find(*key) : nullptr;
    if (row == nullptr) {
        throw DataError{{tr("The clinical tables lack {1}, which the demonstration uses; install "
                            "Palpate again."),
                         {std::string{words}}}};
    }
    return *row;
}

/// Nerve tests whose result the demonstration keeps normal, since its stories tell of none.
constexpr auto kNerves = std::to_array<std::string_view>(
    {"slump", "reflexes_lower", "myotomes_lower", "dermatomes_lower", "ultt_a", "spurling",
     "drop_arm", "lachman", "valgus_stress_knee", "straight_leg_raise"});
/// Parts that are looked at, of the tests that have parts.
constexpr auto kRoots = std::to_array<std::string_view>({"L4", "L5", "S1"});

[[nodiscard]] bool staysNormal(const TestKey& key) {
    return std::ranges::find(kNerves, key.text()) != kNerves.end();
}

[[nodiscard]] bool has(const reference::KnownTest& test, std::string_view choice) {
    return std::ranges::find(test.choices, choice) != test.choices.end();
}

/// The choice that means nothing was found.
[[nodiscard]] std::string normalChoice(const reference::KnownTest& test) {
    for (const auto* choice : {"negative", "normal", "5", "2+", "no change"}) {
        if (has(test, choice)) {
            return choice;
        }
    }
    return test.choices.back(); // of a ladder the top, as 30 mmHg
}

[[nodiscard]] std::string foundChoice(DemoChance& chance, const reference::KnownTest& test) {
    if (has(test, "positive")) {
        return "positive";
    }
    if (has(test, "pain")) {
        return chance.happens(0.8) ? "pain" : "pain and weakness";
    }
    if (has(test, "centralises")) {
        return "centralises";
    }
    return has(test, "24") ? (chance.happens(0.5) ? "24" : "26") : normalChoice(test);
}

[[nodiscard]] double toStep(double value, const reference::KnownMotion& motion) {
    const double low = std::max(motion.min, 0.0);
    return std::clamp(std::round(value / motion.step) * motion.step, low, motion.max);
}

[[nodiscard]] std::string graded(double tenderness) {
    return tenderness >= 7   ? "3 marked"
           : tenderness >= 4 ? "2 moderate"
           : tenderness >= 2 ? "1 slight"
                             : "0 normal";
}

void put(Session& session, std::string_view test, Side side, const TestSite& site,
         std::string result) {
    if (const auto key = TestKey::from(test)) {
        TestResult found{.at = {.test = *key, .part = {}, .side = side, .site = site},
                         .result = std::move(result),
                         .also = {},
                         .note = {}};
        if (testOf(session, found.at) == nullptr) {
            session.tests.push_back(std::move(found));
        }
    }
}

} // namespace

DemoMeasures::DemoMeasures(DemoChance& chance, const DemoTopic& topic,
                           const reference::Reference& reference) {
    isMeasuring_ = !chance.happens(0.08);
    asksPain_ = chance.happens(0.7);
    const auto side = topic.side != Side::Middle ? topic.side
                      : chance.happens(0.5)      ? Side::Right
                                                 : Side::Left;
    std::size_t motions = chance.happens(0.6) ? 3 : 2;
    for (const auto words : topic.complaint->motions) {
        if (motions-- == 0) {
            break;
        }
        planMotion(chance, rowOf(reference.motions(), MotionKey::from(words), words), side);
    }
    for (const auto words : topic.complaint->tests) {
        const auto& known = rowOf(reference.tests(), TestKey::from(words), words);
        if (tests_.empty() || chance.happens(0.6)) {
            planTest(chance, known, side);
        }
    }
}

void DemoMeasures::planMotion(DemoChance& chance, const reference::KnownMotion& known, Side of) {
    const double usual = known.low + (known.high - known.low) * chance.between(0.3, 0.9);
    const double gain = chance.happens(0.3) ? chance.between(2.0, 8.0) : 0;
    const auto add = [&](Side side, double lost) {
        motions_.push_back({.known = &known,
                            .side = side,
                            .free = usual,
                            .lost = lost,
                            .passive = known.unit == "degrees" ? gain : 0});
    };
    const double lost = chance.between(0.2, 0.45);
    if (known.sided) {
        add(of, lost);
        add(mirrored(of), 0.2 * lost);
    } else {
        add(Side::Middle, lost);
    }
}

void DemoMeasures::planTest(DemoChance& chance, const reference::KnownTest& known, Side of) {
    const auto add = [&](Side side, double turns) {
        tests_.push_back({.known = &known, .side = side, .turns = turns});
    };
    const double turns = staysNormal(known.key) ? 99 : chance.between(0.25, 1.5);
    if (!known.sided) {
        add(Side::Middle, turns);
        return;
    }
    add(of, turns);
    if (chance.happens(0.7)) {
        add(mirrored(of), 99);
    }
}

void DemoMeasures::addMotion(DemoChance& chance, Session& session, const Motion& motion,
                             double severity) const {
    const auto& known = *motion.known;
    const double share = motion.lost * std::min(severity, 1.3);
    const double hand = 0.015 * chance.spread(); // two measurements by hand never agree quite
    const double value = known.lowerIsBetter ? motion.free + (known.max - motion.free) * 0.4 * share
                                             : motion.free * (1 - share + hand);
    RangeOfMotion measured{.at = {known.key, motion.side},
                           .active = toStep(value, known),
                           .passive = {},
                           .pain = {},
                           .note = {}};
    if (motion.passive > 0) {
        measured.passive = toStep(*measured.active + motion.passive, known);
    }
    if (asksPain_ && session.painNow) {
        const double most = session.painNow->value();
        const double pain = share > 0.08 ? most * chance.between(0.4, 1.0) : 0;
        measured.pain = PainScore::from(static_cast<int>(std::lround(pain)));
    }
    session.motions.push_back(measured);
}

void DemoMeasures::addTest(DemoChance& chance, Session& session, const Test& test,
                           double severity) {
    const auto& known = *test.known;
    const bool found = severity > test.turns;
    TestResult result{.at = {.test = known.key, .part = {}, .side = test.side, .site = {}},
                      .result = 0.0,
                      .also = {},
                      .note = {}};
    if (known.choices.empty() || (known.scale && known.also)) {
        // The flexion-rotation test, the only one of its kind here: degrees to one side.
        result.result = found ? chance.between(24, 31) * 1.0 : chance.between(39, 45) * 1.0;
        session.tests.push_back(std::move(result));
        return;
    }
    result.result = found ? foundChoice(chance, known) : normalChoice(known);
    if (known.also && known.key.text() == "straight_leg_raise") {
        result.also = 5.0 * chance.between(12, 17);
    }
    if (known.parts.empty()) {
        session.tests.push_back(std::move(result));
        return;
    }
    for (const auto root : kRoots) {
        if (reference::partOf(known, root) != nullptr) {
            result.at.part = root;
            session.tests.push_back(result);
        }
    }
}

void DemoMeasures::palpate(DemoChance& chance, Session& session) {
    std::vector<const Finding*> tender;
    for (const auto& finding : session.findings) {
        if (finding.tenderness && finding.state && *finding.state != State::Resolved &&
            finding.side != Side::Middle) {
            tender.push_back(&finding);
        }
    }
    std::ranges::stable_sort(
        tender, [](const Finding* a, const Finding* b) { return *a->tenderness > *b->tenderness; });
    tender.resize(std::min<std::size_t>(tender.size(), chance.happens(0.4) ? 2 : 1));
    for (const auto* finding : tender) {
        put(session, "muscle_tension", finding->side, finding->muscle,
            graded(finding->tenderness->value()));
        if (chance.happens(0.15)) {
            put(session, "tissue_temperature", finding->side, finding->muscle,
                chance.happens(0.7) ? "same" : "warm");
        }
    }
}

void DemoMeasures::measure(DemoChance& chance, Session& session, int number,
                           double severity) const {
    const bool first = number == 0;
    if (isMeasuring_ && chance.happens(first ? 0.92 : 0.4)) {
        // Later only what told most: the first motion, with both its sides.
        for (const auto& motion : motions_) {
            if (first || motion.known == motions_.front().known || number % 6 == 5) {
                addMotion(chance, session, motion, severity);
            }
        }
    }
    if (chance.happens(first ? 0.9 : 0.15)) {
        for (const auto& test : tests_) {
            if (first || test.turns < 2) {
                addTest(chance, session, test, severity);
            }
        }
    }
    if (chance.happens(first ? 0.7 : 0.2)) {
        palpate(chance, session);
    }
}

void DemoMeasures::spring(DemoChance& chance, Session& session, const JointTarget& at,
                          double severity) {
    put(session, "passive_intervertebral", at.side, at.joint,
        severity > 0.7                           ? "stiff and painful"
        : severity > 0.25 || chance.happens(0.3) ? "stiff"
                                                 : "normal");
}

bool hasPositiveTest(const Session& session) {
    return std::ranges::any_of(session.tests, [](const TestResult& test) {
        const auto* choice = std::get_if<std::string>(&test.result);
        return choice != nullptr && (*choice == "positive" || choice->starts_with("pain") ||
                                     choice->starts_with("stiff") || *choice == "centralises");
    });
}

} // namespace palpate::app
