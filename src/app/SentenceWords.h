// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "domain/Session.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

// What the composed paragraphs share: names as they stand within a sentence.

/// "Quadratus lumborum, right": as a heading has it.
[[nodiscard]] std::string muscleHeading(const reference::Reference& reference,
                                        const MuscleKey& muscle, Side side);
/// "right quadratus lumborum", "descending part of the right trapezius": without "the".
[[nodiscard]] std::string proseMuscle(const reference::Reference& reference,
                                      const MuscleKey& muscle, Side side);
/// "right lumbar region", "front of the right knee": without "the".
[[nodiscard]] std::string proseRegion(const RegionKey& region, Side side);
/// "C5 on the left", "the right sacroiliac joint": with "the" where it takes one.
[[nodiscard]] std::string proseJoint(const reference::Reference& reference, const JointKey& joint,
                                     Side side);

struct MusclePlace {
    MuscleKey muscle;
    Side side = Side::Middle;
    friend bool operator==(const MusclePlace&, const MusclePlace&) = default;
};
/// "right piriformis and gluteus minimus", "right piriformis and left soleus", "quadratus lumborum
/// on both sides": those of one side share its word. Without "the".
[[nodiscard]] std::string proseMuscles(const reference::Reference& reference,
                                       const std::vector<MusclePlace>& places);

/// "on the left", "on the right"; empty for the middle.
[[nodiscard]] std::string onSide(Side side);
/// "Quadratus lumborum" becomes "quadratus lumborum"; "FABER" stays.
[[nodiscard]] std::string uncapitalised(std::string text);
[[nodiscard]] std::string capitalised(std::string text);
/// Capitalised, and with a full stop unless it ends in a mark of its own. Empty stays empty.
[[nodiscard]] std::string asSentence(std::string_view text);
/// With one space between; empty ones are left out.
[[nodiscard]] std::string paragraph(const std::vector<std::string>& sentences);
/// "a, b; c": parts joined by `between`, empty ones left out.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

/// At most two decimals, no more than are needed: "47", "8.5", "0.25".
[[nodiscard]] std::string plainNumber(double value);
/// The size of a number, whatever its sign, with a decimal where it needs one: "2.6", "3".
[[nodiscard]] std::string oneDecimal(double value);
/// The same with its sign: "−2.6", "+1", "±0".
[[nodiscard]] std::string signedDecimal(double value);
/// "47 s", "90 s", "5 min", "2 min 30 s".
[[nodiscard]] std::string spanText(double seconds);
/// "22°", "8.5 cm", "2.5 litres": the number with its unit as a table has it.
[[nodiscard]] std::string quantity(double value, std::string_view unit);

/// "18 Nov", with the year when it is another than that of `now`.
[[nodiscard]] std::string dayOf(const Session& session, const Session& now);
/// " on 4 Nov" when `when` is not the latest of `earlier`; else empty: last time goes without
/// saying.
[[nodiscard]] std::string datedUnlessLast(const Session& when, std::span<const Session> earlier,
                                          const Session& now);

/// The days of what one sentence compares with. Several values of one and the same earlier session
/// are dated together, once.
class ComparedDays {
public:
    /// `with`: one a comparison, nullptr where there is none; all of `earlier`.
    ComparedDays(const Session& now, std::span<const Session> earlier,
                 const std::vector<const Session*>& with);
    /// " on 4 Nov" behind one value; empty for last time, and when the day is said for all.
    [[nodiscard]] std::string behind(const Session& with) const;
    /// "4 Nov", to be said for all; empty when each has its own.
    [[nodiscard]] const std::string& ofAll() const noexcept { return ofAll_; }

private:
    const Session& now_;
    std::span<const Session> earlier_;
    std::string ofAll_;
};

/// The latest of `earlier` for which `valueOf(session)` gives something, and that value. `valueOf`
/// answers an optional.
template <class ValueOf>
[[nodiscard]] auto lastWith(std::span<const Session> earlier, ValueOf valueOf) {
    using Value = typename decltype(valueOf(earlier.front()))::value_type;
    std::optional<std::pair<Value, const Session*>> found;
    for (auto session = earlier.rbegin(); session != earlier.rend() && !found; ++session) {
        if (auto value = valueOf(*session)) {
            found.emplace(*std::move(value), &*session);
        }
    }
    return found;
}

// Parts of the Objective, each a list of whole sentences.

[[nodiscard]] std::vector<std::string> pointSentences(const Session& session,
                                                      std::span<const Session> earlier,
                                                      const reference::Reference& reference,
                                                      PressureUnit unit);
[[nodiscard]] std::vector<std::string> motionSentences(const Session& session,
                                                       std::span<const Session> earlier,
                                                       const reference::Reference& reference);
[[nodiscard]] std::vector<std::string> testSentences(const Session& session,
                                                     std::span<const Session> earlier,
                                                     const reference::Reference& reference,
                                                     PressureUnit unit);

/// The dose of a treatment as a sentence says it, and what followed during it.
struct DosePhrases {
    std::vector<std::string> dose;     ///< "held 47 s at 20 kPa", "twice", "with the thumb"
    std::vector<std::string> answered; ///< "release felt", "3 local twitch responses"
    std::optional<double> painBefore;  ///< of techniques that log it among the dose
    std::optional<double> painDuring;
    std::optional<double> painAfter;
    std::optional<double> tendernessBefore;
    std::optional<double> tendernessDuring; ///< in the position of ease
    std::optional<double> tendernessAfter;
};
/// `each`: the dose was given at each of several places.
[[nodiscard]] DosePhrases dosePhrases(const Treatment& treatment,
                                      const reference::Reference& reference, PressureUnit unit,
                                      bool each);

} // namespace palpate::app
