// SPDX-License-Identifier: MIT
#include "app/VariedVisit.h"

#include <utility>

namespace palpate::test {

Visit::Visit(std::uint32_t number, int days) : session_{aSession(number)} {
    session_.startedAt = kNow + std::chrono::days{days};
    session_.writtenAt = session_.startedAt;
}

Visit& Visit::consent(TodayConsent consent) {
    session_.consent = consent;
    return *this;
}

Visit& Visit::area(PainArea area) {
    session_.painAreas.push_back(std::move(area));
    return *this;
}

Visit& Visit::point(std::string_view muscle, Side side, std::optional<State> state,
                    std::optional<int> tender, std::optional<Relation> relation) {
    unseen(muscle, side);
    auto& found = session_.findings.back();
    found.state = state;
    found.relation = relation;
    if (tender) {
        found.tenderness = tenderness(*tender);
    }
    return *this;
}

Visit& Visit::unseen(std::string_view muscle, Side side) {
    auto found = aFindingOn(muscle, static_cast<int>(session_.findings.size()) + 1);
    found.side = side;
    session_.findings.push_back(std::move(found));
    return *this;
}

Visit& Visit::carry(const Session& before) {
    before_ = before;
    for (const auto& found : before.findings) {
        session_.findings.push_back(carriedFrom(found));
    }
    return *this;
}

Finding& Visit::finding(int number) {
    for (auto& found : session_.findings) {
        if (found.point.number == number) {
            return found;
        }
    }
    refuse("point " + std::to_string(number));
}

Visit& Visit::settle(int number, Settled settled) {
    const auto* earlier = before_ ? findingAt(*before_, aPoint(number).id) : nullptr;
    if (earlier == nullptr) {
        refuse("no point to settle");
    }
    finding(number) = settledFrom(*earlier, settled);
    return *this;
}

Visit& Visit::state(int number, State state) {
    finding(number).state = state;
    return *this;
}

Visit& Visit::tender(int number, int value) {
    finding(number).tenderness = tenderness(value);
    return *this;
}

Visit& Visit::threshold(int number, double kilopascals) {
    finding(number).threshold = Pressure::kilopascals(kilopascals);
    return *this;
}

Visit& Visit::signs(int number, Signs signs) {
    finding(number).signs = signs;
    return *this;
}

Visit& Visit::allSigns(int number) {
    return signs(number, anActiveFindingOn("soleus").signs);
}

Visit& Visit::note(int number, std::string text) {
    finding(number).note = std::move(text);
    return *this;
}

Visit& Visit::motion(std::string_view motion, Side side, std::optional<double> active,
                     std::optional<double> passive, std::optional<int> painIn, std::string note) {
    session_.motions.push_back({.at = {.motion = key<MotionKey>(motion), .side = side},
                                .active = active,
                                .passive = passive,
                                .pain = painIn ? std::optional{pain(*painIn)} : std::nullopt,
                                .note = std::move(note)});
    return *this;
}

Visit& Visit::test(std::string_view test, Side side, std::string result,
                   std::optional<double> also) {
    session_.tests.push_back({.at = {.test = key<TestKey>(test), .side = side},
                              .result = std::move(result),
                              .also = also});
    return *this;
}

Visit& Visit::measure(std::string_view test, Side side, double value) {
    session_.tests.push_back({.at = {.test = key<TestKey>(test), .side = side}, .result = value});
    return *this;
}

Visit& Visit::part(std::string_view test, std::string part, Side side, std::string result) {
    session_.tests.push_back(
        {.at = {.test = key<TestKey>(test), .part = std::move(part), .side = side},
         .result = std::move(result)});
    return *this;
}

Visit& Visit::palpate(std::string_view test, TestSite site, Side side, std::string result) {
    session_.tests.push_back(
        {.at = {.test = key<TestKey>(test), .side = side, .site = std::move(site)},
         .result = std::move(result)});
    return *this;
}

void Visit::begin(TreatmentTarget target, std::string_view technique) {
    auto treatment = aTreatmentAt(1, static_cast<std::uint32_t>(session_.treatments.size()));
    treatment.target = std::move(target);
    treatment.technique = key<TechniqueKey>(technique);
    treatment.dose.clear();
    treatment.tendernessAfter.reset();
    session_.treatments.push_back(std::move(treatment));
}

Visit& Visit::treat(int number, std::string_view technique) {
    begin(finding(number).point.id, technique);
    return *this;
}

Visit& Visit::treatMuscle(std::string_view muscle, Side side, std::string_view technique) {
    begin(MuscleTarget{.muscle = key<MuscleKey>(muscle), .side = side}, technique);
    return *this;
}

Visit& Visit::treatRegion(std::string_view region, Side side, std::string_view technique) {
    begin(RegionTarget{.region = key<RegionKey>(region), .side = side}, technique);
    return *this;
}

Visit& Visit::treatJoint(std::string_view joint, Side side, std::string_view technique) {
    begin(JointTarget{.joint = key<JointKey>(joint), .side = side}, technique);
    return *this;
}

Visit& Visit::add(std::string_view field, std::variant<double, bool, std::string> value) {
    session_.treatments.back().dose.push_back(
        {.field = key<LogFieldKey>(field), .value = std::move(value)});
    return *this;
}

Visit& Visit::dose(std::string_view field, double value) {
    return add(field, value);
}

Visit& Visit::dose(std::string_view field, bool value) {
    return add(field, value);
}

Visit& Visit::dose(std::string_view field, const char* value) {
    return add(field, std::string{value});
}

Visit& Visit::after(int value) {
    session_.treatments.back().tendernessAfter = tenderness(value);
    return *this;
}

Visit& Visit::pains(std::optional<int> before, std::optional<int> after) {
    auto& treatment = session_.treatments.back();
    treatment.painBefore = before ? std::optional{pain(*before)} : std::nullopt;
    treatment.painAfter = after ? std::optional{pain(*after)} : std::nullopt;
    return *this;
}

Visit& Visit::wentOn(std::string_view alert, std::string reason) {
    session_.treatments.back().wentOn.push_back(
        {.alert = key<AlertKey>(alert), .reason = std::move(reason)});
    return *this;
}

Visit& Visit::treatmentNote(std::string text) {
    session_.treatments.back().note = std::move(text);
    return *this;
}

Visit& Visit::homeCare(std::string_view item, std::string dose) {
    session_.homeCare.push_back({.item = key<HomeCareKey>(item), .dose = std::move(dose)});
    return *this;
}

Visit& Visit::nextVisit(int days) {
    session_.nextVisit = Date{std::chrono::sys_days{kToday} + std::chrono::days{days}};
    return *this;
}

TestSite muscleSite(std::string_view muscle) {
    return key<MuscleKey>(muscle);
}

TestSite regionSite(std::string_view region) {
    return key<RegionKey>(region);
}

TestSite jointSite(std::string_view joint) {
    return key<JointKey>(joint);
}

} // namespace palpate::test
