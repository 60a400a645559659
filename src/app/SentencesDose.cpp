// SPDX-License-Identifier: MIT
// The dose of a treatment as a sentence says it. A field that has no words here is still said, by
// its label: nothing that was logged is left out.
#include "app/DoseWording.h"
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>

namespace palpate::app {

namespace {

using namespace dose;

class DoseTeller {
public:
    DoseTeller(const Treatment& treatment, const reference::Reference& reference, PressureUnit unit,
               bool each)
        : treatment_{treatment}, reference_{reference}, unit_{unit}, each_{each} {}

    [[nodiscard]] DosePhrases told() {
        takeEffects();
        takeFirst();
        takeCycle();
        takeHold();
        takeNeedle();
        takeCups();
        takeLaser();
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
        const auto* found = std::ranges::count(taken_, field) == 0 ? entry(field) : nullptr;
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
        out_.painDuring = take("pain_during");
        out_.tendernessDuring = take("tenderness_during");
        if (const auto twitches = take("twitch_count")) {
            answer(*twitches == 0 ? std::string{tr("no local twitch response")}
                   : *twitches == 1
                       ? std::string{tr("1 local twitch response")}
                       : shown({tr("{1} local twitch responses"), {plainNumber(*twitches)}}));
        }
    }

    /// What tells the technique more closely stands next to its name.
    void takeFirst() {
        for (const auto* field : {"exercise", "mobilisation_grade"}) {
            const auto* found = entry(field);
            if (found != nullptr && std::holds_alternative<std::string>(found->value)) {
                taken_.emplace_back(field);
                takeText(found->field, std::get<std::string>(found->value));
            }
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
        if (sets && held && !times) {
            say(eachTime(shown({*sets == 1 ? tr("{1} set of {2}") : tr("{1} sets of {2}"),
                                {plainNumber(*sets), spanText(*held)}})));
        } else if (held) {
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
        } else if (sets && !held) {
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

    /// "4 times 7 s of contraction at 20 % effort, 5 s of relaxation and 15 s of stretch"
    void takeCycle() {
        const auto contraction = take("contraction_s");
        if (!contraction) {
            return; // the rest is said one by one
        }
        const auto effort = take("effort_percent");
        const auto words = shown({tr("{1} of contraction"), {spanText(*contraction)}});
        std::vector<std::string> parts{
            effort ? shown({tr("{1} at {2} % effort"), {words, plainNumber(*effort)}}) : words};
        if (const auto relax = take("relax_s")) {
            parts.push_back(shown({tr("{1} of relaxation"), {spanText(*relax)}}));
        }
        if (const auto stretch = take("stretch_s")) {
            parts.push_back(shown({tr("{1} of stretch"), {spanText(*stretch)}}));
        }
        const auto times = take("repetitions");
        say(times ? joined({often(*times), listed(parts)}, " ") : listed(parts));
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

    /// "4 medium cups (4-6 cm)"
    void takeCups() {
        const auto* sized = entry("cup_size");
        const auto* size = sized != nullptr ? std::get_if<std::string>(&sized->value) : nullptr;
        const auto count = take("cup_count");
        if (size != nullptr) {
            taken_.emplace_back("cup_size");
        }
        if (size == nullptr && !count) {
            return;
        }
        const auto words = size != nullptr ? *size : std::string{};
        const auto bracket = std::min(words.find(" ("), words.size());
        say(joined({count ? plainNumber(*count) : std::string{}, words.substr(0, bracket),
                    count == 1 ? tr("cup") : tr("cups")},
                   " ") +
            words.substr(bracket));
    }

    /// "4 J at each of 3 spots"
    void takeLaser() {
        const auto energy =
            entry("energy_j_per_point") != nullptr && entry("point_count") != nullptr
                ? take("energy_j_per_point")
                : std::nullopt;
        const auto spots = energy ? take("point_count") : std::nullopt;
        if (energy && spots) {
            say(*spots == 1 ? shown({tr("{1} J at 1 spot"), {plainNumber(*energy)}})
                            : shown({tr("{1} J at each of {2} spots"),
                                     {plainNumber(*energy), plainNumber(*spots)}}));
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

    /// "Spring-loaded instrument" is done with one.
    [[nodiscard]] bool isTechnique(const std::string& tool) const {
        const auto* technique = reference_.techniques().find(treatment_.technique);
        return technique != nullptr && uncapitalised(technique->name) == tool;
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
            say(yes ? words->yes : words->no);
        }
    }

    void takeText(const LogFieldKey& field, const std::string& text) {
        const auto isIt = [&](const ChoiceWords& each) {
            return each.field == field.text() && each.choice == text;
        };
        const auto isAnswer = [&](const ChoiceWords& each) { return each.field == field.text(); };
        if (field.text() == "tool" && isTechnique(text)) {
            return;
        }
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
