// SPDX-License-Identifier: MIT
// Filters of chance, and what they mean by looking at each session.
#include "storage/AnyClinic.h"

#include <algorithm>
#include <sstream>

namespace palpate::test {

namespace {

[[nodiscard]] std::vector<std::string> split(const std::string& text) {
    std::istringstream in{text};
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
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

std::vector<PaintedRegion> anyRegion(const PainArea& area) {
    return {{key<RegionKey>(area.onArm ? kRegions[0] : kRegions[1]),
             area.depth ? Side::Left : Side::Right}};
}

Practitioner aColleague() {
    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(2);
    colleague.userName = "lee";
    colleague.profession = Profession::Chiropractor;
    return colleague;
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
    if (chance(6)) {
        filter.flags = some<RedFlagKey>(kFlags);
    }
    if (chance(6)) {
        filter.flagState = chance(2) ? FlagState::Raised : FlagState::Unsettled;
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
        if (matches(filter, session, anyRegion) && holdsFlags(filter, session) &&
            holdsText(filter.text, session) &&
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
        << filter.caseId.has_value() << " flags " << filter.flags.size()
        << (!filter.flagState                           ? ""
            : *filter.flagState == FlagState::Unsettled ? " unsettled"
                                                        : " raised")
        << " times " << filter.from.has_value() << filter.to.has_value();
    return out.str();
}

} // namespace palpate::test
