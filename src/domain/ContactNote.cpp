// SPDX-License-Identifier: MIT
#include "domain/ContactNote.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

namespace palpate {

std::vector<Message> problems(const ContactNote& note, Instant now) {
    constexpr std::size_t kLimit = 20000;
    std::vector<Message> out;
    if (trimmed(note.text).empty()) {
        out.push_back({tr("Note: is missing; say what was talked about."), {}});
    }
    checkText(out, tr("Note"), note.text, kLimit);
    if (note.at > now) {
        out.push_back({tr("Contact: lies in the future; check day and time."), {}});
    }
    return out;
}

std::string_view name(ContactKind kind) noexcept {
    switch (kind) {
    case ContactKind::Telephone:
        return "telephone";
    case ContactKind::Message:
        return "message";
    case ContactKind::Letter:
        return "letter";
    case ContactKind::InPerson:
        break;
    }
    return "in_person";
}

std::optional<ContactKind> parseContactKind(std::string_view text) noexcept {
    return named(kContactKinds, text);
}

} // namespace palpate
