// SPDX-License-Identifier: MIT
#include "gui/Phrases.h"

#include "domain/Error.h"

#include <wx/translation.h>

namespace palpate::gui {

namespace {

[[nodiscard]] std::string translated(const std::string& id) {
    return fromWx(wxGetTranslation(toWx(id)));
}

} // namespace

wxString said(const char* sentence) {
    return wxGetTranslation(toWx(sentence));
}

wxString said(const char* sentence, std::vector<std::string> arguments) {
    return said(Message{sentence, std::move(arguments)});
}

wxString said(const Message& message) {
    return toWx(shown(message, translated));
}

wxString said(const std::exception& error) {
    return toWx(describe(error, translated));
}

wxString saidLines(const std::vector<Message>& messages) {
    wxString lines;
    for (const Message& message : messages) {
        lines += (lines.empty() ? "" : "\n") + said(message);
    }
    return lines;
}

} // namespace palpate::gui
