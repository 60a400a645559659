// SPDX-License-Identifier: MIT
#include "app/MapFile.h"

#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "domain/Error.h"
#include "drawing/Svg.h"
#include "report/Pdf.h"
#include "storage/Store.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <string>
#include <system_error>

namespace palpate::app {

namespace {

void writeBeside(const std::string& bytes, const std::filesystem::path& file) {
    auto beside = file;
    beside += ".part";
    std::ofstream out{beside, std::ios::binary | std::ios::trunc};
    std::error_code error;
    // It holds a patient's record: for its owner only, before a byte is in it.
    std::filesystem::permissions(
        beside, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    if (out && !error) {
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
    }
    if (out && !error) {
        std::filesystem::rename(beside, file, error);
    }
    if (!out || error) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw ReportError{{tr("The body map can't be written to {1}; check that the folder exists, "
                              "may be written to and has space."),
                           {file.string()}}};
    }
}

} // namespace

std::optional<MapFormat> mapFormatOf(const std::filesystem::path& file) {
    auto extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (extension == ".svg") {
        return MapFormat::Svg;
    }
    return extension == ".pdf" ? std::optional{MapFormat::Pdf} : std::nullopt;
}

void recordMapExport(Clinic& clinic, const SessionId& session, std::string_view way) {
    const auto record = clinic.store().sessions().find(session);
    clinic.store().audit().record(
        storage::AuditKind::Export, record ? std::optional{record->patient} : std::nullopt,
        "body map of session " + session.text() + ", " + std::string{way});
}

void writeMap(Clinic& clinic, const MapRequest& request, const std::filesystem::path& file,
              MapFormat format) {
    const auto picture = sessionMap(clinic, request);
    // Before the file: what leaves the clinic never leaves without a row.
    recordMapExport(clinic, request.session, "file");
    const auto record = clinic.store().sessions().find(request.session);
    if (format == MapFormat::Svg) {
        writeBeside(drawing::svg(picture), file);
    } else {
        report::Document document;
        document.pages.push_back(picture);
        document.metadata.title = picture.title;
        document.metadata.author = clinic.profile().name;
        document.metadata.language = "en";
        if (record) {
            document.metadata.created =
                record->signature ? record->signature->at : record->startedAt;
        }
        report::writePdf(document, file);
    }
}

} // namespace palpate::app
