// SPDX-License-Identifier: MIT
#pragma once

#include "reference/Table.h"
#include "reference/Techniques.h"

namespace palpate::reference {

inline constexpr auto kEvidences = std::to_array<Word<Evidence>>({{"good", Evidence::Good},
                                                                  {"some", Evidence::Some},
                                                                  {"weak", Evidence::Weak},
                                                                  {"expert", Evidence::Expert}});

} // namespace palpate::reference
