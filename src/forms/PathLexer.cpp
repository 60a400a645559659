// SPDX-License-Identifier: MIT
#include "forms/PathLexer.h"

#include "domain/Message.h"

#include <algorithm>

namespace palpate::forms {

namespace {

[[nodiscard]] bool isNameStart(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
[[nodiscard]] bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

} // namespace

PathToken PathLexer::next() {
    skipBlanks();
    const auto start = at_;
    if (at_ == text_.size()) {
        return {PathToken::Kind::End, {}, start};
    }
    const char c = text_[at_];
    if (isNameStart(c)) {
        while (at_ < text_.size() && (isNameStart(text_[at_]) || isDigit(text_[at_]))) {
            ++at_;
        }
        return {PathToken::Kind::Name, std::string{text_.substr(start, at_ - start)}, start};
    }
    if (isDigit(c)) {
        return number(start);
    }
    if (c == '\'' || c == '`' || c == '"') {
        return quoted(c, start);
    }
    for (const std::string_view two : {"!=", "!~", "<=", ">="}) {
        if (text_.substr(at_).starts_with(two)) {
            at_ += 2;
            return {PathToken::Kind::Symbol, std::string{two}, start};
        }
    }
    ++at_;
    return {PathToken::Kind::Symbol, std::string{c}, start};
}

void PathLexer::skipBlanks() {
    for (;;) {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' ||
                                      text_[at_] == '\n' || text_[at_] == '\r')) {
            ++at_;
        }
        const auto rest = text_.substr(at_);
        if (rest.starts_with("//")) {
            at_ = std::min(text_.find('\n', at_), text_.size());
        } else if (rest.starts_with("/*")) {
            const auto end = text_.find("*/", at_ + 2);
            at_ = end == std::string_view::npos ? text_.size() : end + 2;
        } else {
            return;
        }
    }
}

PathToken PathLexer::number(std::size_t start) {
    while (at_ < text_.size() && isDigit(text_[at_])) {
        ++at_;
    }
    if (at_ + 1 < text_.size() && text_[at_] == '.' && isDigit(text_[at_ + 1])) {
        ++at_;
        while (at_ < text_.size() && isDigit(text_[at_])) {
            ++at_;
        }
    }
    return {PathToken::Kind::Number, std::string{text_.substr(start, at_ - start)}, start};
}

PathToken PathLexer::quoted(char mark, std::size_t start) {
    std::string content;
    ++at_;
    for (; at_ < text_.size() && text_[at_] != mark; ++at_) {
        if (text_[at_] != '\\' || at_ + 1 == text_.size()) {
            content += text_[at_];
            continue;
        }
        const char escaped = text_[++at_];
        switch (escaped) {
        case 'n':
            content += '\n';
            break;
        case 't':
            content += '\t';
            break;
        case 'r':
            content += '\r';
            break;
        case 'u':
            throw PathRefused{shown({tr("\\u at character {1} is not understood; write the letter "
                                        "itself"),
                                     {std::to_string(at_)}})};
        default:
            content += escaped;
        }
    }
    if (at_ == text_.size()) {
        throw PathRefused{shown({tr("the quotation mark at character {1} is never closed"),
                                 {std::to_string(start + 1)}})};
    }
    ++at_;
    return {mark == '`' ? PathToken::Kind::Name : PathToken::Kind::Text, std::move(content), start};
}

} // namespace palpate::forms
