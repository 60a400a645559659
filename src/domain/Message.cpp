// SPDX-License-Identifier: MIT
#include "domain/Message.h"

namespace palpate {

namespace {

[[nodiscard]] std::string filled(const std::string& sentence,
                                 const std::vector<std::string>& arguments) {
    std::string out;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool isPlace = sentence[i] == '{' && i + 2 < sentence.size() &&
                             sentence[i + 1] >= '1' && sentence[i + 1] <= '9' &&
                             sentence[i + 2] == '}';
        const auto place = isPlace ? static_cast<std::size_t>(sentence[i + 1] - '1') : 0;
        if (isPlace && place < arguments.size()) {
            out += arguments[place];
            i += 2;
        } else {
            out += sentence[i];
        }
    }
    return out;
}

} // namespace

std::string shown(const Message& message) {
    return filled(message.id, message.arguments);
}

std::string shown(const Message& message, const Translator& translate) {
    return filled(translate(message.id), message.arguments);
}

} // namespace palpate
