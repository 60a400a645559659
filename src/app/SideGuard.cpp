// SPDX-License-Identifier: MIT
#include "app/SideGuard.h"

#include "app/SentenceWords.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>

namespace palpate::app {

namespace {

struct Token {
    std::string word;        ///< lower case
    bool isCapitals = false; ///< typed in capitals only
    bool endsClause = false; ///< a comma, a full stop or the like follows
};

using Name = std::vector<std::string>;

[[nodiscard]] bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Hyphens and slashes part words but no clauses: "L4-L5", "L/R".
[[nodiscard]] std::vector<Token> tokensOf(std::string_view text) {
    constexpr std::string_view kClauseMarks = ",.;:()!?\n\"";
    std::vector<Token> tokens;
    bool inWord = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isWordCharacter(c)) {
            if (!inWord) {
                tokens.push_back({.word = {}, .isCapitals = true});
            }
            inWord = true;
            auto& token = tokens.back();
            token.isCapitals = token.isCapitals && std::islower(static_cast<unsigned char>(c)) == 0;
            token.word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        const bool inNumber = c == '.' && inWord && i + 1 < text.size() &&
                              std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
        if (!tokens.empty() && !inNumber && kClauseMarks.find(c) != std::string_view::npos) {
            tokens.back().endsClause = true;
        }
        inWord = false;
    }
    return tokens;
}

[[nodiscard]] Name nameOf(std::string_view text) {
    Name name;
    for (auto& token : tokensOf(text)) {
        name.push_back(std::move(token.word));
    }
    return name;
}

/// What a name stands for in this session, and on which sides that is marked.
struct Marked {
    bool left = false;
    bool right = false;
    std::set<std::string> labels; ///< of all that have this name

    void mark(Side side) {
        left = left || side != Side::Right; // what lies in the middle is on either side
        right = right || side != Side::Left;
    }
    [[nodiscard]] bool has(Side side) const { return side == Side::Left ? left : right; }
};

/// Short forms that are words of English as well: they count in capitals only.
[[nodiscard]] bool isCommonWord(std::string_view word) {
    constexpr std::array<std::string_view, 14> kWords{
        "am", "an", "as", "at", "be", "do", "is", "it", "la", "or", "sub", "temp", "to", "speed"};
    return std::ranges::count(kWords, word) > 0;
}

class Marks {
public:
    Marks(const Session& session, const reference::Reference& reference,
          std::span<const std::pair<RegionKey, Side>> painted)
        : reference_{reference} {
        for (const auto& finding : session.findings) {
            addMuscle(finding.muscle, finding.side);
        }
        for (const auto& treatment : session.treatments) {
            if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
                addMuscle(muscle->muscle, muscle->side);
            } else if (const auto* region = std::get_if<RegionTarget>(&treatment.target)) {
                addRegion(region->region, region->side);
            } else if (const auto* joint = std::get_if<JointTarget>(&treatment.target)) {
                addJoint(joint->joint, joint->side);
            }
        }
        for (const auto& [region, side] : painted) {
            addRegion(region, side);
        }
        for (const auto& test : session.tests) {
            addTest(test.at);
        }
        for (const auto& measured : session.motions) {
            addMotion(measured.at); // last: it adds to the names of regions and joints
        }
    }

    /// The longest name that begins at that token; nullptr when none does.
    [[nodiscard]] const std::pair<const Name, Marked>* at(const std::vector<Token>& tokens,
                                                          std::size_t index) const {
        const std::pair<const Name, Marked>* longest = nullptr;
        for (const auto& entry : marks_) {
            const auto& name = entry.first;
            if (index + name.size() > tokens.size() ||
                (longest != nullptr && longest->first.size() >= name.size())) {
                continue;
            }
            bool fits = true;
            for (std::size_t i = 0; fits && i < name.size(); ++i) {
                const auto& token = tokens[index + i];
                fits = token.word == name[i] && (i + 1 == name.size() || !token.endsClause);
            }
            if (fits &&
                (name.size() > 1 || !isCommonWord(name.front()) || tokens[index].isCapitals)) {
                longest = &entry;
            }
        }
        return longest;
    }

private:
    void add(std::string_view words, Side side, const std::string& label) {
        auto name = nameOf(words);
        if (!name.empty()) {
            auto& marked = marks_[std::move(name)];
            marked.mark(side);
            marked.labels.insert(label);
        }
    }

    void addMuscle(const MuscleKey& muscle, Side side) {
        const auto& names = reference_.muscleNames();
        const auto label = uncapitalised(names.shortLabel(muscle));
        for (const auto& word : names.searchWords(muscle)) {
            add(word, side, label);
        }
        for (const auto& whole : names.all()) {
            if (std::ranges::count(whole.parts, muscle) > 0) {
                for (const auto& word : names.searchWords(whole.key)) {
                    add(word, side, word);
                }
            }
        }
        for (const auto& group : names.groups()) {
            if (std::ranges::count(group.muscles, muscle) > 0) {
                add(group.label, side, uncapitalised(group.label));
                for (const auto& word : group.names) {
                    add(word, side, word);
                }
            }
        }
    }

    /// "knee" for all round the knee, besides what the region itself is called.
    void addRegion(const RegionKey& region, Side side) {
        const auto words = regionWord(region);
        const auto family = region.text().substr(0, region.text().find('_'));
        add(words, side, words);
        add(family, side, family);
        if (family == "lumbar") {
            for (const auto* word : {"low back", "lower back"}) {
                add(word, side, word);
            }
        } else if (family == "buttock") {
            add("glute", side, "buttock");
        }
    }

    void addJoint(const JointKey& joint, Side side) {
        const auto* known = reference_.joints().find(joint);
        const auto label = known != nullptr ? known->label : joint.text();
        add(label, side, label);
        if (known != nullptr) {
            for (const auto& word : known->alsoCalled) {
                add(word, side, label);
            }
        }
    }

    void addTest(const TestAt& at) {
        if (at.site) {
            if (const auto* muscle = std::get_if<MuscleKey>(&*at.site)) {
                addMuscle(*muscle, at.side);
            } else if (const auto* region = std::get_if<RegionKey>(&*at.site)) {
                addRegion(*region, at.side);
            } else {
                addJoint(std::get<JointKey>(*at.site), at.side);
            }
            return; // done at one place says nothing of the others
        }
        const auto* known = reference_.tests().find(at.test);
        if (known != nullptr && known->sided) {
            const auto label = uncapitalised(known->name);
            add(known->name, at.side, label);
            for (const auto& word : known->alsoCalled) {
                add(word, at.side, label);
            }
        }
    }

    void addMotion(const MotionAt& at) {
        const auto* known = reference_.motions().find(at.motion);
        if (known == nullptr || !known->sided) {
            return;
        }
        const auto label = uncapitalised(known->label);
        add(known->label, at.side, label);
        for (const auto& word : known->alsoCalled) {
            add(word, at.side, label);
        }
        // A knee that was measured was looked at, though nothing is drawn on it.
        if (const auto joint = marks_.find(nameOf(known->joint)); joint != marks_.end()) {
            joint->second.mark(at.side);
        }
    }

    const reference::Reference& reference_;
    std::map<Name, Marked> marks_;
};

/// Finds which sides a text says.
class SideReader {
public:
    explicit SideReader(const std::vector<Token>& tokens) : tokens_{tokens} {}

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

    const std::vector<Token>& tokens_;
};

struct Mention {
    std::size_t begin = 0;
    std::size_t end = 0;
    const std::pair<const Name, Marked>* what = nullptr;
};

[[nodiscard]] std::vector<Mention> mentionsIn(const std::vector<Token>& tokens,
                                              const Marks& marks) {
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
    const Marks marks{session, reference, painted};
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
