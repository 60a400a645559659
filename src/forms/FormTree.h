// SPDX-License-Identifier: MIT
#pragma once

#include "forms/FormRun.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::forms {

struct FormNode;

/// One repetition of a group, or one answer of a question, with what is asked in it.
struct Instance {
    std::optional<AnswerValue> value = {}; ///< of a question
    std::vector<std::unique_ptr<FormNode>> children;
};

/// An item in one repetition of what it lies in. A group has at least one instance, a question one
/// an answer.
struct FormNode {
    const Item* item = nullptr;
    std::vector<Instance> instances = {};
    bool enabled = true;
    std::string notCalculated = {};
};

[[nodiscard]] std::vector<std::unique_ptr<FormNode>> blankNodes(const std::vector<Item>& items,
                                                                bool withInitial);
[[nodiscard]] Instance blankInstance(const Item& item, bool withInitial);

/// Where a node stands, for finding the question that a condition means.
struct NodeEntry {
    FormNode* node = nullptr;
    std::optional<std::size_t> parent = {}; ///< entry of the node it lies in
    FormPlace place;
    int depth = 0;
};

/// All nodes in the order of the page; valid until instances are added or removed.
class FormIndex {
public:
    explicit FormIndex(const std::vector<std::unique_ptr<FormNode>>& roots);
    [[nodiscard]] const std::vector<NodeEntry>& entries() const noexcept { return entries_; }
    /// The question as seen from an entry: of several, those that share the most groups with it.
    [[nodiscard]] std::vector<std::size_t> nearest(std::string_view linkId, std::size_t from) const;
    /// Empty: there is none.
    [[nodiscard]] std::optional<std::size_t> at(const FormPlace& place) const;

private:
    void add(const std::vector<std::unique_ptr<FormNode>>& nodes, const FormPlace& above,
             std::optional<std::size_t> parent, int depth);

    std::vector<NodeEntry> entries_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> byLinkId_;
};

/// The answers of the nodes; with `all` also those that are disabled.
[[nodiscard]] std::vector<AnsweredItem>
answersOf(const std::vector<std::unique_ptr<FormNode>>& nodes, bool all);

/// Which nodes are asked, and what is calculated, brought up to date.
void settle(const Questionnaire& form, const std::vector<std::unique_ptr<FormNode>>& roots,
            const FormIndex& index);

} // namespace palpate::forms
