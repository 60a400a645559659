// SPDX-License-Identifier: MIT
#include "storage/FilterCheck.h"

#include "storage/Rows.h"

#include <algorithm>

namespace palpate::storage {

namespace {

template <class KeyType>
[[nodiscard]] std::set<std::string, std::less<>> textsOf(const std::vector<KeyType>& keys) {
    std::set<std::string, std::less<>> texts;
    for (const auto& key : keys) {
        texts.insert(key.text());
    }
    return texts;
}

template <class Value>
[[nodiscard]] std::set<std::string, std::less<>> namesOf(const std::vector<Value>& values) {
    std::set<std::string, std::less<>> names;
    for (const auto value : values) {
        names.emplace(name(value));
    }
    return names;
}

/// NULL is none of them.
[[nodiscard]] bool isOneOf(const std::set<std::string, std::less<>>& words, const Query& row,
                           int column) {
    return words.empty() || (!row.isNull(column) && words.contains(row.text(column)));
}

[[nodiscard]] bool isOn(const std::string& side, const Query& row, int column) {
    return side.empty() || row.text(column) == side;
}

} // namespace

FilterCheck::FilterCheck(const SessionFilter& filter, const Narrowing& narrowing)
    : checksFinding_{!narrowing.findingIsExact}, checksTreatment_{!narrowing.treatmentIsExact},
      foundMuscles_{textsOf(filter.finding.muscles)}, foundSide_{filter.finding.side
                                                                     ? name(*filter.finding.side)
                                                                     : ""},
      states_{namesOf(filter.finding.states)}, changes_{namesOf(filter.finding.changes)},
      tenderness_{filter.finding.tenderness}, techniques_{textsOf(filter.treatment.techniques)},
      treatedMuscles_{textsOf(filter.treatment.muscles)},
      treatedSide_{filter.treatment.side ? name(*filter.treatment.side) : ""} {
    for (const auto& [field, amount] : filter.treatment.doses) {
        if (!amount.isOpen()) {
            doses_.push_back({field.text(), amount});
        }
    }
}

bool FilterCheck::holds(Connection& connection, HitKey key) const {
    return (!checksFinding_ || hasFinding(connection, key)) &&
           (!checksTreatment_ || hasTreatment(connection, key));
}

bool FilterCheck::hasFinding(Connection& connection, HitKey key) const {
    auto rows = connection.use("SELECT f.muscle, f.side, f.tenderness, f.state, f.settled FROM "
                               "session s JOIN finding f ON f.session_no = s.no WHERE "
                               "s.search_key = ?1");
    rows.with(key);
    while (rows.next()) {
        if (isOneOf(foundMuscles_, rows, 0) && isOn(foundSide_, rows, 1) &&
            tenderness_.holds(numberIn(rows, 2)) && isOneOf(states_, rows, 3) &&
            isOneOf(changes_, rows, 4)) {
            return true;
        }
    }
    return false;
}

bool FilterCheck::hasTreatment(Connection& connection, HitKey key) const {
    auto rows = connection.use(
        "SELECT t.technique, coalesce(f.muscle, t.muscle), coalesce(f.side, t.side), t.session_no, "
        "t.position FROM session s JOIN treatment t ON t.session_no = s.no LEFT JOIN finding f ON "
        "f.session_no = t.session_no AND f.point_no = t.point_no WHERE s.search_key = ?1");
    rows.with(key);
    while (rows.next()) {
        if (isOneOf(techniques_, rows, 0) && isOneOf(treatedMuscles_, rows, 1) &&
            isOn(treatedSide_, rows, 2) && std::ranges::all_of(doses_, [&](const Dose& dose) {
                return hasDose(connection, rows.integer(3), rows.integer(4), dose);
            })) {
            return true;
        }
    }
    return false;
}

bool FilterCheck::hasDose(Connection& connection, std::int64_t session, std::int64_t position,
                          const Dose& dose) const {
    auto rows = connection.use("SELECT number FROM treatment_value WHERE session_no = ?1 AND "
                               "treatment_position = ?2 AND field = ?3 AND number IS NOT NULL");
    rows.with(session, position, dose.field);
    while (rows.next()) {
        if (dose.amount.holds(rows.real(0))) {
            return true;
        }
    }
    return false;
}

} // namespace palpate::storage
