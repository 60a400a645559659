// SPDX-License-Identifier: MIT
#include "domain/Case.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <array>

namespace palpate {

namespace {

constexpr std::size_t kFieldLimit = 500;
constexpr std::array kStatuses{CaseStatus::Open, CaseStatus::Discharged, CaseStatus::ReferredOn};
constexpr std::array kAreas{BodyArea::Any,       BodyArea::LowBack, BodyArea::Neck,
                            BodyArea::Shoulder,  BodyArea::Hip,     BodyArea::Knee,
                            BodyArea::AnkleFoot, BodyArea::Headache};

} // namespace

std::vector<Message> problems(const Case& record, Date today) {
    std::vector<Message> out;
    if (trimmed(record.complaint).empty()) {
        out.push_back({tr("Complaint: is missing; say in a few words what hurts."), {}});
    }
    checkText(out, tr("Complaint"), record.complaint, kFieldLimit);
    checkText(out, tr("Onset"), record.onsetNote, kFieldLimit);
    checkText(out, tr("Diagnosis"), record.diagnosisCode, kFieldLimit);
    checkText(out, tr("Referrer"), record.referrer, kFieldLimit);
    checkText(out, tr("Goal"), record.goal, kFieldLimit);
    if (record.onset && (!record.onset->ok() || *record.onset > today)) {
        out.push_back({tr("Onset: lies in the future; check the date."), {}});
    }
    return out;
}

std::string_view name(CaseStatus status) noexcept {
    switch (status) {
    case CaseStatus::Open:
        return "open";
    case CaseStatus::Discharged:
        return "discharged";
    case CaseStatus::ReferredOn:
        break;
    }
    return "referred_on";
}

std::optional<CaseStatus> parseCaseStatus(std::string_view text) noexcept {
    return named(kStatuses, text);
}

std::string_view name(BodyArea area) noexcept {
    switch (area) {
    case BodyArea::Any:
        return "any";
    case BodyArea::LowBack:
        return "low_back";
    case BodyArea::Neck:
        return "neck";
    case BodyArea::Shoulder:
        return "shoulder";
    case BodyArea::Hip:
        return "hip";
    case BodyArea::Knee:
        return "knee";
    case BodyArea::AnkleFoot:
        return "ankle_foot";
    case BodyArea::Headache:
        break;
    }
    return "headache";
}

std::optional<BodyArea> parseBodyArea(std::string_view text) noexcept {
    return named(kAreas, text);
}

} // namespace palpate
