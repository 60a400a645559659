// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Error.h"

namespace palpate::cli {

/// The command was typed in a way that can't be meant so; exit status 2.
class WrongUsage : public Error {
public:
    using Error::Error;
};

} // namespace palpate::cli
