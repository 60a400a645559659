// SPDX-License-Identifier: MIT
// What a report says of movement.
#include "app/ReportParts.h"
#include "app/ReportPlainWords.h"
#include "app/SentenceWords.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace palpate::app {

namespace {

/// The joint that all motions are of, as a heading: "Lumbar"; empty when there are several.
[[nodiscard]] std::string commonJoint(const std::vector<MotionStory>& motions,
                                      const reference::Reference& reference) {
    std::string joint;
    for (const auto& motion : motions) {
        const auto* known = reference.motions().find(motion.at.motion);
        const auto own = known != nullptr ? capitalised(known->joint) : std::string{};
        const bool isNamed = known != nullptr && known->label.starts_with(own + " ");
        if (!isNamed || (!joint.empty() && joint != own)) {
            return {};
        }
        joint = own;
    }
    return joint;
}

[[nodiscard]] std::optional<double> valueOf(const Session& session, const MotionStory& motion) {
    const auto* measured = motionOf(session, motion.at);
    return measured == nullptr ? std::nullopt
           : motion.isPassive  ? measured->passive
                               : measured->active;
}

/// "10° more"; empty unless it was measured in the latest session and in one before.
[[nodiscard]] std::string changeText(const MotionStory& motion, const CaseStory& story,
                                     const std::string& unit) {
    const auto earlier = std::span{story.sessions}.first(story.sessions.size() - 1);
    const bool wasBefore = std::ranges::any_of(
        earlier, [&](const Session& session) { return valueOf(session, motion).has_value(); });
    if (!motion.now || !wasBefore) {
        return {};
    }
    const auto change = *motion.now - *motion.first;
    return change == 0 ? std::string{tr("the same")}
                       : shown({change > 0 ? tr("{1} more") : tr("{1} less"),
                                {quantity(std::abs(change), unit)}});
}

[[nodiscard]] report::Fields motionRow(const MotionStory& motion, const std::string& joint,
                                       const CaseStory& story,
                                       const reference::Reference& reference) {
    const auto* known = reference.motions().find(motion.at.motion);
    auto label = known != nullptr ? known->label : motion.at.motion.text();
    if (!joint.empty()) {
        label.erase(0, joint.size() + 1);
    }
    if (motion.at.side != Side::Middle) {
        label += " " + std::string{name(motion.at.side)};
    }
    if (motion.isPassive) {
        label = shown({tr("{1}, passive"), {label}});
    }
    const auto unit = known != nullptr ? known->unit : std::string{};
    const auto figure = [&](const std::optional<double>& value) {
        return value ? quantity(*value, unit) : std::string{tr("not measured")};
    };
    report::Fields row;
    row.set("motion", label)
        .set("plain", label)
        .set("first", figure(motion.first))
        .set("now", figure(motion.now))
        .set("change", changeText(motion, story, unit));
    if (known != nullptr) {
        const auto plain = plainMotion(*known, motion.at.side);
        row.set("plain", motion.isPassive ? shown({tr("{1}, moved by us"), {plain}}) : plain);
        const auto high = quantity(known->high, unit);
        row.set("usual", known->low == known->high ? high : plainNumber(known->low) + "–" + high);
    }
    return row;
}

} // namespace

std::vector<MotionStory> motionsOf(const CaseStory& story) {
    std::vector<MotionStory> motions;
    for (const auto& session : story.sessions) {
        for (const auto& measured : session.motions) {
            if (std::ranges::count(motions, measured.at, &MotionStory::at) == 0) {
                motions.push_back({.at = measured.at});
            }
        }
    }
    for (auto& motion : motions) {
        const auto wasActive = [&](const Session& session) {
            const auto* measured = motionOf(session, motion.at);
            return measured != nullptr && measured->active;
        };
        motion.isPassive = std::ranges::none_of(story.sessions, wasActive);
        for (const auto& session : story.sessions) {
            motion.now = valueOf(session, motion);
            motion.first = motion.first ? motion.first : motion.now;
        }
    }
    return motions;
}

std::string rangeSources(const std::vector<MotionStory>& motions,
                         const reference::Reference& reference) {
    std::vector<std::string> cited;
    std::vector<SourceKey> keys;
    for (const auto& motion : motions) {
        const auto* known = reference.motions().find(motion.at.motion);
        if (known == nullptr) {
            continue;
        }
        for (const auto& key : known->sources) {
            const auto* source = reference.sources().find(key);
            if (source == nullptr || std::ranges::count(keys, key) > 0) {
                continue;
            }
            keys.push_back(key);
            const auto words = shortCitation(source->citation);
            if (std::ranges::count(cited, words) == 0) {
                cited.push_back(words);
            }
        }
    }
    if (cited.empty()) {
        return {};
    }
    const auto words = shown({tr("usual range in adults: {1}"), {joined(cited, "; ")}});
    return reference.sources().warningFor(keys)
               ? shown({tr("{1} (source not yet checked)"), {words}})
               : words;
}

void setMotions(report::Fields& fields, const CaseStory& story,
                const reference::Reference& reference, const std::string& sourceMark) {
    const auto motions = motionsOf(story);
    const auto joint = commonJoint(motions, reference);
    std::vector<report::Fields> rows;
    for (const auto& motion : motions) {
        rows.push_back(motionRow(motion, joint, story, reference));
    }
    fields.setFlag("hasMotions", !rows.empty())
        .set("motionTitle", joint.empty() ? std::string{tr("Motion")} : joint)
        .set("motionSource", sourceMark)
        .setList("motions", std::move(rows));
}

} // namespace palpate::app
