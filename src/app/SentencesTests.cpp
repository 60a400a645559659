// SPDX-License-Identifier: MIT
// What tests and palpation gave. Tests with the same result share a sentence, palpation goes by
// place.
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/TestTeller.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

using reference::KnownTest;

using Results = std::vector<const TestResult*>;

/// In the order of their first.
template <class Same>
[[nodiscard]] std::vector<Results> grouped(const Results& results, Same same) {
    std::vector<Results> groups;
    for (const auto* result : results) {
        const auto group = std::ranges::find_if(
            groups, [&](const Results& each) { return same(*each.front(), *result); });
        if (group == groups.end()) {
            groups.push_back({result});
        } else {
            group->push_back(result);
        }
    }
    return groups;
}

/// "Straight-leg raise and slump test negative on both sides."
[[nodiscard]] std::vector<std::string> wholeTests(const TestTeller& teller,
                                                  const Results& results) {
    struct Said {
        std::vector<std::string> names;
        std::string predicate;
    };
    std::vector<Said> said;
    for (const auto& sides : grouped(results, [](const TestResult&a, const TestResult&b) {
             return a.at.test == b.at.test;
         })) {
        const auto* known = teller.known(*sides.front());
        const auto predicate = teller.predicate(sides, known);
        const auto name = TestTeller::nameOf(*sides.front(), known);
        const auto same = std::ranges::find(said, predicate, &Said::predicate);
        if (same == said.end()) {
            said.push_back({{name}, predicate});
        } else {
            same->names.push_back(name);
        }
    }
    std::vector<std::string> sentences;
    for (const auto& each : said) {
        sentences.push_back(asSentence(listed(each.names) + " " + each.predicate));
    }
    return sentences;
}

/// A root with what it does; a reflex by its tendon.
[[nodiscard]] std::string partName(const KnownTest* known, const std::string& id) {
    const auto* part = known != nullptr ? reference::partOf(*known, id) : nullptr;
    if (part == nullptr) {
        return id;
    }
    const bool isRoot = id.size() == 2 && id[1] >= '0' && id[1] <= '9';
    return isRoot && !known->key.text().starts_with("reflexes_")
               ? shown({tr("{1} ({2})"), {id, part->label}})
               : part->label;
}

/// "Leg reflexes on the left: knee 2+ and ankle 1+.", "Posture: head forward (clear)."
[[nodiscard]] std::string partsSentence(const TestTeller& teller, const Results& results) {
    const auto* known = teller.known(*results.front());
    const auto side = results.front()->at.side;
    const bool isOneSided = std::ranges::all_of(
        results, [side](const TestResult* each) { return each->at.side == side; });
    struct Said {
        std::vector<std::string> parts;
        std::string predicate;
    };
    std::vector<Said> said;
    for (const auto& sides : grouped(results, [](const TestResult&a, const TestResult&b) {
             return a.at.part == b.at.part;
         })) {
        const auto name = partName(known, sides.front()->at.part);
        const auto predicate =
            isOneSided ? teller.outcome(*sides.front(), known) : teller.predicate(sides, known);
        const auto same = std::ranges::find(said, predicate, &Said::predicate);
        if (same == said.end()) {
            said.push_back({{name}, predicate});
        } else {
            same->parts.push_back(name);
        }
    }
    std::vector<std::string> items;
    for (const auto& each : said) {
        items.push_back(isOneSided && side == Side::Middle
                            ? shown({tr("{1} ({2})"), {listed(each.parts), each.predicate}})
                            : listed(each.parts) + " " + each.predicate);
    }
    const auto head = joined(
        {TestTeller::nameOf(*results.front(), known), isOneSided ? onSide(side) : std::string{}},
        " ");
    const bool isPlain =
        std::ranges::all_of(said, [](const Said& each) { return each.parts.size() == 1; });
    return asSentence(head + ": " + (isOneSided && isPlain ? listed(items) : joined(items, "; ")));
}

/// "moderate tension (2 of 3, was 3)", "no tenderness (0 of 3)", "warm skin".
[[nodiscard]] std::string palpated(const TestTeller& teller, const TestResult& test) {
    const auto* known = teller.known(test);
    const auto& key = test.at.test.text();
    const auto* choice = std::get_if<std::string>(&test.result);
    const char* noun = key == "muscle_tension"       ? tr("tension")
                       : key == "tissue_tenderness"  ? tr("tenderness")
                       : key == "tissue_texture"     ? tr("texture")
                       : key == "tissue_temperature" ? tr("skin")
                                                     : nullptr;
    if (noun == nullptr || choice == nullptr) {
        return TestTeller::nameOf(test, known) + " " + teller.outcome(test, known);
    }
    std::string words;
    std::vector<std::string> brackets;
    if (isGrade(*choice)) {
        const auto grade = choice->substr(2);
        words = (grade == "none" ? std::string{tr("no")} : grade) + " " + noun;
        brackets.push_back(shown({tr("{1} of 3"), {choice->substr(0, 1)}}));
    } else {
        words = *choice == "same" ? std::string{tr("no difference in skin temperature")}
                                  : *choice + " " + noun;
    }
    auto was = teller.before(test, known);
    if (const auto bracket = was.find(" ("); bracket != std::string::npos) {
        was.erase(bracket); // "was marked (3 of 3)": the scale has just been said
    }
    brackets.push_back(was);
    const auto inside = joined(brackets, ", ");
    return words + (inside.empty() ? inside : " (" + inside + ")") + TestTeller::noted(test);
}

/// "Palpation of the right soleus: moderate tension (2 of 3) and warm skin."
[[nodiscard]] std::vector<std::string> palpations(const TestTeller& teller,
                                                  const Results& results) {
    struct Said {
        const TestResult* first;
        std::string words;
        bool onBoth = false;
    };
    std::vector<Said> said;
    for (const auto& group : grouped(results, [](const TestResult&a, const TestResult&b) {
             return a.at.site == b.at.site && a.at.side == b.at.side;
         })) {
        std::vector<std::string> parts;
        for (const auto* each : group) {
            parts.push_back(palpated(teller, *each));
        }
        const auto words = listed(parts);
        const auto* first = group.front();
        const auto other = std::ranges::find_if(said, [&](const Said& each) {
            return each.first->at.site == first->at.site && each.words == words && !each.onBoth;
        });
        if (other == said.end()) {
            said.push_back({first, words});
        } else {
            other->onBoth = true;
        }
    }
    std::vector<std::string> sentences;
    for (const auto& each : said) {
        const auto place =
            teller.place(*each.first->at.site, each.onBoth ? Side::Middle : each.first->at.side);
        sentences.push_back(shown({each.onBoth ? tr("Palpation of {1} on both sides: {2}.")
                                               : tr("Palpation of {1}: {2}."),
                                   {place, each.words}}));
    }
    return sentences;
}

/// "at C5 on both sides and at C6 (was stiff)": a level whose two sides gave the same is named
/// once.
[[nodiscard]] std::string placesOf(const TestTeller& teller, const Results& results) {
    std::vector<std::string> places;
    for (const auto& sides : grouped(results, [&](const TestResult&a, const TestResult&b) {
             return a.at.site == b.at.site &&
                    teller.tail(a, teller.known(a)) == teller.tail(b, teller.known(b));
         })) {
        const auto& first = *sides.front();
        const auto place =
            sides.size() == 2
                ? shown({tr("{1} on both sides"), {teller.place(*first.at.site, Side::Middle)}})
                : teller.place(*first.at.site, first.at.side);
        places.push_back(place + teller.tail(first, teller.known(first)));
    }
    return listed(places);
}

/// "Spring test: stiff and painful at C5 on the left and C6; normal at L4-L5."
[[nodiscard]] std::string springSentence(const TestTeller& teller, const Results& results) {
    const auto value = [&](const TestResult& test) {
        return teller.value(test, teller.known(test));
    };
    std::vector<std::string> parts;
    for (const auto& group : grouped(results, [&](const TestResult&a, const TestResult&b) {
             return value(a) == value(b);
         })) {
        parts.push_back(
            shown({tr("{1} at {2}"), {value(*group.front()), placesOf(teller, group)}}));
    }
    return shown({tr("Spring test: {1}."), {joined(parts, "; ")}});
}

} // namespace

std::vector<std::string> testSentences(const Session& session, std::span<const Session> earlier,
                                       const reference::Reference& reference, PressureUnit unit) {
    const TestTeller teller{session, earlier, reference, unit};
    Results whole;
    Results palpation;
    Results spring;
    Results inParts;
    for (const auto& test : session.tests) {
        if (test.at.site) {
            (test.at.test.text() == "passive_intervertebral" ? spring : palpation).push_back(&test);
        } else {
            (test.at.part.empty() ? whole : inParts).push_back(&test);
        }
    }
    std::vector<std::string> sentences;
    for (const auto& group : grouped(inParts, [](const TestResult&a, const TestResult&b) {
             return a.at.test == b.at.test;
         })) {
        sentences.push_back(partsSentence(teller, group));
    }
    std::ranges::move(wholeTests(teller, whole), std::back_inserter(sentences));
    if (!spring.empty()) {
        sentences.push_back(springSentence(teller, spring));
    }
    std::ranges::move(palpations(teller, palpation), std::back_inserter(sentences));
    return sentences;
}

} // namespace palpate::app
