// SPDX-License-Identifier: MIT
#include "storage/Canonical.h"

#include "storage/LineWords.h"
#include "storage/OutlineText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace palpate::storage {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

template <class Tag> [[nodiscard]] std::string score(const std::optional<ZeroToTen<Tag>>& value) {
    return value ? std::to_string(value->value()) : "-";
}

template <class Value> [[nodiscard]] std::string_view word(const std::optional<Value>& value) {
    return value ? name(*value) : "-";
}

[[nodiscard]] std::string_view word(Sign sign) {
    return sign == Sign::NotAssessed ? "-" : name(sign);
}

[[nodiscard]] std::string_view word(Recognition recognised) {
    return recognised == Recognition::NotAssessed ? "-" : name(recognised);
}

[[nodiscard]] std::string doseLine(const LogValue& dose, NumberText number) {
    const auto value =
        std::visit(Overloaded{[&](double measured) { return "number " + number(measured); },
                              [](bool flag) { return std::string{flag ? "flag 1" : "flag 0"}; },
                              [](const std::string& text) { return "text " + escaped(text); }},
                   dose.value);
    return "dose " + dose.field.text() + " " + value;
}

void append(std::string& text, const Lines& lines) {
    for (const auto& line : lines) {
        text += line;
        text += '\n';
    }
}

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string decimal(double value) {
    std::array<char, 340> buffer{}; // the longest double has 309 digits before the point
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, 6);
    std::string text{buffer.data(), end.ptr};
    return text == "-0.000000" ? "0.000000" : text;
}

std::string exact(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

std::string lineOf(const Finding& f, NumberText number) {
    return joined({"finding",
                   f.point.id.text(),
                   std::to_string(f.point.number),
                   name(f.at.view),
                   number(f.at.x),
                   number(f.at.y),
                   f.muscle.text(),
                   name(f.side),
                   std::to_string(static_cast<int>(f.layer)),
                   f.referencePoint ? std::string_view{f.referencePoint->text()} : "-",
                   word(f.signs.tautBand),
                   word(f.signs.tenderSpot),
                   word(f.signs.referredPain),
                   word(f.signs.recognised),
                   word(f.signs.twitch),
                   word(f.signs.jump),
                   score(f.tenderness),
                   f.threshold ? number(f.threshold->inKilopascals()) : "-",
                   word(f.state),
                   word(f.relation),
                   escaped(f.note)});
}

std::string lineOf(NotePart part, const NoteText& note) {
    return joined({"note", name(part), name(note.authorship), escaped(note.text)});
}

Lines linesOf(const Treatment& t, NumberText number) {
    const auto target = std::visit(
        Overloaded{[](const TriggerPointId& point) { return "point " + point.text() + " -"; },
                   [](const MuscleTarget& m) {
                       return joined({"muscle", m.muscle.text(), name(m.side)});
                   },
                   [](const RegionTarget& r) {
                       return joined({"region", r.region.text(), name(r.side)});
                   }},
        t.target);
    Lines lines{
        joined({"treatment", t.id.text(), t.technique.text(), target, score(t.tendernessAfter),
                score(t.painBefore), score(t.painAfter), escaped(t.note)})};
    for (const auto& dose : t.dose) {
        lines.push_back(doseLine(dose, number));
    }
    return lines;
}

Lines linesOf(const PainArea& area) {
    const auto id = area.id.text();
    Lines lines{
        joined({"pain_area", id, name(area.view), area.onArm ? "arm" : "body", word(area.quality),
                score(area.intensity), word(area.depth), escaped(area.note)})};
    for (const auto& polygon : area.shape) {
        lines.push_back(joined({"outline", id, polygonText(polygon)}));
    }
    for (const auto& arrow : area.arrows) {
        lines.push_back(joined({"arrow", id, arrowText(arrow)}));
    }
    return lines;
}

std::string lineOf(PainMoment moment, const std::optional<PainScore>& rating) {
    return joined({"pain", name(moment), score(rating)});
}

std::string lineOf(const std::optional<Course>& course) {
    return joined({"course", word(course)});
}

Lines linesOf(const Session& session) {
    Lines lines{"id " + session.id.text(),
                "case " + session.caseId.text(),
                "patient " + session.patient.text(),
                "practitioner " + session.practitioner.text(),
                "started " + isoInstant(session.startedAt),
                "written " + isoInstant(session.writtenAt),
                field("zone", session.timeZone)};
    for (const auto moment : kPainMoments) {
        lines.push_back(lineOf(moment, painOf(session, moment)));
    }
    lines.push_back(lineOf(session.course));
    for (const auto part : kNoteParts) {
        lines.push_back(lineOf(part, noteOf(session, part)));
    }
    for (const auto& finding : session.findings) {
        lines.push_back(lineOf(finding));
    }
    for (const auto& area : session.painAreas) {
        std::ranges::move(linesOf(area), std::back_inserter(lines));
    }
    for (const auto& treatment : session.treatments) {
        std::ranges::move(linesOf(treatment), std::back_inserter(lines));
    }
    return lines;
}

std::string canonicalText(const Session& session, const PractitionerId& by, Instant at) {
    // Version 2 added pain areas; a session without any is spelled, and digested, as ever.
    std::string text = session.painAreas.empty() ? "palpate-session 1\n" : "palpate-session 2\n";
    text.reserve(4096);
    append(text, linesOf(session));
    text += "signed " + isoInstant(at) + " " + by.text() + "\n";
    return text;
}

std::string canonicalText(const SessionId& session, const Addendum& addendum) {
    std::string text = "palpate-addendum 1\n";
    append(text, {"id " + addendum.id.text(), "session " + session.text(),
                  "practitioner " + addendum.by.text(), "at " + isoInstant(addendum.at),
                  field("reason", addendum.reason), field("text", addendum.text)});
    return text;
}

std::string difference(const Lines& before, const Lines& after) {
    const auto marked = [](std::string& out, char mark, const Lines& of, const Lines& without) {
        for (const auto& line : of) {
            if (std::ranges::find(without, line) == without.end()) {
                out += mark;
                out += line;
                out += '\n';
            }
        }
    };
    std::string out;
    marked(out, '-', before, after);
    marked(out, '+', after, before);
    return out;
}

} // namespace palpate::storage
