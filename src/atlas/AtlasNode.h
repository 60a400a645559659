// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/MapContent.h"
#include "domain/Error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::atlas {

using Json = nlohmann::json;

// No sound atlas comes near these; a file beyond them is refused before it costs memory or time.
inline constexpr std::size_t kMostEntries = 10'000;
inline constexpr std::size_t kMostRings = 10'000;
inline constexpr std::size_t kMostPoints = 100'000;
inline constexpr double kLargestFrame = 10'000; // mm

/// One value of the file and the way to it. The way becomes text only when something is wrong.
class Node {
public:
    Node(const Json& value, std::string_view file) : value_{value}, file_{file} {}
    Node(const Json& value, const Node& parent, std::string_view name)
        : value_{value}, file_{parent.file_}, parent_{&parent}, name_{name} {}
    Node(const Json& value, const Node& parent, std::size_t index)
        : value_{value}, file_{parent.file_}, parent_{&parent}, index_{index} {}

    [[noreturn]] void fail(const char* sentence, std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {std::string{file_}, way()});
        throw DataError{{sentence, std::move(more)}};
    }

    [[nodiscard]] const Json& json() const noexcept { return value_; }
    [[nodiscard]] std::size_t size() const noexcept { return value_.size(); }
    [[nodiscard]] bool has(const char* key) const { return value_.contains(key); }

    void mustBeObject() const {
        if (!value_.is_object()) {
            fail(tr("The body atlas {1} is damaged: {2} must be an object with named entries."));
        }
    }
    void mustBeList(std::size_t most) const {
        if (!value_.is_array()) {
            fail(tr("The body atlas {1} is damaged: {2} must be a list."));
        }
        mustHoldAtMost(most);
    }
    void mustHoldAtMost(std::size_t most) const {
        if (value_.size() > most) {
            fail(tr("The body atlas {1} is damaged: {2} has more than {3} entries."),
                 {std::to_string(most)});
        }
    }
    /// The keys that must be there and those that may; any other is refused, since a misspelt one
    /// would be lost.
    void mustHold(std::initializer_list<const char*> required,
                  std::initializer_list<const char*> optional = {}) const {
        mustBeObject();
        for (const char* key : required) {
            if (!value_.contains(key)) {
                fail(tr("The body atlas {1} is damaged: {2} has no \"{3}\"."), {key});
            }
        }
        for (const auto& item : value_.items()) {
            const auto isIt = [&](const char* key) { return item.key() == key; };
            if (std::none_of(required.begin(), required.end(), isIt) &&
                std::none_of(optional.begin(), optional.end(), isIt)) {
                fail(tr("The body atlas {1} is damaged: {2} has an unknown entry \"{3}\"."),
                     {brief(item.key())});
            }
        }
    }
    /// The child must exist, as mustHold has made sure.
    [[nodiscard]] Node child(const char* key) const { return {value_.at(key), *this, key}; }

    [[nodiscard]] const std::string& text() const {
        if (!value_.is_string()) {
            fail(tr("The body atlas {1} is damaged: {2} must be a text."));
        }
        return value_.get_ref<const std::string&>();
    }
    [[nodiscard]] double number(double least, double most) const {
        const double number = value_.is_number() ? value_.get<double>() : std::nan("");
        if (!(number >= least && number <= most)) {
            fail(tr("The body atlas {1} is damaged: {2} must be a number from {3} to {4}."),
                 {shortText(least), shortText(most)});
        }
        return number;
    }
    [[nodiscard]] bool flag() const {
        if (!value_.is_boolean()) {
            fail(tr("The body atlas {1} is damaged: {2} must be true or false."));
        }
        return value_.get<bool>();
    }

private:
    /// A word of the file as a sentence can bear it: on one line, and not long.
    [[nodiscard]] static std::string brief(std::string_view word);
    [[nodiscard]] static std::string shortText(double number) {
        return std::to_string(static_cast<long long>(number));
    }
    /// "muscles, entry 12 (quadratus_lumborum R), views, posterior": where in the file this value
    /// is.
    [[nodiscard]] std::string way() const {
        if (parent_ == nullptr) {
            return "the file";
        }
        std::string own = name_.empty() ? "entry " + std::to_string(index_ + 1) : brief(name_);
        if (value_.is_object() && value_.contains("id") && value_["id"].is_string()) {
            own += " (" + brief(value_["id"].get_ref<const std::string&>());
            if (value_.contains("side") && value_["side"].is_string()) {
                own += " " + brief(value_["side"].get_ref<const std::string&>());
            }
            own += ")";
        }
        return parent_->parent_ == nullptr ? own : parent_->way() + ", " + own;
    }

    const Json& value_;
    std::string_view file_;
    const Node* parent_ = nullptr;
    std::string_view name_;
    std::size_t index_ = 0;
};

/// Calls with (Node) for each entry of a list.
template <class Do> void forEach(const Node& list, std::size_t most, Do todo) {
    list.mustBeList(most);
    for (std::size_t i = 0; i < list.size(); ++i) {
        todo(Node{list.json()[i], list, i});
    }
}
/// Calls with (Node, key) for each entry of an object.
template <class Do> void forEachNamed(const Node& object, Do todo) {
    object.mustBeObject();
    object.mustHoldAtMost(kMostEntries);
    for (const auto& item : object.json().items()) {
        const std::string key = item.key();
        todo(Node{item.value(), object, key}, key);
    }
}

/// At least `least` places, all within the frame.
[[nodiscard]] std::vector<Place> places(const Node& node, const ViewFrame& frame,
                                        std::size_t least);
[[nodiscard]] Place place(const Node& node, const ViewFrame& frame);
[[nodiscard]] Outline outline(const Node& node, const ViewFrame& frame, bool mayBeEmpty = false);
[[nodiscard]] std::vector<Polyline> polylines(const Node& node, const ViewFrame& frame);
[[nodiscard]] View viewNamed(const Node& node, std::string_view key);

} // namespace palpate::atlas
