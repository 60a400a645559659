// SPDX-License-Identifier: MIT
#include "reference/HomeCare.h"

#include "domain/Text.h"
#include "reference/EvidenceWords.h"
#include "reference/Table.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace palpate::reference {

namespace {

constexpr std::size_t kLongestDose = 500; // characters, as in the other short fields of a record

/// How a field of a dose is said; {1} is its number or range.
struct Phrase {
    std::string_view field;
    const char* one;  ///< for exactly 1
    const char* many; ///< else
};
// In the order in which they are said.
constexpr std::array kPhrases{
    Phrase{"hold_s", tr("hold {1} s"), tr("hold {1} s")},
    Phrase{"duration_s", tr("{1} s"), tr("{1} s")},
    Phrase{"duration_min", tr("{1} minute"), tr("{1} minutes")},
    Phrase{"minutes", tr("{1} minute"), tr("{1} minutes")},
    Phrase{"warm_up_min", tr("warm up for {1} minute"), tr("warm up for {1} minutes")},
    Phrase{"every_min", tr("every minute"), tr("every {1} minutes")},
    Phrase{"break_min", tr("a break of {1} minute"), tr("a break of {1} minutes")},
    Phrase{"break_s", tr("a break of {1} s"), tr("a break of {1} s")},
    Phrase{"repetitions", tr("once"), tr("{1} times")},
    Phrase{"active_rom_repetitions", tr("full slow movement once"),
           tr("full slow movement {1} times")},
    Phrase{"sets", tr("1 set"), tr("{1} sets")},
    Phrase{"rate_per_min", tr("{1} breath a minute"), tr("{1} breaths a minute")},
    Phrase{"times_per_day", tr("once a day"), tr("{1} times a day")},
    Phrase{"times_per_week", tr("once a week"), tr("{1} times a week")},
    Phrase{"days_per_week", tr("1 day a week"), tr("{1} days a week")},
    Phrase{"minutes_per_week", tr("{1} minute a week"), tr("{1} minutes a week")},
    Phrase{"hours_per_night", tr("{1} hour a night"), tr("{1} hours a night")},
    Phrase{"litres_per_day_women", tr("women {1} litre a day"), tr("women {1} litres a day")},
    Phrase{"litres_per_day_men", tr("men {1} litre a day"), tr("men {1} litres a day")},
    Phrase{"kg_per_week", tr("{1} kg a week"), tr("{1} kg a week")},
    Phrase{"weekly_increase_percent", tr("at most {1} % more each week"),
           tr("at most {1} % more each week")},
    Phrase{"load_percent_body_weight", tr("at most {1} % of body weight"),
           tr("at most {1} % of body weight")},
    Phrase{"start_mm", tr("begin with {1} mm"), tr("begin with {1} mm")},
    Phrase{"step_mm", tr("in steps of {1} mm"), tr("in steps of {1} mm")},
    Phrase{"hours", tr("for {1} hour"), tr("for {1} hours")},
    Phrase{"days", tr("for {1} day"), tr("for {1} days")},
    Phrase{"weeks", tr("for {1} week"), tr("for {1} weeks")},
    Phrase{"recheck_weeks", tr("check again after {1} week"), tr("check again after {1} weeks")},
    Phrase{"review_weeks", tr("review after {1} week"), tr("review after {1} weeks")},
    Phrase{"replace_months", tr("replace after {1} month"), tr("replace after {1} months")},
    Phrase{"speed", "{1}", "{1}"},
    Phrase{"intensity", "{1}", "{1}"},
    Phrase{"load", "{1}", "{1}"},
    Phrase{"rule", "{1}", "{1}"},
    Phrase{"stop_rule", "{1}", "{1}"},
    Phrase{"review", tr("review {1}"), tr("review {1}")},
    Phrase{"note", "{1}", "{1}"}};

[[nodiscard]] std::string plain(double number) {
    std::ostringstream out; // short form: 2, 0.25
    out << number;
    return out.str();
}

/// The value as a number, a range or words; and whether it is exactly 1.
[[nodiscard]] std::pair<std::string, bool> valueOf(const Row& row, const std::string& name,
                                                   const Json& json) {
    if (json.is_string() && !json.get_ref<const std::string&>().empty()) {
        return {json.get<std::string>(), false};
    }
    if (json.is_number()) {
        const auto number = json.get<double>();
        return {plain(number), number == 1};
    }
    const bool isRange = json.is_array() && json.size() == 2 && json[0].is_number() &&
                         json[1].is_number() && json[0].get<double>() <= json[1].get<double>();
    if (!isRange) {
        row.refuse("dose", "must give " + name + " as low and high, a number or a text");
    }
    const auto low = json[0].get<double>();
    const auto high = json[1].get<double>();
    return low == high ? std::pair{plain(low), low == 1}
                       : std::pair{plain(low) + "–" + plain(high), false};
}

[[nodiscard]] std::string doseOf(const Row& row) {
    const auto members = row.members("dose");
    std::array<std::string, kPhrases.size()> said;
    for (const auto& [name, json] : members) {
        const auto phrase = std::ranges::find(kPhrases, name, &Phrase::field);
        if (phrase == kPhrases.end()) {
            row.refuse("dose", "names " + name + ", which has no words");
        }
        const auto [value, isOne] = valueOf(row, name, *json);
        said.at(static_cast<std::size_t>(phrase - kPhrases.begin())) =
            shown({isOne ? phrase->one : phrase->many, {value}});
    }
    std::string text;
    for (const auto& part : said) {
        if (!part.empty()) {
            text += (text.empty() ? "" : ", ") + part;
        }
    }
    return text;
}

void readTargets(const Row& row, const MuscleNames& names, KnownHomeCare& item) {
    for (const auto& target : row.texts("targets")) {
        const auto muscle = row.keyFrom<MuscleKey>("targets", target);
        if (names.find(muscle) != nullptr) {
            item.muscles.push_back(muscle);
        } else {
            item.regions.push_back(row.keyFrom<RegionKey>("targets", target));
        }
    }
}

[[nodiscard]] KnownHomeCare itemOf(const Row& row, const MuscleNames& names,
                                   const Sources& sources) {
    KnownHomeCare item{.key = row.key<HomeCareKey>("id"),
                       .name = row.text("name"),
                       .group = row.text("group"),
                       .what = row.text("what"),
                       .dose = doseOf(row),
                       .cautions = row.texts("cautions"),
                       .evidence = row.oneOf<Evidence>("evidence", kEvidences),
                       .evidenceNote = row.optionalText("evidence_note"),
                       .muscles = {},
                       .regions = {},
                       .sources = row.citedFrom(sources)};
    readTargets(row, names, item);
    return item;
}

template <class Value>
[[nodiscard]] bool meet(std::span<const Value> some, const std::vector<Value>& others) {
    return std::ranges::any_of(
        some, [&](const Value& one) { return std::ranges::find(others, one) != others.end(); });
}

} // namespace

HomeCare HomeCare::load(const std::filesystem::path& file, const MuscleNames& names,
                        Sources& sources) {
    const Table table{file, sources};
    HomeCare out;
    for (const auto& row : table.rows("items", "id")) {
        auto item = itemOf(row, names, sources);
        const auto at = out.items_.size();
        place(out.places_, item.key, at, row, "id");
        out.names_.add(at, item.name + " " + item.group);
        out.others_.add(at, item.name + " " + item.group + " " + item.what);
        out.items_.push_back(std::move(item));
    }
    return out;
}

const KnownHomeCare* HomeCare::find(const HomeCareKey& key) const noexcept {
    return findIn(items_, places_, key);
}

std::vector<const KnownHomeCare*> HomeCare::meantFor(std::span<const MuscleKey> muscles,
                                                     std::span<const RegionKey> regions) const {
    std::vector<const KnownHomeCare*> found;
    for (const auto& item : items_) {
        if (meet(muscles, item.muscles) || meet(regions, item.regions)) {
            found.push_back(&item);
        }
    }
    return found;
}

std::vector<HomeCareKey> HomeCare::search(std::string_view typed, std::size_t limit) const {
    auto found = names_.search(typed, limit);
    for (const auto at : others_.search(typed, items_.size())) {
        if (found.size() < limit && std::ranges::find(found, at) == found.end()) {
            found.push_back(at);
        }
    }
    return keysAt(items_, found);
}

std::optional<Message> HomeCare::problem(const HomeCareItem& item) const {
    const auto* known = find(item.item);
    if (known == nullptr) {
        return Message{tr("There is no home care \"{1}\" in the table."), {item.item.text()}};
    }
    if (!isValidUtf8(item.dose)) {
        return Message{tr("The dose of {1} contains characters that are damaged."), {known->name}};
    }
    if (lengthInCharacters(item.dose) > kLongestDose) {
        return Message{tr("The dose of {1} is longer than {2} characters."),
                       {known->name, std::to_string(kLongestDose)}};
    }
    return std::nullopt;
}

} // namespace palpate::reference
