// SPDX-License-Identifier: MIT
#pragma once

#include "app/FilmFrames.h"
#include "app/HistoryLines.h"
#include "app/PointLives.h"
#include "app/SessionDifference.h"
#include "app/WhatHelps.h"
#include "domain/Message.h"
#include "domain/SessionFilter.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// What stands beside the list of sessions.
enum class HistoryPane { Session, SideBySide, Difference, FilmStrip, Points, Helps };

/// Which sessions are listed; what is empty does not restrict, all that is given must hold.
struct HistoryFilter {
    bool allCases = false;           ///< else those of the chosen case
    std::optional<MuscleKey> muscle; ///< with a point in it, or treated
    std::optional<TechniqueKey> technique;
    std::optional<PractitionerId> practitioner;
    Range<Date> days; ///< in the zone of each session
    std::string text; ///< as the clinic's search understands it
    friend bool operator==(const HistoryFilter&, const HistoryFilter&) = default;
};

/// Something to filter by that occurs in these sessions.
template <class Key> struct HistoryChoice {
    Key key;
    std::string label; ///< "Quadratus lumborum"
    int sessions = 0;
    friend bool operator==(const HistoryChoice&, const HistoryChoice&) = default;
};

struct HistoryRow {
    HistoryLine line;
    std::string caseTitle;    ///< while all cases are listed; else empty
    std::string practitioner; ///< where several have treated the patient; else empty
    bool isTicked = false;    ///< chosen for a comparison
    friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
};

struct HistoryView {
    std::vector<HistoryRow> rows;       ///< newest first
    std::string count;                  ///< "5 of 7 sessions"
    std::string nothing;                ///< why no row is there; else empty
    std::optional<std::size_t> current; ///< the row that is looked at; empty: none is listed
    HistoryFilter filter;
    std::vector<HistoryChoice<MuscleKey>> muscles; ///< by name
    std::vector<HistoryChoice<TechniqueKey>> techniques;
    std::vector<HistoryChoice<PractitionerId>> practitioners;
    bool hasOtherCases = false;
    std::string muscleWord; ///< of the filter: "Quadratus lumborum"; empty: not chosen
    std::string techniqueWord;
    std::string practitionerWord;
    std::string daysWord; ///< "since 25 Oct 2026", "1 Oct to 31 Oct 2026"; empty: any time
    HistoryPane pane = HistoryPane::Session;
    View view = View::Posterior;
    std::string title; ///< "Session 7 · 23 Nov 2026", "26 Oct against today"
    /// The two that are compared, the older first; empty: there is nothing to compare with.
    std::optional<std::pair<SessionId, SessionId>> pair;
    std::vector<DifferenceFigure> figures; ///< of the comparison, else of the one session
    std::vector<DifferenceRow> differences;
    std::vector<std::string> remarks;
};

/// A range of days as a person types it; either may be empty.
struct TypedDays {
    std::string from;
    std::string to;
};

/// Every session of one patient: filtered, stepped through, two of them compared. What was chosen
/// is remembered for each patient as long as this lives. The clinic must outlive it. Reading may
/// throw StorageError; the view is then unchanged.
class HistoryPresenter {
public:
    explicit HistoryPresenter(Clinic& clinic);
    ~HistoryPresenter();
    HistoryPresenter(const HistoryPresenter&) = delete;
    HistoryPresenter& operator=(const HistoryPresenter&) = delete;

    /// Reads the patient's sessions, those of merged records too. `atFirst`: which one is looked at
    /// when nothing is remembered, else the newest of the case.
    void open(const PatientId& patient, const std::optional<CaseId>& chosenCase,
              const std::optional<SessionId>& atFirst);
    [[nodiscard]] const HistoryView& view() const noexcept;

    void setFilter(HistoryFilter filter);
    /// The last so many days until today; empty: any time.
    void setLastDays(std::optional<int> days);
    /// What the filter's days are, to be changed by typing.
    [[nodiscard]] TypedDays typedDays() const;
    /// What keeps them from being meant, each naming its field; empty: the list follows them.
    [[nodiscard]] std::vector<Message> setTypedDays(const TypedDays& typed);
    void look(const SessionId& session);
    /// To newer sessions of the list, or older ones (negative); stops at the ends. While two ticked
    /// ones are compared, the pane turns to the session that one steps to.
    void step(int newer);
    /// Ticks or unticks it. At most two are ticked: a third takes the place of the one ticked
    /// first. With the second the difference is shown, unless they are compared already.
    void tick(const SessionId& session);
    void setPane(HistoryPane pane);
    void setView(View view);

    /// The session that is looked at; nullptr: none is.
    [[nodiscard]] const Session* current() const noexcept;
    /// Of the patient's; nullptr: not among them.
    [[nodiscard]] const Session* find(const SessionId& session) const noexcept;
    /// "Session 7 · 23 Nov 2026", also while the filter leaves it out; empty: not of the patient's.
    [[nodiscard]] std::string titleOf(const SessionId& session) const;
    /// Marks and areas of one session in a view.
    [[nodiscard]] DifferenceMap mapOf(const SessionId& session, View view) const;
    /// What the comparison shows on one body in the chosen view; needs a pair.
    [[nodiscard]] DifferenceMap differenceMap() const;
    /// The listed sessions, oldest first, in the chosen view.
    [[nodiscard]] std::vector<FilmFrameView> strip() const;
    /// Of the case of the session that is looked at; kept until the sessions are read again.
    [[nodiscard]] const std::vector<PointLife>& lives() const;
    enum class HelpsIn { Case, Patient };
    /// Of the sessions of that case, or all of the patient's.
    [[nodiscard]] WhatHelps helps(HelpsIn where) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace palpate::app
