// SPDX-License-Identifier: MIT
// Files of a clinic and of its backup, cut off or with bits flipped at places that chance chooses:
// the clinic is refused with a sentence, or opened and its damage named, or it is as it was. The
// log alone may lose its end, as after a power cut. --rng-seed repeats the places.
#include "domain/Error.h"
#include "storage/Restore.h"
#include "support/Printing.h"
#include "torture/Tortured.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iostream>
#include <random>

namespace palpate::test {

namespace {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : chance_{seed} {}
    [[nodiscard]] std::size_t below(std::size_t limit) {
        return limit == 0 ? 0 : chance_() % limit;
    }

private:
    std::mt19937 chance_;
};

/// What was done to a file, for the report of a failure.
[[nodiscard]] std::string damage(const std::filesystem::path& file, Chance& chance) {
    auto content = contentOf(file);
    const auto size = content.size();
    const auto kind = chance.below(4);
    const auto at = chance.below(size);
    std::string told;
    if (kind == 0) {
        content.resize(at);
        told = "cut off at " + std::to_string(at);
    } else if (kind == 1) {
        const auto end = std::min(size, at + 512);
        std::fill(content.begin() + static_cast<std::ptrdiff_t>(at),
                  content.begin() + static_cast<std::ptrdiff_t>(end), '\0');
        told = "zeros from " + std::to_string(at);
    } else {
        for (std::size_t flips = kind == 2 ? 1 : 2 + chance.below(9); flips > 0; --flips) {
            const auto place = flips == 1 ? at : chance.below(size);
            content[place] = static_cast<char>(content[place] ^ (1 << chance.below(8)));
            told += "bit at " + std::to_string(place) + " ";
        }
    }
    std::ofstream{file, std::ios::binary | std::ios::trunc} << content;
    return told;
}

/// All that the sessions hold.
[[nodiscard]] std::vector<Session> sessionsIn(storage::Store& store) {
    std::vector<Session> all;
    for (const auto number : {0U, 1U, 2U}) {
        if (auto session = store.sessions().find(aSession(number).id)) {
            all.push_back(std::move(*session));
        }
    }
    return all;
}

struct Tally {
    int refused = 0; ///< with a sentence, nothing changed
    int named = 0;   ///< opened, and `verify` names it
    int whole = 0;   ///< as it was: the damage touched nothing, or was of no consequence
    int shorter = 0; ///< the log's end is missing
};

void tell(const char* what, int rounds, std::uint32_t seed, const Tally& tally) {
    std::cout << what << ": " << rounds << " damaged (seed " << seed << "), " << tally.refused
              << " refused, " << tally.named << " named by verify, " << tally.whole
              << " as before, " << tally.shorter << " without the end of the log\n";
}

} // namespace

TEST_CASE("a damaged file of a clinic is refused or named, never believed", "[torture]") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    Chance chance{seed};
    const TempFolder temp;
    const FixedTime time;
    std::filesystem::create_directory(temp.path() / "original");
    const Scene scene{temp.path() / "original"};
    scene.make(TestClinic{});
    const Scene scratch{temp.path() / "scratch"};
    std::vector<Session> before;
    {
        const auto store = opened(scene.clinic(), time.clock);
        before = sessionsIn(*store);
        store->signOut();
    }
    REQUIRE(before.size() == 3);
    Tally tally;
    const int count = rounds(60);
    for (int round = 0; round < count; ++round) {
        scratch.copyOf(scene);
        const auto* name = chance.below(5) == 0 ? "keys.json" : "clinic.db";
        const auto told = damage(scratch.clinic() / name, chance);
        CAPTURE(round, name, told);
        try {
            const auto store = opened(scratch.clinic(), time.clock);
            const auto report = store->verify();
            if (!report.isSound()) {
                ++tally.named;
                for (const auto& check : report.checks) {
                    CHECK(check.faults.empty() == (check.faultCount == 0));
                }
                continue;
            }
            CHECK(sessionsIn(*store) == before);
            ++tally.whole;
        } catch (const Error& error) {
            CHECK(describe(error).size() > 20);
            ++tally.refused;
        }
    }
    tell("files of the clinic", count, seed, tally);
    CHECK(tally.refused + tally.named > count / 2);
}

TEST_CASE("a damaged log loses its end at most, and the backup's head tells", "[torture]") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    Chance chance{seed};
    const TempFolder temp;
    const FixedTime time;
    std::filesystem::create_directory(temp.path() / "original");
    const Scene scene{temp.path() / "original"};
    scene.make(TestClinic{});
    // As a power cut leaves it: rows that are only in the log.
    std::optional<storage::TrailHead> head;
    const auto cut = temp.path() / "cut.palpate";
    {
        const auto store = opened(scene.clinic(), time.clock);
        for (int edit = 0; edit < 12; ++edit) {
            store->audit().record(storage::AuditKind::Print, {}, "page " + std::to_string(edit));
        }
        head = store->audit().head();
        std::filesystem::copy(scene.clinic(), cut, std::filesystem::copy_options::recursive);
        std::filesystem::remove(cut / "clinic.db-shm");
    }
    REQUIRE(std::filesystem::file_size(cut / "clinic.db-wal") > 20000);
    Tally tally;
    const int count = rounds(40);
    for (int round = 0; round < count; ++round) {
        const auto scratch = temp.path() / "scratch.palpate";
        std::filesystem::remove_all(scratch);
        std::filesystem::copy(cut, scratch, std::filesystem::copy_options::recursive);
        const auto told = damage(scratch / "clinic.db-wal", chance);
        CAPTURE(round, told);
        try {
            const auto store = opened(scratch, time.clock);
            if (!store->verify().isSound()) {
                ++tally.named;
                continue;
            }
            CHECK(sessionsIn(*store).size() == 3);
            const bool holds = store->copier()->compare(*head) == storage::TrailAgreement::Holds;
            ++(holds ? tally.whole : tally.shorter);
            // Nothing in the middle is missing: what is there is a beginning of what was.
            const auto rows = store->audit().list({.kind = storage::AuditKind::Print});
            for (std::size_t i = 0; i < rows.size(); ++i) {
                CHECK(rows[i].detail == "page " + std::to_string(rows.size() - 1 - i));
            }
            CHECK((rows.size() == 12) == holds);
        } catch (const Error& error) {
            CHECK(describe(error).size() > 20);
            ++tally.refused;
        }
    }
    tell("the log", count, seed, tally);
    CHECK(tally.shorter > 0);
}

TEST_CASE("a damaged backup is never restored as if it were whole", "[torture]") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    Chance chance{seed};
    const TempFolder temp;
    const FixedTime time;
    std::filesystem::create_directory(temp.path() / "original");
    const Scene scene{temp.path() / "original"};
    scene.make(TestClinic{});
    const Scene scratch{temp.path() / "scratch"};
    Tally tally;
    const int count = rounds(40);
    for (int round = 0; round < count; ++round) {
        scratch.copyOf(scene);
        const auto backup = scratch.backup();
        const auto whole = contentOf(backup / "keys.json") + contentOf(backup / "backup.txt") +
                           contentOf(backup / "clinic.db");
        constexpr std::array kNames{"clinic.db", "clinic.db", "keys.json", "backup.txt"};
        const auto* name = kNames.at(chance.below(kNames.size()));
        const auto told = damage(backup / name, chance);
        CAPTURE(round, name, told);
        if (contentOf(backup / "keys.json") + contentOf(backup / "backup.txt") +
                contentOf(backup / "clinic.db") ==
            whole) {
            ++tally.whole; // zeros over zeros
            continue;
        }
        const auto found = storage::listBackups(scratch.disk());
        REQUIRE(found.size() == 1);
        // A backup.txt that was changed into another well-formed one is of no other harm.
        const bool isTold = storage::problemOf(found[0]).has_value();
        CHECK((isTold || std::string_view{name} == "backup.txt"));
        try {
            scratch.act(Deed::Restore, time.clock);
            CHECK(std::string_view{name} == "backup.txt");
            ++tally.whole;
            const auto store = opened(scratch.restored(), time.clock);
            requireSound(*store);
        } catch (const Error& error) {
            CHECK(describe(error).size() > 20);
            CHECK_FALSE(std::filesystem::exists(scratch.restored()));
            ++tally.refused;
        }
        requireTidy(temp.path() / "scratch");
    }
    tell("files of a backup", count, seed, tally);
    CHECK(tally.refused > count / 2);
}

} // namespace palpate::test
