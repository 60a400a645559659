// SPDX-License-Identifier: MIT
#include "app/FormFields.h"

#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"

namespace palpate::app {

std::optional<Message> dayProblem(const char* field, const std::string& typed) {
    if (trimmed(typed).empty() || parseTypedDay(typed)) {
        return std::nullopt;
    }
    return Message{tr("{1}: is not a date; type it as 14.3.1980 or 1980-03-14."), {field}};
}

void addDayProblem(std::vector<Message>& all, const char* field, const std::string& typed) {
    if (const auto problem = dayProblem(field, typed)) {
        all.push_back(*problem);
    }
}

void refuseWith(const std::vector<Message>& problems) {
    if (!problems.empty()) {
        throw EditRefused{problems.front()};
    }
}

} // namespace palpate::app
