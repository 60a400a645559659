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

namespace {

struct Filling {
    const char* file;
    std::string clinicName;
    std::string owner;
    std::string key; ///< in one line; empty: only the groups are shown
    std::vector<std::string> groups;
    Date day;
};

[[nodiscard]] report::Document filled(const DataPaths& paths, const Filling& filling) {
    const auto layout = report::Template::load(paths.templates / filling.file);
    std::vector<report::Fields> groups;
    for (const std::string& group : filling.groups) {
        groups.emplace_back().set("number", std::to_string(groups.size())).set("text", group);
    }
    report::Fields fields;
    fields.set("clinic.name", filling.clinicName)
        .set("title", layout.title())
        .set("recovery.owner", filling.owner)
        .set("recovery.day", longDayText(filling.day))
        .set("recovery.key", filling.key)
        .setList("recovery.groups", std::move(groups));
    report::PageStyle style;
    style.footer.left =
        filling.clinicName + " · " + layout.title() + " · " + longDayText(filling.day);
    style.footer.middle = tr("Keep locked away");
    auto document = report::layOut(
        layout, fields, [](const report::FigureRequest&) { return std::nullopt; }, style);
    document.metadata.author = filling.clinicName;
    document.metadata.subject = layout.title();
    return document;
}

} // namespace

report::Document recoveryKeySheet(const DataPaths& paths, const RecoverySheet& sheet) {
    std::vector<std::string> groups;
    std::istringstream parts{sheet.key};
    for (std::string part; std::getline(parts, part, '-');) {
        groups.push_back(part);
    }
    return filled(paths, {.file = "recovery-key.md",
                          .clinicName = sheet.clinicName,
                          .owner = sheet.owner,
                          .key = sheet.key,
                          .groups = std::move(groups),
                          .day = sheet.day});
}

report::Document recoveryCodesSheet(const DataPaths& paths, const CodesSheet& sheet) {
    return filled(paths, {.file = "recovery-codes.md",
                          .clinicName = sheet.clinicName,
                          .owner = sheet.person,
                          .key = {},
                          .groups = sheet.codes,
                          .day = sheet.day});
}

ReportPages recoverySheetPages(const DataPaths& paths, const RecoverySheet& sheet) {
    auto document = recoveryKeySheet(paths, sheet);
    return {.pages = std::move(document.pages), .warnings = std::move(document.warnings)};
}

ReportPages recoveryCodesPages(const DataPaths& paths, const CodesSheet& sheet) {
    auto document = recoveryCodesSheet(paths, sheet);
    return {.pages = std::move(document.pages), .warnings = std::move(document.warnings)};
}

void writeRecoverySheet(const DataPaths& paths, const RecoverySheet& sheet,
                        const std::filesystem::path& file) {
    report::writePdf(recoveryKeySheet(paths, sheet), file);
}

void writeRecoveryCodes(const DataPaths& paths, const CodesSheet& sheet,
                        const std::filesystem::path& file) {
    report::writePdf(recoveryCodesSheet(paths, sheet), file);
}

} // namespace palpate::app
