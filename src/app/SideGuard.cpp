// SPDX-License-Identifier: MIT
#include "app/SideGuard.h"

#include "app/SentenceWords.h"
#include "app/SideMarks.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <optional>

namespace palpate::app {

namespace {

/// Finds which sides a text says.
class SideReader {
public:
    explicit SideReader(const std::vector<TextToken>& tokens) : tokens_{tokens} {}

    /// Sides said of the name at [begin, end): before it, else behind it. `next` is where the next
    /// name begins.
    [[nodiscard]] std::vector<Side> sidesOf(std::size_t begin, std::size_t end,
                                            std::size_t next) const {
        auto sides = before(begin);
        return sides.empty() ? behind(end, next) : sides;
    }

private:
    [[nodiscard]] bool is(std::size_t index, std::initializer_list<std::string_view> words) const {
        return index < tokens_.size() && std::ranges::count(words, tokens_[index].word) > 0;
    }
    [[nodiscard]] bool isNumber(std::size_t index) const {
        return index < tokens_.size() &&
               std::isdigit(static_cast<unsigned char>(tokens_[index].word.front())) != 0;
    }
    /// Whether a comma or the like stands just before that token, or the text begins there.
    [[nodiscard]] bool beginsClause(std::size_t index) const {
        return index == 0 || tokens_[index - 1].endsClause;
    }

    [[nodiscard]] std::optional<Side> sideWord(std::size_t index) const {
        if (is(index, {"left", "l"})) {
            return Side::Left;
        }
        if (is(index, {"right", "r"})) {
            return Side::Right;
        }
        return std::nullopt;
    }

    /// A side word that is a side, and not "she left", "all right" or two litres.
    [[nodiscard]] std::optional<Side> sideAt(std::size_t index) const {
        const auto side = sideWord(index);
        if (!side || beginsClause(index)) {
            return side;
        }
        const auto before = index - 1;
        if (is(index, {"left"}) &&
            is(before, {"i", "we", "he", "she", "they", "who", "patient", "has", "have", "had"})) {
            return std::nullopt;
        }
        if (is(index, {"right"}) && is(before, {"all"})) {
            return std::nullopt;
        }
        if (is(index, {"l", "r"}) && isNumber(before)) {
            return std::nullopt;
        }
        return side;
    }

    /// "left soleus", "left and right soleus", "L/R soleus".
    [[nodiscard]] std::vector<Side> before(std::size_t begin) const {
        if (beginsClause(begin)) {
            return {};
        }
        const auto side = sideAt(begin - 1);
        if (!side) {
            return {};
        }
        std::vector<Side> sides{*side};
        if (begin >= 2 && !beginsClause(begin - 1)) {
            const bool joined = is(begin - 2, {"and", "or"});
            const auto other = joined && begin >= 3 && !beginsClause(begin - 2) ? sideAt(begin - 3)
                                                                                : sideAt(begin - 2);
            if (other && *other != *side) {
                sides.push_back(*other);
            }
        }
        return sides;
    }

    /// Whether nothing follows that the side could belong to: "soleus left" but not "soleus left
    /// alone".
    [[nodiscard]] bool standsAlone(std::size_t index) const {
        const auto next = index + 1;
        return next >= tokens_.size() || tokens_[index].endsClause || isNumber(next) ||
               is(next, {"side", "and", "or", "only", "with", "today", "positive", "negative",
                         "normal", "tender", "active", "latent", "stiff", "painful", "reduced"});
    }

    /// "soleus left", "SLR positive on the left and right".
    [[nodiscard]] std::vector<Side> behind(std::size_t end, std::size_t next) const {
        constexpr std::size_t kReach = 7; // "pain 3/10 and no twitch on the left"
        for (auto i = end; i < std::min({next, tokens_.size(), end + kReach}); ++i) {
            if (tokens_[i - 1].endsClause) {
                return {};
            }
            const bool isSaid = i == end || is(i - 1, {"on"}) ||
                                (i >= end + 2 && is(i - 1, {"the"}) && is(i - 2, {"on"}));
            const auto side = isSaid ? sideAt(i) : std::nullopt;
            if (side && standsAlone(i)) {
                std::vector<Side> sides{*side};
                const auto other = is(i + 1, {"and", "or"}) ? sideWord(i + 2) : std::nullopt;
                if (other && *other != *side && !tokens_[i].endsClause) {
                    sides.push_back(*other);
                }
                return sides;
            }
        }
        return {};
    }

    const std::vector<TextToken>& tokens_;
};

struct Mention {
    std::size_t begin = 0;
    std::size_t end = 0;
    const std::pair<const SideMarks::Name, MarkedName>* what = nullptr;
};

[[nodiscard]] std::vector<Mention> mentionsIn(const std::vector<TextToken>& tokens,
                                              const SideMarks& marks) {
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i < tokens.size();) {
        if (const auto* name = marks.at(tokens, i)) {
            mentions.push_back({.begin = i, .end = i + name->first.size(), .what = name});
            i = mentions.back().end;
        } else {
            ++i;
        }
    }
    return mentions;
}

/// "left soleus"; the words as typed where several things are called so.
[[nodiscard]] std::string saidWords(const Mention& mention, Side side) {
    const auto& [name, marked] = *mention.what;
    const auto words = marked.labels.size() == 1 ? *marked.labels.begin() : joined(name, " ");
    return shown({side == Side::Left ? tr("left {1}") : tr("right {1}"), {words}});
}

} // namespace

std::vector<Message> sideWarnings(const std::string& text, const Session& session,
                                  const reference::Reference& reference,
                                  std::span<const std::pair<RegionKey, Side>> painted) {
    const auto tokens = tokensOf(text);
    const SideMarks marks{session, reference, painted};
    const auto mentions = mentionsIn(tokens, marks);
    const SideReader reader{tokens};
    std::vector<Message> warnings;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const auto& mention = mentions[i];
        const auto next = i + 1 < mentions.size() ? mentions[i + 1].begin : tokens.size();
        for (const auto side : reader.sidesOf(mention.begin, mention.end, next)) {
            if (mention.what->second.has(side)) {
                continue;
            }
            Message warning{
                tr("The text says {1}; in this session that is on the {2}. Check the side."),
                {saidWords(mention, side), side == Side::Left ? tr("right") : tr("left")}};
            if (std::ranges::count(warnings, warning) == 0) {
                warnings.push_back(std::move(warning));
            }
        }
    }
    return warnings;
}

} // namespace palpate::app
