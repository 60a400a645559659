// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Error.h"
#include "storage/Finder.h"

#include <memory>

namespace palpate::storage {

class Store;

/// A search was given up because somebody called Reader::interrupt. Not for showing.
class SearchDropped : public StorageError {
public:
    using StorageError::StorageError;
};

/// Reads the clinic that a store has unlocked through a connection of its own, so that a search
/// runs beside the window. Sees what was committed before each call, and can't write. Used by one
/// thread at a time, which need not be the store's; `interrupt` by any. Made by Store::reader; to
/// be closed before the person signs out, and may outlive the store's other calls but not the
/// store.
class Reader {
public:
    struct Parts;
    explicit Reader(std::unique_ptr<Parts> parts) noexcept;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader();

    [[nodiscard]] Finder& finder() noexcept;
    /// The call that is running throws SearchDropped soon; without one, or when it ends before, the
    /// next call does. Counts until a call has thrown because of it, or until `resume`.
    void interrupt() noexcept;
    /// What was interrupted before is of the past: a new search begins. By the thread that uses the
    /// reader.
    void resume() noexcept;

private:
    std::unique_ptr<Parts> parts_;
};

} // namespace palpate::storage
