// SPDX-License-Identifier: MIT
#include "reference/Sources.h"

#include <algorithm>

namespace palpate::reference {

const Source* Sources::find(const SourceKey& key) const noexcept {
    const auto found = places_.find(key);
    return found == places_.end() ? nullptr : &sources_[found->second];
}

std::optional<Message> Sources::warningFor(std::span<const SourceKey> ofRow) const {
    const bool someOpened = std::ranges::any_of(ofRow, [this](const SourceKey& key) {
        const auto* source = find(key);
        return source != nullptr && source->read != Read::None;
    });
    return someOpened ? std::nullopt : std::optional{Message{tr("source not yet checked"), {}}};
}

bool Sources::add(const Source& source) {
    if (const auto* known = find(source.key)) {
        return *known == source;
    }
    places_.emplace(source.key, sources_.size());
    sources_.push_back(source);
    return true;
}

} // namespace palpate::reference
