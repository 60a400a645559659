// SPDX-License-Identifier: MIT
#pragma once

#include "app/QueryFields.h"
#include "app/QueryNames.h"
#include "app/QueryTokens.h"
#include "app/SearchQuery.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

template <class Value> void addOnce(std::vector<Value>& values, Value value) {
    if (std::ranges::find(values, value) == values.end()) {
        values.push_back(std::move(value));
    }
}

/// Reads one typed query from left to right, then decides where its sides, states and muscles
/// belong.
class QueryReader {
public:
    QueryReader(Clinic& clinic, std::string_view text);
    [[nodiscard]] ParsedQuery read();

private:
    static constexpr std::size_t kOffered = 4;     ///< of what a name may mean
    static constexpr std::size_t kLongestName = 8; ///< words

    /// Tokens `from` to before `to`.
    struct Stretch {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    /// A side or a state is that beside a name only; decided when all are known.
    struct Item {
        enum class Kind { Muscle, Technique, Tender, Place, Side, State, Text, Other };
        Kind kind = Kind::Other;
        Stretch at;
        std::string words = {}; ///< of a part; of Text as it is searched
        std::optional<Side> side = {};
        std::optional<State> state = {};
    };
    struct Where {
        Muscles muscles = {};
        std::optional<Side> side = {};
        std::optional<Stretch> said = {};
        std::string label = {}; ///< without the side
        [[nodiscard]] bool isOpen() const noexcept { return muscles.empty() && !side; }
    };

    // Plain words.
    void readAt();
    [[nodiscard]] bool readConnective();
    [[nodiscard]] bool readScores();
    [[nodiscard]] bool readName();
    [[nodiscard]] bool readMuscle(Stretch at, const std::string& text);
    [[nodiscard]] bool readTechnique(Stretch at, const std::string& text);
    [[nodiscard]] std::size_t scoresAt(std::size_t at, std::string& text) const;
    [[nodiscard]] bool readSideOrState();
    void readText(Stretch at, const QueryToken& token);
    [[nodiscard]] std::size_t plainFrom(std::size_t at, std::size_t most) const noexcept;
    [[nodiscard]] std::string wordsOf(Stretch at) const;

    // field:value
    void readField();
    void readValue(QueryField field, Stretch at, const std::string& text);
    /// Whether the whole text is a value of the field: then more words may belong to it.
    [[nodiscard]] bool isValue(QueryField field, const std::string& text);
    void readMuscleField(QueryField field, Stretch at, const std::string& text);
    [[nodiscard]] std::optional<Where> whereIn(Stretch at, const std::string& text);
    void readPainted(Stretch at, const std::string& text);
    void readDays(QueryField field, Stretch at, const std::string& text);
    void readRecord(QueryField field, Stretch at, const std::string& text);
    void readFlag(Stretch at, const std::string& text);
    void readDose(Stretch at, const std::string& text);
    void readScoresOf(QueryField field, Stretch at, const std::string& text);
    void addScores(QueryField field, Stretch at, const Range<int>& scores);

    // What was read.
    [[nodiscard]] bool isBeside(std::size_t item) const;
    void settleSides();
    void settleTexts();
    void addNamedParts();
    void settleMuscles();
    void settleLayers();
    void settlePeriod();
    void settleNothing();
    [[nodiscard]] bool isLookedFor(const std::string& words) const;
    void wordless(Stretch at);
    void setSide(Where& where, Side side, Stretch at);
    void checkSide(const Where& where);
    void addPart(Stretch at, std::string words);
    void mistake(Stretch at, Message sentence);
    void contradiction(Stretch at);
    /// Tells that the text means nothing, or which of several things it may mean.
    void unclear(Stretch at, const std::string& text, QueryField field,
                 const std::vector<std::string>& labels);
    template <class Value> void setOnce(std::optional<Value>& into, Value value, Stretch at) {
        if (into && *into != value) {
            contradiction(at);
        }
        into = std::move(value);
    }
    /// The one that is meant; else empty, and told.
    template <class Value>
    [[nodiscard]] std::optional<typename Meant<Value>::Choice>
    chosen(const Meant<Value>& meant, Stretch at, const std::string& text, QueryField field) {
        if (meant.isClear()) {
            return meant.choices.front();
        }
        std::vector<std::string> labels;
        for (const auto& choice : meant.choices) {
            labels.push_back(choice.label);
        }
        unclear(at, text, field, labels);
        return std::nullopt;
    }
    /// The one of that whole name, else the one with a name that begins so.
    template <class Value>
    [[nodiscard]] std::optional<typename Meant<Value>::Choice>
    chosen(const NameTable<Value>& table, Stretch at, const std::string& text, QueryField field) {
        const auto named = table.named(text);
        return chosen(named.isUnknown() ? table.begun(text, kOffered + 1) : named, at, text, field);
    }

    [[nodiscard]] const NameTable<TechniqueKey>& techniques();
    [[nodiscard]] const NameTable<Muscles>& groups();
    [[nodiscard]] const NameTable<HomeCareKey>& homeCare();
    [[nodiscard]] const NameTable<std::vector<RedFlagKey>>& flags();
    [[nodiscard]] const NameTable<RegionKey>& regions();
    [[nodiscard]] const NameTable<PractitionerId>& people();

    Clinic& clinic_;
    std::vector<QueryToken> tokens_;
    std::size_t next_ = 0;
    std::vector<Item> items_;
    Where shared_;
    Where found_;
    Where treated_;
    std::vector<Layer> layers_;
    std::vector<std::string> words_;
    ParsedQuery out_;

    std::optional<NameTable<TechniqueKey>> techniques_;
    std::optional<NameTable<Muscles>> groups_;
    std::optional<NameTable<HomeCareKey>> homeCare_;
    std::optional<NameTable<std::vector<RedFlagKey>>> flags_;
    std::optional<NameTable<RegionKey>> regions_;
    std::optional<NameTable<PractitionerId>> people_;
};

} // namespace palpate::app
