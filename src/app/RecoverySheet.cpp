// SPDX-License-Identifier: MIT
#include "app/RecoverySheet.h"

#include "app/DataPaths.h"
#include "app/TimeText.h"
#include "domain/Message.h"
#include "report/Document.h"
#include "report/Layout.h"
#include "report/Pdf.h"

#include <sstream>
#include <utility>

namespace palpate::app {

report::Document recoveryKeySheet(const DataPaths& paths, const RecoverySheet& sheet) {
    const auto layout = report::Template::load(paths.templates / "recovery-key.md");
    std::vector<report::Fields> groups;
    std::istringstream parts{sheet.key};
    for (std::string part; std::getline(parts, part, '-');) {
        groups.emplace_back().set("number", std::to_string(groups.size())).set("text", part);
    }
    report::Fields fields;
    fields.set("clinic.name", sheet.clinicName)
        .set("title", layout.title())
        .set("recovery.owner", sheet.owner)
        .set("recovery.day", longDayText(sheet.day))
        .set("recovery.key", sheet.key)
        .setList("recovery.groups", std::move(groups));
    report::PageStyle style;
    style.footer.left = sheet.clinicName + " · " + layout.title() + " · " + longDayText(sheet.day);
    style.footer.middle = tr("Keep locked away");
    auto document = report::layOut(
        layout, fields, [](const report::FigureRequest&) { return std::nullopt; }, style);
    document.metadata.author = sheet.clinicName;
    document.metadata.subject = layout.title();
    return document;
}

ReportPages recoverySheetPages(const DataPaths& paths, const RecoverySheet& sheet) {
    auto document = recoveryKeySheet(paths, sheet);
    return {.pages = std::move(document.pages), .warnings = std::move(document.warnings)};
}

void writeRecoverySheet(const DataPaths& paths, const RecoverySheet& sheet,
                        const std::filesystem::path& file) {
    report::writePdf(recoveryKeySheet(paths, sheet), file);
}

} // namespace palpate::app
