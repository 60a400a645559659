// SPDX-License-Identifier: MIT
#include "app/LocalDay.h"

#include "domain/Error.h"

#include <date/tz.h>

namespace palpate::app {

Instant startOf(Date day, const std::string& zone) {
    return momentIn(day, std::chrono::minutes{0}, zone);
}

Instant momentIn(Date day, std::chrono::minutes time, const std::string& zone, Doubled which) {
    const auto days = std::chrono::sys_days{day}.time_since_epoch();
    const date::local_seconds local{std::chrono::duration_cast<std::chrono::seconds>(days) + time};
    try {
        const auto instant = date::locate_zone(zone)->to_sys(
            local, which == Doubled::First ? date::choose::earliest : date::choose::latest);
        return Instant{instant.time_since_epoch()};
    } catch (const std::runtime_error&) {
        throw DataError{
            {tr("The time zone {1} is not known; choose another in the clinic's settings."),
             {zone}}};
    }
}

Date dayAfter(Date day) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{1}};
}

} // namespace palpate::app
