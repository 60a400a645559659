// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Icons.h"
#include "gui/PaintedControl.h"

#include <optional>

namespace palpate::gui {

/// A small word of status: "Draft · saved 10:42", "Anticoagulant". Read, never pressed.
class Badge : public PaintedControl {
public:
    enum class Tone { Neutral, Teal, Amber, Red };

    Badge(wxWindow* parent, const wxString& name, const wxString& text, Tone tone = Tone::Neutral,
          std::optional<Icon> icon = {});
    void set(const wxString& text, Tone tone, std::optional<Icon> icon = {});
    [[nodiscard]] const wxString& text() const noexcept { return text_; }
    /// The colours of a tone, for whoever paints small words of status itself.
    [[nodiscard]] static const Palette::Chip& coloursOf(Tone tone);

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override;

private:
    wxString text_;
    Tone tone_;
    std::optional<Icon> icon_;
};

} // namespace palpate::gui
