// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Calendar.h"
#include "domain/Case.h"
#include "domain/Change.h"
#include "domain/Finding.h"
#include "domain/Message.h"
#include "domain/Practitioner.h"
#include "domain/Scores.h"
#include "domain/Session.h"
#include "domain/SessionEdit.h"

#include <catch2/catch_tostring.hpp>

#include <optional>
#include <string>
#include <variant>

/// How the words of the domain read when a test fails: "6/10", "2026-11-23", "active".
namespace palpate::test {

[[nodiscard]] std::string printed(Fate fate);
[[nodiscard]] std::string printed(Layer layer);
[[nodiscard]] std::string printed(const BodyPoint& place);
[[nodiscard]] std::string printed(const Finding& finding);
[[nodiscard]] std::string printed(const Treatment& treatment);
[[nodiscard]] std::string printed(const PainArea& area);
[[nodiscard]] std::string printed(const Session& session);
[[nodiscard]] std::string printed(const SessionEdit& edit);
[[nodiscard]] std::string printed(const PointTotals& totals);
[[nodiscard]] std::string printed(Pressure pressure);

} // namespace palpate::test

namespace Catch {

template <class T> struct StringMaker<std::optional<T>> {
    static std::string convert(const std::optional<T>& value) {
        return value ? StringMaker<T>::convert(*value) : "empty";
    }
};
template <class Tag> struct StringMaker<palpate::ZeroToTen<Tag>> {
    static std::string convert(palpate::ZeroToTen<Tag> score) {
        return std::to_string(score.value()) + "/10";
    }
};
template <class Tag> struct StringMaker<palpate::Id<Tag>> {
    static std::string convert(const palpate::Id<Tag>& id) { return id.text(); }
};
template <class Tag> struct StringMaker<palpate::Key<Tag>> {
    static std::string convert(const palpate::Key<Tag>& key) { return key.text(); }
};
template <> struct StringMaker<palpate::Uuid> {
    static std::string convert(const palpate::Uuid& uuid) { return uuid.text(); }
};
template <> struct StringMaker<palpate::Date> {
    static std::string convert(palpate::Date day) { return palpate::isoDate(day); }
};
template <> struct StringMaker<palpate::Instant> {
    static std::string convert(palpate::Instant instant) { return palpate::isoInstant(instant); }
};
template <> struct StringMaker<palpate::Message> {
    static std::string convert(const palpate::Message& message) {
        return '"' + palpate::shown(message) + '"';
    }
};

/// A type that has a word of its own.
template <class T> struct WordMaker {
    static std::string convert(T value) { return std::string{name(value)}; }
};
template <> struct StringMaker<palpate::View> : WordMaker<palpate::View> {};
template <> struct StringMaker<palpate::Side> : WordMaker<palpate::Side> {};
template <> struct StringMaker<palpate::Sign> : WordMaker<palpate::Sign> {};
template <> struct StringMaker<palpate::Recognition> : WordMaker<palpate::Recognition> {};
template <> struct StringMaker<palpate::State> : WordMaker<palpate::State> {};
template <> struct StringMaker<palpate::Relation> : WordMaker<palpate::Relation> {};
template <> struct StringMaker<palpate::NotePart> : WordMaker<palpate::NotePart> {};
template <> struct StringMaker<palpate::Authorship> : WordMaker<palpate::Authorship> {};
template <> struct StringMaker<palpate::Course> : WordMaker<palpate::Course> {};
template <> struct StringMaker<palpate::PainMoment> : WordMaker<palpate::PainMoment> {};
template <> struct StringMaker<palpate::PainQuality> : WordMaker<palpate::PainQuality> {};
template <> struct StringMaker<palpate::PainDepth> : WordMaker<palpate::PainDepth> {};
template <> struct StringMaker<palpate::CaseStatus> : WordMaker<palpate::CaseStatus> {};
template <> struct StringMaker<palpate::BodyArea> : WordMaker<palpate::BodyArea> {};
template <> struct StringMaker<palpate::Profession> : WordMaker<palpate::Profession> {};
template <> struct StringMaker<palpate::Role> : WordMaker<palpate::Role> {};

/// A type that is printed by this header's own words.
template <class T> struct PrintedMaker {
    static std::string convert(const T& value) { return palpate::test::printed(value); }
};
template <> struct StringMaker<palpate::Fate> : PrintedMaker<palpate::Fate> {};
template <> struct StringMaker<palpate::Layer> : PrintedMaker<palpate::Layer> {};
template <> struct StringMaker<palpate::BodyPoint> : PrintedMaker<palpate::BodyPoint> {};
template <> struct StringMaker<palpate::Pressure> : PrintedMaker<palpate::Pressure> {};
template <> struct StringMaker<palpate::Finding> : PrintedMaker<palpate::Finding> {};
template <> struct StringMaker<palpate::Treatment> : PrintedMaker<palpate::Treatment> {};
template <> struct StringMaker<palpate::PainArea> : PrintedMaker<palpate::PainArea> {};
template <> struct StringMaker<palpate::Session> : PrintedMaker<palpate::Session> {};
template <> struct StringMaker<palpate::SessionEdit> : PrintedMaker<palpate::SessionEdit> {};
template <> struct StringMaker<palpate::PointTotals> : PrintedMaker<palpate::PointTotals> {};

} // namespace Catch
