// SPDX-License-Identifier: MIT
// What the fields of a query take.
#include "app/Clinic.h"
#include "app/LocalDay.h"
#include "app/QueryReader.h"
#include "app/QueryValues.h"
#include "app/TimeText.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

/// "ql, piriformis" and "ql,piriformis" are two words, the first with its comma.
[[nodiscard]] std::vector<std::string> wordsWithCommas(std::string_view text) {
    std::vector<std::string> words{{}};
    for (const char c : text) {
        if (c != ' ') {
            words.back() += c;
        }
        if ((c == ' ' || c == ',') && !words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

} // namespace

void QueryReader::readMuscleField(QueryField field, Stretch at, const std::string& text) {
    const auto read = whereIn(at, text);
    if (!read) {
        return;
    }
    auto& where = field == QueryField::Found     ? found_
                  : field == QueryField::Treated ? treated_
                                                 : shared_;
    where.said = where.said.value_or(at);
    for (const auto& muscle : read->muscles) {
        addOnce(where.muscles, muscle);
    }
    if (read->side) {
        setSide(where, *read->side, at);
    }
    std::string words = read->label;
    if (read->side) {
        const auto sides = sideTable();
        const auto& side = sides.rows()[static_cast<std::size_t>(*read->side)].label;
        words = words.empty() ? side : side + " " + words;
    }
    addPart(at, field == QueryField::Found     ? shown({tr("found in {1}"), {words}})
                : field == QueryField::Treated ? shown({tr("treated in {1}"), {words}})
                                               : words);
}

/// Muscles with a side anywhere: "left ql, piriformis".
std::optional<QueryReader::Where> QueryReader::whereIn(Stretch at, const std::string& text) {
    Where where;
    const auto words = wordsWithCommas(text);
    std::vector<std::string> labels;
    Words unknown;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t length = std::min(words.size() - i, kLongestName);
        Meant<Muscles> meant;
        std::string name;
        for (; length > 0; --length) {
            name = joined(words, i, i + length);
            meant = muscleInField(clinic_, name);
            if (meant.isUnknown()) {
                name = bare(name);
                meant = muscleInField(clinic_, name);
            }
            if (!meant.isUnknown()) {
                break;
            }
        }
        const auto side = length == 0 ? sideCalled(bare(words[i])) : std::nullopt;
        if (side) {
            setSide(where, *side, at);
        } else if (length == 0) {
            unknown.push_back(bare(words[i]));
        } else if (const auto choice = chosen(meant, at, name, QueryField::Muscle)) {
            labels.push_back(choice->label);
            for (const auto& muscle : choice->value) {
                addOnce(where.muscles, muscle);
            }
        } else {
            return std::nullopt;
        }
        i += std::max<std::size_t>(length, 1);
    }
    if (!unknown.empty()) { // the beginning of a name, when that is all there is
        const auto typed = joined(unknown);
        const auto meant =
            labels.empty() ? muscleBegun(clinic_, typed, kOffered + 1) : Meant<Muscles>{};
        const auto choice = chosen(meant, at, typed, QueryField::Muscle);
        if (!choice) {
            return std::nullopt;
        }
        labels.push_back(choice->label);
        where.muscles = choice->value;
    }
    where.label = listed(labels);
    return where;
}

void QueryReader::readRecord(QueryField field, Stretch at, const std::string& text) {
    auto& filter = out_.filter;
    if (field == QueryField::Patient) {
        const auto id = PatientId::parse(text);
        if (!id) {
            mistake(at, {tr("patient: takes the id of a record, as in {1}; type a name without "
                            "“patient:”."),
                         {exampleOf(field)}});
            return;
        }
        addPart(at, tr("one patient"));
        return setOnce(filter.patient, *id, at);
    }
    if (const auto id = CaseId::parse(text)) {
        addPart(at, tr("one case"));
        return setOnce(filter.caseId, *id, at);
    }
    if (const auto choice = chosen(statusTable(), at, text, field)) {
        addPart(at, shown({tr("case {1}"), {choice->label}}));
        setOnce(filter.caseStatus, choice->value, at);
    }
}

void QueryReader::readPainted(Stretch at, const std::string& text) {
    auto sided = sidedText(text);
    if (!regions().named(text).isUnknown()) {
        sided = {text, {}};
    }
    const auto choice = chosen(regions(), at, sided.text, QueryField::Painted);
    if (!choice) {
        return;
    }
    const auto& map = clinic_.map();
    if (sided.side && map.region(choice->value, *sided.side) == nullptr) {
        mistake(at, map.region(choice->value, Side::Middle) != nullptr
                        ? Message{tr("The {1} lies in the middle and has no side; leave the side "
                                     "out."),
                                  {choice->label}}
                        : Message{tr("The {1} has a left and a right; write one of them."),
                                  {choice->label}});
        return;
    }
    setOnce(out_.filter.painted, choice->value, at);
    if (sided.side) {
        setOnce(out_.filter.paintedSide, *sided.side, at);
    }
    const auto words = sided.side == Side::Left    ? shown({tr("left {1}"), {choice->label}})
                       : sided.side == Side::Right ? shown({tr("right {1}"), {choice->label}})
                                                   : choice->label;
    addPart(at, shown({tr("pain drawn: {1}"), {words}}));
}

void QueryReader::readScoresOf(QueryField field, Stretch at, const std::string& text) {
    const auto scores = typedScores(text);
    if (!scores) {
        mistake(at, field == QueryField::Pain
                        ? Message{tr("“{1}” is no pain from 0 to 10; write it as in pain:7, "
                                     "pain:>=7 or pain:4-6."),
                                  {brief(text)}}
                        : Message{tr("“{1}” is no tenderness from 0 to 10; write it as in >= 6, "
                                     "tender:6 or tender:6-8."),
                                  {brief(text)}});
        return;
    }
    addPart(at, field == QueryField::Pain
                    ? shown({tr("pain {1}"), {scoresInWords(*scores)}})
                    : shown({tr("tenderness {1}"), {scoresInWords(*scores)}}));
    addScores(field, at, *scores);
}

void QueryReader::addScores(QueryField field, Stretch at, const Range<int>& scores) {
    auto& into = field == QueryField::Pain ? out_.filter.painNow : out_.filter.finding.tenderness;
    if (scores.least) {
        setOnce(into.least, *scores.least, at);
    }
    if (scores.most) {
        setOnce(into.most, *scores.most, at);
    }
    if (into.least && into.most && *into.least > *into.most) {
        mistake(at, {tr("From {1} to {2} lies nothing; change one of the numbers."),
                     {std::to_string(*into.least), std::to_string(*into.most)}});
    }
}

void QueryReader::readDose(Stretch at, const std::string& text) {
    const auto& fields = clinic_.reference().logFields();
    const auto unit = clinic_.profile().pressureUnit;
    auto dose = typedDose(text, fields, unit);
    if (auto* wrong = std::get_if<Message>(&dose)) {
        mistake(at, std::move(*wrong));
        return;
    }
    const auto& read = std::get<DoseFilter>(dose);
    addPart(at, doseInWords(read, fields, unit));
    out_.filter.treatment.doses.push_back(read);
}

void QueryReader::readDays(QueryField field, Stretch at, const std::string& text) {
    auto& filter = out_.filter;
    const bool isSince = field == QueryField::Since;
    auto& into = isSince ? filter.from : filter.to;
    const auto& zone = clinic_.profile().timeZone;
    auto moment = text;
    std::ranges::transform(moment, moment.begin(), [](char c) {
        return c == 't' ? 'T' : c == 'z' ? 'Z' : c;
    });
    if (const auto instant = parseIsoInstant(moment)) {
        const auto words = dayText(localDay(*instant, zone)) + ", " + clockText(*instant, zone);
        addPart(at,
                isSince ? shown({tr("since {1}"), {words}}) : shown({tr("before {1}"), {words}}));
        return setOnce(into, *instant, at);
    }
    const auto days = typedDays(text, clinic_.today());
    if (!days) {
        mistake(at, {tr("“{1}” is no day and no time ago; write it as in {2}, {3}6w or "
                        "{3}2026-08-28."),
                     {brief(text), exampleOf(field), isSince ? "since:" : "until:"}});
        return;
    }
    addPart(at, isSince ? shown({tr("since {1}"), {dayText(days->first)}})
                        : shown({tr("until {1}"), {dayText(days->last)}}));
    setOnce(into, startOf(isSince ? days->first : dayAfter(days->last), zone), at);
}

} // namespace palpate::app
