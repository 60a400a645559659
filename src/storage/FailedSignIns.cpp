// SPDX-License-Identifier: MIT
#include "storage/FailedSignIns.h"

#include "domain/Calendar.h"
#include "storage/Files.h"
#include "storage/OpenFile.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

namespace palpate::storage {

namespace {

using Json = nlohmann::ordered_json;
using Entries = std::vector<FailedSignIn>;

constexpr std::string_view kFileName = "failed-sign-ins.json";
constexpr std::string_view kFormat = "palpate-failed-sign-ins";
constexpr int kVersion = 1;
constexpr std::size_t kLargestFile = 1U << 20U;
constexpr std::int64_t kFree = 3;
constexpr std::chrono::seconds kFirstWait{2};
constexpr std::chrono::seconds kLongestWait{300};
constexpr std::int64_t kMostCounted = 1'000'000'000;
constexpr int kMostTries = 100;

/// Nothing for an entry that makes no sense: it counts as missing.
[[nodiscard]] std::optional<FailedSignIn> entryFrom(const Json& json) {
    const auto text = [&](const char* key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string{};
    };
    const auto number = [&](const char* key) {
        const auto found = json.find(key);
        const auto value = found != json.end() && found->is_number_integer()
                               ? found->get<std::int64_t>()
                               : std::int64_t{-1};
        return value < kMostCounted ? value : -1;
    };
    const auto last = parseIsoInstant(text("last"));
    const auto first = parseIsoInstant(text("first_untold"));
    if (!json.contains("user") || !last || !first || number("in_a_row") < 0 ||
        number("untold") < 0) {
        return std::nullopt;
    }
    return FailedSignIn{.userName = text("user"),
                        .inARow = number("in_a_row"),
                        .last = *last,
                        .untold = number("untold"),
                        .firstUntold = *first};
}

[[nodiscard]] Entries entriesIn(const std::filesystem::path& file) {
    std::string content;
    try {
        content = readFile(file, kLargestFile);
    } catch (const StorageError&) {
        return {}; // missing or out of reach, as before the first wrong password
    }
    const auto root = Json::parse(content, nullptr, false);
    if (!root.is_object() || root.value("format", Json{}) != kFormat ||
        root.value("version", Json{}) != kVersion || !root.contains("names") ||
        !root["names"].is_array()) {
        return {};
    }
    Entries entries;
    for (const auto& each : root["names"]) {
        if (each.is_object()) {
            if (auto entry = entryFrom(each)) {
                entries.push_back(std::move(*entry));
            }
        }
    }
    return entries;
}

[[nodiscard]] std::string textOf(const Entries& entries) {
    Json root{{"format", kFormat}, {"version", kVersion}, {"names", Json::array()}};
    for (const auto& each : entries) {
        root["names"].push_back({{"user", each.userName},
                                 {"in_a_row", each.inARow},
                                 {"last", isoInstant(each.last)},
                                 {"untold", each.untold},
                                 {"first_untold", isoInstant(each.firstUntold)}});
    }
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Whether the open file is the one of that name, not one that was replaced meanwhile.
[[nodiscard]] bool isStill(const OpenFile& opened, const std::filesystem::path& file) {
    struct stat here {};
    struct stat there {};
    return ::fstat(opened.handle(), &here) == 0 && ::stat(file.c_str(), &there) == 0 &&
           here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

/// Reads, changes and replaces the file while no other program does. Where the disk knows no locks,
/// one of two wrong passwords in the same moment may stay uncounted.
template <class Work> void changed(const std::filesystem::path& file, Work&& work) {
    for (int tries = 0; tries < kMostTries; ++tries) {
        const OpenFile lock{file, O_RDWR | O_CREAT | O_NOFOLLOW};
        while (lock.isOpen() && ::flock(lock.handle(), LOCK_EX) != 0 && errno == EINTR) {
        }
        if (lock.isOpen() && !isStill(lock, file)) {
            continue; // another program has replaced it while this one waited
        }
        auto entries = entriesIn(file);
        work(entries);
        writeOwnFile(file, textOf(entries));
        return;
    }
    throw StorageError{
        {tr("{1} can't be locked; check the rights of its folder."), {file.string()}}};
}

[[nodiscard]] auto entryOf(Entries& entries, std::string_view userName) {
    return std::ranges::find_if(
        entries, [&](const FailedSignIn& each) { return isSameUserName(each.userName, userName); });
}

[[nodiscard]] std::chrono::seconds delayAfter(std::int64_t inARow) {
    auto delay = kFirstWait;
    for (auto more = inARow - kFree; more > 1 && delay < kLongestWait; --more) {
        delay *= 2;
    }
    return inARow <= kFree ? std::chrono::seconds{0} : std::min(delay, kLongestWait);
}

/// As in keys.json; empty for a name that stands nowhere.
[[nodiscard]] std::string knownName(const KeyFile& keys, std::string_view userName) {
    const auto holder = std::ranges::find_if(
        keys.holders(), [&](const KeyHolder& h) { return isSameUserName(h.userName, userName); });
    return holder != keys.holders().end() ? holder->userName : std::string{};
}

void requireNoWait(const std::filesystem::path& folder, std::string_view name, Instant now) {
    const auto wait = FailedSignIns{folder}.wait(name, now);
    if (wait <= std::chrono::seconds{0}) {
        return;
    }
    const bool isOne = wait == std::chrono::seconds{1};
    const auto seconds = std::to_string(wait.count());
    if (name == kByRecoveryKey) {
        throw WaitNeeded{
            isOne
                ? Message{tr("Too many wrong recovery keys; try again in 1 second."), {}}
                : Message{tr("Too many wrong recovery keys; try again in {1} seconds."), {seconds}},
            wait};
    }
    throw WaitNeeded{
        isOne ? Message{tr("Too many wrong passwords; try again in 1 second."), {}}
              : Message{tr("Too many wrong passwords; try again in {1} seconds."), {seconds}},
        wait};
}

/// What the proof opens; a wrong one counts for that name.
template <class Proof>
[[nodiscard]] OpenedKeys openedOrCounted(const std::filesystem::path& folder, const KeyFile& keys,
                                         const Proof& proof, std::string_view name,
                                         const Clock& clock) {
    requireNoWait(folder, name, clock.now());
    try {
        return keys.open(proof);
    } catch (const AccessDenied&) {
        countWrong(folder, name, clock.now());
        throw;
    }
}

} // namespace

FailedSignIns::FailedSignIns(std::filesystem::path folder) : file_{std::move(folder) / kFileName} {}

std::chrono::seconds FailedSignIns::wait(std::string_view userName, Instant now) const {
    auto entries = entriesIn(file_);
    const auto entry = entryOf(entries, userName);
    if (entry == entries.end()) {
        return std::chrono::seconds{0};
    }
    const auto delay = delayAfter(entry->inARow);
    const auto passed = now - entry->last;
    return passed >= delay || passed < -kLongestWait ? std::chrono::seconds{0}
                                                     : std::min(delay, delay - passed);
}

void FailedSignIns::add(std::string_view userName, Instant now, Told told) {
    changed(file_, [&](Entries& entries) {
        auto entry = entryOf(entries, userName);
        if (entry == entries.end()) {
            entry = entries.insert(entry, FailedSignIn{.userName = std::string{userName},
                                                       .inARow = 0,
                                                       .last = now,
                                                       .untold = 0,
                                                       .firstUntold = now});
        }
        ++entry->inARow;
        entry->last = now;
        if (told == Told::No && entry->untold++ == 0) {
            entry->firstUntold = now;
        }
    });
}

std::vector<FailedSignIn> FailedSignIns::untold() const {
    auto entries = entriesIn(file_);
    std::erase_if(entries, [](const FailedSignIn& each) { return each.untold == 0; });
    return entries;
}

void FailedSignIns::told(const std::vector<FailedSignIn>& what, std::string_view signedIn) {
    auto before = entriesIn(file_);
    const auto isAnew = [&](const FailedSignIn& each) {
        return each.inARow > 0 &&
               (each.userName.empty() || isSameUserName(each.userName, signedIn));
    };
    if (what.empty() && std::ranges::none_of(before, isAnew)) {
        return; // nothing to forget: the file is left alone
    }
    changed(file_, [&](Entries& entries) {
        for (const auto& each : what) {
            const auto entry = entryOf(entries, each.userName);
            if (entry != entries.end()) { // more may have come meanwhile
                entry->untold = std::max<std::int64_t>(0, entry->untold - each.untold);
                entry->firstUntold = each.last;
            }
        }
        for (auto& each : entries) {
            each.inARow = isAnew(each) ? 0 : each.inARow;
        }
        std::erase_if(
            entries, [](const FailedSignIn& each) { return each.inARow == 0 && each.untold == 0; });
    });
}

OpenedKeys openCounted(const std::filesystem::path& folder, const KeyFile& keys,
                       const Credentials& credentials, const Clock& clock) {
    return openedOrCounted(folder, keys, credentials, knownName(keys, credentials.userName), clock);
}

OpenedKeys openCounted(const std::filesystem::path& folder, const KeyFile& keys,
                       const RecoveryKey& key, const Clock& clock) {
    return key.isWellFormed() ? openedOrCounted(folder, keys, key, kByRecoveryKey, clock)
                              : keys.open(key);
}

void beginCountAnew(const std::filesystem::path& folder, std::string_view userName,
                    const std::vector<FailedSignIn>& told) {
    try {
        FailedSignIns{folder}.told(told, userName);
    } catch (const StorageError&) {
        // The trail is told of them once more at the next sign-in.
    }
}

void countWrong(const std::filesystem::path& folder, std::string_view userName, Instant now,
                FailedSignIns::Told told) {
    try {
        FailedSignIns{folder}.add(userName, now, told);
    } catch (const StorageError&) {
        // Slowing down is all that is lost: whoever can keep the file from being written has it.
    }
}

} // namespace palpate::storage
