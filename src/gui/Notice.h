// SPDX-License-Identifier: MIT
#pragma once

#include "gui/TextBlock.h"

#include <wx/panel.h>
#include <wx/timer.h>

namespace palpate::gui {

/// One sentence at the foot of its parent, above all else there: nothing moves under the hand when
/// it comes or goes. A fault or news stay until they are dismissed; a quiet word goes by itself.
/// Not to be put into a sizer; GTK paints it above those of its siblings that were made before it.
class Notice : public wxPanel {
public:
    explicit Notice(wxWindow* parent);

    void showFault(const wxString& sentence);
    void showWord(const wxString& sentence);
    void showNews(const wxString& sentence);
    [[nodiscard]] wxString text() const { return IsShown() ? text_->text() : wxString{}; }

private:
    void put(const wxString& sentence, bool fault);
    void place();
    void onPaint();

    bool fault_ = false;
    wxTimer timer_;
    TextBlock* text_; ///< a child of this window
};

} // namespace palpate::gui
