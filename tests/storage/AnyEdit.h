// SPDX-License-Identifier: MIT
#pragma once

#include "domain/SessionEdit.h"
#include "support/Builders.h"

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace palpate::test {

/// Draws edits and sessions with every member filled or empty as chance will have it, the same for
/// the same seed.
class AnyEdit {
public:
    explicit AnyEdit(std::uint32_t seed) : chance_{seed} {}

    [[nodiscard]] int below(std::size_t limit) { return static_cast<int>(chance_() % limit); }

    /// Any edit; it need not fit any session.
    [[nodiscard]] SessionEdit next();
    /// A draft that can be stored: `empty` filled.
    [[nodiscard]] Session filled(Session empty);
    /// A step that can be applied to the session and stored.
    [[nodiscard]] SessionStep stepOf(const Session& session);

private:
    template <class Id> [[nodiscard]] Id id() {
        Uuid::Bytes bytes{};
        for (auto& byte : bytes) {
            byte = static_cast<std::uint8_t>(chance_());
        }
        return Id::from(Uuid{bytes});
    }
    template <class List> [[nodiscard]] auto one(const List& list) {
        return list.at(static_cast<std::size_t>(below(list.size())));
    }
    template <class Make> [[nodiscard]] auto maybe(Make make) -> std::optional<decltype(make())> {
        return below(2) == 0 ? std::nullopt : std::optional{make()};
    }
    /// Takes one of them out, when there is one.
    template <class Remove, class Value, class Identity>
    [[nodiscard]] SessionEdit removal(const std::vector<Value>& values, Identity Value::*identity) {
        if (values.empty()) {
            return SetCourse{};
        }
        return Remove{one(values).*identity};
    }
    template <class SomeKey> [[nodiscard]] SomeKey anyKey() {
        static constexpr std::array<std::string_view, 4> kKeys{"psoas_major", "x", "A.b-c_9", "0"};
        return key<SomeKey>(one(kKeys));
    }
    [[nodiscard]] double number(); ///< any bits that are a number
    [[nodiscard]] std::string text();
    [[nodiscard]] Side side() { return static_cast<Side>(below(3)); }
    [[nodiscard]] Instant instant() { return Instant{std::chrono::seconds{below(2'000'000'000)}}; }
    [[nodiscard]] Finding finding();
    [[nodiscard]] Treatment treatment();
    [[nodiscard]] std::vector<Place> places(int least);
    [[nodiscard]] PainArea area();
    [[nodiscard]] CheckIn checkIn();
    [[nodiscard]] MotionAt motionAt() { return {anyKey<MotionKey>(), side()}; }
    [[nodiscard]] RangeOfMotion motion();
    [[nodiscard]] TestAt testAt();
    [[nodiscard]] TestResult test();
    [[nodiscard]] std::optional<Reaction> reaction();
    [[nodiscard]] NoteText note() { return {text(), static_cast<Authorship>(below(3))}; }
    [[nodiscard]] SessionEdit nextOfDay(int kind);
    [[nodiscard]] SessionEdit storable(const Session& session);

    std::mt19937 chance_;
};

} // namespace palpate::test
