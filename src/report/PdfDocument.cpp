// SPDX-License-Identifier: MIT
#include "report/PdfDocument.h"

#include "domain/Error.h"
#include "report/FontFile.h"
#include "report/Lines.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace palpate::report {
namespace {

/// libharu refuses strings beyond 32 kB, and nobody reads a bookmark or a title of more than a
/// line.
std::string shortened(std::string text) {
    constexpr std::size_t kMost = 300;
    if (text.size() > kMost) {
        std::size_t end = kMost;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
        text += "\xE2\x80\xA6";
    }
    return text;
}

/// What a click may open, in the letters that an address may have; empty for anything else.
std::string openable(const std::string& address) {
    const bool isKnown = address.starts_with("https:") || address.starts_with("http:") ||
                         address.starts_with("mailto:") || address.starts_with("tel:");
    constexpr std::size_t kMost = 2000;
    if (!isKnown || address.size() > kMost) {
        return {};
    }
    std::string plain;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && c != '(' && c != ')' && c != '\\') {
            plain += c;
        } else {
            std::array<char, 4> escaped{};
            std::snprintf(escaped.data(), escaped.size(), "%%%02X", byte);
            plain += escaped.data();
        }
    }
    return plain;
}

} // namespace

void PdfDocument::remember(HPDF_STATUS code, HPDF_STATUS detail, void* failure) noexcept {
    auto* first = static_cast<Failure*>(failure);
    if (first->code == HPDF_OK) {
        *first = {code, detail};
    }
}

PdfDocument::PdfDocument(const Typefaces& typefaces)
    : typefaces_{typefaces}, handle_{HPDF_New(&PdfDocument::remember, &failure_)} {
    check("starting a document");
    HPDF_UseUTFEncodings(handle_.get());
    HPDF_SetCurrentEncoder(handle_.get(), "UTF-8");
    HPDF_SetCompressionMode(handle_.get(), HPDF_COMP_ALL);
    handle_->pdf_version = HPDF_VER_14; // the first with opacity
    check("preparing a document");
}

PdfDocument::~PdfDocument() = default;

void PdfDocument::check(const char* step) const {
    if (handle_ && failure_.code == HPDF_OK) {
        return;
    }
    if (!handle_ || failure_.code == HPDF_FAILD_TO_ALLOC_MEM) {
        throw ReportError{{tr("The computer has no memory left to make the PDF ({1})."), {step}}};
    }
    std::array<char, 32> code{};
    std::snprintf(code.data(), code.size(), "0x%04lX, %ld",
                  static_cast<unsigned long>(failure_.code), static_cast<long>(failure_.detail));
    throw ReportError{
        {tr("The PDF can't be made: {1} failed with the code {2}."), {step, code.data()}}};
}

HPDF_Page PdfDocument::addPage(double widthPoints, double heightPoints) {
    HPDF_Page page = HPDF_AddPage(handle_.get());
    check("adding a page");
    HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(widthPoints));
    HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(heightPoints));
    check("setting the paper's size");
    return page;
}

PdfFont& PdfDocument::font(Face face) {
    const auto known = fonts_.find(face);
    if (known != fonts_.end()) {
        return known->second;
    }
    const auto added = fonts_.try_emplace(face, handle_.get(), typefaces_.font(face)).first;
    check("embedding a typeface");
    return added->second;
}

HPDF_ExtGState PdfDocument::opacity(std::uint8_t fill, std::uint8_t stroke) {
    const std::pair key{fill, stroke};
    if (const auto known = opacities_.find(key); known != opacities_.end()) {
        return known->second;
    }
    HPDF_ExtGState state = HPDF_CreateExtGState(handle_.get());
    check("making a translucent colour");
    constexpr float kOpaque = 255;
    HPDF_ExtGState_SetAlphaFill(state, static_cast<float>(fill) / kOpaque);
    HPDF_ExtGState_SetAlphaStroke(state, static_cast<float>(stroke) / kOpaque);
    check("making a translucent colour");
    opacities_.emplace(key, state);
    return state;
}

std::string PdfDocument::nameInForm(std::uint8_t fill, std::uint8_t stroke) {
    return "A" + std::to_string(fill) + "-" + std::to_string(stroke);
}

std::string PdfDocument::nameInForm(Face face) {
    return "F" + std::to_string(face);
}

std::string PdfDocument::nameOfImage(std::size_t image) {
    return "I" + std::to_string(image);
}

std::optional<std::size_t> PdfDocument::image(const std::shared_ptr<const drawing::Image>& image) {
    for (std::size_t number = 0; number < images_.size(); ++number) {
        if (images_[number].image == image) {
            return number;
        }
    }
    if (!image || image->width <= 0 || image->height <= 0 ||
        image->pixels.size() !=
            static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height) * 4) {
        return std::nullopt;
    }
    constexpr const char* kStep = "keeping an image";
    constexpr unsigned kBits = 8;
    const auto place = imagePlaces_.find(image.get());
    constexpr double kAnySize = 1e6;
    const PrintedImage printed = printedImage(
        *image, place == imagePlaces_.end() ? ImageSize{kAnySize, kAnySize} : place->second);
    const auto width = static_cast<HPDF_UINT>(printed.width);
    const auto height = static_cast<HPDF_UINT>(printed.height);
    HPDF_Image object =
        printed.jpeg.empty()
            ? HPDF_LoadRawImageFromMem(handle_.get(), printed.samples.data(), width, height,
                                       printed.isGrey ? HPDF_CS_DEVICE_GRAY : HPDF_CS_DEVICE_RGB,
                                       kBits)
            : HPDF_LoadJpegImageFromMem(handle_.get(), printed.jpeg.data(),
                                        static_cast<HPDF_UINT>(printed.jpeg.size()));
    check(kStep);
    if (!printed.opacity.empty()) {
        HPDF_Image mask = HPDF_LoadRawImageFromMem(handle_.get(), printed.opacity.data(), width,
                                                   height, HPDF_CS_DEVICE_GRAY, kBits);
        check(kStep);
        HPDF_Dict_Add(object, "SMask", mask);
        check(kStep);
    }
    images_.push_back({image, object});
    return images_.size() - 1;
}

HPDF_XObject PdfDocument::form(FormParts parts) {
    const drawing::Rect& box = parts.box;
    std::string key = parts.content;
    for (const double value : {box.x, box.y, box.width, box.height}) {
        key += " " + std::to_string(value);
    }
    if (const auto known = forms_.find(key); known != forms_.end()) {
        return known->second;
    }
    constexpr const char* kStep = "keeping a drawing";
    HPDF_MMgr memory = handle_->mmgr;
    HPDF_Dict resources = HPDF_Dict_New(memory);
    HPDF_Dict states = HPDF_Dict_New(memory);
    HPDF_Dict fonts = HPDF_Dict_New(memory);
    HPDF_Dict form = HPDF_DictStream_New(memory, handle_->xref);
    check(kStep);
    for (const auto& [fill, stroke] : parts.opacities) {
        HPDF_Dict_Add(states, nameInForm(fill, stroke).c_str(), opacity(fill, stroke));
    }
    for (const Face face : parts.faces) {
        HPDF_Dict_Add(fonts, nameInForm(face).c_str(), font(face).object());
    }
    HPDF_Dict_Add(resources, "ExtGState", states);
    HPDF_Dict_Add(resources, "Font", fonts);
    if (!parts.images.empty()) {
        HPDF_Dict objects = HPDF_Dict_New(memory);
        for (const std::size_t image : parts.images) {
            HPDF_Dict_Add(objects, nameOfImage(image).c_str(), imageObject(image));
        }
        HPDF_Dict_Add(resources, "XObject", objects);
    }
    HPDF_Dict_AddName(form, "Type", "XObject");
    HPDF_Dict_AddName(form, "Subtype", "Form");
    HPDF_Dict_Add(
        form, "BBox",
        HPDF_Box_Array_New(memory,
                           HPDF_Rect{static_cast<HPDF_REAL>(box.x), static_cast<HPDF_REAL>(box.y),
                                     static_cast<HPDF_REAL>(box.x + box.width),
                                     static_cast<HPDF_REAL>(box.y + box.height)}));
    HPDF_Dict_Add(form, "Resources", resources);
    form->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
    form->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    HPDF_Stream_Write(form->stream, reinterpret_cast<const HPDF_BYTE*>(parts.content.data()),
                      static_cast<HPDF_UINT>(parts.content.size()));
    check(kStep);
    forms_.emplace(std::move(key), form);
    return form;
}

void PdfDocument::describe(const Metadata& metadata) {
    const auto put = [this](HPDF_InfoType type, const std::string& text) {
        if (!text.empty()) {
            HPDF_SetInfoAttr(handle_.get(), type, shortened(text).c_str());
        }
    };
    put(HPDF_INFO_TITLE, metadata.title);
    put(HPDF_INFO_AUTHOR, metadata.author);
    put(HPDF_INFO_SUBJECT, metadata.subject);
    put(HPDF_INFO_CREATOR, "Palpate");
    if (metadata.created) {
        const auto day = std::chrono::floor<std::chrono::days>(*metadata.created);
        const std::chrono::year_month_day date{day};
        const std::chrono::hh_mm_ss time{*metadata.created - day};
        const HPDF_Date stamp{static_cast<int>(date.year()),
                              static_cast<int>(static_cast<unsigned>(date.month())),
                              static_cast<int>(static_cast<unsigned>(date.day())),
                              static_cast<int>(time.hours().count()),
                              static_cast<int>(time.minutes().count()),
                              static_cast<int>(time.seconds().count()),
                              'Z',
                              0,
                              0};
        HPDF_SetInfoDateAttr(handle_.get(), HPDF_INFO_CREATION_DATE, stamp);
        HPDF_SetInfoDateAttr(handle_.get(), HPDF_INFO_MOD_DATE, stamp);
    }
    check("writing the document's description");
    // libharu has no calls for these.
    HPDF_Dict catalog = handle_->catalog;
    if (!metadata.language.empty()) {
        HPDF_Dict_Add(
            catalog, "Lang",
            HPDF_String_New(catalog->mmgr, shortened(metadata.language).c_str(), nullptr));
    }
    if (!metadata.title.empty()) { // in the window's title, instead of the file's name
        HPDF_Dict preferences = HPDF_Dict_New(catalog->mmgr);
        HPDF_Dict_Add(catalog, "ViewerPreferences", preferences);
        HPDF_Dict_Add(preferences, "DisplayDocTitle", HPDF_Boolean_New(catalog->mmgr, HPDF_TRUE));
    }
    check("writing the document's language");
}

void PdfDocument::addOutline(const std::vector<OutlineEntry>& entries,
                             const std::vector<HPDF_Page>& pages,
                             const std::vector<double>& pageHeights) {
    std::vector<std::pair<int, HPDF_Outline>> above; // the entries that the next one may lie under
    for (const OutlineEntry& entry : entries) {
        if (entry.title.empty() || entry.page >= pages.size()) {
            continue;
        }
        while (!above.empty() && above.back().first >= entry.level) {
            above.pop_back();
        }
        HPDF_Outline outline = HPDF_CreateOutline(
            handle_.get(), above.empty() ? nullptr : above.back().second,
            shortened(entry.title).c_str(), HPDF_GetEncoder(handle_.get(), "UTF-8"));
        check("adding a bookmark");
        HPDF_Destination destination = HPDF_Page_CreateDestination(pages[entry.page]);
        check("adding a bookmark");
        const double top = pageHeights[entry.page] - entry.y / kMillimetresPerPoint;
        HPDF_Destination_SetFitH(destination, static_cast<HPDF_REAL>(top));
        HPDF_Outline_SetDestination(outline, destination);
        HPDF_Outline_SetOpened(outline, HPDF_TRUE);
        check("adding a bookmark");
        above.emplace_back(entry.level, outline);
    }
}

void PdfDocument::addLinks(const std::vector<Link>& links, const std::vector<HPDF_Page>& pages,
                           const std::vector<double>& pageHeights) {
    constexpr const char* kStep = "adding a link";
    for (const Link& link : links) {
        const std::string address = openable(link.address);
        const bool leadsInside = link.address.empty() && link.toPage < pages.size();
        if (link.page >= pages.size() || (address.empty() && !leadsInside)) {
            continue;
        }
        const auto points = [](double millimetres) {
            return static_cast<HPDF_REAL>(millimetres / kMillimetresPerPoint);
        };
        const double height = pageHeights[link.page] * kMillimetresPerPoint;
        const HPDF_Rect area{points(link.area.x), points(height - link.area.y - link.area.height),
                             points(link.area.x + link.area.width), points(height - link.area.y)};
        HPDF_Annotation annotation = nullptr;
        if (leadsInside) {
            HPDF_Destination destination = HPDF_Page_CreateDestination(pages[link.toPage]);
            check(kStep);
            HPDF_Destination_SetFitH(
                destination,
                static_cast<HPDF_REAL>(pageHeights[link.toPage] - link.toY / kMillimetresPerPoint));
            annotation = HPDF_Page_CreateLinkAnnot(pages[link.page], area, destination);
        } else {
            annotation = HPDF_Page_CreateURILinkAnnot(pages[link.page], area, address.c_str());
        }
        check(kStep);
        HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0); // else a black frame
        check(kStep);
    }
}

std::string PdfDocument::bytes() {
    std::size_t number = 0;
    for (auto& [face, font] : fonts_) {
        const bool isRead = font.finish(number++);
        check("embedding a typeface");
        if (!isRead) {
            throw ReportError{
                {tr("The typeface file {1} can't be read any more: reinstall it and try again."),
                 {typefaces_.font(face).path().string()}}};
        }
    }
    HPDF_SaveToStream(handle_.get());
    check("putting the file together");
    HPDF_UINT32 size = HPDF_GetStreamSize(handle_.get());
    std::string bytes(size, '\0');
    HPDF_ResetStream(handle_.get());
    HPDF_ReadFromStream(handle_.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    check("putting the file together");
    bytes.resize(size);
    return bytes;
}

} // namespace palpate::report
