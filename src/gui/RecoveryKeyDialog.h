// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecoverySheet.h"
#include "gui/FormDialog.h"

namespace palpate::app {
struct DataPaths;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class RecoveryKeyPanel;

/// Shows a new recovery key, the only time it is ever shown. Can't be left before it was written
/// down. Paths and prompter must outlive it.
class RecoveryKeyDialog : public FormDialog {
public:
    RecoveryKeyDialog(wxWindow* parent, app::RecoverySheet sheet, const app::DataPaths& paths,
                      app::Prompter& prompter);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }

    RecoveryKeyPanel* panel_; ///< a child of this window
};

} // namespace palpate::gui
