// SPDX-License-Identifier: MIT
#include "domain/Session.h"

#include "domain/Named.h"

#include <algorithm>
#include <iterator>

namespace palpate {

namespace {

constexpr std::array kAuthorships{Authorship::Composed, Authorship::Written, Authorship::Copied};
constexpr std::array kTodayConsents{TodayConsent::Given, TodayConsent::Declined};
constexpr std::array kReactionGrades{ReactionGrade::None, ReactionGrade::Mild,
                                     ReactionGrade::Moderate, ReactionGrade::Severe};
constexpr std::array kCourses{Course::Worse, Course::Same, Course::Better, Course::Gone};

} // namespace

const NoteText& noteOf(const Session& session, NotePart part) noexcept {
    return session.note[static_cast<std::size_t>(part)];
}

const std::optional<PainScore>& painOf(const Session& session, PainMoment moment) noexcept {
    switch (moment) {
    case PainMoment::Now:
        return session.painNow;
    case PainMoment::Best:
        return session.painBest;
    case PainMoment::Worst:
        return session.painWorst;
    case PainMoment::After:
        break;
    }
    return session.painAfter;
}

const Finding* findingAt(const Session& session, const TriggerPointId& point) noexcept {
    const auto found =
        std::ranges::find(session.findings, point, [](const Finding& f) { return f.point.id; });
    return found == session.findings.end() ? nullptr : &*found;
}

const PainArea* painAreaOf(const Session& session, const PainAreaId& area) noexcept {
    const auto found = std::ranges::find(session.painAreas, area, &PainArea::id);
    return found == session.painAreas.end() ? nullptr : &*found;
}

std::vector<Treatment> treatmentsAt(const Session& session, const TriggerPointId& point) {
    std::vector<Treatment> out;
    std::ranges::copy_if(session.treatments, std::back_inserter(out),
                         [&](const Treatment& treatment) { return isAt(treatment, point); });
    return out;
}

const RangeOfMotion* motionOf(const Session& session, const MotionAt& at) noexcept {
    const auto found = std::ranges::find(session.motions, at, &RangeOfMotion::at);
    return found == session.motions.end() ? nullptr : &*found;
}

const TestResult* testOf(const Session& session, const TestAt& at) noexcept {
    const auto found = std::ranges::find(session.tests, at, &TestResult::at);
    return found == session.tests.end() ? nullptr : &*found;
}

const HomeCareItem* homeCareOf(const Session& session, const HomeCareKey& item) noexcept {
    const auto found = std::ranges::find(session.homeCare, item, &HomeCareItem::item);
    return found == session.homeCare.end() ? nullptr : &*found;
}

bool isLateEntry(const Session& session) noexcept {
    constexpr std::chrono::hours kSoon{4}; // a morning's notes are written at noon
    return session.writtenAt - session.startedAt > kSoon;
}

std::string_view name(TodayConsent consent) noexcept {
    return consent == TodayConsent::Given ? "given" : "declined";
}

std::optional<TodayConsent> parseTodayConsent(std::string_view text) noexcept {
    return named(kTodayConsents, text);
}

std::string_view name(ReactionGrade grade) noexcept {
    switch (grade) {
    case ReactionGrade::None:
        return "none";
    case ReactionGrade::Mild:
        return "mild";
    case ReactionGrade::Moderate:
        return "moderate";
    case ReactionGrade::Severe:
        break;
    }
    return "severe";
}

std::optional<ReactionGrade> parseReactionGrade(std::string_view text) noexcept {
    return named(kReactionGrades, text);
}

std::string_view name(NotePart part) noexcept {
    switch (part) {
    case NotePart::Subjective:
        return "subjective";
    case NotePart::Objective:
        return "objective";
    case NotePart::Assessment:
        return "assessment";
    case NotePart::Plan:
        return "plan";
    case NotePart::Treatment:
        break;
    }
    return "treatment";
}

std::optional<NotePart> parseNotePart(std::string_view text) noexcept {
    return named(kNoteParts, text);
}

std::string_view name(Authorship authorship) noexcept {
    switch (authorship) {
    case Authorship::Composed:
        return "composed";
    case Authorship::Written:
        return "written";
    case Authorship::Copied:
        break;
    }
    return "copied";
}

std::optional<Authorship> parseAuthorship(std::string_view text) noexcept {
    return named(kAuthorships, text);
}

std::string_view name(Course course) noexcept {
    switch (course) {
    case Course::Worse:
        return "worse";
    case Course::Same:
        return "same";
    case Course::Better:
        return "better";
    case Course::Gone:
        break;
    }
    return "gone";
}

std::optional<Course> parseCourse(std::string_view text) noexcept {
    return named(kCourses, text);
}

std::string_view name(PainMoment moment) noexcept {
    switch (moment) {
    case PainMoment::Now:
        return "now";
    case PainMoment::Best:
        return "best";
    case PainMoment::Worst:
        return "worst";
    case PainMoment::After:
        break;
    }
    return "after";
}

std::optional<PainMoment> parsePainMoment(std::string_view text) noexcept {
    return named(kPainMoments, text);
}

} // namespace palpate
