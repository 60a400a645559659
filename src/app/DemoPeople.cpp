// SPDX-License-Identifier: MIT
#include "app/DemoPeople.h"

#include "app/DemoChance.h"
#include "reference/Reference.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace palpate::app {

namespace {

using Words = std::span<const std::string_view>;
template <std::size_t N>
constexpr std::array<std::string_view, N> words(const std::string_view (&items)[N]) {
    return std::to_array(items);
}

// Common names of some languages that a European clinic meets, drawn at random and joined.
constexpr auto kEnglishWomen = words({"Alice", "Bethan", "Charlotte", "Dorothy", "Eleanor", "Grace",
                                      "Hannah", "Imogen", "Joan", "Margaret", "Naomi", "Ruth"});
constexpr auto kEnglishMen = words({"Alfred", "Benjamin", "Callum", "Dylan", "Edward", "Frank",
                                    "George", "Harvey", "Leonard", "Martin", "Owen", "Philip"});
constexpr auto kEnglishFamilies =
    words({"Ashdown", "Birchall", "Cartwright", "Davies", "Ellwood", "Fairclough", "Greenhalgh",
           "Hartley", "Ingram", "Lockwood", "Merriman", "Pryce", "Thornbury", "Whitcombe"});

constexpr auto kIrishWomen =
    words({"Aoife", "Bríd", "Caoimhe", "Gráinne", "Niamh", "Róisín", "Síle", "Úna"});
constexpr auto kIrishMen =
    words({"Cillian", "Diarmuid", "Fionn", "Lorcán", "Oisín", "Pádraig", "Séamus", "Tadhg"});
constexpr auto kIrishFamilies = words({"Ó Briain", "Breathnach", "Gallagher", "Kinsella",
                                       "Mac Cárthaigh", "Ní Dhomhnaill", "O’Dowd", "Quinlan"});

constexpr auto kPolishWomen =
    words({"Agnieszka", "Bożena", "Elżbieta", "Grażyna", "Małgorzata", "Wanda", "Zofia", "Łucja"});
constexpr auto kPolishMen = words(
    {"Błażej", "Grzegorz", "Krzysztof", "Michał", "Paweł", "Stanisław", "Wojciech", "Zbigniew"});
constexpr auto kPolishFamiliesWomen =
    words({"Bąk", "Dąbrowska", "Górska", "Jabłońska", "Kołodziej", "Sikorska", "Wróbel", "Żuraw"});
constexpr auto kPolishFamiliesMen =
    words({"Bąk", "Dąbrowski", "Górski", "Jabłoński", "Kołodziej", "Sikorski", "Wróbel", "Żuraw"});

constexpr auto kCzechWomen =
    words({"Alžběta", "Božena", "Jiřina", "Kateřina", "Ludmila", "Markéta", "Růžena", "Zdeňka"});
constexpr auto kCzechMen =
    words({"Bohumil", "Dušan", "František", "Jiří", "Luboš", "Ondřej", "Tomáš", "Václav"});
constexpr auto kCzechFamiliesWomen = words(
    {"Bártová", "Dvořáčková", "Hájková", "Křížová", "Řezníčková", "Šimková", "Vondrová", "Žáková"});
constexpr auto kCzechFamiliesMen =
    words({"Bárta", "Dvořáček", "Hájek", "Kříž", "Řezníček", "Šimek", "Vondra", "Žák"});

constexpr auto kHungarianWomen =
    words({"Ágnes", "Bori", "Enikő", "Ildikó", "Katalin", "Réka", "Tünde", "Zsófia"});
constexpr auto kHungarianMen =
    words({"Ádám", "Bálint", "Ernő", "Géza", "Lőrinc", "Miklós", "Sándor", "Zsolt"});
constexpr auto kHungarianFamilies =
    words({"Bíró", "Erdős", "Fülöp", "Hegedűs", "Kőszegi", "Lukács", "Szűcs", "Vörös"});

constexpr auto kGermanWomen =
    words({"Annegret", "Birgit", "Friederike", "Gisela", "Jördis", "Käthe", "Sabine", "Ulrike"});
constexpr auto kGermanMen =
    words({"Burkhard", "Dieter", "Götz", "Jürgen", "Lothar", "Rüdiger", "Sönke", "Volker"});
constexpr auto kGermanFamilies =
    words({"Bäumler", "Großkopf", "Hölzl", "Jäger", "Müllenbach", "Schönfeld", "Strauß", "Wörner"});

constexpr auto kFrenchWomen =
    words({"Adèle", "Bérénice", "Cécile", "Élodie", "Françoise", "Hélène", "Maëlle", "Solène"});
constexpr auto kFrenchMen =
    words({"Aurélien", "Benoît", "Cédric", "Étienne", "Gaëtan", "Loïc", "Noël", "Rémi"});
constexpr auto kFrenchFamilies = words({"Barthélemy", "Châtelain", "Désormeaux", "Garçon",
                                        "Lefèvre", "Maître", "Rouvière", "Thévenet"});

constexpr auto kIberianWomen =
    words({"Begoña", "Conceição", "Inês", "Lucía", "Núria", "Rocío", "Sofía", "Verónica"});
constexpr auto kIberianMen =
    words({"Álvaro", "Andrés", "João", "Joaquín", "Martín", "Óscar", "Simão", "Víctor"});
constexpr auto kIberianFamilies = words(
    {"Araújo", "Cañizares", "Gonçalves", "Ibáñez", "Magalhães", "Núñez", "Peñalver", "Simões"});

constexpr auto kNordicWomen =
    words({"Åsa", "Bergljót", "Päivi", "Sigríður", "Solveig", "Svanhild", "Tuulikki", "Þórunn"});
constexpr auto kNordicMen =
    words({"Ásgeir", "Bjørn", "Håkon", "Jørgen", "Mikkel", "Pär", "Väinö", "Øystein"});
constexpr auto kNordicFamilies = words(
    {"Ågren", "Bjørnstad", "Hämäläinen", "Kjærgaard", "Lindström", "Mäkelä", "Nygård", "Sørensen"});

constexpr auto kTurkishWomen = words({"Ayşe", "Çiğdem", "Gülşen", "Nurhan", "Özlem", "Şebnem"});
constexpr auto kTurkishMen = words({"Çağlar", "Gökhan", "İbrahim", "Mustafa", "Oğuz", "Şükrü"});
constexpr auto kTurkishFamilies = words({"Aydoğan", "Çelik", "Güneş", "Işık", "Öztürk", "Yağcı"});

constexpr auto kGreekWomen =
    words({"Αγγελική", "Βασιλική", "Ελένη", "Θεοδώρα", "Μαρίνα", "Χρυσούλα"});
constexpr auto kGreekMen = words({"Αντώνης", "Γιάννης", "Ηλίας", "Θανάσης", "Νίκος", "Σπύρος"});
constexpr auto kGreekFamiliesWomen =
    words({"Αλεξίου", "Δημητριάδη", "Καραμάνου", "Μακρή", "Παπαδάκη", "Σταματίου"});
constexpr auto kGreekFamiliesMen =
    words({"Αλεξίου", "Δημητριάδης", "Καραμάνος", "Μακρής", "Παπαδάκης", "Σταματίου"});

constexpr auto kUkrainianWomen = words({"Ганна", "Зоряна", "Ірина", "Оксана", "Соломія", "Юлія"});
constexpr auto kUkrainianMen = words({"Андрій", "Богдан", "Василь", "Дмитро", "Остап", "Юрій"});
constexpr auto kUkrainianFamilies =
    words({"Бондаренко", "Гнатюк", "Ковальчук", "Лисенко", "Мельничук", "Шевчук"});

constexpr auto kBulgarianWomen =
    words({"Веселина", "Златка", "Надежда", "Радка", "Стефка", "Цветелина"});
constexpr auto kBulgarianMen = words({"Асен", "Борислав", "Живко", "Любомир", "Пламен", "Христо"});
constexpr auto kBulgarianFamiliesWomen =
    words({"Ангелова", "Божинова", "Димитрова", "Колева", "Станчева", "Чолакова"});
constexpr auto kBulgarianFamiliesMen =
    words({"Ангелов", "Божинов", "Димитров", "Колев", "Станчев", "Чолаков"});

constexpr auto kIndianWomen = words({"Anjali", "Deepa", "Kavitha", "Meera", "Priya", "Sunita"});
constexpr auto kIndianMen = words({"Arjun", "Farhan", "Harpreet", "Naveen", "Rajesh", "Vikram"});
constexpr auto kIndianFamilies =
    words({"Bhattacharya", "Chaudhry", "Iyer", "Kulkarni", "Malhotra", "Sandhu"});

constexpr auto kNigerianWomen =
    words({"Adaeze", "Bọ́lá", "Ngọzi", "Ọmọ́lará", "Temitọpẹ", "Yétúndé"});
constexpr auto kNigerianMen =
    words({"Babátúndé", "Chukwuemeka", "Ifeanyi", "Kọ́lá", "Olúṣẹ́gun", "Tunde"});
constexpr auto kNigerianFamilies =
    words({"Adébáyọ̀", "Eze", "Nwosu", "Ògúnlẹ́yẹ", "Okonkwo", "Salako"});

constexpr auto kVietnameseWomen = words({"Bích Ngọc", "Hồng", "Lan", "Thị Mai", "Thu Hà", "Tuyết"});
constexpr auto kVietnameseMen = words({"Đức", "Hữu Phước", "Minh", "Quốc", "Thành", "Văn Hùng"});
constexpr auto kVietnameseFamilies = words({"Bùi", "Đặng", "Hoàng", "Lê", "Nguyễn", "Phạm"});

struct NamePool {
    double weight;
    Words women;
    Words men;
    Words familiesOfWomen;
    Words familiesOfMen;
};
const std::array kPools{
    NamePool{30, kEnglishWomen, kEnglishMen, kEnglishFamilies, kEnglishFamilies},
    NamePool{6, kIrishWomen, kIrishMen, kIrishFamilies, kIrishFamilies},
    NamePool{9, kPolishWomen, kPolishMen, kPolishFamiliesWomen, kPolishFamiliesMen},
    NamePool{5, kCzechWomen, kCzechMen, kCzechFamiliesWomen, kCzechFamiliesMen},
    NamePool{4, kHungarianWomen, kHungarianMen, kHungarianFamilies, kHungarianFamilies},
    NamePool{7, kGermanWomen, kGermanMen, kGermanFamilies, kGermanFamilies},
    NamePool{6, kFrenchWomen, kFrenchMen, kFrenchFamilies, kFrenchFamilies},
    NamePool{7, kIberianWomen, kIberianMen, kIberianFamilies, kIberianFamilies},
    NamePool{5, kNordicWomen, kNordicMen, kNordicFamilies, kNordicFamilies},
    NamePool{4, kTurkishWomen, kTurkishMen, kTurkishFamilies, kTurkishFamilies},
    NamePool{4, kGreekWomen, kGreekMen, kGreekFamiliesWomen, kGreekFamiliesMen},
    NamePool{4, kUkrainianWomen, kUkrainianMen, kUkrainianFamilies, kUkrainianFamilies},
    NamePool{3, kBulgarianWomen, kBulgarianMen, kBulgarianFamiliesWomen, kBulgarianFamiliesMen},
    NamePool{6, kIndianWomen, kIndianMen, kIndianFamilies, kIndianFamilies},
    NamePool{4, kNigerianWomen, kNigerianMen, kNigerianFamilies, kNigerianFamilies},
    NamePool{3, kVietnameseWomen, kVietnameseMen, kVietnameseFamilies, kVietnameseFamilies},
};

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

} // namespace

Patient inventedPerson(DemoChance& chance, PatientId id, Date today,
                       const reference::Reference& reference) {
    Patient person{.id = id,
                   .familyName = {},
                   .givenName = {},
                   .birthDate = {},
                   .sex = Sex::NotAsked,
                   .phone = {},
                   .email = {},
                   .occupation = {},
                   .alerts = {},
                   .note = {}};
    const auto& pool = chance.weighted(kPools);
    const bool woman = chance.happens(0.58);
    person.givenName = chance.from(woman ? pool.women : pool.men);
    const auto families = woman ? pool.familiesOfWomen : pool.familiesOfMen;
    person.familyName = chance.from(families);
    if (chance.happens(0.07)) {
        const auto second = chance.from(families);
        person.familyName += second == person.familyName ? "" : "-" + std::string{second};
    }
    person.sex = woman ? Sex::Female : Sex::Male;
    if (chance.happens(0.02)) {
        person.sex = chance.happens(0.5) ? Sex::NotAsked : Sex::Other;
    }
    const auto born = birthDateFor(chance, today);
    if (!chance.happens(0.02)) {
        person.birthDate = born;
    }
    person.phone = chance.happens(0.9) ? "+44 7700 900" + digits(chance, 3) : "";
    person.email = chance.happens(0.6) ? "patient" + digits(chance, 6) + "@example.org" : "";
    const int age = ageOn(born, today).value_or(40);
    person.occupation = age >= 67 ? std::string{"retired"} : std::string{chance.from(kOccupations)};
    if (!chance.happens(0.1)) {
        person.alerts = alertsFor(chance, age, person.sex, reference);
    }
    person.note = chance.happens(0.12) ? std::string{chance.from(kPatientNotes)} : std::string{};
    return person;
}

} // namespace palpate::app
