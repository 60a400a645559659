// SPDX-License-Identifier: MIT
#pragma once

#include "storage/ClosedRecords.h"
#include "storage/Connection.h"
#include "storage/SearchText.h"

#include <functional>

namespace palpate::storage {

/// Where a search reads: the store's own connection, or a reader's.
class ReadSeam {
public:
    ReadSeam() = default;
    ReadSeam(const ReadSeam&) = delete;
    ReadSeam& operator=(const ReadSeam&) = delete;
    virtual ~ReadSeam() = default;

    /// Runs `work` on one moment's state of the clinic, all indexes up to date.
    virtual void read(const char* doing, const std::function<void()>& work) = 0;
    [[nodiscard]] virtual Connection& connection() = 0;
    [[nodiscard]] virtual const Tokenizer& tokenizer() = 0;
    /// What must not be found, inside `read`.
    [[nodiscard]] virtual const ClosedRecords& closedRecords() = 0;
    /// Throws SearchDropped when the search that runs is not wanted any more.
    virtual void checkWanted() const {}
};

} // namespace palpate::storage
