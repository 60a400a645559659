// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Letterhead.h"
#include "domain/Message.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::report {

/// Something that the author of a template should mend, with its place.
struct Issue {
    std::size_t line = 1;   ///< from 1, in the whole file
    std::size_t column = 1; ///< from 1, in characters
    Message message;
    friend bool operator==(const Issue&, const Issue&) = default;
};

using Paper = PaperFormat;

/// A tag of a template, with its place. One whose name is faulty has none.
struct TemplateTag {
    enum class Kind { Value, Section, Inverted, Close };
    Kind kind = Kind::Value;
    std::string name;
    std::size_t line = 1;
    std::size_t column = 1;
};

/// A figure that a template names, with its place.
struct TemplateFigure {
    struct Parameter {
        std::string name;
        std::string value; ///< as written: may hold tags
        std::size_t line = 1;
        std::size_t column = 1;
    };
    std::string name; ///< as written: may hold tags
    std::size_t line = 1;
    std::size_t column = 1;
    std::vector<Parameter> parameters;
};

/// A report's layout as text: front matter (`key: value` lines between two `---` lines), then
/// Markdown (CommonMark and tables) with Mustache tags. The whole language is described in
/// docs/templates.md.
class Template {
public:
    /// Never fails: what is wrong with the text is listed in problems(). `name` is for messages
    /// (usually the file name).
    [[nodiscard]] static Template parse(const std::string& text, std::string name);
    /// Reads and parses a file. Throws ReportError naming the file when it can't be read.
    [[nodiscard]] static Template load(const std::filesystem::path& file);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const std::string& title() const noexcept { return title_; }
    [[nodiscard]] std::optional<Paper> paper() const noexcept { return paper_; }
    /// Of the template's own words, as in BCP 47 ("en"); may be empty.
    [[nodiscard]] const std::string& language() const noexcept { return language_; }
    [[nodiscard]] const std::string& audience() const noexcept { return audience_; }
    /// Which record it is filled from; a case when the front matter does not say.
    [[nodiscard]] ReportAbout about() const noexcept { return about_; }
    /// `type: large`: for a patient to read at home.
    [[nodiscard]] bool isLargeType() const noexcept { return isLargeType_; }
    /// The Mustache text after the front matter.
    [[nodiscard]] const std::string& body() const noexcept { return body_; }
    /// Every name that a tag asks for, once, in order of appearance ("patient.name", "points").
    [[nodiscard]] const std::vector<std::string>& fieldNames() const noexcept {
        return fieldNames_;
    }
    /// Every tag and every figure, in order of appearance: for check().
    [[nodiscard]] const std::vector<TemplateTag>& tags() const noexcept { return tags_; }
    [[nodiscard]] const std::vector<TemplateFigure>& figures() const noexcept { return figures_; }
    /// In the order of the text; empty when the template can be printed. layOut() refuses one that
    /// has problems.
    [[nodiscard]] const std::vector<Issue>& problems() const noexcept { return problems_; }

private:
    friend class FrontMatter;
    std::string name_;
    std::string title_;
    std::optional<Paper> paper_;
    std::string language_;
    std::string audience_;
    ReportAbout about_ = ReportAbout::Case;
    std::string body_;
    bool isLargeType_ = false;
    std::vector<std::string> fieldNames_;
    std::vector<TemplateTag> tags_;
    std::vector<TemplateFigure> figures_;
    std::vector<Issue> problems_;
};

} // namespace palpate::report
