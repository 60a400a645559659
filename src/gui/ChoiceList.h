// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

/// One line of a list at a field: a completion of what is typed, or what could be meant. UTF-8.
struct QuickChoice {
    std::string label;  ///< "right quadratus lumborum"
    std::string detail; ///< behind it, quiet: "layer 4"
    std::string text;   ///< what the line reads after Tab took it; empty: the label
    friend bool operator==(const QuickChoice&, const QuickChoice&) = default;
};
/// What the owner made of a line.
struct QuickAnswer {
    bool done = false;                ///< the line is taken; else it stays as it was typed
    std::string message;              ///< shown at the field: what is wrong, or what to choose
    std::vector<QuickChoice> choices; ///< what the line could mean: the user picks one
};

/// The rows at a field that is typed into, at most nine in sight; a click picks one. It never takes
/// the focus from the field.
class ChoiceList : public PaintedControl {
public:
    ChoiceList(wxWindow* parent, const wxString& name);

    std::function<void(std::size_t)> onPick;

    /// The choices must outlive this, or the next call. Numbered: digits stand before the rows.
    void show(const std::vector<QuickChoice>& choices, std::optional<std::size_t> current,
              bool numbered);
    /// Where the choice lies, in client pixels.
    [[nodiscard]] wxRect area(std::size_t choice) const;
    [[nodiscard]] int wantedHeight() const; ///< pixels; 0 without choices
    /// How far the words stand from the left edge, DIP.
    void setIndent(int dip) noexcept { indent_ = dip; }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pointed(wxPoint at) override;
    void released(wxPoint at) override;
    wxSize DoGetBestSize() const override { return {px(120), wantedHeight()}; }

private:
    [[nodiscard]] std::size_t rows() const; ///< in sight: the first, or those round the current one
    [[nodiscard]] std::size_t first() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] std::optional<std::size_t> rowAt(wxPoint at) const;

    const std::vector<QuickChoice>* choices_ = nullptr;
    std::optional<std::size_t> current_;
    std::optional<std::size_t> hot_;
    bool numbered_ = false;
    int indent_ = 16;
};

} // namespace palpate::gui
