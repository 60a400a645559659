// SPDX-License-Identifier: MIT
#include "app/Suggestions.h"
#include "atlas/BodyMap.h"

#include <algorithm>
#include <cctype>

namespace palpate::app {

namespace {

[[nodiscard]] std::string trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return std::string{text};
}

/// Whether any side of the region is in the map.
[[nodiscard]] bool isKnown(const atlas::BodyMap& map, const RegionKey& key) {
    const auto regions = map.regions();
    return std::any_of(regions.begin(), regions.end(),
                       [&](const atlas::Region& region) { return region.key == key; });
}

/// Regions whose key holds the text; all of them when none does.
[[nodiscard]] std::string keysLike(const atlas::BodyMap& map, const std::string& text) {
    std::vector<std::string> all;
    for (const auto& region : map.regions()) {
        all.push_back(region.key.text());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<std::string> like;
    std::copy_if(all.begin(), all.end(), std::back_inserter(like), [&](const std::string& key) {
        return !text.empty() && key.find(text) != std::string::npos;
    });
    std::string list;
    for (const auto& key : like.empty() ? all : like) {
        list += (list.empty() ? "" : ", ") + key;
    }
    return list;
}

/// The side behind the colon; empty when it is none.
[[nodiscard]] std::optional<Side> sideFrom(const std::string& typed) {
    auto upper = typed;
    for (char& c : upper) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return parseSide(upper);
}

} // namespace

TypedRegions parseRegions(std::string_view text, const atlas::BodyMap& map) {
    TypedRegions typed;
    const auto refused = [](Message message) { return TypedRegions{{}, std::move(message)}; };
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const auto one = trimmed(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        if (one.empty()) {
            continue;
        }
        const auto colon = one.find(':');
        const auto name = trimmed(std::string_view{one}.substr(0, colon));
        const auto key = RegionKey::from(name);
        if (!key || !isKnown(map, *key)) {
            return refused(
                {tr("No region is called “{1}”; there are {2}."), {name, keysLike(map, name)}});
        }
        const bool isMiddle = map.region(*key, Side::Middle) != nullptr;
        const auto side = colon == std::string::npos
                              ? std::optional{Side::Middle}
                              : sideFrom(trimmed(std::string_view{one}.substr(colon + 1)));
        if (!side || map.region(*key, *side) == nullptr) {
            return refused(
                isMiddle
                    ? Message{tr("The region {1} lies in the middle and has no side; write {1}."),
                              {name}}
                    : Message{tr("The region {1} needs a side; write {1}:L or {1}:R."), {name}});
        }
        const SidedRegion region{*key, *side};
        if (std::find(typed.regions.begin(), typed.regions.end(), region) == typed.regions.end()) {
            typed.regions.push_back(region);
        }
    }
    if (typed.regions.empty()) {
        return refused(
            {tr("No region was named; write them as lumbar:R,buttock_upper:R,sacrum."), {}});
    }
    return typed;
}

} // namespace palpate::app
