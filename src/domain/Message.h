// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

/// Marks a sentence for translation (xgettext --keyword=tr) and hands it on unchanged.
[[nodiscard]] constexpr const char* tr(const char* sentence) noexcept {
    return sentence;
}

/// A sentence for a person, chosen here and translated where it is shown. `id` is the English
/// sentence with numbered places {1}, {2} ...; arguments are filled in after translation.
struct Message {
    std::string id;
    std::vector<std::string> arguments;
    friend bool operator==(const Message&, const Message&) = default;
};

using Translator = std::function<std::string(const std::string& id)>;

/// The sentence with its arguments, in English.
[[nodiscard]] std::string shown(const Message& message);
/// The same in the translator's language.
[[nodiscard]] std::string shown(const Message& message, const Translator& translate);

} // namespace palpate
