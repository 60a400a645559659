// SPDX-License-Identifier: MIT
// The disk is full, or fails, at one write after the other of charting, signing, a backup, a
// restore and an upgrade: what was acknowledged is there, the rest whole or not at all, and once
// there is room again everything goes on.
#include "domain/Error.h"
#include "support/Printing.h"
#include "torture/Disk.h"
#include "torture/Tortured.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <iostream>

namespace palpate::test {

namespace {

/// Every write in the long run; else so many of them, spread, the first and the last with them.
[[nodiscard]] std::vector<std::int64_t> chosen(std::int64_t writes, std::int64_t few) {
    std::vector<std::int64_t> at;
    const auto step = isLongRun() ? 1 : std::max<std::int64_t>(1, writes / few);
    for (std::int64_t write = 0; write < writes; write += step) {
        at.push_back(write);
    }
    if (writes > 0 && at.back() != writes - 1) {
        at.push_back(writes - 1);
    }
    return at;
}

} // namespace

TEST_CASE("whichever write of a database finds the disk full, nothing is lost", "[torture]") {
    const auto deed = GENERATE(from_range(kDeeds));
    const auto how = GENERATE(Failing::Full, Failing::Once, Failing::Broken);
    CAPTURE(name(deed), static_cast<int>(how));
    const TempFolder temp;
    const FixedTime time;
    const Scene scene{temp.path() / "original"};
    std::filesystem::create_directory(temp.path() / "original");
    scene.make(TestClinic{});
    const Scene scratch{temp.path() / "scratch"};

    FailingDisk disk;
    scratch.copyOf(scene);
    disk.failAfter(INT32_MAX, how);
    scratch.act(deed, time.clock);
    const auto writes = disk.writes();
    disk.mend();
    scratch.check(deed, true, time.clock);
    REQUIRE(writes > 3);

    int failed = 0;
    int survived = 0;
    for (const auto write : chosen(writes, 6)) {
        CAPTURE(write);
        scratch.copyOf(scene);
        disk.failAfter(write, how);
        bool isDone = false;
        try {
            scratch.act(deed, time.clock);
            isDone = true;
        } catch (const StorageError& error) {
            CHECK(std::string_view{error.what()}.size() > 20);
        }
        failed += isDone ? 0 : 1;
        survived += isDone && disk.hasFailed() ? 1 : 0;
        CHECK((isDone || disk.hasFailed()));
        disk.mend();
        scratch.check(deed, isDone, time.clock);
    }
    std::cout << name(deed) << ", "
              << (how == Failing::Full   ? "disk full"
                  : how == Failing::Once ? "one write refused"
                                         : "disk broken")
              << ": " << writes << " writes, " << failed << " failed, " << survived
              << " refused writes that did no harm\n";
    CHECK(failed > 0);
}

TEST_CASE("wherever a file can't grow any more, nothing is lost", "[torture]") {
    const auto deed = GENERATE(from_range(kDeeds));
    CAPTURE(name(deed));
    const TempFolder temp;
    const FixedTime time;
    const Scene scene{temp.path() / "original"};
    std::filesystem::create_directory(temp.path() / "original");
    scene.make(TestClinic{});
    const Scene scratch{temp.path() / "scratch"};
    const auto size =
        static_cast<std::int64_t>(std::filesystem::file_size(scene.clinic() / "clinic.db"));
    const auto largest = size * 3 / 2;
    int failed = 0;
    int done = 0;
    std::vector<std::int64_t> limits{0, 1, 500, 4095, 4096};
    for (const auto page : chosen(largest / 4096, 10)) {
        limits.push_back((page + 1) * 4096 + 32 + 24 * (page % 3));
    }
    // Where the file ends, so that its last page is torn.
    for (const auto more : {-4096, 0, 4096, 8192}) {
        limits.push_back(size + more + 32);
    }
    for (const auto limit : limits) {
        CAPTURE(limit);
        scratch.copyOf(scene);
        const int code = withFilesUpTo(static_cast<std::uint64_t>(limit),
                                       [&] { scratch.act(deed, time.clock); });
        CHECK((code == 0 || code == 1));
        failed += code == 1 ? 1 : 0;
        done += code == 0 ? 1 : 0;
        scratch.check(deed, code == 0, time.clock);
    }
    std::cout << name(deed) << ": files limited at " << limits.size() << " sizes, " << failed
              << " failed, " << done << " done\n";
    CHECK(failed > 3);
    CHECK(done > 0);
}

} // namespace palpate::test
