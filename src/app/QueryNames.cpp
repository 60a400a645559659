// SPDX-License-Identifier: MIT
#include "app/QueryNames.h"

#include "app/Clinic.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace palpate::app {

namespace {

// Short forms that are words or first names, too.
constexpr std::array<std::string_view, 17> kAlsoWords{"is", "so",  "am", "at",   "ad", "al",
                                                      "st", "sub", "pt", "temp", "la", "op",
                                                      "pa", "met", "ed", "di",   "vi"};

[[nodiscard]] bool isAllCapitals(std::string_view text) noexcept {
    return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

[[nodiscard]] bool isOnMap(const atlas::BodyMap& map, const MuscleKey& key) {
    return map.muscle(key, Side::Right) != nullptr || map.muscle(key, Side::Middle) != nullptr;
}

void addParts(const Clinic& clinic, const MuscleKey& muscle, Muscles& parts) {
    const auto* composite = clinic.map().composite(muscle);
    for (const auto& part : composite != nullptr ? composite->parts : std::vector{muscle}) {
        if (isOnMap(clinic.map(), part) && std::ranges::find(parts, part) == parts.end()) {
            parts.push_back(part);
        }
    }
}

[[nodiscard]] Muscles partsOf(const Clinic& clinic, const std::vector<MuscleKey>& muscles) {
    Muscles parts;
    for (const auto& muscle : muscles) {
        addParts(clinic, muscle, parts);
    }
    return parts;
}

void addChoice(Meant<Muscles>& meant, Muscles parts, std::string label) {
    if (!parts.empty()) {
        meant.choices.push_back({std::move(parts), std::move(label)});
    }
}

[[nodiscard]] std::string labelOf(const Clinic& clinic, const MuscleKey& muscle) {
    return longMuscle(clinic.reference(), muscle, Side::Middle);
}

/// "Rotator cuff" within a sentence.
[[nodiscard]] std::string lower(std::string text) {
    if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    }
    return text;
}

} // namespace

std::string spaced(std::string text) {
    std::ranges::replace(text, '_', ' ');
    return text;
}

Meant<Muscles> muscleInField(const Clinic& clinic, std::string_view text) {
    const auto& names = clinic.reference().muscleNames();
    Meant<Muscles> meant;
    const auto key = MuscleKey::from(text);
    if (key && names.find(*key) != nullptr) {
        addChoice(meant, partsOf(clinic, {*key}), labelOf(clinic, *key));
        return meant;
    }
    const auto match = names.lookUp(text);
    for (const auto& muscle : match.muscles) {
        addChoice(meant, partsOf(clinic, {muscle}), labelOf(clinic, muscle));
    }
    for (const auto& group : match.groups) {
        const auto* row = names.find(group);
        addChoice(meant, partsOf(clinic, row->muscles), lower(row->label));
    }
    // As it was said, but for short forms: "upper trapezius".
    if (meant.isClear() && match.muscles.size() == 1) {
        const auto& own = names.find(match.muscles.front())->names;
        if (std::ranges::find(own, folded(text), folded) != own.end()) {
            meant.choices.front().label = folded(text);
        }
    }
    return meant;
}

bool isOnlyAWord(std::string_view text) {
    return !isAllCapitals(text) && std::ranges::find(kAlsoWords, folded(text)) != kAlsoWords.end();
}

Meant<Muscles> muscleNamed(const Clinic& clinic, std::string_view text) {
    return isOnlyAWord(text) ? Meant<Muscles>{} : muscleInField(clinic, text);
}

Meant<Muscles> muscleBegun(const Clinic& clinic, std::string_view text, std::size_t limit) {
    Meant<Muscles> meant;
    for (const auto& muscle : clinic.reference().muscleNames().search(text, limit)) {
        addChoice(meant, partsOf(clinic, {muscle}), labelOf(clinic, muscle));
    }
    return meant;
}

NameTable<Muscles> groupTable(const Clinic& clinic) {
    NameTable<Muscles> table;
    std::vector<std::string> partsOfBody;
    for (const auto& muscle : clinic.map().muscles()) {
        if (std::ranges::find(partsOfBody, muscle.group) == partsOfBody.end()) {
            partsOfBody.push_back(muscle.group);
        }
    }
    for (const auto& group : partsOfBody) {
        Muscles muscles;
        for (const auto& muscle : clinic.map().muscles()) {
            if (muscle.group == group && std::ranges::find(muscles, muscle.key) == muscles.end()) {
                muscles.push_back(muscle.key);
            }
        }
        table.add(std::move(muscles), group);
    }
    for (const auto& group : clinic.reference().muscleNames().groups()) {
        auto names = group.names;
        names.insert(names.end(), group.abbreviations.begin(), group.abbreviations.end());
        names.push_back(spaced(group.key.text()));
        table.add(partsOf(clinic, group.muscles), lower(group.label), names);
    }
    return table;
}

NameTable<Layer> layerTable() {
    NameTable<Layer> table;
    for (const auto layer :
         {Layer::Superficial, Layer::Intermediate, Layer::Deep, Layer::Deepest}) {
        const auto words = layerWords(layer); // "layer 4, deepest"
        table.add(layer, words,
                  {std::to_string(static_cast<int>(layer)), words.substr(words.find(", ") + 2)});
    }
    return table;
}

Muscles musclesOf(const Clinic& clinic, Layer layer) {
    Muscles muscles;
    for (const auto& muscle : clinic.map().muscles()) {
        if (muscle.layer == layer && std::ranges::find(muscles, muscle.key) == muscles.end()) {
            muscles.push_back(muscle.key);
        }
    }
    return muscles;
}

std::string typedMuscle(const Clinic& clinic, const MuscleKey& muscle) {
    std::string best;
    for (const auto& name : clinic.reference().muscleNames().searchWords(muscle)) {
        const auto meant = muscleNamed(clinic, name);
        const bool isOwn = meant.isClear() && meant.choices.front().value == Muscles{muscle};
        const bool isUsual = name.find(',') == std::string::npos && !name.starts_with("pars ") &&
                             !name.starts_with("musculus ");
        if (isOwn && isUsual && best.empty()) {
            best = lower(name);
        }
    }
    return best.empty() ? muscle.text() : best;
}

std::optional<NameOfMuscles> nameOf(const Clinic& clinic, const Muscles& muscles) {
    if (muscles.size() == 1) {
        return NameOfMuscles{.name = typedMuscle(clinic, muscles.front())};
    }
    const auto& names = clinic.reference().muscleNames();
    for (const auto& row : names.all()) {
        if (partsOf(clinic, {row.key}) == muscles) {
            return NameOfMuscles{.name = lower(row.names.front())};
        }
    }
    const auto groups = groupTable(clinic);
    for (const auto& group : groups.rows()) {
        if (group.value == muscles) {
            return NameOfMuscles{.name = group.label, .isGroup = true};
        }
    }
    const auto layers = layerTable();
    for (const auto& layer : layers.rows()) {
        if (musclesOf(clinic, layer.value) == muscles) {
            return NameOfMuscles{.name = std::to_string(static_cast<int>(layer.value)),
                                 .isLayer = true};
        }
    }
    return std::nullopt;
}

NameTable<TechniqueKey> techniqueTable(const Clinic& clinic) {
    NameTable<TechniqueKey> table;
    for (const auto& technique : clinic.reference().techniques().all()) {
        auto names = technique.alsoCalled;
        names.push_back(technique.name);
        names.push_back(spaced(technique.key.text()));
        table.add(technique.key, lower(techniqueLabel(clinic.reference(), technique.key)), names);
    }
    return table;
}

NameTable<HomeCareKey> homeCareTable(const Clinic& clinic) {
    NameTable<HomeCareKey> table;
    for (const auto& item : clinic.reference().homeCare().all()) {
        table.add(item.key, lower(item.name), {spaced(item.key.text())});
    }
    return table;
}

NameTable<RegionKey> regionTable(const Clinic& clinic) {
    NameTable<RegionKey> table;
    std::vector<RegionKey> known;
    for (const auto& region : clinic.map().regions()) {
        if (std::ranges::find(known, region.key) == known.end()) {
            known.push_back(region.key);
            table.add(region.key, regionWord(region.key), {region.name, spaced(region.key.text())});
        }
    }
    return table;
}

NameTable<PractitionerId> practitionerTable(Clinic& clinic) {
    NameTable<PractitionerId> table;
    for (const auto& person : clinic.store().practitioners().list()) {
        std::vector<std::string> names{person.userName, person.id.text()};
        if (person.id == clinic.practitioner().id) {
            names.emplace_back("me");
        }
        table.add(person.id, person.displayName, names);
    }
    return table;
}

NameTable<Profession> professionTable() {
    NameTable<Profession> table;
    for (const auto profession : {Profession::Physiotherapist, Profession::Chiropractor,
                                  Profession::MassageTherapist, Profession::Other}) {
        table.add(profession, professionWord(profession), {spaced(std::string{name(profession)})});
    }
    return table;
}

NameTable<CaseStatus> statusTable() {
    NameTable<CaseStatus> table;
    table.add(CaseStatus::Open, tr("open"));
    table.add(CaseStatus::Discharged, tr("discharged"), {"closed"});
    table.add(CaseStatus::ReferredOn, tr("referred on"), {"referred"});
    return table;
}

NameTable<State> stateTable() {
    NameTable<State> table;
    for (const auto state : {State::Active, State::Latent, State::Resolved}) {
        table.add(state, stateWord(state));
    }
    return table;
}

NameTable<Settled> changeTable() {
    NameTable<Settled> table;
    table.add(Settled::Still, tr("still there"), {"still", "same", "unchanged"});
    table.add(Settled::Better, tr("better"));
    table.add(Settled::Worse, tr("worse"));
    table.add(Settled::Gone, tr("gone"));
    return table;
}

NameTable<Side> sideTable() {
    NameTable<Side> table;
    table.add(Side::Left, tr("left"), {"l"});
    table.add(Side::Right, tr("right"), {"r"});
    table.add(Side::Middle, tr("middle"), {"m"});
    return table;
}

std::optional<Side> sideCalled(std::string_view word) {
    const auto meant = sideTable().named(word);
    return meant.isClear() ? std::optional{meant.choices.front().value} : std::nullopt;
}

SidedText sidedText(std::string_view typed) {
    const auto text = folded(typed);
    const auto tried = [&](std::size_t sideAt, std::size_t sideEnd, std::size_t at,
                           std::size_t end) -> std::optional<SidedText> {
        const auto side = sideCalled(std::string_view{text}.substr(sideAt, sideEnd - sideAt));
        return side ? std::optional{SidedText{text.substr(at, end - at), side, sideAt == 0}}
                    : std::nullopt;
    };
    const auto colon = text.find(':');
    const auto first = text.find(' ');
    const auto last = text.rfind(' ');
    auto found =
        colon == std::string::npos ? std::nullopt : tried(colon + 1, text.size(), 0, colon);
    if (!found && first != std::string::npos) {
        found = tried(0, first, first + 1, text.size());
    }
    if (!found && last != std::string::npos) {
        found = tried(last + 1, text.size(), 0, last);
    }
    return found.value_or(SidedText{std::string{typed}});
}

namespace {

/// "M54.5" of "m545"; empty when it is no beginning of a code.
[[nodiscard]] std::string codeOf(std::string_view typed) {
    constexpr std::size_t kLongest = 7; // without the dot
    constexpr std::size_t kDot = 3;
    std::string code;
    for (const char c : folded(typed)) {
        if (c == '.') {
            continue;
        }
        const bool isLetter = c >= 'a' && c <= 'z';
        if (!isLetter && !isDigit(c)) {
            return {};
        }
        code += isLetter ? static_cast<char>(c - 'a' + 'A') : c;
    }
    const bool isCode =
        code.size() >= 2 && code.size() <= kLongest && !isDigit(code[0]) && isDigit(code[1]);
    if (isCode && code.size() > kDot) {
        code.insert(kDot, ".");
    }
    return isCode ? code : std::string{};
}

/// The shortest beginning of the code that no code but those found has.
[[nodiscard]] std::string beginningOf(const std::string& code,
                                      const std::vector<const reference::Diagnosis*>& found,
                                      const std::vector<reference::Diagnosis>& all) {
    const auto isOnlyFound = [&](std::string_view beginning) {
        return std::ranges::all_of(all, [&](const reference::Diagnosis& each) {
            return !each.code.starts_with(beginning) ||
                   std::ranges::find(found, &each) != found.end();
        });
    };
    auto beginning = code;
    while (beginning.size() > 3) {
        const auto shorter = beginning.substr(0, beginning.size() - 1);
        if (!isOnlyFound(shorter)) {
            break;
        }
        beginning = shorter;
    }
    return beginning.ends_with('.') ? beginning.substr(0, beginning.size() - 1) : beginning;
}

} // namespace

std::string diagnosisLabel(const Clinic& clinic, const std::string& code) {
    const auto* row = clinic.reference().diagnoses().find(code);
    return row != nullptr ? code + " (" + row->text + ")" : code;
}

Meant<std::string> diagnosisMeant(const Clinic& clinic, std::string_view text) {
    Meant<std::string> meant;
    const auto& table = clinic.reference().diagnoses();
    if (const auto code = codeOf(text); !code.empty()) {
        meant.choices.push_back({code, diagnosisLabel(clinic, code)});
        return meant;
    }
    const auto found = table.search(text, table.all().size());
    for (const auto* diagnosis : found) {
        if (folded(diagnosis->text) == folded(text)) {
            meant.choices = {{diagnosis->code, diagnosisLabel(clinic, diagnosis->code)}};
            return meant;
        }
        const auto code = beginningOf(diagnosis->code, found, table.all());
        if (std::ranges::find(meant.choices, code, &Meant<std::string>::Choice::value) ==
            meant.choices.end()) {
            meant.choices.push_back({code, diagnosisLabel(clinic, code)});
        }
    }
    return meant;
}

} // namespace palpate::app
