// SPDX-License-Identifier: MIT
#include "JsonMutator.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

// libFuzzer's own mutation of bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace palpate::fuzz {

namespace {

using Json = nlohmann::ordered_json;

class Mutator {
public:
    Mutator(Json& root, unsigned seed) : root_{root}, chance_{seed} {}

    [[nodiscard]] std::size_t below(std::size_t limit) { return chance_() % limit; }
    template <class List> [[nodiscard]] auto& one(List& list) { return list[below(list.size())]; }

    void change() {
        collect(root_);
        auto& node = one(nodes_);
        switch (below(6)) {
        case 0:
            *node = strange();
            break;
        case 1:
            *node = Json(*one(nodes_)); // a copy: the other may lie within
            break;
        case 2:
            erase(*node);
            break;
        case 3:
            insert(*node);
            break;
        case 4:
            rename(*node);
            break;
        default:
            tweak(*node);
            break;
        }
        nodes_.clear();
        names_.clear();
    }

private:
    void collect(Json& node) {
        nodes_.push_back(&node);
        for (auto entry = node.begin(); node.is_structured() && entry != node.end(); ++entry) {
            if (node.is_object()) {
                names_.push_back(entry.key());
            }
            collect(*entry);
        }
    }
    [[nodiscard]] Json strange() {
        switch (below(12)) {
        case 0:
            return nullptr;
        case 1:
            return below(2) == 0;
        case 2:
            return "";
        case 3:
            return Json::array();
        case 4:
            return Json::object();
        case 5:
            return std::string(below(300), 'x');
        case 6:
            return std::string{"two\nlines\t\xC3\xA9"};
        case 7:
            return std::numeric_limits<double>::max();
        case 8:
            return -static_cast<std::int64_t>(below(3));
        case 9:
            return std::numeric_limits<std::int64_t>::min();
        case 10:
            return names_.empty() ? "name" : one(names_);
        default:
            return static_cast<double>(below(20'000)) / 10 - 10;
        }
    }
    void erase(Json& node) {
        if (node.is_structured() && !node.empty()) {
            node.erase(std::next(node.begin(), static_cast<std::ptrdiff_t>(below(node.size()))));
        }
    }
    void insert(Json& node) {
        const Json copy = *one(nodes_);
        if (node.is_object()) {
            node[names_.empty() ? "name" : one(names_)] = copy;
        } else if (node.is_array() && !node.empty()) {
            // Often one of its own kind, several times.
            const Json entry = below(3) == 0 ? copy : node[below(node.size())];
            node.insert(std::next(node.begin(), static_cast<std::ptrdiff_t>(below(node.size()))),
                        1 + below(8), entry);
        } else if (node.is_array()) {
            node.push_back(copy);
        }
    }
    void rename(Json& node) {
        if (node.is_object() && !node.empty()) {
            const auto entry =
                std::next(node.begin(), static_cast<std::ptrdiff_t>(below(node.size())));
            const Json value = *entry;
            node.erase(entry);
            node[one(names_) + (below(4) == 0 ? "x" : "")] = value;
        }
    }
    void tweak(Json& node) {
        if (node.is_number()) {
            const auto number = node.get<double>();
            const std::array<double, 6> near{number + 1, number - 1,    number / 10,
                                             -number,    number * 1000, number + 0.1};
            node = one(near);
        } else if (node.is_array() && node.size() > 1) {
            std::swap(one(node), one(node));
        } else if (node.is_string()) {
            auto text = node.get<std::string>();
            text.insert(below(text.size() + 1), 1, "x. _-0"[below(6)]);
            node = text;
        }
    }

    Json& root_;
    std::mt19937 chance_;
    std::vector<Json*> nodes_;
    std::vector<std::string> names_; ///< of members, anywhere
};

} // namespace

std::size_t mutateJson(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed,
                       std::size_t prefix) {
    constexpr unsigned kBytesOnceIn = 8;
    if (size <= prefix || seed % kBytesOnceIn == 0) {
        return LLVMFuzzerMutate(data, size, most);
    }
    auto json = Json::parse(data + prefix, data + size, nullptr, false);
    if (json.is_discarded()) {
        return LLVMFuzzerMutate(data, size, most);
    }
    Mutator mutator{json, seed};
    for (auto left = 1 + mutator.below(3); left > 0; --left) {
        mutator.change();
    }
    const auto text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() + prefix > most) {
        return LLVMFuzzerMutate(data, size, most);
    }
    std::memcpy(data + prefix, text.data(), text.size());
    return prefix + text.size();
}

} // namespace palpate::fuzz
