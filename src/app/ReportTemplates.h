// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Letterhead.h"
#include "domain/Message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::report {
struct Catalogue;
}

namespace palpate::app {

class Clinic;

/// A template that can be chosen.
struct TemplateChoice {
    std::string name; ///< "progress-report"
    std::string title;
    std::string audience;
    ReportAbout about = ReportAbout::Case;
    bool isLetter = false;   ///< asks for LetterWords
    bool namesFlags = false; ///< prints the red flags that were chosen for it
    bool isForm = false;     ///< asks for a form, empty or filled in
    bool isOwn = false;      ///< the clinic wrote or changed it
    bool isShipped = true;   ///< the program brings one of that name along
    bool isSound = true;     ///< has no problem that keeps it from being printed
};
/// Shipped and own ones, in the order in which a clinic needs them: shipped first as the program
/// lists them, then own ones by title.
[[nodiscard]] std::vector<TemplateChoice> templateChoices(Clinic& clinic);

/// The text of the one to use under that name: the clinic's own, else the shipped one. Throws
/// DataError naming those there are.
[[nodiscard]] std::string templateText(Clinic& clinic, const std::string& name);

/// What a template about one kind of record may ask for: docs/templates.md lists the same.
[[nodiscard]] const report::Catalogue& catalogueOf(ReportAbout about);
/// Something that the author of a template should mend.
struct TemplateFault {
    std::size_t line = 1;   ///< from 1
    std::size_t column = 1; ///< from 1, in characters
    Message message;
};
/// Everything that is wrong with a template, with its place; empty when it can be used.
[[nodiscard]] std::vector<TemplateFault> checkTemplate(const std::string& text,
                                                       const std::string& name);

/// Keeps it as the clinic's own. Owners only, else AccessDenied. A template with faults may be kept
/// (nothing is lost); it can't be chosen for printing.
void storeTemplate(Clinic& clinic, const std::string& name, const std::string& text);
/// Back to the shipped one, or away where there is none; what was kept stays in its history. Owners
/// only.
void removeTemplate(Clinic& clinic, const std::string& name);

/// One storing or removal of a clinic's template.
struct TemplateVersion {
    std::optional<std::string> text; ///< empty: it was removed
    std::string when;                ///< "26 Nov 2026, 09:10"
    std::string by;                  ///< "D. Okafor"
};
/// All that the clinic ever stored under the name, newest first; an older one may be stored again.
[[nodiscard]] std::vector<TemplateVersion> templateHistory(Clinic& clinic, const std::string& name);

} // namespace palpate::app
