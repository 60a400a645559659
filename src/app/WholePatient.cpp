// SPDX-License-Identifier: MIT
#include "app/WholePatient.h"

#include "app/Clinic.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// Adds what the other record lists. A list that is empty there says nothing about this record: not
/// asked stays not asked.
template <class Entry>
void addListed(std::optional<std::vector<Entry>>& ours,
               const std::optional<std::vector<Entry>>& theirs) {
    for (const auto& entry : theirs.value_or(std::vector<Entry>{})) {
        if (!ours) {
            ours.emplace();
        }
        if (std::ranges::find(*ours, entry) == ours->end()) {
            ours->push_back(entry);
        }
    }
}

} // namespace

Patient wholePatient(Patient patient, const std::vector<Patient>& merged) {
    for (const auto& other : merged) {
        addListed(patient.alerts, other.alerts);
        addListed(patient.allergies, other.allergies);
        patient.consents.insert(patient.consents.end(), other.consents.begin(),
                                other.consents.end());
    }
    std::ranges::stable_sort(patient.consents, {}, [](const Consent& each) { return each.given; });
    return patient;
}

std::optional<Patient> wholePatient(Clinic& clinic, const PatientId& id) {
    auto& patients = clinic.store().patients();
    const auto current = patients.current(id);
    auto patient = patients.find(current);
    return patient ? std::optional{wholePatient(*std::move(patient), patients.mergedInto(current))}
                   : std::nullopt;
}

} // namespace palpate::app
