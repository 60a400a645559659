// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"

#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// The snippets of the person signed in; a shortcut's case does not matter. Audited. Every call may
/// throw StorageError; nothing is changed then.
class SnippetRepository {
public:
    explicit SnippetRepository(Engine& engine) noexcept : engine_{engine} {}

    /// In the order of the shortcuts.
    [[nodiscard]] std::vector<Snippet> list() const;
    /// The caller has settled `problems(snippet)`. EditRefused: the shortcut is taken.
    void add(const Snippet& snippet);
    /// Replaces the one with that shortcut. EditRefused: it is not there, or the new shortcut is
    /// taken.
    void change(std::string_view shortcut, const Snippet& snippet);
    /// EditRefused: it is not there.
    void remove(std::string_view shortcut);

private:
    Engine& engine_;
};

} // namespace palpate::storage
