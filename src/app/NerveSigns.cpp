// SPDX-License-Identifier: MIT
#include "app/NerveSigns.h"

#include "app/PainWords.h"
#include "atlas/BodyMap.h"

#include <algorithm>
#include <optional>

namespace palpate::app {

namespace {

void addOnce(std::vector<NerveSign>& to, NerveSign sign) {
    if (std::ranges::count(to, sign) == 0) {
        to.push_back(sign);
    }
}

void addTold(std::vector<PlacedSign>& to, std::string_view text) {
    for (const auto sign : signsTold(text)) {
        to.push_back({sign});
    }
}

[[nodiscard]] std::vector<NerveSign> signsOf(const PainArea& area) {
    std::vector<NerveSign> signs;
    if (area.quality == PainQuality::Numbness) {
        signs.push_back(NerveSign::Numbness);
    } else if (area.quality == PainQuality::Tingling) {
        signs.push_back(NerveSign::Tingling);
    }
    if (area.quality == PainQuality::Radiating || !area.arrows.empty()) {
        signs.push_back(NerveSign::Radiating);
    }
    return signs;
}

[[nodiscard]] std::vector<std::string> placesOf(const PainArea& area, const atlas::BodyMap& map) {
    std::vector<std::string> places;
    for (const auto& [region, side] : regionsUnder(map, area)) {
        places.push_back(region.text() + " " + std::string{name(side)});
    }
    return places;
}

/// "4-" is 3.67: a step below 4; normal is 5. Empty: no grade.
[[nodiscard]] std::optional<double> muscleGrade(const std::string& result) {
    if (result.empty() || result.front() < '0' || result.front() > '5') {
        return std::nullopt;
    }
    const double whole = result.front() - '0';
    return result.ends_with('-')   ? whole - 1.0 / 3
           : result.ends_with('+') ? whole + 1.0 / 3
                                   : whole;
}

constexpr double kNormalStrength = 5;

/// Results by the rows of tests.json: strength and feeling, and nerves that hurt when stretched.
[[nodiscard]] std::optional<PlacedSign> signOf(const TestResult& test) {
    const auto* result = std::get_if<std::string>(&test.result);
    if (result == nullptr) {
        return std::nullopt;
    }
    const auto& key = test.at.test.text();
    PlacedSign placed{.sign = NerveSign::Numbness,
                      .places = {key + " " + test.at.part + " " + std::string{name(test.at.side)}}};
    if (key.starts_with("myotomes_")) {
        const auto grade = muscleGrade(*result);
        placed.sign = NerveSign::Weakness;
        placed.grade = grade.value_or(kNormalStrength);
        return placed.grade < kNormalStrength ? std::optional{placed} : std::nullopt;
    }
    if (key.starts_with("dermatomes_") || key == "saddle_sensation") {
        return *result == "reduced" || *result == "absent" ? std::optional{placed} : std::nullopt;
    }
    if (result->find("weakness") != std::string::npos) {
        placed.sign = NerveSign::Weakness;
        return placed;
    }
    if (key == "straight_leg_raise" || key == "crossed_straight_leg_raise" || key == "slump" ||
        key == "femoral_nerve_stretch" || key == "spurling" || key.starts_with("ultt_")) {
        placed.sign = NerveSign::Radiating;
        return *result == "positive" ? std::optional{placed} : std::nullopt;
    }
    if (key == "repeated_movements" && *result == "spreads to the leg") {
        placed.sign = NerveSign::Radiating;
        return placed;
    }
    return std::nullopt;
}

[[nodiscard]] bool isNew(const PlacedSign& sign, const std::vector<PlacedSign>& before) {
    bool isKnownKind = false;
    bool isKnownPlace = false;
    for (const auto& known : before) {
        if (known.sign != sign.sign) {
            continue;
        }
        isKnownKind = true;
        const bool shares = std::ranges::any_of(sign.places, [&](const std::string& place) {
            return std::ranges::count(known.places, place) != 0;
        });
        if (shares && sign.sign == NerveSign::Weakness && sign.grade < known.grade) {
            return true;
        }
        isKnownPlace = isKnownPlace || shares;
    }
    return !isKnownKind || (!sign.places.empty() && !isKnownPlace);
}

} // namespace

std::string nerveSignWord(NerveSign sign) {
    switch (sign) {
    case NerveSign::Numbness:
        return tr("numbness");
    case NerveSign::Tingling:
        return tr("tingling");
    case NerveSign::Weakness:
        return tr("weakness");
    case NerveSign::Radiating:
        break;
    }
    return tr("radiating pain");
}

std::vector<PlacedSign> signsIn(const Session& session, const atlas::BodyMap& map) {
    std::vector<PlacedSign> signs;
    for (const auto& area : session.painAreas) {
        for (const auto sign : signsOf(area)) {
            signs.push_back({sign, placesOf(area, map)});
        }
        addTold(signs, area.note);
    }
    for (const auto& test : session.tests) {
        if (auto sign = signOf(test)) {
            signs.push_back(*std::move(sign));
        }
        addTold(signs, test.note);
    }
    for (const auto& finding : session.findings) {
        addTold(signs, finding.note);
    }
    for (const auto& motion : session.motions) {
        addTold(signs, motion.note);
    }
    for (const auto& treatment : session.treatments) {
        addTold(signs, treatment.note);
    }
    for (const auto part : kNoteParts) {
        const auto& note = noteOf(session, part);
        // What the program composed stands in the entries themselves.
        if (part != NotePart::Plan && note.authorship != Authorship::Composed) {
            addTold(signs, note.text);
        }
    }
    if (session.reaction) {
        addTold(signs, session.reaction->what);
    }
    for (const auto& addendum : session.addenda) {
        addTold(signs, addendum.text);
    }
    return signs;
}

std::vector<NerveSign> newSigns(const std::vector<PlacedSign>& now,
                                const std::vector<PlacedSign>& before) {
    std::vector<NerveSign> found;
    for (const auto& sign : now) {
        if (isNew(sign, before)) {
            addOnce(found, sign.sign);
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace palpate::app
