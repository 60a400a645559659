// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/PathLexer.h"
#include "forms/PathParts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace palpate::forms {

namespace {

constexpr std::size_t kLongestPath = 20'000; ///< characters
constexpr int kDeepest = 100;                ///< of nesting in the text
constexpr int kTallest = 400;                ///< of the parsed expression

/// The functions that are worked out here, and how many arguments they take.
struct Function {
    std::string_view name;
    std::size_t least;
    std::size_t most;
};
constexpr std::array kFunctions{
    Function{"where", 1, 1},    Function{"select", 1, 1},      Function{"all", 1, 1},
    Function{"exists", 0, 1},   Function{"empty", 0, 0},       Function{"not", 0, 0},
    Function{"count", 0, 0},    Function{"sum", 0, 0},         Function{"min", 0, 0},
    Function{"max", 0, 0},      Function{"avg", 0, 0},         Function{"aggregate", 1, 2},
    Function{"first", 0, 0},    Function{"last", 0, 0},        Function{"tail", 0, 0},
    Function{"skip", 1, 1},     Function{"take", 1, 1},        Function{"distinct", 0, 0},
    Function{"iif", 2, 3},      Function{"descendants", 0, 0}, Function{"children", 0, 0},
    Function{"ordinal", 0, 0},  Function{"weight", 0, 0},      Function{"abs", 0, 0},
    Function{"ceiling", 0, 0},  Function{"floor", 0, 0},       Function{"round", 0, 1},
    Function{"truncate", 0, 0}, Function{"toInteger", 0, 0},   Function{"toDecimal", 0, 0},
    Function{"toString", 0, 0}, Function{"hasValue", 0, 0},    Function{"allTrue", 0, 0},
    Function{"anyTrue", 0, 0},  Function{"allFalse", 0, 0},    Function{"anyFalse", 0, 0},
    Function{"contains", 1, 1}, Function{"startsWith", 1, 1},  Function{"endsWith", 1, 1},
    Function{"length", 0, 0},   Function{"sqrt", 0, 0},        Function{"power", 1, 1},
    Function{"combine", 1, 1},  Function{"union", 1, 1},       Function{"ofType", 1, 1}};

struct Level {
    std::span<const std::string_view> operators;
};
constexpr std::array<std::string_view, 1> kImplies{"implies"};
constexpr std::array<std::string_view, 2> kOr{"or", "xor"};
constexpr std::array<std::string_view, 1> kAnd{"and"};
constexpr std::array<std::string_view, 2> kMembership{"in", "contains"};
constexpr std::array<std::string_view, 4> kEquality{"=", "!=", "~", "!~"};
constexpr std::array<std::string_view, 4> kOrder{"<", "<=", ">", ">="};
constexpr std::array<std::string_view, 1> kUnion{"|"};
constexpr std::array<std::string_view, 3> kSum{"+", "-", "&"};
constexpr std::array<std::string_view, 4> kProduct{"*", "/", "div", "mod"};
/// Loosest first.
constexpr std::array kLevels{Level{kImplies},    Level{kOr},       Level{kAnd},
                             Level{kMembership}, Level{kEquality}, Level{kOrder},
                             Level{kUnion},      Level{kSum},      Level{kProduct}};

using Part = std::unique_ptr<PathExpression>;

class Parser {
public:
    explicit Parser(std::string_view text) : lexer_{text} { advance(); }

    [[nodiscard]] Part whole() {
        auto part = binary(0);
        if (token_.kind != PathToken::Kind::End) {
            refuse();
        }
        return part;
    }
    [[nodiscard]] std::vector<std::string> names() && { return std::move(names_); }

private:
    struct Nesting {
        explicit Nesting(int& depth) : depth_{depth} {
            if (++depth_ > kDeepest) {
                throw PathRefused{tr("it is nested too deep")};
            }
        }
        ~Nesting() { --depth_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;
        int& depth_;
    };

    void advance() { token_ = lexer_.next(); }
    [[nodiscard]] bool isSymbol(std::string_view text) const {
        return token_.kind == PathToken::Kind::Symbol && token_.text == text;
    }
    void expect(std::string_view symbol) {
        if (!isSymbol(symbol)) {
            refuse();
        }
        advance();
    }
    [[noreturn]] void refuse() const {
        if (token_.kind == PathToken::Kind::End) {
            throw PathRefused{tr("it ends too early")};
        }
        throw PathRefused{shown({tr("\"{1}\" at character {2} is not understood here"),
                                 {token_.text, std::to_string(token_.at + 1)}})};
    }

    /// Long chains make deep expressions; none may take more of the stack than is there.
    [[nodiscard]] static Part settled(Part part) {
        int below =
            std::max(part->left ? part->left->depth : 0, part->right ? part->right->depth : 0);
        for (const auto& argument : part->arguments) {
            below = std::max(below, argument->depth);
        }
        part->depth = below + 1;
        if (part->depth > kTallest) {
            throw PathRefused{tr("it is too long")};
        }
        return part;
    }

    [[nodiscard]] Part binary(std::size_t level) {
        const Nesting nesting{depth_};
        if (level == kLevels.size()) {
            return sign();
        }
        auto left = binary(level + 1);
        const auto operators = kLevels[level].operators;
        while ((token_.kind == PathToken::Kind::Symbol || token_.kind == PathToken::Kind::Name) &&
               std::ranges::find(operators, std::string_view{token_.text}) != operators.end()) {
            auto part = std::make_unique<PathExpression>();
            part->kind = PathExpression::Kind::Binary;
            part->name = token_.text;
            advance();
            part->left = std::move(left);
            part->right = binary(level + 1);
            left = settled(std::move(part));
        }
        return left;
    }
    [[nodiscard]] Part sign() {
        const Nesting nesting{depth_};
        if (isSymbol("+")) {
            advance();
            return sign();
        }
        if (isSymbol("-")) {
            advance();
            auto part = std::make_unique<PathExpression>();
            part->kind = PathExpression::Kind::Sign;
            part->left = sign();
            return settled(std::move(part));
        }
        return chain();
    }
    [[nodiscard]] Part chain() {
        auto part = term();
        for (;;) {
            if (isSymbol(".")) {
                advance();
                if (token_.kind != PathToken::Kind::Name && !isSymbol("$")) {
                    refuse();
                }
                part = invocation(std::move(part));
            } else if (isSymbol("[")) {
                advance();
                auto item = std::make_unique<PathExpression>();
                item->kind = PathExpression::Kind::Item;
                item->left = std::move(part);
                item->arguments.push_back(binary(0));
                expect("]");
                part = settled(std::move(item));
            } else if (token_.kind == PathToken::Kind::Name &&
                       (token_.text == "is" || token_.text == "as")) {
                throw PathRefused{shown({tr("\"{1}\" is not worked out here"), {token_.text}})};
            } else {
                return part;
            }
        }
    }
    [[nodiscard]] Part term() {
        auto part = std::make_unique<PathExpression>();
        if (token_.kind == PathToken::Kind::Number) {
            part->value = numberFrom(token_);
            advance();
            return part;
        }
        if (token_.kind == PathToken::Kind::Text) {
            part->value = token_.text;
            advance();
            return part;
        }
        if (isSymbol("(")) {
            advance();
            part = binary(0);
            expect(")");
            return part;
        }
        if (isSymbol("{")) {
            advance();
            expect("}");
            return part;
        }
        if (isSymbol("%")) {
            return environment(std::move(part));
        }
        if (isSymbol("@")) {
            throw PathRefused{tr("a date within an expression is not worked out here")};
        }
        return invocation(nullptr);
    }
    [[nodiscard]] Part environment(Part part) {
        advance();
        if (token_.kind != PathToken::Kind::Name && token_.kind != PathToken::Kind::Text) {
            refuse();
        }
        part->kind = PathExpression::Kind::Environment;
        part->name = token_.text;
        if (std::ranges::find(names_, part->name) == names_.end()) {
            names_.push_back(part->name);
        }
        advance();
        return part;
    }
    [[nodiscard]] Part invocation(Part left) {
        auto part = std::make_unique<PathExpression>();
        if (isSymbol("$")) {
            advance();
            part->kind = token_.text == "this"    ? PathExpression::Kind::This
                         : token_.text == "index" ? PathExpression::Kind::Index
                                                  : PathExpression::Kind::Total;
            if (left ||
                (token_.text != "this" && token_.text != "index" && token_.text != "total")) {
                refuse();
            }
            advance();
            return part;
        }
        if (token_.kind != PathToken::Kind::Name) {
            refuse();
        }
        const auto word = token_;
        advance();
        if (!isSymbol("(")) {
            if (!left && (word.text == "true" || word.text == "false")) {
                part->value = word.text == "true";
                return part;
            }
            part->kind = PathExpression::Kind::Member;
            part->name = word.text;
            part->left = std::move(left);
            return settled(std::move(part));
        }
        advance();
        part->kind = PathExpression::Kind::Call;
        part->name = word.text;
        part->left = std::move(left);
        while (!isSymbol(")")) {
            part->arguments.push_back(binary(0));
            if (!isSymbol(")")) {
                expect(",");
            }
        }
        advance();
        check(*part, word);
        return settled(std::move(part));
    }
    static void check(const PathExpression& call, const PathToken& word) {
        const auto* known =
            std::ranges::find(kFunctions, std::string_view{call.name}, &Function::name);
        if (known == kFunctions.end()) {
            throw PathRefused{
                shown({tr("the function {1}() at character {2} is not worked out here"),
                       {call.name, std::to_string(word.at + 1)}})};
        }
        if (call.arguments.size() < known->least || call.arguments.size() > known->most) {
            throw PathRefused{shown({tr("{1}() at character {2} has the wrong number of arguments"),
                                     {call.name, std::to_string(word.at + 1)}})};
        }
    }
    [[nodiscard]] static AnswerValue numberFrom(const PathToken& token) {
        const auto& text = token.text;
        if (text.find('.') == std::string::npos) {
            std::int64_t whole = 0;
            const auto [end, failure] =
                std::from_chars(text.data(), text.data() + text.size(), whole);
            if (failure == std::errc{} && end == text.data() + text.size()) {
                return whole;
            }
            throw PathRefused{shown({tr("the number {1} is too large"), {text}})};
        }
        double number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    PathLexer lexer_;
    PathToken token_;
    int depth_ = 0;
    std::vector<std::string> names_;
};

} // namespace

Path::Path(std::unique_ptr<PathExpression> root, std::vector<std::string> names)
    : root_{std::move(root)}, names_{std::move(names)} {}
Path::~Path() = default;
Path::Path(Path&&) noexcept = default;
Path& Path::operator=(Path&&) noexcept = default;

Path::Parsed Path::parse(std::string_view text) {
    if (text.size() > kLongestPath) {
        return {{}, tr("it is too long")};
    }
    try {
        Parser parser{text};
        auto root = parser.whole();
        return {Path{std::move(root), std::move(parser).names()}, {}};
    } catch (const PathRefused& refused) {
        return {{}, refused.sentence};
    }
}

} // namespace palpate::forms
