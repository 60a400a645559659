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

/// What version 3 added.
[[nodiscard]] bool hasCharting(const Session& session) {
    const auto isTreatedNewly = [](const Treatment& treatment) {
        return std::holds_alternative<JointTarget>(treatment.target) || !treatment.wentOn.empty();
    };
    return session.endedAt || session.consent || session.checkIn != CheckIn{} ||
           !session.motions.empty() || !session.tests.empty() || session.reaction ||
           session.nextVisit || !session.homeCare.empty() ||
           noteOf(session, NotePart::Treatment) != NoteText{} ||
           std::ranges::any_of(session.findings,
                               [](const Finding& f) { return f.settled.has_value(); }) ||
           std::ranges::any_of(session.treatments, isTreatedNewly);
}

/// The least version that has all that the session holds: an older session is spelled, and
/// digested, as ever.
[[nodiscard]] int versionOf(const Session& session) {
    if (hasCharting(session)) {
        return 3;
    }
    return session.painAreas.empty() ? 1 : 2;
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

Lines linesOf(const Finding& f, NumberText number) {
    Lines lines{joined({"finding",
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
                        escaped(f.note)})};
    if (f.settled) {
        lines.push_back(joined({"settled", f.point.id.text(), name(*f.settled)}));
    }
    return lines;
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
                   },
                   [](const JointTarget& j) {
                       return joined({"joint", j.joint.text(), name(j.side)});
                   }},
        t.target);
    Lines lines{
        joined({"treatment", t.id.text(), t.technique.text(), target, score(t.tendernessAfter),
                score(t.painBefore), score(t.painAfter), escaped(t.note)})};
    for (const auto& dose : t.dose) {
        lines.push_back(doseLine(dose, number));
    }
    for (const auto& wentOn : t.wentOn) {
        lines.push_back(
            joined({"went_on", t.id.text(), wentOn.alert.text(), escaped(wentOn.reason)}));
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
    const auto all = [&](const auto& values) {
        for (const auto& value : values) {
            std::ranges::move(linesOf(value), std::back_inserter(lines));
        }
    };
    const auto each = [&](const auto& values) {
        for (const auto& value : values) {
            lines.push_back(lineOf(value));
        }
    };
    if (session.endedAt) {
        lines.push_back("ended " + isoInstant(*session.endedAt));
    }
    if (session.consent) {
        lines.push_back(lineOf(session.consent));
    }
    for (const auto moment : kPainMoments) {
        lines.push_back(lineOf(moment, painOf(session, moment)));
    }
    lines.push_back(lineOf(session.course));
    if (session.checkIn != CheckIn{}) {
        lines.push_back(lineOf(session.checkIn));
    }
    for (const auto part : kNoteParts) {
        if (part != NotePart::Treatment || noteOf(session, part) != NoteText{}) {
            lines.push_back(lineOf(part, noteOf(session, part)));
        }
    }
    all(session.findings);
    all(session.painAreas);
    each(session.motions);
    each(session.tests);
    all(session.treatments);
    if (session.reaction) {
        lines.push_back(lineOf(session.reaction));
    }
    each(session.homeCare);
    if (session.nextVisit) {
        lines.push_back(nextVisitLine(session.nextVisit));
    }
    return lines;
}

std::string canonicalText(const Session& session, const PractitionerId& by, Instant at) {
    std::string text = "palpate-session " + std::to_string(versionOf(session)) + "\n";
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
