// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Screening.h"
#include "domain/SessionFilter.h"
#include "storage/TestClinic.h"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace palpate::test {

// What such a clinic knows.
inline const std::vector<std::string> kMuscles{"quadratus_lumborum", "gluteus_medius", "piriformis",
                                               "trapezius.upper"};
inline const std::vector<std::string> kTechniques{"pressure_release", "dry_needling", "heat"};
inline const std::vector<std::string> kFields{"duration_s", "pressure_kpa"};
inline const std::vector<std::string> kItems{"walking", "heat", "breathing"};
inline const std::vector<std::string> kRegions{"lumbar", "neck"};
inline const std::vector<std::string> kFlags{"saddle_numbness", "night_pain", "fever"};
inline const std::vector<std::string> kUrgencies{"emergency", "urgent", "soon"};
inline const std::vector<std::string> kCodes{"", "M54.5", "M54.2", "G44"};
inline const std::vector<std::string> kWords{"knee",     "kneeling", "stairs",
                                             "stairway", "bike",     "zoo"};

/// Regions as a body map might see them.
[[nodiscard]] std::vector<PaintedRegion> anyRegion(const PainArea& area);
/// Beside aPractitioner(): another profession; identity 2.
[[nodiscard]] Practitioner aColleague();

/// A clinic of chance, the same for the same seed, that also remembers in memory what it holds: so
/// that what the store answers can be held against plain looking.
class AnyClinic {
public:
    explicit AnyClinic(std::uint32_t seed);

    /// Six patients with two cases each, and sessions spread over them, a few at the same instant.
    void fill(int sessions);
    /// Edits, moves, discards, merges, closes, archives and settles flags.
    void changeSomething(int times);

    [[nodiscard]] storage::Store& store() { return *clinic_.store; }
    [[nodiscard]] const OpenClinic& clinic() const { return clinic_; }
    [[nodiscard]] PatientId goesOn(const PatientId& patient) const;
    [[nodiscard]] const std::map<CaseId, Case>& cases() const { return cases_; }
    [[nodiscard]] bool isArchived(const PatientId& patient) const {
        return archived_.contains(patient);
    }
    /// In the order in which they were added.
    [[nodiscard]] const std::vector<Session>& sessions() const { return sessions_; }
    /// With the deeds that settled them.
    [[nodiscard]] const std::vector<RaisedFlag>& flags() const { return flags_; }

    [[nodiscard]] SessionFilter anyFilter();
    /// What a filter means, by looking at each session; newest first.
    [[nodiscard]] std::vector<Session> scan(const SessionFilter& filter) const;
    [[nodiscard]] std::string told(const SessionFilter& filter) const;

    [[nodiscard]] int below(int limit) {
        return static_cast<int>(chance_() % static_cast<std::uint32_t>(limit));
    }

private:
    template <class List> [[nodiscard]] auto one(const List& list) {
        return list.at(static_cast<std::size_t>(below(static_cast<int>(list.size()))));
    }
    template <class SomeKey>
    [[nodiscard]] std::vector<SomeKey> some(const std::vector<std::string>& of) {
        std::vector<SomeKey> keys;
        for (const auto& text : of) {
            if (chance(2)) {
                keys.push_back(key<SomeKey>(text));
            }
        }
        return keys;
    }
    [[nodiscard]] bool chance(int inSoMany) { return below(inSoMany) == 0; }
    [[nodiscard]] std::string words(int most);
    void chart(Session& session);
    [[nodiscard]] Treatment treatment(const Session& session);
    void addCharted(const Case& record);
    void change(std::size_t at);
    void raiseFlags(const Session& session);
    void settleOne();
    [[nodiscard]] bool holdsFlags(const SessionFilter& filter, const Session& session) const;
    [[nodiscard]] Range<int> range();
    [[nodiscard]] bool holdsText(const std::string& text, const Session& session) const;
    void place(const Session& session);

    std::mt19937 chance_;
    OpenClinic clinic_;
    std::map<CaseId, Case> cases_;
    std::map<PatientId, PatientId> merged_;
    std::map<PatientId, bool> archived_;
    std::vector<Session> sessions_;
    std::vector<RaisedFlag> flags_;
    /// Sessions of one instant lie in the order in which they came there.
    std::map<SessionId, int> order_;
    std::map<CaseId, int> points_;
    int arrivals_ = 0;
    std::uint32_t made_ = 0;
};

} // namespace palpate::test
