// SPDX-License-Identifier: MIT
#include "app/ReportChoices.h"

#include "app/CaseSheet.h"
#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "domain/Case.h"
#include "domain/Error.h"
#include "domain/Patient.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

using reference::FlagRegion;

constexpr std::array kRegions{FlagRegion::LowBack,  FlagRegion::Neck,  FlagRegion::Headache,
                              FlagRegion::Shoulder, FlagRegion::Chest, FlagRegion::HipLeg,
                              FlagRegion::General};

[[nodiscard]] std::string regionName(FlagRegion region) {
    switch (region) {
    case FlagRegion::LowBack:
        return tr("Low back");
    case FlagRegion::Neck:
        return tr("Neck");
    case FlagRegion::Headache:
        return tr("Headache");
    case FlagRegion::Shoulder:
        return tr("Shoulder");
    case FlagRegion::Chest:
        return tr("Chest");
    case FlagRegion::HipLeg:
        return tr("Hip and leg");
    case FlagRegion::General:
        break;
    }
    return tr("General");
}

[[nodiscard]] FlagRegion regionOf(BodyArea area) {
    switch (area) {
    case BodyArea::LowBack:
        return FlagRegion::LowBack;
    case BodyArea::Neck:
        return FlagRegion::Neck;
    case BodyArea::Shoulder:
        return FlagRegion::Shoulder;
    case BodyArea::Headache:
        return FlagRegion::Headache;
    case BodyArea::Hip:
    case BodyArea::Knee:
    case BodyArea::AnkleFoot:
        return FlagRegion::HipLeg;
    case BodyArea::Any:
        break;
    }
    return FlagRegion::General;
}

[[nodiscard]] FlagRegionChoice choiceOf(FlagRegion region, const reference::RedFlags& table) {
    FlagRegionChoice choice{regionName(region), {}};
    for (const auto& flag : table.all()) {
        if (std::ranges::count(flag.regions, region) > 0) {
            choice.flags.push_back({.key = flag.key,
                                    .pointsTo = capitalised(flag.pointsTo),
                                    .ask = flag.ask,
                                    .urgency = table.urgencyOf(flag).meaning,
                                    .action = flag.action});
        }
    }
    std::ranges::stable_sort(choice.flags, {},
                             [&](const FlagChoice& each) { return table.find(each.key)->urgency; });
    return choice;
}

[[nodiscard]] CaseChoice choiceOf(Clinic& clinic, const Case& record) {
    CaseChoice choice{record.id, record.complaint, {}, {}};
    std::size_t number = 0;
    for (const auto& session : clinic.store().sessions().ofCase(record.id)) {
        const auto day = dayText(localDay(session.startedAt, session.timeZone));
        choice.sessions.push_back(
            {session.id, shown({tr("Session {1} · {2}"), {std::to_string(++number), day}})});
    }
    std::ranges::reverse(choice.sessions);
    choice.detail = statusText(record) + " · " +
                    (number == 0 ? std::string{tr("no session yet")}
                                 : shown({number == 1 ? tr("{1} session") : tr("{1} sessions"),
                                          {std::to_string(number)}}));
    return choice;
}

/// The patient's flags that are not settled, the most pressing first.
[[nodiscard]] FlagRegionChoice raisedChoice(Clinic& clinic, const PatientId& patient) {
    FlagRegionChoice choice{tr("Raised, not settled"), {}};
    const auto& table = clinic.reference().redFlags();
    for (const auto& flag : clinic.store().screenings().unsettled(patient)) {
        const auto* urgency = table.findUrgency(flag.urgency);
        const auto day = dayText(localDay(flag.raised, clinic.profile().timeZone));
        const bool isTold = std::ranges::count(choice.flags, flag.flag, &FlagChoice::key) != 0;
        if (!isTold) { // be it in the table still or not
            choice.flags.push_back({.key = flag.flag,
                                    .pointsTo = capitalised(flag.pointsTo),
                                    .ask = flag.question,
                                    .urgency = urgency != nullptr ? urgency->meaning : flag.urgency,
                                    .action = flag.action,
                                    .raised = day});
        }
    }
    std::ranges::stable_sort(choice.flags, {}, [&](const FlagChoice& each) {
        const auto& all = table.urgencies(); // one that it no longer knows comes last
        return std::ranges::find(all, each.urgency, &reference::Urgency::meaning) - all.begin();
    });
    return choice;
}

} // namespace

std::vector<RedFlagKey> raisedIn(const ReportChoices& choices) {
    std::vector<RedFlagKey> keys;
    for (const auto& region : choices.flagRegions) {
        for (const auto& flag : region.flags) {
            if (!flag.raised.empty()) {
                keys.push_back(flag.key);
            }
        }
    }
    return keys;
}

void renewNamed(std::vector<RedFlagKey>& named, std::vector<RedFlagKey>& offered,
                const ReportChoices& choices) {
    auto raised = raisedIn(choices);
    std::erase_if(named, [&](const RedFlagKey& key) {
        return std::ranges::count(offered, key) != 0 && std::ranges::count(raised, key) == 0;
    });
    for (const auto& key : raised) {
        if (std::ranges::count(offered, key) == 0 && std::ranges::count(named, key) == 0) {
            named.push_back(key);
        }
    }
    offered = std::move(raised);
}

ReportChoices reportChoices(Clinic& clinic, const PatientId& patient,
                            const std::optional<CaseId>& caseId) {
    requireRecord(clinic, Right::ReadRecords, patient);
    auto& store = clinic.store();
    const auto current = store.patients().current(patient);
    const auto record = store.patients().find(current);
    if (!record) {
        throw StorageError{
            {tr("There is no patient {1} in this clinic; search for the name."), {patient.text()}}};
    }
    ReportChoices choices;
    choices.patientName = fullName(*record);
    choices.physicianName = record->physician.name;
    choices.physicianPractice = record->physician.relation;
    auto likely = FlagRegion::General;
    bool isFirst = true;
    for (const auto& each : store.cases().ofPatient(current)) {
        choices.cases.push_back(choiceOf(clinic, each));
        if (caseId ? each.id == *caseId : isFirst) {
            likely = regionOf(each.area);
        }
        isFirst = false;
    }
    const auto& table = clinic.reference().redFlags();
    for (const auto& urgency : table.urgencies()) {
        choices.urgencies.push_back({urgency.key, capitalised(urgency.key), urgency.meaning});
    }
    if (auto raised = raisedChoice(clinic, current); !raised.flags.empty()) {
        choices.flagRegions.push_back(std::move(raised));
    }
    const bool isRaised = !choices.flagRegions.empty();
    for (const auto region : kRegions) {
        if (region == likely && !isRaised) {
            choices.likelyRegion = choices.flagRegions.size();
        }
        choices.flagRegions.push_back(choiceOf(region, table));
    }
    return choices;
}

std::vector<TemplateChoice> printableTemplates(Clinic& clinic) {
    require(clinic, Right::ReadRecords);
    auto choices = templateChoices(clinic);
    std::erase_if(choices, [](const TemplateChoice& each) {
        return each.name == "recovery-key" || each.name == "recovery-codes" ||
               each.name == "destruction-certificate" || each.isForm;
    });
    return choices;
}

std::vector<std::size_t> matching(const FlagRegionChoice& region, const std::string& typed) {
    const auto wanted = namedWords(typed);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < region.flags.size(); ++i) {
        const auto& flag = region.flags[i];
        if (eachBeginsOne(wanted,
                          namedWords(flag.pointsTo + " " + flag.ask + " " + flag.urgency))) {
            found.push_back(i);
        }
    }
    return found;
}

} // namespace palpate::app
