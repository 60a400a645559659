// SPDX-License-Identifier: MIT
// What is done with the clinic itself, each way once.
#include "app/Backups.h"
#include "app/Clinic.h"
#include "app/ClinicCopies.h"
#include "app/ClinicSettings.h"
#include "app/PrintedHead.h"
#include "app/ReportTemplates.h"
#include "app/Snippets.h"
#include "app/TemplateDraft.h"
#include "app/UseCases.h"
#include "app/Verification.h"
#include "support/Builders.h"

namespace palpate::test {

namespace {

using app::Clinic;
using app::Right;

} // namespace

std::vector<UseCase> clinicUseCases() {
    return {
        {"ClinicSettings.h", "storeProfile", Right::ManageClinic,
         [](Clinic& c, const Tried&) { app::storeProfile(c, c.profile()); }},
        {"ClinicSettings.h", "storeLetterhead", Right::ManageClinic,
         [](Clinic& c, const Tried&) { app::storeLetterhead(c, app::letterheadOf(c)); }},
        {"ReportTemplates.h", "storeTemplate", Right::ManageClinic,
         [](Clinic& c, const Tried&) {
             app::storeTemplate(c, "own", "---\ntitle: Own\nabout: case\n---\nx\n");
         }},
        {"ReportTemplates.h", "removeTemplate", Right::ManageClinic,
         [](Clinic& c, const Tried&) { app::removeTemplate(c, "own"); }},
        {"TemplateDraft.h", "newTemplateName", Right::ManageClinic,
         [](Clinic& c, const Tried&) { static_cast<void>(app::newTemplateName(c, "Own")); }},
        {"Snippets.h", "snippets", Right::ReadRecords,
         [](Clinic& c, const Tried&) { static_cast<void>(app::snippets(c)); }},
        {"Snippets.h", "problems", Right::WriteRecords,
         [](Clinic& c, const Tried&) {
             static_cast<void>(app::problems(c, {"ql", "text"}));
         }},
        {"Snippets.h", "addSnippet", Right::WriteRecords,
         [](Clinic& c, const Tried&) {
             app::addSnippet(c, {"ql", "quadratus lumborum"});
         }},
        {"Snippets.h", "changeSnippet", Right::WriteRecords,
         [](Clinic& c, const Tried&) {
             app::changeSnippet(c, "ql", {"ql", "quadratus"});
         }},
        {"Snippets.h", "removeSnippet", Right::WriteRecords,
         [](Clinic& c, const Tried&) { app::removeSnippet(c, "ql"); }},
        {"Verification.h", "verifyClinic", Right::CheckRecord,
         [](Clinic& c, const Tried&) { static_cast<void>(app::verifyClinic(c)); }},
        {"PrintedHead.h", "compareWithPrint", Right::CheckRecord,
         [](Clinic& c, const Tried&) {
             static_cast<void>(app::compareWithPrint(c, {1, std::string(64, '0')}));
         }},
        {"Backups.h", "Backups", Right::BackUp,
         [](Clinic& c, const Tried&) {
             app::Backups{c, {}}.backUpNow();
         }},
        {"ClinicCopies.h", "backUp", Right::BackUp,
         [](Clinic& c, const Tried& t) {
             static_cast<void>(app::backUp(c, t.folder / "copies", false));
         }},
    };
}

} // namespace palpate::test
