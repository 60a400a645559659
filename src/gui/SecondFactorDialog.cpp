// SPDX-License-Identifier: MIT
#include "gui/SecondFactorDialog.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/Printouts.h"
#include "gui/QrView.h"

#include <wx/clipbrd.h>
#include <wx/utils.h>

namespace palpate::gui {

namespace {

constexpr std::size_t kColumns = 2; ///< of recovery codes

[[nodiscard]] wxFont evenFont() {
    wxFont even = font(TextStyle::Body);
    even.SetFamily(wxFONTFAMILY_TELETYPE);
    return even;
}

} // namespace

SecondFactorDialog::SecondFactorDialog(wxWindow* parent, app::Clinic& clinic,
                                       app::Prompter& prompter)
    : FormDialog{parent, "secondFactor", said("My second factor"), said("Turn on"), 760},
      clinic_{clinic}, prompter_{prompter}, setup_{clinic} {
    addWide(new TextBlock{
        &ground(), "secondFactor.meaning",
        said("Beside the password Palpate then asks for six digits that your telephone shows. This "
             "guards the program's door, not the file: whoever has the clinic's folder and your "
             "password can read it without a code."),
        TextStyle::Control, TextBlock::Ink::Muted});
    buildSecret();
    buildCodes();
    buildConfirmation();
    problemsGoTo("Code", code_);
    neverAsk();
    finish(code_);
}

void SecondFactorDialog::buildSecret() {
    addSection("secondFactor.secretHeading", said("1. An authenticator takes the secret"),
               said("1. Secret"));
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* picture = new QrView{&ground(), "secondFactor.qr",
                               said("QR code of the secret, which can be typed instead")};
    picture->set(setup_.code());
    row->Add(picture, wxSizerFlags{}.Border(wxRIGHT, FromDIP(16)));
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new TextBlock{&ground(), "secondFactor.how",
                              said("Photograph the code with an authenticator on your telephone: "
                                   "any that makes time-based codes (TOTP). Or type the secret "
                                   "into it:")},
                wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    auto* secret = newFormField(&ground(), "secondFactor.secret", said("Secret, for typing"), {},
                                wxTE_READONLY | wxTE_MULTILINE | wxTE_NO_VSCROLL);
    secret->SetFont(evenFont());
    secret->ChangeValue(toWx(setup_.secret()));
    column->Add(secret, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    column->Add(new TextBlock{&ground(), "secondFactor.once",
                              said("Both are shown this once. Telephone and computer must agree "
                                   "about the time to half a minute."),
                              TextStyle::Control, TextBlock::Ink::Muted},
                wxSizerFlags{}.Expand());
    row->Add(column, wxSizerFlags{1}.Expand());
    fields().Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
}

void SecondFactorDialog::buildCodes() {
    addSection("secondFactor.codesHeading", said("2. Recovery codes, for when it is lost"),
               said("2. Recovery codes"));
    wxString lines;
    const auto& codes = setup_.recoveryCodes();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        lines += toWx(codes[i]) + ((i + 1) % kColumns == 0 ? "\n" : "     ");
    }
    auto* field =
        newFormField(&ground(), "secondFactor.codes", said("Recovery codes, each for one sign-in"),
                     {}, wxTE_READONLY | wxTE_MULTILINE | wxTE_NO_VSCROLL);
    field->SetFont(evenFont());
    const int rows = static_cast<int>((codes.size() + kColumns - 1) / kColumns);
    field->SetMinSize({-1, (field->GetCharHeight() + FromDIP(3)) * rows + FromDIP(18)});
    field->ChangeValue(lines.Trim());
    addWide(field);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const wxString& name, const wxString& words,
                            std::function<void()> act) {
        auto* made = new PillButton{&ground(), name, words};
        made->onClick = std::move(act);
        row->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    };
    button("secondFactor.print", said("Print the codes …"), [this] { print(); });
    button("secondFactor.save", said("Save as PDF …"), [this] { save(); });
    button("secondFactor.copy", said("Copy"), [this] { copy(); });
    fields().Add(row, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(8)));
    told_ =
        new TextBlock{&ground(), "secondFactor.told", {}, TextStyle::Control, TextBlock::Ink::Good};
    fields().Add(told_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    fields().Hide(told_);
}

void SecondFactorDialog::buildConfirmation() {
    addSection("secondFactor.confirmHeading", said("3. A first code, to see that it works"),
               said("3. First code"));
    wxBoxSizer* const row = addRow();
    code_ =
        addField(*row, "secondFactor.code", said("Six digits that the authenticator shows now"), 1);
    row->AddStretchSpacer();
}

app::CodesSheet SecondFactorDialog::sheet() const {
    return {.clinicName = clinic_.profile().name,
            .person = clinic_.practitioner().displayName,
            .codes = setup_.recoveryCodes(),
            .day = clinic_.today()};
}

void SecondFactorDialog::tell(const wxString& sentence) {
    told_->setText(sentence);
    fields().Show(told_, !sentence.empty());
    showProblems({});
}

void SecondFactorDialog::print() {
    try {
        auto pages = app::recoveryCodesPages(clinic_.knowledge().paths(), sheet()).pages;
        if (printPages(this, pages, said("Recovery codes"), [&] { return pages; })) {
            tell(said("Printed. Keep the sheet away from the computer."));
        }
    } catch (const Error& error) {
        showProblems(said(error));
    }
}

void SecondFactorDialog::save() {
    const auto file =
        prompter_.chooseSaveFile({tr("Save the recovery codes"), {}}, "recovery-codes.pdf");
    if (!file) {
        return;
    }
    try {
        app::writeRecoveryCodes(clinic_.knowledge().paths(), sheet(), *file);
        tell(said("Saved as {1}. Move it to a safe place, away from this computer.",
                  {file->string()}));
    } catch (const Error& error) {
        showProblems(said(error));
    }
}

void SecondFactorDialog::copy() {
    wxString lines;
    for (const std::string& code : setup_.recoveryCodes()) {
        lines += toWx(code) + "\n";
    }
    if (wxTheClipboard->Open()) {
        wxTheClipboard->SetData(new wxTextDataObject{lines}); // the clipboard takes it
        wxTheClipboard->Close();
    }
}

std::vector<Message> SecondFactorDialog::accept() {
    const std::string typed = trimmed(fromWx(code_->GetValue()));
    if (typed.empty()) {
        return {{tr("Code: type the six digits that the authenticator shows now."), {}}};
    }
    const wxBusyCursor busy;
    try {
        setup_.turnOn(typed);
    } catch (const AccessDenied&) {
        code_->SelectAll();
        return {
            {tr("Code: this is not the one for this secret now. Wait for the next one, and look "
                "whether telephone and computer show the same time."),
             {}}};
    }
    return {};
}

} // namespace palpate::gui
