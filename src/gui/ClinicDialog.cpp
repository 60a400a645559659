// SPDX-License-Identifier: MIT
#include "gui/ClinicDialog.h"

#include "app/Clinic.h"
#include "app/ClinicSettings.h"
#include "gui/Phrases.h"

namespace palpate::gui {

ClinicDialog::ClinicDialog(wxWindow* parent, app::Clinic& clinic)
    : FormDialog{parent, "clinic", said("Clinic settings"), said("Save"), 600}, clinic_{clinic},
      units_{app::pressureUnits()} {
    const ClinicProfile& profile = clinic.profile();
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
    problemsGoTo("Name", name_);
    problemsGoTo("Address", address_);
    problemsGoTo("Phone", phone_);
    problemsGoTo("Time zone", timeZone_);
    finish(name_);
}

std::vector<Message> ClinicDialog::accept() {
    ClinicProfile profile = clinic_.profile();
    profile.name = fromWx(name_->GetValue());
    profile.address = fromWx(address_->GetValue());
    profile.phone = fromWx(phone_->GetValue());
    profile.timeZone = fromWx(timeZone_->GetValue());
    profile.pressureUnit = units_.at(static_cast<std::size_t>(unit_->selected())).first;
    auto found = app::problems(profile);
    if (found.empty()) {
        app::storeProfile(clinic_, profile);
    }
    return found;
}

} // namespace palpate::gui
