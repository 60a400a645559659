// SPDX-License-Identifier: MIT
#include "storage/StepText.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Canonical.h"
#include "storage/OutlineText.h"
#include "storage/StepWords.h"

#include <algorithm>
#include <cmath>

namespace palpate::storage {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

constexpr std::string_view kVersion = "palpate-step 1\n";

[[nodiscard]] std::string measurement(double value) {
    if (!std::isfinite(value)) {
        throw StorageError{{tr("A measurement is not a number and was not stored."), {}}};
    }
    return exact(value);
}

[[nodiscard]] Lines linesOf(const SessionEdit& edit) {
    return std::visit(
        Overloaded{
            [](const PutFinding& e) { return storage::linesOf(e.finding, measurement); },
            [](const RemoveFinding& e) { return Lines{"remove_finding " + e.point.text()}; },
            [](const PutTreatment& e) { return storage::linesOf(e.treatment, measurement); },
            [](const RemoveTreatment& e) {
                return Lines{"remove_treatment " + e.treatment.text()};
            },
            [](const SetPain& e) { return Lines{lineOf(e.moment, e.score)}; },
            [](const SetCourse& e) { return Lines{lineOf(e.course)}; },
            [](const SetNote& e) { return Lines{lineOf(e.part, e.note)}; },
            [](const PutPainArea& e) {
                requireStorable(e.area);
                return storage::linesOf(e.area);
            },
            [](const RemovePainArea& e) { return Lines{"remove_pain_area " + e.area.text()}; },
            [](const SetTimes& e) {
                return Lines{"times " + isoInstant(e.startedAt) + " " +
                             (e.endedAt ? isoInstant(*e.endedAt) : "-")};
            },
            [](const SetConsent& e) { return Lines{lineOf(e.consent)}; },
            [](const SetCheckIn& e) { return Lines{lineOf(e.checkIn, measurement)}; },
            [](const PutMotion& e) { return Lines{lineOf(e.motion, measurement)}; },
            [](const RemoveMotion& e) { return Lines{"remove_motion " + placeText(e.at)}; },
            [](const PutTest& e) { return Lines{lineOf(e.test, measurement)}; },
            [](const RemoveTest& e) { return Lines{"remove_test " + placeText(e.at)}; },
            [](const SetReaction& e) { return Lines{lineOf(e.reaction)}; },
            [](const SetNextVisit& e) { return Lines{nextVisitLine(e.day)}; },
            [](const PutHomeCare& e) { return Lines{lineOf(e.item)}; },
            [](const RemoveHomeCare& e) { return Lines{"remove_home_care " + e.item.text()}; },
        },
        edit);
}

// Members of a braced list are read in their order, which is that of the words.

[[nodiscard]] Finding findingFrom(Words& words) {
    return {.point = {words.id<TriggerPointId>(), words.number<int>()},
            .at = {words.value(parseView), words.value(finiteNumber), words.value(finiteNumber)},
            .muscle = words.key<MuscleKey>(),
            .side = words.value(parseSide),
            .layer = words.value(parseLayer),
            .referencePoint = words.optional(ReferencePointKey::from),
            .signs = {words.sign(), words.sign(), words.sign(),
                      words.optional(parseRecognition).value_or(Recognition::NotAssessed),
                      words.sign(), words.sign()},
            .tenderness = words.score<Tenderness>(),
            .threshold = words.optional([](std::string_view word) {
                const auto kPa = finiteNumber(word);
                return kPa ? std::optional{Pressure::kilopascals(*kPa)} : std::nullopt;
            }),
            .state = words.optional(parseState),
            .relation = words.optional(parseRelation),
            .note = words.text(),
            .settled = {}};
}

[[nodiscard]] TreatmentTarget targetFrom(Words& words) {
    const auto kind = words.next();
    if (kind == "point") {
        const auto point = words.id<TriggerPointId>();
        return words.next() == "-" ? point : throw Malformed{};
    }
    if (kind == "muscle") {
        return MuscleTarget{words.key<MuscleKey>(), words.value(parseSide)};
    }
    if (kind == "region") {
        return RegionTarget{words.key<RegionKey>(), words.value(parseSide)};
    }
    return kind == "joint" ? JointTarget{words.key<JointKey>(), words.value(parseSide)}
                           : throw Malformed{};
}

[[nodiscard]] Treatment treatmentFrom(Words& words) {
    const auto id = words.id<TreatmentId>();
    auto technique = words.key<TechniqueKey>();
    return {.id = id,
            .target = targetFrom(words),
            .technique = std::move(technique),
            .dose = {},
            .tendernessAfter = words.score<Tenderness>(),
            .painBefore = words.score<PainScore>(),
            .painAfter = words.score<PainScore>(),
            .note = words.text(),
            .wentOn = {}};
}

[[nodiscard]] LogValue doseFrom(Words& words) {
    LogValue dose{words.key<LogFieldKey>(), 0.0};
    const auto kind = words.next();
    if (kind == "number") {
        dose.value = words.value(finiteNumber);
    } else if (kind == "flag") {
        dose.value = words.either("0", "1");
    } else if (kind == "text") {
        dose.value = words.text();
    } else {
        throw Malformed{};
    }
    return dose;
}

[[nodiscard]] PainArea areaFrom(Words& words) {
    PainArea area{.id = words.id<PainAreaId>(),
                  .view = words.value(parseView),
                  .onArm = false,
                  .shape = {},
                  .arrows = {},
                  .quality = {},
                  .intensity = {},
                  .depth = {},
                  .note = {}};
    area.onArm = words.either("body", "arm");
    area.quality = words.optional(parsePainQuality);
    area.intensity = words.score<PainScore>();
    area.depth = words.optional(parsePainDepth);
    area.note = words.text();
    return area;
}

[[nodiscard]] CheckIn checkInFrom(Words& words) {
    return {.sleepHours = words.optional(finiteNumber),
            .stress = words.score<StressScore>(),
            .waterLitres = words.optional(finiteNumber),
            .sittingHours = words.optional(finiteNumber),
            .activeDays = words.optional(Words::parseNumber<int>),
            .homeCareDays = words.optional(Words::parseNumber<int>)};
}

[[nodiscard]] MotionAt motionAtFrom(Words& words) {
    return {words.key<MotionKey>(), words.value(parseSide)};
}

[[nodiscard]] RangeOfMotion motionFrom(Words& words) {
    return {.at = motionAtFrom(words),
            .active = words.optional(finiteNumber),
            .passive = words.optional(finiteNumber),
            .pain = words.score<PainScore>(),
            .note = words.text()};
}

[[nodiscard]] std::optional<TestSite> siteFrom(Words& words) {
    const auto kind = words.next();
    if (kind == "-") {
        return words.next() == "-" ? std::nullopt : throw Malformed{};
    }
    if (kind == "region") {
        return words.key<RegionKey>();
    }
    if (kind == "muscle") {
        return words.key<MuscleKey>();
    }
    return kind == "joint" ? words.key<JointKey>() : throw Malformed{};
}

[[nodiscard]] TestAt testAtFrom(Words& words) {
    return {.test = words.key<TestKey>(),
            .part = words.textWord(),
            .side = words.value(parseSide),
            .site = siteFrom(words)};
}

[[nodiscard]] std::variant<double, std::string> resultFrom(Words& words) {
    const auto kind = words.next();
    if (kind == "number") {
        return words.value(finiteNumber);
    }
    return kind == "choice" ? words.textWord() : throw Malformed{};
}

[[nodiscard]] TestResult testFrom(Words& words) {
    return {.at = testAtFrom(words),
            .result = resultFrom(words),
            .also = words.optional(finiteNumber),
            .note = words.text()};
}

[[nodiscard]] std::optional<Reaction> reactionFrom(Words& words) {
    const auto grade = words.optional(parseReactionGrade);
    return grade ? std::optional{Reaction{*grade, words.text()}} : std::nullopt;
}

/// Gathers the edits of one step line by line: `settled` belongs to the finding before it, a dose
/// and a reason for going on to the treatment, an outline and an arrow to the area.
class Gatherer {
public:
    void take(std::string_view line) {
        Words words{line};
        const auto kind = words.next();
        if (kind == "finding") {
            step_.emplace_back(PutFinding{findingFrom(words)});
        } else if (kind == "remove_finding") {
            step_.emplace_back(RemoveFinding{words.id<TriggerPointId>()});
        } else if (kind == "treatment") {
            step_.emplace_back(PutTreatment{treatmentFrom(words)});
        } else if (kind == "dose") {
            last<PutTreatment>().treatment.dose.push_back(doseFrom(words));
        } else if (kind == "remove_treatment") {
            step_.emplace_back(RemoveTreatment{words.id<TreatmentId>()});
        } else if (kind == "pain") {
            const auto moment = words.value(parsePainMoment);
            step_.emplace_back(SetPain{moment, words.score<PainScore>()});
        } else if (kind == "course") {
            step_.emplace_back(SetCourse{words.optional(parseCourse)});
        } else if (kind == "note") {
            const auto part = words.value(parseNotePart);
            const auto authorship = words.value(parseAuthorship);
            step_.emplace_back(SetNote{part, {words.text(), authorship}});
        } else if (!takeOfFinding(kind, words) && !takeArea(kind, words) &&
                   !takeOfDay(kind, words) && !takeMeasurement(kind, words)) {
            throw Malformed{};
        }
        words.end();
    }
    [[nodiscard]] SessionStep result() {
        for (const auto& edit : step_) {
            if (const auto* put = std::get_if<PutPainArea>(&edit)) {
                requireStorable(put->area);
            }
        }
        return std::move(step_);
    }

private:
    // Each says whether the line was one of its kinds.
    [[nodiscard]] bool takeOfFinding(std::string_view kind, Words& words) {
        if (kind == "settled") {
            auto& finding = last<PutFinding>().finding;
            if (words.id<TriggerPointId>() != finding.point.id) {
                throw Malformed{};
            }
            finding.settled = words.value(parseSettled);
            return true;
        }
        if (kind == "went_on") {
            auto& treatment = last<PutTreatment>().treatment;
            if (words.id<TreatmentId>() != treatment.id) {
                throw Malformed{};
            }
            auto alert = words.key<AlertKey>();
            treatment.wentOn.push_back({std::move(alert), words.text()});
            return true;
        }
        return false;
    }
    [[nodiscard]] bool takeArea(std::string_view kind, Words& words) {
        if (kind == "pain_area") {
            step_.emplace_back(PutPainArea{areaFrom(words)});
        } else if (kind == "outline") {
            areaOf(words).shape.push_back(required(parsePolygon(words.rest())));
        } else if (kind == "arrow") {
            areaOf(words).arrows.push_back(required(parseArrow(words.rest())));
        } else if (kind == "remove_pain_area") {
            step_.emplace_back(RemovePainArea{words.id<PainAreaId>()});
        } else {
            return false;
        }
        return true;
    }
    [[nodiscard]] bool takeOfDay(std::string_view kind, Words& words) {
        if (kind == "times") {
            const auto started = words.value(parseIsoInstant);
            step_.emplace_back(SetTimes{started, words.optional(parseIsoInstant)});
        } else if (kind == "consent") {
            step_.emplace_back(SetConsent{words.optional(parseTodayConsent)});
        } else if (kind == "check_in") {
            step_.emplace_back(SetCheckIn{checkInFrom(words)});
        } else if (kind == "reaction") {
            step_.emplace_back(SetReaction{reactionFrom(words)});
        } else if (kind == "next_visit") {
            step_.emplace_back(SetNextVisit{words.optional(parseIsoDate)});
        } else {
            return false;
        }
        return true;
    }
    [[nodiscard]] bool takeMeasurement(std::string_view kind, Words& words) {
        if (kind == "motion") {
            step_.emplace_back(PutMotion{motionFrom(words)});
        } else if (kind == "remove_motion") {
            step_.emplace_back(RemoveMotion{motionAtFrom(words)});
        } else if (kind == "test") {
            step_.emplace_back(PutTest{testFrom(words)});
        } else if (kind == "remove_test") {
            step_.emplace_back(RemoveTest{testAtFrom(words)});
        } else if (kind == "home_care") {
            auto item = words.key<HomeCareKey>();
            step_.emplace_back(PutHomeCare{{std::move(item), words.text()}});
        } else if (kind == "remove_home_care") {
            step_.emplace_back(RemoveHomeCare{words.key<HomeCareKey>()});
        } else {
            return false;
        }
        return true;
    }
    template <class Edit> [[nodiscard]] Edit& last() {
        auto* edit = step_.empty() ? nullptr : std::get_if<Edit>(&step_.back());
        return edit != nullptr ? *edit : throw Malformed{};
    }
    [[nodiscard]] PainArea& areaOf(Words& words) {
        auto& area = last<PutPainArea>().area;
        return words.id<PainAreaId>() == area.id ? area : throw Malformed{};
    }

    SessionStep step_;
};

} // namespace

std::string textOf(const SessionStep& step) {
    std::string text{kVersion};
    for (const auto& edit : step) {
        for (const auto& line : linesOf(edit)) {
            text += line;
            text += '\n';
        }
    }
    return text;
}

std::optional<SessionStep> parseStep(std::string_view text) {
    if (text.substr(0, kVersion.size()) != kVersion || !isValidUtf8(text)) {
        return std::nullopt;
    }
    text.remove_prefix(kVersion.size());
    try {
        Gatherer gatherer;
        while (!text.empty()) {
            const auto end = text.find('\n');
            if (end == std::string_view::npos) {
                return std::nullopt;
            }
            gatherer.take(text.substr(0, end));
            text.remove_prefix(end + 1);
        }
        return gatherer.result();
    } catch (const Malformed&) {
        return std::nullopt;
    } catch (const EditRefused&) { // an area without a shape
        return std::nullopt;
    }
}

} // namespace palpate::storage
