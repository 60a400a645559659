// SPDX-License-Identifier: MIT
// Where the finder's one list comes from: people, settings, points, documents, forms, sessions.
#include "app/FindAnythingInside.h"
#include "app/PatientWords.h"
#include "app/PlainLetters.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <map>
#include <utility>

namespace palpate::app {

namespace {

using Kind = FoundThing::Kind;

constexpr std::size_t kMostOfKind = 6;  // but patients: the list is one of everything
constexpr int kPeopleLookedInto = 3;    // whose points and documents are looked through
constexpr int kSessionsLookedInto = 20; // the last of a case: each carries its points on
constexpr std::size_t kMostWords = 4;

[[nodiscard]] bool saysAll(const std::string& of, const FinderQuestion& question) {
    return eachBegins(question.words, plainWords(of));
}

/// Looks with the finder of a store or of a reader beside it.
class Looker {
public:
    Looker(const storage::Finder& finder, const reference::Reference& reference,
           const FinderQuestion& question)
        : finder_{finder},
          reference_{reference}, question_{question}, text_{question.text}, words_{question.words} {
        if (question.open) {
            open_ = finder_.current(*question.open);
        }
    }

    /// The best first, at most as many as are asked for.
    [[nodiscard]] std::vector<RankedThing> list() {
        addPatients();
        if (!words_.empty()) {
            addSettings(found_, question_);
            addOfPeople();
            addForms();
            addSessions();
        }
        return bestOf(std::move(found_), question_);
    }

private:
    void add(FoundRank rank, FoundThing thing) { found_.push_back({rank, std::move(thing)}); }

    /// Without any text those seen last; a sign or two digits name nobody.
    void addPatients() {
        if (question_.isTyped && !finder_.asksForPeople(text_)) {
            return;
        }
        for (const auto& row : finder_.people(text_, kMostFoundPatients)) {
            found_.push_back(foundPatient(row, question_));
        }
    }

    /// Points and documents of the open record, and of people whose names are among the words:
    /// "kovacs ql", "ql kovacs".
    void addOfPeople() {
        if (open_) {
            addOf(*open_, words_, FoundRank::OfOpenRecord);
        }
        addPointsAnywhere();
        const auto count = words_.size();
        const bool isPerson = std::ranges::any_of(
            found_, [](const RankedThing& one) { return one.thing.kind == Kind::Patient; });
        if (isPerson || count > kMostWords) {
            return; // a name alone, or a sentence
        }
        for (std::size_t cut = 1; cut < count; ++cut) {
            const auto front = std::vector(words_.begin(), words_.begin() + std::ptrdiff_t(cut));
            const auto back = std::vector(words_.begin() + std::ptrdiff_t(cut), words_.end());
            addOfNamed(front, back);
            addOfNamed(back, front);
        }
    }
    void addOfNamed(const std::vector<std::string>& name, const std::vector<std::string>& rest) {
        std::string typed;
        for (const auto& word : name) {
            typed += (typed.empty() ? "" : " ") + word;
        }
        for (const auto& row : finder_.people(typed, kPeopleLookedInto)) {
            const bool isNamed = eachBegins(name, plainWords(row.familyName + " " + row.givenName));
            if (isNamed && row.id != open_) {
                addOf(row.id, rest, FoundRank::OfOthers);
            }
        }
    }
    void addOf(const PatientId& patient, const std::vector<std::string>& words, FoundRank rank) {
        if (finder_.isClosed(patient)) {
            return;
        }
        addDocuments(patient, words, rank);
        addPoints(patient, words, rank);
    }

    void addDocuments(const PatientId& patient, const std::vector<std::string>& words,
                      FoundRank rank) {
        std::size_t count = 0;
        for (const auto& document : finder_.documentsOf(patient)) {
            if (count == kMostOfKind || !isNew(document.id.text()) ||
                !eachBegins(words, plainWords(document.title))) {
                continue;
            }
            ++count;
            noted_.push_back(document.id.text());
            FoundThing thing{.kind = Kind::Document,
                             .title = document.title,
                             .detail = nameOf(patient) + " · " +
                                       dayText(localDay(document.at, question_.zone)),
                             .bold = {}};
            thing.patient = patient;
            thing.document = document.id;
            add(rank, std::move(thing));
        }
    }

    /// The points of open cases as they were found last.
    void addPoints(const PatientId& patient, const std::vector<std::string>& words,
                   FoundRank rank) {
        std::size_t count = 0;
        for (const auto& record : finder_.casesOf(patient)) {
            if (record.status != CaseStatus::Open) {
                continue;
            }
            SessionFilter ofCase;
            ofCase.caseId = record.id;
            const auto page = finder_.sessions(ofCase, {.limit = kSessionsLookedInto});
            using Found = std::pair<const storage::FoundSession*, const Finding*>;
            std::map<int, Found> latest; // by number
            for (const auto& session : page.hits) {
                for (const auto& finding : session.findings) {
                    latest.try_emplace(finding.point.number, &session, &finding);
                }
            }
            for (const auto& [number, at] : latest) {
                if (count < kMostOfKind && eachBegins(words, wordsOf(*at.second))) {
                    count += addPoint(patient, at.first->hit.session, *at.second, rank) ? 1 : 0;
                }
            }
        }
    }
    /// Of whoever has such a point in an open case, the newest first.
    void addPointsAnywhere() {
        const auto& parsed = question_.parsed;
        const auto& asked = parsed.filter.finding;
        if (!parsed.mistakes.empty() || asked.muscles.empty() || !parsed.filter.text.empty()) {
            return;
        }
        // By place alone: what was judged of a point is asked of the newest session that knows it,
        // not of an older one that happens to fit.
        auto filter = parsed.filter;
        filter.caseStatus = CaseStatus::Open;
        filter.finding = {.muscles = asked.muscles, .side = asked.side};
        const auto page = finder_.sessions(filter, {.limit = kSessionsLookedInto});
        std::size_t count = 0;
        std::vector<TriggerPointId> seen;
        for (const auto& session : page.hits) {
            for (const auto& finding : session.findings) {
                if (!matches(filter.finding, finding) ||
                    std::ranges::find(seen, finding.point.id) != seen.end()) {
                    continue;
                }
                seen.push_back(finding.point.id);
                if (count < kMostOfKind && matches(asked, finding)) {
                    const auto rank = session.hit.patient == open_ ? FoundRank::OfOpenRecord
                                                                   : FoundRank::OfOthers;
                    count += addPoint(session.hit.patient, session.hit.session, finding, rank);
                }
            }
        }
    }
    bool addPoint(const PatientId& patient, const SessionId& session, const Finding& finding,
                  FoundRank rank) {
        if (!isNew(finding.point.id.text())) {
            return false;
        }
        noted_.push_back(finding.point.id.text());
        const auto number = std::to_string(finding.point.number);
        const auto label = reference_.muscleNames().shortLabel(finding.muscle);
        std::string judged = finding.state ? stateWord(*finding.state) : std::string{};
        if (finding.tenderness) {
            judged += (judged.empty() ? "" : ", ") +
                      shown({tr("tenderness {1}"), {std::to_string(finding.tenderness->value())}});
        }
        FoundThing thing{.kind = Kind::Point,
                         .title = finding.side == Side::Middle
                                      ? shown({tr("{1} · point {2}"), {label, number}})
                                  : finding.side == Side::Left
                                      ? shown({tr("{1}, left · point {2}"), {label, number}})
                                      : shown({tr("{1}, right · point {2}"), {label, number}}),
                         .detail = nameOf(patient) + (judged.empty() ? "" : " · " + judged),
                         .bold = {}};
        thing.patient = patient;
        thing.session = session;
        thing.point = finding.point.id;
        add(rank, std::move(thing));
        return true;
    }
    [[nodiscard]] std::vector<std::string> wordsOf(const Finding& finding) const {
        std::string text = "point " + std::to_string(finding.point.number);
        for (const auto& name : reference_.muscleNames().searchWords(finding.muscle)) {
            text += " " + name;
        }
        text += finding.side == Side::Left ? " left" : finding.side == Side::Right ? " right" : "";
        return plainWords(text);
    }

    void addForms() {
        if (!finder_.asksForText(text_)) {
            return;
        }
        for (const auto& hit : finder_.forms(text_, static_cast<int>(kMostOfKind))) {
            const auto name = listName(hit.familyName, hit.givenName);
            FoundThing thing{.kind = Kind::Form,
                             .title = hit.title + " · " + dayText(localDay(hit.at, question_.zone)),
                             .detail = hit.excerpt.empty() ? name : name + " · " + hit.excerpt,
                             .bold = {}};
            thing.patient = hit.patient;
            thing.form = hit.form;
            add(open_ == hit.patient ? FoundRank::OfOpenRecord : FoundRank::Session,
                std::move(thing));
        }
    }

    void addSessions() {
        auto filter = question_.parsed.filter;
        if (!question_.parsed.mistakes.empty()) { // half-typed fields are text here
            filter = {};
            filter.text = text_;
        }
        if (filter == SessionFilter{}) {
            return;
        }
        if (open_ && !filter.patient) {
            auto own = filter;
            own.patient = open_;
            addPage(own);
        }
        addPage(filter);
    }
    void addPage(const SessionFilter& filter) {
        const auto page = finder_.sessions(filter, {.limit = static_cast<int>(kMostOfKind)});
        for (const auto& found : page.hits) {
            if (!isNew(found.hit.session.text()) || sessions_ == kMostOfKind) {
                continue;
            }
            ++sessions_;
            noted_.push_back(found.hit.session.text());
            FoundThing thing{.kind = Kind::Session, .title = {}, .detail = {}, .bold = {}};
            thing.patient = found.hit.patient;
            thing.session = found.hit.session;
            found_.push_back({FoundRank::Session, std::move(thing), found, filter});
        }
    }

    [[nodiscard]] bool isNew(const std::string& id) const {
        return std::ranges::find(noted_, id) == noted_.end();
    }
    [[nodiscard]] std::string nameOf(const PatientId& id) {
        const auto known = names_.find(id);
        if (known != names_.end()) {
            return known->second;
        }
        const auto patient = finder_.patient(id);
        return names_.emplace(id, patient ? fullName(*patient) : std::string{}).first->second;
    }

    const storage::Finder& finder_;
    const reference::Reference& reference_;
    const FinderQuestion& question_;
    const std::string& text_;
    const std::vector<std::string>& words_;
    std::optional<PatientId> open_;
    std::vector<RankedThing> found_;
    std::vector<std::string> noted_; ///< identities that are in the list
    std::size_t sessions_ = 0;
    std::map<PatientId, std::string> names_;
};

} // namespace

RankedThing foundPatient(const storage::PatientRow& row, const FinderQuestion& question) {
    const auto names = row.familyName + " " + row.givenName + " " + row.preferredName;
    FoundThing thing{.kind = Kind::Patient,
                     .title = listName(row.familyName, row.givenName),
                     .detail = birthText(row.birthDate, question.today),
                     .bold = {}};
    thing.patient = row.id;
    return {saysAll(names, question) ? FoundRank::Named : FoundRank::Setting, std::move(thing)};
}

void addSettings(std::vector<RankedThing>& found, const FinderQuestion& question) {
    std::size_t count = 0;
    for (const auto& setting : question.settings) {
        const bool isTitle = saysAll(setting.title, question);
        if ((isTitle || saysAll(setting.title + " " + setting.words, question)) &&
            count++ < kMostOfKind) {
            FoundThing thing{
                .kind = Kind::Setting, .title = setting.title, .detail = {}, .bold = {}};
            thing.setting = setting.key;
            found.push_back({isTitle ? FoundRank::Setting : FoundRank::Further, std::move(thing)});
        }
    }
}

std::vector<RankedThing> bestOf(std::vector<RankedThing> found, const FinderQuestion& question) {
    std::ranges::stable_sort(found, {}, &RankedThing::rank);
    if (found.size() > question.limit) {
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(question.limit), found.end());
    }
    return found;
}

std::vector<RankedThing> lookForAnything(const storage::Finder& finder,
                                         const reference::Reference& reference,
                                         const FinderQuestion& question) {
    return Looker{finder, reference, question}.list();
}

} // namespace palpate::app
