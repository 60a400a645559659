// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportTemplates.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

/// A template while somebody writes it.
struct TemplateDraft {
    std::string title;
    ReportAbout about = ReportAbout::Case;
    bool isSound = false;              ///< pages can be made of it
    std::vector<TemplateFault> faults; ///< in the order of the text
};
[[nodiscard]] TemplateDraft draftOf(const std::string& text, const std::string& name);

/// Something from the catalogue to put into the text where the caret stands.
struct Insertion {
    std::string name; ///< "patient.name"
    std::string kind; ///< "text", "list", "figure" ...
    std::string meaning;
    std::string within = {}; ///< the list or figure that it belongs to; empty: none
    std::string before;      ///< what is put before the caret: "{{patient.name}}"
    std::string after;       ///< and behind it: "{{/points}}" of a list
};
/// Fields, then figures, as catalogueLines(); only those in whose name, kind or meaning each typed
/// word begins a word, all for an empty text.
[[nodiscard]] std::vector<Insertion> insertions(ReportAbout about, const std::string& typed = {});

/// What a new template begins with: sound, and short enough to be understood.
[[nodiscard]] std::string newTemplateText(const std::string& title);
/// The text with another title in its front matter, for a template that begins as a copy.
[[nodiscard]] std::string copiedTemplateText(const std::string& text, const std::string& title);
/// "letter-to-dr-lee" for "Letter to Dr Lee", with a number behind it where there is one of that
/// name; "template" where nothing of the title is left.
[[nodiscard]] std::string newTemplateName(Clinic& clinic, const std::string& title);

/// Empty when the person signed in may store templates, else why not.
[[nodiscard]] std::optional<Message> whyNotChangeTemplates(const Clinic& clinic);

} // namespace palpate::app
