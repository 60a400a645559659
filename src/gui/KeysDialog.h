// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

namespace palpate::gui {

/// All keys on one card (F1).
class KeysDialog : public FormDialog {
public:
    explicit KeysDialog(wxWindow* parent);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
