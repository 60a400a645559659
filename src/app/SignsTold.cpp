// SPDX-License-Identifier: MIT
// Numbness, weakness and radiating pain in written text, and what takes them back.
#include "app/NerveSigns.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

namespace palpate::app {

namespace {

using Words = std::vector<std::string>;

/// A word, or a mark that ends something: "," a member of a list, ":" a heading, "." a statement.
[[nodiscard]] Words tokens(std::string_view text) {
    Words found;
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) {
            found.push_back(std::exchange(word, {}));
        }
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || byte >= 0x80 || c == '\'') {
            word += static_cast<char>(std::tolower(byte));
            continue;
        }
        finish();
        if (c == ',' || c == ':' || c == '/') {
            found.emplace_back(1, c == '/' ? ',' : c);
        } else if (c == '.' || c == ';' || c == '!' || c == '?' || c == '\n' || c == '(' ||
                   c == ')') {
            found.emplace_back(".");
        }
    }
    finish();
    return found;
}

struct Phrase {
    std::vector<std::string_view> words;
    NerveSign sign;
};
[[nodiscard]] const std::vector<Phrase>& phrases() {
    using enum NerveSign;
    static const std::vector<Phrase> kPhrases{
        {{"pins", "and", "needles"}, Tingling},
        {{"loss", "of", "sensation"}, Numbness},
        {{"loss", "of", "feeling"}, Numbness},
        {{"loss", "of", "strength"}, Weakness},
        {{"loss", "of", "power"}, Weakness},
        {{"reduced", "sensation"}, Numbness},
        {{"reduced", "strength"}, Weakness},
        {{"foot", "drop"}, Weakness},
        {{"drop", "foot"}, Weakness},
        {{"giving", "way"}, Weakness},
        {{"gives", "way"}, Weakness},
        {{"gave", "way"}, Weakness},
        {{"numb"}, Numbness},
        {{"numbness"}, Numbness},
        {{"numbing"}, Numbness},
        {{"hypoaesthesia"}, Numbness},
        {{"hypoesthesia"}, Numbness},
        {{"hypaesthesia"}, Numbness},
        {{"hypesthesia"}, Numbness},
        {{"tingling"}, Tingling},
        {{"tingle"}, Tingling},
        {{"tingles"}, Tingling},
        {{"paraesthesia"}, Tingling},
        {{"paraesthesiae"}, Tingling},
        {{"paraesthesias"}, Tingling},
        {{"paresthesia"}, Tingling},
        {{"paresthesias"}, Tingling},
        {{"weak"}, Weakness},
        {{"weaker"}, Weakness},
        {{"weakness"}, Weakness},
        {{"weakened"}, Weakness},
        {{"paresis"}, Weakness},
        {{"paralysis"}, Weakness},
        {{"paralysed"}, Weakness},
        {{"paralyzed"}, Weakness},
        {{"radiating"}, Radiating},
        {{"radiates"}, Radiating},
        {{"radiate"}, Radiating},
        {{"radiated"}, Radiating},
        {{"radicular"}, Radiating},
        {{"radiculopathy"}, Radiating},
        {{"sciatica"}, Radiating},
        {{"shooting"}, Radiating},
    };
    return kPhrases;
}

/// By their first words: a case of years has many texts, and most words begin none.
[[nodiscard]] const auto& phrasesByWord() {
    static const auto kByWord = [] {
        std::unordered_multimap<std::string_view, const Phrase*> found;
        for (const auto& phrase : phrases()) {
            found.emplace(phrase.words.front(), &phrase);
        }
        return found;
    }();
    return kByWord;
}

[[nodiscard]] bool isOneOf(const std::string& word, std::span<const std::string_view> words) {
    return std::ranges::count(words, word) != 0;
}

constexpr std::string_view kDenials[] = {
    "no",       "not",      "without",  "none",   "neither", "nor",    "never", "nil",    "denies",
    "denied",   "deny",     "denying",  "absent", "free",    "don't",  "isn't", "didn't", "doesn't",
    "negative", "excludes", "excluded", "hasn't", "aren't",  "wasn't", "cannot"};
/// After these a list goes on through its commas.
constexpr std::string_view kListDenials[] = {"denies",  "denied",  "deny",
                                             "denying", "without", "neither"};
/// These deny what follows only behind their word, "free of", "negative for", and then as a list;
/// else what they belong to stands before them: "SLR negative, numbness L5".
struct Joined {
    std::string_view word;
    std::string_view with;
    std::string_view orWith = {};
};
constexpr Joined kJoinedDenials[] = {{"negative", "for"}, {"free", "of", "from"}};
/// "No change of the numbness" denies the change.
constexpr std::string_view kNotDenied[] = {
    "change",    "changes", "improvement", "relief",   "better",   "improving", "improved",
    "only",      "less",    "gone",        "resolved", "settled",  "recovery",  "easing",
    "different", "longer",  "responding",  "effect",   "progress", "doubt",     "other"};
/// Spoken of, and not found.
constexpr std::string_view kConditions[] = {"if",    "should", "whether", "unless",
                                            "watch", "warned", "beware"};
constexpr Joined kJoinedConditions[] = {{"asked", "about", "to"}, {"look", "for", "out"}};
/// A new thought: what was denied before it, it no longer denies.
constexpr std::string_view kTurns[] = {"but",    "however", "although", "though",  "yet",
                                       "except", "apart",   "besides",  "now",     "then",
                                       "since",  "due",     "owing",    "because", "reports"};
constexpr std::string_view kComplaints[] = {"pain",   "fever",     "swelling", "symptoms",
                                            "spasm",  "ache",      "headache", "dizziness",
                                            "nausea", "stiffness", "cough",    "redness"};
constexpr std::string_view kTakenBack[] = {"absent", "denied",   "none",     "resolved",
                                           "gone",   "excluded", "negative", "nil"};
constexpr std::string_view kFound[] = {"present", "felt", "found",    "noted",
                                       "there",   "any",  "reported", "seen",
                                       "known",   "come", "returned", "recurred"};

constexpr std::size_t kReachBefore = 9; // words between a denial and what it denies
constexpr std::size_t kReachAfter = 4;

class Reader {
public:
    explicit Reader(std::string_view text) : words_{tokens(text)} {}

    [[nodiscard]] std::vector<NerveSign> signs() const {
        std::vector<NerveSign> found;
        for (std::size_t i = 0; i < words_.size();) {
            const auto* phrase = phraseAt(i);
            if (phrase == nullptr) {
                ++i;
                continue;
            }
            const auto end = i + phrase->words.size();
            if (std::ranges::count(found, phrase->sign) == 0 && !isDenied(i, end)) {
                found.push_back(phrase->sign);
            }
            i = end;
        }
        return found;
    }

private:
    [[nodiscard]] const Phrase* phraseAt(std::size_t at) const {
        const auto [first, last] = phrasesByWord().equal_range(words_[at]);
        const auto found = std::find_if(first, last, [&](const auto& each) {
            const auto& words = each.second->words;
            return at + words.size() <= words_.size() &&
                   std::equal(words.begin(), words.end(),
                              words_.begin() + static_cast<std::ptrdiff_t>(at));
        });
        return found != last ? found->second : nullptr;
    }

    [[nodiscard]] bool isDenied(std::size_t begin, std::size_t end) const {
        return isDeniedBefore(begin, end) || isTakenBack(end);
    }

    /// From the sign back to the beginning of its statement.
    [[nodiscard]] bool isDeniedBefore(std::size_t begin, std::size_t end) const {
        std::size_t commas = 0;
        for (std::size_t back = begin; back > 0 && begin - back < kReachBefore + commas; --back) {
            const auto at = back - 1;
            const auto& word = words_[at];
            if (word == "reports" && at > 0 && isOneOf(words_[at - 1], kDenials)) {
                return true; // "no reports of numbness"
            }
            if (word == "." || isOneOf(word, kTurns)) {
                return false;
            }
            if (word == ",") {
                ++commas;
            } else if (isCondition(at)) {
                return true;
            } else if (isOneOf(word, kDenials) && !deniesOnlyAChange(at, begin)) {
                if (commas == 0 || goesOnTo(at, begin, end)) {
                    return true;
                }
                if (!isJoinedWord(word, kJoinedDenials)) {
                    return false;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool isCondition(std::size_t at) const {
        return isOneOf(words_[at], kConditions) || isJoined(at, kJoinedConditions) ||
               (words_[at] == "case" && at + 1 < words_.size() && words_[at + 1] == "of");
    }

    [[nodiscard]] static bool isJoinedWord(const std::string& word, std::span<const Joined> all) {
        return std::ranges::count(all, word, &Joined::word) != 0;
    }
    [[nodiscard]] bool isJoined(std::size_t at, std::span<const Joined> all) const {
        const auto next = at + 1 < words_.size() ? words_[at + 1] : std::string{};
        return std::ranges::any_of(all, [&](const Joined& each) {
            return each.word == words_[at] && !next.empty() &&
                   (next == each.with || next == each.orWith);
        });
    }

    [[nodiscard]] bool deniesOnlyAChange(std::size_t denial, std::size_t sign) const {
        for (auto at = denial + 1; at < std::min(denial + 3, sign); ++at) {
            // "no longer numb" is over all the same.
            if (words_[at] == "longer") {
                return false;
            }
            if (isOneOf(words_[at], kNotDenied)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the list that a denial opens reaches the sign behind a comma: "no pain, numbness or
    /// weakness"; not so "no pain, numb since Monday".
    [[nodiscard]] bool goesOnTo(std::size_t denial, std::size_t begin, std::size_t end) const {
        if (isOneOf(words_[denial], kListDenials) || isJoined(denial, kJoinedDenials)) {
            return true;
        }
        if (isJoinedWord(words_[denial], kJoinedDenials)) {
            return false;
        }
        for (auto at = denial + 1; at < words_.size() && words_[at] != "."; ++at) {
            const bool isListed = words_[at] == "or" || words_[at] == "nor";
            if (isListed && (at < begin || at - end < kReachAfter)) {
                return true;
            }
        }
        return isBareList(denial + 1);
    }

    /// "pain, numbness, weakness" up to the end of the statement: complaints without another word.
    [[nodiscard]] bool isBareList(std::size_t from) const {
        for (auto at = from; at < words_.size() && words_[at] != "."; ++at) {
            if (const auto* phrase = phraseAt(at)) {
                at += phrase->words.size() - 1;
            } else if (words_[at] != "," && words_[at] != "and" &&
                       !isOneOf(words_[at], kComplaints)) {
                return false;
            }
        }
        return true;
    }

    /// "Numbness: none", "numbness has gone", "weakness not found".
    [[nodiscard]] bool isTakenBack(std::size_t end) const {
        for (auto at = end; at < std::min(end + kReachAfter, words_.size()); ++at) {
            const auto& word = words_[at];
            const auto next = at + 1 < words_.size() ? words_[at + 1] : std::string{};
            if (word == "." || word == "," || isOneOf(word, kTurns)) {
                return false;
            }
            if (word == ":" && (next == "no" || next == "not")) {
                return true;
            }
            if (word == "not" || word == "never") {
                return isOneOf(next, kFound);
            }
            if (word == "no" && next == "longer") {
                return true;
            }
            if (isOneOf(word, kTakenBack)) {
                return true;
            }
        }
        return false;
    }

    Words words_;
};

} // namespace

std::vector<NerveSign> signsTold(std::string_view text) {
    return Reader{text}.signs();
}

} // namespace palpate::app
