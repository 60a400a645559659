// SPDX-License-Identifier: MIT
#include "app/Unfinished.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "storage/Store.h"
#include "storage/UnfinishedTexts.h"

#include <string_view>
#include <utility>

namespace palpate::app {

namespace {

struct Stored {
    std::string_view place;
    const Uuid& about;
};

[[nodiscard]] Stored storedPlace(const UnfinishedPlace& place) {
    if (const auto* addendum = std::get_if<AddendumText>(&place)) {
        return {"addendum", addendum->session.value()};
    }
    if (const auto* reason = std::get_if<AddendumReason>(&place)) {
        return {"addendum.reason", reason->session.value()};
    }
    return {"contact", std::get<ContactText>(place).caseId.value()};
}

} // namespace

Unfinished unfinished(Clinic& clinic, const UnfinishedPlace& place) {
    require(clinic, Right::ReadRecords);
    const auto [name, about] = storedPlace(place);
    auto found = clinic.store().unfinishedTexts().find(name, about);
    if (!found) {
        return {};
    }
    const auto& zone = clinic.profile().timeZone;
    return {std::move(found->text), weekdayText(localDay(found->changedAt, zone)) + ", " +
                                        clockText(found->changedAt, zone)};
}

void keepUnfinished(Clinic& clinic, const UnfinishedPlace& place, const std::string& text) {
    require(clinic, Right::WriteRecords);
    const auto [name, about] = storedPlace(place);
    clinic.store().unfinishedTexts().keep(name, about, text);
}

} // namespace palpate::app
