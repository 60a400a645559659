// SPDX-License-Identifier: MIT
#include "gui/NewClinicDialog.h"

#include "domain/Text.h"
#include "gui/Phrases.h"

#include <wx/dirdlg.h>

#include <array>

namespace palpate::gui {

namespace {

constexpr std::array kProfessions{Profession::Physiotherapist, Profession::Chiropractor,
                                  Profession::MassageTherapist, Profession::Other};
/// Eight is the least that a memorised secret may have. Source: [NIST80063B]
constexpr std::size_t kShortestPassword = 8;

/// A file name that every system takes.
[[nodiscard]] std::string folderName(const std::string& clinic) {
    std::string name;
    for (const char c : clinic) {
        const bool bad = static_cast<unsigned char>(c) < 0x20 ||
                         std::string_view{"/\\:*?\"<>|"}.find(c) != std::string_view::npos;
        name += bad ? '-' : c;
    }
    return name + ".palpate";
}

} // namespace

NewClinicDialog::NewClinicDialog(wxWindow* parent, const std::filesystem::path& place,
                                 std::function<void(const Answers&)> make)
    : FormDialog{parent, "newClinic", said("New clinic"), said("Make the clinic"), 600},
      make_{std::move(make)} {
    name_ = addField(*addRow(), "newClinic.name", said("Name of the clinic"), 1, 0,
                     said("Back and Neck"));
    wxBoxSizer* row = addRow();
    address_ = addField(*row, "newClinic.address", said("Address, as on reports"), 2);
    phone_ = addField(*row, "newClinic.phone", said("Phone"));
    row = addRow();
    place_ = addField(*row, "newClinic.place", said("Kept in the folder"));
    place_->ChangeValue(toWx(place.string()));
    auto* choose = new PillButton{&ground(), "newClinic.choosePlace", said("Choose …")};
    choose->onClick = [this] {
        wxDirDialog dialog{this, said("Where shall the clinic be kept?"), place_->GetValue()};
        if (dialog.ShowModal() == wxID_OK) {
            place_->ChangeValue(dialog.GetPath());
        }
    };
    row->Add(choose, wxSizerFlags{}.Bottom().Border(wxLEFT, FromDIP(12)));
    row = addRow();
    ownerName_ = addField(*row, "newClinic.ownerName", said("Your name, as printed"), 1, 0,
                          said("D. Okafor"));
    userName_ = addField(*row, "newClinic.userName", said("User name, for signing in"));
    profession_ = new ChipGroup{&ground(),
                                "newClinic.profession",
                                said("Profession"),
                                ChipGroup::Kind::Single,
                                {{said("Physiotherapist")},
                                 {said("Chiropractor")},
                                 {said("Massage therapist")},
                                 {said("Other")}},
                                ChipGroup::Size::Compact};
    addLabelled(*addRow(), said("Profession: decides which techniques stand first"), profession_);
    row = addRow();
    password_ = addField(*row, "newClinic.password", said("Password, at least 8 characters"), 1,
                         wxTE_PASSWORD);
    again_ =
        addField(*row, "newClinic.passwordAgain", said("Password once more"), 1, wxTE_PASSWORD);
    finish(name_);
}

NewClinicDialog::Answers NewClinicDialog::answers() const {
    const auto typed = [](const wxTextCtrl* field) { return trimmed(fromWx(field->GetValue())); };
    Answers answers;
    answers.profile.name = typed(name_);
    answers.profile.address = typed(address_);
    answers.profile.phone = typed(phone_);
    answers.folder = std::filesystem::path{typed(place_)} / folderName(answers.profile.name);
    answers.ownerName = typed(ownerName_);
    answers.userName = typed(userName_);
    if (const int chosen = profession_->selected(); chosen != ChipGroup::kNone) {
        answers.profession = kProfessions.at(static_cast<std::size_t>(chosen));
    }
    answers.password = fromWx(password_->GetValue());
    return answers;
}

std::vector<Message> NewClinicDialog::accept() {
    const Answers given = answers();
    std::vector<Message> problems;
    const auto need = [&](bool missing, const char* sentence) {
        if (missing) {
            problems.push_back({sentence, {}});
        }
    };
    need(given.profile.name.empty(), tr("Give the clinic a name."));
    need(trimmed(fromWx(place_->GetValue())).empty(),
         tr("Choose the folder in which the clinic is kept."));
    need(given.ownerName.empty(), tr("Type your name as it shall be printed."));
    need(given.userName.empty(), tr("Type the user name with which you will sign in."));
    need(profession_->selected() == ChipGroup::kNone, tr("Choose your profession."));
    need(lengthInCharacters(given.password) < kShortestPassword,
         tr("The password needs at least 8 characters."));
    need(password_->GetValue() != again_->GetValue(),
         tr("The two passwords differ; type them again."));
    if (problems.empty()) {
        const wxBusyCursor busy;
        make_(given);
    }
    return problems;
}

} // namespace palpate::gui
