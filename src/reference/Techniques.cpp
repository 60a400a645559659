// SPDX-License-Identifier: MIT
#include "reference/Techniques.h"

#include "reference/EvidenceWords.h"
#include "reference/Table.h"

#include <algorithm>

namespace palpate::reference {

namespace {

[[nodiscard]] std::variant<DoseRange, bool, std::string>
doseValue(const Row& row, const std::string& name, const Json& json) {
    if (json.is_boolean()) {
        return json.get<bool>();
    }
    if (json.is_string()) {
        return json.get<std::string>();
    }
    if (json.is_number()) {
        return DoseRange{.low = json.get<double>(), .high = json.get<double>()};
    }
    const bool isPair = json.is_array() && json.size() == 2 && json[0].is_number() &&
                        json[1].is_number() && json[0].get<double>() <= json[1].get<double>();
    if (!isPair) {
        row.refuse("typical_dosage",
                   "must give " + name + " as low and high, a number, a text, or true or false");
    }
    return DoseRange{.low = json[0].get<double>(), .high = json[1].get<double>()};
}

[[nodiscard]] std::vector<TypicalDose> dosesOf(const Row& row, const LogFields& fields) {
    std::vector<TypicalDose> doses;
    for (const auto& [name, json] : row.members("typical_dosage")) {
        const auto key = row.keyFrom<LogFieldKey>("typical_dosage", name);
        doses.push_back({.name = name,
                         .field = fields.find(key) != nullptr ? std::optional{key} : std::nullopt,
                         .value = doseValue(row, name, *json)});
    }
    return doses;
}

void readUsers(const Row& row, Technique& technique) {
    for (const auto& word : row.texts("used_by")) {
        if (word == "physician") {
            technique.usedByPhysicians = true;
        } else if (const auto profession = parseProfession(word)) {
            technique.usedBy.push_back(*profession);
        } else {
            row.refuse("used_by", "names " + word + ", which is no profession");
        }
    }
}

[[nodiscard]] Technique techniqueOf(const Row& row, const LogFields& fields,
                                    const Sources& sources) {
    Technique technique{.key = row.key<TechniqueKey>("id"),
                        .name = row.text("name"),
                        .alsoCalled = row.texts("also_called"),
                        .group = row.text("group"),
                        .what = row.text("what"),
                        .logFields = row.keys<LogFieldKey>("log_fields"),
                        .typicalDose = dosesOf(row, fields),
                        .usedBy = {},
                        .usedByPhysicians = false,
                        .localContraindications = row.texts("local_contraindications"),
                        .absoluteContraindications = row.texts("absolute_contraindications"),
                        .evidence = row.oneOf<Evidence>("evidence", kEvidences),
                        .evidenceNote = row.optionalText("evidence_note"),
                        .note = row.optionalText("note"),
                        .sources = row.citedFrom(sources)};
    readUsers(row, technique);
    for (const auto& field : technique.logFields) {
        if (fields.find(field) == nullptr) {
            row.refuse("log_fields", "names " + field.text() + ", which log-fields.json lacks");
        }
    }
    return technique;
}

} // namespace

std::optional<DoseRange> typicalRange(const Technique& technique, const LogFieldKey& field) {
    for (const auto& dose : technique.typicalDose) {
        if (dose.field == field) {
            const auto* range = std::get_if<DoseRange>(&dose.value);
            return range != nullptr ? std::optional{*range} : std::nullopt;
        }
    }
    return std::nullopt;
}

bool isUsedBy(const Technique& technique, Profession profession) noexcept {
    return std::ranges::find(technique.usedBy, profession) != technique.usedBy.end();
}

Techniques Techniques::load(const std::filesystem::path& file, const LogFields& fields,
                            Sources& sources) {
    const Table table{file, sources};
    Techniques out;
    for (const auto& row : table.rows("techniques", "id")) {
        auto technique = techniqueOf(row, fields, sources);
        place(out.places_, technique.key, out.techniques_.size(), row, "id");
        out.techniques_.push_back(std::move(technique));
    }
    return out;
}

const Technique* Techniques::find(const TechniqueKey& key) const noexcept {
    return findIn(techniques_, places_, key);
}

std::vector<const Technique*> Techniques::forProfession(Profession profession) const {
    std::vector<const Technique*> ordered;
    ordered.reserve(techniques_.size());
    for (const auto& technique : techniques_) {
        ordered.push_back(&technique);
    }
    // Not that of std::ranges: Clang 14 can't compile what it returns.
    std::stable_partition(ordered.begin(), ordered.end(), [profession](const Technique* technique) {
        return isUsedBy(*technique, profession);
    });
    return ordered;
}

} // namespace palpate::reference
