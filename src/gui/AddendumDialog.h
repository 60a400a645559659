// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

#include <functional>
#include <string>

namespace palpate::gui {

/// A later word on a signed session.
class AddendumDialog : public FormDialog {
public:
    using Store = std::function<void(const std::string& text, const std::string& reason)>;
    AddendumDialog(wxWindow* parent, Store store);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    Store store_;
    wxTextCtrl* text_; ///< children of this window
    wxTextCtrl* reason_;
};

} // namespace palpate::gui
