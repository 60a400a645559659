// SPDX-License-Identifier: MIT
#include "storage/Canonical.h"
#include "storage/LineWords.h"

namespace palpate::storage {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

[[nodiscard]] std::string optional(const std::optional<double>& value, NumberText number) {
    return value ? number(*value) : "-";
}

[[nodiscard]] std::string optional(const std::optional<int>& value) {
    return value ? std::to_string(*value) : "-";
}

template <class Tag>
[[nodiscard]] std::string optional(const std::optional<ZeroToTen<Tag>>& value) {
    return value ? std::to_string(value->value()) : "-";
}

[[nodiscard]] std::string siteText(const std::optional<TestSite>& site) {
    if (!site) {
        return "- -";
    }
    return std::visit(Overloaded{[](const RegionKey& region) { return "region " + region.text(); },
                                 [](const MuscleKey& muscle) { return "muscle " + muscle.text(); },
                                 [](const JointKey& joint) { return "joint " + joint.text(); }},
                      *site);
}

} // namespace

std::string oneWord(std::string_view text) {
    if (text.empty()) {
        return "-";
    }
    if (text == "-") {
        return "\\-";
    }
    std::string out;
    for (const char c : escaped(text)) {
        if (c == ' ') {
            out += "\\s";
        } else {
            out += c;
        }
    }
    return out;
}

std::string placeText(const MotionAt& at) {
    return joined({at.motion.text(), name(at.side)});
}

std::string placeText(const TestAt& at) {
    return joined({at.test.text(), oneWord(at.part), name(at.side), siteText(at.site)});
}

std::string lineOf(const CheckIn& c, NumberText number) {
    return joined({"check_in", optional(c.sleepHours, number), optional(c.stress),
                   optional(c.waterLitres, number), optional(c.sittingHours, number),
                   optional(c.activeDays), optional(c.homeCareDays)});
}

std::string lineOf(const RangeOfMotion& motion, NumberText number) {
    return joined({"motion", placeText(motion.at), optional(motion.active, number),
                   optional(motion.passive, number), optional(motion.pain), escaped(motion.note)});
}

std::string lineOf(const TestResult& test, NumberText number) {
    const auto result = std::visit(
        Overloaded{[&](double measured) { return "number " + number(measured); },
                   [](const std::string& choice) { return "choice " + oneWord(choice); }},
        test.result);
    return joined(
        {"test", placeText(test.at), result, optional(test.also, number), escaped(test.note)});
}

std::string lineOf(const std::optional<TodayConsent>& consent) {
    return joined({"consent", consent ? name(*consent) : "-"});
}

std::string lineOf(const std::optional<Reaction>& reaction) {
    return reaction ? joined({"reaction", name(reaction->grade), escaped(reaction->what)})
                    : "reaction -";
}

std::string lineOf(const HomeCareItem& item) {
    return joined({"home_care", item.item.text(), escaped(item.dose)});
}

std::string nextVisitLine(const std::optional<Date>& visit) {
    return "next_visit " + day(visit);
}

} // namespace palpate::storage
