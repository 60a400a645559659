// SPDX-License-Identifier: MIT
#include "domain/Amendment.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <algorithm>
#include <array>

namespace palpate {

namespace {

constexpr std::array kKinds{AmendmentStepKind::Accepted, AmendmentStepKind::Refused,
                            AmendmentStepKind::Extended, AmendmentStepKind::Disagreement};
constexpr std::size_t kLongest = 20'000;

[[nodiscard]] bool isAnswer(const AmendmentStep& step) {
    return step.kind == AmendmentStepKind::Accepted || step.kind == AmendmentStepKind::Refused;
}

/// What of the step does not follow what was answered before; nullptr: it does.
[[nodiscard]] const char* outOfOrder(const AmendmentStep& step, const Amendment& amendment) {
    const auto* answer = amendment.answer();
    switch (step.kind) {
    case AmendmentStepKind::Accepted:
    case AmendmentStepKind::Refused:
        return answer == nullptr ? nullptr
                                 : tr("Answer: this request was answered already; nothing of an "
                                      "answer is changed any more.");
    case AmendmentStepKind::Extended:
        if (answer != nullptr) {
            return tr("More time: this request was answered already.");
        }
        return amendment.isExtended() ? tr("More time: it was extended once already; answer it.")
                                      : nullptr;
    case AmendmentStepKind::Disagreement:
        break;
    }
    return answer != nullptr && answer->kind == AmendmentStepKind::Refused
               ? nullptr
               : tr("Disagreement: only a refusal can be disagreed with.");
}

[[nodiscard]] const char* textIsMissing(AmendmentStepKind kind) {
    switch (kind) {
    case AmendmentStepKind::Refused:
        return tr("Reason: is missing; say why the record stays as it is.");
    case AmendmentStepKind::Extended:
        return tr("Reason: is missing; say why more time is needed.");
    case AmendmentStepKind::Accepted:
    case AmendmentStepKind::Disagreement:
        break;
    }
    return tr("Statement: is missing; write down what the patient says to the refusal.");
}

} // namespace

const AmendmentStep* Amendment::answer() const noexcept {
    const auto found = std::ranges::find_if(steps, isAnswer);
    return found == steps.end() ? nullptr : &*found;
}

bool Amendment::isExtended() const noexcept {
    return std::ranges::find(steps, AmendmentStepKind::Extended, &AmendmentStep::kind) !=
           steps.end();
}

Date answerDue(const Amendment& amendment) {
    // Source: [CFR164526], (b)(2)
    constexpr std::chrono::days kToAnswer{60};
    constexpr std::chrono::days kMore{30};
    return std::chrono::sys_days{amendment.askedOn} + kToAnswer +
           (amendment.isExtended() ? kMore : std::chrono::days{0});
}

std::vector<Message> problems(const Amendment& amendment, Date today) {
    std::vector<Message> out;
    if (trimmed(amendment.wish).empty()) {
        out.push_back({tr("Request: is missing; write down what the patient asks for."), {}});
    }
    checkText(out, tr("Request"), amendment.wish, kLongest);
    if (!amendment.askedOn.ok()) {
        out.push_back({tr("Asked on: is not a day of the calendar."), {}});
    } else if (std::chrono::sys_days{amendment.askedOn} > std::chrono::sys_days{today}) {
        out.push_back({tr("Asked on: lies in the future; check the day."), {}});
    }
    return out;
}

std::vector<Message> problems(const AmendmentStep& step, const Amendment& amendment) {
    std::vector<Message> out;
    if (const auto* sentence = outOfOrder(step, amendment)) {
        out.push_back({sentence, {}});
    }
    if (step.kind != AmendmentStepKind::Accepted && trimmed(step.text).empty()) {
        out.push_back({textIsMissing(step.kind), {}});
    }
    checkText(out, step.kind == AmendmentStepKind::Disagreement ? tr("Statement") : tr("Reason"),
              step.text, kLongest);
    if (step.addendum && step.kind != AmendmentStepKind::Accepted) {
        out.push_back({tr("Addendum: belongs only to a request that was accepted."), {}});
    }
    return out;
}

std::string_view name(AmendmentStepKind kind) noexcept {
    switch (kind) {
    case AmendmentStepKind::Accepted:
        return "accepted";
    case AmendmentStepKind::Refused:
        return "refused";
    case AmendmentStepKind::Extended:
        return "extended";
    case AmendmentStepKind::Disagreement:
        break;
    }
    return "disagreement";
}

std::optional<AmendmentStepKind> parseAmendmentStepKind(std::string_view text) noexcept {
    return named(kKinds, text);
}

} // namespace palpate
