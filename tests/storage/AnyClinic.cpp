// SPDX-License-Identifier: MIT
#include "storage/AnyClinic.h"

#include "domain/SessionEdit.h"

#include <algorithm>
#include <sstream>

namespace palpate::test {

namespace {

constexpr std::uint32_t kPatients = 6;
constexpr std::uint32_t kCasesEach = 2;

const std::vector<std::string> kMuscles{"quadratus_lumborum", "gluteus_medius", "piriformis",
                                        "trapezius.upper"};
const std::vector<std::string> kTechniques{"pressure_release", "dry_needling", "heat"};
const std::vector<std::string> kFields{"duration_s", "pressure_kpa"};
const std::vector<std::string> kItems{"walking", "heat", "breathing"};
const std::vector<std::string> kRegions{"lumbar", "neck"};
const std::vector<std::string> kCodes{"", "M54.5", "M54.2", "G44"};
const std::vector<std::string> kWords{"knee", "kneeling", "stairs", "stairway", "bike", "zoo"};

[[nodiscard]] std::vector<PaintedRegion> regionOf(const PainArea& area) {
    return {{key<RegionKey>(area.onArm ? kRegions[0] : kRegions[1]),
             area.depth ? Side::Left : Side::Right}};
}

[[nodiscard]] std::vector<std::string> split(const std::string& text) {
    std::istringstream in{text};
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

[[nodiscard]] Practitioner aColleague() {
    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(2);
    colleague.userName = "lee";
    colleague.profession = Profession::Chiropractor;
    return colleague;
}

/// Whether the words stand somewhere in this order; `beginning`: the last may go on.
[[nodiscard]] bool stands(const std::vector<std::string>& words, bool beginning,
                          const std::string& text) {
    const auto has = split(text);
    return !std::ranges::search(has, words, [&](const std::string& in, const std::string& word) {
                return beginning && &word == &words.back() ? in.starts_with(word) : in == word;
            }).empty();
}

} // namespace

AnyClinic::AnyClinic(std::uint32_t seed) : chance_{seed}, clinic_{{.painted = regionOf}} {
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

template <class SomeKey> std::vector<SomeKey> AnyClinic::some(const std::vector<std::string>& of) {
    std::vector<SomeKey> keys;
    for (const auto& text : of) {
        if (chance(2)) {
            keys.push_back(key<SomeKey>(text));
        }
    }
    return keys;
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
        const int what = below(10);
        auto& record = std::next(cases_.begin(), below(static_cast<int>(cases_.size())))->second;
        if (what < 5) {
            change(at);
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

Range<int> AnyClinic::range() {
    Range<int> range;
    if (below(3) > 0) {
        range.least = below(11);
    }
    if (chance(3)) {
        range.most = below(11);
    }
    return range;
}

SessionFilter AnyClinic::anyFilter() {
    SessionFilter filter;
    if (chance(3)) {
        const auto word = one(kWords);
        const int how = below(5);
        filter.text = how == 0   ? word
                      : how == 1 ? word.substr(0, 2 + static_cast<std::size_t>(below(3)))
                      : how == 2 ? "\"" + word + " " + one(kWords) + "\""
                      : how == 3 ? "-" + word
                                 : word + " -" + one(kWords);
    }
    const bool isDense = chance(3); // many conditions of one thing
    const auto may = [&](int inSoMany) { return chance(isDense ? 2 : inSoMany); };
    if (may(5)) {
        filter.finding.muscles = some<MuscleKey>(kMuscles);
        if (chance(10)) { // more than the index has words for
            for (int i = 0; i < 250; ++i) {
                filter.finding.muscles.push_back(key<MuscleKey>("no" + std::to_string(i)));
            }
        }
    }
    if (may(6)) {
        filter.finding.side = static_cast<Side>(below(3));
    }
    if (may(5)) {
        filter.finding.tenderness = range();
    }
    if (may(7)) {
        filter.finding.states = {static_cast<State>(below(3)), static_cast<State>(below(3))};
    }
    if (may(9)) {
        filter.finding.changes = {static_cast<Settled>(below(4))};
    }
    if (may(5)) {
        filter.treatment.techniques = some<TechniqueKey>(kTechniques);
    }
    if (may(7)) {
        filter.treatment.muscles = some<MuscleKey>(kMuscles);
    }
    if (may(8)) {
        filter.treatment.side = static_cast<Side>(below(3));
    }
    if (may(7)) {
        DoseFilter dose{key<LogFieldKey>(one(kFields)), {}};
        if (below(4) > 0) {
            dose.amount.least = below(100) - 5;
        }
        if (chance(2)) {
            dose.amount.most = below(150);
        }
        filter.treatment.doses = {dose};
    }
    if (chance(12)) {
        filter.patient = aPatient(static_cast<std::uint32_t>(below(6))).id;
    }
    if (chance(14)) {
        filter.caseId = std::next(cases_.begin(), below(static_cast<int>(cases_.size())))->first;
    }
    if (chance(10)) {
        filter.practitioner = idOf<PractitionerId>(1 + static_cast<std::uint32_t>(below(3)));
    }
    if (chance(10)) {
        filter.profession = static_cast<Profession>(below(3));
    }
    if (chance(8)) {
        filter.caseStatus = static_cast<CaseStatus>(below(3));
    }
    if (chance(8)) {
        filter.diagnosis = chance(2) ? "m5" : chance(2) ? "M54.2" : "G44.2";
    }
    if (chance(8)) {
        filter.homeCare = some<HomeCareKey>(kItems);
    }
    if (chance(8)) {
        filter.painted = key<RegionKey>(one(kRegions));
        filter.paintedSide = chance(2) ? std::optional{static_cast<Side>(below(3))} : std::nullopt;
    }
    if (chance(8)) {
        filter.painNow = range();
    }
    if (chance(5)) {
        filter.from = kNow + std::chrono::hours{24} * (below(120) - 100);
    }
    if (chance(5)) {
        filter.to = kNow + std::chrono::hours{24} * (below(120) - 100);
    }
    return filter;
}

bool AnyClinic::holdsText(const std::string& text, const Session& session) const {
    std::vector<std::string> texts;
    for (const auto& note : session.note) {
        texts.push_back(note.text);
    }
    for (const auto& finding : session.findings) {
        texts.push_back(finding.note);
    }
    const auto has = [&](const std::vector<std::string>& words, bool beginning) {
        return std::ranges::any_of(
            texts, [&](const std::string& each) { return stands(words, beginning, each); });
    };
    if (text.starts_with('"')) {
        return has(split(text.substr(1, text.size() - 2)), false);
    }
    return std::ranges::all_of(split(text), [&](const std::string& word) {
        return word.starts_with('-') ? !has({word.substr(1)}, false) : has({word}, true);
    });
}

std::vector<Session> AnyClinic::scan(const SessionFilter& filter) const {
    const auto codeOf = [](std::string code) {
        std::erase(code, '.');
        std::ranges::transform(code, code.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        return code;
    };
    std::vector<Session> found;
    for (const auto& session : sessions_) {
        const auto& record = cases_.at(session.caseId);
        const auto profession = session.practitioner == aColleague().id
                                    ? aColleague().profession
                                    : aPractitioner().profession;
        if (matches(filter, session, regionOf) && holdsText(filter.text, session) &&
            (!filter.patient || session.patient == *filter.patient ||
             goesOn(session.patient) == *filter.patient) &&
            (!filter.profession || *filter.profession == profession) &&
            (!filter.caseStatus || *filter.caseStatus == record.status) &&
            codeOf(record.diagnosisCode).starts_with(codeOf(filter.diagnosis)) &&
            (!filter.from || session.startedAt >= *filter.from) &&
            (!filter.to || session.startedAt < *filter.to)) {
            found.push_back(session);
        }
    }
    std::ranges::sort(found, [&](const Session& a, const Session& b) {
        return std::pair{a.startedAt, order_.at(a.id)} > std::pair{b.startedAt, order_.at(b.id)};
    });
    return found;
}

std::string AnyClinic::told(const SessionFilter& filter) const {
    std::ostringstream out;
    out << "text [" << filter.text << "] finding " << filter.finding.muscles.size() << " muscles, "
        << filter.finding.states.size() << " states, " << filter.finding.changes.size()
        << " changes, tenderness " << filter.finding.tenderness.least.value_or(-1) << ".."
        << filter.finding.tenderness.most.value_or(-1) << ", side "
        << (filter.finding.side ? name(*filter.finding.side) : "-") << "; treatment "
        << filter.treatment.techniques.size() << " techniques, " << filter.treatment.muscles.size()
        << " muscles, " << filter.treatment.doses.size() << " doses, side "
        << (filter.treatment.side ? name(*filter.treatment.side) : "-") << "; diagnosis ["
        << filter.diagnosis << "] patient " << filter.patient.has_value() << " case "
        << filter.caseId.has_value() << " times " << filter.from.has_value()
        << filter.to.has_value();
    return out.str();
}

} // namespace palpate::test
