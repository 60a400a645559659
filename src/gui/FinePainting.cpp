// SPDX-License-Identifier: MIT
#include "gui/FinePainting.h"

#include "gui/Loaded.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace palpate::gui {

namespace {

#ifdef __WXGTK__

/// The few functions of cairo that wx has no words for. It is loaded with wx; looking them up by
/// name spares the program cairo's headers. Surfaces and contexts are opaque here.
struct Cairo {
    template <class Function> static void find(Function& function, const char* name) noexcept {
        function = loaded<Function>(name);
    }
    Cairo() noexcept {
        find(newRecord, "cairo_recording_surface_create");
        find(newContext, "cairo_create");
        find(letContextGo, "cairo_destroy");
        find(save, "cairo_save");
        find(restore, "cairo_restore");
        find(toDevice, "cairo_user_to_device_distance");
        find(scale, "cairo_scale");
        find(setSource, "cairo_set_source_surface");
        find(paint, "cairo_paint");
        find(letGo, "cairo_surface_destroy");
    }
    [[nodiscard]] bool isThere() const noexcept {
        return newRecord && newContext && letContextGo && save && restore && toDevice && scale &&
               setSource && paint && letGo;
    }

    void* (*newRecord)(int content, const void* extents) = nullptr;
    void* (*newContext)(void* surface) = nullptr;
    void (*letContextGo)(void* context) = nullptr;
    void (*save)(void* context) = nullptr;
    void (*restore)(void* context) = nullptr;
    void (*toDevice)(void* context, double* dx, double* dy) = nullptr;
    void (*scale)(void* context, double x, double y) = nullptr;
    void (*setSource)(void* context, void* surface, double x, double y) = nullptr;
    void (*paint)(void* context) = nullptr;
    void (*letGo)(void* surface) = nullptr;
};

constexpr int kColourAndAlpha = 0x3000; ///< CAIRO_CONTENT_COLOR_ALPHA
constexpr double kFiner = 4;            ///< more makes images larger and no text better

/// Recorded for a screen of so many times finer pixels, to which letters are fitted, and painted
/// from there. False: it can't be done here, and nothing was painted.
[[nodiscard]] bool paintRecorded(wxGraphicsContext& context, const drawing::Picture& picture,
                                 const PaintView& view) {
    static const Cairo cairo;
    void* const target = cairo.isThere() ? context.GetNativeContext() : nullptr;
    if (target == nullptr) {
        return false;
    }
    double pixels = 1; // of the screen in one of ours
    double none = 0;
    cairo.toDevice(target, &pixels, &none);
    const double finer = kFiner * std::max(1.0, std::abs(pixels));
    const std::unique_ptr<void, void (*)(void*)> record{cairo.newRecord(kColourAndAlpha, nullptr),
                                                        cairo.letGo};
    {
        const std::unique_ptr<void, void (*)(void*)> ours{cairo.newContext(record.get()),
                                                          cairo.letContextGo};
        const std::unique_ptr<wxGraphicsContext> recorder{
            wxGraphicsContext::CreateFromNative(ours.get())}; // takes a reference of its own
        recorder->Scale(finer, finer);
        paint(*recorder, picture, view);
    }
    cairo.save(target);
    cairo.scale(target, 1 / finer, 1 / finer);
    cairo.setSource(target, record.get(), 0, 0);
    cairo.paint(target);
    cairo.restore(target);
    return true;
}

#else

[[nodiscard]] bool paintRecorded(wxGraphicsContext&, const drawing::Picture&, const PaintView&) {
    return false;
}

#endif

} // namespace

void paintFinely(wxGraphicsContext& context, const drawing::Picture& picture,
                 const PaintView& view) {
    if (!paintRecorded(context, picture, view)) {
        paint(context, picture, view);
    }
}

} // namespace palpate::gui
