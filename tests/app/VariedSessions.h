// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "domain/Session.h"

#include <string>
#include <vector>

namespace palpate::test {

/// A session as one of the professions charts it, with what came before it in its case.
struct VariedSession {
    std::string name;  ///< of its approved text
    std::string title; ///< what it is about
    Profession profession = Profession::Physiotherapist;
    PressureUnit unit = PressureUnit::Kilopascals;
    std::vector<Session> earlier; ///< oldest first
    Session session;
};

/// Sessions that differ in everything a composed paragraph may have to say.
[[nodiscard]] std::vector<VariedSession> variedSessions();

} // namespace palpate::test
