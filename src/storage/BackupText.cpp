// SPDX-License-Identifier: MIT
#include "storage/BackupText.h"

#include "domain/Calendar.h"
#include "storage/AskOn.h"
#include "storage/Files.h"
#include "storage/KeyFile.h"
#include "storage/OpenFile.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <system_error>

namespace palpate::storage {

namespace {

constexpr std::size_t kLargestFacts = 4096;
constexpr std::size_t kLargestKeys = 4U << 20U;
constexpr std::size_t kChunk = 1U << 20U;

/// Takes `word` and a blank from the front of a line, and the line from the text.
[[nodiscard]] std::optional<std::string_view> lineOf(std::string_view& text,
                                                     std::string_view word) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos || !text.starts_with(word) || text.size() <= word.size() ||
        text[word.size()] != ' ') {
        return std::nullopt;
    }
    const auto value = text.substr(word.size() + 1, end - word.size() - 1);
    text.remove_prefix(end + 1);
    return value;
}

[[nodiscard]] std::optional<std::int64_t> numberIn(std::optional<std::string_view> text) {
    std::int64_t value = 0;
    if (!text) {
        return std::nullopt;
    }
    const auto* end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, value);
    return read.ec == std::errc{} && read.ptr == end && value >= 0 ? std::optional{value}
                                                                   : std::nullopt;
}

[[nodiscard]] std::optional<Digest> digestIn(std::optional<std::string_view> text) {
    const auto bytes = text ? bytesOfHex(*text) : std::nullopt;
    Digest digest{};
    if (!bytes || bytes->size() != digest.size()) {
        return std::nullopt;
    }
    std::ranges::copy(*bytes, digest.begin());
    return digest;
}

[[noreturn]] void failed(const std::filesystem::path& file, const char* sentence) {
    throw StorageError{{sentence, {file.string(), std::generic_category().message(errno)}}};
}

/// Hands the file's chunks to `take` and hashes them on the way.
template <class Take>
[[nodiscard]] Digest hashed(const std::filesystem::path& file, const GoesOn& goesOn,
                            const Take& take) {
    const OpenFile in{file, O_RDONLY | O_NOFOLLOW};
    struct stat status {};
    if (!in.isOpen() || ::fstat(in.handle(), &status) != 0) {
        failed(file, tr("{1} can't be read: {2}."));
    }
    // Else the pages that were just written are read, and not what the disk made of them.
    static_cast<void>(::posix_fadvise(in.handle(), 0, 0, POSIX_FADV_DONTNEED));
    crypto_generichash_state state;
    Digest digest{};
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    std::vector<std::uint8_t> chunk(kChunk);
    std::int64_t done = 0;
    for (;;) {
        const auto got = ::read(in.handle(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            failed(file, tr("{1} can't be read: {2}."));
        }
        if (got == 0) {
            break;
        }
        const auto size = static_cast<std::size_t>(got);
        crypto_generichash_update(&state, chunk.data(), size);
        take(chunk.data(), size);
        done += got;
        askOn(goesOn, static_cast<double>(done) /
                          static_cast<double>(std::max<std::int64_t>(status.st_size, done)));
    }
    crypto_generichash_final(&state, digest.data(), digest.size());
    return digest;
}

[[nodiscard]] StorageError damagedBackup(const std::filesystem::path& folder) {
    return StorageError{{tr("The backup {1} is damaged: it is not as it was written and "
                            "verified. Take another backup."),
                         {folder.string()}}};
}

} // namespace

std::string textOf(const BackupFacts& facts) {
    return "palpate-backup 1\nclinic " + facts.clinic.text() + "\ntaken " +
           isoInstant(facts.takenAt) + "\nschema " + std::to_string(facts.schema) + "\nsize " +
           std::to_string(facts.size) + "\ndigest " + hexOf(facts.digest) + "\nkeys " +
           hexOf(facts.keys) + "\ntrail " + std::to_string(facts.head.count) + "\nhead " +
           hexOf(facts.head.hash) + "\n";
}

std::optional<BackupFacts> parseBackupFacts(std::string_view text) {
    const auto whole = text;
    if (lineOf(text, "palpate-backup") != "1") {
        return std::nullopt;
    }
    const auto clinicText = lineOf(text, "clinic");
    const auto clinic = clinicText ? Uuid::parse(*clinicText) : std::nullopt;
    const auto takenText = lineOf(text, "taken");
    const auto taken = takenText ? parseIsoInstant(*takenText) : std::nullopt;
    const auto schema = numberIn(lineOf(text, "schema"));
    const auto size = numberIn(lineOf(text, "size"));
    const auto digest = digestIn(lineOf(text, "digest"));
    const auto keys = digestIn(lineOf(text, "keys"));
    const auto count = numberIn(lineOf(text, "trail"));
    const auto hash = digestIn(lineOf(text, "head"));
    if (!clinic || !taken || !schema || *schema > 1'000'000 || !size || !digest || !keys ||
        !count || !hash) {
        return std::nullopt;
    }
    const BackupFacts facts{*clinic, *taken,         static_cast<int>(*schema), *size, *digest,
                            *keys,   {*count, *hash}};
    return textOf(facts) == whole ? std::optional{facts} : std::nullopt;
}

std::string stampOf(Instant at) {
    auto stamp = isoInstant(at);
    std::erase_if(stamp, [](char c) { return c == ':' || c == '-'; });
    return stamp;
}

Digest digestOfFile(const std::filesystem::path& file, const GoesOn& goesOn) {
    return hashed(file, goesOn, [](const std::uint8_t*, std::size_t) {});
}

Digest copyOwnFile(const std::filesystem::path& from, const std::filesystem::path& to,
                   const GoesOn& goesOn) {
    makeOwnFile(to);
    const OpenFile out{to, O_WRONLY | O_NOFOLLOW};
    const auto digest = hashed(from, goesOn, [&](const std::uint8_t* data, std::size_t size) {
        if (!out.isOpen() || !writeAll(out, {reinterpret_cast<const char*>(data), size})) {
            failed(to,
                   tr("{1} can't be written: {2}. Check the disk and the rights of its folder."));
        }
    });
    if (!out.isOpen() || ::fsync(out.handle()) != 0) {
        failed(to, tr("{1} can't be written: {2}. Check the disk and the rights of its folder."));
    }
    return digest;
}

void takeFiles(const FoundBackup& backup, const std::filesystem::path& to, const GoesOn& goesOn) {
    if (!backup.facts) {
        throw StorageError{*backup.problem};
    }
    // Keys first: they tell a foreign or cut-off file at once.
    const auto keys = readFile(backup.folder / "keys.json", kLargestKeys);
    writeOwnFile(to / "keys.json", keys);
    if (blake2b(keys) != backup.facts->keys ||
        KeyFile::read(to / "keys.json").clinic() != backup.facts->clinic) {
        throw damagedBackup(backup.folder);
    }
    if (copyOwnFile(backup.folder / "clinic.db", to / "clinic.db", goesOn) !=
        backup.facts->digest) {
        throw damagedBackup(backup.folder);
    }
    flushFolder(to);
}

FoundBackup backupAt(const std::filesystem::path& folder) {
    FoundBackup found{folder, {}, {}};
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
        throw StorageError{
            {tr("There is no backup at {1}; is its disk connected?"), {folder.string()}}};
    }
    try {
        found.facts = parseBackupFacts(readFile(folder / "backup.txt", kLargestFacts));
    } catch (const StorageError&) {
        // Without its facts it is none that can be relied upon; said below.
    }
    if (!found.facts) {
        found.problem = {tr("{1} is no backup that was written to its end: its backup.txt is "
                            "missing or malformed."),
                         {folder.string()}};
        return found;
    }
    const auto size = std::filesystem::file_size(folder / "clinic.db", failure);
    if (failure || static_cast<std::int64_t>(size) != found.facts->size) {
        found.problem = damagedBackup(folder).message();
    } else if (!std::filesystem::is_regular_file(folder / "keys.json", failure)) {
        found.problem = {tr("The backup {1} has lost its keys.json; without it nothing can open "
                            "it."),
                         {folder.string()}};
    }
    return found;
}

std::vector<FoundBackup> listBackups(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::directory_iterator at{folder, failure};
    if (failure) {
        throw StorageError{{tr("The backup folder {1} can't be reached: {2}. Is its disk "
                               "connected, or the network there?"),
                            {folder.string(), failure.message()}}};
    }
    std::vector<FoundBackup> found;
    for (const std::filesystem::directory_iterator end; !failure && at != end;
         at.increment(failure)) {
        std::error_code ignored; // a broken link is no folder
        if (at->path().extension() == kBackupEnding && at->is_directory(ignored)) {
            found.push_back(backupAt(at->path()));
        }
    }
    std::ranges::sort(found, [](const FoundBackup& a, const FoundBackup& b) {
        const auto rank = [](const FoundBackup& each) {
            return each.facts ? each.facts->takenAt : Instant::min();
        };
        return rank(a) != rank(b) ? rank(a) > rank(b) : a.folder > b.folder;
    });
    return found;
}

std::optional<Message> problemOf(const FoundBackup& backup, const GoesOn& goesOn) {
    if (!backup.isReadable()) {
        return backup.problem;
    }
    try {
        if (digestOfFile(backup.folder / "clinic.db", goesOn) != backup.facts->digest) {
            return damagedBackup(backup.folder).message();
        }
        if (blake2b(readFile(backup.folder / "keys.json", kLargestKeys)) != backup.facts->keys) {
            return damagedBackup(backup.folder).message();
        }
    } catch (const WorkDropped&) {
        throw;
    } catch (const StorageError& error) {
        return error.message();
    }
    return std::nullopt;
}

} // namespace palpate::storage
