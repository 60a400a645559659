// SPDX-License-Identifier: MIT
#include "storage/Reader.h"

#include "storage/ReaderParts.h"

#include <SQLiteCpp/Exception.h>

namespace palpate::storage {

namespace {

/// A reader's pages in memory, in KiB: the store keeps its own.
constexpr auto kCache = "PRAGMA cache_size = -32768";

[[nodiscard]] SearchDropped dropped() {
    return SearchDropped{{tr("The search was given up for a newer one."), {}}};
}

} // namespace

Reader::Parts::Parts(const std::filesystem::path& file, const Secret& key,
                     std::chrono::milliseconds patience, Practitioner who, const Clock& clock)
    : connection_{file, key, patience}, who_{std::move(who)}, clock_{clock} {
    applySettings(connection_);
    connection_.guarded("opening the clinic for reading", [&] {
        connection_.run(kCache);
        connection_.run("PRAGMA query_only = ON");
    });
}

void Reader::Parts::read(const char* doing, const std::function<void()>& work) {
    if (isDropped_.exchange(false)) {
        throw dropped();
    }
    closedRecords_.reset();
    try {
        connection_.begin(false);
        readWho();
        work();
        connection_.commit();
    } catch (const SQLite::Exception& error) {
        connection_.rollback();
        if (Connection::isInterruption(error)) {
            isDropped_ = false;
            throw dropped();
        }
        throw connection_.storageError(error, doing);
    } catch (const SearchDropped&) {
        connection_.rollback();
        isDropped_ = false;
        throw;
    } catch (...) {
        connection_.rollback();
        throw;
    }
}

/// Another program may have changed what they may do.
void Reader::Parts::readWho() {
    auto now = practitionerNow(connection_, who_.id);
    if (!now || now->isDisabled) {
        throw noLongerIn();
    }
    if (!readsRecords(now->role)) {
        throw noReader();
    }
    who_ = std::move(*now);
}

const Tokenizer& Reader::Parts::tokenizer() {
    if (!tokenizer_) {
        tokenizer_.emplace(connection_);
    }
    return *tokenizer_;
}

const ClosedRecords& Reader::Parts::closedRecords() {
    if (!closedRecords_) {
        closedRecords_.emplace(connection_, who_, clock_.now());
    }
    return *closedRecords_;
}

void Reader::Parts::checkWanted() const {
    if (isDropped_) {
        throw dropped();
    }
}

void Reader::Parts::interrupt() noexcept {
    isDropped_ = true;
    connection_.interrupt();
}

void Reader::Parts::resume() noexcept {
    isDropped_ = false;
}

Reader::Reader(std::unique_ptr<Parts> parts) noexcept : parts_{std::move(parts)} {}
Reader::~Reader() = default;

Finder& Reader::finder() noexcept {
    return parts_->finder();
}

void Reader::interrupt() noexcept {
    parts_->interrupt();
}

void Reader::resume() noexcept {
    parts_->resume();
}

} // namespace palpate::storage
