// SPDX-License-Identifier: MIT
// What was measured and tested, beside the usual and beside last time, as parts of a SessionView.
#include "app/Clinic.h"
#include "app/MotionLine.h"
#include "app/SessionInside.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] std::string sourcesText(const reference::Reference& reference,
                                      const std::vector<SourceKey>& keys) {
    std::string text;
    for (const auto& key : keys) {
        text += (text.empty() ? "" : ", ") + key.text();
    }
    if (const auto warning = reference.sources().warningFor(keys)) {
        text += (text.empty() ? "" : " · ") + palpate::shown(*warning);
    }
    return text;
}

/// The sign behind the numbers of that motion.
[[nodiscard]] std::string unitSign(const std::string& unit) {
    return unit == "degrees" ? "°" : unit;
}

/// The value to compare with: active, where both were measured or nothing else was.
[[nodiscard]] const std::optional<double>& compared(const RangeOfMotion& motion) noexcept {
    return motion.active ? motion.active : motion.passive;
}

[[nodiscard]] MotionRow rowOf(const RangeOfMotion& motion, const RangeOfMotion* before,
                              const reference::Reference& reference) {
    const auto& key = motion.at.motion;
    const auto valueText = [&](const std::optional<double>& value) {
        return value ? motionValueText(key, *value, reference) : std::string{};
    };
    MotionRow row{.motion = motion,
                  .label = motionLabel(motion.at, reference),
                  .unit = {},
                  .active = valueText(motion.active),
                  .passive = valueText(motion.passive),
                  .pain = motion.pain ? palpate::shown({tr("pain {1}"),
                                                        {std::to_string(motion.pain->value())}})
                                      : std::string{},
                  .usual = {},
                  .last = {},
                  .outside = false,
                  .sources = {}};
    if (const auto usual = usualRangeText(key, reference); !usual.empty()) {
        row.usual = palpate::shown({tr("usual {1}"), {usual}});
    }
    if (const auto* known = reference.motions().find(key)) {
        row.unit = unitSign(known->unit);
        row.outside =
            motion.active && besideRange(*known, *motion.active) != reference::BesideRange::Within;
        row.sources = sourcesText(reference, known->sources);
    }
    if (before != nullptr && compared(*before)) {
        const bool sameKind = motion.active.has_value() == before->active.has_value();
        row.last = palpate::shown({sameKind         ? tr("was {1}")
                                   : before->active ? tr("was {1} active")
                                                    : tr("was {1} passive"),
                                   {valueText(compared(*before))}});
    }
    return row;
}

[[nodiscard]] TestRow rowOf(const TestResult& test, const TestResult* before,
                            const reference::Reference& reference, PressureUnit unit) {
    TestRow row{.test = test,
                .label = testLabel(test.at, reference),
                .result = testResultText(test, reference, unit),
                .last = {},
                .note = {},
                .choices = {}};
    if (before != nullptr) {
        row.last = palpate::shown({tr("was {1}"), {testResultText(*before, reference, unit)}});
    }
    if (const auto* known = reference.tests().find(test.at.test)) {
        row.note = known->whatFor;
        if (!known->caution.empty()) {
            row.note += (row.note.empty() ? "" : ". ") + known->caution;
        }
        row.choices = known->choices;
    }
    return row;
}

/// That of the latest session before this one that has it.
template <class Find>
[[nodiscard]] auto latest(const std::vector<Session>& earlier, const Find& find)
    -> decltype(find(earlier.front())) {
    for (auto each = earlier.rbegin(); each != earlier.rend(); ++each) {
        if (const auto* found = find(*each)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

void SessionInside::renderMeasures() {
    const auto& reference = clinic.reference();
    shown.motions.clear();
    for (const auto& motion : session.motions) {
        const auto* before =
            latest(earlier, [&](const Session& each) { return motionOf(each, motion.at); });
        shown.motions.push_back(rowOf(motion, before, reference));
    }
    shown.tests.clear();
    for (const auto& test : session.tests) {
        const auto* before =
            latest(earlier, [&](const Session& each) { return testOf(each, test.at); });
        shown.tests.push_back(rowOf(test, before, reference, clinic.profile().pressureUnit));
    }
}

} // namespace palpate::app
