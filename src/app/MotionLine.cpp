// SPDX-License-Identifier: MIT
#include "app/MotionLine.h"

#include "app/MotionReader.h"
#include "app/Words.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

constexpr std::size_t kNamed = 4; // of those that may be meant, in a sentence

[[nodiscard]] Message notUnderstood(const std::string& words) {
    return {tr("“{1}” was not understood; type it as in: {2}"), {words, kMotionExample}};
}

[[nodiscard]] Message whichOf(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i) {
        list += (i == 0 ? "" : "; ") + names[i];
    }
    return names.size() > kNamed ? Message{tr("Which is meant: {1} or one of {2} more?"),
                                           {list, std::to_string(names.size() - kNamed)}}
                                 : Message{tr("Which is meant: {1}?"), {list}};
}

/// What one reading of the line comes to.
struct Outcome {
    MotionLine line;
    std::string name; ///< "Straight-leg raise (test)"
};

class Composer {
public:
    Composer(const MotionReader& reader, const reference::Reference& reference)
        : reader_{reader}, reference_{reference} {}

    [[nodiscard]] MotionLine line() const {
        if (reader_.isBlank()) {
            return {};
        }
        if (reader_.mistake) {
            return {.entry = {}, .problem = reader_.mistake};
        }
        std::vector<Outcome> outcomes;
        for (const auto* motion : reader_.motions) {
            outcomes.push_back({motionLine(*motion), motion->label});
        }
        for (const auto* test : reader_.tests) {
            outcomes.push_back(
                {testLine(*test), reader_.motions.empty()
                                      ? test->name
                                      : palpate::shown({tr("{1} (test)"), {test->name}})});
        }
        if (outcomes.empty()) {
            return {.entry = {}, .problem = nothingFound()};
        }
        if (outcomes.size() == 1) {
            return outcomes.front().line;
        }
        std::vector<std::string> names;
        for (const auto& outcome : outcomes) {
            names.push_back(outcome.name);
        }
        return {.entry = {}, .problem = whichOf(names)};
    }

private:
    [[nodiscard]] Message nothingFound() const {
        return reader_.unknown.empty()
                   ? Message{tr("Name a motion or a test, as in: {1}"), {kMotionExample}}
                   : Message{tr("No motion or test is called “{1}”; type it as in: {2}"),
                             {joined(reader_.unknown), kMotionExample}};
    }

    [[nodiscard]] MotionLine motionLine(const reference::KnownMotion& motion) const {
        RangeOfMotion measured{.at = {motion.key, reader_.side.value_or(Side::Middle)},
                               .active = reader_.active,
                               .passive = reader_.passive,
                               .pain = reader_.pain};
        const auto refused = [](Message why) {
            return MotionLine{.entry = {}, .problem = std::move(why)};
        };
        auto left = reader_.unknown;
        left.insert(left.end(), reader_.results.begin(), reader_.results.end());
        if (!left.empty()) {
            return refused(notUnderstood(joined(left)));
        }
        if (motion.sided && !reader_.side) {
            return refused({tr("Left or right: {1}?"), {motion.label}});
        }
        if (!measured.active && !measured.passive && !measured.pain) {
            return refused(
                {tr("{1} needs a value, as in: {2}"), {motion.label, reader_.example(motion)}});
        }
        if (!reader_.unit.empty() && reader_.unit != motion.unit) {
            return refused({tr("{1} is measured in {2}, not in {3}."),
                            {motion.label, motion.unit, reader_.unit}});
        }
        if (auto wrong = reference_.motions().problem(measured)) {
            return refused(*std::move(wrong));
        }
        return {.entry = std::move(measured), .problem = {}};
    }

    [[nodiscard]] MotionLine testLine(const reference::KnownTest& test) const {
        auto read = reader_.resultOf(test);
        if (read.problem) {
            return {.entry = {}, .problem = std::move(read.problem)};
        }
        if (auto wrong = reference_.tests().problem(read.result, reference_.joints())) {
            return {.entry = {}, .problem = std::move(wrong)};
        }
        return {.entry = std::move(read.result), .problem = {}};
    }

    const MotionReader& reader_;
    const reference::Reference& reference_;
};

} // namespace

MotionLine parseMotionLine(std::string_view text, const reference::Reference& reference,
                           const atlas::BodyMap& map, PressureUnit pressure) {
    MotionReader reader{reference, map, pressure};
    reader.read(text);
    return Composer{reader, reference}.line();
}

std::vector<MotionChoice> motionChoices(std::string_view text,
                                        const reference::Reference& reference,
                                        const atlas::BodyMap& map, std::size_t limit) {
    MotionReader reader{reference, map, PressureUnit::Kilopascals};
    reader.read(text);
    return reader.mistake ? std::vector<MotionChoice>{} : reader.choices(limit);
}

} // namespace palpate::app
