// SPDX-License-Identifier: MIT
#include "JsonMutator.h"
#include "SeedClinic.h"
#include "Sentence.h"
#include "storage/KeyFile.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace palpate;

void write(const std::filesystem::path& file, std::string_view text) {
    std::ofstream{file, std::ios::binary | std::ios::trunc} << text;
}

[[nodiscard]] std::optional<storage::KeyFile> read(const std::filesystem::path& file) {
    try {
        return storage::KeyFile::read(file);
    } catch (const Error& error) {
        fuzz::mustBeSentence(error.what());
        return std::nullopt;
    }
}

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// A wrong key is refused in a sentence, whatever stands there.
template <class Proof> void tryToOpen(const storage::KeyFile& keys, const Proof& proof) {
    try {
        static_cast<void>(keys.open(proof));
    } catch (const Error& error) {
        fuzz::mustBeSentence(error.what());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::ScratchFolder scratch;
    const auto file = scratch.path() / "keys.json";
    // The bytes are only read.
    write(file, {reinterpret_cast<const char*>(data), size});
    const auto keys = read(file);
    if (!keys) {
        return 0;
    }
    constexpr std::uint32_t kCheapKiB = 64;
    for (const auto& holder : keys->holders()) {
        if (holder.cost.passes == 1 && holder.cost.memoryKiB <= kCheapKiB) {
            tryToOpen(*keys, storage::Credentials{holder.userName, "correct horse battery staple"});
        }
    }
    tryToOpen(*keys, storage::RecoveryKey{"00000-00000-00000-00000-00000-00000-00000"});
    // What was read can be written, and is the same then.
    keys->write(file);
    const auto text = contentOf(file);
    const auto again = read(file);
    if (!again) {
        std::fputs("What was written is refused.\n", stderr);
        std::abort();
    }
    again->write(file);
    if (contentOf(file) != text) {
        std::fputs("Reading and writing changes it.\n", stderr);
        std::abort();
    }
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return palpate::fuzz::mutateJson(data, size, most, seed, 0);
}
