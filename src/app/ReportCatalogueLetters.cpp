// SPDX-License-Identifier: MIT
// What letters, handouts and maps, and templates about a patient or the clinic, may ask for.
// docs/templates.md prints the same tables.
#include "app/ReportParts.h"

#include <utility>

namespace palpate::app {

namespace {

using Kind = report::Fields::Kind;
using report::FieldInfo;

[[nodiscard]] std::vector<FieldInfo> noteItems() {
    return {{"mark", Kind::Text, "¹, ²"}, {"text", Kind::Text, "the source"}};
}

[[nodiscard]] FieldInfo filmRowInfo() {
    return {"filmRows",
            Kind::List,
            "the rows of the film strip, to print them one by one",
            {{"row", Kind::Text, "1, 2, 3: the figure's parameter `row`"}}};
}

[[nodiscard]] std::vector<FieldInfo> viewItems() {
    return {{"view", Kind::Text, "the figure's parameter `view`"},
            {"title", Kind::Text, "\"Back\""}};
}

[[nodiscard]] std::vector<FieldInfo> ofTheMaps() {
    auto all = viewItems();
    all.push_back({"caption", Kind::Text, "\"points 1, 2, 5; pain drawn\""});
    return {
        {"views", Kind::List, "the views in which points lie or pain was drawn", std::move(all)},
        filmRowInfo()};
}

[[nodiscard]] std::vector<FieldInfo> ofTheLetter() {
    return {
        {"letter.date", Kind::Text, "today"},
        {"letter.recipient", Kind::Text, "to whom; may be empty"},
        {"letter.addressLines",
         Kind::List,
         "the recipient's address",
         {{"line", Kind::Text, "one line of it"}}},
        {"letter.urgency", Kind::Text, "\"Urgent\"; empty: not stated"},
        {"letter.urgencyMeaning", Kind::Text, "\"medical assessment the same day\""},
        {"letter.request", Kind::Note, "what is asked of the recipient"},
        {"letter.hasRedFlags", Kind::Flag, "red flags are named"},
        {"letter.redFlags",
         Kind::List,
         "the red flags that the writer chose; the form begins with those that are not settled",
         {{"ask", Kind::Text, "the question that was answered with yes"},
          {"pointsTo", Kind::Text, "what it may point to"},
          {"action", Kind::Text, "what the table advises"},
          {"urgency", Kind::Text, "how soon, in words"},
          {"strongerWith", Kind::Text, "what would make it weigh more; may be empty"},
          {"raised", Kind::Text,
           "day on which a screening raised it; empty of one that none raised"},
          {"mark", Kind::Text, "mark of its source"}}},
        {"letter.noRedFlags", Kind::Text,
         "said where none is named: not named is not the same as absent"},
        {"letter.pain", Kind::Text, "the pain of the latest session, in one sentence"},
        {"letter.foundOn", Kind::Text, "the latest session's day"},
        {"letter.found", Kind::Note, "its findings before treatment, composed from its entries"},
        {"letter.findings", Kind::Note, "what the writer adds to the findings"},
        {"letter.course", Kind::Note, "what has changed since the first session"},
        {"letter.treated", Kind::Text, "the techniques that were used, and in how many sessions"},
        {"letter.helped", Kind::Text,
         "how the points answered, of techniques measured often enough to judge"},
        {"letter.alerts", Kind::Text,
         "medication and other alerts, else \"asked, none\" or \"not asked\""},
        {"letter.allergies", Kind::Text, "allergies, none, or not known"},
        {"letter.sources", Kind::List, "where the judgements of the letter come from",
         noteItems()}};
}

[[nodiscard]] std::vector<FieldInfo> ofTheHandout() {
    return {{"handout.hasPoints", Kind::Flag, "points are not resolved"},
            {"handout.points",
             Kind::List,
             "those points, for the patient",
             {{"number", Kind::Text, "as in the picture"},
              {"place", Kind::Text, "in plain words: \"Lower back, right\""},
              {"muscle", Kind::Text, "the muscle, without its side"}}},
            {"handout.pointsLeft", Kind::Text, "how many more there are, where not all are listed"},
            {"handout.views", Kind::List, "the views in which most of them lie", viewItems()},
            {"handout.hasItems", Kind::Flag, "home care was agreed on"},
            {"handout.agreed", Kind::Text,
             "day on which all of it was agreed; empty where it was on several"},
            {"handout.items",
             Kind::List,
             "the home care that was agreed on",
             {{"name", Kind::Text, "what to do"},
              {"dose", Kind::Text, "how much and how often, as agreed; may be empty"},
              {"how", Kind::Text, "how it is done, in the words of the table"},
              {"care", Kind::Text, "its cautions; may be empty"}}},
            {"handout.itemsMark", Kind::Text, "mark of the sources of home care"},
            {"handout.itemsLeft", Kind::Text, "how many more were agreed on"},
            {"handout.isPressing", Kind::Flag, "pressing the points oneself was agreed on"},
            {"handout.pressing", Kind::Text, "its dose, as agreed; may be empty"},
            {"handout.hasAlerts", Kind::Flag, "an alert of the patient concerns the home care"},
            {"handout.alerts",
             Kind::List,
             "what the tables say of the patient's alerts and that home care",
             {{"item", Kind::Text, "the home care"},
              {"alert", Kind::Text, "the alert: \"Anticoagulant (warfarin)\""},
              {"text", Kind::Text, "what to heed"}}},
            {"handout.hasHelp", Kind::Flag, "there are warning signs for the complaint's region"},
            {"handout.help",
             Kind::List,
             "warning signs by how soon help is needed, the most pressing first",
             {{"when", Kind::Text, "\"Emergency care now\""},
              {"asks",
               Kind::List,
               "questions; a yes calls for help",
               {{"ask", Kind::Text, "the question"}}}}},
            {"handout.helpMark", Kind::Text, "mark of the sources of the warning signs"},
            {"handout.helpLeft", Kind::Text, "how many were left out to stay on one page"},
            {"handout.sources", Kind::List, "where home care and warning signs come from",
             noteItems()}};
}

// A patient -------------------------------------------------------------------------------------

[[nodiscard]] std::vector<FieldInfo> ofThePerson() {
    const std::vector<FieldInfo> text{{"text", Kind::Text, "one line"}};
    return {
        {"patient.name", Kind::Text, "full name"},
        {"patient.called", Kind::Text, "how the patient wants to be called, else the given name"},
        {"patient.birth", Kind::Text, "date of birth in words; empty where it was not asked"},
        {"patient.note", Kind::Note, "the note about the person"},
        {"title", Kind::Text, "the template's title"},
        {"attribution", Kind::Text,
         "who made the body map, and its licence; must be in every report that shows one"},
        {"period", Kind::Text, "the days that were asked for"},
        {"recordDate", Kind::Text, "day of the latest session, else today"},
        {"sessionCount", Kind::Text, "with its noun: \"7 sessions\""},
        {"drafts", Kind::Text, "how many of them are not signed; empty: none"},
        {"facts",
         Kind::List,
         "everything about the person; \"not asked\" where it was not",
         {{"label", Kind::Text, "what"}, {"value", Kind::Text, "how it is"}}},
        {"alerts", Kind::List, "alerts, else one line that says none or not asked", text},
        {"allergies", Kind::List, "allergies, else one line that says none or not known", text},
        {"hasConsents", Kind::Flag, "consents were given"},
        {"consents",
         Kind::List,
         "consents, the newest first",
         {{"scope", Kind::Text, "for what"},
          {"status", Kind::Text, "when given, when withdrawn"},
          {"note", Kind::Text, "may be empty"}}}};
}

/// What setCase() fills, as the items of a list.
[[nodiscard]] std::vector<FieldInfo> caseItems() {
    std::vector<FieldInfo> items{
        {"case.id", Kind::Text, "the figure's parameter `case`"},
        {"hasSessions", Kind::Flag, "it has sessions in the period"},
        {"sessionCount", Kind::Text, "with its noun"},
        {"sessions", Kind::List,
         "every session in full, oldest first, with the fields of a "
         "template about a session, without \"session.\"",
         sessionFieldInfos()},
        filmRowInfo(),
        {"hasContacts", Kind::Flag, "there were words with the patient between sessions"},
        {"contacts",
         Kind::List,
         "telephone calls, messages and the like, oldest first",
         {{"kind", Kind::Text, "\"Telephone\""},
          {"when", Kind::Text, "when"},
          {"by", Kind::Text, "who wrote it"},
          {"written", Kind::Text, "when it was written, of a late entry"},
          {"text", Kind::Note, "what was said"}}}};
    for (auto& info : caseCatalogue().fields) {
        const bool isOfCase = info.name.starts_with("case.") || info.name == "diagnoses" ||
                              info.name == "hasDiagnoses" || info.name == "goals" ||
                              info.name == "hasGoals";
        if (isOfCase) {
            items.push_back(std::move(info));
        }
    }
    return items;
}

/// A form filled in, as the items of a list.
[[nodiscard]] std::vector<FieldInfo> formItems() {
    auto items = formFieldInfos();
    std::erase_if(items, [](const FieldInfo& info) { return info.name == "form.isBlank"; });
    items.insert(items.begin(), {"form.id", Kind::Text, "the figure's parameter `form`"});
    return items;
}

[[nodiscard]] std::vector<FieldInfo> ofTheRecord() {
    return {{"cases", Kind::List, "every case, the earliest first", caseItems()},
            {"hasForms", Kind::Flag, "forms were filled in in the period"},
            {"forms", Kind::List, "forms that were filled in or begun, the earliest first",
             formItems()},
            {"hasDocuments", Kind::Flag, "documents are kept"},
            {"documents",
             Kind::List,
             "kept documents, the newest first",
             {{"title", Kind::Text, "what it is"},
              {"file", Kind::Text, "the file's name"},
              {"kind", Kind::Text, "\"made here\" or \"brought along\""},
              {"when", Kind::Text, "when it was kept"},
              {"by", Kind::Text, "by whom"},
              {"size", Kind::Text, "\"102 kB\""},
              {"digest", Kind::Text, "of its bytes (BLAKE2b-256)"}}},
            {"hasDisclosures", Kind::Flag, "something left the clinic in the period"},
            {"disclosureCount", Kind::Text, "with its noun: \"3 disclosures\""},
            {"disclosures",
             Kind::List,
             "what left the clinic, the newest first",
             {{"when", Kind::Text, "when"},
              {"by", Kind::Text, "by whom"},
              {"means", Kind::Text, "\"saved as a file\", \"printed\""},
              {"what", Kind::Text, "what it was"},
              {"recipient", Kind::Text, "for whom, else \"not stated\""},
              {"purpose", Kind::Text, "why, else \"not stated\""},
              {"digest", Kind::Text, "of the file (BLAKE2b-256); may be empty"}}},
            {"sources", Kind::List, "where the numbers that judge come from", noteItems()}};
}

// The clinic ------------------------------------------------------------------------------------

[[nodiscard]] std::vector<FieldInfo> ofTheTrail() {
    return {
        {"title", Kind::Text, "the template's title"},
        {"attribution", Kind::Text, "who made the body map, and its licence"},
        {"period", Kind::Text, "the days that were asked for"},
        {"printedOn", Kind::Text, "today"},
        {"printedBy", Kind::Text, "the person signed in"},
        {"patient.name", Kind::Text, "of whom only the rows are printed; empty: of everybody"},
        {"patient.called", Kind::Text, "how that patient wants to be called"},
        {"patient.birth", Kind::Text, "date of birth in words"},
        {"audit.hasRows", Kind::Flag, "there are rows in the period"},
        {"audit.count", Kind::Text, "with its noun: \"120 rows\""},
        {"audit.left", Kind::Text, "said where older rows had no room"},
        {"audit.rows",
         Kind::List,
         "who did or saw what, the newest first",
         {{"number", Kind::Text, "place in the trail"},
          {"when", Kind::Text, "when, in the clinic's time zone"},
          {"who", Kind::Text, "who"},
          {"what", Kind::Text, "did or saw what"},
          {"patient", Kind::Text, "of whom; may be empty"},
          {"detail", Kind::Text, "the fields that were changed, or what was noted; may be empty"}}},
        {"audit.isSound", Kind::Flag, "the trail is whole"},
        {"audit.verdict", Kind::Text, "what reading the whole trail found"},
        {"audit.faults",
         Kind::List,
         "what is wrong with it",
         {{"text", Kind::Text, "one sentence"}}},
        {"audit.headRow", Kind::Text, "number of the newest row"},
        {"audit.head", Kind::Text,
         "its hash: note it elsewhere, and nothing before it can be altered unseen"},
        {"recovery.owner", Kind::Text, "whose clinic it is; on the sheet of a new clinic only"},
        {"recovery.day", Kind::Text, "when it was made"},
        {"recovery.key", Kind::Text, "the recovery key in one line"},
        {"recovery.groups",
         Kind::List,
         "the key in its groups",
         {{"number", Kind::Text, "which"}, {"text", Kind::Text, "the group"}}},
        {"destruction.id", Kind::Text,
         "the certificate's identity; on the certificate of a destruction only"},
        {"destruction.person", Kind::Text,
         "whose record it was, with the date of birth; that it is kept nowhere, when printed "
         "again"},
        {"destruction.record", Kind::Text,
         "the record's identity, and how many had been merged into it"},
        {"destruction.amount", Kind::Text, "sessions, documents and rows that are gone"},
        {"destruction.lastSession", Kind::Text, "the day of the last session"},
        {"destruction.when", Kind::Text, "when it was destroyed"},
        {"destruction.by", Kind::Text, "by whom"},
        {"destruction.reason", Kind::Text, "why"},
        {"destruction.rule", Kind::Text, "the rule of retention that no longer kept it"},
        {"destruction.digest", Kind::Text, "digest of the complete export made before"},
        {"destruction.noCopies", Kind::Text, "said where no backup is known that still holds it"},
        {"destruction.copies",
         Kind::List,
         "backups that still hold it",
         {{"text", Kind::Text, "where, and until when"}}}};
}

} // namespace

std::vector<report::FieldInfo> letterFieldInfos() {
    auto infos = ofTheMaps();
    append(infos, ofTheLetter());
    append(infos, ofTheHandout());
    return infos;
}

std::vector<report::FigureInfo> letterFigureInfos() {
    return {{"point-map",
             {{"view", {}, "a view of `handout.views`; without it the one with most points"},
              {"height", {}, "its height in millimetres"}},
             "the points that are not resolved as numbers, without judgement: for the patient",
             true}};
}

report::Catalogue patientCatalogue() {
    report::Catalogue catalogue{.fields = clinicFieldInfos(), .figures = {}};
    append(catalogue.fields, ofThePerson());
    append(catalogue.fields, ofTheRecord());
    append(catalogue.fields, amendmentFieldInfos());
    append(catalogue.fields, patientCareFieldInfos());
    catalogue.figures = {{"film-strip",
                          {{"case", {}, "`case.id` of one of the cases"},
                           {"row", {}, "one row of eight sessions; without it the first six rows"}},
                          "every session of the case as a small map",
                          true},
                         {"form-map",
                          {{"form", {}, "`form.id` of one of the forms"},
                           {"line", {}, "`line` of a block that is a map"},
                           {"view", {}, "one of its views"},
                           {"height", {}, "its height in millimetres"}},
                          "what was painted on the body in a form",
                          true}};
    return catalogue;
}

report::Catalogue clinicCatalogue() {
    report::Catalogue catalogue{.fields = clinicFieldInfos(), .figures = {}};
    append(catalogue.fields, ofTheTrail());
    append(catalogue.fields, formFieldInfos());
    catalogue.figures = formFigureInfos();
    return catalogue;
}

} // namespace palpate::app
