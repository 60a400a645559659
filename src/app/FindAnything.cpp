// SPDX-License-Identifier: MIT
// Ctrl+K: one list over everything, with the window or beside it.
#include "app/FindAnything.h"

#include "app/Clinic.h"
#include "app/FindAnythingInside.h"
#include "app/PlainLetters.h"
#include "app/QueryTokens.h"
#include "app/Rights.h"
#include "app/SearchHits.h"
#include "app/SearchWorkBeside.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

[[nodiscard]] FinderQuestion questionOf(Clinic& clinic, std::string_view text,
                                        const std::vector<FinderSetting>& settings,
                                        const std::optional<PatientId>& open, int limit) {
    FinderQuestion question;
    question.text = normalisedText(text);
    question.isTyped = !trimmed(text).empty();
    question.words = plainWords(question.text);
    if (may(clinic, Right::ReadRecords)) {
        question.parsed = parseQuery(clinic, question.text);
    }
    question.settings = settings;
    question.open = open;
    question.limit = static_cast<std::size_t>(std::max(limit, 0));
    question.today = clinic.today();
    question.zone = clinic.profile().timeZone;
    return question;
}

/// What was found, in words.
[[nodiscard]] std::vector<FoundThing> inWords(const Clinic& clinic, const FinderQuestion& question,
                                              std::vector<RankedThing> found) {
    std::vector<FoundThing> things;
    for (auto& one : found) {
        if (one.session) {
            const auto hit = hitOf(clinic, one.filter, *one.session);
            one.thing.title = hit.title + " · " + hit.when;
            one.thing.detail = hit.excerpt.empty() ? hit.detail : hit.excerpt;
        }
        one.thing.bold = beginningsIn(one.thing.title, question.words);
        things.push_back(std::move(one.thing));
    }
    return things;
}

/// For whoever reads no records: the patients of the list, if they may see it, and what the program
/// can do. Quick enough to be looked for at once.
[[nodiscard]] std::vector<RankedThing> lookForNames(Clinic& clinic,
                                                    const FinderQuestion& question) {
    std::vector<RankedThing> found;
    const bool isOfSignsAlone = question.isTyped && question.words.empty();
    if (may(clinic, Right::SeePatients) && !isOfSignsAlone) {
        for (const auto& row :
             clinic.store().patients().search(question.text, kMostFoundPatients)) {
            found.push_back(foundPatient(row, question));
        }
    }
    if (!question.words.empty()) {
        addSettings(found, question);
    }
    return bestOf(std::move(found), question);
}

struct FinderAnswer {
    std::uint64_t question = 0;
    std::vector<RankedThing> found = {};
    std::optional<std::string> problem = {};
};

} // namespace

std::vector<FoundThing> findAnything(Clinic& clinic, std::string_view text,
                                     const std::vector<FinderSetting>& settings,
                                     const std::optional<PatientId>& patient, int limit) {
    const auto question = questionOf(clinic, text, settings, patient, limit);
    return inWords(clinic, question,
                   may(clinic, Right::ReadRecords)
                       ? lookForAnything(clinic.store().finder(), clinic.reference(), question)
                       : lookForNames(clinic, question));
}

struct AnythingFinder::Inside {
    Inside(Clinic& its, std::function<void()> wakeUp) : clinic{its}, wake{std::move(wakeUp)} {
        if (may(clinic, Right::ReadRecords)) {
            beside.emplace(clinic.store().reader(), wake,
                           [this](storage::Reader& reader, const FinderQuestion& asked) {
                               answer(reader, asked);
                           });
        }
    }

    void lookAtOnce() {
        things = inWords(clinic, question, lookForNames(clinic, question));
        foundFor = typed;
        isNew = true;
        if (wake) {
            wake();
        }
    }

    void answer(storage::Reader& reader, const FinderQuestion& asked) {
        FinderAnswer found{.question = asked.number};
        try {
            found.found = lookForAnything(reader.finder(), clinic.reference(), asked);
        } catch (const storage::SearchDropped&) {
            return; // a newer question waits
        } catch (const std::exception& error) {
            found.problem = describe(error);
        }
        beside->put(std::move(found));
    }

    Clinic& clinic;
    std::function<void()> wake;
    FinderQuestion question = {}; ///< the last one asked
    std::vector<FoundThing> things = {};
    std::string typed = {};    ///< what is being looked for
    std::string foundFor = {}; ///< what `things` are of
    std::optional<std::string> problem = {};
    bool isNew = false; ///< of what was found at once
    std::optional<SearchWorkBeside<FinderQuestion, FinderAnswer>>
        beside; ///< last: what it answers from is there before it; empty: records are not read
};

AnythingFinder::AnythingFinder(Clinic& clinic, std::function<void()> wake)
    : inside_{std::make_unique<Inside>(clinic, std::move(wake))} {}
AnythingFinder::~AnythingFinder() = default;

void AnythingFinder::ask(std::string_view text, const std::vector<FinderSetting>& settings,
                         const std::optional<PatientId>& patient, int limit) {
    inside_->typed = text;
    inside_->question = questionOf(inside_->clinic, text, settings, patient, limit);
    if (inside_->beside) {
        inside_->beside->ask(inside_->question);
    } else {
        inside_->lookAtOnce();
    }
}

void AnythingFinder::drop() {
    if (inside_->beside) {
        inside_->beside->drop();
    }
    inside_->isNew = false;
}

bool AnythingFinder::deliver() {
    bool isNew = std::exchange(inside_->isNew, false);
    if (!inside_->beside) {
        return isNew;
    }
    for (auto& answer : inside_->beside->answers()) {
        if (!inside_->beside->isOfLast(answer)) {
            continue;
        }
        inside_->problem = std::move(answer.problem);
        inside_->things = inWords(inside_->clinic, inside_->question, std::move(answer.found));
        inside_->foundFor = inside_->typed;
        isNew = true;
    }
    return isNew;
}

bool AnythingFinder::finish() {
    if (inside_->beside) {
        inside_->beside->finish();
    }
    return deliver();
}

const std::vector<FoundThing>& AnythingFinder::things() const noexcept {
    return inside_->things;
}
const std::string& AnythingFinder::foundFor() const noexcept {
    return inside_->foundFor;
}
const std::optional<std::string>& AnythingFinder::problem() const noexcept {
    return inside_->problem;
}

} // namespace palpate::app
