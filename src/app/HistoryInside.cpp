// SPDX-License-Identifier: MIT
// Reading a patient's sessions, listing them, and what stands beside the list.
#include "app/HistoryInside.h"

#include "app/MapFigures.h"
#include "app/TimeText.h"
#include "domain/Message.h"
#include "storage/Store.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

namespace {

template <class Key>
[[nodiscard]] std::string labelOf(const std::vector<HistoryChoice<Key>>& choices,
                                  const std::optional<Key>& key) {
    const auto found = std::ranges::find_if(
        choices, [&](const HistoryChoice<Key>& each) { return each.key == key; });
    return found == choices.end() ? std::string{} : found->label;
}

} // namespace

void HistoryPresenter::Inside::open(const PatientId& whom, const std::optional<CaseId>& chosen,
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

void HistoryPresenter::Inside::compose() {
    lines.clear();
    days.clear();
    std::map<CaseId, int> numbers;
    for (const auto& session : sessions) {
        lines.push_back(historyLine(session, ++numbers[session.caseId], clinic.reference()));
        days.push_back(localDay(session.startedAt, session.timeZone));
    }
}

const Session* HistoryPresenter::Inside::find(const SessionId& id) const noexcept {
    const auto found = std::ranges::find(sessions, id, &Session::id);
    return found == sessions.end() ? nullptr : &*found;
}

std::optional<std::unordered_set<std::string>>
HistoryPresenter::Inside::found(const std::string& text) {
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

void HistoryPresenter::Inside::list() {
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

HistoryRow HistoryPresenter::Inside::rowOf(std::size_t index) {
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

const HistoryPresenter::Inside::Choices& HistoryPresenter::Inside::choices() {
    if (!known) {
        known = Choices{musclesIn(sessions, clinic.reference()),
                        techniquesIn(sessions, clinic.reference()),
                        app::practitionersIn(sessions, [&](const PractitionerId& id) {
                            return practitioners.contains(id) ? practitioners.at(id) : id.text();
                        })};
    }
    return *known;
}

const std::vector<HistoryChoice<PractitionerId>>& HistoryPresenter::Inside::practitionersIn() {
    return choices().practitioners;
}

void HistoryPresenter::Inside::nameFilter() {
    view.muscles = choices().muscles;
    view.techniques = choices().techniques;
    view.practitioners = choices().practitioners;
    view.muscleWord = labelOf(view.muscles, view.filter.muscle);
    view.techniqueWord = labelOf(view.techniques, view.filter.technique);
    view.practitionerWord = labelOf(view.practitioners, view.filter.practitioner);
    view.daysWord = daysWords(view.filter.days);
}

std::optional<std::size_t> HistoryPresenter::Inside::rowNumber(const SessionId& id) const {
    const auto found =
        std::ranges::find_if(view.rows, [&](const HistoryRow& row) { return row.line.id == id; });
    return found == view.rows.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - view.rows.begin())};
}

void HistoryPresenter::Inside::settleCurrent() {
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

const Session* HistoryPresenter::Inside::current() const noexcept {
    return view.current ? find(view.rows[*view.current].line.id) : nullptr;
}

const Session* HistoryPresenter::Inside::before(const Session& session) const noexcept {
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

std::optional<std::pair<SessionId, SessionId>> HistoryPresenter::Inside::pair() {
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

void HistoryPresenter::Inside::renderPane() {
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

void HistoryPresenter::Inside::renderDifference() {
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

std::vector<Session> HistoryPresenter::Inside::caseOf(const Session& session) const {
    std::vector<Session> same;
    std::ranges::copy_if(sessions, std::back_inserter(same),
                         [&](const Session& each) { return each.caseId == session.caseId; });
    return same;
}

} // namespace palpate::app
