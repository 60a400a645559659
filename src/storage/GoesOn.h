// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Error.h"

#include <functional>

namespace palpate::storage {

/// A long work was given up because whoever was asked said so. Nothing is left of it.
class WorkDropped : public StorageError {
public:
    using StorageError::StorageError;
};

/// Asked now and then with the share that is done, 0 to 1; false gives the work up (WorkDropped).
using GoesOn = std::function<bool(double share)>;

} // namespace palpate::storage
