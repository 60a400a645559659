// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Patient.h"
#include "domain/Practitioner.h"
#include "domain/Session.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

/// Ready-made records for stories, the same at every call. Change what the story is about, leave
/// the rest.
namespace palpate::test {

/// The day on which stories play, and a quarter to eleven on it, UTC.
inline constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
inline constexpr Instant kNow{std::chrono::sys_days{kToday} + std::chrono::minutes{10 * 60 + 45}};

/// Clock and identities that repeat: the clock stands at kNow until it is moved.
struct FixedTime {
    SetClock clock{std::chrono::time_point_cast<std::chrono::milliseconds>(kNow)};
    IdMaker ids{clock, 7};
};

/// The same version-7 identity for the same number; a greater number is a later identity.
[[nodiscard]] Uuid uuidOf(std::uint32_t number);
template <class SomeId> [[nodiscard]] SomeId idOf(std::uint32_t number) {
    return SomeId::from(uuidOf(number));
}

/// A key that must be well-formed; throws std::invalid_argument when it is not:
/// key<MuscleKey>("psoas_major").
template <class SomeKey> [[nodiscard]] SomeKey key(std::string_view text);

/// Scores that must be 0 to 10; throw std::invalid_argument else.
[[nodiscard]] PainScore pain(int value);
[[nodiscard]] Tenderness tenderness(int value);

/// D. Okafor, physiotherapist, owner; identity 1.
[[nodiscard]] Practitioner aPractitioner();
/// Northside Clinic, London.
[[nodiscard]] ClinicProfile aClinicProfile();
/// Ana Kovács, born 1984-03-09, alerts asked and none; identity 100 and up by number.
[[nodiscard]] Patient aPatient(std::uint32_t number = 0);
/// Her open case of low back pain on the right; identity 200 and up, patient by the same number.
[[nodiscard]] Case aCase(std::uint32_t number = 0);
/// An empty draft of that case at kNow by aPractitioner(); identity 300 and up. Later numbers begin
/// a week later each.
[[nodiscard]] Session aSession(std::uint32_t number = 0);

/// Point `number` of the case; its identity is 400 and the number.
[[nodiscard]] TriggerPoint aPoint(int number = 1);
/// A finding at point `number` on the right, nothing assessed yet.
[[nodiscard]] Finding aFindingOn(std::string_view muscle, int number = 1);
/// The same, seen in a view: at a place in its middle.
[[nodiscard]] Finding aFindingOn(View view, int number = 1);
/// The same, assessed: tender 6, active, all three essential signs and the pain recognised.
[[nodiscard]] Finding anActiveFindingOn(std::string_view muscle, int number = 1);

/// Pressure release for 60 s at point `number`, tenderness 3 after it; identity 500 and up by
/// `treatment`.
[[nodiscard]] Treatment aTreatmentAt(int number = 1, std::uint32_t treatment = 0);
/// Relaxing massage of the right lumbar region; identity 500 and up by `treatment`.
[[nodiscard]] Treatment aRegionTreatment(std::uint32_t treatment = 50);

/// An aching square, 50.2 by 49.6 mm, on the back at the right of the low back, NPRS 5, depth not
/// asked; identity 700 and up.
[[nodiscard]] PainArea aPainArea(std::uint32_t number = 0);

/// A signature by aPractitioner() at kNow. Its bytes are a pattern and verify against nothing.
[[nodiscard]] Signature aSignature();
[[nodiscard]] Session signedAs(Session session, const Signature& signature);
[[nodiscard]] Addendum anAddendum(std::uint32_t number = 0);
[[nodiscard]] NoteText written(std::string text);

[[noreturn]] void refuse(std::string_view what);

template <class SomeKey> SomeKey key(std::string_view text) {
    auto made = SomeKey::from(text);
    if (!made) {
        refuse(text);
    }
    return *made;
}

} // namespace palpate::test
