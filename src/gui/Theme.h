// SPDX-License-Identifier: MIT
#pragma once

#include <wx/colour.h>
#include <wx/font.h>
#include <wx/graphics.h>
#include <wx/window.h>

namespace palpate::gui {

/// The colours of the window. Three sets exist; `palette()` says which is asked for now, so ask
/// again at every paint instead of keeping one.
struct Palette {
    wxColour page;       ///< behind the cards
    wxColour panel;      ///< cards, bars, fields
    wxColour panelSoft;  ///< an opened row, a composed text
    wxColour ink;        ///< text
    wxColour muted;      ///< secondary text
    wxColour faint;      ///< disabled text, hints
    wxColour hairline;   ///< between parts
    wxColour edge;       ///< around controls
    wxColour accent;     ///< filled: chosen, primary
    wxColour accentDeep; ///< the same under the pointer
    wxColour accentText; ///< accent as text on panel
    wxColour onAccent;   ///< text on accent, danger
    wxColour tint;       ///< selected ground
    wxColour danger;     ///< active points, a chosen score
    wxColour latent;     ///< latent points
    wxColour good;       ///< numbers that improved
    wxColour focus;      ///< focus ring
    wxColour mapGround;  ///< behind the body
    wxColour shadow;     ///< with its own alpha
    /// A small chip: its ground, its edge, its text.
    struct Chip {
        wxColour ground;
        wxColour edge;
        wxColour text;
    };
    Chip neutral;
    Chip teal;
    Chip amber;
    Chip red;
};
[[nodiscard]] const Palette& palette();
[[nodiscard]] bool isDark();
[[nodiscard]] bool isHighContrast();

enum class ThemeChoice {
    Desktop, ///< light or dark as the desktop is; high contrast where its theme says so
    Light,
    Dark,
    HighContrast, ///< black on white, every text at least 7 : 1, thick edges and focus rings
};
/// At once and everywhere: native controls follow, and every window hears wxEVT_SYS_COLOUR_CHANGED.
/// Kept until the program ends; the caller remembers it.
void setThemeChoice(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeChoice();

/// The desktop lets things glide.
[[nodiscard]] bool wantsMotion();

/// Width of a focus ring in pixels.
[[nodiscard]] double focusWidth();

/// The few sizes of text that the program uses. In points, so that they follow the desktop's text
/// size.
enum class TextStyle {
    Body,       ///< 13 px at 96 dpi
    BodyStrong, ///<
    Control,    ///< 12.5 px: inside controls
    ControlStrong,
    Small, ///< 12 px: second lines
    SmallStrong,
    Tiny, ///< 11 px: badges, hints
    TinyStrong,
    Name,    ///< 15 px semi-bold: the patient's name, the product
    Heading, ///< 16 px bold: session line
    Number,  ///< 22 px bold: figures
};
/// Inter where installed, else the desktop's own face.
[[nodiscard]] wxFont font(TextStyle style);
/// The face that `font` uses; also for text inside pictures.
[[nodiscard]] const wxString& fontFace();
/// How much larger than 96 dpi the desktop asks text to be (its text size setting), without the
/// pixel scale that wx already hides; 1 normally.
[[nodiscard]] double textScale();

/// Lengths in DIP, to be passed through wxWindow::FromDIP.
namespace dip {
inline constexpr int kFocusRoom =
    2; ///< every painted control leaves this much around itself for its focus ring
inline constexpr int kGap = 8;
inline constexpr int kPad = 16;
inline constexpr int kCardPad = 16;
inline constexpr int kRadius = 6;
inline constexpr int kCardRadius = 10;
inline constexpr int kCompact = 27; ///< height of chips and boxes inside dense rows
inline constexpr int kRegular = 30; ///< height of toolbar controls and chips
inline constexpr int kPrimary = 36; ///< height of buttons
inline constexpr int kTouch = 44;   ///< height of what is hit most
inline constexpr int kRail = 86;    ///< width of the left rail
inline constexpr int kTopBar = 53;  ///< height of the patient bar
} // namespace dip

/// A colour between the two, `share` of the second.
[[nodiscard]] wxColour mixed(const wxColour& a, const wxColour& b, double share);

/// Sets the window's ground and text from the palette; call again on wxEVT_SYS_COLOUR_CHANGED.
void dressAsPanel(wxWindow& window);
void dressAsPage(wxWindow& window);

} // namespace palpate::gui
