// SPDX-License-Identifier: MIT
// The first byte chooses a table; the rest is its file. The tables that it builds on are the
// shipped ones.
#include "JsonMutator.h"
#include "Sentence.h"
#include "reference/Reference.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace {

using namespace palpate;

/// A file in memory: nothing is left behind, whatever happens.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* data, std::size_t size) : handle_{::memfd_create("table", 0)} {
        if (handle_ < 0 || ::write(handle_, data, size) != static_cast<::ssize_t>(size)) {
            std::perror("a file in memory");
            std::_Exit(1);
        }
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { ::close(handle_); }
    [[nodiscard]] std::filesystem::path path() const {
        return "/proc/self/fd/" + std::to_string(handle_);
    }

private:
    int handle_;
};

void read(int table, const std::filesystem::path& file) {
    static const auto shipped =
        reference::Reference::load(PALPATE_SOURCE_DIR "/src/reference/data");
    reference::Sources sources;
    switch (table) {
    case 0:
        static_cast<void>(reference::LogFields::load(file, sources));
        break;
    case 1:
        static_cast<void>(reference::Techniques::load(file, shipped.logFields(), sources));
        break;
    case 2: {
        const auto names = reference::MuscleNames::load(file, sources);
        for (const auto* typed : {"a", "few", "upper trap"}) {
            static_cast<void>(names.candidates(names.lookUp(typed)));
            static_cast<void>(names.search(typed, 10));
        }
        break;
    }
    case 3:
        static_cast<void>(reference::TriggerPoints::load(file, shipped.muscleNames(), sources));
        break;
    case 4:
        static_cast<void>(reference::PointPlaces::load(file, shipped.triggerPoints(), sources));
        break;
    case 5:
        static_cast<void>(reference::OutcomeMeasures::load(file, sources));
        break;
    case 6:
        static_cast<void>(reference::Alerts::load(file, shipped.techniques(), sources));
        break;
    case 7: {
        const auto diagnoses = reference::Diagnoses::load(file, sources);
        static_cast<void>(diagnoses.search("m79", 10));
        static_cast<void>(diagnoses.split("m79.1"));
        break;
    }
    case 8: {
        const auto joints = reference::Joints::load(file, shipped.logFields(), sources);
        static_cast<void>(joints.search("c5", 10));
        static_cast<void>(joints.lookUp("l4 5"));
        break;
    }
    case 9: {
        const auto motions = reference::Motions::load(file, sources);
        static_cast<void>(motions.search("lx rot", 10));
        for (const auto& motion : motions.all()) {
            static_cast<void>(
                motions.problem({.at = {motion.key, Side::Right}, .active = motion.high}));
        }
        break;
    }
    case 10: {
        const auto tests = reference::Tests::load(file, shipped.motions(), sources);
        static_cast<void>(tests.search("slr", 10));
        for (const auto& test : tests.all()) {
            static_cast<void>(tests.problem({.at = {test.key}, .result = 1.0}, shipped.joints()));
        }
        break;
    }
    default:
        static_cast<void>(
            reference::HomeCare::load(file, shipped.muscleNames(), sources).search("stretch", 10));
        break;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr int kTables = 12;
    if (size == 0) {
        return 0;
    }
    const MemoryFile file{data + 1, size - 1};
    try {
        read(data[0] % kTables, file.path());
    } catch (const DataError& error) {
        fuzz::mustBeSentence(error.what());
    }
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return palpate::fuzz::mutateJson(data, size, most, seed, 1);
}
