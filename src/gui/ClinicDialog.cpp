// SPDX-License-Identifier: MIT
#include "gui/ClinicDialog.h"

#include "app/Clinic.h"
#include "app/ClinicSettings.h"
#include "app/Locking.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/ColourSample.h"
#include "gui/ImageView.h"
#include "gui/Phrases.h"

#include <wx/colordlg.h>

#include <charconv>
#include <iterator>

namespace palpate::gui {

namespace {

[[nodiscard]] wxColour colourOf(std::uint32_t rgb) {
    constexpr unsigned kByte = 0xFF;
    return {static_cast<unsigned char>((rgb >> 16U) & kByte),
            static_cast<unsigned char>((rgb >> 8U) & kByte),
            static_cast<unsigned char>(rgb & kByte)};
}

} // namespace

ClinicDialog::ClinicDialog(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : FormDialog{parent, "clinic", said("Clinic settings"), said("Save"), 620}, clinic_{clinic},
      prompter_{prompter}, units_{app::pressureUnits()} {
    buildClinic();
    buildLetterhead();
    buildLocking();
    problemsGoTo("Lock", idle_);
    problemsGoTo("Clipboard", clipboard_);
    problemsGoTo("Name", name_);
    problemsGoTo("Address", address_);
    problemsGoTo("Phone", phone_);
    problemsGoTo("Time zone", timeZone_);
    problemsGoTo("E-mail", email_);
    problemsGoTo("Website", website_);
    problemsGoTo("Colour", colour_);
    finish(name_);
}

void ClinicDialog::buildClinic() {
    addSection("clinic.section", said("The clinic"), said("Clinic"));
    const ClinicProfile& profile = clinic_.profile();
    name_ = addField(*addRow(), "clinic.name", said("Name of the clinic, as on reports"));
    name_->ChangeValue(toWx(profile.name));
    wxBoxSizer* row = addRow();
    address_ = addField(*row, "clinic.address", said("Address"), 2);
    address_->ChangeValue(toWx(profile.address));
    phone_ = addField(*row, "clinic.phone", said("Phone"));
    phone_->ChangeValue(toWx(profile.phone));
    row = addRow();
    timeZone_ = addField(*row, "clinic.timeZone", said("Time zone, for new sessions"), 1, 0,
                         "Europe/London");
    timeZone_->ChangeValue(toWx(profile.timeZone));
    std::vector<wxString> signs;
    for (const auto& [unit, sign] : units_) {
        signs.push_back(toWx(sign));
    }
    unit_ = new SegmentedControl{&ground(), "clinic.pressureUnit", said("Pressure is shown in"),
                                 std::move(signs)};
    for (std::size_t i = 0; i < units_.size(); ++i) {
        if (units_[i].first == profile.pressureUnit) {
            unit_->select(static_cast<int>(i));
        }
    }
    addLabelled(*row, said("Pressure is shown in"), unit_, 0);
}

void ClinicDialog::buildLetterhead() {
    addSection("clinic.letterhead", said("Printed pages"), said("Printed pages"));
    const Letterhead stored = app::letterheadOf(clinic_);
    logo_ = stored.logo;
    wxBoxSizer* row = addRow();
    email_ = addField(*row, "clinic.email", said("E-mail"));
    email_->ChangeValue(toWx(stored.email));
    website_ = addField(*row, "clinic.website", said("Website"));
    website_->ChangeValue(toWx(stored.website));
    buildColour();
    colour_->ChangeValue(stored.accent ? toWx(app::colourText(*stored.accent)) : wxString{});
    paper_->select(stored.paper == PaperFormat::A4 ? 0 : 1);
    buildLogo();
    showColour();
    showLogo();
}

void ClinicDialog::buildColour() {
    wxBoxSizer* const row = addRow();
    paper_ =
        new SegmentedControl{&ground(), "clinic.paper", said("Paper"), {"A4", said("US Letter")}};
    addLabelled(*row, said("Paper"), paper_, 0);
    colour_ = addField(*row, "clinic.colour", said("Colour of headings and lines"), 1, 0,
                       toWx(app::colourText(app::kUsualAccent)));
    colour_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showColour(); });
    auto* choose = new PillButton{&ground(), "clinic.chooseColour", said("Choose …")};
    choose->setWords(said("Choose a colour"));
    choose->onClick = [this] { chooseColour(); };
    row->Add(choose, wxSizerFlags{}.Bottom().Border(wxLEFT, FromDIP(8)));
    sample_ = new ColourSample{&ground(), "clinic.sample", said("As on paper")};
    row->Add(sample_, wxSizerFlags{}.Bottom().Border(wxLEFT, FromDIP(8)));
    colourRemark_ = new TextBlock{
        &ground(), "clinic.colourRemark", {}, TextStyle::Control, TextBlock::Ink::Warning};
    addWide(colourRemark_);
}

void ClinicDialog::buildLogo() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    logoView_ = new ImageView{&ground(), "clinic.logo", said("Logo"), {200, 64}};
    row->Add(logoView_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(12)));
    noLogo_ = new TextBlock{&ground(), "clinic.noLogo",
                            said("No logo. A PNG or JPEG picture stands at the right of a page's "
                                 "head."),
                            TextStyle::Control, TextBlock::Ink::Muted};
    row->Add(noLogo_, wxSizerFlags{1}.CentreVertical().Border(wxRIGHT, FromDIP(12)));
    auto* choose = new PillButton{&ground(), "clinic.chooseLogo", said("Choose a logo …")};
    choose->onClick = [this] { chooseLogo(); };
    row->Add(choose, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(8)));
    removeLogo_ = new PillButton{&ground(), "clinic.removeLogo", said("Remove")};
    removeLogo_->setWords(said("Remove the logo"));
    removeLogo_->onClick = [this] {
        logo_.clear();
        showLogo();
    };
    row->Add(removeLogo_, wxSizerFlags{}.CentreVertical());
    fields().Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
}

void ClinicDialog::buildLocking() {
    addSection("clinic.locking", said("Locking the screen"), said("Locking"));
    const LockSettings stored = app::lockSettings(clinic_);
    const auto shownIn = [](wxTextCtrl& field, const std::optional<int>& number) {
        field.ChangeValue(number ? toWx(std::to_string(*number)) : wxString{});
    };
    wxBoxSizer* const row = addRow();
    idle_ = addField(*row, "clinic.idle", said("Lock after so many minutes untouched"), 1, 0,
                     said("never by itself"));
    shownIn(*idle_, stored.idleMinutes);
    clipboard_ =
        addField(*row, "clinic.clipboard", said("Clear what was copied after so many seconds"), 1,
                 0, said("leave it"));
    shownIn(*clipboard_, stored.clipboardSeconds);
    addWide(new TextBlock{
        &ground(), "clinic.locking.meaning",
        said("Ctrl L locks at once. The password of whoever has signed in opens the screen again "
             "where it was. With seconds given, what was copied is cleared at locking and signing "
             "out, too."),
        TextStyle::Control, TextBlock::Ink::Muted});
}

void ClinicDialog::chooseColour() {
    wxColourData data;
    data.SetChooseFull(true);
    const auto now = app::parseColour(fromWx(colour_->GetValue()));
    data.SetColour(colourOf(now.value_or(app::kUsualAccent)));
    wxColourDialog dialog{this, &data};
    if (dialog.ShowModal() == wxID_OK) {
        colour_->SetValue(
            dialog.GetColourData().GetColour().GetAsString(wxC2S_HTML_SYNTAX).Upper());
    }
}

void ClinicDialog::showColour() {
    const std::string typed = trimmed(fromWx(colour_->GetValue()));
    const auto colour = app::parseColour(typed);
    Letterhead asked;
    asked.accent = colour;
    wxString remark;
    if (!typed.empty() && !colour) {
        remark = said("Type six digits such as #0F766E, or choose a colour.");
    } else {
        remark = saidLines(app::letterheadProblems(asked));
    }
    sample_->set(colourOf(colour.value_or(app::kUsualAccent)));
    colourRemark_->setText(remark);
    if (fields().IsShown(colourRemark_) != !remark.empty()) {
        fields().Show(colourRemark_, !remark.empty());
        refit();
    }
}

void ClinicDialog::chooseLogo() {
    const auto file = prompter_.chooseFile({tr("Choose a logo"), {}}, {"png", "jpg", "jpeg"});
    if (!file) {
        return;
    }
    try {
        logo_ = app::logoFrom(*file);
        showProblems({});
    } catch (const Error& error) {
        showProblems(said(error));
    }
    showLogo();
}

void ClinicDialog::showLogo() {
    const bool any = logoView_->setImage(logo_);
    logoView_->Show(any);
    noLogo_->setText(any ? wxString{}
                         : said("No logo. A PNG or JPEG picture stands at the right of a page's "
                                "head."));
    removeLogo_->Show(any);
    refit();
}

LockSettings ClinicDialog::locking(std::vector<Message>& found) const {
    LockSettings asked;
    const auto read = [&](const wxTextCtrl& field, const Message& problem) -> std::optional<int> {
        const std::string typed = trimmed(fromWx(field.GetValue()));
        int number = 0;
        const auto end = std::from_chars(typed.data(), typed.data() + typed.size(), number);
        if (typed.empty()) {
            return {};
        }
        if (end.ec != std::errc{} || end.ptr != typed.data() + typed.size()) {
            found.push_back(problem);
        }
        return number;
    };
    asked.idleMinutes = read(*idle_, {tr("Lock: type the minutes as a number, or nothing."), {}});
    asked.clipboardSeconds =
        read(*clipboard_, {tr("Clipboard: type the seconds as a number, or nothing."), {}});
    if (found.empty()) {
        found = palpate::problems(asked);
    }
    return asked;
}

Letterhead ClinicDialog::letterhead(std::vector<Message>& found) const {
    Letterhead asked;
    asked.email = fromWx(email_->GetValue());
    asked.website = fromWx(website_->GetValue());
    asked.paper = paper_->selected() == 1 ? PaperFormat::Letter : PaperFormat::A4;
    asked.logo = logo_;
    const std::string typed = trimmed(fromWx(colour_->GetValue()));
    if (!typed.empty()) {
        asked.accent = app::parseColour(typed);
        if (!asked.accent) {
            found.push_back({tr("Colour: {1} is none; type six digits such as #0F766E, or choose "
                                "one."),
                             {typed}});
        }
    }
    auto more = app::letterheadProblems(asked);
    found.insert(found.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
    return asked;
}

std::vector<Message> ClinicDialog::accept() {
    ClinicProfile profile = clinic_.profile();
    profile.name = fromWx(name_->GetValue());
    profile.address = fromWx(address_->GetValue());
    profile.phone = fromWx(phone_->GetValue());
    profile.timeZone = fromWx(timeZone_->GetValue());
    profile.pressureUnit = units_.at(static_cast<std::size_t>(unit_->selected())).first;
    auto found = app::problems(profile);
    const Letterhead asked = letterhead(found);
    const LockSettings locked = locking(found);
    if (found.empty()) {
        if (locked != app::lockSettings(clinic_)) {
            app::storeLockSettings(clinic_, locked);
        }
        app::storeProfile(clinic_, profile);
        if (asked != app::letterheadOf(clinic_)) {
            app::storeLetterhead(clinic_, asked);
        }
    }
    return found;
}

} // namespace palpate::gui
