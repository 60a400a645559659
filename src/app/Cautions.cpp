// SPDX-License-Identifier: MIT
#include "app/Cautions.h"

#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <tuple>

namespace palpate::app {

namespace {

using reference::Contraindication;
using reference::ContraindicationKind;
using reference::ContraindicationScope;

/// The records of one alert: the patient may have two metal implants.
struct AlertRecords {
    AlertKey key;
    std::vector<std::string> details;
};

[[nodiscard]] std::vector<AlertRecords> byAlert(const std::vector<Alert>& alerts) {
    std::vector<AlertRecords> records;
    for (const auto& alert : alerts) {
        auto same = std::ranges::find(records, alert.kind, &AlertRecords::key);
        if (same == records.end()) {
            records.push_back({alert.kind, {}});
            same = std::prev(records.end());
        }
        if (!alert.detail.empty()) {
            same->details.push_back(alert.detail);
        }
    }
    return records;
}

[[nodiscard]] std::string labelOf(const AlertRecords& records,
                                  const reference::Reference& reference) {
    const auto* known = reference.alerts().find(records.key);
    auto label = known != nullptr ? known->label : records.key.text();
    std::string details;
    for (const auto& detail : records.details) {
        details += (details.empty() ? "" : "; ") + detail;
    }
    return details.empty() ? label : label + " (" + details + ")";
}

[[nodiscard]] CautionKind kindOf(ContraindicationKind kind) {
    switch (kind) {
    case ContraindicationKind::Absolute:
        return CautionKind::Absolute;
    case ContraindicationKind::Relative:
        return CautionKind::Relative;
    case ContraindicationKind::Local:
        return CautionKind::Local;
    case ContraindicationKind::Precaution:
        break;
    }
    return CautionKind::Precaution;
}

/// Whether the alert is of one place of the body that the record doesn't hold: some row of it says
/// "at the site of the problem".
[[nodiscard]] bool isOfOneSite(const AlertKey& alert, const reference::Reference& reference) {
    const auto& rows = reference.alerts().rows();
    return std::any_of(rows.begin(), rows.end(), [&](const Contraindication& row) {
        return row.alert == alert && row.scope == ContraindicationScope::Site;
    });
}

[[nodiscard]] CautionHolds holdsAt(const Contraindication& row,
                                   const std::optional<TreatedPlace>& place,
                                   const reference::Reference& reference) {
    if (row.scope == ContraindicationScope::Whole) {
        return CautionHolds::Here;
    }
    if (row.scope == ContraindicationScope::Site || !place || place->regions.empty()) {
        return CautionHolds::AskPlace;
    }
    const bool isIn = std::ranges::any_of(place->regions, [&](const RegionKey& region) {
        return std::ranges::find(row.regions, region) != row.regions.end();
    });
    if (isIn) {
        return CautionHolds::Here;
    }
    // A device in the belly is not where the table names the chest.
    return isOfOneSite(row.alert, reference) ? CautionHolds::AskPlace : CautionHolds::Elsewhere;
}

[[nodiscard]] bool callsForReason(CautionKind kind, CautionHolds holds) {
    const bool speaksAgainst = kind == CautionKind::Absolute || kind == CautionKind::Relative ||
                               kind == CautionKind::Local;
    return speaksAgainst && holds != CautionHolds::Elsewhere;
}

[[nodiscard]] std::string sourcesOf(const Contraindication& row,
                                    const reference::Reference& reference) {
    std::string text;
    for (const auto& key : row.sources) {
        text += (text.empty() ? "" : ", ") + key.text();
    }
    if (const auto warning = reference.sources().warningFor(row.sources)) {
        text += " · " + palpate::shown(*warning);
    }
    return text;
}

[[nodiscard]] std::string regionsText(const std::vector<RegionKey>& regions) {
    std::vector<std::string> words;
    for (const auto& region : regions) {
        words.push_back(regionWord(region));
    }
    return listed(words);
}

[[nodiscard]] Caution cautionOf(const Contraindication& row, std::string label,
                                const std::optional<TreatedPlace>& place,
                                const reference::Reference& reference) {
    Caution caution{.alert = row.alert,
                    .label = std::move(label),
                    .kind = kindOf(row.kind),
                    .holds = holdsAt(row, place, reference),
                    .where = regionsText(row.regions),
                    .meaning = reference.alerts().meaningOf(row.kind),
                    .text = row.text,
                    .sources = sourcesOf(row, reference)};
    caution.needsReason = callsForReason(caution.kind, caution.holds);
    if (caution.needsReason && caution.holds == CautionHolds::AskPlace) {
        caution.readyReason = tr("Not at the site of the problem.");
    }
    return caution;
}

[[nodiscard]] Caution notChecked(const AlertKey& alert, std::string label) {
    return {.alert = alert,
            .label = std::move(label),
            .kind = CautionKind::NotChecked,
            .meaning = tr("not checked for this technique"),
            .text = tr("Not checked for this technique, which does not mean safe.")};
}

/// The few words behind the alert's name on a chip.
[[nodiscard]] std::string briefly(const Caution& caution) {
    const bool here = caution.holds == CautionHolds::Here;
    switch (caution.kind) {
    case CautionKind::Absolute:
        return here ? tr("do not use") : tr("do not use at that site");
    case CautionKind::Relative:
        return tr("weigh the risk");
    case CautionKind::Local:
        return here ? tr("not here") : tr("not at that site");
    case CautionKind::Precaution:
        return tr("with care");
    case CautionKind::NotChecked:
        return tr("not checked");
    case CautionKind::NotAsked:
        break;
    }
    return tr("not asked");
}

} // namespace

std::vector<Caution> cautionsFor(const std::optional<std::vector<Alert>>& alerts,
                                 const TechniqueKey& technique,
                                 const std::optional<TreatedPlace>& place,
                                 const reference::Reference& reference) {
    if (!alerts) {
        return {{.alert = {},
                 .label = tr("Alerts"),
                 .kind = CautionKind::NotAsked,
                 .meaning = tr("not asked"),
                 .text = tr("The patient's alerts were not asked, so nothing could be checked.")}};
    }
    std::vector<Caution> cautions;
    for (const auto& records : byAlert(*alerts)) {
        const auto* row = reference.alerts().rowFor(records.key, technique);
        auto label = labelOf(records, reference);
        cautions.push_back(row != nullptr ? cautionOf(*row, std::move(label), place, reference)
                                          : notChecked(records.key, std::move(label)));
    }
    const auto rank = [](const Caution& caution) {
        return std::tuple{!caution.needsReason, caution.holds == CautionHolds::Elsewhere,
                          caution.kind};
    };
    std::stable_sort(
        cautions.begin(), cautions.end(),
        [&](const Caution& one, const Caution& other) { return rank(one) < rank(other); });
    return cautions;
}

CautionSummary summaryOf(std::span<const Caution> cautions) {
    CautionSummary summary;
    int more = 0;
    for (const auto& caution : cautions) {
        if (caution.holds == CautionHolds::Elsewhere) {
            continue;
        }
        summary.needsReason = summary.needsReason || caution.needsReason;
        if (summary.worst) {
            ++more;
            continue;
        }
        summary.worst = caution.kind; // the first is the worst
        summary.label = palpate::shown({tr("{1}: {2}"), {caution.label, briefly(caution)}});
    }
    if (more > 0) {
        summary.label =
            palpate::shown({tr("{1}, and {2} more"), {summary.label, std::to_string(more)}});
    }
    return summary;
}

std::string headingOf(const Caution& caution) {
    if (caution.holds == CautionHolds::Elsewhere) {
        return palpate::shown(
            {tr("{1}: elsewhere ({2}) {3}"), {caution.label, caution.where, caution.meaning}});
    }
    return palpate::shown({tr("{1}: {2}"), {caution.label, caution.meaning}});
}

std::vector<AlertKey> withoutReason(std::span<const Caution> cautions,
                                    std::span<const WentOn> wentOn) {
    std::vector<AlertKey> missing;
    for (const auto& caution : cautions) {
        const bool isGiven = std::ranges::any_of(wentOn, [&](const WentOn& reason) {
            return reason.alert == caution.alert && !reason.reason.empty();
        });
        if (caution.needsReason && caution.alert && !isGiven) {
            missing.push_back(*caution.alert);
        }
    }
    return missing;
}

} // namespace palpate::app
