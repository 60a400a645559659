// SPDX-License-Identifier: MIT
#include "architecture/SourceText.h"

#include <algorithm>
#include <optional>

namespace palpate::architecture {

namespace {

[[nodiscard]] bool isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

[[nodiscard]] bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

class Scanner {
public:
    explicit Scanner(std::string_view code) : code_{code} {}

    [[nodiscard]] SourceText run() {
        while (at_ < code_.size()) {
            step();
        }
        return std::move(out_);
    }

private:
    void step() {
        if (startsWith("//")) {
            skipLine();
        } else if (startsWith("/*")) {
            skipTo("*/");
        } else if (isRawLiteral()) {
            takeRawLiteral();
        } else if (here() == '"') {
            takeLiteral();
        } else if (here() == '\'') {
            skipCharacter();
        } else if (here() == '#' && lineIsBlank_) {
            takeDirective();
        } else {
            advance(1);
        }
    }

    [[nodiscard]] char here() const { return at_ < code_.size() ? code_[at_] : '\0'; }
    [[nodiscard]] bool startsWith(std::string_view text) const {
        return code_.substr(at_).starts_with(text);
    }

    void advance(std::size_t count) {
        for (const auto end = std::min(code_.size(), at_ + count); at_ < end; ++at_) {
            if (code_[at_] == '\n') {
                ++line_;
                lineIsBlank_ = true;
            } else if (!isBlank(code_[at_])) {
                lineIsBlank_ = false;
            }
        }
    }

    void skipLine() {
        const auto end = code_.find('\n', at_);
        advance(end == std::string_view::npos ? code_.size() - at_ : end - at_);
    }

    void skipTo(std::string_view mark) {
        const auto blank = lineIsBlank_;
        const auto end = code_.find(mark, at_ + 2);
        advance(end == std::string_view::npos ? code_.size() - at_ : end + mark.size() - at_);
        lineIsBlank_ = blank; // a directive may follow a comment
    }

    /// R"( and its kin with a prefix, unless the R ends a longer name.
    [[nodiscard]] bool isRawLiteral() const {
        return startsWith("R\"") &&
               (at_ == 0 || !isNamePart(code_[at_ - 1]) || code_[at_ - 1] == 'u' ||
                code_[at_ - 1] == 'U' || code_[at_ - 1] == 'L' || code_[at_ - 1] == '8');
    }

    void takeRawLiteral() {
        const auto open = code_.find('(', at_);
        if (open == std::string_view::npos) {
            advance(code_.size());
            return;
        }
        const auto mark = ")" + std::string{code_.substr(at_ + 2, open - at_ - 2)} + "\"";
        const auto close = code_.find(mark, open);
        const auto end = close == std::string_view::npos ? code_.size() : close;
        out_.literals.push_back(
            {.line = line_, .text = std::string{code_.substr(open + 1, end - open - 1)}});
        advance(end + mark.size() - at_);
    }

    void takeLiteral() {
        Literal literal{.line = line_, .text = {}};
        advance(1);
        while (at_ < code_.size() && here() != '"' && here() != '\n') {
            if (here() == '\\' && at_ + 1 < code_.size()) {
                const char next = code_[at_ + 1];
                literal.text += next == 'n' ? '\n' : (next == 't' ? '\t' : next);
                advance(2);
            } else {
                literal.text += here();
                advance(1);
            }
        }
        advance(1);
        out_.literals.push_back(std::move(literal));
    }

    /// A character, or the mark between the digits of a number (1'000), after which nothing is
    /// skipped.
    void skipCharacter() {
        if (at_ > 0 && isNamePart(code_[at_ - 1]) && !endsPrefix()) {
            advance(1);
            return;
        }
        advance(1);
        while (at_ < code_.size() && here() != '\'' && here() != '\n') {
            advance(here() == '\\' ? 2 : 1);
        }
        advance(1);
    }

    [[nodiscard]] bool endsPrefix() const {
        const bool alone = at_ < 2 || !isNamePart(code_[at_ - 2]);
        const char last = code_[at_ - 1];
        return alone && (last == 'u' || last == 'U' || last == 'L');
    }

    void takeDirective() {
        advance(1);
        skipBlanks();
        constexpr std::string_view kInclude = "include";
        if (!startsWith(kInclude)) {
            return; // the rest of the line is scanned as code: a macro may hold a literal
        }
        advance(kInclude.size());
        skipBlanks();
        const char open = here();
        const char close = open == '<' ? '>' : '"';
        const auto end = code_.find(close, at_ + 1);
        const auto lineEnd = code_.find('\n', at_);
        if ((open == '<' || open == '"') && end != std::string_view::npos && end < lineEnd) {
            out_.includes.push_back({.line = line_,
                                     .name = std::string{code_.substr(at_ + 1, end - at_ - 1)},
                                     .angled = open == '<'});
        }
        skipLine();
    }

    void skipBlanks() {
        while (isBlank(here())) {
            advance(1);
        }
    }

    std::string_view code_;
    std::size_t at_ = 0;
    int line_ = 1;
    bool lineIsBlank_ = true;
    SourceText out_;
};

} // namespace

SourceText scan(std::string_view code) {
    return Scanner{code}.run();
}

} // namespace palpate::architecture
