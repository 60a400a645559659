// SPDX-License-Identifier: MIT
// The computer's clock goes back by more than a year between deeds.
#include "domain/SessionEdit.h"
#include "storage/Restore.h"
#include "support/Printing.h"
#include "torture/Tortured.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::test {

TEST_CASE("with the clock set back everything goes on, and nothing is mistaken for older",
          "[torture]") {
    const TempFolder temp;
    FixedTime time;
    std::filesystem::create_directory(temp.path() / "all");
    const Scene scene{temp.path() / "all"};
    scene.make(TestClinic{});
    std::vector<std::filesystem::path> made;
    for (int turn = 0; turn < 6; ++turn) {
        CAPTURE(turn);
        // Forth by a month, back by more than a year.
        time.clock.advance(turn % 2 == 0 ? -std::chrono::days{400} : std::chrono::days{30});
        const auto store = opened(scene.clinic(), time.clock);
        const auto number = static_cast<std::uint32_t>(10 + turn);
        auto session = aFullSession(number);
        session.startedAt = time.clock.now();
        session.endedAt = session.startedAt;
        store->sessions().begin(session);
        store->sessions().apply(session.id,
                                SessionStep{SetNote{NotePart::Plan, written(std::string{kAfter})}});
        static_cast<void>(store->sessions().sign(session.id, time.clock.now()));
        const auto backup = store->copier()->backUp(scene.disk());
        CHECK(backup.withLast == storage::TrailAgreement::Holds);
        CHECK(std::filesystem::exists(backup.folder));
        made.push_back(backup.folder);
        CHECK(store->copier()->rehearse(backup.folder).isSound());
        requireSound(*store);
        // Rows of the trail keep their order, whatever their times say.
        const auto rows = store->audit().list({.limit = 1000});
        for (std::size_t i = 1; i < rows.size(); ++i) {
            CHECK(rows[i - 1].seq == rows[i].seq + 1);
        }
        store->signOut();
    }
    CHECK(std::filesystem::exists(made.back()));
    scene.act(Deed::Upgrade, time.clock);
    scene.check(Deed::Upgrade, true, time.clock);
    scene.act(Deed::Restore, time.clock);
    scene.check(Deed::Restore, true, time.clock);
    scene.check(Deed::Chart, false, time.clock);
}

} // namespace palpate::test
