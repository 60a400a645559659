// SPDX-License-Identifier: MIT
#include "app/ReportPlainWords.h"

#include "domain/Message.h"
#include "reference/Motions.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

struct Plain {
    std::string_view term;
    const char* words;
};

/// Of the trunk; the limbs' joints keep their names.
constexpr std::array kTrunk{
    Plain{"cervical", tr("neck")},
    Plain{"thoracic", tr("upper back")},
    Plain{"lumbar", tr("lower back")},
    Plain{"thoracolumbar", tr("back")},
};
constexpr std::array kTrunkMotions{
    Plain{"flexion", tr("bending forward")},
    Plain{"extension", tr("bending back")},
    Plain{"lateral_flexion", tr("bending to the {1}")},
    Plain{"rotation", tr("turning to the {1}")},
};
/// By "joint motion".
constexpr std::array kLimbMotions{
    Plain{"shoulder flexion", tr("raising the arm forward")},
    Plain{"shoulder extension", tr("moving the arm back")},
    Plain{"shoulder abduction", tr("raising the arm sideways")},
    Plain{"shoulder adduction", tr("moving the arm across the body")},
    Plain{"shoulder internal_rotation", tr("turning the arm inward")},
    Plain{"shoulder external_rotation", tr("turning the arm outward")},
    Plain{"elbow flexion", tr("bending")},
    Plain{"elbow extension", tr("straightening")},
    Plain{"elbow supination", tr("turning the palm up")},
    Plain{"elbow pronation", tr("turning the palm down")},
    Plain{"wrist flexion", tr("bending the hand down")},
    Plain{"wrist extension", tr("lifting the hand")},
    Plain{"wrist radial_deviation", tr("tilting the hand to the thumb")},
    Plain{"wrist ulnar_deviation", tr("tilting the hand to the little finger")},
    Plain{"hip flexion", tr("lifting the thigh")},
    Plain{"hip extension", tr("moving the leg back")},
    Plain{"hip abduction", tr("moving the leg out to the side")},
    Plain{"hip adduction", tr("moving the leg across the other")},
    Plain{"hip internal_rotation", tr("turning the leg inward")},
    Plain{"hip external_rotation", tr("turning the leg outward")},
    Plain{"knee flexion", tr("bending")},
    Plain{"knee extension", tr("straightening")},
    Plain{"ankle dorsiflexion", tr("pulling the foot up")},
    Plain{"ankle plantarflexion", tr("pointing the foot down")},
    Plain{"ankle inversion", tr("turning the sole inward")},
    Plain{"ankle eversion", tr("turning the sole outward")},
    Plain{"jaw opening", tr("opening the mouth")},
    Plain{"jaw lateral_excursion", tr("moving the jaw to the {1}")},
    Plain{"jaw protrusion", tr("pushing the jaw forward")},
};
/// The first one that a diagnosis names.
constexpr std::array kDiagnoses{
    Plain{"fibromyalgia", tr("long-lasting pain in many muscles")},
    Plain{"polymyalgia rheumatica",
          tr("inflammation with pain and stiffness of shoulders and hips")},
    Plain{"myalgia", tr("muscle pain")},
    Plain{"radiculopathy", tr("an irritated or pressed nerve root")},
    Plain{"sciatica", tr("pain along the nerve at the back of the leg")},
    Plain{"ankylosing spondylitis", tr("a lasting inflammation of the spine")},
    Plain{"spondylosis", tr("wear of the spine")},
    Plain{"disc degeneration", tr("wear of a disc of the spine")},
    Plain{"adhesive capsulitis", tr("frozen shoulder")},
    Plain{"lateral epicondylitis", tr("tennis elbow")},
    Plain{"medial epicondylitis", tr("golfer's elbow")},
    Plain{"tendinitis", tr("an irritated tendon")},
    Plain{"bursitis", tr("an irritated bursa, the cushion between tendon and bone")},
    Plain{"torticollis", tr("wry neck")},
    Plain{"cervicogenic headache", tr("headache that comes from the neck")},
    Plain{"plantar fasciitis", tr("an irritated band of tissue under the foot")},
    Plain{"paraesthesia", tr("tingling")},
    Plain{"muscle contracture", tr("a muscle that stays short")},
    Plain{"bruxism", tr("grinding of the teeth")},
};

template <class Table>
[[nodiscard]] const char* wordsOf(const Table& table, std::string_view term) {
    const auto found = std::ranges::find(table, term, &Plain::term);
    return found == table.end() ? nullptr : found->words;
}

[[nodiscard]] std::string sideOf(Side side) {
    return side == Side::Left ? tr("left") : tr("right");
}

[[nodiscard]] std::string sided(const char* words, Side side) {
    return std::string_view{words}.find("{1}") == std::string_view::npos
               ? words
               : shown({words, {sideOf(side)}});
}

[[nodiscard]] std::string lowerCase(std::string_view text) {
    std::string lower{text};
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace

std::string plainMotion(const reference::KnownMotion& motion, Side side) {
    if (const char* trunk = wordsOf(kTrunk, motion.joint)) {
        if (const char* words = wordsOf(kTrunkMotions, motion.motion)) {
            return shown({tr("{1}: {2}"), {trunk, sided(words, side)}});
        }
    }
    if (const char* words = wordsOf(kLimbMotions, motion.joint + " " + motion.motion)) {
        const bool isSided = side != Side::Middle && motion.joint != "jaw";
        const auto joint =
            isSided ? shown({tr("{1} {2}"), {sideOf(side), motion.joint}}) : motion.joint;
        return shown({tr("{1}: {2}"), {joint, sided(words, side)}});
    }
    return side == Side::Middle ? motion.label
                                : shown({tr("{1}, {2}"), {motion.label, sideOf(side)}});
}

std::string plainDiagnosis(std::string_view name) {
    auto lower = lowerCase(name);
    lower.erase(std::min(lower.size(), lower.find(" without "))); // behind it stands what it is not
    const auto found = std::ranges::find_if(kDiagnoses, [&](const Plain& plain) {
        return lower.find(plain.term) != std::string::npos;
    });
    return found == kDiagnoses.end() ? std::string{} : found->words;
}

} // namespace palpate::app
