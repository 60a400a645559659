// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Badge.h"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxScrolledWindow;

namespace palpate::gui {

class CandidateRow;
class TextBlock;

/// A muscle or point whose usual referral covers what was drawn; all texts translated, UTF-8.
struct Candidate {
    int rank = 1;
    bool tied = false;    ///< shares its rank with others
    std::string name;     ///< "R quadratus lumborum, superficial upper"
    double share = 0;     ///< of the drawing that is covered, 0 to 1: the bar
    std::string percents; ///< "62 % of the drawing · 40 % of its zone"
    struct Tag {
        std::string text; ///< "found", "treated"
        Badge::Tone tone = Badge::Tone::Neutral;
        friend bool operator==(const Tag&, const Tag&) = default;
    };
    std::vector<Tag> tags;
    std::string reason;    ///< a sentence; wraps
    bool canPlace = true;  ///< the button is there
    std::string placeText; ///< of the button; empty: "Place point"
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// Muscles suggested from painted pain. A click on a row or Enter shows it on the map, its button
/// places the point; Up and Down move between the rows.
class CandidateList : public wxPanel {
public:
    CandidateList(wxWindow* parent, const wxString& name);

    std::function<void(int)> onShow;
    std::function<void(int)> onPlace;

    /// Rows that stay keep their windows: it may be called after every stroke.
    void set(std::vector<Candidate> candidates);
    void setHeader(const wxString& text);
    void setFootnote(const wxString& text);
    /// The candidate that the map shows, -1: none.
    void setCurrent(int candidate);
    [[nodiscard]] int current() const noexcept { return current_; }
    [[nodiscard]] int count() const noexcept { return static_cast<int>(candidates_.size()); }
    [[nodiscard]] const Candidate& candidate(int index) const {
        return candidates_.at(static_cast<std::size_t>(index));
    }
    /// The row's window, named `name`.INDEX; its button is named `name`.INDEX.place.
    [[nodiscard]] wxWindow& row(int index);

private:
    void dress();
    void layoutRows();
    void bringIntoSight(int candidate);

    std::vector<Candidate> candidates_;
    int current_ = -1;
    TextBlock* header_; ///< children of this window
    TextBlock* footnote_;
    wxScrolledWindow* scroll_;
    std::vector<CandidateRow*> rows_; ///< children of scroll_; the last ones may be hidden
};

} // namespace palpate::gui
