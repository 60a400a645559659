// SPDX-License-Identifier: MIT
#include "app/ClinicSettings.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/TimeText.h"
#include "domain/FieldText.h"
#include "domain/Text.h"
#include "storage/Store.h"

namespace palpate::app {

namespace {

constexpr std::size_t kFieldLimit = 500;

[[nodiscard]] ClinicProfile asStored(ClinicProfile profile) {
    profile.name = trimmed(profile.name);
    profile.address = trimmed(profile.address);
    profile.phone = trimmed(profile.phone);
    profile.timeZone = trimmed(profile.timeZone);
    return profile;
}

} // namespace

std::vector<Message> problems(const ClinicProfile& profile) {
    std::vector<Message> all;
    if (trimmed(profile.name).empty()) {
        all.push_back({tr("Name: is missing; enter the clinic's name as reports show it."), {}});
    }
    checkText(all, tr("Name"), profile.name, kFieldLimit);
    checkText(all, tr("Address"), profile.address, kFieldLimit);
    checkText(all, tr("Phone"), profile.phone, kFieldLimit);
    if (!isTimeZone(trimmed(profile.timeZone))) {
        all.push_back({tr("Time zone: {1} is not known; type it as Europe/London."),
                       {trimmed(profile.timeZone)}});
    }
    return all;
}

void storeProfile(Clinic& clinic, const ClinicProfile& profile) {
    refuseWith(problems(profile));
    clinic.store().setProfile(asStored(profile));
    clinic.reloadProfile();
}

std::vector<std::pair<PressureUnit, std::string>> pressureUnits() {
    std::vector<std::pair<PressureUnit, std::string>> units;
    for (const auto unit :
         {PressureUnit::Kilopascals, PressureUnit::KgfPerCm2, PressureUnit::NewtonsPerCm2}) {
        units.emplace_back(unit, pressureSign(unit));
    }
    return units;
}

std::string pressureSign(PressureUnit unit) {
    switch (unit) {
    case PressureUnit::Kilopascals:
        return "kPa";
    case PressureUnit::KgfPerCm2:
        return "kgf/cm²";
    case PressureUnit::NewtonsPerCm2:
        break;
    }
    return "N/cm²";
}

} // namespace palpate::app
