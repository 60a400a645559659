// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecoverySheet.h"

#include <wx/panel.h>
#include <wx/sizer.h>

#include <functional>

class wxTextCtrl;

namespace palpate::app {
struct DataPaths;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class TextBlock;

/// A recovery key, the only time it is ever shown: what it is for, ways to put it on paper or into
/// a file, and a field for its last group, which is covered meanwhile: who can type it has noted
/// it. Paths and prompter must outlive it.
class RecoveryKeyPanel : public wxPanel {
public:
    RecoveryKeyPanel(wxWindow* parent, const app::DataPaths& paths, app::Prompter& prompter);

    /// The panel needs another height.
    std::function<void()> onResized;

    void set(app::RecoverySheet sheet);
    /// Whether the last group was typed; says beside the field what is missing.
    [[nodiscard]] bool check();
    [[nodiscard]] wxTextCtrl& lastGroup() noexcept { return *lastGroup_; }
    /// Forgets the key.
    void forget();

private:
    void buildWays(wxSizer& column);
    void buildCheck(wxSizer& column);
    void cover(bool lastGroup);
    void save();
    void print();
    void tell(const wxString& sentence, bool isProblem);
    void showProblem(const wxString& sentence);
    void resized();

    app::RecoverySheet sheet_;
    const app::DataPaths& paths_;
    app::Prompter& prompter_;
    wxTextCtrl* key_; ///< children of this window, as all below
    TextBlock* told_ = nullptr;
    wxTextCtrl* lastGroup_ = nullptr;
    TextBlock* problem_ = nullptr;
};

} // namespace palpate::gui
