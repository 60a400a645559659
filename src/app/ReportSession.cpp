// SPDX-License-Identifier: MIT
// What a report says of movement, and of the latest session beside its points.
#include "app/ReportParts.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>

namespace palpate::app {

namespace {

using Value = std::optional<double> RangeOfMotion::*;

/// One motion on one side over the sessions of a case: active where it ever was measured so.
struct MotionStory {
    MotionAt at;
    Value value = &RangeOfMotion::active;
    std::optional<double> first;
    std::optional<double> now; ///< in the latest session
};

[[nodiscard]] std::vector<MotionStory> motionsOf(const CaseStory& story) {
    std::vector<MotionStory> motions;
    for (const auto& session : story.sessions) {
        for (const auto& measured : session.motions) {
            if (std::ranges::count(motions, measured.at, &MotionStory::at) == 0) {
                motions.push_back({.at = measured.at});
            }
        }
    }
    for (auto& motion : motions) {
        const auto wasMeasured = [&](const Session& session) {
            const auto* measured = motionOf(session, motion.at);
            return measured != nullptr && measured->active;
        };
        if (std::ranges::none_of(story.sessions, wasMeasured)) {
            motion.value = &RangeOfMotion::passive;
        }
        for (const auto& session : story.sessions) {
            const auto* measured = motionOf(session, motion.at);
            motion.now = measured != nullptr ? measured->*motion.value : std::nullopt;
            motion.first = motion.first ? motion.first : motion.now;
        }
    }
    return motions;
}

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

[[nodiscard]] report::Fields motionRow(const MotionStory& motion, const std::string& joint,
                                       const reference::Reference& reference) {
    const auto* known = reference.motions().find(motion.at.motion);
    auto label = known != nullptr ? known->label : motion.at.motion.text();
    if (!joint.empty()) {
        label.erase(0, joint.size() + 1);
    }
    if (motion.at.side != Side::Middle) {
        label += " " + std::string{name(motion.at.side)};
    }
    if (motion.value == &RangeOfMotion::passive) {
        label = shown({tr("{1}, passive"), {label}});
    }
    const auto unit = known != nullptr ? known->unit : std::string{};
    const auto figure = [&](const std::optional<double>& value) {
        return value ? quantity(*value, unit) : std::string{tr("not measured")};
    };
    report::Fields row;
    row.set("motion", label).set("first", figure(motion.first)).set("now", figure(motion.now));
    if (known != nullptr) {
        const auto high = quantity(known->high, unit);
        row.set("usual", known->low == known->high ? high : plainNumber(known->low) + "–" + high);
    }
    return row;
}

/// "23 Nov 2026, 10:45–11:25; consent given; written 26 Nov 2026, 09:10; next visit Mon 30 Nov".
[[nodiscard]] std::string visitText(const Session& session) {
    const auto& zone = session.timeZone;
    std::vector<std::string> parts{
        dayText(localDay(session.startedAt, zone)) + ", " + clockText(session.startedAt, zone) +
        (session.endedAt ? "–" + clockText(*session.endedAt, zone) : std::string{})};
    if (session.consent == TodayConsent::Declined) {
        parts.emplace_back(tr("treatment declined by the patient"));
    }
    if (isLateEntry(session)) {
        parts.push_back(shown(
            {tr("late entry, written {1}, {2}"),
             {dayText(localDay(session.writtenAt, zone)), clockText(session.writtenAt, zone)}}));
    }
    if (session.nextVisit) {
        parts.push_back(shown({tr("next visit {1}"), {weekdayText(*session.nextVisit)}}));
    }
    return joined(parts, "; ");
}

/// Corrections of any session of the period: the figures above are of the sessions as signed.
[[nodiscard]] std::vector<report::Fields> addenda(const CaseStory& story) {
    std::vector<report::Fields> rows;
    for (const auto& session : story.sessions) {
        for (const auto& addendum : session.addenda) {
            const auto reason = addendum.reason.empty()
                                    ? std::string{}
                                    : shown({tr("Reason: {1}"), {asSentence(addendum.reason)}});
            report::Fields row;
            row.set("text", shown({tr("Addendum of {1} to the session of {2}: {3}"),
                                   {dayText(localDay(addendum.at, session.timeZone)),
                                    dayText(localDay(session.startedAt, session.timeZone)),
                                    paragraph({asSentence(addendum.text), reason})}}));
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace

void setMotions(report::Fields& fields, const CaseStory& story,
                const reference::Reference& reference) {
    const auto motions = motionsOf(story);
    const auto joint = commonJoint(motions, reference);
    std::vector<report::Fields> rows;
    for (const auto& motion : motions) {
        rows.push_back(motionRow(motion, joint, reference));
    }
    fields.setFlag("hasMotions", !rows.empty())
        .set("motionTitle", joint.empty() ? std::string{tr("Motion")} : joint)
        .setList("motions", std::move(rows));
}

void setLatestSession(report::Fields& fields, const CaseStory& story) {
    auto corrections = addenda(story);
    fields.set("visit", visitText(story.latest()))
        .setNote("treatment", noteOf(story.latest(), NotePart::Treatment).text)
        .setFlag("hasAddenda", !corrections.empty())
        .setList("addenda", std::move(corrections));
}

} // namespace palpate::app
