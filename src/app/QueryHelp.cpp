// SPDX-License-Identifier: MIT
// How to search, and what may be typed next.
#include "app/Clinic.h"
#include "app/QueryFields.h"
#include "app/QueryNames.h"
#include "app/QueryTokens.h"
#include "app/QueryValues.h"
#include "app/Rights.h"
#include "app/SearchQuery.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

std::vector<QueryHelp> queryHelp() {
    return {
        {"left upper trapezius >= 6 pressure release since:90d",
         tr("a point in the left upper trapezius with a tenderness of 6 or more, and pressure "
            "release given there, in the last 90 days")},
        {"ql", tr("a point in this muscle, by name, other name or short form; several: in any of "
                  "them")},
        {"left gluteals", tr("in one of a group of muscles, on that side")},
        {"ql dry needling",
         tr("dry needling given in that muscle: beside a technique or a dose a muscle says where "
            "that was given, and beside a state, a tenderness or a change where that was found")},
        {"found:ql treated:piriformis dry needling",
         tr("a point found in one muscle and a treatment given in another")},
        {"active left ql", tr("judged active; also latent, resolved, state:active,latent")},
        {">= 6", tr("tenderness of 6 or more before treatment; also 6 or more, at most 3, "
                    "tender:6-8, tender:7")},
        {"change:worse", tr("settled so against last time: still, better, worse or gone")},
        {"group:back", tr("in a group of muscles or a part of the body")},
        {"layer:deep", tr("in the muscles of a layer, 1 to 4; beside a muscle or group only those "
                          "of them that lie in it")},
        {"side:left", tr("on one side, in whatever muscle")},
        {"technique:cupping", tr("done in the session; several: any of them")},
        {"dose:pressure>=20kPa", tr("dosed so; also dose:60s, dose:60-90s, dose:repetitions=3; a "
                                    "pressure without a unit is in the clinic's")},
        {"by:me", tr("charted by you, or by a colleague: by:okafor")},
        {"profession:chiropractor", tr("charted by one of this profession")},
        {"case:open", tr("of a case that is open, discharged or referred on")},
        {"diagnosis:M54.5", tr("of a case whose diagnosis begins so; also in words, "
                               "diagnosis:fibromyalgia")},
        {"home-care:\"foam rolling\"", tr("agreed on for at home; several: any of them")},
        {"painted:\"left lumbar\"", tr("pain drawn in this region of the body")},
        {"pain:>=7", tr("pain now, before treatment; also pain:4-6, pain 7 or more")},
        {"flag:any", tr("a screening in the session raised a red flag")},
        {"flag:unsettled", tr("one about which nothing was done yet")},
        {"flag:ces_saddle", tr("this red flag, by its key or what it points to; several: any of "
                               "them; beside flag:unsettled only while it is not settled")},
        {"since:90d", tr("in the last 90 days; also 6w, 3m, 1y, 2026, march, 1 Mar 2026, "
                         "2026-03-01, yesterday")},
        {"until:2026-03-31", tr("up to that day, included")},
        {"lifting", tr("anything else: a beginning of a word of the texts, names included; all "
                       "words must be there")},
        {"\"no change\"", tr("these words in this order")},
        {"-surgery", tr("without this word")},
        {"text:psoas", tr("a word of the texts that would else be a name")}};
}

namespace {

constexpr std::size_t kOffered = 20; // of one kind, before the best are taken

class Completer {
public:
    Completer(Clinic& clinic, std::string_view text, std::size_t limit)
        : clinic_{clinic}, text_{cleaned(text)}, tokens_{queryTokens(text)}, limit_{limit} {}

    [[nodiscard]] std::vector<QueryCompletion> list() {
        const bool isNewWord = text_.empty() || text_.back() == ' ';
        if (tokens_.empty() || (isNewWord && tokens_.back().end < text_.size())) {
            return {};
        }
        const auto& last = tokens_.back();
        if (last.isExcluded || (last.isQuoted && last.field.empty())) {
            return {}; // words of the texts are not known here
        }
        if (!last.field.empty()) {
            if (const auto field = fieldCalled(last.field)) {
                addValues(*field, last);
            }
            return std::move(found_);
        }
        addNames();
        addFields(last);
        addWords(last);
        return std::move(found_);
    }

private:
    void add(std::size_t from, const std::string& typed, std::string words, std::string remark) {
        auto whole = text_.substr(0, from) + typed;
        const bool isThere = std::ranges::any_of(
            found_, [&](const QueryCompletion& known) { return known.text == whole; });
        if (found_.size() < limit_ && !isThere && whole != text_) {
            found_.push_back({std::move(whole), std::move(words), std::move(remark)});
        }
    }

    /// Muscles and techniques of whose names the last words are the beginning, longest first:
    /// "upper tra", "pressure re".
    void addNames() {
        constexpr std::size_t kWords = 5;
        std::size_t from = tokens_.size();
        while (from > 0 && tokens_.size() - from < kWords && tokens_[from - 1].isPlain()) {
            --from;
        }
        const auto techniques = techniqueTable(clinic_);
        for (; from < tokens_.size() && found_.size() < limit_; ++from) {
            std::string typed;
            for (auto i = from; i < tokens_.size(); ++i) {
                typed += (i == from ? "" : " ") + tokens_[i].value;
            }
            const auto at = tokens_[from].begin;
            if (lengthOf(typed) < 2) {
                continue;
            }
            for (const auto& muscle : clinic_.reference().muscleNames().search(typed, kOffered)) {
                addMuscle(at, muscle, false);
            }
            for (const auto& choice : techniques.begun(typed, kOffered).choices) {
                add(at, choice.label, choice.label, tr("technique"));
            }
        }
    }
    [[nodiscard]] static std::size_t lengthOf(const std::string& text) {
        return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
            return c != ' ' && saysAnything(std::string_view{&c, 1});
        }));
    }
    void addMuscle(std::size_t at, const MuscleKey& muscle, bool isQuoted) {
        const auto name = musclesTyped(muscle);
        const auto typed =
            isQuoted && name.find(' ') != std::string::npos ? "\"" + name + "\"" : name;
        const auto side =
            clinic_.map().muscle(muscle, Side::Middle) != nullptr ? Side::Middle : Side::Right;
        const auto* row = clinic_.map().muscle(muscle, side);
        add(at, typed, name,
            row != nullptr
                ? shown({tr("muscle, layer {1}"), {std::to_string(static_cast<int>(row->layer))}})
                : tr("muscle"));
    }
    [[nodiscard]] std::string musclesTyped(const MuscleKey& muscle) const {
        const auto meant = muscleInField(clinic_, muscle.text());
        return meant.isClear() && meant.choices.front().value.size() > 1
                   ? meant.choices.front().label
                   : typedMuscle(clinic_, muscle);
    }

    void addFields(const QueryToken& last) {
        const auto typed = folded(last.value);
        for (const auto& word : fieldWords()) {
            if (*word.meaning != '\0' && word.word.starts_with(typed)) {
                const auto field = std::string{word.word} + ":";
                add(last.begin, field, field, word.meaning);
            }
        }
    }

    void addWords(const QueryToken& last) {
        const auto typed = folded(last.value);
        if (typed.size() < 2) {
            return;
        }
        for (const auto* word : {"left", "right", "active", "latent", "resolved"}) {
            if (std::string_view{word}.starts_with(typed)) {
                add(last.begin, word, word, tr("beside a muscle"));
            }
        }
    }

    template <class Table>
    void addFrom(const Table& table, const QueryToken& last, const char* remark) {
        const auto typed = folded(last.value);
        const auto all = table.rows();
        const auto begun = table.begun(typed, kOffered).choices;
        for (const auto& choice : typed.empty() ? all : begun) {
            addValue(last, choice.label, choice.label, remark);
        }
    }
    void addValue(const QueryToken& last, const std::string& value, std::string words,
                  std::string remark) {
        const bool isBare = value.find_first_of(" ,") == std::string::npos;
        add(last.begin, last.field + ":" + (isBare ? value : "\"" + value + "\""), std::move(words),
            std::move(remark));
    }

    void addValues(QueryField field, const QueryToken& last) {
        switch (field) {
        case QueryField::Muscle:
        case QueryField::Found:
        case QueryField::Treated:
            for (const auto& muscle :
                 clinic_.reference().muscleNames().search(last.value, kOffered)) {
                const auto at = last.begin + last.field.size() + 1;
                addMuscle(at, muscle, true);
            }
            return;
        case QueryField::Group:
            return addFrom(groupTable(clinic_), last, "");
        case QueryField::Layer: {
            const auto layers = layerTable();
            for (const auto& layer : layers.rows()) {
                const auto word = layer.label.substr(layer.label.find(", ") + 2);
                if (word.starts_with(folded(last.value)) ||
                    std::to_string(static_cast<int>(layer.value)) == last.value) {
                    addValue(last, word, layer.label, "");
                }
            }
            return;
        }
        case QueryField::Side:
            return addFrom(sideTable(), last, "");
        case QueryField::State:
            return addFrom(stateTable(), last, "");
        case QueryField::Change:
            return addFrom(changeTable(), last, "");
        case QueryField::Technique:
            return addFrom(techniqueTable(clinic_), last, "");
        case QueryField::By:
            return addFrom(practitionerTable(clinic_), last, "");
        case QueryField::Profession:
            return addFrom(professionTable(), last, "");
        case QueryField::Case:
            return addFrom(statusTable(), last, "");
        case QueryField::HomeCare:
            return addFrom(homeCareTable(clinic_), last, "");
        case QueryField::Flag:
            addFrom(flagStateTable(), last, "");
            return addFrom(flagTable(clinic_), last, "");
        case QueryField::Painted:
            return addFrom(regionTable(clinic_), last, "");
        case QueryField::Diagnosis:
            for (const auto* row : clinic_.reference().diagnoses().search(last.value, kOffered)) {
                addValue(last, row->code, row->code, row->text);
            }
            return;
        case QueryField::Dose:
            for (const auto& row : clinic_.reference().logFields().all()) {
                const auto word = doseWord(row);
                if (isDose(row) && word.starts_with(folded(last.value)) &&
                    word.find(' ') == std::string::npos) {
                    addValue(last, word + ">=", folded(row.label), "");
                }
            }
            return;
        case QueryField::Since:
        case QueryField::Until:
            for (const auto* span : {"today", "yesterday", "30d", "90d", "6m", "1y"}) {
                if (std::string_view{span}.starts_with(folded(last.value))) {
                    addValue(last, span, span, "");
                }
            }
            return;
        case QueryField::Tender:
        case QueryField::Pain:
            for (const auto* scores : {">=7", ">=4", "<=3", "4-6"}) {
                if (std::string_view{scores}.starts_with(last.value)) {
                    addValue(last, scores, scores, "");
                }
            }
            return;
        case QueryField::Patient:
        case QueryField::Text:
            return;
        }
    }

    Clinic& clinic_;
    std::string text_;
    std::vector<QueryToken> tokens_;
    std::size_t limit_;
    std::vector<QueryCompletion> found_;
};

} // namespace

std::vector<QueryCompletion> completionsOf(Clinic& clinic, std::string_view text, int limit) {
    require(clinic, Right::ReadRecords);
    return Completer{clinic, text, static_cast<std::size_t>(std::max(limit, 0))}.list();
}

} // namespace palpate::app
