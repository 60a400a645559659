// SPDX-License-Identifier: MIT
#include "domain/Error.h"

#include <new>

namespace palpate {

Error::Error(Message message) : std::runtime_error{shown(message)}, message_{std::move(message)} {}

std::string describe(const std::exception& error, const Translator& translate) {
    if (const auto* ours = dynamic_cast<const Error*>(&error)) {
        return shown(ours->message(), translate);
    }
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) {
        return shown(
            {tr("The computer has no memory left for this; close other programs and try again."),
             {}},
            translate);
    }
    return shown({tr("Something unexpected happened: {1}."), {error.what()}}, translate);
}

std::string describe(const std::exception& error) {
    return describe(error, [](const std::string& id) { return id; });
}

} // namespace palpate
