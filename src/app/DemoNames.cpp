// SPDX-License-Identifier: MIT
#include "app/DemoNames.h"

#include "app/DemoChance.h"

#include <algorithm>
#include <array>
#include <span>

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

/// What those with a long name are called; not everybody wants it.
struct Called {
    std::string_view given;
    std::string_view preferred;
};
constexpr std::array kCalled{
    Called{"Charlotte", "Charlie"}, Called{"Eleanor", "Nell"},    Called{"Margaret", "Maggie"},
    Called{"Benjamin", "Ben"},      Called{"Philip", "Pip"},      Called{"Edward", "Ted"},
    Called{"Leonard", "Len"},       Called{"Krzysztof", "Krzyś"}, Called{"Małgorzata", "Gosia"},
    Called{"Katalin", "Kati"},      Called{"Zsófia", "Zsófi"},    Called{"Friederike", "Rike"},
    Called{"Chukwuemeka", "Emeka"}, Called{"Verónica", "Vero"},   Called{"Françoise", "Fran"},
    Called{"Kateřina", "Káťa"},     Called{"Joaquín", "Quim"},    Called{"Václav", "Vašek"},
};

} // namespace

InventedName inventedName(DemoChance& chance) {
    const auto& pool = chance.weighted(kPools);
    InventedName name;
    name.isWoman = chance.happens(0.58);
    name.given = chance.from(name.isWoman ? pool.women : pool.men);
    const auto families = name.isWoman ? pool.familiesOfWomen : pool.familiesOfMen;
    name.family = chance.from(families);
    if (chance.happens(0.07)) {
        const auto second = chance.from(families);
        name.family += second == name.family ? "" : "-" + std::string{second};
    }
    // Somebody near to them, mostly of the same family.
    const bool isWoman = chance.happens(0.5);
    const auto nearFamilies = isWoman ? pool.familiesOfWomen : pool.familiesOfMen;
    name.near =
        std::string{chance.from(isWoman ? pool.women : pool.men)} + " " +
        (chance.happens(0.6) && isWoman == name.isWoman ? name.family
                                                        : std::string{chance.from(nearFamilies)});
    name.isNearWoman = isWoman;
    return name;
}

std::string_view calledBy(std::string_view given) {
    const auto* found = std::ranges::find(kCalled, given, &Called::given);
    return found != kCalled.end() ? found->preferred : std::string_view{};
}

} // namespace palpate::app
