// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ContactNote.h"
#include "domain/Message.h"

#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// A contact note as it is read.
struct ContactLine {
    ContactNoteId id;
    ContactKind kind = ContactKind::Telephone;
    std::string kindWord; ///< "Telephone"
    std::string when;     ///< "Mon 23 Nov 2026, 10:42", in the clinic's time zone
    std::string by;       ///< "D. Okafor"
    std::string written;  ///< of a late entry "written Tue 24 Nov 2026, 09:10", else empty
    std::string text;
    friend bool operator==(const ContactLine&, const ContactLine&) = default;
};
/// Newest first.
[[nodiscard]] std::vector<ContactLine> contactLines(Clinic& clinic, const CaseId& caseId);

/// A contact note as typed.
struct ContactForm {
    ContactKind kind = ContactKind::Telephone;
    std::string day = {};  ///< "23.11.2026"
    std::string time = {}; ///< "10:42", in the clinic's time zone
    std::string text = {};
    friend bool operator==(const ContactForm&, const ContactForm&) = default;
};
/// Dated now.
[[nodiscard]] ContactForm newContact(const Clinic& clinic);
[[nodiscard]] std::vector<Message> problems(const ContactForm& form, const Clinic& clinic);
/// Stores it under the name of the person signed in. It can't be changed any more: what was wrong
/// is put right by another note. Throws EditRefused with the first problem.
ContactNoteId addContact(Clinic& clinic, const CaseId& caseId, const ContactForm& form);

/// Every kind with its word.
[[nodiscard]] std::vector<std::pair<ContactKind, std::string>> contactKinds();

} // namespace palpate::app
