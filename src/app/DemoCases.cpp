// SPDX-License-Identifier: MIT
#include "app/DemoCases.h"

#include "app/DemoBody.h"
#include "app/DemoChance.h"

#include <array>
#include <string>
#include <string_view>

namespace palpate::app {

namespace {

constexpr auto kReferrers = std::to_array<std::string_view>(
    {"Dr H. Brandvold", "Dr P. Achterberg", "Dr L. Quennell", "Dr S. Vasile", "Dr N. Okwuosa",
     "company physician", "Dr T. Marchetti"});

[[nodiscard]] std::string sideWord(Side side) {
    return side == Side::Left ? ", left" : side == Side::Right ? ", right" : "";
}

} // namespace

Case inventedCase(DemoChance& chance, CaseId id, PatientId patient, const DemoTopic& topic,
                  Date day) {
    const auto& complaint = *topic.complaint;
    Case record{.id = id,
                .patient = patient,
                .complaint = {},
                .area = BodyArea::Any,
                .onset = {},
                .onsetNote = {},
                .diagnosisCode = {},
                .referrer = {},
                .goal = {},
                .status = CaseStatus::Open,
                .opened = day};
    record.complaint = std::string{complaint.words} + sideWord(topic.side);
    record.area = complaint.area;
    const int daysAgo = chance.happens(0.6) ? chance.between(3, 40) : chance.between(41, 700);
    if (chance.happens(0.7)) {
        record.onset = Date{std::chrono::sys_days{day} - std::chrono::days{daysAgo}};
    }
    record.onsetNote = chance.from(complaint.onset);
    record.diagnosisCode = chance.happens(0.85) ? topic.code : std::string{};
    record.referrer = chance.happens(0.35) ? std::string{chance.from(kReferrers)} : std::string{};
    record.goal = chance.from(complaint.goals);
    return record;
}

} // namespace palpate::app
