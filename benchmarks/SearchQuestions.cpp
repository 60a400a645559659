// SPDX-License-Identifier: MIT
#include "SearchQuestions.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <set>
#include <stdexcept>

namespace palpate::bench {

namespace {

constexpr int kSample = 3000;

/// Words of plain letters: others are found as well, but how they are written would matter here.
[[nodiscard]] std::set<std::string> wordsOf(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    for (const char letter : text + " ") {
        if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        } else {
            if (word.size() > 2) {
                words.insert(word);
            }
            word.clear();
        }
    }
    return words;
}

[[nodiscard]] Side sideOf(const std::string& letter) {
    return letter == "L" ? Side::Left : letter == "R" ? Side::Right : Side::Middle;
}

/// Numbers of rows of a table, spread over all of it.
class Places {
public:
    Places(SQLite::Database& clinic, const std::string& table, std::uint32_t seed)
        : last_{clinic.execAndGet("SELECT coalesce(max(no), 0) FROM " + table).getInt64()},
          chance_{seed} {
        if (last_ < 1) {
            throw std::runtime_error{"There is nothing in " + table + " to ask about."};
        }
    }
    [[nodiscard]] std::int64_t next() {
        return std::uniform_int_distribution<std::int64_t>{1, last_}(chance_);
    }

private:
    std::int64_t last_;
    std::mt19937 chance_;
};

void readPeople(SQLite::Database& clinic, Vocabulary& found) {
    Places places{clinic, "patient", 1};
    SQLite::Statement person{clinic, "SELECT family_name, given_name, coalesce(birth_date, ''), "
                                     "phone FROM patient WHERE no = ?"};
    for (int i = 0; i < kSample; ++i) {
        person.bind(1, places.next());
        if (person.executeStep()) {
            found.people.push_back(
                {person.getColumn(0).getString(), person.getColumn(1).getString(),
                 person.getColumn(2).getString(), person.getColumn(3).getString()});
        }
        person.reset();
    }
}

void readWords(SQLite::Database& clinic, Vocabulary& found) {
    Places places{clinic, "session", 2};
    SQLite::Statement notes{clinic, "SELECT text FROM session_note WHERE session_no = ?"};
    std::map<std::string, int> sessionsOf;
    for (int i = 0; i < kSample; ++i) {
        notes.bind(1, places.next());
        std::string all;
        while (notes.executeStep()) {
            all += notes.getColumn(0).getString() + "\n";
        }
        notes.reset();
        for (const auto& word : wordsOf(all)) {
            ++sessionsOf[word];
        }
    }
    for (const auto& [word, sessions] : sessionsOf) {
        (sessions > kSample / 10 ? found.common : found.rare).push_back(word);
    }
}

void readFacts(SQLite::Database& clinic, Vocabulary& found) {
    Places places{clinic, "session", 3};
    SQLite::Statement fact{
        clinic, "SELECT f.muscle, f.side, t.technique, coalesce(f.state, ''), "
                "coalesce(f.tenderness, 0), c.diagnosis_code, s.started_at FROM session s "
                "JOIN finding f ON f.session_no = s.no JOIN treatment t ON t.session_no = s.no AND "
                "t.point_no = f.point_no JOIN clinical_case c ON c.no = s.case_no WHERE s.no = ? "
                "LIMIT 1"};
    for (int i = 0; i < kSample; ++i) {
        fact.bind(1, places.next());
        if (fact.executeStep()) {
            found.facts.push_back({fact.getColumn(0).getString(),
                                   sideOf(fact.getColumn(1).getString()),
                                   fact.getColumn(2).getString(), fact.getColumn(3).getString(),
                                   fact.getColumn(4).getInt(), fact.getColumn(5).getString(),
                                   Instant{std::chrono::seconds{fact.getColumn(6).getInt64()}}});
        }
        fact.reset();
    }
}

template <class SomeKey> [[nodiscard]] SomeKey key(const std::string& text) {
    return SomeKey::from(text).value();
}

[[nodiscard]] bool isContinued(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

std::string password() {
    const char* const given = std::getenv("PALPATE_PASSWORD");
    if (given == nullptr) {
        throw std::runtime_error{"The clinic's password is taken from PALPATE_PASSWORD."};
    }
    return given;
}

Vocabulary Vocabulary::of(SQLite::Database& clinic) {
    Vocabulary found;
    readPeople(clinic, found);
    readWords(clinic, found);
    readFacts(clinic, found);
    if (found.people.empty() || found.common.empty() || found.rare.empty() || found.facts.empty()) {
        throw std::runtime_error{"There is too little in the clinic to ask about."};
    }
    return found;
}

/// A piece of a name that cuts no letter in two.
std::string Questions::part(const std::string& whole, std::size_t from, int most) {
    if (whole.empty()) {
        return whole;
    }
    from = std::min(from, whole.size() - 1);
    auto to = std::min(whole.size(), from + 1 + static_cast<std::size_t>(below(most)));
    while (to < whole.size() && isContinued(whole[to])) {
        ++to;
    }
    while (from > 0 && isContinued(whole[from])) {
        --from;
    }
    return whole.substr(from, to - from);
}

std::string Questions::person() {
    const auto& asked = one(of_.people);
    const auto& whole = asked.family;
    switch (below(8)) {
    case 0: // from the middle
        return part(whole, 2, 5);
    case 1: { // two letters swapped
        auto slip = whole;
        if (slip.size() > 3 && !isContinued(slip[slip.size() - 2]) &&
            !isContinued(slip[slip.size() - 3])) {
            std::swap(slip[slip.size() - 2], slip[slip.size() - 3]);
        }
        return slip;
    }
    case 2: // the last letter but one missing
        return whole.size() > 3 && !isContinued(whole[whole.size() - 2]) &&
                       !isContinued(whole.back())
                   ? whole.substr(0, whole.size() - 2) + whole.back()
                   : whole;
    case 3:
        return asked.born.size() == 10 ? asked.born.substr(8) + "." + asked.born.substr(5, 2) +
                                             "." + asked.born.substr(0, 4)
                                       : whole;
    case 4: {
        std::string digits;
        std::ranges::copy_if(asked.phone, std::back_inserter(digits),
                             [](unsigned char c) { return std::isdigit(c) != 0; });
        return digits.size() > 4 ? digits.substr(digits.size() - 4) : whole;
    }
    case 5:
        return asked.given + " " + part(whole, 0, 6);
    default:
        return part(whole, 0, 9);
    }
}

SessionFilter Questions::text() {
    switch (below(5)) {
    case 0:
        return {.text = word() + " " + word()};
    case 1:
        return {.text = "\"" + word() + " " + word() + "\""};
    case 2:
        return {.text = word() + " -" + word()};
    case 3: {
        const auto whole = word();
        return {.text = whole.substr(0, 2 + static_cast<std::size_t>(below(4)))};
    }
    default:
        return {.text = word()};
    }
}

SessionFilter Questions::combined() {
    SessionFilter filter;
    const auto& fact = one(of_.facts);
    const auto& other = below(2) == 0 ? fact : one(of_.facts); // half of them fit together
    filter.finding.muscles = {key<MuscleKey>(fact.muscle)};
    if (below(2) == 0) {
        filter.finding.side = fact.side;
    }
    if (below(3) > 0) {
        filter.finding.tenderness.least = std::min(fact.tenderness, 3 + below(8));
    }
    if (below(4) == 0 && !fact.state.empty()) {
        filter.finding.states = {fact.state == "active"   ? State::Active
                                 : fact.state == "latent" ? State::Latent
                                                          : State::Resolved};
    }
    if (below(2) == 0) {
        filter.treatment.techniques = {key<TechniqueKey>(other.technique)};
    }
    if (below(4) == 0) {
        filter.treatment.muscles = {key<MuscleKey>(fact.muscle)};
    }
    if (below(5) == 0) {
        filter.treatment.doses = {
            {key<LogFieldKey>("duration_s"), {10.0 * (1 + below(18)), std::nullopt}}};
    }
    if (below(4) == 0) {
        filter.caseStatus = below(2) == 0 ? CaseStatus::Open : CaseStatus::Discharged;
    }
    if (below(6) == 0) {
        filter.diagnosis = other.diagnosis.substr(0, 3);
    }
    if (below(4) == 0) {
        filter.painNow.least = 3 + below(6);
    }
    if (below(3) == 0) {
        filter.from = other.at;
    }
    if (below(3) == 0) {
        filter.text = word();
    }
    return filter;
}

} // namespace palpate::bench
