// SPDX-License-Identifier: MIT
#include "storage/KeyFile.h"

#include "domain/Error.h"
#include "storage/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace palpate::storage {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "palpate-keys";
constexpr int kVersion = 1;
constexpr std::string_view kAlgorithm = "argon2id13";
constexpr std::string_view kDatabase = "database-key";
constexpr std::string_view kSigning = "signing-key";
constexpr std::string_view kRecovery = "recovery";
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kLargestFile = 4U << 20U; // thousands of practitioners
constexpr std::uint32_t kMostPasses = 100;
constexpr std::uint32_t kLeastMemoryKiB = 8;
constexpr std::uint32_t kMostMemoryKiB = 4U << 20U; // 4 GiB

[[nodiscard]] char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A name stands in sentences, and in the lines that its keys are bound to.
[[nodiscard]] bool isOneLine(std::string_view name) {
    return std::ranges::none_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

/// Reads the entries of one keys.json; every complaint names the entry.
class KeyFileReader {
public:
    KeyFileReader(const std::filesystem::path& file, const Json& root) : file_{file}, root_{root} {}

    [[noreturn]] void refuse(const std::string& place) const {
        throw StorageError{
            {tr("{1} is malformed at {2}; restore it from a backup."), {file_.string(), place}}};
    }
    [[nodiscard]] const Json& at(const Json& parent, const std::string& key,
                                 const std::string& place) const {
        if (!parent.is_object() || !parent.contains(key)) {
            refuse(place + "/" + key);
        }
        return parent.at(key);
    }
    [[nodiscard]] std::string text(const Json& parent, const std::string& key,
                                   const std::string& place) const {
        const auto& value = at(parent, key, place);
        if (!value.is_string()) {
            refuse(place + "/" + key);
        }
        return value.get<std::string>();
    }
    [[nodiscard]] std::uint32_t number(const Json& parent, const std::string& key,
                                       const std::string& place) const {
        const auto& value = at(parent, key, place);
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > UINT32_MAX) {
            refuse(place + "/" + key);
        }
        return value.get<std::uint32_t>();
    }
    /// Exactly `size` bytes in hexadecimal.
    [[nodiscard]] Bytes bytes(const Json& parent, const std::string& key, std::size_t size,
                              const std::string& place) const {
        auto value = bytesOfHex(text(parent, key, place));
        if (!value || value->size() != size) {
            refuse(place + "/" + key);
        }
        return *value;
    }
    template <class IdType>
    [[nodiscard]] IdType id(const Json& parent, const std::string& key,
                            const std::string& place) const {
        const auto value = IdType::parse(text(parent, key, place));
        if (!value) {
            refuse(place + "/" + key);
        }
        return *value;
    }
    [[nodiscard]] Sealed sealed(const Json& parent, const std::string& key, std::size_t content,
                                const std::string& place) const {
        const auto& value = at(parent, key, place);
        const auto inner = place + "/" + key;
        return {bytes(value, "nonce", 24, inner), bytes(value, "box", content + 16, inner)};
    }
    [[nodiscard]] const Json& root() const noexcept { return root_; }

private:
    const std::filesystem::path& file_;
    const Json& root_;
};

[[nodiscard]] KeyHolder holderFrom(const KeyFileReader& in, const Json& entry,
                                   const std::string& place, const std::filesystem::path& file) {
    auto userName = in.text(entry, "user", place);
    if (!isOneLine(userName)) {
        in.refuse(place + "/user");
    }
    const auto& kdf = in.at(entry, "kdf", place);
    const auto kdfPlace = place + "/kdf";
    if (in.text(kdf, "algorithm", kdfPlace) != kAlgorithm) {
        in.refuse(kdfPlace + "/algorithm");
    }
    const KdfCost cost{in.number(kdf, "passes", kdfPlace), in.number(kdf, "memory_kib", kdfPlace)};
    if (!isSensible(cost)) {
        throw StorageError{
            {tr("{1} asks for {2} passes over {3} KiB to check the password of {4}, which makes no "
                "sense; restore it from a backup."),
             {file.string(), std::to_string(cost.passes), std::to_string(cost.memoryKiB),
              userName}}};
    }
    KeyHolder holder{std::move(userName),
                     in.id<PractitionerId>(entry, "practitioner", place),
                     cost,
                     in.bytes(kdf, "salt", kSaltSize, kdfPlace),
                     in.sealed(entry, "database_key", 32, place),
                     in.sealed(entry, "signing_key", 64, place),
                     {}};
    std::ranges::copy(in.bytes(entry, "public_key", 32, place), holder.publicKey.begin());
    return holder;
}

[[nodiscard]] Json toJson(const Sealed& sealed) {
    return {{"nonce", hexOf(sealed.nonce)}, {"box", hexOf(sealed.box)}};
}

} // namespace

bool isSameUserName(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

Message wrongCredentials(const Credentials& credentials) {
    return credentials.code.empty()
               ? Message{tr("The name or the password is not right; nothing was opened."), {}}
               : Message{tr("The name, the password or the code is not right; nothing was opened."),
                         {}};
}

bool isSensible(KdfCost cost) noexcept {
    return cost.passes >= 1 && cost.passes <= kMostPasses && cost.memoryKiB >= kLeastMemoryKiB &&
           cost.memoryKiB <= kMostMemoryKiB;
}

KeyFile KeyFile::read(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        throw StorageError{{tr("{1} is missing; without it the clinic can't be opened. Put it back "
                               "from a backup."),
                            {file.string()}}};
    }
    const auto root = Json::parse(readFile(file, kLargestFile), nullptr, false);
    const KeyFileReader in{file, root};
    if (root.is_discarded() || !root.is_object()) {
        in.refuse("/");
    }
    if (in.text(root, "format", "") != kFormat) {
        in.refuse("/format");
    }
    const auto version = in.number(root, "version", "");
    if (version > kVersion) {
        throw SchemaTooNew{
            {tr("{1} was written by a newer Palpate (version {2} of the file); install the newer "
                "program."),
             {file.string(), std::to_string(version)}}};
    }
    const auto clinic = Uuid::parse(in.text(root, "clinic", ""));
    if (!clinic) {
        in.refuse("/clinic");
    }
    KeyFile keys{*clinic};
    const auto& entries = in.at(root, "practitioners", "");
    if (!entries.is_array() || entries.empty()) {
        in.refuse("/practitioners");
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        keys.holders_.push_back(
            holderFrom(in, entries[i], "/practitioners/" + std::to_string(i), file));
    }
    const auto& recovery = in.at(root, "recovery", "");
    keys.recovery_ = Recovery{in.id<PractitionerId>(recovery, "owner", "/recovery"),
                              in.bytes(recovery, "salt", kSaltSize, "/recovery"),
                              in.sealed(recovery, "database_key", 32, "/recovery")};
    return keys;
}

void KeyFile::write(const std::filesystem::path& file) const {
    Json root{{"format", kFormat}, {"version", kVersion}, {"clinic", clinic_.text()}};
    root["practitioners"] = Json::array();
    for (const auto& holder : holders_) {
        root["practitioners"].push_back({{"user", holder.userName},
                                         {"practitioner", holder.practitioner.text()},
                                         {"kdf",
                                          {{"algorithm", kAlgorithm},
                                           {"passes", holder.cost.passes},
                                           {"memory_kib", holder.cost.memoryKiB},
                                           {"salt", hexOf(holder.salt)}}},
                                         {"database_key", toJson(holder.databaseKey)},
                                         {"signing_key", toJson(holder.signingKey)},
                                         {"public_key", hexOf(holder.publicKey)}});
    }
    if (recovery_) {
        root["recovery"] = {{"owner", recovery_->owner.text()},
                            {"salt", hexOf(recovery_->salt)},
                            {"database_key", toJson(recovery_->databaseKey)}};
    }
    writeOwnFile(file, root.dump(2) + "\n");
}

std::string KeyFile::binding(std::string_view userName, std::string_view purpose) const {
    std::string text = "palpate-keys 1\nclinic " + clinic_.text() + "\nuser ";
    text.append(userName).append("\npurpose ").append(purpose).append("\n");
    return text;
}

void KeyFile::put(std::string_view userName, const PractitionerId& practitioner,
                  std::string_view password, KdfCost cost, const Secret& databaseKey,
                  const Secret& signingKey) {
    if (!isSensible(cost)) {
        throw StorageError{{tr("{1} passes over {2} KiB are no sensible cost for a password."),
                            {std::to_string(cost.passes), std::to_string(cost.memoryKiB)}}};
    }
    if (!isOneLine(userName)) {
        throw StorageError{{tr("A user name is one line; leave out line breaks and tabs."), {}}};
    }
    auto salt = randomBytes(kSaltSize);
    const auto key = deriveKey(password, salt, cost);
    KeyHolder holder{std::string{userName},
                     practitioner,
                     cost,
                     std::move(salt),
                     seal(databaseKey, key, binding(userName, kDatabase)),
                     seal(signingKey, key, binding(userName, kSigning)),
                     publicKeyOf(signingKey)};
    const auto same = std::ranges::find_if(
        holders_, [&](const KeyHolder& h) { return isSameUserName(h.userName, userName); });
    if (same != holders_.end()) {
        *same = std::move(holder);
    } else {
        holders_.push_back(std::move(holder));
    }
}

void KeyFile::remove(const PractitionerId& practitioner) {
    std::erase_if(holders_,
                  [&](const KeyHolder& holder) { return holder.practitioner == practitioner; });
}

void KeyFile::putRecovery(const RecoveryKey& key, const PractitionerId& owner,
                          const Secret& databaseKey) {
    const auto symbols = recoverySymbols(key.text());
    auto salt = randomBytes(kSaltSize);
    const auto wrapping = deriveRecoveryKey(symbols.value(), salt);
    recovery_ = Recovery{owner, std::move(salt),
                         seal(databaseKey, wrapping, binding(owner.text(), kRecovery))};
}

OpenedKeys KeyFile::open(const Credentials& credentials) const {
    const auto holder = std::ranges::find_if(holders_, [&](const KeyHolder& h) {
        return isSameUserName(h.userName, credentials.userName);
    });
    if (holder != holders_.end()) {
        const auto key = deriveKey(credentials.password, holder->salt, holder->cost);
        auto databaseKey = unseal(holder->databaseKey, key, binding(holder->userName, kDatabase));
        auto signingKey = unseal(holder->signingKey, key, binding(holder->userName, kSigning));
        if (databaseKey && signingKey) {
            return {holder->practitioner, std::move(*databaseKey), std::move(signingKey)};
        }
    }
    throw AccessDenied{wrongCredentials(credentials)};
}

OpenedKeys KeyFile::open(const RecoveryKey& key) const {
    const auto symbols = recoverySymbols(key.text());
    if (!symbols) {
        throw AccessDenied{
            {tr("The recovery key is mistyped: it is seven groups of five letters and digits whose "
                "last one does not fit the others."),
             {}}};
    }
    if (recovery_) {
        const auto wrapping = deriveRecoveryKey(*symbols, recovery_->salt);
        auto databaseKey =
            unseal(recovery_->databaseKey, wrapping, binding(recovery_->owner.text(), kRecovery));
        if (databaseKey) {
            return {recovery_->owner, std::move(*databaseKey), std::nullopt};
        }
    }
    throw AccessDenied{
        {tr("This is not the recovery key of this clinic; nothing was opened."), {}}};
}

} // namespace palpate::storage
