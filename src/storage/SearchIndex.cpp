// SPDX-License-Identifier: MIT
#include "storage/SearchIndex.h"

#include <algorithm>
#include <set>

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

/// Collects the text of one index row.
class Collector {
public:
    void text(std::string_view words) {
        if (words.empty()) {
            return;
        }
        const auto begin = out_.size();
        out_ += folded(words);
        // A text must not be able to spell one of our own words: their mark becomes blanks.
        for (auto at = out_.find("\xEE\x80", begin); at != std::string::npos;
             at = out_.find("\xEE\x80", at + 3)) {
            std::fill_n(out_.begin() + static_cast<std::ptrdiff_t>(at),
                        std::min<std::size_t>(3, out_.size() - at), ' ');
        }
        out_ += kTextBorder;
    }
    void tag(const std::string& word) { tags_.insert(word); }
    [[nodiscard]] std::string result() {
        for (const auto& tag : tags_) {
            out_.append(tag).push_back(' ');
        }
        return std::move(out_);
    }

private:
    std::string out_;
    std::set<std::string> tags_;
};

/// Name, birth date and phone number: given name, family name, preferred name, birth date, phone.
void addPerson(Collector& text, const Query& person) {
    text.text(person.text(0) + " " + person.text(1));
    text.text(person.text(2));
    auto birth = person.text(3);
    std::erase(birth, '-');
    if (!birth.empty()) {
        text.tag(tagWord('b', birth));
    }
    auto phone = person.text(4);
    std::erase_if(phone, [](char c) { return c < '0' || c > '9'; });
    for (std::size_t at = 0; at + 3 <= phone.size(); ++at) {
        text.tag(tagWord('n', phone.substr(at))); // so that any run of digits is a beginning
    }
}

} // namespace

std::string unlistedTag() {
    return tagWord('x', "1");
}
std::string patientTag(std::int64_t patientNo) {
    return tagWord('p', std::to_string(patientNo));
}
std::string muscleTag(const MuscleKey& muscle) {
    return tagWord('m', muscle.text());
}
std::string muscleTag(const MuscleKey& muscle, Side side) {
    return tagWord('s', std::string{name(side)} + muscle.text());
}
std::string techniqueTag(const TechniqueKey& technique) {
    return tagWord('t', technique.text());
}

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

std::string SearchIndex::textOf(const Session& session, const SessionSetting& setting) {
    Collector row;
    row.tag(everySessionTag());
    row.tag(patientTag(setting.patientNo));
    if (setting.goesOnNo != 0) {
        row.tag(patientTag(setting.goesOnNo));
    }
    row.text(setting.patientName);
    row.text(setting.complaint);
    for (const auto& note : session.note) {
        row.text(note.text);
    }
    const auto addMuscle = [&](const MuscleKey& muscle, Side side) {
        row.tag(muscleTag(muscle));
        row.tag(muscleTag(muscle, side));
        row.text(std::string{wordOf(side)} + wordsOf(muscle.text()));
    };
    for (const auto& finding : session.findings) {
        addMuscle(finding.muscle, finding.side);
        row.text(finding.referencePoint ? wordsOf(finding.referencePoint->text()) : "");
        row.text(finding.state ? name(*finding.state) : "");
        row.text(finding.note);
    }
    for (const auto& treatment : session.treatments) {
        row.tag(techniqueTag(treatment.technique));
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
        auto row = connection_.use("SELECT recency, archived OR merged_into IS NOT NULL FROM "
                                   "patient WHERE no = ?1");
        if (row.with(patientNo).next()) {
            Collector text;
            if (row.number(1) != 0) {
                text.tag(unlistedTag());
            }
            // The names and numbers of merged records lead to the one that goes on.
            auto people = connection_.use("SELECT given_name, family_name, preferred_name, "
                                          "birth_date, phone FROM patient WHERE no = ?1 OR "
                                          "merged_into = ?1");
            people.with(patientNo);
            while (people.next()) {
                addPerson(text, people);
            }
            rows.emplace(row.integer(0), text.result());
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
