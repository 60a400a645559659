// SPDX-License-Identifier: MIT
// A folder that says it is a backup: what a disk that is pulled out, or somebody who writes to it,
// leaves there.
#include "SeedClinic.h"
#include "Sentence.h"
#include "storage/BackupText.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string_view>

namespace {

using namespace palpate;

constexpr std::string_view kName = "c-20261126T104500Z.palpate-backup";

void lookInto(const std::filesystem::path& place) {
    try {
        for (const auto& backup : storage::listBackups(place)) {
            for (const auto& problem : {backup.problem, storage::problemOf(backup)}) {
                if (problem) {
                    fuzz::mustBeSentence(Error{*problem}.what());
                }
            }
        }
    } catch (const Error& error) {
        fuzz::mustBeSentence(error.what());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::ScratchFolder scratch;
    // The bytes are only read.
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto facts = storage::parseBackupFacts(text);
        facts && storage::textOf(*facts) != text) {
        std::fputs("What was read is written in another way.\n", stderr);
        std::abort();
    }
    const auto folder = scratch.path() / kName;
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "backup.txt", std::ios::binary | std::ios::trunc} << text;
    std::ofstream{folder / "clinic.db", std::ios::binary | std::ios::trunc} << "any bytes";
    std::ofstream{folder / "keys.json", std::ios::binary | std::ios::trunc} << "{}";
    lookInto(scratch.path());
    return 0;
}
