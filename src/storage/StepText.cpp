// SPDX-License-Identifier: MIT
#include "storage/StepText.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Canonical.h"
#include "storage/OutlineText.h"

#include <algorithm>
#include <charconv>
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
            [](const PutFinding& e) { return Lines{lineOf(e.finding, measurement)}; },
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
        },
        edit);
}

/// A line, or a part of one, that is not as `textOf` writes it. Never leaves this file.
struct Malformed {};

template <class Value> [[nodiscard]] Value required(std::optional<Value> value) {
    if (!value) {
        throw Malformed{};
    }
    return std::move(*value);
}

/// The words of one line, taken one after the other.
class Words {
public:
    explicit Words(std::string_view line) : rest_{line} {}

    /// Up to the next blank, which must be there unless the line ends.
    [[nodiscard]] std::string_view next() {
        if (isAtEnd_) {
            throw Malformed{};
        }
        const auto end = rest_.find(' ');
        const auto word = rest_.substr(0, end);
        isAtEnd_ = end == std::string_view::npos;
        rest_.remove_prefix(isAtEnd_ ? rest_.size() : end + 1);
        return word;
    }
    /// All that is left.
    [[nodiscard]] std::string_view rest() {
        if (isAtEnd_) {
            throw Malformed{};
        }
        isAtEnd_ = true;
        return rest_;
    }
    void end() const {
        if (!isAtEnd_) {
            throw Malformed{};
        }
    }

    /// What `parse` makes of the next word, "-": empty.
    template <class Parse> [[nodiscard]] auto optional(Parse parse) -> decltype(parse("")) {
        const auto word = next();
        if (word == "-") {
            return {};
        }
        return required(parse(word));
    }
    template <class Parse> [[nodiscard]] auto value(Parse parse) { return required(parse(next())); }

    template <class IdType> [[nodiscard]] IdType id() { return value(IdType::parse); }
    template <class KeyType> [[nodiscard]] KeyType key() { return value(KeyType::from); }
    [[nodiscard]] bool either(std::string_view no, std::string_view yes) {
        const auto word = next();
        if (word != no && word != yes) {
            throw Malformed{};
        }
        return word == yes;
    }
    [[nodiscard]] Sign sign() { return optional(parseSign).value_or(Sign::NotAssessed); }
    template <class Score> [[nodiscard]] std::optional<Score> score() {
        return optional([](std::string_view word) {
            const auto number = parseNumber<int>(word);
            return number ? Score::from(*number) : std::nullopt;
        });
    }
    template <class Number> [[nodiscard]] Number number() { return value(parseNumber<Number>); }
    [[nodiscard]] std::string text();

    template <class Number>
    [[nodiscard]] static std::optional<Number> parseNumber(std::string_view word) {
        Number number{};
        const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
        return failure == std::errc{} && end == word.data() + word.size() ? std::optional{number}
                                                                          : std::nullopt;
    }

private:
    std::string_view rest_;
    bool isAtEnd_ = false;
};

/// The free text that ends a line: `escaped` turned back.
std::string Words::text() {
    std::string out;
    const auto written = rest();
    for (std::size_t at = 0; at < written.size(); ++at) {
        if (written[at] != '\\') {
            out += written[at];
            continue;
        }
        ++at;
        const char mark = at < written.size() ? written[at] : '\0';
        if (mark != '\\' && mark != 'n' && mark != 'r') {
            throw Malformed{};
        }
        out += mark == 'n' ? '\n' : mark == 'r' ? '\r' : '\\';
    }
    return out;
}

[[nodiscard]] std::optional<double> finiteNumber(std::string_view word) {
    const auto number = Words::parseNumber<double>(word);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

[[nodiscard]] std::optional<Layer> parseLayer(std::string_view word) {
    const auto number = Words::parseNumber<int>(word);
    return number && *number >= 0 && *number < static_cast<int>(kLayers.size())
               ? std::optional{static_cast<Layer>(*number)}
               : std::nullopt;
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
            .note = words.text()};
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
    return kind == "region" ? RegionTarget{words.key<RegionKey>(), words.value(parseSide)}
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
            .note = words.text()};
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

/// Gathers the edits of one step line by line: a dose belongs to the treatment before it, an
/// outline and an arrow to the area.
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
        } else {
            takeArea(kind, words);
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
    void takeArea(std::string_view kind, Words& words) {
        if (kind == "pain_area") {
            step_.emplace_back(PutPainArea{areaFrom(words)});
        } else if (kind == "outline") {
            areaOf(words).shape.push_back(required(parsePolygon(words.rest())));
        } else if (kind == "arrow") {
            areaOf(words).arrows.push_back(required(parseArrow(words.rest())));
        } else if (kind == "remove_pain_area") {
            step_.emplace_back(RemovePainArea{words.id<PainAreaId>()});
        } else {
            throw Malformed{};
        }
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
