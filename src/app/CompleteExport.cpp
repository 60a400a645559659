// SPDX-License-Identifier: MIT
#include "app/CompleteExport.h"

#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/Delivering.h"
#include "app/FileNames.h"
#include "app/OutgoingFile.h"
#include "app/Reports.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "report/Pdf.h"
#include "storage/Store.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

namespace palpate::app {

namespace {

constexpr const char* kTemplate = "complete-record";
constexpr auto kOwnerOnly =
    std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

/// A folder on its way out: gone again unless it got its name.
class OutgoingFolder {
public:
    explicit OutgoingFolder(std::filesystem::path target) : target_{std::move(target)} {
        std::error_code error;
        const bool isThere = std::filesystem::exists(target_, error);
        if (isThere && (!std::filesystem::is_directory(target_, error) ||
                        !std::filesystem::is_empty(target_, error))) {
            throw ReportError{{tr("{1} is there already and is not empty; give another name."),
                               {target_.string()}}};
        }
        beside_ = target_.parent_path() / (".palpate-" + std::to_string(::getpid()) + "-" +
                                           target_.filename().string() + ".partial");
        if (::mkdir(beside_.c_str(), S_IRWXU) != 0) {
            refuse({errno, std::generic_category()});
        }
    }
    ~OutgoingFolder() {
        std::error_code ignored; // what can't be removed is told by whoever threw
        if (!isReleased_) {
            std::filesystem::remove_all(beside_, ignored);
        }
    }
    OutgoingFolder(const OutgoingFolder&) = delete;
    OutgoingFolder& operator=(const OutgoingFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return beside_; }
    void release() {
        std::error_code error;
        std::filesystem::rename(beside_, target_, error);
        if (error) {
            refuse(error);
        }
        isReleased_ = true;
    }

private:
    [[noreturn]] void refuse(const std::error_code& error) const {
        throw ReportError{{tr("{1} can't be made: {2}. Choose another folder."),
                           {target_.string(), error.message()}}};
    }
    std::filesystem::path target_;
    std::filesystem::path beside_;
    bool isReleased_ = false;
};

void writeFile(const std::filesystem::path& file, std::string_view bytes) {
    OutgoingFile out{file, bytes.size()};
    out.release(bytes);
}

[[nodiscard]] std::array<std::uint8_t, 32> writeRows(Clinic& clinic, const PatientId& patient,
                                                     const std::filesystem::path& file) {
    std::ofstream out{file, std::ios::binary};
    std::error_code error;
    std::filesystem::permissions(file, kOwnerOnly, error); // nobody else comes into the folder yet
    const auto digest = clinic.store().retention().exportRows(patient, [&](std::string_view piece) {
        out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    });
    out.close();
    if (!out || error) {
        throw ReportError{
            {tr("{1} can't be written: is the disk full? Nothing was exported."), {file.string()}}};
    }
    return digest;
}

/// False: there is nothing that a report could tell.
[[nodiscard]] bool writeReportOf(Clinic& clinic, const PatientId& patient,
                                 const std::filesystem::path& file,
                                 std::vector<Message>& warnings) {
    if (clinic.store().sessions().list(patient, 1).empty()) {
        return false;
    }
    ReportRequest request;
    request.patient = patient;
    request.templateName = kTemplate;
    auto document = reportDocument(clinic, request);
    writeFile(file, report::pdf(document));
    warnings = std::move(document.warnings);
    return true;
}

[[nodiscard]] std::size_t writeDocuments(Clinic& clinic, const PatientId& patient,
                                         const std::filesystem::path& folder) {
    auto& documents = clinic.store().documents();
    const auto all = documents.ofPatient(patient);
    if (!all.empty() && ::mkdir(folder.c_str(), S_IRWXU) != 0) {
        throw ReportError{{tr("{1} can't be made: {2}. Choose another folder."),
                           {folder.string(), std::generic_category().message(errno)}}};
    }
    for (const auto& document : all) {
        const auto name = std::filesystem::path{document.fileName}.filename().string();
        writeFile(freeName(folder, name.empty() || name == "." || name == ".." ? "document" : name),
                  documents.bytes(document.id));
    }
    return all.size();
}

[[nodiscard]] std::string readMe(const Clinic& clinic, const std::string& name,
                                 const CompleteExport& made) {
    std::string text =
        shown({tr("The complete record of {1}, kept by {2}."), {name, clinic.profile().name}}) +
        "\n\n";
    text += made.hasReport
                ? shown({tr("record.pdf   everything in the record, to read and print"), {}})
                : shown({tr("There is no record.pdf: the record has no session."), {}});
    text += "\n" +
            shown({tr("rows.json    the same as the program keeps it, for another program: each "
                      "table with its rows;\n             docs/file-format.md of Palpate describes "
                      "them"),
                   {}}) +
            "\n";
    if (made.documents > 0) {
        text += shown({tr("documents/   reports that were kept and files that were attached, {1} "
                          "in all"),
                       {std::to_string(made.documents)}}) +
                "\n";
    }
    text += "\n" + shown({tr("BLAKE2b-256 of rows.json: {1}"), {storage::hexOf(made.digest)}}) +
            "\n" +
            shown({tr("Nothing in this folder is encrypted. Keep it as safe as the record itself."),
                   {}}) +
            "\n";
    return text;
}

/// The record that goes on.
[[nodiscard]] Patient requiredPatient(Clinic& clinic, const PatientId& patient) {
    auto& patients = clinic.store().patients();
    auto person = patients.find(patients.current(patient));
    if (!person) {
        throw StorageError{
            {tr("There is no such patient in this clinic; search for the name."), {}}};
    }
    return std::move(*person);
}

} // namespace

ExportPeople exportPeople(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::GiveOut, patient);
    const auto person = requiredPatient(clinic, patient);
    return {fullName(person), person.physician.name};
}

std::filesystem::path exportFolderIn(Clinic& clinic, const PatientId& patient,
                                     const std::filesystem::path& parent) {
    requireRecord(clinic, Right::GiveOut, patient);
    const std::filesystem::path file{
        reportFileName(personOf(clinic, patient), kTemplate, clinic.today())};
    return freeName(parent, file.stem().string());
}

CompleteExport exportRecord(Clinic& clinic, const PatientId& patient,
                            const std::filesystem::path& folder, const Delivery& delivery) {
    requireRecord(clinic, Right::GiveOut, patient);
    requireRecordable(delivery);
    const auto person = requiredPatient(clinic, patient);
    const auto& goesOn = person.id;
    auto target = std::filesystem::absolute(folder).lexically_normal();
    if (!target.has_filename()) {
        target = target.parent_path(); // "folder/"
    }
    CompleteExport made{
        .folder = target, .digest = {}, .documents = 0, .hasReport = false, .warnings = {}};
    OutgoingFolder out{target};
    made.hasReport = writeReportOf(clinic, goesOn, out.path() / "record.pdf", made.warnings);
    made.documents = writeDocuments(clinic, goesOn, out.path() / "documents");
    made.digest = writeRows(clinic, goesOn, out.path() / "rows.json");
    writeFile(out.path() / "README.txt", readMe(clinic, fullName(person), made));
    recordLeaving(
        clinic,
        {.patient = goesOn,
         .means = DisclosureMeans::Exported,
         .what = shown({tr("Complete record, {1} documents"), {std::to_string(made.documents)}}),
         .digest = made.digest},
        delivery);
    out.release();
    return made;
}

} // namespace palpate::app
