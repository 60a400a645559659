// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

/// What a template is filled with: named texts, notes, flags, groups and lists, nested as deep as
/// needed. A dot in a name opens a group, so `set("patient.name", ...)` answers both
/// `{{patient.name}}` and `{{#patient}}{{name}}{{/patient}}`. Texts are UTF-8 as people typed them:
/// nothing has to be escaped, and nothing in them is ever read as Markdown or as a tag. Setting a
/// name again replaces what it held.
class Fields {
public:
    enum class Kind {
        Text, ///< one line; line breaks become spaces
        Note, ///< may hold paragraphs (an empty line between them) and line breaks, kept where a
              ///< tag stands alone
        Flag, ///< only for sections: {{#name}} and {{^name}}
        Group,
        List
    };
    struct Value {
        Kind kind = Kind::Text;
        std::string text;          ///< of a Text or Note
        bool flag = false;         ///< of a Flag
        std::vector<Fields> items; ///< of a List; exactly one of a Group
    };

    /// An empty text counts as absent: `{{#name}}` skips its section and `{{^name}}` shows it. So
    /// do an empty note, group and list.
    Fields& set(std::string_view name, std::string text);
    Fields& setNote(std::string_view name, std::string text);
    Fields& setFlag(std::string_view name, bool flag);
    Fields& setGroup(std::string_view name, Fields group);
    Fields& setList(std::string_view name, std::vector<Fields> items);

    [[nodiscard]] const std::map<std::string, Value, std::less<>>& values() const noexcept {
        return values_;
    }
    [[nodiscard]] bool empty() const noexcept { return values_.empty(); }

private:
    Fields& put(std::string_view name, Value value);

    std::map<std::string, Value, std::less<>> values_;
};

} // namespace palpate::report
