// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <string>
#include <variant>

namespace palpate::app {

class Clinic;

/// The texts of forms that can be long, and what they are about.
struct AddendumText {
    SessionId session;
};
struct AddendumReason {
    SessionId session;
};
struct ContactText {
    CaseId caseId;
};
using UnfinishedPlace = std::variant<AddendumText, AddendumReason, ContactText>;

/// What the person signed in has typed there and neither added nor discarded, also before the
/// program ended by force; both empty: nothing.
struct Unfinished {
    std::string text;
    std::string since; ///< "Tue 24 Nov 2026, 10:42": when it was typed last
};
[[nodiscard]] Unfinished unfinished(Clinic& clinic, const UnfinishedPlace& place);
/// Throws StorageError; an empty text forgets it.
void keepUnfinished(Clinic& clinic, const UnfinishedPlace& place, const std::string& text);

} // namespace palpate::app
