// SPDX-License-Identifier: MIT
#include "torture/Tortured.h"

#include "domain/SessionEdit.h"
#include "storage/Restore.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <fstream>

namespace palpate::test {

namespace {

[[nodiscard]] storage::Credentials owner() {
    static const std::string name = aPractitioner().userName;
    return {name, kPassword};
}

constexpr std::uint32_t kSigned = 0;
constexpr std::uint32_t kDraft = 1;
constexpr std::uint32_t kToSign = 2;

} // namespace

std::string_view name(Deed deed) noexcept {
    switch (deed) {
    case Deed::Chart:
        return "charting";
    case Deed::Sign:
        return "signing";
    case Deed::BackUp:
        return "backup";
    case Deed::Restore:
        return "restore";
    case Deed::Upgrade:
        break;
    }
    return "upgrade";
}

std::unique_ptr<storage::Store> opened(const std::filesystem::path& folder, const Clock& clock) {
    // On a busy machine a program waits long for two that write without a pause.
    storage::OpenOptions options;
    options.patience = std::chrono::minutes{1};
    return std::make_unique<storage::Store>(folder, owner(), clock, options);
}

void requireSound(storage::Store& store) {
    for (const auto& check : store.verify().checks) {
        CAPTURE(storage::name(check.check));
        REQUIRE(check.isSound());
    }
}

void requireTidy(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().filename().string();
        CAPTURE(name);
        REQUIRE(name.find(".unfinished-") == std::string::npos);
        REQUIRE(name.find("rehearsal-") == std::string::npos);
    }
}

void Scene::make(const TestClinic& made) const {
    std::filesystem::create_directory(disk());
    {
        const auto store = made.open();
        store->patients().add(aPatient());
        store->cases().add(aCase());
        store->sessions().begin(aFullSession(kSigned));
        static_cast<void>(store->sessions().sign(aSession(kSigned).id, kNow));
        for (const auto number : {kDraft, kToSign}) {
            auto draft = aFullSession(number);
            draft.startedAt = kNow;
            draft.endedAt = kNow;
            draft.note[static_cast<std::size_t>(NotePart::Plan)] = written(std::string{kBefore});
            store->sessions().begin(draft);
        }
        static_cast<void>(store->copier()->backUp(disk()));
        store->signOut();
    }
    std::filesystem::copy(made.folder(), clinic(), std::filesystem::copy_options::recursive);
    const auto kept =
        std::filesystem::path{PALPATE_SOURCE_DIR "/tests/data/databases/version-8.palpate"};
    std::filesystem::copy(kept, older());
    std::filesystem::permissions(older(), std::filesystem::perms::owner_all);
    for (const auto& entry : std::filesystem::directory_iterator{older()}) {
        std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_read |
                                                       std::filesystem::perms::owner_write);
    }
}

void Scene::copyOf(const Scene& other) const {
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(other.folder_, folder_, std::filesystem::copy_options::recursive);
}

std::filesystem::path Scene::backup() const {
    return storage::listBackups(disk()).back().folder; // the first that was made
}

void Scene::act(Deed deed, const Clock& clock) const {
    switch (deed) {
    case Deed::Chart: {
        const auto store = opened(clinic(), clock);
        store->sessions().apply(aSession(kDraft).id,
                                SessionStep{SetNote{NotePart::Plan, written(std::string{kAfter})}});
        break;
    }
    case Deed::Sign: {
        const auto store = opened(clinic(), clock);
        static_cast<void>(store->sessions().sign(aSession(kToSign).id, kNow));
        break;
    }
    case Deed::BackUp:
        static_cast<void>(opened(clinic(), clock)->copier()->backUp(disk()));
        break;
    case Deed::Restore:
        static_cast<void>(storage::restore({.backup = backup(), .to = restored()}, owner(), clock));
        break;
    case Deed::Upgrade:
        static_cast<void>(opened(older(), clock));
        break;
    }
}

void Scene::checkClinic(const std::filesystem::path& folder, const Clock& clock,
                        const std::function<void(storage::Store&)>& look) const {
    const auto store = opened(folder, clock);
    requireSound(*store);
    REQUIRE(isSigned(*store->sessions().find(aSession(kSigned).id)));
    if (look) {
        look(*store);
    }
    store->signOut();
}

void Scene::check(Deed deed, bool isDone, const Clock& clock) const {
    CAPTURE(name(deed), isDone);
    checkClinic(clinic(), clock, [&](storage::Store& store) {
        const auto draft = store.sessions().find(aSession(kDraft).id);
        REQUIRE(draft.has_value());
        const auto text = noteOf(*draft, NotePart::Plan).text;
        // Whole or not at all, and there when it was acknowledged.
        REQUIRE((text == kAfter || (text == kBefore && !(isDone && deed == Deed::Chart))));
        const auto second = store.sessions().find(aSession(kToSign).id);
        REQUIRE(second.has_value());
        REQUIRE((isSigned(*second) || !(isDone && deed == Deed::Sign)));
        // Backups go on as if nothing had been; what is listed can be used.
        const auto copier = store.copier();
        for (const auto& each : storage::listBackups(disk())) {
            REQUIRE(each.isReadable());
            REQUIRE_FALSE(storage::problemOf(each).has_value());
        }
        if (deed == Deed::BackUp) {
            const auto before = storage::listBackups(disk()).size();
            REQUIRE(before >= (isDone ? 2U : 1U));
            const auto next = copier->backUp(disk());
            requireTidy(disk());
            REQUIRE(storage::listBackups(disk()).size() == before + 1);
            REQUIRE(copier->rehearse(next.folder).isSound());
            requireTidy(clinic());
        }
    });
    if (deed == Deed::Restore) {
        if (std::filesystem::exists(restored())) {
            checkClinic(restored(), clock);
        } else {
            REQUIRE_FALSE(isDone);
            act(Deed::Restore, clock);
            checkClinic(restored(), clock);
        }
        requireTidy(folder_);
    }
    if (deed == Deed::Upgrade) {
        checkClinic(older(), clock, [](storage::Store& store) {
            REQUIRE(store.finder().countSessions({}).count == 3);
        });
        requireTidy(older() / "backups");
    }
}

} // namespace palpate::test
