// SPDX-License-Identifier: MIT
#include "report/PageFeet.h"

#include <iterator>
#include <memory>
#include <unordered_set>
#include <utility>

namespace palpate::report {
namespace {

constexpr double kAboveRule = 2.6;
constexpr double kBelowRule = 1.2;
constexpr double kBetween = 0.4;
constexpr double kRuleLength = 32;

void collectMarks(const Strips& strips, std::unordered_set<std::string>& into) {
    for (const Strip& strip : strips) {
        for (const Strip::NoteMark& mark : strip.noteMarks) {
            into.insert(mark.mark);
        }
        for (const Strip::Column& column : strip.columns) {
            collectMarks(column.strips, into);
        }
    }
}

drawing::Shape ruleAt(double y, const drawing::Stroke& stroke) {
    const auto path = std::make_shared<drawing::Path>();
    path->contours.push_back({{{0, y}, {kRuleLength, y}}, false});
    return drawing::PathShape{path, std::nullopt, stroke};
}

} // namespace

PageFeet::PageFeet(std::vector<SmallPrint> lines, const Strips& strips, const drawing::Stroke& rule)
    : rule_{rule} {
    std::unordered_set<std::string> met;
    collectMarks(strips, met);
    lines_.reserve(lines.size());
    for (SmallPrint& line : lines) {
        const bool isMet =
            met.contains(line.mark) && byMark_.emplace(line.mark, lines_.size()).second;
        lines_.push_back({std::move(line), Stage::Open, isMet});
    }
}

PageFeet::Numbers PageFeet::broughtBy(std::span<const Strip> strips) const {
    Numbers brought;
    for (const Strip& strip : strips) {
        add(strip, brought);
    }
    return brought;
}

void PageFeet::add(const Strip& strip, Numbers& into) const {
    const auto addOpen = [&](std::size_t number) {
        if (lines_[number].stage == Stage::Open) {
            into.insert(number);
        }
    };
    for (const Strip::NoteMark& mark : strip.noteMarks) {
        if (const auto found = byMark_.find(mark.mark); found != byMark_.end()) {
            addOpen(found->second);
        }
    }
    for (const std::size_t number : strip.smallPrint) {
        if (!lines_[number].isMet) {
            addOpen(number);
        }
    }
    for (const Strip::Column& column : strip.columns) {
        for (const Strip& inner : column.strips) {
            add(inner, into);
        }
    }
}

double PageFeet::heightWith(const Numbers& more) const {
    Numbers all = onPage_;
    all.insert(more.begin(), more.end());
    if (all.empty()) {
        return 0;
    }
    double height = kAboveRule + kBelowRule + kBetween * static_cast<double>(all.size() - 1);
    for (const std::size_t number : all) {
        height += heightOf(lines_[number].print.lines);
    }
    return height;
}

void PageFeet::join(const Numbers& lines, double room) {
    for (const std::size_t number : lines) {
        const bool fits = heightWith({number}) <= room;
        lines_[number].stage = fits ? Stage::OnPage : Stage::Waiting;
        if (fits) {
            onPage_.insert(number);
        }
    }
}

Strip PageFeet::take() {
    Strip foot;
    if (onPage_.empty()) {
        return foot;
    }
    foot.height = heightWith();
    foot.shapes.push_back(ruleAt(kAboveRule, rule_));
    double y = kAboveRule + kBelowRule;
    for (const std::size_t number : std::exchange(onPage_, {})) {
        y = placeAll(std::move(lines_[number].print.lines), 0, y, foot) + kBetween;
        lines_[number].stage = Stage::Taken;
    }
    return foot;
}

Strips PageFeet::takeWaiting() {
    Strips waiting;
    for (Line& line : lines_) {
        if (line.stage == Stage::Waiting) {
            line.stage = Stage::Taken;
            std::move(line.print.lines.begin(), line.print.lines.end(),
                      std::back_inserter(waiting));
        }
    }
    return waiting;
}

} // namespace palpate::report
