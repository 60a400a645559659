// SPDX-License-Identifier: MIT
// The dose of a treatment as a sentence says it. A field that has no words here is still said, by
// its label: nothing that was logged is left out.
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace palpate::app {

namespace {

/// {1} is the value. `many` differs where it is counted.
struct Phrase {
    std::string_view field;
    const char* one;
    const char* many;
};

constexpr std::array kNumbers{
    Phrase{"strokes", tr("{1} stroke"), tr("{1} strokes")},
    Phrase{"sweeps", tr("{1} sweep of spray"), tr("{1} sweeps of spray")},
    Phrase{"attempts", tr("{1} thrust"), tr("{1} thrusts")},
    Phrase{"impulse_count", tr("{1} impulse"), tr("{1} impulses")},
    Phrase{"insertion_count", tr("{1} insertion"), tr("{1} insertions")},
    Phrase{"point_count", tr("at {1} spot"), tr("at {1} spots")},
    Phrase{"sets", tr("{1} set"), tr("{1} sets")},
    Phrase{"wear_days", tr("worn for {1} day"), tr("worn for {1} days")},
    Phrase{"next_review_days", tr("review in {1} day"), tr("review in {1} days")},
    Phrase{"breath_rate_per_min", tr("{1} breath a minute"), tr("{1} breaths a minute")},
    Phrase{"tool_angle_deg", tr("at {1}° to the skin"), nullptr},
    Phrase{"range_deg", tr("to {1}°"), nullptr},
    Phrase{"spray_distance_cm", tr("from {1} cm"), nullptr},
    Phrase{"sweep_speed_cm_s", tr("at {1} cm/s"), nullptr},
    Phrase{"needle_depth_mm", tr("to a depth of {1} mm"), nullptr},
    Phrase{"oscillation_hz", tr("at {1} Hz"), nullptr},
    Phrase{"temperature_c", tr("at {1} °C"), nullptr},
    Phrase{"pulse_frequency_hz", tr("at {1} Hz"), nullptr},
    Phrase{"pulse_width_us", tr("pulse width {1} µs"), nullptr},
    Phrase{"us_frequency_mhz", tr("at {1} MHz"), nullptr},
    Phrase{"intensity_w_cm2", tr("{1} W/cm²"), nullptr},
    Phrase{"duty_percent", tr("duty cycle {1} %"), nullptr},
    Phrase{"wavelength_nm", tr("at {1} nm"), nullptr},
    Phrase{"energy_j_per_point", tr("{1} J at each spot"), nullptr},
    Phrase{"tension_percent", tr("at {1} % tension"), nullptr},
    Phrase{"percussion_hz", tr("at {1} Hz"), nullptr},
};

constexpr std::array kWords{
    Phrase{"pressure_level", tr("with {1} pressure"), nullptr},
    Phrase{"vacuum_level", tr("with {1} suction"), nullptr},
    Phrase{"movement_mode", tr("with {1} movement"), nullptr},
    Phrase{"ease_position", tr("position of ease {1}"), nullptr},
    Phrase{"device_setting", tr("setting {1}"), nullptr},
    Phrase{"stimulus_level", tr("stimulus {1}"), nullptr},
    Phrase{"electrode_site", tr("electrodes: {1}"), nullptr},
    Phrase{"mobilisation_grade", tr("grade {1}"), nullptr},
    Phrase{"exercise", tr("{1}"), nullptr},
    Phrase{"load", tr("load {1}"), nullptr},
    Phrase{"topics", tr("about {1}"), nullptr},
    Phrase{"referred_to", tr("to {1}"), nullptr},
    Phrase{"injectate", tr("injected: {1}"), nullptr},
    Phrase{"cup_motion", tr("{1}"), nullptr},
};

/// One choice of a field, where the choice alone would not read well.
struct ChoiceWords {
    std::string_view field;
    std::string_view choice;
    const char* words;
};

constexpr std::array kChoices{
    ChoiceWords{"tool", "thumb", tr("with the thumb")},
    ChoiceWords{"tool", "fingers", tr("with the fingers")},
    ChoiceWords{"tool", "knuckle", tr("with the knuckle")},
    ChoiceWords{"tool", "palm", tr("with the palm")},
    ChoiceWords{"tool", "forearm", tr("with the forearm")},
    ChoiceWords{"tool", "elbow", tr("with the elbow")},
    ChoiceWords{"tool", "hand tool", tr("with a hand tool")},
    ChoiceWords{"tool", "blade", tr("with a blade")},
    ChoiceWords{"tool", "massage gun", tr("with a massage gun")},
    ChoiceWords{"tool", "vibration device", tr("with a vibration device")},
    ChoiceWords{"tool", "spring-loaded instrument", tr("with a spring-loaded instrument")},
    ChoiceWords{"tool", "other", tr("with another tool")},
    ChoiceWords{"lubricant", "none", tr("without lubricant")},
    ChoiceWords{"depth", "skin", tr("at skin level")},
    ChoiceWords{"depth", "superficial", tr("in the superficial layer")},
    ChoiceWords{"depth", "middle", tr("in the middle layer")},
    ChoiceWords{"depth", "deep", tr("in the deep layer")},
    ChoiceWords{"direction", "posterior to anterior", tr("from posterior to anterior")},
    ChoiceWords{"direction", "anterior to posterior", tr("from anterior to posterior")},
    ChoiceWords{"direction", "medial", tr("in a medial direction")},
    ChoiceWords{"direction", "lateral", tr("in a lateral direction")},
    ChoiceWords{"direction", "flexion", tr("into flexion")},
    ChoiceWords{"direction", "extension", tr("into extension")},
    ChoiceWords{"direction", "side-bend left", tr("into left side-bending")},
    ChoiceWords{"direction", "side-bend right", tr("into right side-bending")},
    ChoiceWords{"direction", "rotation left", tr("into left rotation")},
    ChoiceWords{"direction", "rotation right", tr("into right rotation")},
    ChoiceWords{"direction", "distraction", tr("in distraction")},
    ChoiceWords{"direction", "other", tr("in another direction")},
    ChoiceWords{"position", "prone", tr("patient prone")},
    ChoiceWords{"position", "supine", tr("patient supine")},
    ChoiceWords{"position", "side-lying left", tr("patient lying on the left side")},
    ChoiceWords{"position", "side-lying right", tr("patient lying on the right side")},
    ChoiceWords{"position", "sitting", tr("patient sitting")},
    ChoiceWords{"position", "standing", tr("patient standing")},
    ChoiceWords{"position", "other", tr("patient in another position")},
    ChoiceWords{"breathing", "none asked", tr("no breathing asked for")},
    ChoiceWords{"breathing", "in on effort, out on release",
                tr("breathing in on effort and out on release")},
    ChoiceWords{"breathing", "free", tr("breathing freely")},
    ChoiceWords{"coolant", "vapocoolant spray", tr("with vapocoolant spray")},
    ChoiceWords{"coolant", "ice", tr("with ice")},
    ChoiceWords{"coolant", "cold pack", tr("with a cold pack")},
    ChoiceWords{"coolant", "other", tr("with another coolant")},
    ChoiceWords{"rewarm", "none", tr("not rewarmed")},
    ChoiceWords{"rewarm", "moist heat", tr("rewarmed with moist heat")},
    ChoiceWords{"rewarm", "hand", tr("rewarmed with the hand")},
    ChoiceWords{"rewarm", "blanket", tr("rewarmed with a blanket")},
    ChoiceWords{"heat_agent", "moist pack", tr("with a moist pack")},
    ChoiceWords{"heat_agent", "dry pack", tr("with a dry pack")},
    ChoiceWords{"heat_agent", "heat wrap", tr("with a heat wrap")},
    ChoiceWords{"heat_agent", "infrared lamp", tr("with an infrared lamp")},
    ChoiceWords{"heat_agent", "warm bath", tr("in a warm bath")},
    ChoiceWords{"heat_agent", "paraffin", tr("with paraffin")},
    ChoiceWords{"heat_agent", "other", tr("with another heat source")},
    ChoiceWords{"cold_agent", "cold pack", tr("with a cold pack")},
    ChoiceWords{"cold_agent", "ice massage", tr("as ice massage")},
    ChoiceWords{"cold_agent", "crushed ice", tr("with crushed ice")},
    ChoiceWords{"cold_agent", "cold bath", tr("in a cold bath")},
    ChoiceWords{"cold_agent", "spray", tr("with spray")},
    ChoiceWords{"cold_agent", "other", tr("with another cold source")},
    ChoiceWords{"tape_method", "muscle", tr("muscle method")},
    ChoiceWords{"tape_method", "space or lift", tr("space or lift method")},
    ChoiceWords{"tape_method", "joint support", tr("for joint support")},
    ChoiceWords{"tape_method", "drainage", tr("for drainage")},
    ChoiceWords{"tape_method", "rigid tape", tr("with rigid tape")},
    ChoiceWords{"tape_method", "other", tr("by another method")},
};

/// What followed: said behind the dose, with the effect.
constexpr std::array kAnswers{
    ChoiceWords{"release_felt", "yes", tr("release felt")},
    ChoiceWords{"release_felt", "partly", tr("release partly felt")},
    ChoiceWords{"release_felt", "no", tr("no release felt")},
    ChoiceWords{"skin_response", "none", tr("no skin response")},
    ChoiceWords{"skin_response", "mild redness", tr("mild redness of the skin")},
    ChoiceWords{"skin_response", "marked redness", tr("marked redness of the skin")},
    ChoiceWords{"skin_response", "petechiae", tr("petechiae of the skin")},
    ChoiceWords{"skin_response", "bruise", tr("a bruise of the skin")},
    ChoiceWords{"skin_response", "blister", tr("a blister of the skin")},
    ChoiceWords{"skin_response", "itch or rash", tr("itch or rash of the skin")},
    ChoiceWords{"skin_response", "broken skin", tr("broken skin")},
    ChoiceWords{"bleeding", "none", tr("no bleeding")},
    ChoiceWords{"bleeding", "drop", tr("a drop of blood")},
    ChoiceWords{"bleeding", "stopped with pressure", tr("bleeding stopped with pressure")},
    ChoiceWords{"bleeding", "haematoma", tr("a haematoma")},
    ChoiceWords{"post_soreness", "none", tr("no soreness after")},
    ChoiceWords{"post_soreness", "under 24 h", tr("soreness for under 24 h")},
    ChoiceWords{"post_soreness", "24-48 h", tr("soreness for 24–48 h")},
    ChoiceWords{"post_soreness", "over 48 h", tr("soreness for over 48 h")},
    ChoiceWords{"response", "much better", tr("patient much better afterwards")},
    ChoiceWords{"response", "better", tr("patient better afterwards")},
    ChoiceWords{"response", "same", tr("patient the same afterwards")},
    ChoiceWords{"response", "worse", tr("patient worse afterwards")},
    ChoiceWords{"response", "much worse", tr("patient much worse afterwards")},
    ChoiceWords{"adherence", "not done", tr("not done at home")},
    ChoiceWords{"adherence", "sometimes", tr("done at home sometimes")},
    ChoiceWords{"adherence", "most days", tr("done at home on most days")},
    ChoiceWords{"adherence", "as agreed", tr("done at home as agreed")},
    ChoiceWords{"understanding", "explained back correctly", tr("explained back correctly")},
    ChoiceWords{"understanding", "partly", tr("partly understood")},
    ChoiceWords{"understanding", "not yet", tr("not yet understood")},
};

struct YesNoWords {
    std::string_view field;
    const char* yes;
    const char* no;
    bool isAnswer;
};
constexpr std::array kYesNo{
    YesNoWords{"consent", tr("consent given"), tr("consent not given"), false},
    YesNoWords{"skin_check", tr("skin and feeling checked"), tr("skin and feeling not checked"),
               false},
    YesNoWords{"eye_protection", tr("eye protection worn"), tr("eye protection not worn"), false},
    YesNoWords{"cavitation", tr("cavitation"), tr("no cavitation"), true},
    YesNoWords{"leaflet", tr("leaflet given"), tr("no leaflet given"), false},
};

class DoseTeller {
public:
    DoseTeller(const Treatment& treatment, const reference::Reference& reference, PressureUnit unit,
               bool each)
        : treatment_{treatment}, reference_{reference}, unit_{unit}, each_{each} {}

    [[nodiscard]] DosePhrases told() {
        takeEffects();
        takeHold();
        takeCycle();
        takeNeedle();
        takeCups();
        for (const auto& entry : treatment_.dose) {
            if (std::ranges::count(taken_, entry.field.text()) == 0) {
                takeOther(entry);
            }
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] const LogValue* entry(std::string_view field) const {
        const auto found = std::ranges::find_if(
            treatment_.dose, [&](const LogValue& each) { return each.field.text() == field; });
        return found == treatment_.dose.end() ? nullptr : &*found;
    }

    /// Each field is said once.
    [[nodiscard]] std::optional<double> take(std::string_view field) {
        const auto* found = entry(field);
        const auto* number = found != nullptr ? std::get_if<double>(&found->value) : nullptr;
        if (number == nullptr) {
            return std::nullopt;
        }
        taken_.emplace_back(field);
        return *number;
    }

    void say(std::string words) { out_.dose.push_back(std::move(words)); }
    void answer(std::string words) { out_.answered.push_back(std::move(words)); }

    void takeEffects() {
        out_.painBefore = take("pain_before");
        out_.painAfter = take("pain_after");
        out_.tendernessBefore = take("tenderness_before");
        out_.tendernessAfter = take("tenderness_after");
        if (const auto during = take("pain_during")) {
            answer(shown({tr("pain {1}/10 during it"), {plainNumber(*during)}}));
        }
        if (const auto during = take("tenderness_during")) {
            answer(
                shown({tr("tenderness {1}/10 in the position of ease"), {plainNumber(*during)}}));
        }
        if (const auto twitches = take("twitch_count")) {
            answer(*twitches == 0 ? std::string{tr("no local twitch response")}
                   : *twitches == 1
                       ? std::string{tr("1 local twitch response")}
                       : shown({tr("{1} local twitch responses"), {plainNumber(*twitches)}}));
        }
    }

    /// Whether the time is one of holding still, and not of working on.
    [[nodiscard]] bool isHeld() const {
        const auto* technique = reference_.techniques().find(treatment_.technique);
        return technique != nullptr &&
               (technique->group == "trigger_point" || technique->group == "positional");
    }

    [[nodiscard]] std::string eachTime(std::string words) const {
        return each_ ? shown({tr("{1} each"), {words}}) : words;
    }

    /// "held 47 s at 20 kPa", "twice"; "3 sets of 10 repetitions, each held 5 s".
    void takeHold() {
        const auto sets = take("sets");
        const auto times = take("repetitions");
        auto held = take("duration_s");
        const bool isWork = held && !isHeld();
        if (!held && treatment_.technique.text() == "static_stretch") {
            held = take("stretch_s");
        }
        const auto pressure = take("pressure_kpa");
        const auto under =
            pressure ? pressureText(Pressure::kilopascals(*pressure), unit_) : std::string{};
        if (held) {
            const auto span =
                eachTime(shown({isWork ? tr("for {1}") : tr("held {1}"), {spanText(*held)}}));
            say(under.empty() ? span : shown({tr("{1} at {2}"), {span, under}}));
        } else if (pressure) {
            say(shown({tr("at {1}"), {under}}));
        }
        if (sets && times) {
            say(shown({*sets == 1 ? tr("{1} set of {2}") : tr("{1} sets of {2}"),
                       {plainNumber(*sets), counted(*times)}}));
        } else if (times) {
            say(held || pressure ? often(*times) : counted(*times));
        } else if (sets) {
            say(shown({*sets == 1 ? tr("{1} set") : tr("{1} sets"), {plainNumber(*sets)}}));
        }
        if (const auto hold = take("hold_s")) {
            say(shown({tr("each held {1}"), {spanText(*hold)}}));
        }
    }

    [[nodiscard]] static std::string often(double times) {
        return times == 1   ? std::string{tr("once")}
               : times == 2 ? std::string{tr("twice")}
                            : shown({tr("{1} times"), {plainNumber(times)}});
    }
    [[nodiscard]] static std::string counted(double times) {
        return shown(
            {times == 1 ? tr("{1} repetition") : tr("{1} repetitions"), {plainNumber(times)}});
    }

    /// "7 s of contraction at 20 % effort, 5 s of relaxation and 15 s of stretch"
    void takeCycle() {
        std::vector<std::string> parts;
        const auto effort = take("effort_percent");
        const auto atEffort =
            effort ? shown({tr("at {1} % effort"), {plainNumber(*effort)}}) : std::string{};
        if (const auto contraction = take("contraction_s")) {
            parts.push_back(joined(
                {shown({tr("{1} of contraction"), {spanText(*contraction)}}), atEffort}, " "));
        } else if (effort) {
            parts.push_back(atEffort);
        }
        if (const auto relax = take("relax_s")) {
            parts.push_back(shown({tr("{1} of relaxation"), {spanText(*relax)}}));
        }
        if (const auto stretch = take("stretch_s")) {
            parts.push_back(shown({tr("{1} of stretch"), {spanText(*stretch)}}));
        }
        if (!parts.empty()) {
            say(listed(parts));
        }
    }

    /// "with a needle of 0.25 × 40 mm"
    void takeNeedle() {
        const auto diameter = take("needle_diameter_mm");
        const auto length = take("needle_length_mm");
        if (diameter && length) {
            say(shown({tr("with a needle of {1} × {2} mm"),
                       {plainNumber(*diameter), plainNumber(*length)}}));
        } else if (diameter) {
            say(shown({tr("with a needle {1} mm thick"), {plainNumber(*diameter)}}));
        } else if (length) {
            say(shown({tr("with a needle {1} mm long"), {plainNumber(*length)}}));
        }
    }

    /// "4 cups, medium (4–6 cm)"
    void takeCups() {
        if (const auto count = take("cup_count")) {
            say(shown({*count == 1 ? tr("{1} cup") : tr("{1} cups"), {plainNumber(*count)}}));
        }
        if (const auto* size = entry("cup_size")) {
            if (const auto* words = std::get_if<std::string>(&size->value)) {
                taken_.emplace_back("cup_size");
                say(*words);
            }
        }
    }

    void takeOther(const LogValue& entry) {
        if (const auto* number = std::get_if<double>(&entry.value)) {
            takeNumber(entry.field, *number);
        } else if (const auto* yes = std::get_if<bool>(&entry.value)) {
            takeYesNo(entry.field, *yes);
        } else {
            takeText(entry.field, std::get<std::string>(entry.value));
        }
    }

    /// Whether the target has said that joint or level already.
    [[nodiscard]] bool isTarget(const std::string& level) const {
        const auto* target = std::get_if<JointTarget>(&treatment_.target);
        const auto* joint = target != nullptr ? reference_.joints().find(target->joint) : nullptr;
        return joint != nullptr && joint->logged == level;
    }

    [[nodiscard]] std::string labelOf(const LogFieldKey& field) const {
        const auto* known = reference_.logFields().find(field);
        return known != nullptr ? uncapitalised(known->label) : field.text();
    }

    void takeNumber(const LogFieldKey& field, double value) {
        const auto* known = reference_.logFields().find(field);
        const auto phrase = std::ranges::find(kNumbers, field.text(), &Phrase::field);
        if (phrase == kNumbers.end()) {
            say(labelOf(field) + " " +
                quantity(value, known != nullptr ? known->unit : std::string{}));
            return;
        }
        const bool isMany = phrase->many != nullptr && value != 1;
        say(shown({isMany ? phrase->many : phrase->one, {plainNumber(value)}}));
    }

    void takeYesNo(const LogFieldKey& field, bool yes) {
        const auto words = std::ranges::find(kYesNo, field.text(), &YesNoWords::field);
        if (words == kYesNo.end()) {
            say(shown({yes ? tr("{1}: yes") : tr("{1}: no"), {labelOf(field)}}));
        } else {
            (words->isAnswer ? out_.answered : out_.dose)
                .emplace_back(yes ? words->yes : words->no);
        }
    }

    void takeText(const LogFieldKey& field, const std::string& text) {
        const auto isIt = [&](const ChoiceWords& each) {
            return each.field == field.text() && each.choice == text;
        };
        const auto isAnswer = [&](const ChoiceWords& each) { return each.field == field.text(); };
        if (const auto found = std::ranges::find_if(kChoices, isIt); found != kChoices.end()) {
            say(found->words);
        } else if (const auto answered = std::ranges::find_if(kAnswers, isIt);
                   answered != kAnswers.end()) {
            answer(answered->words);
        } else if (std::ranges::any_of(kAnswers, isAnswer)) {
            answer(shown({tr("{1}: {2}"), {labelOf(field), text}}));
        } else if (field.text() == "lubricant") {
            say(shown({tr("with {1}"), {text}}));
        } else if (field.text() == "direction") {
            say(text); // "towards the head", "along the fibres"
        } else if (field.text() == "region") {
            const auto region = RegionKey::from(text);
            say(shown({tr("over the {1}"), {region ? regionWord(*region) : text}}));
        } else if (field.text() == "referral_date") {
            const auto day = parseIsoDate(text);
            say(shown({tr("on {1}"), {day ? dayText(*day) : text}}));
        } else if (field.text() == "side_effects") {
            answer(shown({tr("side effects: {1}"), {text}}));
        } else if (field.text() == "joint_level") {
            if (!isTarget(text)) {
                say(shown({tr("at {1}"), {text}}));
            }
        } else if (const auto phrase = std::ranges::find(kWords, field.text(), &Phrase::field);
                   phrase != kWords.end()) {
            say(shown({phrase->one, {text}}));
        } else {
            say(labelOf(field) + " " + text);
        }
    }

    const Treatment& treatment_;
    const reference::Reference& reference_;
    PressureUnit unit_;
    bool each_;
    DosePhrases out_;
    std::vector<std::string> taken_;
};

} // namespace

DosePhrases dosePhrases(const Treatment& treatment, const reference::Reference& reference,
                        PressureUnit unit, bool each) {
    return DoseTeller{treatment, reference, unit, each}.told();
}

} // namespace palpate::app
