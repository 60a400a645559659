// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::app {

class Clinic;

/// What tells who a patient is, and texts without it: names become initials, numbers dots. For the
/// screen alone; nothing masked must be stored, printed or written.
class NameMask {
public:
    /// Shown as initials: "Kovács, Ana" is "K., A.". The first `kept` words stay.
    void addName(std::string_view name, std::size_t kept = 0);
    /// Shown as dots: a birth date, a telephone number, an address.
    void addNumber(std::string_view number);
    [[nodiscard]] bool isEmpty() const noexcept { return phrases_.empty(); }

    /// Whatever the case and the accents; whole words only.
    [[nodiscard]] std::string masked(std::string_view text) const;

private:
    struct Phrase {
        std::vector<std::string> words; ///< plain
        std::size_t kept = 0;
        bool isName = true;
        friend bool operator==(const Phrase&, const Phrase&) = default;
    };
    void add(std::string_view text, std::size_t kept, bool isName);

    std::unordered_map<std::string, std::vector<Phrase>> phrases_; ///< by their first words
};

/// The whole names and birth dates of all patients. One who is called by a single word, as many
/// words of a note are, is hidden by it only while their record is open: addPatient().
[[nodiscard]] NameMask maskOfEverybody(Clinic& clinic);
/// Also each name of its own, telephone numbers, e-mail, address and the emergency contact of the
/// record that is open.
void addPatient(NameMask& mask, Clinic& clinic, const PatientId& patient);

} // namespace palpate::app
