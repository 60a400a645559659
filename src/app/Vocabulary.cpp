// SPDX-License-Identifier: MIT
#include "app/Vocabulary.h"

#include "reference/Reference.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::app {

namespace {

using Words = std::unordered_map<std::string, std::string>;

void add(Words& words, const std::string& key, const std::string& word) {
    auto& text = words[key];
    text += (text.empty() ? "" : " ") + word;
}

/// The name of each row and what else it is called.
template <class Row>
void addNames(Words& words, const std::vector<Row>& rows, std::string Row::*label) {
    for (const auto& row : rows) {
        add(words, row.key.text(), row.*label);
        for (const auto& other : row.alsoCalled) {
            add(words, row.key.text(), other);
        }
    }
}

} // namespace

std::function<std::string(std::string_view key)>
vocabularyOf(const reference::Reference& reference) {
    auto words = std::make_shared<Words>();
    for (const auto& muscle : reference.muscleNames().all()) {
        for (const auto& word : reference.muscleNames().searchWords(muscle.key)) {
            add(*words, muscle.key.text(), word);
        }
    }
    for (const auto& group : reference.muscleNames().groups()) {
        for (const auto& muscle : group.muscles) {
            add(*words, muscle.text(), group.label);
        }
    }
    for (const auto& technique : reference.techniques().all()) {
        add(*words, technique.key.text(), technique.name);
        for (const auto& other : technique.alsoCalled) {
            add(*words, technique.key.text(), other);
        }
    }
    for (const auto& muscle : reference.triggerPoints().all()) {
        for (const auto& point : muscle.points) {
            add(*words, point.key.text(), point.name);
        }
    }
    addNames(*words, reference.motions().all(), &reference::KnownMotion::label);
    addNames(*words, reference.tests().all(), &reference::KnownTest::name);
    addNames(*words, reference.joints().all(), &reference::KnownJoint::label);
    addNames(*words, reference.alerts().all(), &reference::KnownAlert::label);
    for (const auto& item : reference.homeCare().all()) {
        add(*words, item.key.text(), item.name);
    }
    return [words](std::string_view key) {
        const auto found = words->find(std::string{key});
        return found == words->end() ? std::string{} : found->second;
    };
}

} // namespace palpate::app
