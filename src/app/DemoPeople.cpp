// SPDX-License-Identifier: MIT
#include "app/DemoPeople.h"

#include "app/DemoChance.h"
#include "app/DemoNames.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace palpate::app {

namespace {

template <std::size_t N>
constexpr std::array<std::string_view, N> words(const std::string_view (&items)[N]) {
    return std::to_array(items);
}

constexpr auto kOccupations = words({"accountant",
                                     "baker",
                                     "bus driver",
                                     "carer",
                                     "carpenter",
                                     "cashier",
                                     "chef",
                                     "childminder",
                                     "cleaner",
                                     "dental hygienist",
                                     "electrician",
                                     "farm worker",
                                     "florist",
                                     "gardener",
                                     "hairdresser",
                                     "help desk worker",
                                     "joiner",
                                     "laboratory technician",
                                     "librarian",
                                     "lorry driver",
                                     "mechanic",
                                     "midwife",
                                     "musician",
                                     "nurse",
                                     "office worker",
                                     "painter",
                                     "paramedic",
                                     "plasterer",
                                     "police officer",
                                     "postal worker",
                                     "primary school teacher",
                                     "programmer",
                                     "receptionist",
                                     "roofer",
                                     "sales assistant",
                                     "seamstress",
                                     "social worker",
                                     "student",
                                     "surveyor",
                                     "translator",
                                     "violin teacher",
                                     "waiter",
                                     "warehouse worker"});
constexpr auto kPatientNotes =
    words({"Prefers early appointments.", "Hard of hearing on the left; sit on the right side.",
           "Comes with a walking stick.", "Please send reminders by text message.",
           "Prefers lying on the side; prone is uncomfortable.", "Interpreter booked when needed.",
           "Shift work: ask about the week before booking.", "Parking place needed at the door."});

constexpr auto kStreets =
    words({"Mill Lane", "Quay Street", "Wharf Terrace", "Orchard Rise", "Chapel Row",
           "Tannery Close", "Larch Avenue", "Station Road", "Weir View", "Ropewalk"});
/// Of the same generation, then those of the next and of the one before.
constexpr auto kNearWomen = words({"partner", "sister", "friend", "neighbour"});
constexpr auto kNearMen = words({"partner", "brother", "friend", "neighbour"});

[[nodiscard]] std::string relationTo(DemoChance& chance, bool isWoman, int age) {
    if (chance.happens(0.4)) {
        return age >= 50 ? isWoman ? "daughter" : "son" : isWoman ? "mother" : "father";
    }
    return std::string{isWoman ? chance.from(kNearWomen) : chance.from(kNearMen)};
}

struct Practice {
    std::string_view physician;
    std::string_view name;
    std::string_view phone;
};
constexpr std::array kPractices{
    Practice{"Dr H. Brandvold", "Harbourside Practice", "+44 117 496 0122"},
    Practice{"Dr P. Achterberg", "Hillside Surgery", "+44 117 496 0140"},
    Practice{"Dr L. Quennell", "Hillside Surgery", "+44 117 496 0140"},
    Practice{"Dr S. Vasile", "Old Mint Practice", "+44 117 496 0155"},
    Practice{"Dr N. Okwuosa", "Old Mint Practice", "+44 117 496 0155"},
};
struct AllergyWords {
    std::string_view substance;
    std::string_view reaction;
};
constexpr std::array kAllergies{
    AllergyWords{"penicillin", "rash"},          AllergyWords{"grass pollen", "sneezing"},
    AllergyWords{"nuts", "swollen lips"},        AllergyWords{"ibuprofen", "stomach pain"},
    AllergyWords{"bee venom", "large swelling"}, AllergyWords{"house dust", ""},
    AllergyWords{"lavender oil", "red skin"},
};

/// How often an alert is met; of those to whom it can apply.
struct AlertOdds {
    std::string_view key;
    double chance;
    int fromAge;
    int toAge;
    bool womenOnly;
};
constexpr std::array kAlertOdds{
    AlertOdds{"anticoagulant", 0.10, 55, 130, false},
    AlertOdds{"antiplatelet", 0.08, 50, 130, false},
    AlertOdds{"osteoporosis", 0.12, 62, 130, false},
    AlertOdds{"pacemaker_or_implant", 0.03, 60, 130, false},
    AlertOdds{"uncontrolled_hypertension", 0.03, 45, 130, false},
    AlertOdds{"pregnancy", 0.07, 22, 41, true},
    AlertOdds{"needle_phobia", 0.05, 18, 60, false},
    AlertOdds{"diabetes_neuropathy", 0.05, 45, 130, false},
    AlertOdds{"hypermobility", 0.03, 18, 45, true},
    AlertOdds{"adhesive_allergy", 0.02, 18, 130, false},
    AlertOdds{"metal_implant", 0.06, 60, 130, false},
    AlertOdds{"asthma", 0.03, 18, 70, false},
    AlertOdds{"thyroid_disease", 0.03, 35, 130, true},
};

[[nodiscard]] std::vector<Alert> alertsFor(DemoChance& chance, int age, Sex sex,
                                           const reference::Reference& reference) {
    std::vector<Alert> alerts;
    for (const auto& odds : kAlertOdds) {
        const bool hit = chance.happens(odds.chance);
        if (!hit || age < odds.fromAge || age > odds.toAge ||
            (odds.womenOnly && sex != Sex::Female)) {
            continue;
        }
        const auto key = AlertKey::from(odds.key);
        const auto* known = key ? reference.alerts().find(*key) : nullptr;
        if (known != nullptr) {
            const auto& choices = known->detailChoices;
            alerts.push_back({*key, choices.empty() ? std::string{} : chance.from(choices)});
        }
    }
    return alerts;
}

[[nodiscard]] Date birthDateFor(DemoChance& chance, Date today) {
    // Two draws: people with muscle pain are mostly of working age, fewer are young or very old.
    const int age = 18 + static_cast<int>((chance.unit() + chance.unit()) * 34);
    const auto days = std::chrono::sys_days{today} -
                      std::chrono::days{age * 365 + age / 4 + chance.between(1, 364)};
    return Date{days};
}

[[nodiscard]] std::string digits(DemoChance& chance, int howMany) {
    std::string text;
    for (int i = 0; i < howMany; ++i) {
        text += static_cast<char>('0' + chance.between(0, 9));
    }
    return text;
}

[[nodiscard]] std::string telephone(DemoChance& chance) {
    return "+44 7700 900" + digits(chance, 3);
}

[[nodiscard]] std::optional<std::vector<Allergy>> allergiesFor(DemoChance& chance,
                                                               const Patient& person) {
    if (chance.happens(0.15)) {
        return std::nullopt; // nobody asked
    }
    std::vector<Allergy> allergies;
    // Whoever has an alert for plasters says so here, too.
    for (const auto& alert : person.alerts.value_or(std::vector<Alert>{})) {
        if (alert.kind.text() == "adhesive_allergy") {
            allergies.push_back({"adhesive plaster", "red skin"});
        }
    }
    if (chance.happens(0.22)) {
        const auto& one = chance.from(kAllergies);
        allergies.push_back({std::string{one.substance}, std::string{one.reaction}});
    }
    return allergies;
}

[[nodiscard]] std::vector<Consent> consentsFor(DemoChance& chance, IdMaker& ids, Date today) {
    std::vector<Consent> consents;
    const auto add = [&](std::string_view scope) {
        consents.push_back({.id = ConsentId::create(ids),
                            .scope = std::string{scope},
                            .given = today,
                            .withdrawn = {},
                            .note = {}});
    };
    if (chance.happens(0.97)) {
        add("assessment and manual treatment");
    }
    if (chance.happens(0.5)) {
        add("letters to the physician");
    }
    if (chance.happens(0.15)) {
        add("reminders by text message");
    }
    return consents;
}

void addContacts(DemoChance& chance, Patient& person, const InventedName& name, int age) {
    if (chance.happens(0.72)) {
        person.emergency = {name.near, relationTo(chance, name.isNearWoman, age),
                            telephone(chance)};
    }
    if (chance.happens(0.62)) {
        const auto& practice = chance.from(kPractices);
        person.physician = {std::string{practice.physician}, std::string{practice.name},
                            std::string{practice.phone}};
    }
    if (chance.happens(0.7)) {
        person.address = std::to_string(chance.between(1, 120)) + " " +
                         std::string{chance.from(kStreets)} + ", Bristol";
    }
}

} // namespace

Patient inventedPerson(DemoChance& chance, IdMaker& ids, Date today,
                       const reference::Reference& reference) {
    const auto name = inventedName(chance);
    Patient person{.id = PatientId::create(ids),
                   .familyName = name.family,
                   .givenName = name.given,
                   .birthDate = {},
                   .sex = Sex::NotAsked,
                   .phone = {},
                   .email = {},
                   .occupation = {},
                   .alerts = {},
                   .note = {}};
    person.sex = name.isWoman ? Sex::Female : Sex::Male;
    if (chance.happens(0.02)) {
        person.sex = chance.happens(0.5) ? Sex::NotAsked : Sex::Other;
    }
    const auto born = birthDateFor(chance, today);
    if (!chance.happens(0.02)) {
        person.birthDate = born;
    }
    person.phone = chance.happens(0.9) ? telephone(chance) : "";
    person.email = chance.happens(0.6) ? "patient" + digits(chance, 6) + "@example.org" : "";
    const int age = ageOn(born, today).value_or(40);
    person.occupation = age >= 67 ? std::string{"retired"} : std::string{chance.from(kOccupations)};
    if (!chance.happens(0.1)) {
        person.alerts = alertsFor(chance, age, person.sex, reference);
    }
    person.note = chance.happens(0.12) ? std::string{chance.from(kPatientNotes)} : std::string{};
    if (const auto called = calledBy(person.givenName); !called.empty() && chance.happens(0.5)) {
        person.preferredName = called;
    }
    if (person.sex == Sex::Other) {
        person.gender = "non-binary";
    }
    const double hand = chance.unit();
    person.hand = hand < 0.84   ? Hand::Right
                  : hand < 0.94 ? Hand::Left
                  : hand < 0.95 ? Hand::Both
                                : Hand::NotAsked;
    addContacts(chance, person, name, age);
    person.allergies = allergiesFor(chance, person);
    person.consents = consentsFor(chance, ids, today);
    return person;
}

} // namespace palpate::app
