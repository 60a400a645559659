// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecoverySheet.h"
#include "gui/FormDialog.h"

namespace palpate::app {
struct DataPaths;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

/// Shows a new clinic's recovery key, the only time it is ever shown, and puts it on paper or into
/// a file. Can't be left before it was written down. Paths and prompter must outlive it.
class RecoveryKeyDialog : public FormDialog {
public:
    RecoveryKeyDialog(wxWindow* parent, app::RecoverySheet sheet, const app::DataPaths& paths,
                      app::Prompter& prompter);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
    void buildWays();
    void save();
    void print();
    void tell(const wxString& sentence);

    app::RecoverySheet sheet_;
    const app::DataPaths& paths_;
    app::Prompter& prompter_;
    TextBlock* told_ = nullptr; ///< a child of this window
};

} // namespace palpate::gui
