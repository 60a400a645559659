// SPDX-License-Identifier: MIT
#include "app/DemoTechniques.h"

#include "app/Cautions.h"
#include "app/DemoChance.h"
#include "app/SentenceWords.h"
#include "domain/Error.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace palpate::app {

namespace {

/// How much a technique is used at one kind of place, by profession: physiotherapist, chiropractor,
/// massage therapist. Invented.
struct Use {
    std::string_view key;
    std::array<double, 3> weights;
    double meanDrop;
};
constexpr std::array kAtPoints{
    Use{"pressure_release", {32, 22, 26}, 2.4},
    Use{"pir", {15, 8, 6}, 1.6},
    Use{"myofascial_release", {11, 6, 18}, 1.4},
    Use{"ischaemic_compression", {9, 24, 14}, 2.2},
    Use{"static_stretch", {8, 3, 6}, 0.9},
    Use{"stripping_massage", {7, 2, 24}, 1.5},
    Use{"dry_needling", {6, 6, 0}, 2.6},
    Use{"strain_counterstrain", {4, 3, 4}, 2.0},
    Use{"pin_and_stretch", {4, 6, 8}, 1.6},
    Use{"met", {3, 4, 1}, 1.3},
    Use{"reciprocal_inhibition", {1, 1, 0}, 1.0},
    Use{"percussion", {2, 3, 3}, 1.1},
    Use{"transverse_friction", {1, 1, 4}, 1.2},
    Use{"iastm", {2, 7, 2}, 1.1},
    Use{"cupping", {2, 1, 7}, 1.2},
};
constexpr std::array kAtRegions{
    Use{"exercise_therapy", {30, 22, 0}, 0},
    Use{"massage_relaxation", {22, 5, 62}, 0},
    Use{"heat_application", {16, 14, 16}, 0},
    Use{"education", {14, 14, 8}, 0},
    Use{"taping", {6, 8, 3}, 0},
    Use{"tens", {4, 5, 0}, 0},
    Use{"cold_application", {3, 4, 1}, 0},
    Use{"relaxation", {5, 2, 9}, 0},
};
constexpr std::array kAtJoints{
    Use{"joint_mobilisation", {100, 26, 0}, 0},
    Use{"spinal_manipulation", {0, 58, 0}, 0},
    Use{"instrument_adjusting", {0, 16, 0}, 0},
};
constexpr std::array kProfessions{Profession::Physiotherapist, Profession::Chiropractor,
                                  Profession::MassageTherapist};

/// Why one went on against an alert that is to be weighed.
constexpr auto kReasons = std::to_array<std::string_view>(
    {"Risk and benefit talked over; light dose, and the patient wishes it.",
     "The physician agreed by telephone; light dose.",
     "Done lightly and briefly; the risk was explained, and the patient agrees."});

/// Believable answers for fields whose table row leaves them open or offers many. Invented, as the
/// rest of the demonstration: none is advice on dose.
struct Answers {
    std::string_view technique; ///< empty: any
    std::string_view field;
    std::span<const std::string_view> choices;
};
constexpr auto kHands =
    std::to_array<std::string_view>({"thumb", "thumb", "fingers", "knuckle", "elbow"});
constexpr auto kBlade = std::to_array<std::string_view>({"blade"});
constexpr auto kGun = std::to_array<std::string_view>({"massage gun"});
constexpr auto kDepths =
    std::to_array<std::string_view>({"superficial", "middle", "middle", "deep"});
constexpr auto kOils = std::to_array<std::string_view>({"none", "oil", "cream"});
constexpr auto kFibres = std::to_array<std::string_view>({"along the fibres", "across the fibres"});
constexpr auto kReleases = std::to_array<std::string_view>({"yes", "yes", "partly", "no"});
constexpr auto kFirmness =
    std::to_array<std::string_view>({"light", "moderate", "moderate", "firm"});
constexpr auto kSkin = std::to_array<std::string_view>({"none", "mild redness"});
constexpr auto kBleeding = std::to_array<std::string_view>({"none", "none", "drop"});
constexpr auto kVacuum = std::to_array<std::string_view>({"light", "medium"});
constexpr auto kCups = std::to_array<std::string_view>({"medium (4-6 cm)"});
constexpr auto kCupMotion = std::to_array<std::string_view>({"static", "sliding"});
constexpr auto kMovement = std::to_array<std::string_view>({"active", "passive"});
constexpr auto kBreathing =
    std::to_array<std::string_view>({"in on effort, out on release", "free"});
constexpr auto kLying = std::to_array<std::string_view>({"prone"});
constexpr auto kEase =
    std::to_array<std::string_view>({"side-bent towards the point", "extended and rotated away",
                                     "knee flexed, hip rotated outwards"});
constexpr auto kHeat = std::to_array<std::string_view>({"moist pack", "heat wrap"});
constexpr auto kCold = std::to_array<std::string_view>({"cold pack"});
constexpr auto kTape = std::to_array<std::string_view>({"muscle", "space or lift"});
constexpr auto kStimulus = std::to_array<std::string_view>({"strong, comfortable"});
constexpr auto kExercises = std::to_array<std::string_view>(
    {"bridge", "side plank", "bird dog", "hip hinge with a stick", "step-ups", "band row",
     "wall slides", "dead bug", "clam", "calf raises", "chin tuck with hold"});
constexpr auto kLoads =
    std::to_array<std::string_view>({"body weight", "yellow band", "red band", "2 kg"});
constexpr auto kGrades = std::to_array<std::string_view>({"II", "III", "III", "IV"});
constexpr auto kSpring = std::to_array<std::string_view>({"spring-loaded instrument"});
constexpr auto kSettings = std::to_array<std::string_view>({"low", "medium"});
constexpr auto kResponses = std::to_array<std::string_view>({"better", "better", "same"});
constexpr auto kAdherence =
    std::to_array<std::string_view>({"sometimes", "most days", "most days", "as agreed"});
constexpr auto kTopics = std::to_array<std::string_view>(
    {"what a trigger point is", "pacing of loads", "posture at the screen", "sleep and pain",
     "when to see a physician", "stress and muscle tension", "breaks while sitting"});
constexpr auto kUnderstanding = std::to_array<std::string_view>(
    {"explained back correctly", "explained back correctly", "partly"});
constexpr std::array kAnswers{
    Answers{"iastm", "tool", kBlade},
    Answers{"percussion", "tool", kGun},
    Answers{"instrument_adjusting", "tool", kSpring},
    Answers{"", "tool", kHands},
    Answers{"", "depth", kDepths},
    Answers{"", "lubricant", kOils},
    Answers{"myofascial_release", "direction", kFibres},
    Answers{"", "release_felt", kReleases},
    Answers{"", "pressure_level", kFirmness},
    Answers{"", "skin_response", kSkin},
    Answers{"", "bleeding", kBleeding},
    Answers{"", "vacuum_level", kVacuum},
    Answers{"", "cup_size", kCups},
    Answers{"", "cup_motion", kCupMotion},
    Answers{"", "movement_mode", kMovement},
    Answers{"", "breathing", kBreathing},
    Answers{"massage_relaxation", "position", kLying},
    Answers{"", "mobilisation_grade", kGrades},
    Answers{"", "device_setting", kSettings},
    Answers{"", "response", kResponses},
    Answers{"", "ease_position", kEase},
    Answers{"", "heat_agent", kHeat},
    Answers{"", "cold_agent", kCold},
    Answers{"", "tape_method", kTape},
    Answers{"", "stimulus_level", kStimulus},
    Answers{"", "exercise", kExercises},
    Answers{"", "load", kLoads},
    Answers{"", "adherence", kAdherence},
    Answers{"", "topics", kTopics},
    Answers{"", "understanding", kUnderstanding},
};
/// Numbers for which the table gives no usual range.
struct Numbers {
    std::string_view field;
    double low;
    double high;
};
constexpr std::array kNumbers{
    Numbers{"pressure_kpa", 150, 320},   Numbers{"needle_depth_mm", 10, 30},
    Numbers{"twitch_count", 0, 4},       Numbers{"insertion_count", 2, 8},
    Numbers{"range_deg", 20, 70},        Numbers{"cup_count", 1, 4},
    Numbers{"next_review_days", 7, 28},  Numbers{"breath_rate_per_min", 5, 8},
    Numbers{"pulse_width_us", 150, 250},
};
constexpr auto kAlwaysLogged = std::to_array<std::string_view>(
    {"duration_s", "repetitions", "contraction_s", "stretch_s", "exercise", "topics", "consent",
     "sets", "strokes", "joint_level", "mobilisation_grade", "attempts", "impulse_count",
     "direction"});

[[nodiscard]] bool isAlwaysLogged(std::string_view field) {
    return std::ranges::find(kAlwaysLogged, field) != kAlwaysLogged.end();
}

/// Answered by the place of the treatment where the technique has no answers of its own.
[[nodiscard]] bool isOfPlace(std::string_view field) {
    return field == "position" || field == "direction";
}

/// Empty: the demonstration never fills the field in.
[[nodiscard]] std::optional<DemoTechniques::Field> fieldFor(const reference::Technique& technique,
                                                            const reference::LogField& row) {
    DemoTechniques::Field field{.key = row.key, .choices = {}};
    field.chance = isAlwaysLogged(row.key.text()) ? 1 : 0.3;
    switch (row.type) {
    case reference::FieldType::Boolean:
        field.isYes = true;
        field.chance = row.key.text() == "cavitation" ? 0.7 : field.chance;
        return field;
    case reference::FieldType::Choice:
    case reference::FieldType::Text:
        field.isRegion = row.isRegion;
        field.isLevel = row.key.text() == "joint_level";
        for (const auto& answers : kAnswers) {
            if (field.choices.empty() && answers.field == row.key.text() &&
                (answers.technique.empty() || answers.technique == technique.key.text())) {
                field.choices.assign(answers.choices.begin(), answers.choices.end());
            }
        }
        return field.isRegion || field.isLevel || isOfPlace(row.key.text()) ||
                       !field.choices.empty()
                   ? std::optional{field}
                   : std::nullopt;
    case reference::FieldType::Number:
    case reference::FieldType::Integer:
    case reference::FieldType::Duration:
        break;
    }
    if (const auto usual = reference::typicalRange(technique, row.key)) {
        field.low = usual->low;
        field.high = usual->high;
    } else {
        const auto own = std::ranges::find(kNumbers, row.key.text(), &Numbers::field);
        if (own == kNumbers.end()) {
            return std::nullopt;
        }
        field.low = own->low;
        field.high = own->high;
    }
    field.step = row.step.value_or(1);
    const bool isLong = row.type == reference::FieldType::Duration && field.high - field.low >= 30;
    if (isLong) {
        field.step = field.high >= 600 ? 60 : 5; // as people read a clock
    }
    return field;
}

[[nodiscard]] bool isAnsweredByPlace(const DemoTechniques::Field& field) {
    return field.choices.empty() && isOfPlace(field.key.text());
}

[[nodiscard]] std::vector<DemoTechniques::Technique>
lookedUp(const reference::Reference& reference, std::span<const Use> uses, std::size_t profession) {
    std::vector<DemoTechniques::Technique> found;
    for (const auto& use : uses) {
        if (use.weights.at(profession) <= 0) {
            continue;
        }
        const auto key = TechniqueKey::from(use.key);
        const auto* row = key ? reference.techniques().find(*key) : nullptr;
        if (row == nullptr) {
            throw DataError{{tr("The table of techniques lacks {1}, which the demonstration uses; "
                                "install Palpate again."),
                             {std::string{use.key}}}};
        }
        DemoTechniques::Technique technique{
            use.weights.at(profession), row->key, uncapitalised(row->name), use.meanDrop, {}};
        for (const auto& fieldKey : row->logFields) {
            const auto* field = reference.logFields().find(fieldKey);
            if (auto plan = field != nullptr ? fieldFor(*row, *field) : std::nullopt) {
                technique.fields.push_back(std::move(*plan));
            }
        }
        found.push_back(std::move(technique));
    }
    return found;
}

} // namespace

DemoTechniques::DemoTechniques(const reference::Reference& reference, const atlas::BodyMap& map)
    : reference_{reference}, map_{map} {
    for (std::size_t i = 0; i < kProfessions.size(); ++i) {
        lists_.at(i) = {lookedUp(reference, kAtPoints, i), lookedUp(reference, kAtRegions, i),
                        lookedUp(reference, kAtJoints, i)};
    }
}

const std::vector<DemoTechniques::Technique>& DemoTechniques::listOf(At at,
                                                                     Profession profession) const {
    const auto* found = std::ranges::find(kProfessions, profession);
    const auto row = found != kProfessions.end() ? found - kProfessions.begin() : 0;
    return lists_.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(at));
}

std::optional<DemoTechniques::Choice>
DemoTechniques::choose(DemoChance& chance, At at, Profession profession,
                       const std::optional<std::vector<Alert>>& alerts,
                       const TreatmentTarget& target, const Session& session) const {
    constexpr int kTries = 20;
    const auto& list = listOf(at, profession);
    for (int i = 0; i < kTries && !list.empty(); ++i) {
        Choice choice{&chance.weighted(list), {}};
        if (!alerts || alerts->empty()) {
            return choice;
        }
        const auto& key = choice.technique->key;
        const auto callsForReason = [](const Caution& caution) { return caution.needsReason; };
        // Without a place nothing is left out, so what needs no reason then never does.
        auto cautions = cautionsFor(alerts, key, std::nullopt, reference_);
        if (std::ranges::any_of(cautions, callsForReason)) {
            cautions =
                cautionsFor(alerts, key, placeOf(target, session, map_, reference_), reference_);
        }
        bool isLeftAlone = false;
        for (const auto& caution : cautions) {
            if (!caution.needsReason || !caution.alert) {
                continue;
            }
            const bool isElsewhere = caution.kind != CautionKind::Absolute &&
                                     caution.holds == CautionHolds::AskPlace &&
                                     !caution.readyReason.empty();
            isLeftAlone =
                isLeftAlone ||
                (!isElsewhere && (caution.kind != CautionKind::Relative || !chance.happens(0.04)));
            choice.wentOn.push_back({*caution.alert, isElsewhere
                                                         ? caution.readyReason
                                                         : std::string{chance.from(kReasons)}});
        }
        if (!isLeftAlone) {
            return choice;
        }
    }
    return std::nullopt;
}

std::vector<TechniqueKey> DemoTechniques::planned(DemoChance& chance, Profession profession) const {
    std::vector<TechniqueKey> keys;
    const auto add = [&](At at) {
        const auto& list = listOf(at, profession);
        if (!list.empty()) {
            const auto& key = chance.weighted(list).key;
            if (std::ranges::find(keys, key) == keys.end()) {
                keys.push_back(key);
            }
        }
    };
    if (profession == Profession::Chiropractor) {
        add(At::Joints);
    }
    add(At::Points);
    if (chance.happens(0.6)) {
        add(At::Regions);
    }
    return keys;
}

const DemoTechniques::Technique& DemoTechniques::named(std::string_view key) const {
    for (const auto& lists : lists_) {
        for (const auto& list : lists) {
            for (const auto& technique : list) {
                if (technique.key.text() == key) {
                    return technique;
                }
            }
        }
    }
    throw DataError{{tr("The demonstration does not use the technique {1}."), {std::string{key}}}};
}

std::vector<LogValue> DemoTechniques::dose(DemoChance& chance, const Technique& technique,
                                           const DemoDosePlace& place) {
    std::vector<LogValue> dose;
    for (const auto& field : technique.fields) {
        if (!chance.happens(field.chance)) {
            continue;
        }
        if (field.isYes) {
            dose.push_back({field.key, true});
        } else if (field.isRegion || field.isLevel || isAnsweredByPlace(field)) {
            const auto& words = field.isRegion                   ? place.region
                                : field.isLevel                  ? place.level
                                : field.key.text() == "position" ? place.position
                                                                 : place.direction;
            if (!words.empty()) {
                dose.push_back({field.key, words});
            }
        } else if (!field.choices.empty()) {
            dose.push_back({field.key, chance.from(field.choices)});
        } else {
            const int steps = static_cast<int>(std::lround((field.high - field.low) / field.step));
            const auto value = field.low + field.step * chance.between(0, std::max(steps, 0));
            // A step such as 0.01 leaves dust behind the sixth decimal.
            dose.push_back({field.key, std::round(std::min(value, field.high) * 1e6) / 1e6});
        }
    }
    return dose;
}

} // namespace palpate::app
