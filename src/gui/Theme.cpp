// SPDX-License-Identifier: MIT
#include "gui/Theme.h"

#include "gui/Loaded.h"

#include <wx/fontenum.h>
#include <wx/settings.h>

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

/// Every text at least 7 : 1 on the grounds it stands on.
[[nodiscard]] Palette contrastPalette() {
    Palette p;
    // White, each a hair apart: redress() tells them by their colour.
    p.page = hex(0xFEFEFE);
    p.panel = hex(0xFFFFFF);
    p.panelSoft = hex(0xFDFDFD);
    p.ink = hex(0x000000);
    p.muted = hex(0x262626);
    p.faint = hex(0x545454);
    p.hairline = hex(0x000000);
    p.edge = hex(0x000000);
    p.accent = hex(0x004D45);
    p.accentDeep = hex(0x00302B);
    p.accentText = hex(0x004D45);
    p.onAccent = hex(0xFFFFFF);
    p.tint = hex(0xD8F5F0);
    p.danger = hex(0x8A1F00);
    p.latent = hex(0x00386B);
    p.good = hex(0x004D45);
    p.focus = hex(0x0000C8);
    p.mapGround = hex(0xFFFFFF);
    p.shadow = hex(0x000000, 0);
    p.neutral = {hex(0xFFFFFF), hex(0x000000), hex(0x000000)};
    p.teal = {hex(0xFFFFFF), hex(0x004D45), hex(0x00302B)};
    p.amber = {hex(0xFFF3B0), hex(0x5C3300), hex(0x4A2900)};
    p.red = {hex(0xFFFFFF), hex(0x8A1F00), hex(0x6E1900)};
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

namespace {

ThemeChoice chosen = ThemeChoice::Desktop;

[[nodiscard]] void* desktopSettings() {
    static const auto defaults = loaded<void* (*)()>("gtk_settings_get_default");
    return defaults ? defaults() : nullptr;
}

[[nodiscard]] bool desktopWantsContrast() {
    static const auto get = loaded<void (*)(void*, const char*, ...)>("g_object_get");
    static const auto release = loaded<void (*)(void*)>("g_free");
    void* const settings = desktopSettings();
    char* theme = nullptr;
    if (settings && get && release) {
        get(settings, "gtk-theme-name", &theme, nullptr);
    }
    const wxString name = theme ? wxString::FromUTF8(theme).Lower() : wxString{};
    if (theme) {
        release(theme);
    }
    return name.Contains("contrast");
}

/// The native controls: fields, trees, menus.
void tellDesktop(ThemeChoice choice) {
    static const auto set = loaded<void (*)(void*, const char*, ...)>("g_object_set");
    static const auto reset = loaded<void (*)(void*, const char*)>("gtk_settings_reset_property");
    void* const settings = desktopSettings();
    if (!settings || !set || !reset) {
        return;
    }
    constexpr const char* kDark = "gtk-application-prefer-dark-theme";
    if (choice == ThemeChoice::Desktop) {
        reset(settings, kDark);
    } else {
        set(settings, kDark, choice == ThemeChoice::Dark ? 1 : 0, nullptr);
    }
}

/// Windows that were dressed once keep the old colours: they get the new ones of the same name.
void redress(wxWindow& window, const Palette& before, const Palette& after) {
    const auto renamed = [&](const wxColour& colour) {
        for (const auto member :
             {&Palette::page, &Palette::panel, &Palette::panelSoft, &Palette::ink, &Palette::muted,
              &Palette::faint, &Palette::accentText}) {
            if (colour == before.*member) {
                return after.*member;
            }
        }
        return wxColour{};
    };
    if (const wxColour ground = renamed(window.GetBackgroundColour()); ground.IsOk()) {
        window.SetBackgroundColour(ground);
    }
    if (const wxColour ink = renamed(window.GetForegroundColour()); ink.IsOk()) {
        window.SetForegroundColour(ink);
    }
    for (wxWindow* const child : window.GetChildren()) {
        redress(*child, before, after);
    }
    wxSysColourChangedEvent event;
    event.SetEventObject(&window);
    window.GetEventHandler()->ProcessEvent(event);
    window.Refresh();
}

} // namespace

bool isDark() {
    switch (chosen) {
    case ThemeChoice::Light:
    case ThemeChoice::HighContrast:
        return false;
    case ThemeChoice::Dark:
        return true;
    case ThemeChoice::Desktop:
        break;
    }
    return !isHighContrast() && wxSystemSettings::GetAppearance().IsDark();
}

bool isHighContrast() {
    return chosen == ThemeChoice::HighContrast ||
           (chosen == ThemeChoice::Desktop && desktopWantsContrast());
}

ThemeChoice themeChoice() {
    return chosen;
}

void setThemeChoice(ThemeChoice choice) {
    if (choice == chosen) {
        return;
    }
    const Palette before = palette();
    chosen = choice;
    tellDesktop(choice);
    for (wxWindow* const window : wxTopLevelWindows) {
        redress(*window, before, palette());
    }
}

bool wantsMotion() {
    static const auto get = loaded<void (*)(void*, const char*, ...)>("g_object_get");
    void* const settings = desktopSettings();
    int glides = 1;
    if (settings && get) {
        get(settings, "gtk-enable-animations", &glides, nullptr);
    }
    return glides != 0;
}

double focusWidth() {
    return isHighContrast() ? 3 : 2;
}

const Palette& palette() {
    static const Palette light = lightPalette();
    static const Palette dark = darkPalette();
    static const Palette contrast = contrastPalette();
    return isHighContrast() ? contrast : isDark() ? dark : light;
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
    static const auto defaultScreen = loaded<void* (*)()>("gdk_screen_get_default");
    static const auto resolution = loaded<double (*)(void*)>("gdk_screen_get_resolution");
    if (defaultScreen && resolution) {
        void* const screen = defaultScreen();
        const double dpi = screen ? resolution(screen) : -1;
        return dpi > 0 ? dpi / 96.0 : 1.0;
    }
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
