// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Bar.h"

#include <functional>

namespace palpate::app {
struct BackupsView;
}

namespace palpate::gui {

class PillButton;
class TextBlock;

/// A strip that says what is wrong with the backups, where a day begins; hidden while all is well.
class BackupStrip : public Bar {
public:
    explicit BackupStrip(wxWindow* parent);

    std::function<void()> onBackups; ///< to where something can be done about it

    /// `mayShow`: the person may go there. True: it takes other room than before.
    bool render(const app::BackupsView& view, bool mayShow);

private:
    TextBlock* words_; ///< children of this window, as all below
    PillButton* show_;
};

} // namespace palpate::gui
