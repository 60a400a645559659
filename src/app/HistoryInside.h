// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "app/HistoryFilter.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace palpate::app {

/// What is remembered of a patient.
struct HistoryChosen {
    HistoryFilter filter;
    HistoryPane pane = HistoryPane::Session;
    std::optional<View> view;         ///< empty: where most points lie
    std::optional<SessionId> current; ///< empty: as at first
    std::vector<SessionId> ticked;    ///< at most two, in the order ticked
};

inline constexpr std::size_t kMostTicked = 2;

/// Two sessions are shown.
[[nodiscard]] constexpr bool compares(HistoryPane pane) noexcept {
    return pane == HistoryPane::SideBySide || pane == HistoryPane::Difference;
}

/// What a HistoryPresenter holds.
struct HistoryState {
    struct Choices {
        std::vector<HistoryChoice<MuscleKey>> muscles;
        std::vector<HistoryChoice<TechniqueKey>> techniques;
        std::vector<HistoryChoice<PractitionerId>> practitioners;
    };

    std::optional<PatientId> patient;
    std::optional<CaseId> chosenCase;
    std::optional<SessionId> first;
    std::vector<Session> sessions;  ///< of the patient, oldest first
    std::vector<HistoryLine> lines; ///< of each
    std::vector<Date> days;         ///< of each, in its own zone
    std::map<CaseId, std::string> caseTitles;
    std::map<PractitionerId, std::string> practitioners;
    std::map<PatientId, HistoryChosen> remembered;
    std::optional<Choices> known;
    std::optional<SessionDifference> difference;
    std::optional<std::vector<PointLife>> lives;
    HistoryView view;
};

/// How its view follows from that.
struct HistoryPresenter::Inside : HistoryState {
    explicit Inside(Clinic& theClinic) : clinic{theClinic} {}

    // Reading.

    void open(const PatientId& whom, const std::optional<CaseId>& chosen,
              const std::optional<SessionId>& atFirst);

    /// Makes a change of what is chosen; undoes it, the view too, when reading throws on the way.
    template <class Change> void change(Change make) {
        auto chosenBefore = now();
        auto viewBefore = view;
        auto differenceBefore = difference;
        try {
            make();
        } catch (...) {
            now() = std::move(chosenBefore);
            view = std::move(viewBefore);
            difference = std::move(differenceBefore);
            throw;
        }
    }

    /// The lines of all sessions, once they are read.
    void compose();

    [[nodiscard]] HistoryChosen& now() { return remembered[*patient]; }

    [[nodiscard]] const Session* find(const SessionId& id) const noexcept;

    // Listing.

    /// Those that the search finds; empty optional: no text restricts.
    [[nodiscard]] std::optional<std::unordered_set<std::string>> found(const std::string& text);

    void list();

    [[nodiscard]] HistoryRow rowOf(std::size_t index);

    /// Of all of the patient's sessions, so that a filter that is set can always be named.
    [[nodiscard]] const Choices& choices();
    [[nodiscard]] const std::vector<HistoryChoice<PractitionerId>>& practitionersIn();

    void nameFilter();

    [[nodiscard]] std::optional<std::size_t> rowNumber(const SessionId& id) const;

    /// What is looked at must be listed.
    void settleCurrent();

    [[nodiscard]] const Session* current() const noexcept;

    // The pane.

    /// The one before it in the same case.
    [[nodiscard]] const Session* before(const Session& session) const noexcept;

    [[nodiscard]] std::optional<std::pair<SessionId, SessionId>> pair();

    void renderPane();

    void renderDifference();

    /// The session's case, oldest first.
    [[nodiscard]] std::vector<Session> caseOf(const Session& session) const;

    Clinic& clinic;
};

} // namespace palpate::app
