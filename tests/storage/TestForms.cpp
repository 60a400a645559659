// SPDX-License-Identifier: MIT
#include "storage/TestForms.h"

namespace palpate::test {

FormAnswers someAnswers() {
    const Coding sharp{"https://example.org/quality", "sharp", "Sharp, \"stabbing\""};
    return {"https://example.org/Questionnaire/low-back",
            "1.2.0",
            {{"where",
              "Where does it hurt?",
              {},
              {{"side", "Which side?", {{sharp, {}}, {Coding{"", "", "wörtlich"}, {}}}, {}},
               {"since", "Since when?", {{PartialDate{2026, 10, {}}, {}}}, {}}}},
             {"worst",
              "Worst pain",
              {{std::int64_t{7}, {{"when", "When?", {{FormTime{"07:30:00"}, {}}}, {}}}}},
              {}},
             {"sleep", "Hours of sleep", {{6.5, {}}, {0.1, {}}, {-0.0, {}}, {8.0, {}}}, {}},
             {"numb", "Numbness?", {{false, {}}}, {}},
             {"told", "", {{FormDateTime{"2026-11-23T10:42:00Z"}, {}}}, {}},
             {"words",
              "In your own words",
              {{std::string{"it's 100 % 'worse'; \\ \"quoted\"\nsecond line – naïve"}, {}}},
              {}},
             {"link", "", {{FormUrl{"https://example.org/?a=b&c"}, {}}}, {}},
             {"walk", "", {{Quantity{1.25, "km", "http://unitsofmeasure.org", "km"}, {}}}, {}},
             {"none", "", {{Quantity{{}, "km", "", ""}, {}}}, {}},
             {"scan", "", {{AttachmentAnswer{"MRI", "application/pdf", "0190"}, {}}}, {}},
             {"empty", "Not answered", {}, {}}}};
}

FormRecord aForm(std::uint32_t number) {
    return {.id = idOf<FormRecordId>(700 + number),
            .patient = aPatient().id,
            .caseId = number % 2 == 0 ? std::optional{aCase().id} : std::nullopt,
            .session = {},
            .title = "First visit, low back",
            .answers = someAnswers(),
            .filledBy = number % 2 == 0 ? FilledBy::Practitioner : FilledBy::Patient,
            .by = aPractitioner().id,
            .begun = kNow + std::chrono::hours{number},
            .completed = {},
            .measure = {},
            .score = {}};
}

FormRecord completed(FormRecord record) {
    record.completed = record.begun + std::chrono::minutes{10};
    record.measure = "nprs";
    record.score = 6.0 + 1.0 / 3.0;
    return record;
}

RaisedFlag aFlag(std::uint32_t number) {
    return {.id = idOf<RaisedFlagId>(800 + number),
            .patient = aPatient().id,
            .caseId = aCase().id,
            .session = {},
            .form = aForm().id,
            .flag = key<RedFlagKey>(number % 2 == 0 ? "saddle_numbness" : "night_pain"),
            .question = "Numbness between the legs?\n(where one sits)",
            .pointsTo = "cauda equina syndrome",
            .urgency = number % 2 == 0 ? "emergency" : "soon",
            .action = "Send to emergency care now.",
            .raised = kNow + std::chrono::minutes{10} + std::chrono::hours{number},
            .by = aPractitioner().id,
            .deeds = {}};
}

FlagDeed aDeed(std::uint32_t number) {
    const bool goesOn = number % 2 == 1;
    return {.id = idOf<FlagDeedId>(850 + number),
            .kind = goesOn ? FlagDeedKind::GoesOn : FlagDeedKind::Told,
            .whom = goesOn ? "" : "Dr M. Patel",
            .reason = goesOn ? "known since 2019; unchanged" : "",
            .done = kNow + std::chrono::hours{1 + number},
            .written = kNow + std::chrono::hours{2 + number},
            .by = aPractitioner().id};
}

CarePlanItem aCareItem(std::uint32_t number) {
    return {.id = idOf<CarePlanItemId>(870 + number),
            .caseId = aCase().id,
            .item = key<HomeCareKey>(number % 2 == 0 ? "walking" : "heat"),
            .dose = "2 x 30 s, \"twice\" a day",
            .because = {key<FactorKey>("sitting"), key<FactorKey>("stress")},
            .start = std::chrono::sys_days{kToday} + std::chrono::days{number},
            .review = Date{std::chrono::sys_days{kToday} + std::chrono::days{14 + number}},
            .stopped = {},
            .stoppedBecause = {},
            .by = aPractitioner().id,
            .written = kNow};
}

storage::AuditEntry newestRow(storage::Store& store) {
    return store.audit().list({.limit = 1}).at(0);
}

} // namespace palpate::test
