// SPDX-License-Identifier: MIT
// Sessions of all kinds and what their paragraphs say: read them as a critical clinician.
#include "app/OpenClinic.h"
#include "app/PainWords.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "app/VariedSessions.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace palpate::app {

namespace {

[[nodiscard]] std::string drawnWords(const Session& session) {
    const auto& map = test::shippedKnowledge().map();
    return composedPain(session.painAreas, drawnPain(map, session.painAreas), std::nullopt);
}

/// The page of one session: its frame, then the five paragraphs.
[[nodiscard]] std::string page(const test::VariedSession& varied) {
    const auto& tables = test::shippedKnowledge().reference();
    const auto& session = varied.session;
    std::string text = varied.title + "\n" + professionWord(varied.profession) + ", " +
                       weekdayText(localDay(session.startedAt, session.timeZone)) +
                       (isLateEntry(session) ? ", late entry" : "") + "\n";
    const auto add = [&](const char* heading, const std::string& words) {
        text += std::string{"\n"} + heading + "\n" + (words.empty() ? "-" : test::wrapped(words)) +
                "\n";
    };
    const auto& told = noteOf(session, NotePart::Subjective).text;
    const auto life = checkInSentence(session, varied.earlier);
    add("Subjective", told + (told.empty() || life.empty() ? "" : " ") + life);
    add("Objective",
        composedObjective(session, varied.earlier, tables, drawnWords(session), varied.unit));
    add("Treatment", composedTreatment(session, tables, varied.unit));
    add("Assessment", noteOf(session, NotePart::Assessment).text);
    add("Plan", composedPlan(session, tables));
    return text;
}

} // namespace

TEST_CASE("the paragraphs of all kinds of sessions read as approved") {
    const auto sessions = test::variedSessions();
    CHECK(sessions.size() >= 20);
    std::set<std::string> names;
    for (const auto& varied : sessions) {
        INFO(varied.name);
        CHECK(names.insert(varied.name).second);
        test::checkApproved("app/" + varied.name + ".txt", page(varied));
    }
}

TEST_CASE("no composed paragraph has a slip of the pen") {
    for (const auto& varied : test::variedSessions()) {
        auto text = page(varied);
        std::ranges::replace(text, '\n', ' ');
        INFO(text);
        for (const auto* slip :
             {"  ", " ,", " .", "..", ",,", ";;", "()", "( ", " )", "{", "the the", " of of ",
              " each each", " 1 repetitions", " 1 days", "nan"}) {
            if (std::string_view{slip} == "  ") {
                continue; // between headings
            }
            CHECK(text.find(slip) == std::string::npos);
        }
    }
}

} // namespace palpate::app
