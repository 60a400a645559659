// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "gui/Words.h"

namespace palpate::gui {

/// The English sentence in the user's language (xgettext --keyword=said). UTF-8, whatever the
/// locale.
[[nodiscard]] wxString said(const char* sentence);
/// The same with its arguments filled in after translation: said("Signed in as {1}", {name}).
[[nodiscard]] wxString said(const char* sentence, std::vector<std::string> arguments);
[[nodiscard]] wxString said(const Message& message);
/// One sentence for an exception, in the user's language.
[[nodiscard]] wxString said(const std::exception& error);
/// One message a line.
[[nodiscard]] wxString saidLines(const std::vector<Message>& messages);

} // namespace palpate::gui
