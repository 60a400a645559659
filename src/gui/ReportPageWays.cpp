// SPDX-License-Identifier: MIT
// From the page of one report to many reports, and to the templates.
#include "app/Clinic.h"
#include "app/TemplateDraft.h"
#include "gui/ManyReportsDialog.h"
#include "gui/Phrases.h"
#include "gui/ReportForm.h"
#include "gui/ReportPage.h"
#include "gui/TemplateEditor.h"
#include "gui/TextBlock.h"

namespace palpate::gui {

void ReportPage::writeMany() {
    const auto* const layout = form_->chosen();
    wxString problem;
    auto wanted = form_->request(problem);
    if (layout == nullptr || !wanted) {
        return;
    }
    wanted->letter.redFlags.clear();           // they are of the one patient who is shown
    const app::TemplateChoice meant = *layout; // the list may be read anew meanwhile
    if (meant.about == ReportAbout::Clinic) {
        tell(said("This report is about the clinic, not about patients: it is made once."), false);
        return;
    }
    wxWindow* const top = wxGetTopLevelParent(this);
    ManyReportsDialog dialog{top, clinic_, prompter_, meant, *wanted, form_->delivery().keep};
    if (dialog.ShowModal() != wxID_OK) {
        return;
    }
    ManyReportsRun{top, clinic_, dialog.asked()}.ShowModal();
    onKept();
}

void ReportPage::editTemplate(std::string name) {
    const std::string text = app::templateText(clinic_, name);
    openEditor(std::move(name), text, false);
}

void ReportPage::newTemplate() {
    if (const auto why = app::whyNotChangeTemplates(clinic_)) {
        tell(said(*why), false);
        return;
    }
    const auto* const layout = form_->chosen();
    NewTemplateDialog dialog{wxGetTopLevelParent(this), layout != nullptr ? layout->title : ""};
    if (dialog.ShowModal() != wxID_OK) {
        return;
    }
    const std::string text =
        dialog.isCopy() && layout != nullptr
            ? app::copiedTemplateText(app::templateText(clinic_, layout->name), dialog.title())
            : app::newTemplateText(dialog.title());
    openEditor(app::newTemplateName(clinic_, dialog.title()), text, true);
}

void ReportPage::openEditor(std::string name, const std::string& text, bool isNew) {
    wxString problem;
    app::ReportRequest wanted;
    if (const auto now = form_->request(problem)) {
        wanted = *now;
    }
    wanted.patient = form_->patient();
    wanted.caseId = form_->caseId();
    TemplateEditor editor{wxGetTopLevelParent(this), clinic_, prompter_, name, text,
                          std::move(wanted),         isNew};
    editor.ShowModal();
    if (editor.hasStored()) {
        form_->reloadTemplates(std::move(name));
        remake(false);
    }
}

} // namespace palpate::gui
