// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class DemoChance;

/// An invented adult: name, age, work, contacts, alerts, allergies, consents. Nobody real;
/// telephone numbers are of the ranges kept free for fiction, addresses of the domain kept free for
/// examples.
[[nodiscard]] Patient inventedPerson(DemoChance& chance, IdMaker& ids, Date today,
                                     const reference::Reference& reference);

} // namespace palpate::app
