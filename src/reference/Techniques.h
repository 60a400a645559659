// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Practitioner.h"
#include "reference/LogFields.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace palpate::reference {

/// How well the effect of a technique is supported.
enum class Evidence { Good, Some, Weak, Expert };

/// Low and high of a usual dose, in the unit of its field; equal where one value is usual.
struct DoseRange {
    double low = 0;
    double high = 0;
    friend bool operator==(const DoseRange&, const DoseRange&) = default;
};

/// One line of the usual dose: a range, a yes, or a rule in words.
struct TypicalDose {
    std::string name; ///< "duration_s", "visits_per_week", "pressure_rule" ...
    std::optional<LogFieldKey>
        field; ///< the field whose unit it has; empty: a rule about the course
    std::variant<DoseRange, bool, std::string> value;
    friend bool operator==(const TypicalDose&, const TypicalDose&) = default;
};

/// Something that is done to a point, a muscle or a region.
struct Technique {
    TechniqueKey key;
    std::string name;
    std::vector<std::string> alsoCalled;
    std::string group; ///< "trigger_point", "massage" ...
    std::string what;
    std::vector<LogFieldKey> logFields; ///< in the order in which they are asked
    std::vector<TypicalDose> typicalDose;
    std::vector<Profession> usedBy; ///< common use, not legal scope
    bool usedByPhysicians = false;  ///< a technique to refer for
    std::vector<std::string> localContraindications;
    std::vector<std::string> absoluteContraindications;
    Evidence evidence = Evidence::Weak;
    std::string evidenceNote; ///< may be empty
    std::string note;         ///< may be empty
    std::vector<SourceKey> sources;
    friend bool operator==(const Technique&, const Technique&) = default;
};

/// The usual range of one field; empty when the technique names none.
[[nodiscard]] std::optional<DoseRange> typicalRange(const Technique& technique,
                                                    const LogFieldKey& field);
[[nodiscard]] bool isUsedBy(const Technique& technique, Profession profession) noexcept;

/// techniques.json.
class Techniques {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field; a log
    /// field that `fields` lacks is one.
    [[nodiscard]] static Techniques load(const std::filesystem::path& file, const LogFields& fields,
                                         Sources& sources);

    /// In the order of the table.
    [[nodiscard]] const std::vector<Technique>& all() const noexcept { return techniques_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const Technique* find(const TechniqueKey& key) const noexcept;
    /// All of them, those in use in that profession first, else in the order of the table.
    [[nodiscard]] std::vector<const Technique*> forProfession(Profession profession) const;

private:
    std::vector<Technique> techniques_;
    std::unordered_map<TechniqueKey, std::size_t> places_;
};

} // namespace palpate::reference
