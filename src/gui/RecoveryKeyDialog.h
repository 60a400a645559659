// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

namespace palpate::gui {

/// Shows a new clinic's recovery key, the only time it is ever shown. Can't be left before it was
/// written down.
class RecoveryKeyDialog : public FormDialog {
public:
    RecoveryKeyDialog(wxWindow* parent, const std::string& key);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
