// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Bar.h"

#include <functional>

namespace palpate::gui {

class PillButton;
class TextBlock;

/// A strip that tells of a restricted record: that it is open because of an emergency, or, to an
/// owner, that one was opened. Hidden while there is nothing to tell.
class AccessStrip : public Bar {
public:
    /// `button`: what leads on; empty: nothing does.
    AccessStrip(wxWindow* parent, const wxString& name, const wxString& button = {});

    std::function<void()> onPress;

    /// True: it takes other room than before. An empty sentence hides it.
    bool render(const wxString& sentence);

private:
    wxString shown_;
    TextBlock* words_; ///< children of this window
    PillButton* press_ = nullptr;
};

} // namespace palpate::gui
