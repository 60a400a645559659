// SPDX-License-Identifier: MIT
// What templates may ask for: the parts that reports about different records share.
#include "app/ReportParts.h"
#include "app/ReportTemplates.h"

#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

using Kind = report::Fields::Kind;

} // namespace

void append(std::vector<report::FieldInfo>& to, std::vector<report::FieldInfo> more) {
    to.insert(to.end(), std::move_iterator{more.begin()}, std::move_iterator{more.end()});
}

std::vector<report::FieldInfo> prefixed(std::vector<report::FieldInfo> infos,
                                        std::string_view prefix) {
    for (auto& info : infos) {
        info.name.insert(0, std::string{prefix} + ".");
    }
    return infos;
}

std::vector<report::FieldInfo> clinicFieldInfos() {
    return {{"clinic.name", Kind::Text, "the clinic's name"},
            {"clinic.address", Kind::Text, "its address, in one line"},
            {"clinic.phone", Kind::Text, "its telephone number"}};
}

std::vector<report::FieldInfo> personFieldInfos() {
    return {
        {"patient.name", Kind::Text, "full name"},
        {"patient.called", Kind::Text, "how the patient wants to be called, else the given name"},
        {"patient.birth", Kind::Text, "date of birth in words; empty where it was not asked"},
        {"practitioner.name", Kind::Text, "who wrote the session, of a case the latest"},
        {"practitioner.profession", Kind::Text, "\"physiotherapist\"; empty where it is another"},
        {"practitioner.registration", Kind::Text, "number at the professional body"},
        {"title", Kind::Text, "the template's title"},
        {"attribution", Kind::Text,
         "who made the body map, and its licence; must be in every report that shows one"}};
}

const report::Catalogue& catalogueOf(ReportAbout about) {
    static const report::Catalogue ofCase = caseCatalogue();
    static const report::Catalogue ofSession = sessionCatalogue();
    static const report::Catalogue ofPatient = patientCatalogue();
    static const report::Catalogue ofClinic = clinicCatalogue();
    switch (about) {
    case ReportAbout::Case:
        return ofCase;
    case ReportAbout::Session:
        return ofSession;
    case ReportAbout::Patient:
        return ofPatient;
    case ReportAbout::Clinic:
        break;
    }
    return ofClinic;
}

} // namespace palpate::app
