// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <array>
#include <string_view>

/// How the fields of the treatment log read within a sentence, by their key in log-fields.json.
namespace palpate::app::dose {

/// {1} is the value. `many` differs where it is counted.
struct Phrase {
    std::string_view field;
    const char* one;
    const char* many;
};

inline constexpr std::array kNumbers{
    Phrase{"strokes", tr("{1} stroke"), tr("{1} strokes")},
    Phrase{"sweeps", tr("{1} sweep of spray"), tr("{1} sweeps of spray")},
    Phrase{"attempts", tr("{1} thrust"), tr("{1} thrusts")},
    Phrase{"impulse_count", tr("{1} impulse"), tr("{1} impulses")},
    Phrase{"insertion_count", tr("{1} insertion"), tr("{1} insertions")},
    Phrase{"point_count", tr("at {1} spot"), tr("at {1} spots")},
    Phrase{"relax_s", tr("{1} s of relaxation"), nullptr},
    Phrase{"stretch_s", tr("{1} s of stretch"), nullptr},
    Phrase{"effort_percent", tr("at {1} % effort"), nullptr},
    Phrase{"wear_days", tr("to be worn for {1} day"), tr("to be worn for {1} days")},
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

inline constexpr std::array kWords{
    Phrase{"pressure_level", tr("with {1} pressure"), nullptr},
    Phrase{"vacuum_level", tr("with {1} suction"), nullptr},
    Phrase{"movement_mode", tr("with {1} movement"), nullptr},
    Phrase{"ease_position", tr("position of ease {1}"), nullptr},
    Phrase{"device_setting", tr("setting {1}"), nullptr},
    Phrase{"stimulus_level", tr("stimulus {1}"), nullptr},
    Phrase{"electrode_site", tr("electrodes {1}"), nullptr},
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

inline constexpr std::array kChoices{
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
    ChoiceWords{"stimulus_level", "strong, comfortable", tr("stimulus strong and comfortable")},
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
inline constexpr std::array kAnswers{
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
};
inline constexpr std::array kYesNo{
    YesNoWords{"consent", tr("consent given"), tr("consent not given")},
    YesNoWords{"skin_check", tr("skin and feeling checked"), tr("skin and feeling not checked")},
    YesNoWords{"eye_protection", tr("eye protection worn"), tr("eye protection not worn")},
    YesNoWords{"cavitation", tr("with cavitation"), tr("without cavitation")},
    YesNoWords{"leaflet", tr("leaflet given"), tr("no leaflet given")},
};

} // namespace palpate::app::dose
