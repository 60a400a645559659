// SPDX-License-Identifier: MIT
#include "gui/WindowPrompter.h"

#include "gui/Phrases.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>

namespace palpate::gui {

bool WindowPrompter::confirm(const Message& question, const Message& action) {
    wxMessageDialog dialog{&parent_, said(question), "Palpate",
                           wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
    dialog.SetYesNoLabels(said(action), said("Cancel"));
    return dialog.ShowModal() == wxID_YES;
}

namespace {

/// The kinds of files that a name with that ending may be saved as, for the desktop's dialog.
[[nodiscard]] wxString kindsOf(const std::string& ending) {
    if (ending == ".svg") {
        return said("Picture (*.svg)") + "|*.svg|PDF (*.pdf)|*.pdf";
    }
    if (ending == ".csv") {
        return said("Table (*.csv)") + "|*.csv";
    }
    if (ending == ".txt") {
        return said("Text (*.txt)") + "|*.txt";
    }
    if (ending == ".png" || ending == ".jpg" || ending == ".jpeg") {
        return said("Picture") + "|*" + toWx(ending);
    }
    return "PDF (*.pdf)|*.pdf";
}

} // namespace

std::optional<std::filesystem::path>
WindowPrompter::chooseSaveFile(const Message& title, const std::string& suggestedName) {
    std::string ending = std::filesystem::path{suggestedName}.extension().string();
    wxFileDialog dialog{&parent_,
                        said(title),
                        {},
                        toWx(suggestedName),
                        kindsOf(ending),
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK) {
        return std::nullopt;
    }
    std::filesystem::path file{fromWx(dialog.GetPath())};
    if (!file.has_extension()) {
        if (ending.empty() || dialog.GetFilterIndex() > 0) {
            ending = ".pdf";
        }
        file += ending;
        if (std::filesystem::exists(file) &&
            !confirm({tr("{1} is there already; write over it?"), {file.filename().string()}},
                     {tr("Write over"), {}})) {
            return std::nullopt;
        }
    }
    return file;
}

std::optional<std::filesystem::path>
WindowPrompter::chooseFile(const Message& title, const std::vector<std::string>& endings) {
    wxString pattern;
    for (const std::string& ending : endings) {
        const wxString each = toWx(ending);
        pattern += (pattern.empty() ? "*." : ";*.") + each + ";*." + each.Upper();
    }
    wxFileDialog dialog{&parent_,
                        said(title),
                        {},
                        {},
                        said("Files that can be used") + "|" + pattern,
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() != wxID_OK) {
        return std::nullopt;
    }
    return std::filesystem::path{fromWx(dialog.GetPath())};
}

std::optional<std::filesystem::path> WindowPrompter::chooseFolder(const Message& title) {
    wxDirDialog dialog{&parent_, said(title), {}, wxDD_DEFAULT_STYLE};
    if (dialog.ShowModal() != wxID_OK) {
        return std::nullopt;
    }
    return std::filesystem::path{fromWx(dialog.GetPath())};
}

void WindowPrompter::tell(const Message& message) {
    wxMessageDialog{&parent_, said(message), "Palpate", wxOK | wxICON_INFORMATION}.ShowModal();
}

} // namespace palpate::gui
