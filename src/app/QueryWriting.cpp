// SPDX-License-Identifier: MIT
// A filter as somebody might have typed it.
#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/QueryNames.h"
#include "app/QueryTokens.h"
#include "app/QueryValues.h"
#include "app/Rights.h"
#include "app/SearchQuery.h"
#include "app/TimeText.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>

namespace palpate::app {

namespace {

/// Plain: names and words as they come to mind. Explicit: each behind its field, whatever stands
/// next to it.
enum class Spelling { Plain, Explicit };

/// In quotes where it has more than one word.
[[nodiscard]] std::string fieldText(std::string_view field, const std::string& value) {
    const bool isBare = value.find_first_of(" ,") == std::string::npos;
    return std::string{field} + ":" + (isBare ? value : "\"" + value + "\"");
}

[[nodiscard]] std::string sideWord(Side side) {
    return side == Side::Left ? "left" : side == Side::Right ? "right" : "middle";
}

class Writer {
public:
    Writer(Clinic& clinic, const SessionFilter& filter, Spelling spelling)
        : clinic_{clinic}, filter_{filter}, isPlain_{spelling == Spelling::Plain} {}

    [[nodiscard]] std::string text() {
        addPlaces();
        addPoint();
        addTreatment();
        addRecords();
        addPain();
        addPeriod();
        addTexts();
        return std::move(out_);
    }

private:
    void add(const std::string& word) { out_ += (out_.empty() || word.empty() ? "" : " ") + word; }

    /// Where the points were found and where was treated: one name for both where that means it.
    void addPlaces() {
        const auto& finding = filter_.finding;
        const auto& treatment = filter_.treatment;
        const bool asksTreatment = !treatment.techniques.empty() || !treatment.doses.empty();
        const bool asksFinding =
            !finding.states.empty() || !finding.tenderness.isOpen() || !finding.changes.empty();
        const bool isFound = !finding.muscles.empty() || finding.side;
        const bool isTreated = !treatment.muscles.empty() || treatment.side;
        const bool isSame = finding.muscles == treatment.muscles && finding.side == treatment.side;
        if (!asksTreatment && !isTreated) {
            addPlace("muscle", finding.muscles, finding.side);
        } else if (asksTreatment && (asksFinding ? isSame : !isFound)) {
            addPlace("muscle", treatment.muscles, treatment.side);
        } else {
            addPlace("found", finding.muscles, finding.side);
            addPlace("treated", treatment.muscles, treatment.side);
        }
    }
    void addPlace(std::string_view field, const Muscles& muscles, std::optional<Side> side) {
        if (muscles.empty()) {
            if (side) {
                add(fieldText(field == "muscle" ? "side" : field, sideWord(*side)));
            }
            return;
        }
        const auto sideText = side ? sideWord(*side) + " " : std::string{};
        const auto name = nameOf(clinic_, muscles);
        const bool isShared = field == "muscle";
        if (isShared && name && (name->isGroup || name->isLayer)) {
            add(fieldText(name->isGroup ? "group" : "layer", name->name));
            if (side) {
                add(fieldText("side", sideWord(*side)));
            }
            return;
        }
        if (isShared && name && isPlain_ && side != Side::Middle) {
            return add(sideText + name->name);
        }
        std::string names;
        for (const auto& muscle : muscles) {
            names += (names.empty() ? "" : ", ") + typedMuscle(clinic_, muscle);
        }
        add(fieldText(field, sideText + names));
    }

    void addPoint() {
        const auto& finding = filter_.finding;
        for (const auto state : finding.states) {
            add(fieldText("state", std::string{name(state)}));
        }
        const auto& tender = finding.tenderness;
        const bool isOneSided = tender.least.has_value() != tender.most.has_value();
        if (!tender.isOpen()) {
            auto scores = writtenScores(tender);
            if (isPlain_ && isOneSided) {
                scores.insert(2, " "); // ">= 6"
            }
            add(isPlain_ && isOneSided ? scores : fieldText("tender", scores));
        }
        for (const auto change : finding.changes) {
            add(fieldText("change", std::string{name(change)}));
        }
    }

    void addTreatment() {
        const auto table = techniqueTable(clinic_);
        for (const auto& technique : filter_.treatment.techniques) {
            const auto label = labelIn(table, technique).value_or(technique.text());
            add(isPlain_ ? label : fieldText("technique", label));
        }
        for (const auto& dose : filter_.treatment.doses) {
            const auto text =
                writtenDose(dose, clinic_.reference().logFields(), clinic_.profile().pressureUnit);
            if (!text.empty()) {
                add(fieldText("dose", text));
            }
        }
    }

    void addRecords() {
        if (filter_.patient) {
            add(fieldText("patient", filter_.patient->text()));
        }
        if (filter_.caseId) {
            add(fieldText("case", filter_.caseId->text()));
        }
        if (filter_.practitioner) {
            add(fieldText("by", personText(*filter_.practitioner)));
        }
        if (filter_.profession) {
            add(fieldText("profession", *labelIn(professionTable(), *filter_.profession)));
        }
        if (filter_.caseStatus) {
            add(fieldText("case", *labelIn(statusTable(), *filter_.caseStatus)));
        }
        if (!filter_.diagnosis.empty()) {
            add(fieldText("diagnosis", filter_.diagnosis));
        }
        const auto items = homeCareTable(clinic_);
        for (const auto& item : filter_.homeCare) {
            add(fieldText("home-care", labelIn(items, item).value_or(item.text())));
        }
        for (const auto& flag : filter_.flags) {
            add(fieldText("flag", flag.text()));
        }
        if (filter_.flagState) {
            add(fieldText("flag", *labelIn(flagStateTable(), *filter_.flagState)));
        }
    }

    void addPain() {
        if (filter_.painted) {
            const auto side = filter_.paintedSide;
            const auto region =
                labelIn(regionTable(clinic_), *filter_.painted).value_or(filter_.painted->text());
            add(fieldText("painted", (side ? sideWord(*side) + " " : "") + region));
        }
        if (!filter_.painNow.isOpen()) {
            add(fieldText("pain", writtenScores(filter_.painNow)));
        }
    }

    void addPeriod() {
        const auto& zone = clinic_.profile().timeZone;
        if (filter_.from) {
            const auto day = localDay(*filter_.from, zone);
            const bool isDay = startOf(day, zone) == *filter_.from;
            add(fieldText("since", isDay ? isoDate(day) : isoInstant(*filter_.from)));
        }
        if (filter_.to) {
            const Date before{std::chrono::sys_days{localDay(*filter_.to, zone)} -
                              std::chrono::days{1}};
            const bool isDay = startOf(dayAfter(before), zone) == *filter_.to;
            add(fieldText("until", isDay ? isoDate(before) : isoInstant(*filter_.to)));
        }
    }

    void addTexts() {
        const auto text = normalisedText(filter_.text);
        if (isPlain_) {
            return add(text);
        }
        for (const auto& token : queryTokens(text)) {
            const auto word = textOf(token);
            const bool isWord = token.isPlain() || !token.field.empty();
            if (!isWord) {
                add(word);
            } else if (token.field.empty()) {
                add("text:" + token.value);
            } else { // "10:30", "note:tense"
                add((token.isExcluded ? "-text:" : "text:") + token.field + ":" + token.value);
            }
        }
    }

    template <class Table, class Value>
    [[nodiscard]] static std::optional<std::string> labelIn(const Table& table,
                                                            const Value& value) {
        for (const auto& row : table.rows()) {
            if (row.value == value && table.named(row.label).isClear()) {
                return row.label;
            }
        }
        return std::nullopt;
    }
    /// The name on the page, or what nobody else has.
    [[nodiscard]] std::string personText(const PractitionerId& person) {
        return labelIn(practitionerTable(clinic_), person).value_or(person.text());
    }

    Clinic& clinic_;
    const SessionFilter& filter_;
    bool isPlain_;
    std::string out_;
};

} // namespace

std::string written(Clinic& clinic, const SessionFilter& filter) {
    require(clinic, Right::ReadRecords);
    auto expected = filter;
    expected.text = normalisedText(filter.text);
    auto plain = Writer{clinic, filter, Spelling::Plain}.text();
    const auto read = parseQuery(clinic, plain);
    const bool isSame = read.mistakes.empty() && read.filter == expected;
    return isSame ? plain : Writer{clinic, filter, Spelling::Explicit}.text();
}

} // namespace palpate::app
