// SPDX-License-Identifier: MIT
#include "app/Vocabulary.h"

#include "reference/Reference.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace palpate::app {

namespace {

using Words = std::unordered_map<std::string, std::string>;

void add(Words& words, const std::string& key, const std::string& word) {
    auto& text = words[key];
    text += (text.empty() ? "" : " ") + word;
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
    return [words](std::string_view key) {
        const auto found = words->find(std::string{key});
        return found == words->end() ? std::string{} : found->second;
    };
}

} // namespace palpate::app
