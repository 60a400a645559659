// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>

#include <cstddef>
#include <functional>
#include <vector>

namespace palpate::gui {

class PillButton;

/// What of a typed line can't be meant, one sentence a line; pressing one leads to its place.
class MistakeLines : public wxPanel {
public:
    struct Mistake {
        wxString place; ///< the words that are meant
        wxString sentence;
        friend bool operator==(const Mistake&, const Mistake&) = default;
    };

    /// Its lines are named `name`.0 and so on.
    MistakeLines(wxWindow* parent, const wxString& name);

    std::function<void(std::size_t)> onPress;

    void set(std::vector<Mistake> mistakes); ///< hidden without any

private:
    std::vector<Mistake> shown_;
    std::vector<PillButton*> lines_; ///< children of this window
};

} // namespace palpate::gui
