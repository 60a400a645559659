// SPDX-License-Identifier: MIT
#include "app/TemplateDraft.h"

#include "app/CatalogueLines.h"
#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/TypedWords.h"
#include "report/Catalogue.h"

#include <algorithm>

namespace palpate::app {

namespace {

using Kind = CatalogueLine::Kind;

constexpr std::size_t kLongestName = 60; ///< as problems(ClinicTemplate) has it

[[nodiscard]] Insertion insertionOf(const CatalogueLine& line) {
    Insertion made{.name = line.name,
                   .kind = word(line.kind),
                   .meaning = line.meaning,
                   .within = {},
                   .before = {},
                   .after = {}};
    switch (line.kind) {
    case Kind::Text:
    case Kind::Note:
        made.before = "{{" + line.name + "}}";
        break;
    case Kind::Flag:
    case Kind::Group:
        made.before = "{{#" + line.name + "}}";
        made.after = "{{/" + line.name + "}}";
        break;
    case Kind::List:
        made.before = "{{#" + line.name + "}}\n";
        made.after = "\n{{/" + line.name + "}}";
        break;
    case Kind::Figure:
        made.before = "![](figure:" + line.name;
        made.after = ")";
        break;
    case Kind::Parameter:
        made.before = line.name + "=" + (line.values.empty() ? "" : line.values.front());
        for (const auto& value : line.values) {
            made.meaning += (&value == &line.values.front() ? " (" : ", ") + value;
        }
        made.meaning += line.values.empty() ? "" : ")";
        break;
    }
    return made;
}

/// Dots part words, as blanks do: "name" finds patient.name. The list counts: "points muscle".
[[nodiscard]] Words searchedWords(const Insertion& insertion) {
    std::string name = insertion.name;
    std::ranges::replace(name, '.', ' ');
    return namedWords(insertion.name + " " + name + " " + insertion.within + " " + insertion.kind +
                      " " + insertion.meaning);
}

} // namespace

TemplateDraft draftOf(const std::string& text, const std::string& name) {
    const auto layout = report::Template::parse(text, name);
    return {.title = layout.title(),
            .about = layout.about(),
            .isSound = layout.problems().empty(),
            .faults = checkTemplate(text, name)};
}

std::vector<Insertion> insertions(ReportAbout about, const std::string& typed) {
    const auto wanted = namedWords(typed);
    std::vector<Insertion> found;
    std::vector<std::string> around; // names of the lists or the figure that a line stands in
    for (const auto& line : catalogueLines(about)) {
        auto insertion = insertionOf(line);
        around.resize(std::min(around.size(), line.depth));
        insertion.within = around.empty() ? std::string{} : around.back();
        around.push_back(line.name);
        if (wanted.empty() || eachBeginsOne(wanted, searchedWords(insertion))) {
            found.push_back(std::move(insertion));
        }
    }
    return found;
}

std::string newTemplateText(const std::string& title) {
    return "---\ntitle: " + title +
           "\nabout: case\nlanguage: en\naudience: physician\n---\n\n"
           "``` header\n# " +
           title +
           "\n**{{patient.name}}**{{#patient.birth}} · born {{patient.birth}}{{/patient.birth}}\n"
           "{{period}}\n---\n**{{clinic.name}}**\n{{clinic.address}}\n```\n\n"
           "## Where things stand\n\n{{summary}}\n";
}

std::string copiedTemplateText(const std::string& text, const std::string& title) {
    const std::string fresh = "title: " + title;
    if (!text.starts_with("---\n")) {
        return "---\n" + fresh + "\n---\n\n" + text;
    }
    const auto end = text.find("\n---", 3);
    const auto at = text.find("\ntitle:");
    if (at == std::string::npos || at > end) {
        return "---\n" + fresh + text.substr(3);
    }
    const auto lineEnd = text.find('\n', at + 1);
    return text.substr(0, at + 1) + fresh + text.substr(lineEnd);
}

std::string newTemplateName(Clinic& clinic, const std::string& title) {
    require(clinic, Right::ManageClinic);
    std::string name;
    for (const char c : folded(title)) {
        const bool keeps = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (keeps) {
            name += c;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    constexpr std::size_t kRoomForNumber = 4;
    name = name.substr(0, kLongestName - kRoomForNumber);
    while (!name.empty() && name.back() == '-') {
        name.pop_back();
    }
    if (name.empty()) {
        name = "template";
    }
    const auto choices = templateChoices(clinic);
    const auto isTaken = [&](const std::string& wanted) {
        return std::ranges::count(choices, wanted, &TemplateChoice::name) > 0;
    };
    std::string fresh = name;
    for (int number = 2; isTaken(fresh); ++number) {
        fresh = name + "-" + std::to_string(number);
    }
    return fresh;
}

std::optional<Message> whyNotChangeTemplates(const Clinic& clinic) {
    if (clinic.practitioner().role == Role::Owner) {
        return std::nullopt;
    }
    return Message{tr("Only an owner of the clinic can change its templates; you can read them "
                      "here."),
                   {}};
}

} // namespace palpate::app
