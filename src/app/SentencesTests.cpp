// SPDX-License-Identifier: MIT
// What tests and palpation gave. Tests with the same result share a sentence, palpation goes by
// place.
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace palpate::app {

namespace {

using reference::KnownTest;

/// Tests named for a person or a place keep their capital within a sentence.
[[nodiscard]] bool isProperName(std::string_view name) {
    constexpr std::array<std::string_view, 25> kNames{
        "Adson",    "Babinski", "Beighton", "Cozen",     "Finkelstein", "Gaenslen", "Hawkins",
        "Hoffmann", "Kemp",     "Lachman",  "Lhermitte", "Maudsley",    "McMurray", "Mill",
        "Neer",     "Noble",    "Ober",     "Phalen",    "Romberg",     "Sharp",    "Speed",
        "Spurling", "Thomas",   "Thompson", "Tinel"};
    constexpr std::array<std::string_view, 3> kMore{"Thessaly", "Trendelenburg", "Schober"};
    const auto word = name.substr(0, name.find_first_of(" -,"));
    return std::ranges::count(kNames, word) > 0 || std::ranges::count(kMore, word) > 0;
}

/// "Posterior drawer, knee" reads "knee posterior drawer"; "Myotomes L2-S1" is "myotomes" where its
/// parts are named.
[[nodiscard]] std::string proseName(const KnownTest& test) {
    if (test.key.text() == "babinski") {
        return tr("plantar response (Babinski)"); // that is what goes down or up
    }
    if (test.key.text() == "posture") {
        return tr("posture");
    }
    auto name = isProperName(test.name) ? test.name : uncapitalised(test.name);
    if (!test.parts.empty()) {
        const auto space = name.rfind(' ');
        const auto isLevel = [](char c) {
            return std::isdigit(static_cast<unsigned char>(c)) != 0;
        };
        if (space != std::string::npos &&
            std::any_of(name.begin() + static_cast<long>(space), name.end(), isLevel)) {
            name.erase(space);
        }
    }
    const auto comma = name.find(", ");
    if (name.ends_with(", knee") || name.ends_with(", ankle")) {
        return shown({tr("{1} at the {2}"), {name.substr(0, comma), name.substr(comma + 2)}});
    }
    return comma == std::string::npos ? name : name.substr(comma + 2) + " " + name.substr(0, comma);
}

[[nodiscard]] bool isGrade(std::string_view choice) {
    return choice.size() > 2 && choice[0] >= '0' && choice[0] <= '9' && choice[1] == ' ';
}

class TestTeller {
public:
    TestTeller(const Session& session, std::span<const Session> earlier,
               const reference::Reference& reference, PressureUnit unit)
        : session_{session}, earlier_{earlier}, reference_{reference}, unit_{unit} {}

    /// " (was negative)", " (was 7 cm on 4 Nov) (on the heel only)": what follows a result.
    [[nodiscard]] std::string tail(const TestResult& test, const KnownTest* known) const {
        const auto was = before(test, known);
        return (was.empty() ? was : " (" + was + ")") + noted(test);
    }

    /// "positive at 60° (was negative)", "8.5 cm", "4/5": without side and name.
    [[nodiscard]] std::string outcome(const TestResult& test, const KnownTest* known) const {
        return value(test, known) + tail(test, known);
    }

    [[nodiscard]] static std::string noted(const TestResult& test) {
        return test.note.empty() ? std::string{} : " (" + test.note + ")";
    }

    /// "was negative", "was 7 cm on 4 Nov"; empty when it was the same or never done before.
    [[nodiscard]] std::string before(const TestResult& test, const KnownTest* known) const {
        const auto last = lastWith(earlier_, [&](const Session& session) {
            const auto* found = testOf(session, test.at);
            return found != nullptr ? std::optional{*found} : std::nullopt;
        });
        if (!last) {
            return {};
        }
        const auto& then = last->first;
        auto was = value(then, known);
        if (was == value(test, known)) {
            return {};
        }
        if (then.result == test.result && then.also && known != nullptr && known->also) {
            was = shown({known->also->unit == "s" ? tr("after {1}") : tr("at {1}"),
                         {quantity(*then.also, known->also->unit)}}); // only that has changed
        }
        return shown({tr("was {1}{2}"), {was, datedUnlessLast(*last->second, earlier_, session_)}});
    }

    [[nodiscard]] std::string value(const TestResult& test, const KnownTest* known) const {
        if (const auto* number = std::get_if<double>(&test.result)) {
            return numberWords(*number, known);
        }
        auto text = std::get<std::string>(test.result);
        if (isGrade(text)) {
            return shown({tr("{1} ({2} of 3)"), {text.substr(2), text.substr(0, 1)}});
        }
        if (known != nullptr && !known->choiceUnit.empty()) {
            text += " " + known->choiceUnit;
        }
        if (known != nullptr && isStrength(*known)) {
            text += "/5";
        }
        if (test.also && known != nullptr && known->also) {
            const auto also = quantity(*test.also, known->also->unit);
            text = known->also->unit == "s" ? shown({tr("{1} after {2}"), {text, also}})
                                            : shown({tr("{1} at {2}"), {text, also}});
        }
        return text;
    }

    [[nodiscard]] static bool isStrength(const KnownTest& test) {
        return test.key.text().starts_with("myotomes_");
    }

    /// The same result on both sides once, else one side after the other: "negative on both sides",
    /// "4/5 on the left (was 3/5) and 5/5 on the right".
    [[nodiscard]] std::string predicate(const std::vector<const TestResult*>& sides,
                                        const KnownTest* known) const {
        if (sides.size() == 2 && outcome(*sides[0], known) == outcome(*sides[1], known)) {
            return shown(
                {tr("{1} on both sides{2}"), {value(*sides[0], known), tail(*sides[0], known)}});
        }
        std::vector<std::string> parts;
        for (const auto* side : sides) {
            const bool isSaid = !parts.empty() && value(*side, known) == value(*sides[0], known);
            parts.push_back(
                joined({isSaid ? std::string{} : value(*side, known), onSide(side->at.side)}, " ") +
                tail(*side, known));
        }
        return listed(parts);
    }

    [[nodiscard]] std::string place(const TestSite& site, Side side) const {
        if (const auto* muscle = std::get_if<MuscleKey>(&site)) {
            return shown({tr("the {1}"), {proseMuscle(reference_, *muscle, side)}});
        }
        if (const auto* region = std::get_if<RegionKey>(&site)) {
            return shown({tr("the {1}"), {proseRegion(*region, side)}});
        }
        return proseJoint(reference_, std::get<JointKey>(site), side);
    }

    [[nodiscard]] const KnownTest* known(const TestResult& test) const {
        return reference_.tests().find(test.at.test);
    }
    [[nodiscard]] static std::string nameOf(const TestResult& test, const KnownTest* known) {
        return known != nullptr ? proseName(*known) : test.at.test.text();
    }

private:
    [[nodiscard]] std::string numberWords(double number, const KnownTest* known) const {
        if (known == nullptr || (!known->scale && !known->also)) {
            return plainNumber(number);
        }
        const auto& scale = known->scale ? *known->scale : *known->also;
        const auto figure = plainNumber(number);
        if (scale.unit == "kPa") {
            return pressureText(Pressure::kilopascals(number), unit_);
        }
        if (scale.unit == "positive tests") {
            return shown({tr("{1} of {2} tests positive"), {figure, plainNumber(scale.max)}});
        }
        if (scale.unit == "points") {
            return shown({tr("{1} of {2} points"), {figure, plainNumber(scale.max)}});
        }
        if (scale.type == reference::FieldType::Integer && number == 1 &&
            scale.unit.ends_with("s")) {
            return figure + " " + scale.unit.substr(0, scale.unit.size() - 1);
        }
        return quantity(number, scale.unit);
    }

    const Session& session_;
    std::span<const Session> earlier_;
    const reference::Reference& reference_;
    PressureUnit unit_;
};

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
