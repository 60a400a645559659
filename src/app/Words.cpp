// SPDX-License-Identifier: MIT
#include "app/Words.h"

#include "app/SentenceWords.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>

namespace palpate::app {

namespace {

constexpr std::string_view kDuration = "duration_s";
constexpr std::string_view kRepetitions = "repetitions";

[[nodiscard]] std::string numberText(double value) {
    if (std::floor(value) == value) {
        return std::to_string(static_cast<long long>(value));
    }
    auto text = std::to_string(std::round(value * 10) / 10);
    return text.substr(0, text.find('.') + 2);
}

[[nodiscard]] std::optional<double> numberOf(const Treatment& treatment, std::string_view field) {
    for (const auto& entry : treatment.dose) {
        if (entry.field.text() == field) {
            if (const auto* number = std::get_if<double>(&entry.value)) {
                return *number;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::string shortMuscle(const reference::Reference& reference, const MuscleKey& muscle, Side side) {
    const auto label = uncapitalised(reference.muscleNames().shortLabel(muscle));
    return side == Side::Middle ? label : std::string{name(side)} + " " + label;
}

std::string longMuscle(const reference::Reference& reference, const MuscleKey& muscle, Side side) {
    const auto label = uncapitalised(reference.muscleNames().shortLabel(muscle));
    switch (side) {
    case Side::Left:
        return shown({tr("left {1}"), {label}});
    case Side::Right:
        return shown({tr("right {1}"), {label}});
    case Side::Middle:
        break;
    }
    return label;
}

std::string techniqueLabel(const reference::Reference& reference, const TechniqueKey& technique) {
    constexpr std::string_view kUnderstood =
        "Trigger point "; // goes without saying in this program
    const auto* row = reference.techniques().find(technique);
    if (row == nullptr) {
        return technique.text();
    }
    auto label = row->name;
    if (label.starts_with(kUnderstood)) {
        label.erase(0, kUnderstood.size());
        label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
    }
    return label;
}

std::string treatmentText(const reference::Reference& reference, const Treatment& treatment) {
    auto text = uncapitalised(techniqueLabel(reference, treatment.technique));
    if (const auto seconds = secondsOf(treatment)) {
        text += " " + numberText(*seconds) + " s";
    }
    if (const auto times = numberOf(treatment, kRepetitions); times && *times > 1) {
        text += " × " + numberText(*times);
    }
    return text;
}

std::string stateWord(State state) {
    switch (state) {
    case State::Active:
        return tr("active");
    case State::Latent:
        return tr("latent");
    case State::Resolved:
        break;
    }
    return tr("resolved");
}

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) {
            text += i + 1 == items.size() ? tr(" and ") : ", ";
        }
        text += items[i];
    }
    return text;
}

std::string signedText(int value) {
    if (value == 0) {
        return "±0";
    }
    return (value < 0 ? "−" : "+") + std::to_string(std::abs(value));
}

std::string areaText(double squareCentimetres) {
    const auto tenths = std::llround(squareCentimetres * 10);
    const auto number = tenths < 100
                            ? std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)
                            : std::to_string(std::llround(squareCentimetres));
    return number + " cm²";
}

std::string layerWords(Layer layer) {
    switch (layer) {
    case Layer::Superficial:
        return tr("layer 1, superficial");
    case Layer::Intermediate:
        return tr("layer 2, intermediate");
    case Layer::Deep:
        return tr("layer 3, deep");
    case Layer::Deepest:
        return tr("layer 4, deepest");
    case Layer::Skin:
    case Layer::Bones:
        break;
    }
    return {};
}

std::string regionWord(const RegionKey& region) {
    struct Phrase {
        std::string_view key;
        const char* words;
    };
    // What the rule below would not say well.
    static constexpr std::array kPhrases{
        Phrase{"ankle_anterior", tr("front of the ankle")},
        Phrase{"ankle_posterior", tr("back of the ankle")},
        Phrase{"ankle_lateral", tr("outer ankle")},
        Phrase{"ankle_medial", tr("inner ankle")},
        Phrase{"arm_anterior", tr("front of the upper arm")},
        Phrase{"arm_posterior", tr("back of the upper arm")},
        Phrase{"elbow_anterior", tr("crook of the elbow")},
        Phrase{"elbow_posterior", tr("back of the elbow")},
        Phrase{"elbow_lateral", tr("outer elbow")},
        Phrase{"elbow_medial", tr("inner elbow")},
        Phrase{"foot_dorsum", tr("back of the foot")},
        Phrase{"forearm_anterior", tr("front of the forearm")},
        Phrase{"forearm_posterior", tr("back of the forearm")},
        Phrase{"hand_dorsum", tr("back of the hand")},
        Phrase{"hip_anterior", tr("front of the hip")},
        Phrase{"hip_lateral", tr("side of the hip")},
        Phrase{"interscapular", tr("region between the shoulder blades")},
        Phrase{"knee_anterior", tr("front of the knee")},
        Phrase{"knee_posterior", tr("back of the knee")},
        Phrase{"knee_lateral", tr("outer knee")},
        Phrase{"knee_medial", tr("inner knee")},
        Phrase{"leg_lateral", tr("outer lower leg")},
        Phrase{"lumbar", tr("lumbar region")},
        Phrase{"neck_anterior", tr("front of the neck")},
        Phrase{"neck_lateral", tr("side of the neck")},
        Phrase{"neck_posterior", tr("back of the neck")},
        Phrase{"occiput", tr("back of the head")},
        Phrase{"scapular", tr("shoulder blade")},
        Phrase{"shoulder_anterior", tr("front of the shoulder")},
        Phrase{"shoulder_lateral", tr("side of the shoulder")},
        Phrase{"shoulder_posterior", tr("back of the shoulder")},
        Phrase{"shoulder_top", tr("top of the shoulder")},
        Phrase{"side_ribs", tr("side of the ribs")},
        Phrase{"sternum", tr("breastbone")},
        Phrase{"thigh_anterior", tr("front of the thigh")},
        Phrase{"thigh_posterior", tr("back of the thigh")},
        Phrase{"thigh_lateral", tr("outer thigh")},
        Phrase{"thigh_medial", tr("inner thigh")},
        Phrase{"thoracic_lower", tr("lower thoracic region")},
        Phrase{"vertex", tr("crown of the head")},
        Phrase{"wrist_anterior", tr("front of the wrist")},
        Phrase{"wrist_posterior", tr("back of the wrist")},
        Phrase{"abdomen_lower", tr("lower abdomen")},
        Phrase{"abdomen_upper", tr("upper abdomen")},
        Phrase{"buttock_lower", tr("lower buttock")},
        Phrase{"buttock_upper", tr("upper buttock")},
        Phrase{"chest_lower", tr("lower chest")},
        Phrase{"chest_upper", tr("upper chest")},
    };
    const auto found = std::ranges::find(kPhrases, region.text(), &Phrase::key);
    if (found != kPhrases.end()) {
        return found->words;
    }
    auto words = region.text(); // "calf", "groin" ...: the key is the word
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string shortRegion(const RegionKey& region, Side side) {
    return (side == Side::Middle ? std::string{} : std::string{name(side)} + " ") +
           regionWord(region);
}

std::string painWord(std::optional<PainQuality> quality) {
    if (!quality) {
        return tr("Pain");
    }
    switch (*quality) {
    case PainQuality::Ache:
        return tr("Ache");
    case PainQuality::Sharp:
        return tr("Sharp");
    case PainQuality::Burning:
        return tr("Burning");
    case PainQuality::Numbness:
        return tr("Numbness");
    case PainQuality::Tingling:
        return tr("Tingling");
    case PainQuality::Stiffness:
        return tr("Stiffness");
    case PainQuality::Radiating:
        break;
    }
    return tr("Radiating");
}

std::string viewWord(View view) {
    switch (view) {
    case View::Anterior:
        return tr("Front");
    case View::Posterior:
        return tr("Back");
    case View::Left:
        return tr("Left");
    case View::Right:
        return tr("Right");
    case View::Plantar:
        break;
    }
    return tr("Soles");
}

std::string professionWord(Profession profession) {
    switch (profession) {
    case Profession::Physiotherapist:
        return tr("physiotherapist");
    case Profession::Chiropractor:
        return tr("chiropractor");
    case Profession::MassageTherapist:
        return tr("massage therapist");
    case Profession::Other:
        break;
    }
    return tr("practitioner");
}

std::string ageAndSex(const Patient& patient, Date today) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
    if (patient.birthDate) {
        if (const auto age = ageOn(*patient.birthDate, today)) {
            add(shown({tr("{1} y"), {std::to_string(*age)}}));
        }
    }
    switch (patient.sex) {
    case Sex::Female:
        add(tr("female"));
        break;
    case Sex::Male:
        add(tr("male"));
        break;
    case Sex::Other:
        add(tr("other sex"));
        break;
    case Sex::NotAsked:
    case Sex::Unknown:
        break;
    }
    return text;
}

std::string alertText(const reference::Reference& reference, const Alert& alert) {
    const auto* known = reference.alerts().find(alert.kind);
    const auto label = known != nullptr ? known->label : alert.kind.text();
    return alert.detail.empty() ? label : label + " (" + alert.detail + ")";
}

std::optional<double> secondsOf(const Treatment& treatment) {
    return numberOf(treatment, kDuration);
}

} // namespace palpate::app
