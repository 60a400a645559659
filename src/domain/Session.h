// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/CheckIn.h"
#include "domain/Finding.h"
#include "domain/Measurement.h"
#include "domain/PainArea.h"
#include "domain/Treatment.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

/// The paragraphs of a note.
enum class NotePart { Subjective, Objective, Assessment, Plan, Treatment };
/// In the order of the page.
inline constexpr std::array kNoteParts{NotePart::Subjective, NotePart::Objective,
                                       NotePart::Treatment, NotePart::Assessment, NotePart::Plan};
/// Composed: the program wrote it from the entries and may write it again. Written: a person typed
/// or edited it; it is never overwritten. Copied: taken from an earlier session and not yet
/// confirmed.
enum class Authorship { Composed, Written, Copied };

struct NoteText {
    std::string text;
    Authorship authorship = Authorship::Composed;
    friend bool operator==(const NoteText&, const NoteText&) = default;
};

/// The patient's answer to "compared with last time?".
enum class Course { Worse, Same, Better, Gone };
/// Which of the patient's pain ratings. After: at the end of the session; it never joins a trend.
enum class PainMoment { Now, Best, Worst, After };
inline constexpr std::array kPainMoments{PainMoment::Now, PainMoment::Best, PainMoment::Worst,
                                         PainMoment::After};

/// The patient's word on being treated today.
enum class TodayConsent { Given, Declined };

/// How bad an unwanted effect of the treatment was; None: asked, there was none.
enum class ReactionGrade { None, Mild, Moderate, Severe };
struct Reaction {
    ReactionGrade grade = ReactionGrade::None;
    std::string what = {}; ///< in words; may be empty
    friend bool operator==(const Reaction&, const Reaction&) = default;
};

/// Self-care that was agreed on, with its dose in words.
struct HomeCareItem {
    HomeCareKey item; ///< row of home-care.json; at most once a session
    std::string dose = {};
    friend bool operator==(const HomeCareItem&, const HomeCareItem&) = default;
};

/// Who signed, when, and what: `digest` is of the session's content as docs/file-format.md writes
/// it.
struct Signature {
    PractitionerId by;
    Instant at;
    std::array<std::uint8_t, 32> digest{};    ///< BLAKE2b-256
    std::array<std::uint8_t, 64> signature{}; ///< Ed25519 over the digest
    friend bool operator==(const Signature&, const Signature&) = default;
};

/// A correction or a later word on a signed session; the session itself stays as it was.
struct Addendum {
    AddendumId id;
    PractitionerId by;
    Instant at;
    std::string text;
    std::string reason; ///< why; may be empty
    friend bool operator==(const Addendum&, const Addendum&) = default;
};

/// One visit: what was found, done and planned; draft, then signed.
struct Session {
    SessionId id;
    CaseId caseId;
    PatientId patient;
    PractitionerId practitioner;
    Instant startedAt;
    Instant writtenAt;    ///< when the record was begun; later than startedAt for a late entry
    std::string timeZone; ///< IANA name of the clinic's zone at the time
    std::optional<PainScore> painNow;             ///< NPRS before treatment; empty: not asked
    std::optional<PainScore> painBest;            ///< since the last session; empty: not asked
    std::optional<PainScore> painWorst;           ///< since the last session; empty: not asked
    std::optional<PainScore> painAfter;           ///< NPRS after treatment; empty: not asked
    std::optional<Course> course;                 ///< empty: not asked
    std::array<NoteText, kNoteParts.size()> note; ///< by NotePart
    std::vector<Finding> findings;                ///< in the order of the points' numbers
    std::vector<Treatment> treatments;            ///< in the order given
    std::vector<PainArea> painAreas;              ///< in the order drawn; empty: none was drawn
    std::optional<Instant> endedAt = {};          ///< empty: not told; never before startedAt
    std::optional<TodayConsent> consent = {};     ///< empty: not asked
    CheckIn checkIn = {};
    std::vector<RangeOfMotion> motions = {}; ///< in the order measured
    std::vector<TestResult> tests = {};      ///< in the order done
    std::optional<Reaction> reaction = {};   ///< empty: not asked
    std::optional<Date> nextVisit = {};      ///< empty: not agreed
    std::vector<HomeCareItem> homeCare = {}; ///< in the order agreed
    std::optional<Signature> signature;      ///< empty: a draft
    std::vector<Addendum> addenda;           ///< oldest first; only on a signed session
    friend bool operator==(const Session&, const Session&) = default;
};

[[nodiscard]] inline bool isSigned(const Session& session) noexcept {
    return session.signature.has_value();
}
[[nodiscard]] const NoteText& noteOf(const Session& session, NotePart part) noexcept;
[[nodiscard]] const std::optional<PainScore>& painOf(const Session& session,
                                                     PainMoment moment) noexcept;
/// Empty when the session has no finding at that point.
[[nodiscard]] const Finding* findingAt(const Session& session,
                                       const TriggerPointId& point) noexcept;
/// Empty when the session has no such area.
[[nodiscard]] const PainArea* painAreaOf(const Session& session, const PainAreaId& area) noexcept;
/// The treatments given at a point, in order.
[[nodiscard]] std::vector<Treatment> treatmentsAt(const Session& session,
                                                  const TriggerPointId& point);

/// Empty when the session has no such measurement or result.
[[nodiscard]] const RangeOfMotion* motionOf(const Session& session, const MotionAt& at) noexcept;
[[nodiscard]] const TestResult* testOf(const Session& session, const TestAt& at) noexcept;
[[nodiscard]] const HomeCareItem* homeCareOf(const Session& session,
                                             const HomeCareKey& item) noexcept;
/// Whether the record was begun more than four hours after the session: a late entry.
[[nodiscard]] bool isLateEntry(const Session& session) noexcept;

[[nodiscard]] std::string_view name(NotePart part) noexcept;
[[nodiscard]] std::optional<NotePart> parseNotePart(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(Authorship authorship) noexcept;
[[nodiscard]] std::optional<Authorship> parseAuthorship(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(Course course) noexcept;
[[nodiscard]] std::optional<Course> parseCourse(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(TodayConsent consent) noexcept;
[[nodiscard]] std::optional<TodayConsent> parseTodayConsent(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(ReactionGrade grade) noexcept;
[[nodiscard]] std::optional<ReactionGrade> parseReactionGrade(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(PainMoment moment) noexcept;
[[nodiscard]] std::optional<PainMoment> parsePainMoment(std::string_view text) noexcept;

} // namespace palpate
