// SPDX-License-Identifier: MIT
// The same report of many patients, one at a time: what is shared is read once, and nothing of one
// patient is held when the next one comes.
#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/Delivering.h"
#include "app/FileNames.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <limits>
#include <optional>
#include <utility>

namespace palpate::app {

namespace {

void makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder)) {
        throw ReportError{{tr("The folder {1} can't be made; choose another."), {folder.string()}}};
    }
}

[[nodiscard]] std::string personOf(const storage::PatientRow& row) {
    return row.familyName + " " + row.givenName;
}

[[nodiscard]] Message about(const storage::PatientRow& row, const Error& error) {
    return {tr("{1}: {2}"), {personOf(row), shown(error.message())}};
}

/// Lays out and encrypts, without writing anything. Empty, and told, when there is nothing to
/// report of this patient, it is closed to the person, or it can't be laid out.
[[nodiscard]] std::optional<ReadyReport> prepared(Clinic& clinic, const storage::PatientRow& row,
                                                  const ReportRequest& request,
                                                  const Stationery& stationery,
                                                  const Delivery& delivery, ManyWritten& result) {
    try {
        return readyReport(laidOut(clinic, request, stationery), delivery);
    } catch (const EditRefused& nothing) {
        result.skipped.push_back(about(row, nothing));
    } catch (const RecordRestricted& closed) {
        result.skipped.push_back(about(row, closed));
    } catch (const ReportError& failure) {
        result.failed.push_back(about(row, failure));
    }
    return std::nullopt;
}

} // namespace

ManyWritten writeReports(Clinic& clinic, const ManyReports& many, const Progress& progress) {
    require(clinic, Right::GiveOut);
    const auto delivery = addressed(many.delivery, many.request.letter);
    requireRecordable(delivery);
    const auto stationery = stationeryOf(clinic, templateNamed(clinic, many.request.templateName));
    if (stationery.layout.about() == ReportAbout::Clinic) {
        throw EditRefused{{tr("The report {1} is about the clinic, not about patients; write it "
                              "once."),
                           {many.request.templateName}}};
    }
    makeFolder(many.folder);
    const auto patients =
        clinic.store().patients().search(many.search, std::numeric_limits<int>::max());
    ManyWritten result;
    std::size_t done = 0;
    for (const auto& row : patients) {
        if (progress && !progress(done, patients.size())) {
            result.cancelled = true;
            return result;
        }
        auto request = many.request;
        request.patient = row.id;
        request.caseId.reset();
        request.session.reset();
        if (auto ready = prepared(clinic, row, request, stationery, delivery, result)) {
            const auto file =
                freeName(many.folder,
                         reportFileName(personOf(row), request.templateName, ready->report.day));
            auto written = deliver(clinic, *std::move(ready), request, file, delivery);
            for (auto& warning : written.warnings) {
                result.warnings.push_back(
                    {tr("{1}: {2}"), {file.filename().string(), shown(warning)}});
            }
            ++result.written;
        }
        ++done;
    }
    if (progress) {
        static_cast<void>(progress(done, patients.size()));
    }
    return result;
}

} // namespace palpate::app
