// SPDX-License-Identifier: MIT
#include "gui/ReportPage.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "app/Reports.h"
#include "app/Screenings.h"
#include "domain/Error.h"
#include "domain/Wipe.h"
#include "gui/Bar.h"
#include "gui/Guarded.h"
#include "gui/PagesView.h"
#include "gui/PasswordDialog.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/PreviewPane.h"
#include "gui/Printouts.h"
#include "gui/ReportForm.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <algorithm>
#include <tuple>

namespace palpate::gui {

namespace {

constexpr int kPause = 250;     ///< milliseconds without a change before pages are made
constexpr int kFormWidth = 380; ///< DIP

} // namespace

ReportPage::ReportPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "documents.make"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPage(*this);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    buildForm(*row);
    preview_ = new PreviewPane{this, "documents.preview"};
    row->Add(preview_, wxSizerFlags{1}.Expand());
    SetSizer(row);
    soon_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded([this] { remake(true); }); });
}

void ReportPage::buildForm(wxSizer& row) {
    auto* side = new Bar{this, "documents.side", wxRIGHT};
    side->SetMinSize({textPx(*side, kFormWidth), -1});
    auto* column = new wxBoxSizer{wxVERTICAL};
    form_ = new ReportForm{side, clinic_};
    form_->onChange = [this] { remakeSoon(); };
    form_->onEditTemplate = [this](std::string name) { editTemplate(std::move(name)); };
    form_->onNewTemplate = [this] { newTemplate(); };
    form_->onMany = [this] { writeMany(); };
    column->Add(form_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxTOP | wxRIGHT, FromDIP(14)));
    told_ = new TextBlock{side, "documents.told", {}, TextStyle::Control};
    told_->Hide();
    column->Add(told_, wxSizerFlags{}.Expand().Border(wxLEFT | wxTOP | wxRIGHT, FromDIP(14)));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const wxString& name, const wxString& words, PillButton::Kind kind,
                            int share, std::function<void()> act) {
        auto* made = new PillButton{side, name, words, kind};
        made->onClick = std::move(act);
        buttons->Add(made, wxSizerFlags{share}.Border(wxLEFT, buttons->IsEmpty() ? 0 : FromDIP(8)));
        return made;
    };
    save_ = button("documents.save", said("Save as PDF …"), PillButton::Kind::Primary, 1,
                   [this] { save(); });
    print_ = button("documents.print", said("Print …"), PillButton::Kind::Secondary, 0,
                    [this] { print(); });
    keep_ =
        button("documents.keep", said("Keep"), PillButton::Kind::Secondary, 0, [this] { keep(); });
    keep_->setWords(said("Keep in the patient's documents only: nothing leaves the clinic"));
    column->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    side->SetSizer(column);
    row.Add(side, wxSizerFlags{}.Expand());
}

void ReportPage::show(const std::optional<PatientId>& patient,
                      const std::optional<CaseId>& caseId) {
    form_->show(patient, caseId);
    tell({}, true);
    remake(false);
}

void ReportPage::remakeSoon() {
    tell({}, true);
    soon_.StartOnce(kPause);
}

void ReportPage::remakeIfAsked() {
    if (soon_.IsRunning()) {
        remake(true);
    }
}

void ReportPage::remake(bool keepsPlace) {
    soon_.Stop();
    wxString problem;
    const auto wanted = form_->request(problem);
    if (!wanted) { // while one types the last pages stay
        enableWays(false);
        tell(problem, false);
        return;
    }
    try {
        app::ReportPages made = app::reportPages(clinic_, *wanted);
        preview_->show(std::move(made), keepsPlace && shownTemplate_ == wanted->templateName);
        shownTemplate_ = wanted->templateName;
        enableWays(true);
    } catch (const Error& error) { // such as no session in this period: the page says so
        preview_->showNothing(said(error));
        enableWays(false);
    }
}

void ReportPage::enableWays(bool able) {
    hasPages_ = able;
    save_->Enable(able);
    print_->Enable(able);
    const auto* const layout = form_->chosen();
    keep_->Enable(able && layout != nullptr && layout->about != ReportAbout::Clinic);
}

void ReportPage::tell(const wxString& sentence, bool good) {
    if (told_->text() == sentence) {
        return;
    }
    told_->setText(sentence);
    told_->setInk(good ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show(!sentence.empty());
    told_->GetParent()->Layout();
}

std::string ReportPage::title() const {
    const auto* const layout = form_->chosen();
    return layout != nullptr ? layout->title : std::string{};
}

std::optional<std::pair<app::ReportRequest, app::Delivery>> ReportPage::ready() {
    remakeIfAsked();
    wxString problem;
    auto wanted = form_->request(problem);
    if (!wanted || !hasPages_) {
        return std::nullopt;
    }
    return std::pair{*std::move(wanted), form_->delivery()};
}

wxString ReportPage::settledBy(const app::ReportRequest& wanted) {
    const auto& templates = form_->templates();
    const auto layout =
        std::ranges::find(templates, wanted.templateName, &app::TemplateChoice::name);
    if (layout == templates.end() || !layout->namesFlags || !wanted.patient) {
        return {};
    }
    const auto& [whom, named] = std::tie(wanted.letter.recipient, wanted.letter.redFlags);
    const std::size_t count = app::unsettledAmong(clinic_, *wanted.patient, named).size();
    if (count == 0) {
        return {};
    }
    if (whom.empty()) {
        return " " + said("It names nobody as its reader, so the red flags stay open.");
    }
    const Message question =
        count == 1
            ? Message{tr("Note the red flag that this letter names as referred to {1}?"), {whom}}
            : Message{tr("Note the {1} red flags that this letter names as referred to {2}?"),
                      {std::to_string(count), whom}};
    if (!prompter_.confirm(question, {tr("Note it"), {}})) {
        return " " + said("The red flags stay open.");
    }
    return app::settleByLetter(clinic_, *wanted.patient, named, whom) == 0
               ? wxString{}
               : " " + said("The red flags are settled: referred to {1}.", {whom});
}

void ReportPage::save() {
    auto asked = ready();
    if (!asked) {
        return;
    }
    auto& [wanted, delivery] = *asked;
    const WipedAtEnd wiped{delivery.password};
    if (form_->wantsPassword()) {
        auto password = PasswordDialog::ask(wxGetTopLevelParent(this));
        if (!password) {
            return;
        }
        delivery.password = *std::move(password);
    }
    const auto file = prompter_.chooseSaveFile({tr("Save the report: {1}"), {title()}},
                                               app::suggestedFileName(clinic_, wanted));
    if (!file) {
        return;
    }
    try {
        const auto written = [&] {
            const wxBusyCursor busy;
            return app::writeReport(clinic_, wanted, *file, delivery);
        }();
        const char* const sentence =
            delivery.password.empty()
                ? written.kept ? tr("Saved as {1}, and kept in the patient's documents.")
                               : tr("Saved as {1}.")
            : written.kept ? tr("Saved as {1}, protected by the password, and kept in the "
                                "patient's documents.")
                           : tr("Saved as {1}, protected by the password.");
        tell(said(sentence, {file->string()}) + settledBy(wanted), true);
    } catch (const Error& error) {
        tell(said(error), false);
    }
    onKept();
}

void ReportPage::print() {
    const auto asked = ready();
    if (!asked) {
        return;
    }
    const auto& [wanted, delivery] = *asked;
    std::vector<drawing::Picture> pages;
    for (std::size_t i = 0; i < preview_->pages().count(); ++i) {
        pages.push_back(preview_->pages().page(i));
    }
    try {
        const bool printed =
            printPages(wxGetTopLevelParent(this), std::move(pages), toWx(title()),
                       [&] { return app::pagesToPrint(clinic_, wanted, delivery).pages; });
        if (printed) {
            tell((delivery.keep ? said("Printed, and kept in the patient's documents.")
                                : said("Printed.")) +
                     settledBy(wanted),
                 true);
        }
    } catch (const Error& error) {
        tell(said(error), false);
    }
    onKept();
}

void ReportPage::keep() {
    const auto asked = ready();
    if (!asked) {
        return;
    }
    try {
        const wxBusyCursor busy;
        static_cast<void>(app::keepReport(clinic_, asked->first));
        tell(said("Kept in the patient's documents. Nothing left the clinic."), true);
    } catch (const Error& error) {
        tell(said(error), false);
    }
    onKept();
}

} // namespace palpate::gui
