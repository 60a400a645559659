// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

enum class ContactKind { Telephone, Message, Letter, InPerson };
inline constexpr std::array kContactKinds{ContactKind::Telephone, ContactKind::Message,
                                          ContactKind::Letter, ContactKind::InPerson};

/// A word with or about the patient that was no session. Written once: what was wrong is put right
/// by another note.
struct ContactNote {
    ContactNoteId id;
    CaseId caseId;
    PractitionerId by;
    Instant at;        ///< of the contact
    Instant writtenAt; ///< later for a late entry
    ContactKind kind = ContactKind::Telephone;
    std::string text;
    friend bool operator==(const ContactNote&, const ContactNote&) = default;
};

/// The text is required, at most 20,000 characters; the contact not after `now`.
[[nodiscard]] std::vector<palpate::Message> problems(const ContactNote& note, Instant now);

[[nodiscard]] std::string_view name(ContactKind kind) noexcept;
[[nodiscard]] std::optional<ContactKind> parseContactKind(std::string_view text) noexcept;

} // namespace palpate
