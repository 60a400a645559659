// SPDX-License-Identifier: MIT
#include "app/Snippets.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/Rights.h"
#include "app/TypedWords.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] bool isEnd(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n';
}

[[nodiscard]] char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A semicolon behind one of these stands within a word: "pain;better".
[[nodiscard]] bool isPartOfWord(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == ';' ||
           static_cast<unsigned char>(c) >= 0x80;
}

[[nodiscard]] Snippet asStored(const Snippet& snippet) {
    auto shortcut = trimmed(snippet.shortcut);
    if (shortcut.starts_with(';')) {
        shortcut.erase(0, 1); // typed as it is used
    }
    return {std::move(shortcut), snippet.text};
}

} // namespace

std::vector<Snippet> snippets(Clinic& clinic) {
    require(clinic, Right::ReadRecords);
    return clinic.store().snippets().list();
}

std::vector<Message> problems(Clinic& clinic, const Snippet& snippet,
                              const std::string& replacing) {
    require(clinic, Right::WriteRecords);
    const auto stored = asStored(snippet);
    auto all = palpate::problems(stored);
    const auto wanted = folded(stored.shortcut);
    const auto others = snippets(clinic);
    const bool isTaken = std::ranges::any_of(others, [&](const Snippet& other) {
        return folded(other.shortcut) == wanted && wanted != folded(replacing);
    });
    if (isTaken) {
        all.push_back(
            {tr("Shortcut: ;{1} is taken; choose another or change that one."), {stored.shortcut}});
    }
    return all;
}

void addSnippet(Clinic& clinic, const Snippet& snippet) {
    require(clinic, Right::WriteRecords);
    refuseWith(problems(clinic, snippet));
    clinic.store().snippets().add(asStored(snippet));
}

void changeSnippet(Clinic& clinic, const std::string& shortcut, const Snippet& snippet) {
    require(clinic, Right::WriteRecords);
    refuseWith(problems(clinic, snippet, shortcut));
    clinic.store().snippets().change(shortcut, asStored(snippet));
}

void removeSnippet(Clinic& clinic, const std::string& shortcut) {
    require(clinic, Right::WriteRecords);
    clinic.store().snippets().remove(shortcut);
}

std::optional<Expansion> expanded(std::string_view text, std::size_t caret,
                                  std::span<const Snippet> snippets) {
    if (caret == 0 || caret > text.size() || !isEnd(text[caret - 1])) {
        return std::nullopt;
    }
    const auto end = caret - 1;
    const auto begin = text.rfind(';', end);
    if (begin == std::string_view::npos || (begin > 0 && isPartOfWord(text[begin - 1]))) {
        return std::nullopt;
    }
    const auto typed = text.substr(begin + 1, end - begin - 1);
    const auto found = std::ranges::find_if(snippets, [&](const Snippet& snippet) {
        return std::ranges::equal(
            snippet.shortcut, typed, {}, [](char c) { return lower(c); },
            [](char c) { return lower(c); });
    });
    if (typed.empty() || found == snippets.end()) {
        return std::nullopt;
    }
    Expansion out;
    out.text = std::string{text.substr(0, begin)} + found->text;
    const bool goesOn = caret < text.size() && isEnd(text[caret]);
    if (text[end] != '\t' && !goesOn && !isEnd(out.text.back())) {
        out.text += text[end];
    }
    out.caret = out.text.size();
    out.text += text.substr(caret);
    return out;
}

} // namespace palpate::app
