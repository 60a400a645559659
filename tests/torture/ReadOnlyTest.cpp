// SPDX-License-Identifier: MIT
// Disks that are protected against writing. Skipped where a test may not mount.
#include "storage/Restore.h"
#include "torture/Disk.h"
#include "torture/Tortured.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::test {

TEST_CASE("what lies on a disk that can't be written is refused, or read, and left alone",
          "[torture]") {
    const TempFolder temp;
    const FixedTime time;
    std::filesystem::create_directory(temp.path() / "all");
    const Scene scene{temp.path() / "all"};
    scene.make(TestClinic{});
    if (withReadOnly(scene.disk().c_str(), [] {}) != 0) {
        SKIP("this system lets no test mount a disk for reading only");
    }
    const auto listed = [&](const std::filesystem::path& folder) {
        std::string all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
            all += entry.path().string() + "\n";
            all += entry.is_regular_file() ? contentOf(entry.path()) : "";
        }
        return all;
    };
    SECTION("a clinic is not opened") {
        const auto before = listed(scene.clinic());
        for (const auto deed : {Deed::Chart, Deed::Sign, Deed::BackUp}) {
            CHECK(withReadOnly(scene.clinic().c_str(), [&] { scene.act(deed, time.clock); }) == 1);
        }
        CHECK(listed(scene.clinic()) == before);
        scene.check(Deed::Chart, false, time.clock);
    }
    SECTION("an older clinic is not upgraded") {
        CHECK(withReadOnly(scene.older().c_str(), [&] { scene.act(Deed::Upgrade, time.clock); }) ==
              1);
        scene.check(Deed::Upgrade, false, time.clock);
    }
    SECTION("no backup goes there") {
        const auto before = listed(scene.disk());
        CHECK(withReadOnly(scene.disk().c_str(), [&] { scene.act(Deed::BackUp, time.clock); }) ==
              1);
        CHECK(listed(scene.disk()) == before);
        scene.check(Deed::BackUp, false, time.clock);
    }
    SECTION("but a backup is restored from there, and rehearsed") {
        const auto before = listed(scene.disk());
        CHECK(withReadOnly(scene.disk().c_str(), [&] { scene.act(Deed::Restore, time.clock); }) ==
              0);
        CHECK(withReadOnly(scene.disk().c_str(), [&] {
                  if (!opened(scene.clinic(), time.clock)
                           ->copier()
                           ->rehearse(scene.backup())
                           .isSound()) {
                      throw std::runtime_error{"not sound"};
                  }
              }) == 0);
        CHECK(listed(scene.disk()) == before);
        scene.check(Deed::Restore, true, time.clock);
    }
}

} // namespace palpate::test
