// SPDX-License-Identifier: MIT
#include "reference/Alerts.h"

#include "reference/Table.h"

namespace palpate::reference {

namespace {

constexpr auto kKinds =
    std::to_array<Word<ContraindicationKind>>({{"absolute", ContraindicationKind::Absolute},
                                               {"relative", ContraindicationKind::Relative},
                                               {"local", ContraindicationKind::Local},
                                               {"precaution", ContraindicationKind::Precaution}});
constexpr auto kScopes =
    std::to_array<Word<ContraindicationScope>>({{"whole", ContraindicationScope::Whole},
                                                {"site", ContraindicationScope::Site},
                                                {"regions", ContraindicationScope::Regions}});

[[nodiscard]] KnownAlert alertOf(const Row& row, const Sources& sources) {
    KnownAlert alert{.key = row.key<AlertKey>("id"),
                     .label = row.text("label"),
                     .group = row.text("group"),
                     .ask = row.text("ask"),
                     .record = row.text("record"),
                     .alsoCalled = row.texts("also_called"),
                     .detailField = {},
                     .detailChoices = {},
                     .sources = row.citedFrom(sources)};
    if (row.has("detail")) {
        const auto detail = row.object("detail");
        alert.detailField = detail.text("field");
        alert.detailChoices = detail.texts("choices");
    }
    return alert;
}

[[nodiscard]] Contraindication contraindicationOf(const Row& row, const Sources& sources) {
    Contraindication out{.alert = row.key<AlertKey>("alert"),
                         .technique = row.key<TechniqueKey>("technique"),
                         .kind = row.oneOf<ContraindicationKind>("kind", kKinds),
                         .scope = row.oneOf<ContraindicationScope>("scope", kScopes),
                         .regions = {},
                         .text = row.text("text"),
                         .sources = row.citedFrom(sources)};
    if (row.has("regions")) {
        out.regions = row.keys<RegionKey>("regions");
    }
    if ((out.scope == ContraindicationScope::Regions) == out.regions.empty()) {
        row.refuse("regions", "must be there for the scope regions, and for no other");
    }
    return out;
}

} // namespace

std::size_t
Alerts::PairHash::operator()(const std::pair<AlertKey, TechniqueKey>& pair) const noexcept {
    constexpr std::size_t kSpread = 31; // so that (a, b) and (b, a) differ
    return std::hash<AlertKey>{}(pair.first) * kSpread + std::hash<TechniqueKey>{}(pair.second);
}

Alerts Alerts::load(const std::filesystem::path& file, const Techniques& techniques,
                    Sources& sources) {
    const Table table{file, sources};
    Alerts out;
    const auto kinds = table.top().object("kinds");
    for (const auto& [word, kind] : kKinds) {
        out.meanings_.at(static_cast<std::size_t>(kind)) = kinds.text(word);
    }
    for (const auto& row : table.rows("alerts", "id")) {
        auto alert = alertOf(row, sources);
        place(out.alertPlaces_, alert.key, out.alerts_.size(), row, "id");
        out.alerts_.push_back(std::move(alert));
    }
    for (const auto& row : table.rows("rows", "alert")) {
        auto each = contraindicationOf(row, sources);
        if (out.find(each.alert) == nullptr) {
            row.refuse("alert", "names an alert that the table lacks");
        }
        if (techniques.find(each.technique) == nullptr) {
            row.refuse("technique",
                       "names " + each.technique.text() + ", which techniques.json lacks");
        }
        if (!out.rowPlaces_.emplace(std::pair{each.alert, each.technique}, out.rows_.size())
                 .second) {
            row.refuse("technique", "must not repeat a pair of alert and technique");
        }
        out.rows_.push_back(std::move(each));
    }
    return out;
}

const KnownAlert* Alerts::find(const AlertKey& key) const noexcept {
    return findIn(alerts_, alertPlaces_, key);
}

const Contraindication* Alerts::rowFor(const AlertKey& alert, const TechniqueKey& technique) const {
    const auto found = rowPlaces_.find({alert, technique});
    return found == rowPlaces_.end() ? nullptr : &rows_[found->second];
}

const std::string& Alerts::meaningOf(ContraindicationKind kind) const noexcept {
    return meanings_[static_cast<std::size_t>(kind)];
}

} // namespace palpate::reference
