// SPDX-License-Identifier: MIT
#include "forms/FormTree.h"

#include "forms/AnswerRules.h"

#include <algorithm>

namespace palpate::forms {

Instance blankInstance(const Item& item, bool withInitial) {
    return {{}, blankNodes(item.items, withInitial)};
}

std::vector<std::unique_ptr<FormNode>> blankNodes(const std::vector<Item>& items,
                                                  bool withInitial) {
    std::vector<std::unique_ptr<FormNode>> nodes;
    for (const auto& item : items) {
        auto node = std::make_unique<FormNode>();
        node->item = &item;
        if (item.type == ItemType::Group) {
            node->instances.push_back(blankInstance(item, withInitial));
        } else if (withInitial) {
            for (const auto& value : item.initial) {
                auto instance = blankInstance(item, withInitial);
                instance.value = fitting(item, value);
                node->instances.push_back(std::move(instance));
            }
        }
        nodes.push_back(std::move(node));
    }
    return nodes;
}

FormIndex::FormIndex(const std::vector<std::unique_ptr<FormNode>>& roots) {
    add(roots, {}, std::nullopt, 0);
}

void FormIndex::add(const std::vector<std::unique_ptr<FormNode>>& nodes, const FormPlace& above,
                    std::optional<std::size_t> parent, int depth) {
    for (const auto& node : nodes) {
        const bool isGroup = node->item->type == ItemType::Group;
        auto place = above;
        place.push_back({node->item->linkId, 0});
        for (std::size_t i = 0; i < std::max<std::size_t>(node->instances.size(), 1); ++i) {
            place.back().index = i;
            auto self = entries_.size() - 1;
            if (isGroup || i == 0) { // a group has a line a repetition, a question one in all
                self = entries_.size();
                entries_.push_back({node.get(), parent, place, depth});
                byLinkId_[node->item->linkId].push_back(self);
            } else {
                self = *at({[&] {
                    auto first = place;
                    first.back().index = 0;
                    return first;
                }()});
            }
            if (i < node->instances.size()) {
                add(node->instances[i].children, place, self, depth + (isGroup ? 1 : 0));
            }
        }
    }
}

std::optional<std::size_t> FormIndex::at(const FormPlace& place) const {
    if (place.empty()) {
        return std::nullopt;
    }
    const auto found = byLinkId_.find(place.back().linkId);
    if (found == byLinkId_.end()) {
        return std::nullopt;
    }
    const auto same = std::ranges::find_if(
        found->second, [&](std::size_t entry) { return entries_[entry].place == place; });
    return same != found->second.end() ? std::optional{*same} : std::nullopt;
}

std::vector<std::size_t> FormIndex::nearest(std::string_view linkId, std::size_t from) const {
    const auto found = byLinkId_.find(linkId);
    if (found == byLinkId_.end()) {
        return {};
    }
    if (found->second.size() == 1) {
        return found->second;
    }
    const auto& here = entries_[from].place;
    const auto shared = [&](std::size_t entry) {
        const auto& there = entries_[entry].place;
        return std::distance(here.begin(), std::ranges::mismatch(here, there).in1);
    };
    std::ptrdiff_t most = -1;
    std::vector<std::size_t> nearest;
    for (const auto entry : found->second) {
        const auto common = shared(entry);
        if (common > most) {
            nearest.clear();
            most = common;
        }
        if (common == most) {
            nearest.push_back(entry);
        }
    }
    return nearest;
}

std::vector<AnsweredItem> answersOf(const std::vector<std::unique_ptr<FormNode>>& nodes, bool all) {
    std::vector<AnsweredItem> items;
    for (const auto& node : nodes) {
        if ((!node->enabled && !all) || node->item->type == ItemType::Display) {
            continue;
        }
        if (node->item->type == ItemType::Group) {
            for (const auto& instance : node->instances) {
                auto beneath = answersOf(instance.children, all);
                if (!beneath.empty() || node->instances.size() > 1) {
                    items.push_back(
                        {node->item->linkId, node->item->text.text, {}, std::move(beneath)});
                }
            }
            continue;
        }
        AnsweredItem item{node->item->linkId, node->item->text.text, {}, {}};
        for (const auto& instance : node->instances) {
            if (instance.value) {
                item.answers.push_back({*instance.value, answersOf(instance.children, all)});
            }
        }
        if (!item.answers.empty()) {
            items.push_back(std::move(item));
        }
    }
    return items;
}

} // namespace palpate::forms
