// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <string>
#include <vector>

namespace palpate::test {

/// Sessions of a patient, oldest first, of which the ends or two others are compared.
struct ComparedPair {
    std::string name;  ///< of its approved text
    std::string about; ///< what is special about it
    std::vector<Session> sessions;
    std::size_t one = 0;
    std::size_t other = 1;
};
/// Of cases of low back pain, of all kinds that a comparison meets.
[[nodiscard]] std::vector<ComparedPair> comparedPairs();

/// A square of 5 cm on the back, moved to the right by `right` millimetres.
[[nodiscard]] PainArea square(std::uint32_t number, double right = 0, double edge = 50);

} // namespace palpate::test
