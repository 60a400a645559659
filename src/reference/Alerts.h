// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "reference/Sources.h"
#include "reference/Techniques.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palpate::reference {

/// Something about a patient that changes what may be done, and how to ask for it.
struct KnownAlert {
    AlertKey key;
    std::string label;  ///< "Anticoagulant"
    std::string group;  ///< "blood_and_vessels" ...
    std::string ask;    ///< the question to the person
    std::string record; ///< what to note down
    std::vector<std::string> alsoCalled;
    std::string detailField;                ///< "drug", "trimester"; empty: no list of choices
    std::vector<std::string> detailChoices; ///< suggestions for Alert::detail
    std::vector<SourceKey> sources;
    friend bool operator==(const KnownAlert&, const KnownAlert&) = default;
};

/// Absolute: do not use. Relative: only after weighing the risk. Local: not at that site.
/// Precaution: with care.
enum class ContraindicationKind { Absolute, Relative, Local, Precaution };
/// Whole: of the whole body. Site: where the problem is. Regions: in the listed regions only.
enum class ContraindicationScope { Whole, Site, Regions };

/// What an alert means for a technique. It supports a trained practitioner and replaces no
/// judgement.
struct Contraindication {
    AlertKey alert;
    TechniqueKey technique;
    ContraindicationKind kind = ContraindicationKind::Absolute;
    ContraindicationScope scope = ContraindicationScope::Whole;
    std::vector<RegionKey> regions; ///< of scope Regions
    std::string text;
    std::vector<SourceKey> sources;
    friend bool operator==(const Contraindication&, const Contraindication&) = default;
};

/// contraindications.json.
class Alerts {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field; a
    /// technique that `techniques` lacks is one.
    [[nodiscard]] static Alerts load(const std::filesystem::path& file,
                                     const Techniques& techniques, Sources& sources);

    [[nodiscard]] const std::vector<KnownAlert>& all() const noexcept { return alerts_; }
    [[nodiscard]] const std::vector<Contraindication>& rows() const noexcept { return rows_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const KnownAlert* find(const AlertKey& key) const noexcept;
    /// nullptr: the pair was not checked. That is never "safe", and must be shown as not checked.
    [[nodiscard]] const Contraindication* rowFor(const AlertKey& alert,
                                                 const TechniqueKey& technique) const;
    /// What the kind means, in the table's words: "do not use".
    [[nodiscard]] const std::string& meaningOf(ContraindicationKind kind) const noexcept;

private:
    struct PairHash {
        std::size_t operator()(const std::pair<AlertKey, TechniqueKey>& pair) const noexcept;
    };
    std::vector<KnownAlert> alerts_;
    std::vector<Contraindication> rows_;
    std::array<std::string, 4> meanings_;
    std::unordered_map<AlertKey, std::size_t> alertPlaces_;
    std::unordered_map<std::pair<AlertKey, TechniqueKey>, std::size_t, PairHash> rowPlaces_;
};

} // namespace palpate::reference
