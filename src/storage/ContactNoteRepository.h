// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ContactNote.h"

#include <optional>
#include <vector>

namespace palpate::storage {

class Engine;

/// Words with the patient that were no session. Written once: the database refuses to change or
/// remove one. Every call may throw StorageError; nothing is changed then.
class ContactNoteRepository {
public:
    explicit ContactNoteRepository(Engine& engine) noexcept : engine_{engine} {}

    /// The caller has settled `problems(note, now)`. AccessDenied: `note.by` is not the person
    /// signed in. EditRefused: no such case.
    void add(const ContactNote& note);
    /// Newest first.
    [[nodiscard]] std::vector<ContactNote> ofCase(const CaseId& caseId) const;
    [[nodiscard]] std::optional<ContactNote> find(const ContactNoteId& id) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
