// SPDX-License-Identifier: MIT
#include "support/Printing.h"

#include <cmath>
#include <sstream>

namespace palpate::test {

namespace {

template <class T> [[nodiscard]] std::string value(const T& thing) {
    return Catch::StringMaker<T>::convert(thing);
}

[[nodiscard]] std::string target(const TreatmentTarget& target) {
    if (const auto* point = std::get_if<TriggerPointId>(&target)) {
        return "point " + point->text();
    }
    if (const auto* muscle = std::get_if<MuscleTarget>(&target)) {
        return muscle->muscle.text() + " " + value(muscle->side);
    }
    if (const auto* joint = std::get_if<JointTarget>(&target)) {
        return joint->joint.text() + " " + value(joint->side);
    }
    const auto& region = std::get<RegionTarget>(target);
    return region.region.text() + " " + value(region.side);
}

[[nodiscard]] std::string motion(const MotionAt& at) {
    return at.motion.text() + " " + std::string{name(at.side)};
}

[[nodiscard]] std::string test(const TestAt& at) {
    std::string text = at.test.text() + " " + at.part + " " + std::string{name(at.side)};
    if (at.site) {
        text += " at " + std::visit([](const auto& key) { return key.text(); }, *at.site);
    }
    return text;
}

struct EditPrinter {
    std::string operator()(const PutFinding& edit) const { return "put " + printed(edit.finding); }
    std::string operator()(const RemoveFinding& edit) const {
        return "remove finding " + edit.point.text();
    }
    std::string operator()(const PutTreatment& edit) const {
        return "put " + printed(edit.treatment);
    }
    std::string operator()(const RemoveTreatment& edit) const {
        return "remove treatment " + edit.treatment.text();
    }
    std::string operator()(const SetTimes& edit) const {
        return "set times to " + isoInstant(edit.startedAt) + " until " +
               (edit.endedAt ? isoInstant(*edit.endedAt) : "-");
    }
    std::string operator()(const SetConsent& edit) const {
        return "set consent to " + (edit.consent ? std::string{name(*edit.consent)} : "-");
    }
    std::string operator()(const SetCheckIn& edit) const {
        const auto& told = edit.checkIn;
        return "set check-in to sleep " + value(told.sleepHours) + ", stress " +
               value(told.stress) + ", water " + value(told.waterLitres) + ", sitting " +
               value(told.sittingHours) + ", active days " + value(told.activeDays) +
               ", home care days " + value(told.homeCareDays);
    }
    std::string operator()(const PutMotion& edit) const {
        return "put motion " + motion(edit.motion.at) + ": active " + value(edit.motion.active) +
               ", passive " + value(edit.motion.passive) + ", pain " + value(edit.motion.pain) +
               ", '" + edit.motion.note + "'";
    }
    std::string operator()(const RemoveMotion& edit) const {
        return "remove motion " + motion(edit.at);
    }
    std::string operator()(const PutTest& edit) const {
        const auto* number = std::get_if<double>(&edit.test.result);
        return "put test " + test(edit.test.at) + ": " +
               (number != nullptr ? std::to_string(*number)
                                  : std::get<std::string>(edit.test.result)) +
               ", also " + value(edit.test.also);
    }
    std::string operator()(const RemoveTest& edit) const { return "remove test " + test(edit.at); }
    std::string operator()(const SetReaction& edit) const {
        return "set reaction to " + (edit.reaction ? std::string{name(edit.reaction->grade)} +
                                                         " '" + edit.reaction->what + "'"
                                                   : std::string{"-"});
    }
    std::string operator()(const SetNextVisit& edit) const {
        return "set next visit to " + (edit.day ? isoDate(*edit.day) : "-");
    }
    std::string operator()(const PutHomeCare& edit) const {
        return "put home care " + edit.item.item.text() + " '" + edit.item.dose + "'";
    }
    std::string operator()(const RemoveHomeCare& edit) const {
        return "remove home care " + edit.item.text();
    }
    std::string operator()(const SetPain& edit) const {
        return "set pain " + value(edit.moment) + " to " + value(edit.score);
    }
    std::string operator()(const SetCourse& edit) const {
        return "set course to " + value(edit.course);
    }
    std::string operator()(const SetNote& edit) const {
        return "set note " + value(edit.part) + " to \"" + edit.note.text + "\" (" +
               value(edit.note.authorship) + ")";
    }
    std::string operator()(const PutPainArea& edit) const { return "put " + printed(edit.area); }
    std::string operator()(const RemovePainArea& edit) const {
        return "remove pain area " + edit.area.text();
    }
};

} // namespace

std::string printed(Fate fate) {
    switch (fate) {
    case Fate::New:
        return "new";
    case Fate::Gone:
        return "gone";
    case Fate::Back:
        return "back";
    case Fate::Stronger:
        return "stronger";
    case Fate::Weaker:
        return "weaker";
    case Fate::Unchanged:
        return "unchanged";
    case Fate::NotComparable:
        break;
    }
    return "not comparable";
}

std::string printed(Layer layer) {
    return "layer " + std::to_string(static_cast<int>(layer));
}

std::string printed(Pressure pressure) {
    std::ostringstream out;
    out << pressure.inKilopascals() << " kPa";
    return out.str();
}

std::string printed(const BodyPoint& place) {
    std::ostringstream out;
    out << value(place.view) << " (" << place.x << ", " << place.y << ") mm";
    return out.str();
}

std::string printed(const Finding& finding) {
    const auto& signs = finding.signs;
    return "finding {" + std::to_string(finding.point.number) + ", " + finding.muscle.text() + " " +
           value(finding.side) + ", " + printed(finding.at) + ", tenderness " +
           value(finding.tenderness) + ", threshold " + value(finding.threshold) + ", state " +
           value(finding.state) + ", relation " + value(finding.relation) + ", signs " +
           value(signs.tautBand) + "/" + value(signs.tenderSpot) + "/" + value(signs.referredPain) +
           "/" + value(signs.recognised) + "/" + value(signs.twitch) + "/" + value(signs.jump) +
           (finding.note.empty() ? "" : ", note \"" + finding.note + '"') + "}";
}

std::string printed(const Treatment& treatment) {
    return "treatment {" + treatment.technique.text() + " at " + target(treatment.target) +
           ", tenderness after " + value(treatment.tendernessAfter) + ", pain " +
           value(treatment.painBefore) + " then " + value(treatment.painAfter) + ", " +
           std::to_string(treatment.dose.size()) + " dose values}";
}

std::string printed(const PainArea& area) {
    std::ostringstream out;
    out << "pain area {" << area.id.text() << ", " << value(area.view)
        << (area.onArm ? " (arm), " : ", ") << value(area.quality) << ", " << value(area.intensity)
        << ", " << value(area.depth);
    for (const auto& polygon : area.shape) {
        out << ", polygon";
        for (const auto& ring : polygon) {
            for (const auto& place : ring) {
                out << " " << place.x << "," << place.y;
            }
            out << ";";
        }
    }
    out << ", " << area.arrows.size() << " arrows";
    return out.str() + (area.note.empty() ? "}" : ", note \"" + area.note + "\"}");
}

std::string printed(const Session& session) {
    std::string out = "session {" + isoInstant(session.startedAt);
    for (const auto moment : kPainMoments) {
        out += ", pain " + value(moment) + " " + value(painOf(session, moment));
    }
    out += ", course " + value(session.course);
    for (const auto part : kNoteParts) {
        const auto& note = noteOf(session, part);
        out += ", " + value(part) + " \"" + note.text + "\" (" + value(note.authorship) + ")";
    }
    for (const auto& finding : session.findings) {
        out += "\n  " + printed(finding);
    }
    for (const auto& treatment : session.treatments) {
        out += "\n  " + printed(treatment);
    }
    for (const auto& area : session.painAreas) {
        out += "\n  " + printed(area);
    }
    return out + (isSigned(session) ? ", signed}" : ", draft}");
}

std::string printed(const SessionEdit& edit) {
    return std::visit(EditPrinter{}, edit);
}

std::string printed(const PointTotals& totals) {
    return std::to_string(totals.points) + " points: " + std::to_string(totals.active) +
           " active, " + std::to_string(totals.latent) + " latent, " +
           std::to_string(totals.resolved) + " resolved, " +
           std::to_string(totals.stateNotAssessed) + " without state; tenderness " +
           std::to_string(totals.totalTenderness) + " over " +
           std::to_string(totals.tendernessAssessed);
}

} // namespace palpate::test
