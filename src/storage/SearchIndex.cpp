// SPDX-License-Identifier: MIT
#include "storage/SearchIndex.h"

#include "domain/Text.h"
#include "storage/IndexText.h"
#include "storage/NameSlips.h"
#include "storage/PatientTags.h"
#include "storage/Rows.h"
#include "storage/SearchKinds.h"

#include <algorithm>

namespace palpate::storage {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

/// Bulk loading in one huge transaction must not collect all of its text in memory.
constexpr std::size_t kMostPending = 5000;

[[nodiscard]] std::string_view wordOf(Side side) {
    switch (side) {
    case Side::Left:
        return "left ";
    case Side::Right:
        return "right ";
    case Side::Middle:
        break;
    }
    return "";
}

/// A name by its words, by any part of them and with one character left out.
void addName(IndexText& text, std::string_view name, const Tokenizer& tokenizer) {
    text.text(name);
    for (const auto& [word, begin, end] : tokenizer.tokens(name)) {
        if (isTag(word)) {
            continue; // a text must not be able to spell one of our own words
        }
        for (const auto& ending : endingsOf(word)) {
            text.tag(endingTag(ending));
        }
        if (lengthInCharacters(word) >= kFewestForSlip) {
            for (const auto& shorter : omissionsOf(word)) {
                text.tag(omissionTag(shorter));
            }
        }
    }
}

/// Name, birth date and phone number: given name, family name, preferred name, birth date, phone.
void addPerson(IndexText& text, const Query& person, const Tokenizer& tokenizer) {
    addName(text, person.text(0) + " " + person.text(1), tokenizer);
    addName(text, person.text(2), tokenizer);
    if (const auto birth = wordIn(person, 3, parseIsoDate)) {
        text.tag(birthTag(*birth));
        text.tag(birthdayTag(birth->month() / birth->day()));
    }
    auto phone = person.text(4);
    std::erase_if(phone, [](char c) { return c < '0' || c > '9'; });
    for (std::size_t at = 0; at + 3 <= phone.size(); ++at) {
        text.tag(digitsTag(phone.substr(at))); // so that any run of digits is a beginning
    }
}

} // namespace

const Tokenizer& SearchIndex::tokenizer() {
    if (!tokenizer_) {
        tokenizer_.emplace(connection_);
    }
    return *tokenizer_;
}

const std::string& SearchIndex::wordsOf(const std::string& key) {
    const auto known = words_.find(key);
    if (known != words_.end()) {
        return known->second;
    }
    auto words = vocabulary_ ? vocabulary_(key) : std::string{};
    if (words.empty()) {
        words = key;
        std::ranges::replace(words, '_', ' ');
    }
    return words_.emplace(key, std::move(words)).first->second;
}

void SearchIndex::addFlags(IndexText& text, const SessionId& session) {
    auto flags = connection_.use("SELECT flag, settled FROM raised_flag WHERE session = ?1");
    flags.with(session);
    while (flags.next()) {
        for (const auto& value : {std::string{}, flags.text(0)}) {
            text.tag(tagWord(kRaised, value));
            if (flags.number(1) == 0) {
                text.tag(tagWord(kUnsettled, value));
            }
        }
    }
}

std::string SearchIndex::textOf(const Session& session, const SessionSetting& setting) {
    IndexText row;
    row.tag(everySessionTag());
    for (const auto& tag : tagsOf(session, setting, painted_)) {
        row.tag(tag);
    }
    addFlags(row, session.id);
    row.text(setting.patientName);
    row.text(setting.complaint);
    for (const auto& note : session.note) {
        row.text(note.text);
    }
    const auto addMuscle = [&](const MuscleKey& muscle, Side side) {
        row.text(std::string{wordOf(side)} + wordsOf(muscle.text()));
    };
    for (const auto& finding : session.findings) {
        addMuscle(finding.muscle, finding.side);
        row.text(finding.referencePoint ? wordsOf(finding.referencePoint->text()) : "");
        row.text(finding.state ? name(*finding.state) : "");
        row.text(finding.note);
    }
    for (const auto& treatment : session.treatments) {
        row.text(wordsOf(treatment.technique.text()));
        std::visit(Overloaded{[](const TriggerPointId&) {},
                              [&](const MuscleTarget& t) { addMuscle(t.muscle, t.side); },
                              [&](const RegionTarget& t) {
                                  row.text(std::string{wordOf(t.side)} + wordsOf(t.region.text()));
                              },
                              [&](const JointTarget& t) {
                                  row.text(std::string{wordOf(t.side)} + wordsOf(t.joint.text()));
                              }},
                   treatment.target);
        for (const auto& dose : treatment.dose) {
            const auto* text = std::get_if<std::string>(&dose.value);
            row.text(text != nullptr ? *text : "");
        }
        for (const auto& wentOn : treatment.wentOn) {
            row.text(wordsOf(wentOn.alert.text()));
            row.text(wentOn.reason);
        }
        row.text(treatment.note);
    }
    for (const auto& area : session.painAreas) {
        row.text(area.quality ? name(*area.quality) : "");
        row.text(area.note);
    }
    for (const auto& motion : session.motions) {
        row.text(std::string{wordOf(motion.at.side)} + wordsOf(motion.at.motion.text()));
        row.text(motion.note);
    }
    for (const auto& test : session.tests) {
        row.text(std::string{wordOf(test.at.side)} + wordsOf(test.at.test.text()));
        row.text(test.at.part);
        if (test.at.site) {
            row.text(
                std::visit([&](const auto& site) { return wordsOf(site.text()); }, *test.at.site));
        }
        const auto* choice = std::get_if<std::string>(&test.result);
        row.text(choice != nullptr ? *choice : "");
        row.text(test.note);
    }
    row.text(session.reaction ? session.reaction->what : "");
    for (const auto& item : session.homeCare) {
        row.text(wordsOf(item.item.text()));
        row.text(item.dose);
    }
    for (const auto& addendum : session.addenda) {
        row.text(addendum.text);
        row.text(addendum.reason);
    }
    return row.result();
}

void SearchIndex::put(std::int64_t searchKey, bool isNew, const Session& session,
                      const SessionSetting& setting) {
    auto& pending = sessions_.try_emplace(searchKey, PendingSession{isNew, {}}).first->second;
    pending.text = textOf(session, setting);
    if (sessions_.size() >= kMostPending) {
        flush();
    }
}

void SearchIndex::remove(std::int64_t searchKey) {
    sessions_.try_emplace(searchKey, PendingSession{false, {}}).first->second.text.reset();
}

void SearchIndex::patientChanged(std::int64_t patientNo, std::optional<std::int64_t> oldRecency) {
    patients_.try_emplace(patientNo, oldRecency); // the first old key is the one in the index
}

void SearchIndex::forget() noexcept {
    sessions_.clear();
    patients_.clear();
}

std::optional<std::pair<std::int64_t, std::string>> SearchIndex::rowOf(std::int64_t patientNo) {
    auto row = connection_.use("SELECT recency, archived OR merged_into IS NOT NULL FROM patient "
                               "WHERE no = ?1");
    if (!row.with(patientNo).next()) {
        return std::nullopt;
    }
    IndexText text;
    if (row.number(1) != 0) {
        text.tag(unlistedTag());
    }
    // The names and numbers of merged records lead to the one that goes on.
    auto people = connection_.use("SELECT given_name, family_name, preferred_name, birth_date, "
                                  "phone FROM patient WHERE no = ?1 OR merged_into = ?1");
    people.with(patientNo);
    while (people.next()) {
        addPerson(text, people, tokenizer());
    }
    return std::pair{row.integer(0), text.result()};
}

void SearchIndex::flush() {
    for (const auto& [searchKey, pending] : sessions_) {
        if (!pending.isNew) {
            connection_.use("DELETE FROM session_fts WHERE rowid = ?1").with(searchKey).run();
        }
    }
    for (const auto& [searchKey, pending] : sessions_) {
        if (pending.text) {
            connection_.use("INSERT INTO session_fts (rowid, text) VALUES (?1, ?2)")
                .with(searchKey, *pending.text)
                .run();
        }
    }
    sessions_.clear();
    std::map<std::int64_t, std::string> rows; // by the new key: in the order of the index
    for (const auto& [patientNo, oldRecency] : patients_) {
        if (oldRecency) {
            connection_.use("DELETE FROM patient_fts WHERE rowid = ?1").with(*oldRecency).run();
        }
        if (auto row = rowOf(patientNo)) {
            rows.insert(std::move(*row));
        }
    }
    for (const auto& [recency, text] : rows) {
        connection_.use("INSERT INTO patient_fts (rowid, text) VALUES (?1, ?2)")
            .with(recency, text)
            .run();
    }
    patients_.clear();
}

} // namespace palpate::storage
