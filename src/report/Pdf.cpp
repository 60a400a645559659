// SPDX-License-Identifier: MIT
#include "report/Pdf.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "report/Lines.h"
#include "report/PdfDocument.h"
#include "report/PdfPainter.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace palpate::report {
namespace {

void requireUtf8(const std::vector<drawing::Shape>& shapes) {
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            requireUtf8(group->shapes);
        } else if (const auto* text = std::get_if<drawing::TextShape>(&shape);
                   text != nullptr && !isValidUtf8(text->text)) {
            throw ReportError{
                {tr("A page holds text that is not valid UTF-8, so the PDF can't be made."), {}}};
        }
    }
}

void requireUtf8(const Document& document) {
    for (const drawing::Picture& page : document.pages) {
        requireUtf8(page.shapes);
    }
    const Metadata& metadata = document.metadata;
    for (const std::string* text :
         {&metadata.title, &metadata.author, &metadata.subject, &metadata.language}) {
        if (!isValidUtf8(*text)) {
            throw ReportError{
                {tr("The document's description is not valid UTF-8, so the PDF can't be made."),
                 {}}};
        }
    }
}

/// Removes the half-written file unless it became the target.
class Partial {
public:
    explicit Partial(std::filesystem::path path) : path_{std::move(path)} {}
    Partial(const Partial&) = delete;
    Partial& operator=(const Partial&) = delete;
    ~Partial() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

[[noreturn]] void refuse(const std::filesystem::path& target, int reason) {
    const std::string file = target.string();
    switch (reason) {
    case EACCES:
    case EPERM:
    case EROFS:
        throw ReportError{{tr("The report {1} can't be saved: nothing may be written in that "
                              "folder; choose another."),
                           {file}}};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        throw ReportError{{tr("The report {1} can't be saved: the disk is full; free some room or "
                              "choose another."),
                           {file}}};
    default:
        throw ReportError{{tr("The report {1} can't be saved: {2}."),
                           {file, std::generic_category().message(reason == 0 ? EIO : reason)}}};
    }
}

} // namespace

std::string pdf(const Document& document) {
    if (document.pages.empty()) {
        throw ReportError{{tr("The document has no pages, so no PDF can be made of it."), {}}};
    }
    requireUtf8(document);
    const std::shared_ptr<const Typefaces> typefaces =
        document.typefaces ? document.typefaces : Typefaces::installed();
    PdfDocument file{*typefaces};
    ImagePlaces places;
    for (const drawing::Picture& picture : document.pages) {
        collectImages(picture.shapes, 1, places);
    }
    file.expectImages(std::move(places));
    file.describe(document.metadata);
    std::vector<HPDF_Page> pages;
    std::vector<double> heights;
    for (const drawing::Picture& picture : document.pages) {
        heights.push_back(picture.height / kMillimetresPerPoint);
        pages.push_back(file.addPage(picture.width / kMillimetresPerPoint, heights.back()));
        PdfPainter{file, pages.back(), picture, *typefaces}.paint();
    }
    file.addOutline(document.outline, pages, heights);
    file.addLinks(document.links, pages, heights);
    return file.bytes();
}

void writePdf(const Document& document, const std::filesystem::path& target) {
    const std::string bytes = pdf(document);
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw ReportError{{tr("The report can't be saved in {1}: there is no such folder; create "
                              "it or choose another."),
                           {folder.string()}}};
    }
    if (std::filesystem::is_directory(target, error)) {
        throw ReportError{
            {tr("The report can't be saved as {1}: that is a folder; give a file name."),
             {target.string()}}};
    }
    const Partial partial{folder / ("." + target.filename().string() + ".partial")};
    errno = 0;
    std::ofstream out{partial.path(), std::ios::binary | std::ios::trunc};
    if (!out) {
        refuse(target, errno);
    }
    // It holds a patient's record: for its owner only, before a byte is in it.
    std::filesystem::permissions(
        partial.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
        error);
    if (error) {
        refuse(target, error.value());
    }
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        refuse(target, errno);
    }
    std::filesystem::rename(partial.path(), target, error);
    if (error) {
        refuse(target, error.value());
    }
}

} // namespace palpate::report
