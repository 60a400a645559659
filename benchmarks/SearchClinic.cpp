// SPDX-License-Identifier: MIT
#include "SearchClinic.h"

#include <algorithm>
#include <iostream>

namespace palpate::bench {

namespace {

constexpr int kDays = 1500;
constexpr Instant kFirstDay{std::chrono::sys_days{std::chrono::year{2022} / 9 / 1} +
                            std::chrono::hours{8}};

constexpr std::array kMuscles{"quadratus_lumborum",
                              "gluteus_medius",
                              "gluteus_minimus",
                              "piriformis",
                              "trapezius_upper",
                              "levator_scapulae",
                              "infraspinatus",
                              "iliocostalis_lumborum",
                              "gluteus_maximus",
                              "supraspinatus",
                              "rhomboid_major",
                              "sternocleidomastoid",
                              "psoas_major",
                              "vastus_lateralis",
                              "biceps_femoris",
                              "gastrocnemius",
                              "soleus",
                              "pectoralis_major",
                              "latissimus_dorsi",
                              "splenius_capitis",
                              "masseter",
                              "tibialis_anterior",
                              "extensor_carpi",
                              "scalenus_medius"};
constexpr std::array kTechniques{"pressure_release",
                                 "massage_relaxation",
                                 "dry_needling",
                                 "post_isometric",
                                 "heat",
                                 "stretch_spray",
                                 "laser",
                                 "mobilisation"};
constexpr std::array kFamilies{"Kovács",  "Okonkwo", "Müller", "Øster",     "García",
                               "Ivanova", "Smith",   "Nguyen", "Rossi",     "Dubois",
                               "Tanaka",  "Haddad",  "Novák",  "Silva",     "Jansen",
                               "Walsh",   "O'Brien", "Petrov", "Lindqvist", "Popescu"};
constexpr std::array kEndings{"",     "son",  "ova",  "berg",  "mann",  "escu",  "ski",   "dottir",
                              "ides", "wala", "ford", "worth", "field", "stein", "quist", "ley"};
constexpr std::array kGivens{"Ana",    "Zoë",   "John",  "Iris",  "Björn",  "Chidi", "Eleni",
                             "Olga",   "Marta", "Pavel", "Lucía", "Hiroko", "Amara", "Tomás",
                             "Ingrid", "Yusuf", "Clara", "Noor",  "Diego",  "Freya"};
/// A fifth of the words that are asked for stand in more than a tenth of the sessions.
constexpr std::array kCommon{"pain",    "lumbar",  "improved", "since", "tender",
                             "sitting", "stretch", "heat",     "night", "better"};
constexpr std::array kItems{"walking", "heat_pack", "stretching", "breathing"};
constexpr std::array kCodes{"M54.50", "M54.2", "M79.18", "G44.209", "M25.511", ""};

[[nodiscard]] std::string rareWord(std::uint32_t number) {
    std::string word = "q";
    for (; number > 0; number /= 20) {
        word += static_cast<char>('a' + number % 20);
    }
    return word;
}

constexpr std::uint32_t kRareWords = 6000;

template <class SomeKey> [[nodiscard]] SomeKey key(const char* text) {
    return SomeKey::from(text).value();
}

class Maker {
public:
    Maker(const std::filesystem::path& folder, int sessions)
        : owner_{PractitionerId::create(ids_), std::string{kUser}, "B. Ench",
                 Profession::Physiotherapist,  Role::Owner,        ""} {
        static_cast<void>(storage::createClinic(folder, {"Bench", "", "", "Europe/London"}, owner_,
                                                kPassword, clock_, ids_,
                                                storage::KdfCost::forTests()));
        storage::Store store{folder, storage::Credentials{std::string{kUser}, kPassword}, clock_};
        for (int done = 0; done < sessions;) {
            store.atomically([&] {
                for (int i = 0; i < 400 && done < sessions; ++i) {
                    const int visits = done == 0 ? std::min(kLongCase, sessions) : 10;
                    addPatient(store, visits, done == 0);
                    done += visits;
                }
            });
            std::cerr << "\r" << done << " sessions" << std::flush;
        }
        std::cerr << "\n";
    }

private:
    [[nodiscard]] int below(int limit) {
        return static_cast<int>(chance_() % static_cast<std::uint32_t>(limit));
    }
    template <class List> [[nodiscard]] auto one(const List& list) {
        return list.at(static_cast<std::size_t>(below(static_cast<int>(list.size()))));
    }
    [[nodiscard]] std::string note(int words) {
        std::string text;
        for (int i = 0; i < words; ++i) {
            // Common ones mostly, as in a language.
            text += (i == 0 ? "" : " ") +
                    (below(4) == 0 ? rareWord(static_cast<std::uint32_t>(below(kRareWords)))
                                   : std::string{one(kCommon)});
        }
        return text;
    }

    void addPatient(storage::Store& store, int sessions, bool isLong) {
        const Patient patient{
            .id = PatientId::create(ids_),
            .familyName = isLong ? longCaseName() : one(kFamilies) + std::string{one(kEndings)},
            .givenName = one(kGivens),
            .birthDate = Date{std::chrono::year{1940 + below(70)},
                              std::chrono::month{static_cast<unsigned>(1 + below(12))},
                              std::chrono::day{static_cast<unsigned>(1 + below(28))}},
            .sex = Sex::NotAsked,
            .phone = "020 " + std::to_string(1'000'000 + below(9'000'000)),
            .email = "",
            .occupation = "",
            .alerts = {},
            .note = ""};
        store.patients().add(patient);
        const Case record{.id = CaseId::create(ids_),
                          .patient = patient.id,
                          .complaint = "Low back pain",
                          .area = {},
                          .onset = {},
                          .onsetNote = "",
                          .diagnosisCode = one(kCodes),
                          .referrer = "",
                          .goal = "",
                          .status = below(3) == 0 ? CaseStatus::Open : CaseStatus::Discharged,
                          .opened = Date{std::chrono::year{2022} / 9 / 1}};
        store.cases().add(record);
        points_.clear();
        for (int i = 1; i <= 4; ++i) {
            points_.push_back({TriggerPointId::create(ids_), i});
        }
        const int first = below(kDays - sessions * (isLong ? 2 : 7));
        for (int i = 0; i < sessions; ++i) {
            const auto session = sessionOf(record, first + i * (isLong ? 2 : 7));
            store.sessions().begin(session);
            static_cast<void>(
                store.sessions().sign(session.id, session.startedAt + std::chrono::minutes{40}));
        }
    }

    [[nodiscard]] Session sessionOf(const Case& record, int day) {
        Session session{.id = SessionId::create(ids_),
                        .caseId = record.id,
                        .patient = record.patient,
                        .practitioner = owner_.id,
                        .startedAt = kFirstDay + std::chrono::hours{24} * day +
                                     std::chrono::minutes{below(600)},
                        .writtenAt = {},
                        .timeZone = "Europe/London",
                        .painNow = PainScore::from(below(11)),
                        .painBest = {},
                        .painWorst = {},
                        .painAfter = {},
                        .course = {},
                        .note = {},
                        .findings = {},
                        .treatments = {},
                        .painAreas = {},
                        .signature = {},
                        .addenda = {}};
        session.writtenAt = session.startedAt;
        session.note[0] = {note(25), Authorship::Written};
        session.note[3] = {note(15), Authorship::Written};
        for (const auto& point : points_) {
            session.findings.push_back({.point = point,
                                        .at = {View::Posterior, 400.0 + point.number, 900},
                                        .muscle = key<MuscleKey>(one(kMuscles)),
                                        .side = static_cast<Side>(below(2)),
                                        .layer = Layer::Superficial,
                                        .referencePoint = {},
                                        .signs = {},
                                        .tenderness = Tenderness::from(below(11)),
                                        .threshold = {},
                                        .state = static_cast<State>(below(3)),
                                        .relation = {},
                                        .note = ""});
        }
        for (int i = 0; i < 3; ++i) {
            session.treatments.push_back(
                {.id = TreatmentId::create(ids_),
                 .target = session.findings.at(static_cast<std::size_t>(i)).point.id,
                 .technique = key<TechniqueKey>(one(kTechniques)),
                 .dose = {{key<LogFieldKey>("duration_s"), 10.0 * (1 + below(18))}},
                 .tendernessAfter = Tenderness::from(below(8)),
                 .painBefore = {},
                 .painAfter = {},
                 .note = ""});
        }
        session.homeCare = {{key<HomeCareKey>(one(kItems))}};
        return session;
    }

    std::mt19937 chance_{42};
    SetClock clock_{std::chrono::time_point_cast<std::chrono::milliseconds>(
        kFirstDay + std::chrono::hours{24} * kDays)};
    IdMaker ids_{clock_, 42};
    Practitioner owner_;
    std::vector<TriggerPoint> points_;
};

} // namespace

std::string longCaseName() {
    return "Longcase";
}

void makeClinic(const std::filesystem::path& folder, int sessions) {
    Maker{folder, sessions};
}

std::string Questions::word() {
    return below(5) == 0 ? kCommon.at(static_cast<std::size_t>(below(10)))
                         : rareWord(static_cast<std::uint32_t>(below(kRareWords)));
}

std::string Questions::person() {
    const std::string family = kFamilies.at(static_cast<std::size_t>(below(20)));
    const std::string whole = family + kEndings.at(static_cast<std::size_t>(below(16)));
    const auto part = [&](std::size_t from, int most) {
        auto to = std::min(whole.size(), from + 1 + static_cast<std::size_t>(below(most)));
        while (to < whole.size() && (static_cast<unsigned char>(whole[to]) & 0xC0U) == 0x80U) {
            ++to;
        }
        while (from > 0 && (static_cast<unsigned char>(whole[from]) & 0xC0U) == 0x80U) {
            --from;
        }
        return whole.substr(from, to - from);
    };
    switch (below(8)) {
    case 0: // from the middle
        return part(2, 5);
    case 1: { // two letters swapped
        auto slip = whole;
        std::swap(slip[slip.size() - 2], slip[slip.size() - 3]);
        return slip;
    }
    case 2: // one letter missing
        return whole.substr(0, whole.size() - 2) + whole.substr(whole.size() - 1);
    case 3:
        return std::to_string(1 + below(28)) + "." + std::to_string(1 + below(12)) + "." +
               std::to_string(1940 + below(70));
    case 4:
        return std::to_string(100 + below(9000));
    case 5:
        return std::string{kGivens.at(static_cast<std::size_t>(below(20)))} + " " + part(0, 6);
    default:
        return part(0, 9);
    }
}

SessionFilter Questions::text() {
    switch (below(5)) {
    case 0:
        return {.text = word() + " " + word()};
    case 1:
        return {.text = "\"" + word() + " " + word() + "\""};
    case 2:
        return {.text = word() + " -" + word()};
    case 3: {
        const auto whole = word();
        return {.text = whole.substr(0, 2 + static_cast<std::size_t>(below(4)))};
    }
    default:
        return {.text = word()};
    }
}

SessionFilter Questions::combined() {
    SessionFilter filter;
    const auto muscle = key<MuscleKey>(kMuscles.at(static_cast<std::size_t>(below(24))));
    const auto technique = key<TechniqueKey>(kTechniques.at(static_cast<std::size_t>(below(8))));
    filter.finding.muscles = {muscle};
    if (below(2) == 0) {
        filter.finding.side = static_cast<Side>(below(2));
    }
    if (below(3) > 0) {
        filter.finding.tenderness.least = 3 + below(8);
    }
    if (below(4) == 0) {
        filter.finding.states = {static_cast<State>(below(3))};
    }
    if (below(2) == 0) {
        filter.treatment.techniques = {technique};
    }
    if (below(4) == 0) {
        filter.treatment.muscles = {muscle};
    }
    if (below(5) == 0) {
        filter.treatment.doses = {
            {key<LogFieldKey>("duration_s"), {10.0 * (1 + below(18)), std::nullopt}}};
    }
    if (below(4) == 0) {
        filter.caseStatus = CaseStatus::Open;
    }
    if (below(6) == 0) {
        filter.diagnosis = "M54";
    }
    if (below(4) == 0) {
        filter.painNow.least = 5 + below(6);
    }
    if (below(3) == 0) {
        filter.from = kFirstDay + std::chrono::hours{24} * below(kDays);
    }
    if (below(3) == 0) {
        filter.text = word();
    }
    return filter;
}

} // namespace palpate::bench
