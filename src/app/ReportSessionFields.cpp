// SPDX-License-Identifier: MIT
// One session, whole: what was told, found, done and agreed, with every gap named.
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/MotionLine.h"
#include "app/PainWords.h"
#include "app/ReportInside.h"
#include "app/ReportWords.h"
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/TestTeller.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Criteria.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// Of what the signs say.
[[nodiscard]] std::string criteriaSource(const reference::Reference& reference) {
    const auto key = SourceKey::from("DELPHI2018");
    const auto* source = key ? reference.sources().find(*key) : nullptr;
    return shown({tr("criteria of a trigger point: {1}"),
                  {source != nullptr ? source->citation : std::string{"[DELPHI2018]"}}});
}

class SessionTeller {
public:
    SessionTeller(const Clinic& clinic, const SessionMatter& matter, Footnotes& notes)
        : clinic_{clinic}, reference_{clinic.reference()}, matter_{matter},
          session_{matter.session}, notes_{notes}, unit_{clinic.profile().pressureUnit} {}

    [[nodiscard]] report::Fields all() {
        setFrame();
        setPain();
        setMap();
        setPoints();
        setMotions();
        setTests();
        setTreatments();
        setEnd();
        return std::move(fields_);
    }

private:
    [[nodiscard]] std::string nameOf(const PractitionerId& id) const {
        const auto found = matter_.names.find(id);
        return found == matter_.names.end() ? std::string{} : found->second;
    }
    [[nodiscard]] std::string moment(Instant at) const {
        return dayText(localDay(at, session_.timeZone)) + ", " + clockText(at, session_.timeZone);
    }

    void setFrame() {
        const auto day = reportDay(session_);
        const auto life = checkInSentence(session_, matter_.earlier);
        fields_.set("date", longDayText(day))
            .set("weekday", weekdayText(day))
            .set("time", timeText(session_))
            .set("number", shown({tr("session {1}"), {std::to_string(matter_.earlier.size() + 1)}}))
            .set("practitioner", nameOf(session_.practitioner))
            .set("lateEntry", isLateEntry(session_) ? shown({tr("late entry, written {1}"),
                                                             {moment(session_.writtenAt)}})
                                                    : std::string{})
            .set("consent", consentText(session_.consent))
            .set("course", matter_.earlier.empty() ? std::string{tr("first session")}
                                                   : courseText(session_.course))
            .setFlag("hasCheckIn", !life.empty())
            .set("checkIn", life.empty() ? std::string{tr("Not asked.")} : life);
    }

    void setPain() {
        const std::array labels{tr("now"), tr("at best"), tr("at worst"), tr("after treatment")};
        std::vector<report::Fields> rows;
        for (std::size_t i = 0; i < kPainMoments.size(); ++i) {
            report::Fields row;
            row.set("label", labels.at(i))
                .set("value", ofTen(painOf(session_, kPainMoments.at(i))));
            rows.push_back(std::move(row));
        }
        std::vector<report::Fields> areas;
        for (const auto& area : session_.painAreas) {
            const std::array one{area};
            report::Fields row;
            row.set("text", joined({painLabel(area), uncapitalised(viewWord(area.view)),
                                    painAreaShort(atlas::paintedTotals(clinic_.map(), one))},
                                   ", "))
                .set("note", area.note);
            areas.push_back(std::move(row));
        }
        const auto total = painTotal(atlas::paintedTotals(clinic_.map(), session_.painAreas));
        fields_.setList("pain", std::move(rows))
            .setFlag("hasDrawnPain", !areas.empty())
            .setList("drawnPain", std::move(areas))
            .set("drawnTotal",
                 total.empty() ? std::string{tr("none drawn")}
                               : shown({tr("{1}; projected area on a standard figure"), {total}}));
    }

    void setMap() {
        CaseStory alone{
            .record = matter_.record, .sessions = {session_}, .points = {}, .techniques = {}};
        const auto totals = totalsOf(session_.findings);
        const auto other = otherView(alone, clinic_.map());
        const auto total = totals.tendernessAssessed == 0
                               ? std::string{tr("tenderness not assessed")}
                               : shown({tr("total tenderness {1} ({2} of {3} assessed)"),
                                        {std::to_string(totals.totalTenderness),
                                         std::to_string(totals.tendernessAssessed),
                                         std::to_string(totals.points)}});
        fields_.setFlag("hasMap", !session_.findings.empty() || !session_.painAreas.empty())
            .set("mapCaption",
                 totals.points == 0
                     ? std::string{tr("no point recorded")}
                     : shown({totals.points == 1 ? tr("{1} point, {2}") : tr("{1} points, {2}"),
                              {std::to_string(totals.points), total}}))
            .setFlag("hasOtherView", other.has_value())
            .set("otherView", other ? uncapitalised(viewWord(*other)) : std::string{});
    }

    void setPoints() {
        std::vector<report::Fields> rows;
        bool isJudged = false;
        for (const auto& finding : session_.findings) {
            const auto reading = readingOf(finding.signs);
            const bool hasSigns = finding.signs != Signs{};
            isJudged = isJudged || hasSigns;
            report::Fields row;
            row.set("number", std::to_string(finding.point.number))
                .set("muscle", shortMuscle(reference_, finding.muscle, finding.side))
                .set("tenderness", finding.tenderness ? std::to_string(finding.tenderness->value())
                                                      : std::string{tr("not assessed")})
                .set("threshold",
                     finding.threshold ? pressureText(*finding.threshold, unit_) : std::string{})
                .set("state",
                     finding.state ? stateWord(*finding.state) : std::string{tr("not judged")})
                .set("relation", relationText(finding.relation))
                .set("signs", signsText(finding.signs))
                .set("criteria", !hasSigns ? std::string{}
                                 : reading.state
                                     ? shown({tr("{1}: {2}"),
                                              {shown(reading.reason), stateWord(*reading.state)}})
                                     : shown(reading.reason))
                .setFlag("differs", disagree(finding))
                .set("settled", settledText(finding.settled))
                .set("note", finding.note);
            rows.push_back(std::move(row));
        }
        fields_.setFlag("hasPoints", !rows.empty())
            .setList("points", std::move(rows))
            .set("criteriaSource",
                 isJudged ? notes_.mark(criteriaSource(reference_)) : std::string{});
    }

    void setMotions() {
        std::vector<report::Fields> rows;
        std::vector<MotionStory> stories;
        for (const auto& measured : session_.motions) {
            const auto figure = [&](const std::optional<double>& value) {
                return value ? motionValueText(measured.at.motion, *value, reference_)
                             : std::string{tr("not measured")};
            };
            report::Fields row;
            row.set("motion", motionLabel(measured.at, reference_))
                .set("active", figure(measured.active))
                .set("passive", figure(measured.passive))
                .set("pain", ofTen(measured.pain))
                .set("usual", usualRangeText(measured.at.motion, reference_))
                .set("note", measured.note);
            rows.push_back(std::move(row));
            stories.push_back({.at = measured.at});
        }
        fields_.setFlag("hasMotions", !rows.empty())
            .set("motionSource", notes_.mark(rangeSources(stories, reference_)))
            .setList("motions", std::move(rows));
    }

    [[nodiscard]] std::string siteText(const TestAt& at) const {
        if (!at.site) {
            return at.side == Side::Middle ? std::string{} : onSide(at.side);
        }
        if (const auto* muscle = std::get_if<MuscleKey>(&*at.site)) {
            return proseMuscle(reference_, *muscle, at.side);
        }
        if (const auto* region = std::get_if<RegionKey>(&*at.site)) {
            return proseRegion(*region, at.side);
        }
        return proseJoint(reference_, std::get<JointKey>(*at.site), at.side);
    }

    void setTests() {
        const TestTeller teller{session_, {}, reference_, unit_};
        std::vector<report::Fields> rows;
        for (const auto& test : session_.tests) {
            const auto* known = reference_.tests().find(test.at.test);
            const auto* part = known != nullptr ? reference::partOf(*known, test.at.part) : nullptr;
            const auto label = part != nullptr && part->label != test.at.part
                                   ? shown({tr("{1} ({2})"), {test.at.part, part->label}})
                                   : test.at.part;
            report::Fields row;
            row.set("test",
                    joined({known != nullptr ? known->name : test.at.test.text(), label}, ": "))
                .set("where", siteText(test.at))
                .set("result", teller.value(test, known))
                .set("note", test.note);
            rows.push_back(std::move(row));
        }
        fields_.setFlag("hasTests", !rows.empty()).setList("tests", std::move(rows));
    }

    [[nodiscard]] std::string targetText(const TreatmentTarget& target) const {
        if (const auto* point = std::get_if<TriggerPointId>(&target)) {
            const auto* finding = findingAt(session_, *point);
            return finding == nullptr
                       ? std::string{tr("a point")}
                       : shown({tr("point {1}, {2}"),
                                {std::to_string(finding->point.number),
                                 shortMuscle(reference_, finding->muscle, finding->side)}});
        }
        if (const auto* muscle = std::get_if<MuscleTarget>(&target)) {
            return shortMuscle(reference_, muscle->muscle, muscle->side);
        }
        if (const auto* region = std::get_if<RegionTarget>(&target)) {
            return proseRegion(region->region, region->side);
        }
        const auto& joint = std::get<JointTarget>(target);
        return proseJoint(reference_, joint.joint, joint.side);
    }

    [[nodiscard]] std::string remarks(const Treatment& treatment) const {
        std::vector<std::string> parts{treatment.note};
        for (const auto& went : treatment.wentOn) {
            const auto* alert = reference_.alerts().find(went.alert);
            parts.push_back(
                shown({tr("in spite of {1}: {2}"),
                       {alert != nullptr ? uncapitalised(alert->label) : went.alert.text(),
                        went.reason}}));
        }
        return joined(parts, "; ");
    }

    void setTreatments() {
        std::vector<report::Fields> rows;
        for (const auto& treatment : session_.treatments) {
            const auto* point = std::get_if<TriggerPointId>(&treatment.target);
            const auto* finding = point != nullptr ? findingAt(session_, *point) : nullptr;
            const auto phrases = dosePhrases(treatment, reference_, unit_, false);
            auto dose = phrases.dose;
            dose.insert(dose.end(), phrases.answered.begin(), phrases.answered.end());
            report::Fields row;
            row.set("technique", techniqueLabel(reference_, treatment.technique))
                .set("where", targetText(treatment.target))
                .set("dose", joined(dose, ", "))
                .set("before", effect(finding != nullptr ? finding->tenderness : std::nullopt,
                                      treatment.painBefore, point != nullptr))
                .set("after",
                     effect(treatment.tendernessAfter, treatment.painAfter, point != nullptr))
                .set("note", remarks(treatment));
            rows.push_back(std::move(row));
        }
        fields_.setFlag("hasTreatments", !rows.empty()).setList("treatments", std::move(rows));
    }

    /// "tenderness 6, pain 4"; of a point its tenderness is always said.
    [[nodiscard]] static std::string effect(const std::optional<Tenderness>& tender,
                                            const std::optional<PainScore>& pain, bool isPoint) {
        std::vector<std::string> parts;
        if (tender) {
            parts.push_back(shown({tr("tenderness {1}"), {std::to_string(tender->value())}}));
        } else if (isPoint && !pain) {
            return tr("not assessed");
        }
        if (pain) {
            parts.push_back(shown({tr("pain {1}"), {std::to_string(pain->value())}}));
        }
        return parts.empty() ? std::string{tr("not asked")} : joined(parts, ", ");
    }

    void setEnd() {
        bool hasNote = false;
        for (const auto& note : session_.note) {
            hasNote = hasNote || !note.text.empty();
        }
        const auto words = [&](NotePart part) { return noteOf(session_, part).text; };
        auto care = homeCareRows(std::span{&session_, 1}, {}, reference_);
        std::vector<report::Fields> addenda;
        for (const auto& addendum : session_.addenda) {
            const auto reason = addendum.reason.empty()
                                    ? std::string{}
                                    : shown({tr("Reason: {1}"), {asSentence(addendum.reason)}});
            report::Fields row;
            row.set("when", moment(addendum.at))
                .set("who", nameOf(addendum.by))
                .set("text", paragraph({asSentence(addendum.text), reason}));
            addenda.push_back(std::move(row));
        }
        fields_.set("reaction", reactionText(session_.reaction))
            .setFlag("hasNote", hasNote)
            .setNote("subjective", words(NotePart::Subjective))
            .setNote("objective", words(NotePart::Objective))
            .setNote("treatment", words(NotePart::Treatment))
            .setNote("assessment", words(NotePart::Assessment))
            .setNote("plan", words(NotePart::Plan))
            .setFlag("hasHomeCare", !care.empty())
            .setList("homeCare", std::move(care))
            .set("nextVisit", session_.nextVisit ? weekdayText(*session_.nextVisit) : std::string{})
            .setFlag("isSigned", isSigned(session_))
            .setFlag("hasAddenda", !addenda.empty())
            .setList("addenda", std::move(addenda));
        setSignature(fields_, session_, matter_.names);
    }

    const Clinic& clinic_;
    const reference::Reference& reference_;
    const SessionMatter& matter_;
    const Session& session_;
    Footnotes& notes_;
    PressureUnit unit_;
    report::Fields fields_;
};

} // namespace

report::Fields sessionFields(const Clinic& clinic, const SessionMatter& matter, Footnotes& notes) {
    return SessionTeller{clinic, matter, notes}.all();
}

} // namespace palpate::app
