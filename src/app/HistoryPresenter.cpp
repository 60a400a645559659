// SPDX-License-Identifier: MIT
#include "app/HistoryPresenter.h"

#include "app/Clinic.h"
#include "app/HistoryFilter.h"
#include "app/MapFigures.h"
#include "app/TimeText.h"
#include "atlas/BodyMap.h"
#include "storage/Store.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_set>

namespace palpate::app {

namespace {

/// What is remembered of a patient.
struct Chosen {
    HistoryFilter filter;
    HistoryPane pane = HistoryPane::Session;
    std::optional<View> view;         ///< empty: where most points lie
    std::optional<SessionId> current; ///< empty: as at first
    std::vector<SessionId> ticked;    ///< at most two, in the order ticked
};

constexpr std::size_t kMostTicked = 2;

[[nodiscard]] bool compares(HistoryPane pane) noexcept {
    return pane == HistoryPane::SideBySide || pane == HistoryPane::Difference;
}

template <class Key>
[[nodiscard]] std::string labelOf(const std::vector<HistoryChoice<Key>>& choices,
                                  const std::optional<Key>& key) {
    const auto found = std::ranges::find_if(
        choices, [&](const HistoryChoice<Key>& each) { return each.key == key; });
    return found == choices.end() ? std::string{} : found->label;
}

} // namespace

struct HistoryPresenter::Inside {
    explicit Inside(Clinic& theClinic) : clinic{theClinic} {}

    // Reading.

    void open(const PatientId& whom, const std::optional<CaseId>& chosen,
              const std::optional<SessionId>& atFirst) {
        auto read = clinic.store().sessions().ofPatient(whom);
        std::map<CaseId, std::string> titles;
        for (const auto& record : clinic.store().cases().ofPatient(whom)) {
            titles.emplace(record.id, record.complaint);
        }
        std::map<PractitionerId, std::string> names;
        for (const auto& person : clinic.store().practitioners().list()) {
            names.emplace(person.id, person.displayName);
        }
        sessions = std::move(read);
        caseTitles = std::move(titles);
        practitioners = std::move(names);
        patient = whom;
        chosenCase = chosen;
        first = atFirst;
        known.reset();
        compose();
        auto& kept = now();
        std::erase_if(kept.ticked, [&](const SessionId& id) { return find(id) == nullptr; });
        list();
    }

    /// The lines of all sessions, once they are read.
    void compose() {
        lines.clear();
        days.clear();
        std::map<CaseId, int> numbers;
        for (const auto& session : sessions) {
            lines.push_back(historyLine(session, ++numbers[session.caseId], clinic.reference()));
            days.push_back(localDay(session.startedAt, session.timeZone));
        }
    }

    [[nodiscard]] Chosen& now() { return remembered[*patient]; }

    [[nodiscard]] const Session* find(const SessionId& id) const noexcept {
        const auto found = std::ranges::find(sessions, id, &Session::id);
        return found == sessions.end() ? nullptr : &*found;
    }

    // Listing.

    /// Those that the search finds; empty optional: no text restricts.
    [[nodiscard]] std::optional<std::unordered_set<std::string>> found(const std::string& text) {
        if (text.find_first_not_of(" \t") == std::string::npos) {
            return std::nullopt;
        }
        std::unordered_set<std::string> ids;
        for (const auto& hit : clinic.store().sessions().search({.text = text,
                               .patient = patient,
                               .muscle = {},
                               .side = {},
                               .technique = {},
                               .from = {},
                               .to = {},
                               .limit = static_cast<int>(sessions.size())})) {
            ids.insert(hit.session.text());
        }
        return ids;
    }

    void list() {
        const auto& filter = now().filter;
        const auto withText = found(filter.text);
        std::vector<HistoryRow> rows;
        std::size_t all = 0;
        for (auto i = sessions.size(); i-- > 0;) {
            const auto& session = sessions[i];
            if (!filter.allCases && chosenCase && session.caseId != *chosenCase) {
                continue;
            }
            ++all;
            if (passes(filter, session, days[i]) &&
                (!withText || withText->contains(session.id.text()))) {
                rows.push_back(rowOf(i));
            }
        }
        view.rows = std::move(rows);
        view.filter = filter;
        const auto total = std::to_string(all);
        view.count =
            view.rows.size() == all
                ? shown({all == 1 ? tr("{1} session") : tr("{1} sessions"), {total}})
                : shown({tr("{1} of {2} sessions"), {std::to_string(view.rows.size()), total}});
        view.nothing = !view.rows.empty() ? std::string{}
                       : all == 0         ? tr("No session in this case yet.")
                                          : tr("No session is like that. Take something out of "
                                                       "the filter, or look in all cases.");
        view.hasOtherCases = std::ranges::any_of(sessions, [&](const Session& session) {
            return chosenCase && session.caseId != *chosenCase;
        });
        nameFilter();
        settleCurrent();
        renderPane();
    }

    [[nodiscard]] HistoryRow rowOf(std::size_t index) {
        const auto& session = sessions[index];
        HistoryRow row{.line = lines[index],
                       .caseTitle = {},
                       .practitioner = {},
                       .isTicked = std::ranges::count(now().ticked, session.id) > 0};
        if (now().filter.allCases && caseTitles.contains(session.caseId)) {
            row.caseTitle = caseTitles.at(session.caseId);
        }
        if (practitioners.contains(session.practitioner) && practitionersIn().size() > 1) {
            row.practitioner = practitioners.at(session.practitioner);
        }
        return row;
    }

    struct Choices {
        std::vector<HistoryChoice<MuscleKey>> muscles;
        std::vector<HistoryChoice<TechniqueKey>> techniques;
        std::vector<HistoryChoice<PractitionerId>> practitioners;
    };
    /// Of all of the patient's sessions, so that a filter that is set can always be named.
    [[nodiscard]] const Choices& choices() {
        if (!known) {
            known = Choices{
                musclesIn(sessions, clinic.reference()), techniquesIn(sessions, clinic.reference()),
                app::practitionersIn(sessions, [&](const PractitionerId& id) {
                    return practitioners.contains(id) ? practitioners.at(id) : id.text();
                })};
        }
        return *known;
    }
    [[nodiscard]] const std::vector<HistoryChoice<PractitionerId>>& practitionersIn() {
        return choices().practitioners;
    }

    void nameFilter() {
        view.muscles = choices().muscles;
        view.techniques = choices().techniques;
        view.practitioners = choices().practitioners;
        view.muscleWord = labelOf(view.muscles, view.filter.muscle);
        view.techniqueWord = labelOf(view.techniques, view.filter.technique);
        view.practitionerWord = labelOf(view.practitioners, view.filter.practitioner);
        view.daysWord = daysWords(view.filter.days);
    }

    [[nodiscard]] std::optional<std::size_t> rowNumber(const SessionId& id) const {
        const auto found = std::ranges::find_if(
            view.rows, [&](const HistoryRow& row) { return row.line.id == id; });
        return found == view.rows.end()
                   ? std::nullopt
                   : std::optional{static_cast<std::size_t>(found - view.rows.begin())};
    }

    /// What is looked at must be listed.
    void settleCurrent() {
        auto& kept = now();
        view.current = kept.current ? rowNumber(*kept.current) : std::nullopt;
        if (!view.current && !kept.current && first) {
            view.current = rowNumber(*first);
        }
        if (!view.current && !view.rows.empty()) {
            view.current = 0;
        }
        lives.reset();
    }

    [[nodiscard]] const Session* current() const noexcept {
        return view.current ? find(view.rows[*view.current].line.id) : nullptr;
    }

    // The pane.

    /// The one before it in the same case.
    [[nodiscard]] const Session* before(const Session& session) const noexcept {
        const Session* last = nullptr;
        for (const auto& each : sessions) {
            if (each.id == session.id) {
                return last;
            }
            if (each.caseId == session.caseId) {
                last = &each;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::optional<std::pair<SessionId, SessionId>> pair() {
        const auto& ticked = now().ticked;
        if (ticked.size() == kMostTicked) {
            return std::pair{ticked[0], ticked[1]};
        }
        const auto* at = current();
        if (at == nullptr) {
            return std::nullopt;
        }
        if (ticked.size() == 1 && ticked.front() != at->id) {
            return std::pair{ticked.front(), at->id};
        }
        const auto* earlier = before(*at);
        return earlier != nullptr ? std::optional{std::pair{earlier->id, at->id}} : std::nullopt;
    }

    void renderPane() {
        auto& kept = now();
        view.pane = kept.pane;
        const auto* at = current();
        view.view = kept.view.value_or(at != nullptr ? mainView(*at) : View::Posterior);
        view.pair.reset();
        view.figures.clear();
        view.differences.clear();
        view.remarks.clear();
        difference.reset();
        view.title = at != nullptr ? view.rows[*view.current].line.title : std::string{};
        if (compares(view.pane)) {
            renderDifference();
        } else if (at != nullptr) {
            view.figures = figuresOf(clinic, *at);
        }
    }

    void renderDifference() {
        const auto two = pair();
        if (!two) {
            view.remarks = {tr("There is no earlier session of this case to compare with.")};
            return;
        }
        difference = differenceOf(clinic, sessions, two->first, two->second);
        view.pair = std::pair{difference->earlier, difference->later};
        view.title = difference->title;
        view.figures = difference->figures;
        view.differences = difference->rows;
        view.remarks = difference->remarks;
    }

    /// The session's case, oldest first.
    [[nodiscard]] std::vector<Session> caseOf(const Session& session) const {
        std::vector<Session> same;
        std::ranges::copy_if(sessions, std::back_inserter(same),
                             [&](const Session& each) { return each.caseId == session.caseId; });
        return same;
    }

    Clinic& clinic;
    std::optional<PatientId> patient;
    std::optional<CaseId> chosenCase;
    std::optional<SessionId> first;
    std::vector<Session> sessions;  ///< of the patient, oldest first
    std::vector<HistoryLine> lines; ///< of each
    std::vector<Date> days;         ///< of each, in its own zone
    std::map<CaseId, std::string> caseTitles;
    std::map<PractitionerId, std::string> practitioners;
    std::map<PatientId, Chosen> remembered;
    std::optional<Choices> known;
    std::optional<SessionDifference> difference;
    std::optional<std::vector<PointLife>> lives;
    HistoryView view;
};

HistoryPresenter::HistoryPresenter(Clinic& clinic) : inside_{std::make_unique<Inside>(clinic)} {}
HistoryPresenter::~HistoryPresenter() = default;

void HistoryPresenter::open(const PatientId& patient, const std::optional<CaseId>& chosenCase,
                            const std::optional<SessionId>& atFirst) {
    inside_->open(patient, chosenCase, atFirst);
}

const HistoryView& HistoryPresenter::view() const noexcept {
    return inside_->view;
}

void HistoryPresenter::setFilter(HistoryFilter filter) {
    inside_->now().filter = std::move(filter);
    inside_->list();
}

void HistoryPresenter::setLastDays(std::optional<int> days) {
    auto filter = inside_->now().filter;
    filter.days = {};
    if (days) {
        filter.days.least =
            Date{std::chrono::sys_days{inside_->clinic.today()} - std::chrono::days{*days}};
    }
    setFilter(std::move(filter));
}

TypedDays HistoryPresenter::typedDays() const {
    const auto& days = inside_->view.filter.days;
    return {days.least ? dayText(*days.least) : std::string{},
            days.most ? dayText(*days.most) : std::string{}};
}

std::vector<Message> HistoryPresenter::setTypedDays(const TypedDays& typed) {
    auto read = readDays(typed);
    if (read.problems.empty()) {
        auto filter = inside_->now().filter;
        filter.days = read.days;
        setFilter(std::move(filter));
    }
    return std::move(read.problems);
}

void HistoryPresenter::look(const SessionId& session) {
    const auto row = inside_->rowNumber(session);
    if (!row) {
        return;
    }
    const auto* before = inside_->current();
    const bool sameCase = before != nullptr && before->caseId == inside_->find(session)->caseId;
    inside_->now().current = session;
    inside_->view.current = row;
    if (!sameCase) {
        inside_->lives.reset();
    }
    inside_->renderPane();
}

void HistoryPresenter::step(int newer) {
    auto& view = inside_->view;
    if (view.rows.empty()) {
        return;
    }
    const auto last = static_cast<int>(view.rows.size()) - 1;
    const auto at = view.current ? static_cast<int>(*view.current) : 0;
    const auto row = static_cast<std::size_t>(std::clamp(at - newer, 0, last));
    if (compares(view.pane) && inside_->now().ticked.size() == kMostTicked) {
        inside_->now().pane = HistoryPane::Session;
    }
    look(SessionId{view.rows[row].line.id});
}

void HistoryPresenter::tick(const SessionId& session) {
    auto& kept = inside_->now();
    if (std::erase(kept.ticked, session) == 0 && inside_->find(session) != nullptr) {
        if (kept.ticked.size() == kMostTicked) {
            kept.ticked.erase(kept.ticked.begin());
        }
        kept.ticked.push_back(session);
        if (kept.ticked.size() == kMostTicked && !compares(kept.pane)) {
            kept.pane = HistoryPane::Difference;
        }
    }
    for (auto& row : inside_->view.rows) {
        row.isTicked = std::ranges::count(kept.ticked, row.line.id) > 0;
    }
    inside_->renderPane();
}

void HistoryPresenter::setPane(HistoryPane pane) {
    inside_->now().pane = pane;
    inside_->renderPane();
}

void HistoryPresenter::setView(View view) {
    inside_->now().view = view;
    inside_->view.view = view;
}

const Session* HistoryPresenter::current() const noexcept {
    return inside_->current();
}

const Session* HistoryPresenter::find(const SessionId& session) const noexcept {
    return inside_->find(session);
}

const HistoryLine& HistoryPresenter::lineOf(const SessionId& session) const {
    const auto& lines = inside_->lines;
    return *std::ranges::find(lines, session, &HistoryLine::id);
}

DifferenceMap HistoryPresenter::mapOf(const SessionId& session, View view) const {
    const auto* found = inside_->find(session);
    return found != nullptr
               ? DifferenceMap{marksIn(*found, inside_->clinic.map(), view), areasIn(*found, view)}
               : DifferenceMap{};
}

DifferenceMap HistoryPresenter::differenceMap() const {
    return inside_->difference ? app::differenceMap(inside_->clinic, inside_->sessions,
                                                    *inside_->difference, inside_->view.view)
                               : DifferenceMap{};
}

std::vector<FilmFrameView> HistoryPresenter::strip() const {
    std::vector<FilmFrameView> frames;
    const auto* at = inside_->current();
    const auto& rows = inside_->view.rows;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (const auto* session = inside_->find(row->line.id)) {
            frames.push_back(
                filmFrame(*session, inside_->clinic.map(), inside_->view.view, session == at));
        }
    }
    return frames;
}

const std::vector<PointLife>& HistoryPresenter::lives() const {
    if (!inside_->lives) {
        const auto* at = inside_->current();
        inside_->lives = at != nullptr ? livesOf(inside_->clinic, inside_->caseOf(*at))
                                       : std::vector<PointLife>{};
    }
    return *inside_->lives;
}

WhatHelps HistoryPresenter::helps(HelpsIn where) const {
    const auto* at = inside_->current();
    return where == HelpsIn::Patient || at == nullptr
               ? whatHelps(inside_->clinic, inside_->sessions)
               : whatHelps(inside_->clinic, inside_->caseOf(*at));
}

} // namespace palpate::app
