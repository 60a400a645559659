// SPDX-License-Identifier: MIT
// The fields of a query: what stands behind a colon.
#include "app/Clinic.h"
#include "app/QueryReader.h"
#include "app/QueryValues.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

/// "a, b or c", and that there are more.
[[nodiscard]] std::string anyOf(const std::vector<std::string>& labels) {
    constexpr std::size_t kMost = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(labels.size(), kMost); ++i) {
        const bool isLast = i > 0 && i + 1 == labels.size();
        text += (i == 0 ? "" : isLast ? tr(" or ") : ", ") + labels[i];
    }
    return labels.size() > kMost ? text + " …" : text;
}

[[nodiscard]] const char* unknownIn(QueryField field) noexcept {
    switch (field) {
    case QueryField::Group:
        return tr("No group of muscles is called “{1}”; write it as in {2}.");
    case QueryField::Layer:
        return tr("There is no layer “{1}”; muscles lie in layers 1 to 4, as in {2}.");
    case QueryField::Side:
        return tr("“{1}” is no side; write it as in {2}.");
    case QueryField::State:
        return tr("“{1}” is no state; a point is active, latent or resolved, as in {2}.");
    case QueryField::Change:
        return tr("“{1}” is no change; a point is still there, better, worse or gone, as in {2}.");
    case QueryField::Technique:
        return tr("No technique is called “{1}”; write it as in {2}.");
    case QueryField::By:
        return tr("Nobody called “{1}” practises here; write it as in {2}.");
    case QueryField::Profession:
        return tr("“{1}” is no profession; write it as in {2}.");
    case QueryField::Case:
        return tr("“{1}” is no state of a case; it is open, discharged or referred on, as in {2}.");
    case QueryField::Diagnosis:
        return tr("“{1}” is neither a code nor the words of one; write it as in {2}.");
    case QueryField::HomeCare:
        return tr("No home care is called “{1}”; write it as in {2}.");
    case QueryField::Flag:
        return tr("No red flag is called “{1}”; write any, unsettled, a key or what it points to, "
                  "as in {2}.");
    case QueryField::Painted:
        return tr("No region of the body is called “{1}”; write it as in {2}.");
    default:
        return tr("No muscle is called “{1}”; write it as in {2}.");
    }
}

[[nodiscard]] std::vector<std::string> listIn(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (auto part = trimmed(text.substr(0, comma)); !part.empty()) {
            parts.push_back(std::move(part));
        }
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

/// A value that may be several, separated by commas.
[[nodiscard]] bool isList(QueryField field) noexcept {
    return field == QueryField::State || field == QueryField::Change ||
           field == QueryField::Technique || field == QueryField::HomeCare ||
           field == QueryField::Layer || field == QueryField::Group || field == QueryField::Flag;
}

/// What a side or a state beside it may belong to.
[[nodiscard]] bool isPlace(QueryField field) noexcept {
    return field == QueryField::Muscle || field == QueryField::Group || field == QueryField::Layer;
}

} // namespace

void QueryReader::unclear(Stretch at, const std::string& text, QueryField field,
                          const std::vector<std::string>& labels) {
    if (labels.empty()) {
        mistake(at, {unknownIn(field), {brief(text), exampleOf(field)}});
    } else {
        mistake(at, {tr("“{1}” may mean {2}; write which."), {brief(text), anyOf(labels)}});
    }
}

void QueryReader::contradiction(Stretch at) {
    mistake(at, {tr("“{1}” contradicts what was asked for before; ask for one of them."),
                 {brief(tokens_[at.from].field.empty()
                            ? wordsOf(at)
                            : tokens_[at.from].field + ":" + tokens_[at.from].value)}});
}

void QueryReader::readField() {
    const auto at = next_;
    const auto token = tokens_[at];
    ++next_;
    const auto field = fieldCalled(token.field);
    const Stretch own{at, at + 1};
    const auto done = [&](Item::Kind kind, Stretch stretch) {
        items_.push_back({.kind = kind, .at = stretch});
    };
    if (!field && token.value.empty()) { // "Plan:" out of a text
        auto word = token;
        word.value = token.field;
        return readText(own, word);
    }
    if (!field) {
        mistake(own, {tr("“{1}:” is no field of a search. Put the words in quotes to look for them "
                         "in the texts, or begin with one of muscle:, technique:, state:, since: "
                         "or another of the help."),
                      {brief(token.field)}});
        return done(Item::Kind::Other, own);
    }
    if (*field == QueryField::Text) {
        return readText(own, token);
    }
    if (token.isExcluded) {
        mistake(own, {tr("A minus leaves out words of the texts only, as in -surgery; take it from "
                         "“{1}:”."),
                      {token.field}});
        return done(Item::Kind::Other, own);
    }
    // "muscle:upper trapezius": as many of the next words as still are one value.
    Stretch stretch = own;
    auto text = trimmed(token.value);
    const bool isOpenEnd = !token.isQuoted;
    for (auto more = isOpenEnd ? plainFrom(next_, kLongestName) : 0; more > 0; --more) {
        const auto longer = trimmed(text + " " + wordsOf({next_, next_ + more}));
        if (isValue(*field, longer)) {
            stretch.to += more;
            text = longer;
            break;
        }
    }
    if (text.empty() && next_ < tokens_.size() && tokens_[next_].field.empty() &&
        !tokens_[next_].isExcluded) { // "by: okafor"
        stretch.to = next_ + 1;
        text = trimmed(tokens_[next_].value);
    }
    next_ = stretch.to;
    if (text.empty()) {
        mistake(own, {tr("“{1}:” needs something behind it, as in {2}."),
                      {token.field, exampleOf(*field)}});
        return done(Item::Kind::Other, own);
    }
    done(isPlace(*field)                ? Item::Kind::Place
         : *field == QueryField::Tender ? Item::Kind::Tender
                                        : Item::Kind::Other,
         stretch);
    if (isList(*field) && !isValue(*field, text)) {
        for (const auto& part : listIn(text)) {
            readValue(*field, stretch, part);
        }
        return;
    }
    readValue(*field, stretch, text);
}

bool QueryReader::isValue(QueryField field, const std::string& text) {
    const auto isKnown = [](const auto& meant) { return !meant.isUnknown(); };
    switch (field) {
    case QueryField::Muscle:
    case QueryField::Found:
    case QueryField::Treated: {
        const auto sided = sidedText(text);
        return (!sided.side || sided.isInFront) && isKnown(muscleInField(clinic_, sided.text));
    }
    case QueryField::Group:
        return isKnown(groups().named(text));
    case QueryField::Layer:
        return isKnown(layerTable().named(text));
    case QueryField::State:
        return isKnown(stateTable().named(text));
    case QueryField::Change:
        return isKnown(changeTable().named(text));
    case QueryField::Technique:
        return isKnown(techniques().named(text));
    case QueryField::HomeCare:
        return isKnown(homeCare().named(text));
    case QueryField::Flag:
        return isKnown(flagStateTable().named(text)) || isKnown(flags().named(text));
    case QueryField::By:
        return isKnown(people().named(text));
    case QueryField::Profession:
        return isKnown(professionTable().named(text));
    case QueryField::Case:
        return isKnown(statusTable().named(text));
    case QueryField::Diagnosis:
        return isKnown(diagnosisMeant(clinic_, text));
    case QueryField::Painted: {
        const auto sided = sidedText(text);
        return (!sided.side || sided.isInFront) && isKnown(regions().named(sided.text));
    }
    case QueryField::Tender:
    case QueryField::Pain:
        return typedScores(text).has_value();
    case QueryField::Dose:
        return std::holds_alternative<DoseFilter>(
            typedDose(text, clinic_.reference().logFields(), clinic_.profile().pressureUnit));
    case QueryField::Since:
    case QueryField::Until:
        return typedDays(text, clinic_.today()).has_value();
    case QueryField::Side:
    case QueryField::Patient:
    case QueryField::Text:
        break;
    }
    return false;
}

void QueryReader::readValue(QueryField field, Stretch at, const std::string& text) {
    auto& filter = out_.filter;
    const auto read = [&](const auto& table, const auto& take) {
        if (const auto choice = chosen(table, at, text, field)) {
            addPart(at, choice->label);
            take(choice->value);
        }
    };
    switch (field) {
    case QueryField::Muscle:
    case QueryField::Found:
    case QueryField::Treated:
        return readMuscleField(field, at, text);
    case QueryField::Group:
        return read(groups(), [&](const Muscles& muscles) {
            shared_.said = shared_.said.value_or(at);
            for (const auto& muscle : muscles) {
                addOnce(shared_.muscles, muscle);
            }
        });
    case QueryField::Layer:
        return read(layerTable(), [&](Layer layer) { addOnce(layers_, layer); });
    case QueryField::Side:
        return read(sideTable(), [&](Side side) { setSide(shared_, side, at); });
    case QueryField::State:
        return read(stateTable(), [&](State state) { addOnce(filter.finding.states, state); });
    case QueryField::Change:
        return read(changeTable(),
                    [&](Settled change) { addOnce(filter.finding.changes, change); });
    case QueryField::Technique:
        return read(techniques(), [&](const TechniqueKey& technique) {
            addOnce(filter.treatment.techniques, technique);
        });
    case QueryField::HomeCare:
        return read(homeCare(), [&](const HomeCareKey& item) { addOnce(filter.homeCare, item); });
    case QueryField::Flag:
        return readFlag(at, text);
    case QueryField::By:
        return read(people(),
                    [&](const PractitionerId& id) { setOnce(filter.practitioner, id, at); });
    case QueryField::Profession:
        return read(professionTable(),
                    [&](Profession profession) { setOnce(filter.profession, profession, at); });
    case QueryField::Diagnosis:
        return read(diagnosisMeant(clinic_, text), [&](const std::string& code) {
            std::optional<std::string> before;
            if (!filter.diagnosis.empty()) {
                before = filter.diagnosis;
            }
            setOnce(before, code, at);
            filter.diagnosis = code;
        });
    case QueryField::Case:
    case QueryField::Patient:
        return readRecord(field, at, text);
    case QueryField::Painted:
        return readPainted(at, text);
    case QueryField::Tender:
    case QueryField::Pain:
        return readScoresOf(field, at, text);
    case QueryField::Dose:
        return readDose(at, text);
    case QueryField::Since:
    case QueryField::Until:
        return readDays(field, at, text);
    case QueryField::Text:
        break;
    }
}

/// Whether it is settled, or which one it is; both may be asked for, each once.
void QueryReader::readFlag(Stretch at, const std::string& text) {
    auto& filter = out_.filter;
    const auto states = flagStateTable();
    if (const auto state = states.named(text); state.isClear()) {
        setOnce(filter.flagState, state.choices.front().value, at);
        return addPart(at, *filter.flagState == FlagState::Unsettled
                               ? tr("a red flag that is not settled")
                               : tr("any red flag"));
    }
    if (const auto choice = chosen(flags(), at, text, QueryField::Flag)) {
        for (const auto& flag : choice->value) {
            addOnce(filter.flags, flag);
        }
        addPart(at, shown({tr("red flag: {1}"), {choice->label}}));
    }
}

const NameTable<TechniqueKey>& QueryReader::techniques() {
    return techniques_ ? *techniques_ : techniques_.emplace(techniqueTable(clinic_));
}
const NameTable<Muscles>& QueryReader::groups() {
    return groups_ ? *groups_ : groups_.emplace(groupTable(clinic_));
}
const NameTable<HomeCareKey>& QueryReader::homeCare() {
    return homeCare_ ? *homeCare_ : homeCare_.emplace(homeCareTable(clinic_));
}
const NameTable<std::vector<RedFlagKey>>& QueryReader::flags() {
    return flags_ ? *flags_ : flags_.emplace(flagTable(clinic_));
}
const NameTable<RegionKey>& QueryReader::regions() {
    return regions_ ? *regions_ : regions_.emplace(regionTable(clinic_));
}
const NameTable<PractitionerId>& QueryReader::people() {
    return people_ ? *people_ : people_.emplace(practitionerTable(clinic_));
}

} // namespace palpate::app
