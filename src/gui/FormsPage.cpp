// SPDX-License-Identifier: MIT
#include "gui/FormsPage.h"

#include "app/Clinic.h"
#include "app/FormLanguages.h"
#include "app/MeasureTrends.h"
#include "app/Prompter.h"
#include "app/ReportForms.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "gui/CareCard.h"
#include "gui/FormEditor.h"
#include "gui/MeasureCards.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/Printouts.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kGap = 14; ///< DIP between cards

} // namespace

FormsPage::FormsPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "forms"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPage(*this);
    book_ = new wxSimplebook{this,          wxID_ANY,      wxDefaultPosition,
                             wxDefaultSize, wxBORDER_NONE, "forms.parts"};
    scroller_ = new PanelScroller{book_, "forms.scroller"};
    dressAsPage(*scroller_);
    auto* sheet = new wxPanel{
        scroller_,    wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "forms.sheet"};
    dressAsPage(*sheet);
    auto* column = new wxBoxSizer{wxVERTICAL};
    told_ = new TextBlock{sheet, "forms.told", {}, TextStyle::ControlStrong};
    told_->Hide();
    column->Add(told_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(kGap)));
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    lists_ = new FormsLists{sheet};
    lists_->onAct = [this](FormsLists::Act what, const app::FormLineView& line,
                           const std::string& language) { act(what, line, language); };
    lists_->languages = [this](const app::FormLineView& line) { return languagesOf(line); };
    lists_->onAdd = [this] { addForm(); };
    row->Add(lists_, wxSizerFlags{1}.Expand().Border(wxRIGHT, FromDIP(kGap)));
    auto* right = new wxBoxSizer{wxVERTICAL};
    measures_ = new MeasureCards{sheet};
    right->Add(measures_, wxSizerFlags{}.Expand());
    care_ = new CareCard{sheet, clinic_};
    right->Add(care_, wxSizerFlags{}.Expand());
    row->Add(right, wxSizerFlags{1}.Top());
    column->Add(row, wxSizerFlags{1}.Expand());
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    sheet->SetSizer(padded);
    auto* inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(sheet, wxSizerFlags{1}.Expand());
    scroller_->SetSizer(inside);
    editor_ = new FormEditor{book_, clinic_, prompter_};
    editor_->onBack = [this] { backToLists(); };
    editor_->onCompleted = [this] { completed(); };
    editor_->onHandOver = [this] {
        auto form = editor_->release();
        book_->ChangeSelection(Lists);
        onHandOver(std::move(form));
    };
    editor_->onPrint = [this] {
        editor_->flush();
        const app::FormPresenter& form = *editor_->form();
        auto request = app::filledFormRequest(form.subject().patient, form.record());
        if (const auto language = app::languageShown(form.view())) {
            request = app::inLanguage(std::move(request), *language);
        }
        print(request, form.view().title);
    };
    editor_->onPutAway = [this] {
        editor_->flush();
        const std::string title = editor_->form()->view().title;
        putAway(editor_->form()->record(), title);
    };
    book_->AddPage(scroller_, {});
    book_->AddPage(editor_, {});
    auto* whole = new wxBoxSizer{wxVERTICAL};
    whole->Add(book_, wxSizerFlags{1}.Expand());
    SetSizer(whole);
}

FormsPage::~FormsPage() = default;

void FormsPage::show(const PatientId& patient, const std::optional<CaseId>& caseId,
                     const std::optional<SessionId>& session) {
    const app::FormPresenter* const form = editor_->form();
    const bool ofAnotherCase = form && form->subject().caseId && form->subject().caseId != caseId;
    if (patient_ != patient || ofAnotherCase) {
        close();
    }
    patient_ = patient;
    case_ = caseId;
    session_ = session;
    tell({}, true);
    reload();
}

void FormsPage::reload() {
    if (!patient_) {
        return;
    }
    lists_->render(app::patientForms(clinic_, *patient_, case_));
    measures_->render(case_ ? app::measureTrends(clinic_, *case_)
                            : std::vector<app::MeasureTrend>{});
    care_->show(case_);
    scroller_->FitInside();
    scroller_->Layout();
}

void FormsPage::close() {
    editor_->close();
    book_->ChangeSelection(Lists);
    patient_.reset();
}

void FormsPage::flush() {
    editor_->flush();
}

void FormsPage::focusFirst() {
    if (book_->GetSelection() == static_cast<int>(Editor)) {
        editor_->focusFirst();
    } else {
        lists_->focusFirst();
    }
}

std::unique_ptr<app::FormPresenter> FormsPage::presenterOf(const app::FormLineView& line,
                                                           FilledBy filledBy) {
    if (line.record) {
        return std::make_unique<app::FormPresenter>(clinic_, *line.record);
    }
    const app::FormLibrary library = app::formLibrary(clinic_);
    const app::KnownForm* const form = library.find(line.url);
    if (!form) {
        throw EditRefused{{tr("The form {1} is no longer there."), {line.title}}};
    }
    return std::make_unique<app::FormPresenter>(
        clinic_, *form,
        app::FormSubject{.patient = *patient_, .caseId = case_, .session = session_}, filledBy);
}

void FormsPage::start(const std::string& url) {
    const app::PatientForms forms = app::patientForms(clinic_, *patient_, case_);
    app::FormLineView line;
    line.url = url;
    line.title = url;
    for (const auto* const list : {&forms.begun, &forms.due}) {
        const auto found = std::ranges::find(*list, url, &app::FormLineView::url);
        if (found != list->end()) {
            line = *found;
            break;
        }
    }
    open(presenterOf(line, FilledBy::Practitioner));
}

void FormsPage::choose(const FormRecordId& record) {
    app::FormLineView line;
    line.record = record;
    open(presenterOf(line, FilledBy::Practitioner));
}

std::vector<std::string> FormsPage::languagesOf(const app::FormLineView& line) const {
    const app::FormLibrary library = app::formLibrary(clinic_);
    const app::KnownForm* const form = library.find(line.url);
    return form ? app::languagesOf(*form) : std::vector<std::string>{{}};
}

void FormsPage::act(FormsLists::Act what, const app::FormLineView& line,
                    const std::string& language) {
    using Act = FormsLists::Act;
    const auto request = [&] {
        if (line.record) {
            return app::filledFormRequest(*patient_, *line.record);
        }
        auto empty = app::blankFormRequest(line.url, patient_);
        return language.empty() ? empty : app::inLanguage(std::move(empty), language);
    };
    switch (what) {
    case Act::Open:
        open(presenterOf(line, FilledBy::Practitioner));
        break;
    case Act::HandOver:
        onHandOver(presenterOf(line, FilledBy::Patient));
        break;
    case Act::Print:
        print(request(), line.title);
        break;
    case Act::Save:
        save(request(), line.title);
        break;
    case Act::PutAway:
        putAway(line.record.value(), line.title); // only what was begun offers it
        break;
    }
}

void FormsPage::open(std::unique_ptr<app::FormPresenter> form) {
    tell({}, true);
    book_->ChangeSelection(Editor);
    const auto& whose = form->subject().caseId;
    const std::string title = whose && caseTitle ? caseTitle(*whose) : std::string{};
    editor_->open(std::move(form), title);
    editor_->Layout();
    CallAfter([this] { editor_->focusFirst(); });
}

void FormsPage::backToLists() {
    // The button that was pressed lies in the editor; what it shows goes after its press.
    CallAfter([this] {
        editor_->close();
        book_->ChangeSelection(Lists);
        reload();
        lists_->focusFirst();
    });
}

void FormsPage::completed() {
    const std::string title = editor_->form()->view().title;
    const bool raised = !editor_->form()->raised().empty();
    CallAfter([this, title, raised] {
        editor_->close();
        book_->ChangeSelection(Lists);
        reload();
        lists_->focusFirst();
        tell(raised ? said("{1} is completed, and raised a red flag: see above.", {title})
                    : said("{1} is completed.", {title}),
             !raised);
        onCompleted();
    });
}

void FormsPage::putAway(const FormRecordId& record, const std::string& title) {
    if (!prompter_.confirm(
            {tr("Put “{1}” away? It is no longer offered; what was answered stays in "
                "the file."),
             {title}},
            {tr("Put it away"), {}})) {
        return;
    }
    app::putAwayForm(clinic_, record);
    backToLists();
}

void FormsPage::print(const app::ReportRequest& request, const std::string& title) {
    try {
        const bool printed =
            printPages(wxGetTopLevelParent(this), app::reportPages(clinic_, request).pages,
                       toWx(title), [&] { return app::pagesToPrint(clinic_, request, {}).pages; });
        if (printed) {
            tell(said("Printed."), true);
        }
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void FormsPage::save(const app::ReportRequest& request, const std::string& title) {
    try {
        const auto file = prompter_.chooseSaveFile({tr("Save the form: {1}"), {title}},
                                                   app::formFileName(clinic_, request));
        if (file) {
            static_cast<void>(app::writeReport(clinic_, request, *file, {}));
            tell(said("Saved as {1}.", {file->string()}), true);
        }
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void FormsPage::addForm() {
    const auto file =
        prompter_.chooseFile({tr("Add a form: a FHIR R4 Questionnaire"), {}}, {"json"});
    if (!file) {
        return;
    }
    try {
        app::FormLibrary library = app::formLibrary(clinic_);
        const auto faults = library.add(*file);
        wxString words;
        bool refused = false;
        for (const forms::FormFault& fault : faults) {
            refused = refused || fault.weight == forms::FormFault::Weight::Error;
            words += "\n" + (fault.linkId.empty() ? wxString{} : toWx(fault.linkId + ": ")) +
                     toWx(fault.sentence);
        }
        const std::string name = file->filename().string();
        tell((refused ? said("{1} was not added.", {name}) : said("{1} was added.", {name})) +
                 words,
             !refused);
        reload();
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void FormsPage::tell(const wxString& sentence, bool good) {
    told_->setText(sentence);
    told_->setInk(good ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show(!sentence.empty());
    told_->GetParent()->Layout();
    scroller_->FitInside();
}

} // namespace palpate::gui
