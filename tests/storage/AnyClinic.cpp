// SPDX-License-Identifier: MIT
#include "storage/AnyClinic.h"

#include "domain/SessionEdit.h"
#include "storage/TestForms.h"

#include <algorithm>

namespace palpate::test {

namespace {

constexpr std::uint32_t kPatients = 6;
constexpr std::uint32_t kCasesEach = 2;

} // namespace

AnyClinic::AnyClinic(std::uint32_t seed) : chance_{seed}, clinic_{{.painted = anyRegion}} {
    auto& store = *clinic_.store;
    store.practitioners().add(aColleague(), kPassword, storage::KdfCost::forTests());
    for (std::uint32_t i = 0; i < kPatients; ++i) {
        if (i > 0) {
            store.patients().add(aPatient(i));
        }
        for (std::uint32_t k = 0; k < kCasesEach; ++k) {
            auto record = aCase(i);
            if (i > 0 || k > 0) {
                record.id = idOf<CaseId>(220 + i * kCasesEach + k);
                record.diagnosisCode = one(kCodes);
                store.cases().add(record);
            }
            cases_.emplace(record.id, record);
            points_.emplace(record.id, static_cast<int>(cases_.size()) * 10);
        }
    }
}

PatientId AnyClinic::goesOn(const PatientId& patient) const {
    const auto known = merged_.find(patient);
    return known == merged_.end() ? patient : known->second;
}

std::string AnyClinic::words(int most) {
    std::string text;
    for (int i = below(most + 1); i > 0; --i) {
        text += (text.empty() ? "" : " ") + one(kWords);
    }
    return text;
}

Treatment AnyClinic::treatment(const Session& session) {
    auto given = aTreatmentAt(1, 1000 + made_++);
    given.technique = key<TechniqueKey>(one(kTechniques));
    given.tendernessAfter.reset();
    const auto side = static_cast<Side>(below(3));
    if (!session.findings.empty() && below(3) > 0) {
        given.target = one(session.findings).point.id;
        if (chance(2)) {
            given.tendernessAfter = tenderness(below(11));
        }
    } else if (chance(2)) {
        given.target = MuscleTarget{key<MuscleKey>(one(kMuscles)), side};
    } else {
        given.target = RegionTarget{key<RegionKey>(one(kRegions)), side};
    }
    given.dose.clear();
    for (const auto& field : kFields) {
        if (chance(2)) {
            given.dose.push_back({key<LogFieldKey>(field), below(50) * 2.5 - 5});
        }
    }
    return given;
}

void AnyClinic::chart(Session& session) {
    session.findings.clear();
    session.treatments.clear();
    session.painNow = chance(3) ? std::nullopt : std::optional{pain(below(11))};
    session.checkIn.homeCareDays = chance(3) ? std::optional{below(8)} : std::nullopt;
    session.nextVisit =
        chance(3)
            ? std::optional{Date{std::chrono::sys_days{kToday} + std::chrono::days{below(40) - 20}}}
            : std::nullopt;
    session.note[0] = written(words(5));
    session.note[3] = written(words(3));
    for (int number = 1; number <= 4; ++number) {
        if (chance(2)) {
            continue;
        }
        auto finding = aFindingOn(one(kMuscles), number);
        finding.point.id = idOf<TriggerPointId>(
            10'000 + static_cast<std::uint32_t>(points_.at(session.caseId) + number));
        finding.side = static_cast<Side>(below(3));
        if (below(4) > 0) {
            finding.tenderness = tenderness(below(11));
        }
        if (below(4) > 0) {
            finding.state = static_cast<State>(below(3));
        }
        if (chance(2)) {
            finding.settled = static_cast<Settled>(below(4));
        }
        finding.note = words(2);
        session.findings.push_back(finding);
    }
    for (int i = below(4); i > 0; --i) {
        session.treatments.push_back(treatment(session));
    }
    session.homeCare.clear();
    for (const auto& item : some<HomeCareKey>(kItems)) {
        session.homeCare.push_back({item});
    }
    session.painAreas.clear();
    if (chance(3)) {
        auto area = aPainArea(2000 + made_++);
        area.view = View::Left;
        area.onArm = chance(2);
        area.depth = chance(2) ? std::optional{PainDepth::Deep} : std::nullopt;
        area.note.clear();
        session.painAreas.push_back(area);
    }
}

void AnyClinic::place(const Session& session) {
    order_[session.id] = arrivals_++;
}

void AnyClinic::addCharted(const Case& record) {
    auto session = aSession(0);
    session.id = idOf<SessionId>(100'000 + made_++);
    session.caseId = record.id;
    session.patient = record.patient;
    session.practitioner = chance(4) ? aColleague().id : aPractitioner().id;
    // Few instants: some sessions begin at the same.
    session.startedAt = kNow + std::chrono::hours{24} * (below(120) - 100);
    session.writtenAt = session.startedAt;
    chart(session);
    store().sessions().begin(session);
    place(session);
    sessions_.push_back(session);
    if (chance(4)) {
        raiseFlags(session);
    }
}

void AnyClinic::raiseFlags(const Session& session) {
    auto form = aForm(3000 + made_++);
    form.patient = session.patient;
    form.caseId = session.caseId;
    form.session = session.id;
    std::vector<RaisedFlag> raised;
    for (int i = below(3); i >= 0; --i) {
        auto flag = aFlag(3000 + made_++);
        flag.patient = session.patient;
        flag.caseId = session.caseId;
        flag.session = session.id;
        flag.form = form.id;
        flag.flag = key<RedFlagKey>(one(kFlags));
        flag.urgency = one(kUrgencies);
        flag.raised = kNow + std::chrono::hours{24} * below(20);
        raised.push_back(flag);
    }
    store().forms().begin(form);
    store().forms().complete(completed(form), raised);
    flags_.insert(flags_.end(), raised.begin(), raised.end());
}

void AnyClinic::settleOne() {
    if (flags_.empty()) {
        return;
    }
    auto& flag = flags_.at(static_cast<std::size_t>(below(static_cast<int>(flags_.size()))));
    store().screenings().add(flag.id, flag.deeds.emplace_back(aDeed(3000 + made_++)));
}

bool AnyClinic::holdsFlags(const SessionFilter& filter, const Session& session) const {
    return (filter.flags.empty() && !filter.flagState) ||
           std::ranges::any_of(flags_, [&](const RaisedFlag& flag) {
               return flag.session == session.id &&
                      (filter.flags.empty() || std::ranges::count(filter.flags, flag.flag) > 0) &&
                      (filter.flagState != FlagState::Unsettled || !flag.isSettled());
           });
}

void AnyClinic::fill(int sessions) {
    std::vector<Case> records;
    std::ranges::transform(cases_, std::back_inserter(records),
                           [](const auto& entry) { return entry.second; });
    store().atomically([&] {
        for (int i = 0; i < sessions; ++i) {
            addCharted(one(records));
        }
    });
}

void AnyClinic::change(std::size_t at) {
    auto& session = sessions_.at(at);
    const auto before = session;
    SessionStep step;
    for (const auto& given : session.treatments) {
        step.emplace_back(RemoveTreatment{given.id});
    }
    auto wished = session;
    chart(wished);
    for (const auto& finding : session.findings) {
        if (findingAt(wished, finding.point.id) == nullptr) {
            step.emplace_back(RemoveFinding{finding.point.id});
        }
    }
    for (const auto& finding : wished.findings) {
        step.emplace_back(PutFinding{finding});
    }
    for (const auto& given : wished.treatments) {
        step.emplace_back(PutTreatment{given});
    }
    step.emplace_back(SetPain{PainMoment::Now, wished.painNow});
    step.emplace_back(SetCheckIn{wished.checkIn});
    step.emplace_back(SetNextVisit{wished.nextVisit});
    step.emplace_back(SetNote{NotePart::Subjective, wished.note[0]});
    if (chance(2)) {
        step.emplace_back(
            SetTimes{session.startedAt + std::chrono::hours{24} * (below(40) - 20), {}});
    }
    store().sessions().apply(session.id, step);
    session = applied(session, step);
    if (session.startedAt != before.startedAt) {
        place(session);
    }
}

void AnyClinic::changeSomething(int times) {
    for (int i = 0; i < times; ++i) {
        const auto at = static_cast<std::size_t>(below(static_cast<int>(sessions_.size())));
        const int what = below(12);
        auto& record = std::next(cases_.begin(), below(static_cast<int>(cases_.size())))->second;
        if (what < 5) {
            change(at);
        } else if (what >= 10) {
            settleOne();
        } else if (what == 5) {
            store().sessions().discardDraft(sessions_[at].id);
            sessions_.erase(sessions_.begin() + static_cast<std::ptrdiff_t>(at));
        } else if (what == 6) {
            record.status = static_cast<CaseStatus>(below(3));
            record.diagnosisCode = one(kCodes);
            store().cases().update(record);
        } else if (what == 7) {
            addCharted(record);
        } else if (what == 8) {
            const auto patient = aPatient(static_cast<std::uint32_t>(below(3))).id;
            if (archived_.contains(patient)) {
                store().patients().restore(patient);
                archived_.erase(patient);
            } else {
                store().patients().archive(patient);
                archived_[patient] = true;
            }
        } else {
            // Only those two, and back, so that there is never a chain.
            const auto from = aPatient(4).id;
            const auto into = aPatient(static_cast<std::uint32_t>(below(4))).id;
            if (merged_.contains(from)) {
                store().patients().unmerge(from);
                merged_.erase(from);
            } else {
                store().patients().merge(from, into);
                merged_.emplace(from, into);
            }
        }
    }
}

} // namespace palpate::test
