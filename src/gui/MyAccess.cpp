// SPDX-License-Identifier: MIT
#include "gui/MyAccess.h"

#include "app/Clinic.h"
#include "app/People.h"
#include "app/Prompter.h"
#include "app/WaysIn.h"
#include "gui/NewPasswordDialog.h"
#include "gui/Phrases.h"
#include "gui/SecondFactorDialog.h"

namespace palpate::gui {

namespace {

/// The second factor is on: what now?
class FactorDialog : public FormDialog {
public:
    enum class Wish { Nothing, Off, Anew };

    FactorDialog(wxWindow* parent, const app::MySecondFactor& factor)
        : FormDialog{parent, "factor", said("My second factor"), said("Close"), 560} {
        addWide(new TextBlock{&ground(), "factor.state",
                              said("On since {1}. {2} recovery codes are left.",
                                   {factor.since, std::to_string(factor.codesLeft)}),
                              TextStyle::BodyStrong});
        addWide(new TextBlock{
            &ground(), "factor.meaning",
            said("A new telephone, or few codes left: set it up anew, and the secret and the codes "
                 "so far count no more."),
            TextStyle::Control, TextBlock::Ink::Muted});
        auto* row = addRow();
        const auto button = [&](const wxString& name, const wxString& words, Wish wish) {
            auto* made = new PillButton{&ground(), name, words};
            made->onClick = [this, wish] {
                wish_ = wish;
                EndModal(wxID_OK);
            };
            row->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
        };
        button("factor.anew", said("Set up anew …"), Wish::Anew);
        button("factor.off", said("Turn off …"), Wish::Off);
        cancelButton().Hide();
        finish(&acceptButton());
    }
    [[nodiscard]] Wish wish() const noexcept { return wish_; }

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }

    Wish wish_ = Wish::Nothing;
};

} // namespace

wxString changeMyPassword(wxWindow* parent, app::Clinic& clinic) {
    app::People people{clinic};
    const Practitioner& me = clinic.practitioner();
    NewPasswordDialog dialog{
        parent,
        {said("My password"),
         said("The clinic opens with the new one from now on. Backups that were made before open "
              "with the old one."),
         said("Change")},
        true,
        {me.displayName, me.userName, clinic.profile().name},
        [&](const std::string& before, const std::string& fresh) {
            people.changePassword(before, fresh);
        }};
    return dialog.ShowModal() == wxID_OK ? said("Your password is changed.") : wxString{};
}

wxString changeMySecondFactor(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter) {
    if (const auto factor = app::mySecondFactor(clinic); factor.isOn) {
        FactorDialog state{parent, factor};
        (void)state.ShowModal();
        if (state.wish() == FactorDialog::Wish::Nothing) {
            return {};
        }
        if (state.wish() == FactorDialog::Wish::Off) {
            if (!prompter.confirm({tr("Turn your second factor off? The password alone opens the "
                                      "program then."),
                                   {}},
                                  {tr("Turn off"), {}})) {
                return {};
            }
            app::People{clinic}.turnOffSecondFactor(clinic.practitioner().id);
            return said("Your second factor is off.");
        }
    }
    SecondFactorDialog dialog{parent, clinic, prompter};
    return dialog.ShowModal() == wxID_OK
               ? said("Your second factor is on: the next sign-in asks for a code.")
               : wxString{};
}

} // namespace palpate::gui
