// SPDX-License-Identifier: MIT
#include "app/MapFile.h"

#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/OutgoingFile.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "drawing/Svg.h"
#include "report/Pdf.h"
#include "storage/Store.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

namespace palpate::app {

namespace {

[[nodiscard]] Session requiredSession(Clinic& clinic, const SessionId& id) {
    auto session = clinic.store().sessions().find(id);
    if (!session) {
        throw StorageError{
            {tr("There is no session {1} in this clinic; list its sessions first."), {id.text()}}};
    }
    return *std::move(session);
}

[[nodiscard]] Leaving leavingOf(const Session& session, DisclosureMeans means,
                                const std::string& what) {
    return {.patient = session.patient,
            .caseId = session.caseId,
            .means = means,
            .what = shown({tr("Body map, {1}"), {what}})};
}

[[nodiscard]] std::string bytesOf(const drawing::Picture& picture, const Session& session,
                                  const Clinic& clinic, MapFormat format) {
    if (format == MapFormat::Svg) {
        return drawing::svg(picture);
    }
    report::Document document;
    document.pages.push_back(picture);
    document.metadata.title = picture.title;
    document.metadata.author = clinic.profile().name;
    document.metadata.language = "en";
    document.metadata.created = session.signature ? session.signature->at : session.startedAt;
    return report::pdf(document);
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

void recordMapExport(Clinic& clinic, const SessionId& session, DisclosureMeans means,
                     const Delivery& delivery) {
    require(clinic, Right::GiveOut);
    recordLeaving(clinic,
                  leavingOf(requiredSession(clinic, session), means,
                            sheetTitle(clinic, {.session = session})),
                  delivery);
}

void writeMap(Clinic& clinic, const MapRequest& request, const std::filesystem::path& file,
              MapFormat format, const Delivery& delivery) {
    require(clinic, Right::GiveOut);
    requireRecordable(delivery);
    const auto picture = sessionMap(clinic, request);
    const auto session = requiredSession(clinic, request.session);
    const auto bytes = bytesOf(picture, session, clinic, format);
    OutgoingFile target{file, bytes.size()};
    auto leaving = leavingOf(session, DisclosureMeans::SavedFile, sheetTitle(clinic, request));
    leaving.digest = storage::digestOf(bytes);
    recordLeaving(clinic, leaving, delivery);
    target.release(bytes);
}

} // namespace palpate::app
