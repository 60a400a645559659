// SPDX-License-Identifier: MIT
#include "gui/SessionViews.h"

#include <chrono>
#include <stdexcept>

namespace palpate::guitest {

namespace {

using namespace std::chrono_literals;
using app::CautionMark;

/// The same identities in every run.
template <class Id> [[nodiscard]] Id idOf(int number) {
    Uuid::Bytes bytes{};
    bytes[15] = static_cast<std::uint8_t>(number);
    return Id::from(Uuid{bytes});
}

template <class Key> [[nodiscard]] Key key(std::string_view text) {
    return Key::from(text).value();
}

[[nodiscard]] app::TechniqueChip technique(const char* id, const char* label, bool chosen = false,
                                           CautionMark mark = CautionMark::Nothing,
                                           const char* caution = "") {
    return {key<TechniqueKey>(id), label, chosen, true, mark, caution};
}

[[nodiscard]] std::vector<app::TechniqueChip> techniques(bool pressureChosen) {
    return {
        technique("pressure_release", "Pressure release", pressureChosen, CautionMark::Care,
                  "Anticoagulant: with care, lighter pressure"),
        technique("mfr", "MFR"),
        technique("pir", "PIR"),
        technique("dry_needling", "Dry needling", false, CautionMark::Weigh,
                  "Anticoagulant: only after weighing the risk"),
        technique("cupping", "Cupping", false, CautionMark::NotChecked,
                  "Anticoagulant: not checked for this technique"),
        technique("hvla", "Thrust manipulation", false, CautionMark::Never, "Osteoporosis: never"),
        technique("stretch", "Static stretch")};
}

[[nodiscard]] app::DoseEntry number(const char* id, const char* label, const char* unit,
                                    const char* value, const char* usual) {
    app::DoseEntry entry{key<LogFieldKey>(id)};
    entry.label = label;
    entry.type = app::DoseType::Number;
    entry.unit = unit;
    entry.value = value;
    entry.usual = usual;
    return entry;
}

[[nodiscard]] std::vector<app::DoseEntry> doseOfPressure() {
    app::DoseEntry tool{key<LogFieldKey>("tool")};
    tool.label = "With";
    tool.type = app::DoseType::Choice;
    tool.choices = {{"thumb", true}, {"knuckle"}, {"elbow"}, {"tool"}};
    tool.value = "thumb";
    app::DoseEntry pause{key<LogFieldKey>("between")};
    pause.label = "Moved between holds";
    pause.type = app::DoseType::YesNo;
    pause.choices = {{"yes"}, {"no"}};
    return {number("duration", "Held", "", "0:47", "30–90 s"),
            number("repetitions", "Times", "", "2", "1–3"),
            number("pressure", "Pressure", "kg/cm²", "", "2.5–4"), tool, pause};
}

[[nodiscard]] app::TreatmentCard pressureAt(const TriggerPointId& point) {
    app::TreatmentCard card{idOf<TreatmentId>(1), key<TechniqueKey>("pressure_release"), point};
    card.label = "Pressure release";
    card.targetLabel = "R quadratus lumborum";
    card.timed = true;
    card.usualSeconds = 60;
    card.after = Tenderness::from(3);
    card.dose = doseOfPressure();
    card.doseText = "47 s, 2 times, thumb";
    return card;
}

[[nodiscard]] app::TreatmentCard thrustAtC5(bool open) {
    app::TreatmentCard card{idOf<TreatmentId>(2), key<TechniqueKey>("mobilisation"),
                            JointTarget{key<JointKey>("c5"), Side::Left}};
    card.label = "Mobilisation";
    card.targetLabel = "C5 left";
    card.doseText = open ? "" : "grade III, 3 times";
    card.dose = {number("repetitions", "Times", "", "", "2–3")};
    app::CautionLine caution;
    caution.mark = CautionMark::Weigh;
    caution.heading = "Anticoagulant (warfarin): only after weighing the risk";
    caution.reason = "INR 2.1 on Monday, agreed with the physician";
    card.cautions = {caution};
    return card;
}

[[nodiscard]] app::PointRow row(int number, const char* muscle, const char* place, State state,
                                int now, int last) {
    app::PointRow point{idOf<TriggerPointId>(number)};
    point.number = number;
    point.muscle = muscle;
    point.place = place;
    point.state = state;
    point.carried = true;
    point.last = Tenderness::from(last);
    if (now >= 0) {
        point.tenderness = Tenderness::from(now);
        point.tendernessText = std::to_string(now) + " was " + std::to_string(last);
    } else {
        point.tendernessText = "not assessed, was " + std::to_string(last);
        point.toSettle = true;
    }
    return point;
}

[[nodiscard]] app::PointCard cardOf(const app::PointRow& point) {
    Finding finding{{point.id, point.number}, {}, key<MuscleKey>("quadratus_lumborum")};
    finding.side = Side::Right;
    finding.tenderness = point.tenderness;
    finding.state = State::Active;
    finding.signs.tautBand = finding.signs.tenderSpot = finding.signs.referredPain = Sign::Present;
    finding.signs.jump = Sign::Absent;
    finding.signs.recognised = Recognition::Yes;
    app::PointCard card{point.id, finding};
    card.last = point.last;
    card.signsText = "Signs say active: 3 of 3 Delphi criteria, pain recognised";
    card.states = {
        {State::Active, "Active", true}, {State::Latent, "Latent"}, {State::Resolved, "Resolved"}};
    card.referencePoints = {{key<ReferencePointKey>("ql-deep"), "deep, lateral to L3", true},
                            {key<ReferencePointKey>("ql-up"), "superficial, upper"}};
    card.techniques = techniques(true);
    card.treatments = {pressureAt(point.id)};
    card.settled = Settled::Better;
    card.carried = true;
    return card;
}

[[nodiscard]] app::CheckInLine life(app::CheckInField field, const char* label, const char* unit,
                                    std::optional<double> value, double last, double most) {
    app::CheckInLine line;
    line.field = field;
    line.label = label;
    line.unit = unit;
    line.value = value;
    line.last = last;
    line.most = most;
    return line;
}

void addVisit(app::SessionView& view, bool filled) {
    app::VisitView& visit = view.visit;
    visit.timesText = filled ? "10:30–11:10" : "10:30";
    visit.checkIn = {life(app::CheckInField::Sleep, "Sleep", "h a night", 7, 6.5, 24),
                     life(app::CheckInField::Stress, "Stress", "of 10", 4, 6, 10),
                     life(app::CheckInField::Water, "Water", "l a day", {}, 1.5, 20),
                     life(app::CheckInField::Sitting, "Sitting", "h a day", 6, 8, 24),
                     life(app::CheckInField::Activity, "Active", "days of 7", 3, 2, 7),
                     life(app::CheckInField::HomeCare, "Home care", "days of 7", 5, 4, 7)};
    const Date monday{2026y / 11 / 30};
    visit.nextVisits = {{"in a week", monday},
                        {"in 2 weeks", Date{2026y / 12 / 7}},
                        {"in a month", Date{2026y / 12 / 23}}};
    app::HomeCareRow stretch{{key<HomeCareKey>("static_stretch")}};
    stretch.label = "Gentle static stretch";
    stretch.usual = "3 × 30 s, daily";
    stretch.fromLast = true;
    app::HomeCareRow heat{{key<HomeCareKey>("heat")}};
    heat.label = "Moist heat";
    heat.usual = "15 min before stretching";
    app::HomeCareRow ball{{key<HomeCareKey>("ball")}};
    ball.label = "Ball release at the wall";
    visit.homeCareProposals = {stretch, heat, ball};
    if (filled) {
        visit.checkInText = "slept 7 h · stress 4 · sat 6 h · home care 5 of 7 days";
        visit.consent = TodayConsent::Given;
        visit.reaction = Reaction{ReactionGrade::Mild, "sore for an hour last time"};
        visit.nextVisit = monday;
        visit.nextVisitText = "Mon 30 Nov 2026";
        visit.homeCareProposals = {heat, ball};
        stretch.item.dose = "3 × 30 s, morning and evening";
        stretch.cautions = "Not into pain.";
        visit.homeCare = {stretch};
    }
}

void addMeasures(app::SessionView& view) {
    app::MotionRow bend{{{key<MotionKey>("lumbar_side_bending"), Side::Right}}};
    bend.motion.active = 22;
    bend.motion.passive = 25;
    bend.motion.pain = PainScore::from(3);
    bend.label = "R lumbar side-bending";
    bend.unit = "°";
    bend.active = "22°";
    bend.passive = "25°";
    bend.pain = "pain 3";
    bend.usual = "usual 15–25°";
    bend.last = "was 17°";
    app::MotionRow flexion = bend;
    flexion.motion.at.motion = key<MotionKey>("lumbar_flexion");
    flexion.label = "Lumbar flexion";
    flexion.active = "38°";
    flexion.passive = flexion.pain = flexion.last = "";
    flexion.usual = "usual 40–60°";
    flexion.outside = true;
    app::TestRow raise{{{key<TestKey>("slr"), {}, Side::Left}, std::string{"positive"}}};
    raise.label = "L straight-leg raise";
    raise.result = "positive at 60°";
    raise.last = "was negative";
    raise.choices = {"positive", "negative"};
    view.motions = {bend, flexion};
    view.tests = {raise};
}

void addNotes(app::SessionView& view, bool filled) {
    for (const NotePart part : kNoteParts) {
        view.notes.at(static_cast<std::size_t>(part)).part = part;
    }
    const auto note = [&](NotePart part) -> app::NoteView& {
        return view.notes.at(static_cast<std::size_t>(part));
    };
    note(NotePart::Objective).composed =
        "Active trigger point in the right quadratus lumborum (tenderness 6/10, was 7; 3 after "
        "pressure release) reproducing the recognised buttock pain. Lumbar side-bending right 22° "
        "(was 17°).";
    note(NotePart::Treatment).composed =
        "Right quadratus lumborum: pressure release 47 s, twice, with the thumb.";
    note(NotePart::Plan).note = {"Re-test side-bending; ask about lifting at work.",
                                 Authorship::Copied};
    if (filled) {
        note(NotePart::Subjective).note = {"Sleeps through the night again.", Authorship::Written};
        note(NotePart::Assessment).note = {
            "Buttock pain left of the sacrum explained by point 1; improving.",
            Authorship::Written};
        note(NotePart::Assessment).warnings = {
            "The text says left; the marked points are on the right."};
        note(NotePart::Objective).note = {"My own words.", Authorship::Written};
    } else {
        note(NotePart::Subjective).proposal =
            "Better. Slept seven hours a night, stress less. Sat six hours a day.";
        note(NotePart::Subjective).proposalFrom = "18 Nov";
    }
}

} // namespace

app::SessionView madeUpSession(const std::string& state) {
    const bool fresh = state == "follow-up";
    const bool filled = state == "full" || state == "signed";
    app::SessionView view{idOf<SessionId>(7)};
    view.title = "Session 7 · Mon 23 Nov 2026";
    view.status = "Draft · saved 10:42";
    view.painNowLast = PainScore::from(4);
    view.painNow = fresh ? std::nullopt : PainScore::from(3);
    view.painWorst = fresh ? std::nullopt : PainScore::from(6);
    view.course = {{Course::Worse, "Worse"},
                   {Course::Same, "Same"},
                   {Course::Better, "Better", !fresh},
                   {Course::Gone, "Gone"}};
    addVisit(view, filled);
    view.visit.checkInText = fresh ? "" : "slept 7 h · stress 4 · sat 6 h · home care 5 of 7 days";
    app::PointRow first = row(1, "R quadratus lumborum", "deep, lateral to L3 · since 12 Oct",
                              State::Active, fresh ? -1 : 6, 7);
    first.selected = !fresh;
    first.settled = fresh ? std::optional<Settled>{} : Settled::Better;
    first.treatment = fresh ? "" : "pressure release 47 s → 3";
    if (!fresh) {
        view.points.push_back(first);
        view.points.push_back(
            row(3, "R piriformis", "medial · since 19 Oct", State::Latent, filled ? 2 : -1, 3));
        view.card = cardOf(view.points.front());
    } else {
        view.ghosts.push_back({first.id, 1, first.muscle, "7, active, 16 Nov"});
        view.ghosts.push_back({idOf<TriggerPointId>(3), 3, "R piriformis", "3, latent, 16 Nov"});
    }
    if (!filled) {
        view.ghosts.push_back(
            {idOf<TriggerPointId>(2), 2, "R gluteus medius", "6, active, 16 Nov"});
    }
    view.toSettle = filled ? 0 : 2;
    addNotes(view, filled);
    view.footer = fresh ? "0 of 3 points treated" : "2 of 4 points treated";
    if (state == "half-done") {
        view.hold = app::HoldView{view.card->treatments.front().id,
                                  "Pressure release · R quadratus lumborum",
                                  std::chrono::time_point_cast<std::chrono::milliseconds>(
                                      std::chrono::system_clock::now() - 47s),
                                  0, 60};
    }
    if (!fresh) {
        view.otherTreatments = {thrustAtC5(false)};
        addMeasures(view);
    }
    if (state == "caution") {
        app::CautionLine line;
        line.alert = key<AlertKey>("anticoagulant");
        line.mark = CautionMark::Weigh;
        line.heading = "Anticoagulant (warfarin): only after weighing the risk";
        line.text = "Bleeding into deep muscle is possible. Prefer superficial needling and press "
                    "the spot afterwards.";
        line.sources = "Source: APTA2014";
        line.needsReason = true;
        view.asking = app::CautionQuestion{key<TechniqueKey>("dry_needling"),
                                           view.card->id,
                                           "Dry needling at R quadratus lumborum",
                                           {line},
                                           {"INR in range", "agreed with the physician"}};
    }
    if (state == "held") {
        view.holder = app::HolderView{"D. Okafor", "10:42"};
    }
    if (state == "signed") {
        view.frozen = true;
        view.status = "Signed 23 Nov 2026, 11:12 · D. Okafor";
        view.addenda = {{"D. Okafor, 24 Nov 2026, 09:10",
                         "The side-bending was measured to the left.", "slip of the side"}};
        view.card.reset();
        view.points.front().selected = false;
    }
    return view;
}

} // namespace palpate::guitest
