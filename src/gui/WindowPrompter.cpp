// SPDX-License-Identifier: MIT
#include "gui/WindowPrompter.h"

#include "gui/Phrases.h"

#include <wx/filedlg.h>
#include <wx/msgdlg.h>

namespace palpate::gui {

bool WindowPrompter::confirm(const Message& question, const Message& action) {
    wxMessageDialog dialog{&parent_, said(question), "Palpate",
                           wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
    dialog.SetYesNoLabels(said(action), said("Cancel"));
    return dialog.ShowModal() == wxID_YES;
}

std::optional<std::filesystem::path>
WindowPrompter::chooseSaveFile(const Message& title, const std::string& suggestedName) {
    wxFileDialog dialog{&parent_,
                        said(title),
                        {},
                        toWx(suggestedName),
                        "PDF (*.pdf)|*.pdf",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK) {
        return std::nullopt;
    }
    return std::filesystem::path{fromWx(dialog.GetPath())};
}

void WindowPrompter::tell(const Message& message) {
    wxMessageDialog{&parent_, said(message), "Palpate", wxOK | wxICON_INFORMATION}.ShowModal();
}

} // namespace palpate::gui
