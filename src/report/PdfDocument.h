// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/Document.h"
#include "report/PdfFont.h"
#include "report/PdfImages.h"
#include "report/Typefaces.h"

#include <hpdf.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palpate::report {

/// A libharu document. Its error handler only remembers (nothing may be thrown through C); check()
/// throws.
class PdfDocument {
public:
    explicit PdfDocument(const Typefaces& typefaces);
    PdfDocument(const PdfDocument&) = delete; // libharu keeps the address of failure_
    PdfDocument& operator=(const PdfDocument&) = delete;
    ~PdfDocument();

    /// Throws ReportError if anything failed since the last call; `step` says what was being done
    /// ("adding a page").
    void check(const char* step) const;

    [[nodiscard]] HPDF_Page addPage(double widthPoints, double heightPoints);
    /// Embedded by bytes(), with the glyphs that were used by then.
    [[nodiscard]] PdfFont& font(Face face);
    /// Shared by all pages.
    [[nodiscard]] HPDF_ExtGState opacity(std::uint8_t fill, std::uint8_t stroke);
    /// Where each image will be painted at its largest; the others are kept as fine as they are.
    void expectImages(ImagePlaces places) { imagePlaces_ = std::move(places); }
    /// Its number; kept once in the file. Nothing for one without pixels.
    [[nodiscard]] std::optional<std::size_t>
    image(const std::shared_ptr<const drawing::Image>& image);
    [[nodiscard]] HPDF_Image imageObject(std::size_t number) const {
        return images_.at(number).object;
    }
    /// What a part of a page needs beside its operators.
    struct FormParts {
        std::string content;
        drawing::Rect box; ///< points, y up, corner at the lower left
        std::set<std::pair<std::uint8_t, std::uint8_t>> opacities;
        std::set<Face> faces;
        std::set<std::size_t> images;
    };
    /// A part that several pages may paint; one of the same content is kept once in the file.
    [[nodiscard]] HPDF_XObject form(FormParts parts);
    /// The names by which a form's content calls them.
    [[nodiscard]] static std::string nameInForm(std::uint8_t fill, std::uint8_t stroke);
    [[nodiscard]] static std::string nameInForm(Face face);
    [[nodiscard]] static std::string nameOfImage(std::size_t image);
    void describe(const Metadata& metadata);
    void addOutline(const std::vector<OutlineEntry>& entries, const std::vector<HPDF_Page>& pages,
                    const std::vector<double>& pageHeights);
    /// Of addresses (http, https, mailto, tel) and places within the document; others are left out.
    void addLinks(const std::vector<Link>& links, const std::vector<HPDF_Page>& pages,
                  const std::vector<double>& pageHeights);
    /// The finished file. Once only.
    [[nodiscard]] std::string bytes();

private:
    struct Failure {
        HPDF_STATUS code = HPDF_OK;
        HPDF_STATUS detail = 0;
    };
    static void remember(HPDF_STATUS code, HPDF_STATUS detail, void* failure) noexcept;
    struct Close {
        void operator()(HPDF_Doc document) const noexcept { HPDF_Free(document); }
    };

    const Typefaces& typefaces_;
    Failure failure_; // before handle_: must live until the document is freed
    std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, Close> handle_;
    std::map<Face, PdfFont> fonts_;
    std::map<std::pair<std::uint8_t, std::uint8_t>, HPDF_ExtGState> opacities_;
    std::map<std::string, HPDF_XObject> forms_; ///< by content and box
    struct KeptImage {
        std::shared_ptr<const drawing::Image> image; ///< held, so that its address stays its own
        HPDF_Image object = nullptr;
    };
    ImagePlaces imagePlaces_;
    std::vector<KeptImage> images_;
};

} // namespace palpate::report
