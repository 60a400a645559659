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
    const bool picture = std::filesystem::path{suggestedName}.extension() == ".svg";
    wxFileDialog dialog{&parent_,
                        said(title),
                        {},
                        toWx(suggestedName),
                        picture ? said("Picture (*.svg)") + "|*.svg|PDF (*.pdf)|*.pdf"
                                : wxString{"PDF (*.pdf)|*.pdf"},
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK) {
        return std::nullopt;
    }
    std::filesystem::path file{fromWx(dialog.GetPath())};
    if (!file.has_extension()) {
        file += picture && dialog.GetFilterIndex() == 0 ? ".svg" : ".pdf";
        if (std::filesystem::exists(file) &&
            !confirm({tr("{1} is there already; write over it?"), {file.filename().string()}},
                     {tr("Write over"), {}})) {
            return std::nullopt;
        }
    }
    return file;
}

void WindowPrompter::tell(const Message& message) {
    wxMessageDialog{&parent_, said(message), "Palpate", wxOK | wxICON_INFORMATION}.ShowModal();
}

} // namespace palpate::gui
