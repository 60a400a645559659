// SPDX-License-Identifier: MIT
#include "storage/SearchTags.h"

#include "domain/Session.h"
#include "storage/SearchKinds.h"
#include "storage/SearchText.h"

#include <algorithm>

namespace palpate::storage {

namespace {

constexpr std::size_t kLongestDiagnosis = 40;

class Tags {
public:
    void add(char kind, std::string_view value) { tags_.insert(tagWord(kind, value)); }
    void finding(const Finding& one) {
        const auto side = sideWord(one.side);
        const auto place = placeWord(one.muscle, one.side);
        add(kFoundMuscle, one.muscle.text());
        add(kFoundPlace, place);
        add(kFoundSide, side);
        const auto value = [&](char atPlace, char atSide, std::string_view word) {
            add(atPlace, valued(word, place));
            add(atPlace, valued(word, one.muscle.text()));
            add(atSide, valued(word, side));
            add(atSide, valued(word, kAnySide));
        };
        if (one.tenderness) {
            value(kTenderPlace, kTenderSide, std::to_string(one.tenderness->value()));
            for (int least = 0; least <= one.tenderness->value(); ++least) {
                value(kTenderAtLeast, kTenderAtLeast, std::to_string(least));
            }
        }
        if (one.state) {
            value(kStatePlace, kStateSide, name(*one.state));
        }
        if (one.settled) {
            value(kChangePlace, kChangeSide, name(*one.settled));
        }
    }
    void treatment(const Treatment& one, const std::optional<MuscleKey>& muscle, Side side) {
        const auto& technique = one.technique.text();
        add(kTechnique, technique);
        add(kTechniqueSide, valued(technique, sideWord(side)));
        add(kTreatedSide, sideWord(side));
        if (muscle) {
            for (const auto& place : {placeWord(*muscle, side), muscle->text()}) {
                add(kTreatedPlace, place);
                add(kTechniquePlace, valued(technique, place));
            }
        }
        for (const auto& dose : one.dose) {
            if (const auto* number = std::get_if<double>(&dose.value)) {
                amount(dose.field.text(), *number);
                amount(valued(technique, dose.field.text()), *number);
            }
        }
    }
    void amount(const std::string& of, double number) {
        add(kDose, doseWord(of, partOf(number)));
        for (int least = kFirstOctave; least <= octaveOf(number); ++least) {
            add(kDoseAtLeast, doseWord(of, least));
        }
    }
    void diagnosis(const std::string& code) {
        const auto spelling = diagnosisSpelling(code);
        for (std::size_t length = 1; length <= spelling.size(); ++length) {
            add(kDiagnosis, spelling.substr(0, length));
        }
    }
    [[nodiscard]] std::set<std::string> result() { return std::move(tags_); }

private:
    std::set<std::string> tags_;
};

void addTreatment(Tags& tags, const Session& session, const Treatment& one) {
    if (const auto* point = std::get_if<TriggerPointId>(&one.target)) {
        if (const auto* finding = findingAt(session, *point)) {
            tags.treatment(one, finding->muscle, finding->side);
        }
    } else if (const auto* muscle = std::get_if<MuscleTarget>(&one.target)) {
        tags.treatment(one, muscle->muscle, muscle->side);
    } else if (const auto* region = std::get_if<RegionTarget>(&one.target)) {
        tags.treatment(one, std::nullopt, region->side);
    } else {
        tags.treatment(one, std::nullopt, std::get<JointTarget>(one.target).side);
    }
}

} // namespace

std::string diagnosisSpelling(std::string_view code) {
    std::string spelling;
    for (const char c : code) {
        const bool isSmall = c >= 'a' && c <= 'z';
        if (isSmall || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            spelling += isSmall ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return spelling.substr(0, kLongestDiagnosis);
}

std::string patientTag(std::int64_t patientNo) {
    return tagWord(kPatient, std::to_string(patientNo));
}
std::string practitionerTag(const PractitionerId& practitioner) {
    return tagWord(kPractitioner, practitioner.text());
}
std::string techniqueTag(const TechniqueKey& technique) {
    return tagWord(kTechnique, technique.text());
}
std::set<std::string> tagsOf(const Session& session, const SessionSetting& setting,
                             const PaintedRegions& painted) {
    Tags tags;
    tags.add(kPatient, std::to_string(setting.patientNo));
    if (setting.goesOnNo != 0) {
        tags.add(kPatient, std::to_string(setting.goesOnNo));
    }
    tags.add(kCase, session.caseId.text());
    tags.add(kPractitioner, session.practitioner.text());
    tags.add(kStatus, name(setting.status));
    for (const auto& code : setting.diagnoses) {
        tags.diagnosis(code);
    }
    if (session.painNow) {
        tags.add(kPainNow, std::to_string(session.painNow->value()));
        for (int least = 0; least <= session.painNow->value(); ++least) {
            tags.add(kPainAtLeast, std::to_string(least));
        }
    }
    for (const auto& finding : session.findings) {
        tags.finding(finding);
    }
    for (const auto& treatment : session.treatments) {
        addTreatment(tags, session, treatment);
    }
    for (const auto& item : session.homeCare) {
        tags.add(kHomeCare, item.item.text());
    }
    for (const auto& area : session.painAreas) {
        for (const auto& [region, side] : painted ? painted(area) : std::vector<PaintedRegion>{}) {
            tags.add(kPainted, region.text());
            tags.add(kPaintedOnSide, sideWord(side) + region.text());
        }
    }
    return tags.result();
}

} // namespace palpate::storage
