// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/ContactNote.h"
#include "domain/Disclosure.h"
#include "domain/Letterhead.h"
#include "domain/LockSettings.h"
#include "domain/Patient.h"
#include "domain/Practitioner.h"
#include "domain/Retention.h"
#include "domain/Session.h"
#include "domain/StoredDocument.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

// The one spelling of records as lines of text, of which digests are taken and which the audit's
// details quote. docs/file-format.md describes it byte by byte: a change here needs a new version
// number there.

using Lines = std::vector<std::string>;

/// A text on one line: backslash, line feed and carriage return become \\, \n and \r.
[[nodiscard]] std::string escaped(std::string_view text);
/// Six decimals, half to even, never "-0.000000".
[[nodiscard]] std::string decimal(double value);
/// The shortest decimal number that is read back as the very same value.
[[nodiscard]] std::string exact(double value);
/// How measurements are spelled: `decimal` in all that is digested or audited, `exact` in the list
/// of undo.
using NumberText = std::string (*)(double);

[[nodiscard]] Lines linesOf(const Patient& patient);
[[nodiscard]] Lines linesOf(const Case& record);
[[nodiscard]] Lines linesOf(const ClinicProfile& profile);
[[nodiscard]] Lines linesOf(const Practitioner& person);
[[nodiscard]] Lines linesOf(const ContactNote& note);
[[nodiscard]] Lines linesOf(const StoredDocument& document);
[[nodiscard]] Lines linesOf(const Disclosure& disclosure);
/// The logo by its size and digest.
[[nodiscard]] Lines linesOf(const Letterhead& letterhead);
[[nodiscard]] Lines linesOf(const LockSettings& settings);
[[nodiscard]] Lines linesOf(const Destruction& destruction);
[[nodiscard]] std::string lineOf(const RetentionRule& rule);

/// The finding, and how it was settled when it was.
[[nodiscard]] Lines linesOf(const Finding& finding, NumberText number = decimal);
[[nodiscard]] std::string lineOf(NotePart part, const NoteText& note);
/// The treatment, its dose, and why one went on.
[[nodiscard]] Lines linesOf(const Treatment& treatment, NumberText number = decimal);
/// The area, its polygons and its arrows; it must be storable (OutlineText.h).
[[nodiscard]] Lines linesOf(const PainArea& area);
[[nodiscard]] std::string lineOf(PainMoment moment, const std::optional<PainScore>& score);
[[nodiscard]] std::string lineOf(const std::optional<Course>& course);
[[nodiscard]] std::string lineOf(const std::optional<TodayConsent>& consent);
[[nodiscard]] std::string lineOf(const CheckIn& checkIn, NumberText number = decimal);
[[nodiscard]] std::string lineOf(const RangeOfMotion& motion, NumberText number = decimal);
[[nodiscard]] std::string lineOf(const TestResult& test, NumberText number = decimal);
[[nodiscard]] std::string lineOf(const std::optional<Reaction>& reaction);
[[nodiscard]] std::string lineOf(const HomeCareItem& item);
[[nodiscard]] std::string nextVisitLine(const std::optional<Date>& day);
/// Which motion, which test: the words that name it in its line.
[[nodiscard]] std::string placeText(const MotionAt& at);
[[nodiscard]] std::string placeText(const TestAt& at);
/// A text as one word of a line: escaped, its blanks as \s; empty as -, and - itself as \-.
[[nodiscard]] std::string oneWord(std::string_view text);
/// Without version, signature and addenda. Lines that version 3 added are left out when they would
/// say nothing.
[[nodiscard]] Lines linesOf(const Session& session);

/// What is digested at signing: version line, content, and the line of who signed when.
[[nodiscard]] std::string canonicalText(const Session& session, const PractitionerId& by,
                                        Instant at);
[[nodiscard]] std::string canonicalText(const SessionId& session, const Addendum& addendum);

/// Lines of `before` that `after` lacks, marked "-", then those that are new, marked "+". Both keep
/// their order.
[[nodiscard]] std::string difference(const Lines& before, const Lines& after);
/// The same of a record that did change: never empty, also when only the order of its lists did.
[[nodiscard]] std::string recordDifference(const Lines& before, const Lines& after);

} // namespace palpate::storage
