// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Finding.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace palpate::storage {

/// A line, or a part of one, that is not as `textOf` writes it. Never leaves StepText.cpp.
struct Malformed {};

template <class Value> [[nodiscard]] Value required(std::optional<Value> value) {
    if (!value) {
        throw Malformed{};
    }
    return std::move(*value);
}

/// The words of one line, taken one after the other.
class Words {
public:
    explicit Words(std::string_view line) : rest_{line} {}

    /// Up to the next blank, which must be there unless the line ends.
    [[nodiscard]] std::string_view next() {
        if (isAtEnd_) {
            throw Malformed{};
        }
        const auto end = rest_.find(' ');
        const auto word = rest_.substr(0, end);
        isAtEnd_ = end == std::string_view::npos;
        rest_.remove_prefix(isAtEnd_ ? rest_.size() : end + 1);
        return word;
    }
    /// All that is left.
    [[nodiscard]] std::string_view rest() {
        if (isAtEnd_) {
            throw Malformed{};
        }
        isAtEnd_ = true;
        return rest_;
    }
    void end() const {
        if (!isAtEnd_) {
            throw Malformed{};
        }
    }

    /// What `parse` makes of the next word, "-": empty.
    template <class Parse> [[nodiscard]] auto optional(Parse parse) -> decltype(parse("")) {
        const auto word = next();
        if (word == "-") {
            return {};
        }
        return required(parse(word));
    }
    template <class Parse> [[nodiscard]] auto value(Parse parse) { return required(parse(next())); }

    template <class IdType> [[nodiscard]] IdType id() { return value(IdType::parse); }
    template <class KeyType> [[nodiscard]] KeyType key() { return value(KeyType::from); }
    [[nodiscard]] bool either(std::string_view no, std::string_view yes) {
        const auto word = next();
        if (word != no && word != yes) {
            throw Malformed{};
        }
        return word == yes;
    }
    [[nodiscard]] Sign sign() { return optional(parseSign).value_or(Sign::NotAssessed); }
    template <class Score> [[nodiscard]] std::optional<Score> score() {
        return optional([](std::string_view word) {
            const auto number = parseNumber<int>(word);
            return number ? Score::from(*number) : std::nullopt;
        });
    }
    template <class Number> [[nodiscard]] Number number() { return value(parseNumber<Number>); }
    /// The free text that ends a line: `escaped` turned back.
    [[nodiscard]] std::string text();
    /// `oneWord` turned back.
    [[nodiscard]] std::string textWord();

    template <class Number>
    [[nodiscard]] static std::optional<Number> parseNumber(std::string_view word) {
        Number number{};
        const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
        return failure == std::errc{} && end == word.data() + word.size() ? std::optional{number}
                                                                          : std::nullopt;
    }

private:
    std::string_view rest_;
    bool isAtEnd_ = false;
};

/// Empty unless the word is a number that can be kept.
[[nodiscard]] std::optional<double> finiteNumber(std::string_view word);
[[nodiscard]] std::optional<Layer> parseLayer(std::string_view word);

} // namespace palpate::storage
