// SPDX-License-Identifier: MIT
#include "app/MeasurePresenter.h"

#include "app/Clinic.h"
#include "app/MotionLine.h"
#include "app/SessionInside.h"
#include "app/TypedWords.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

constexpr std::size_t kChoices = 12; // asked back when a line leaves something open

/// How tests.json and rom.json call the part of the body that a case is about; empty: neither does.
struct AreaWords {
    std::string_view tests;
    std::vector<std::string_view> joints;
};
[[nodiscard]] AreaWords wordsFor(BodyArea area) {
    switch (area) {
    case BodyArea::LowBack:
        return {"low_back", {"lumbar", "thoracolumbar"}};
    case BodyArea::Neck:
    case BodyArea::Headache:
        return {"neck", {"cervical"}};
    case BodyArea::Shoulder:
        return {"shoulder", {"shoulder"}};
    case BodyArea::Hip:
        return {"hip", {"hip"}};
    case BodyArea::Knee:
        return {"knee", {"knee"}};
    case BodyArea::AnkleFoot:
        return {"ankle_foot", {"ankle", "foot"}};
    case BodyArea::Any:
        break;
    }
    return {};
}

/// Collects choices, each once, until there are enough.
class Choices {
public:
    explicit Choices(std::size_t limit) : limit_{limit} {}
    [[nodiscard]] bool full() const noexcept { return made_.size() >= limit_; }
    void add(const MotionChoice& choice) {
        const bool known = std::ranges::any_of(
            made_, [&](const MeasureChoice& each) { return each.insert == choice.line; });
        if (!known && !full()) {
            made_.push_back({choice.label, choice.line});
        }
    }
    [[nodiscard]] std::vector<MeasureChoice> take() { return std::move(made_); }

private:
    std::size_t limit_;
    std::vector<MeasureChoice> made_;
};

/// "60°, passive 65°, pain 4"
[[nodiscard]] std::string valuesText(const RangeOfMotion& motion,
                                     const reference::Reference& reference) {
    std::string text;
    const auto add = [&](const Message& value) {
        text += (text.empty() ? "" : ", ") + palpate::shown(value);
    };
    const auto value = [&](double measured) {
        return motionValueText(motion.at.motion, measured, reference);
    };
    if (motion.active) {
        add({tr("{1}"), {value(*motion.active)}});
    }
    if (motion.passive) {
        add({tr("passive {1}"), {value(*motion.passive)}});
    }
    if (motion.pain) {
        add({tr("pain {1}"), {std::to_string(motion.pain->value())}});
    }
    return text;
}

/// A second line about the same motion. What it measures for the first time comes beside what is
/// there: active now, passive then. Measured again, the old one with its pain is no longer what was
/// found. Pain alone measures nothing: it corrects the pain of the measurement.
[[nodiscard]] RangeOfMotion measuredAfter(const RangeOfMotion& before, RangeOfMotion now) {
    const bool painOnly = !now.active && !now.passive;
    const bool again = (now.active && before.active) || (now.passive && before.passive) ||
                       (now.pain && before.pain);
    if (again && !painOnly) {
        return now;
    }
    now.active = now.active ? now.active : before.active;
    now.passive = now.passive ? now.passive : before.passive;
    now.pain = now.pain ? now.pain : before.pain;
    now.note = now.note.empty() ? before.note : now.note;
    return now;
}

/// Whether something that was there is no longer as it was.
[[nodiscard]] bool hasReplaced(const RangeOfMotion& before, const RangeOfMotion& now) noexcept {
    return (before.active && now.active != before.active) ||
           (before.passive && now.passive != before.passive) ||
           (before.pain && now.pain != before.pain);
}

} // namespace

QuickAnswer MeasurePresenter::record(const std::string& line, std::optional<std::size_t> choice) {
    inside_.requireDraft();
    const auto& reference = inside_.clinic.reference();
    const auto& map = inside_.clinic.map();
    const auto unit = inside_.clinic.profile().pressureUnit;
    auto read = parseMotionLine(line, reference, map, unit);
    if (choice || !read.isClear()) {
        const auto choices = motionChoices(line, reference, map, kChoices); // as they were shown
        if (choice && *choice < choices.size()) {
            read = parseMotionLine(choices[*choice].line, reference, map, unit);
        } else if (!choices.empty()) {
            QuickAnswer ask;
            ask.message = read.problem ? palpate::shown(*read.problem)
                                       : std::string{tr("Which one is meant?")};
            for (const auto& each : choices) {
                ask.choices.push_back(each.label);
            }
            return ask;
        }
    }
    if (!read.isClear()) {
        return {.done = false,
                .message = read.problem
                               ? palpate::shown(*read.problem)
                               : std::string{tr("Type what was measured, as in: lx rot r 22")},
                .choices = {}};
    }
    QuickAnswer answer{.done = true, .message = {}, .choices = {}};
    if (const auto* motion = std::get_if<RangeOfMotion>(&read.entry)) {
        auto measured = *motion;
        std::string was;
        if (const auto* before = motionOf(inside_.session, measured.at)) {
            measured = measuredAfter(*before, std::move(measured));
            was = hasReplaced(*before, measured) ? valuesText(*before, reference) : was;
        }
        const auto label = motionLabel(measured.at, reference);
        const auto values = valuesText(measured, reference);
        answer.message =
            palpate::shown(was.empty() ? Message{tr("{1}: {2}"), {label, values}}
                                       : Message{tr("{1}: {2} (was {3})"), {label, values, was}});
        put(measured);
    } else {
        auto result = std::get<TestResult>(read.entry);
        if (const auto* before = testOf(inside_.session, result.at);
            before != nullptr && result.note.empty()) {
            result.note = before->note;
        }
        answer.message = palpate::shown(
            {tr("{1}: {2}"),
             {testLabel(result.at, reference), testResultText(result, reference, unit)}});
        put(result);
    }
    return answer;
}

std::vector<MeasureChoice> MeasurePresenter::choicesFor(const std::string& typed,
                                                        std::size_t limit) const {
    const auto& reference = inside_.clinic.reference();
    const auto& map = inside_.clinic.map();
    Choices choices{limit};
    if (!trimmed(typed).empty()) {
        for (const auto& each : motionChoices(typed, reference, map, limit)) {
            choices.add(each);
        }
        return choices.take();
    }
    const auto offer = [&](const std::string& words, std::size_t atMost) {
        for (const auto& each : motionChoices(words, reference, map, atMost)) {
            choices.add(each);
        }
    };
    if (const auto* last = inside_.previous()) { // what is to be compared comes first
        for (const auto& motion : last->motions) {
            offer(motionLabel(motion.at, reference), 1);
        }
        for (const auto& test : last->tests) {
            offer(testLabel(test.at, reference), 1);
        }
    }
    const auto words = wordsFor(inside_.caseArea);
    for (const auto& motion : reference.motions().all()) {
        if (std::ranges::count(words.joints, motion.joint) > 0 && !choices.full()) {
            offer(motion.label, motion.sided ? 2 : 1);
        }
    }
    for (const auto& test : reference.tests().all()) {
        if (!words.tests.empty() && test.region == words.tests && !choices.full()) {
            offer(test.name, test.sided ? 2 : 1);
        }
    }
    return choices.take();
}

void MeasurePresenter::put(const RangeOfMotion& motion) {
    inside_.requireDraft();
    if (auto problem = inside_.clinic.reference().motions().problem(motion)) {
        throw EditRefused{*std::move(problem)};
    }
    inside_.commit({PutMotion{motion}});
    inside_.tell();
}

void MeasurePresenter::put(const TestResult& test) {
    inside_.requireDraft();
    const auto& reference = inside_.clinic.reference();
    if (auto problem = reference.tests().problem(test, reference.joints())) {
        throw EditRefused{*std::move(problem)};
    }
    inside_.commit({PutTest{test}});
    inside_.tell();
}

void MeasurePresenter::remove(MotionAt at) {
    inside_.commit({RemoveMotion{std::move(at)}});
    inside_.tell();
}

void MeasurePresenter::remove(TestAt at) {
    inside_.commit({RemoveTest{std::move(at)}});
    inside_.tell();
}

} // namespace palpate::app
