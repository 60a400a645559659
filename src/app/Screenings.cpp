// SPDX-License-Identifier: MIT
#include "app/Screenings.h"

#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/ReportSources.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/TypedTimes.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <chrono>

namespace palpate::app {

namespace {

class FlagTeller {
public:
    explicit FlagTeller(Clinic& clinic)
        : clinic_{clinic}, flags_{clinic.reference().redFlags()}, zone_{clinic.profile().timeZone} {
    }

    [[nodiscard]] FlagView view(const RaisedFlag& flag) const {
        FlagView view{.id = flag.id,
                      .rank = rankOf(flag.urgency),
                      .urgency = urgencyText(flag.urgency),
                      .pointsTo = flag.pointsTo,
                      .question = flag.question,
                      .action = flag.action,
                      .raised = shown({tr("{1}, {2}, {3}"),
                                       {dayText(localDay(flag.raised, zone_)),
                                        clockText(flag.raised, zone_), person(flag.by)}}),
                      .sources = sourcesText(flag.flag),
                      .deeds = {},
                      .settled = flag.isSettled()};
        for (const auto& deed : flag.deeds) {
            view.deeds.push_back(deedText(deed));
        }
        return view;
    }

    /// An urgency that the table no longer knows comes last, and is shown by its key.
    [[nodiscard]] std::size_t rankOf(const std::string& urgency) const {
        const auto& all = flags_.urgencies();
        const auto found = std::ranges::find(all, urgency, &reference::Urgency::key);
        return static_cast<std::size_t>(found - all.begin());
    }

private:
    [[nodiscard]] std::string urgencyText(const std::string& urgency) const {
        const auto* known = flags_.findUrgency(urgency);
        return known != nullptr ? shown({tr("{1}: {2}"), {capitalised(known->key), known->meaning}})
                                : capitalised(urgency);
    }

    [[nodiscard]] std::string sourcesText(const RedFlagKey& key) const {
        const auto* known = flags_.find(key);
        return known != nullptr ? sourceWords({&known->sources, 1}, clinic_.reference())
                                : std::string{};
    }

    [[nodiscard]] std::string deedText(const FlagDeed& deed) const {
        const auto when =
            shown({tr("{1}, {2}"),
                   {shortDayText(localDay(deed.done, zone_)), clockText(deed.done, zone_)}});
        const auto who = person(deed.by);
        switch (deed.kind) {
        case FlagDeedKind::Told:
            return deed.reason.empty() ? shown({tr("{1}: told {2} ({3})"), {when, deed.whom, who}})
                                       : shown({tr("{1}: told {2}: {3} ({4})"),
                                                {when, deed.whom, deed.reason, who}});
        case FlagDeedKind::Referred:
            return shown({tr("{1}: letter of referral to {2} ({3})"), {when, deed.whom, who}});
        case FlagDeedKind::GoesOn:
            break;
        }
        return shown({tr("{1}: goes on, because {2} ({3})"), {when, deed.reason, who}});
    }

    [[nodiscard]] std::string person(const PractitionerId& who) const {
        const auto known = clinic_.store().practitioners().find(who);
        return known ? known->displayName : std::string{tr("somebody no longer known")};
    }

    Clinic& clinic_;
    const reference::RedFlags& flags_;
    const std::string& zone_;
};

/// The moment of "10:50", "yesterday 18:00", "23 Nov 18:00"; empty: now.
[[nodiscard]] Instant typedMoment(const Clinic& clinic, const std::string& typed) {
    const auto text = trimmed(typed);
    if (text.empty()) {
        return clinic.clock().now();
    }
    const auto space = text.find_last_of(" ,");
    const auto time = typedTime(space == std::string::npos ? text : text.substr(space + 1));
    auto before = space == std::string::npos ? std::string{} : trimmed(text.substr(0, space));
    while (before.ends_with(',')) {
        before.pop_back();
    }
    const auto day = before.empty() ? std::optional{clinic.today()}
                                    : typedDay(before, clinic.today(), Meant::Past);
    if (!time || !day) {
        throw EditRefused{{tr("“{1}” is no moment; type a time such as 10:50, or a day and a time "
                              "such as yesterday 18:00."),
                           {text}}};
    }
    return momentIn(*day, *time, clinic.profile().timeZone);
}

void settle(Clinic& clinic, const RaisedFlagId& flag, FlagDeed deed) {
    if (const auto wrong = problems(deed); !wrong.empty()) {
        throw EditRefused{wrong.front()};
    }
    clinic.store().screenings().add(flag, deed);
}

[[nodiscard]] FlagDeed newDeed(Clinic& clinic, FlagDeedKind kind) {
    const auto now = clinic.clock().now();
    return {.id = FlagDeedId::create(clinic.ids()),
            .kind = kind,
            .done = now,
            .written = now,
            .by = clinic.practitioner().id};
}

} // namespace

FlagBannerView flagBanner(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::ReadRecords, patient);
    FlagBannerView banner;
    const FlagTeller teller{clinic};
    for (const auto& flag : clinic.store().screenings().unsettled(patient)) {
        banner.flags.push_back(teller.view(flag));
    }
    if (banner.flags.empty()) {
        return banner;
    }
    std::ranges::stable_sort(banner.flags, {}, &FlagView::rank);
    const auto& first = banner.flags.front();
    const auto more = banner.flags.size() - 1;
    const auto word = first.urgency.substr(0, first.urgency.find(':'));
    banner.headline = more == 0 ? shown({tr("{1}: possible {2}"), {word, first.pointsTo}})
                                : shown({tr("{1}: possible {2} (and {3} more)"),
                                         {word, first.pointsTo, std::to_string(more)}});
    banner.caution =
        shown({tr("A raised flag supports a trained judgement and is no diagnosis. {1}"),
               {clinic.reference().redFlags().note()}});
    return banner;
}

FlagView flagView(Clinic& clinic, const RaisedFlag& flag) {
    require(clinic, Right::ReadRecords);
    return FlagTeller{clinic}.view(flag);
}

std::vector<RaisedFlagId> unsettledAmong(Clinic& clinic, const PatientId& patient,
                                         const std::vector<RedFlagKey>& named) {
    requireRecord(clinic, Right::ReadRecords, patient);
    auto& store = clinic.store();
    std::vector<RaisedFlagId> found;
    for (const auto& flag : store.screenings().unsettled(store.patients().current(patient))) {
        if (std::ranges::count(named, flag.flag) != 0) {
            found.push_back(flag.id);
        }
    }
    return found;
}

std::size_t settleByLetter(Clinic& clinic, const PatientId& patient,
                           const std::vector<RedFlagKey>& named, const std::string& whom) {
    requireRecord(clinic, Right::WriteRecords, patient);
    const auto flags = unsettledAmong(clinic, patient, named);
    clinic.store().atomically([&] {
        for (const auto& flag : flags) {
            settleAsReferred(clinic, flag, whom);
        }
    });
    return flags.size();
}

std::vector<FlagView> raisedFlags(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::ReadRecords, patient);
    const FlagTeller teller{clinic};
    std::vector<FlagView> views;
    for (const auto& flag : clinic.store().screenings().ofPatient(patient)) {
        views.push_back(teller.view(flag));
    }
    return views;
}

void settleAsTold(Clinic& clinic, const RaisedFlagId& flag, const std::string& whom,
                  const std::string& when, const std::string& remark) {
    require(clinic, Right::WriteRecords);
    auto deed = newDeed(clinic, FlagDeedKind::Told);
    deed.whom = trimmed(whom);
    deed.reason = trimmed(remark);
    deed.done = typedMoment(clinic, when);
    settle(clinic, flag, std::move(deed));
}

void settleAsReferred(Clinic& clinic, const RaisedFlagId& flag, const std::string& whom) {
    require(clinic, Right::WriteRecords);
    auto deed = newDeed(clinic, FlagDeedKind::Referred);
    deed.whom = trimmed(whom);
    settle(clinic, flag, std::move(deed));
}

void settleAsGoingOn(Clinic& clinic, const RaisedFlagId& flag, const std::string& reason) {
    require(clinic, Right::WriteRecords);
    auto deed = newDeed(clinic, FlagDeedKind::GoesOn);
    deed.reason = trimmed(reason);
    settle(clinic, flag, std::move(deed));
}

} // namespace palpate::app
