// SPDX-License-Identifier: MIT
#include "gui/Theme.h"

#include <wx/fontenum.h>
#include <wx/settings.h>

#if defined(__WXGTK__)
#include <dlfcn.h>
#endif

namespace palpate::gui {

namespace {

[[nodiscard]] wxColour hex(unsigned rgb, unsigned char alpha = 255) {
    return {static_cast<unsigned char>(rgb >> 16U), static_cast<unsigned char>((rgb >> 8U) & 0xFFU),
            static_cast<unsigned char>(rgb & 0xFFU), alpha};
}

[[nodiscard]] Palette lightPalette() {
    Palette p;
    p.page = hex(0xF3F5F8);
    p.panel = hex(0xFFFFFF);
    p.panelSoft = hex(0xF6FAF9);
    p.ink = hex(0x1F2A33);
    p.muted = hex(0x64748B);
    p.faint = hex(0x94A3B3);
    p.hairline = hex(0xE2E8F0);
    p.edge = hex(0xCBD5DF);
    p.accent = hex(0x0F766E);
    p.accentDeep = hex(0x0B5D57);
    p.accentText = hex(0x0F766E);
    p.onAccent = hex(0xFFFFFF);
    p.tint = hex(0xE0F2EF);
    p.danger = hex(0xC2410C);
    p.latent = hex(0x075985);
    p.good = hex(0x0F766E);
    p.focus = hex(0x2563EB);
    p.mapGround = hex(0xFBFCFD);
    p.shadow = hex(0x1F2A33, 2);
    p.neutral = {hex(0xEEF2F6), hex(0xD5DEE7), hex(0x43536A)};
    p.teal = {hex(0xE0F2EF), hex(0x9FD3CB), hex(0x0B5D57)};
    p.amber = {hex(0xFEF3C7), hex(0xEFCF6B), hex(0x7A4A0A)};
    p.red = {hex(0xFEE4DE), hex(0xF1AC9C), hex(0x9A2A10)};
    return p;
}

[[nodiscard]] Palette darkPalette() {
    Palette p;
    p.page = hex(0x171C21);
    p.panel = hex(0x21272D);
    p.panelSoft = hex(0x1D2A2B);
    p.ink = hex(0xE7ECF1);
    p.muted = hex(0x9DABBA);
    p.faint = hex(0x6C7A88);
    p.hairline = hex(0x333D46);
    p.edge = hex(0x4B5966);
    p.accent = hex(0x12807A);
    p.accentDeep = hex(0x17968F);
    p.accentText = hex(0x5FD0C3);
    p.onAccent = hex(0xFFFFFF);
    p.tint = hex(0x173D3A);
    p.danger = hex(0xD2501A);
    p.latent = hex(0x2E93D1);
    p.good = hex(0x5FD0C3);
    p.focus = hex(0x7FB0FF);
    p.mapGround = hex(0x1B2126);
    p.shadow = hex(0x000000, 8);
    p.neutral = {hex(0x2E373F), hex(0x46535F), hex(0xC5D0DB)};
    p.teal = {hex(0x173D3A), hex(0x2B6B64), hex(0x8FE0D5)};
    p.amber = {hex(0x43350F), hex(0x7A611B), hex(0xF6D67A)};
    p.red = {hex(0x4A2018), hex(0x8A3C2B), hex(0xFFB4A0)};
    return p;
}

struct Type {
    double pixels; ///< at 96 dpi
    wxFontWeight weight;
};
[[nodiscard]] Type typeOf(TextStyle style) {
    switch (style) {
    case TextStyle::Body:
        return {13, wxFONTWEIGHT_NORMAL};
    case TextStyle::BodyStrong:
        return {13, wxFONTWEIGHT_SEMIBOLD};
    case TextStyle::Control:
        return {12.5, wxFONTWEIGHT_NORMAL};
    case TextStyle::ControlStrong:
        return {12.5, wxFONTWEIGHT_SEMIBOLD};
    case TextStyle::Small:
        return {12, wxFONTWEIGHT_NORMAL};
    case TextStyle::SmallStrong:
        return {12, wxFONTWEIGHT_SEMIBOLD};
    case TextStyle::Tiny:
        return {11, wxFONTWEIGHT_NORMAL};
    case TextStyle::TinyStrong:
        return {11, wxFONTWEIGHT_SEMIBOLD};
    case TextStyle::Name:
        return {15.5, wxFONTWEIGHT_SEMIBOLD};
    case TextStyle::Heading:
        return {16, wxFONTWEIGHT_BOLD};
    case TextStyle::Number:
        return {22, wxFONTWEIGHT_BOLD};
    }
    return {13, wxFONTWEIGHT_NORMAL};
}

} // namespace

bool isDark() {
    return wxSystemSettings::GetAppearance().IsDark();
}

const Palette& palette() {
    static const Palette light = lightPalette();
    static const Palette dark = darkPalette();
    return isDark() ? dark : light;
}

const wxString& fontFace() {
    static const wxString face =
        wxFontEnumerator::IsValidFacename("Inter")
            ? wxString{"Inter"}
            : wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT).GetFaceName();
    return face;
}

wxFont font(TextStyle style) {
    const Type type = typeOf(style);
    constexpr double kPointsPerPixel = 72.0 / 96.0;
    return wxFont{
        wxFontInfo(type.pixels * kPointsPerPixel).FaceName(fontFace()).Weight(type.weight)};
}

double textScale() {
#if defined(__WXGTK__)
    static const auto defaultScreen =
        reinterpret_cast<void* (*)()>(dlsym(RTLD_DEFAULT, "gdk_screen_get_default"));
    static const auto resolution =
        reinterpret_cast<double (*)(void*)>(dlsym(RTLD_DEFAULT, "gdk_screen_get_resolution"));
    if (defaultScreen && resolution) {
        void* const screen = defaultScreen();
        const double dpi = screen ? resolution(screen) : -1;
        return dpi > 0 ? dpi / 96.0 : 1.0;
    }
#endif
    return 1.0;
}

wxColour mixed(const wxColour& a, const wxColour& b, double share) {
    const auto channel = [share](unsigned char one, unsigned char other) {
        return static_cast<unsigned char>(one * (1 - share) + other * share + 0.5);
    };
    return {channel(a.Red(), b.Red()), channel(a.Green(), b.Green()), channel(a.Blue(), b.Blue()),
            channel(a.Alpha(), b.Alpha())};
}

void dressAsPanel(wxWindow& window) {
    window.SetBackgroundColour(palette().panel);
    window.SetForegroundColour(palette().ink);
    window.SetFont(font(TextStyle::Body));
}

void dressAsPage(wxWindow& window) {
    window.SetBackgroundColour(palette().page);
    window.SetForegroundColour(palette().ink);
    window.SetFont(font(TextStyle::Body));
}

} // namespace palpate::gui
