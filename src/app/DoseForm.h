// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Practitioner.h"
#include "domain/Treatment.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// How a field of the treatment log is filled in. Duration: seconds, or minutes and seconds. Day: a
/// date. Region: a text, best a region of the body map.
enum class DoseType { Number, WholeNumber, Choice, Text, YesNo, Duration, Day, Region };

/// Where a field is kept that is asked beside the dose, so that a window does not ask twice. Timer:
/// in the dose, and the timer of held pressure counts into it. Target: the treatment's target says
/// it already.
enum class DosePlace {
    Dose,
    Timer,
    PainBefore,
    PainAfter,
    TendernessBefore,
    TendernessAfter,
    Target
};

struct DoseChoice {
    std::string text; ///< what is stored and shown
    bool chosen = false;
    friend bool operator==(const DoseChoice&, const DoseChoice&) = default;
};

/// One log field of a technique, with what was logged.
struct DoseEntry {
    LogFieldKey key;
    std::string label;
    DoseType type = DoseType::Text;
    DosePlace place = DosePlace::Dose;
    std::string unit;  ///< shown behind the value: "kg/cm²", "°"; "" when the value says it
    std::string value; ///< as shown and typed: "2.5", "1:30", "yes"; "" when nothing was logged
    std::vector<DoseChoice> choices; ///< of Choice: the table's; of YesNo: "yes", "no"
    std::optional<double> min;       ///< in the shown unit, seconds of a Duration; a guard against
    std::optional<double> max;       ///< slips of typing, not advice on dose
    std::optional<double> step;      ///< for spinners; a value between two steps is taken
    std::string help;                ///< may be empty
    std::string usual;   ///< "30–90 s": a proposal, never stored by itself; "" when there is none
    std::string problem; ///< why the stored value is none of this field's, in a sentence; mostly ""
    friend bool operator==(const DoseEntry&, const DoseEntry&) = default;
};

/// The log fields of the treatment's technique in the order of its row, then whatever else the dose
/// holds, so that nothing stored is hidden. A technique that the table lacks has only the latter.
[[nodiscard]] std::vector<DoseEntry> doseEntries(const Treatment& treatment,
                                                 const reference::Reference& reference,
                                                 PressureUnit pressure);

using TypedDose = std::variant<LogValue, Message>;
/// What somebody typed into a field of the log, as it is stored, or why it can't be. Numbers with a
/// point or a comma; durations as "90", "90 s", "1:30", "2 min", "1 min 30 s"; a unit behind the
/// number is taken when it is one of the field's, and then decides; a pressure without one is in
/// the clinic's unit and is kept in kPa. Choices by their text or a beginning that fits only one;
/// yes and no also as "y", "n". The text must not be blank: an emptied field is no value, and the
/// caller takes it out of the dose.
[[nodiscard]] TypedDose typedDose(const LogFieldKey& field, std::string_view text,
                                  const reference::Reference& reference, PressureUnit pressure);
/// The same value as it is shown in a field, without its unit: what typedDose() reads back.
[[nodiscard]] std::string doseText(const LogValue& value, const reference::Reference& reference,
                                   PressureUnit pressure);

/// The dose that is usual and definite: the fields for which the technique's row names one value,
/// not a range, a rule or a course. "30–90 s" is a proposal to be read: which second of it was held
/// nobody knows before it was, and a record that takes the low end would state what nobody
/// measured. Fields of another place, such as the timer's, are left out. Often empty.
[[nodiscard]] std::vector<LogValue> usualDose(const TechniqueKey& technique,
                                              const reference::Reference& reference);

/// The dose in words, in the order of the technique's fields: "47 s, repetitions 2, pressure 2.5
/// kg/cm², tool or hand: thumb". "" when nothing was logged.
[[nodiscard]] std::string doseWords(const Treatment& treatment,
                                    const reference::Reference& reference, PressureUnit pressure);

/// `dose` with the value in its place, in the order of the technique's fields, replacing an earlier
/// one.
[[nodiscard]] std::vector<LogValue> withDose(std::vector<LogValue> dose, LogValue value,
                                             const TechniqueKey& technique,
                                             const reference::Reference& reference);
[[nodiscard]] std::vector<LogValue> withoutDose(std::vector<LogValue> dose,
                                                const LogFieldKey& field);

} // namespace palpate::app
