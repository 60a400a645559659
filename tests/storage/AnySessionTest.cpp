// SPDX-License-Identifier: MIT
// Sessions and steps as chance will have them: what is stored is what the domain says, step by
// step, back and forth, over signing and the next start of the program.
#include "storage/AnyEdit.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

namespace palpate::test {

TEST_CASE("any session comes back as it went in, and so does every step of it", "[storage]") {
    const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 13)));
    CAPTURE(seed);
    OpenClinic clinic;
    AnyEdit any{seed};
    auto session = any.filled(aSession());
    auto& sessions = clinic.store->sessions();
    sessions.begin(session);
    REQUIRE((sessions.find(session.id) == session));

    std::vector<SessionStep> back;
    for (int step = 0; step < 12; ++step) {
        const auto edits = any.stepOf(session);
        back.push_back(inverse(session, edits));
        sessions.apply(session.id, edits, NewStep{back.back()});
        session = applied(session, edits);
        REQUIRE((sessions.find(session.id) == session));
    }
    REQUIRE((sessions.undoList(session.id).undo == back));
    for (int undone = 0; undone < 5; ++undone) {
        const auto edits = back.back();
        sessions.apply(session.id, edits, Undone{inverse(session, edits)});
        session = applied(session, edits);
        back.pop_back();
        REQUIRE((sessions.find(session.id) == session));
    }
    if (session.startedAt > kNow) { // signing takes a session that has begun
        session.startedAt = kNow;
        session.endedAt.reset();
        sessions.apply(session.id, SessionStep{SetTimes{kNow, {}}});
    }
    const SessionStep something{SetPain{PainMoment::Now, pain(3)}};
    sessions.apply(session.id, something);
    session = applied(session, something);
    session.signature = sessions.sign(session.id, kNow);
    clinic.store.reset();
    clinic.store = clinic.open();
    CHECK((clinic.store->sessions().find(session.id) == session));
    CHECK(clinic.store->verify().isSound());
}

} // namespace palpate::test
