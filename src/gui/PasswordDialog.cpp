// SPDX-License-Identifier: MIT
#include "gui/PasswordDialog.h"

#include "domain/Text.h"
#include "domain/Wipe.h"
#include "gui/Phrases.h"
#include "gui/Secret.h"

namespace palpate::gui {

namespace {

/// Eight is the least that a memorised secret may have. Source: [NIST80063B]
constexpr std::size_t kShortestPassword = 8;

} // namespace

PasswordDialog::PasswordDialog(wxWindow* parent)
    : FormDialog{parent, "pdfPassword", said("Protect the PDF with a password"), said("Protect"),
                 520} {
    addWide(new TextBlock{
        &ground(), "pdfPassword.meaning",
        said("Nobody opens the file without it (AES-256). Tell it to the recipient by another way "
             "than the file, such as by telephone. Palpate does not keep it."),
        TextStyle::Control, TextBlock::Ink::Muted});
    wxBoxSizer* const row = addRow();
    first_ = addField(*row, "pdfPassword.first", said("Password, at least 8 characters"), 1,
                      wxTE_PASSWORD);
    again_ = addField(*row, "pdfPassword.again", said("Password once more"), 1, wxTE_PASSWORD);
    neverAsk();
    finish(first_);
}

PasswordDialog::~PasswordDialog() {
    wipe(password_);
}

std::vector<Message> PasswordDialog::accept() {
    const WipedText first{readSecret(*first_)};
    const WipedText again{readSecret(*again_)};
    if (lengthInCharacters(first.text()) < kShortestPassword) {
        first_->SetFocus();
        return {{tr("The password needs at least 8 characters."), {}}};
    }
    if (first.text() != again.text()) {
        again_->SetFocus();
        return {{tr("The two passwords differ; type them again."), {}}};
    }
    password_ = first.text();
    return {};
}

std::optional<std::string> PasswordDialog::ask(wxWindow* parent) {
    PasswordDialog dialog{parent};
    return dialog.ShowModal() == wxID_OK ? std::optional{dialog.password_} : std::nullopt;
}

} // namespace palpate::gui
