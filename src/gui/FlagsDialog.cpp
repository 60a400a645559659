// SPDX-License-Identifier: MIT
#include "gui/FlagsDialog.h"

#include "app/Clinic.h"
#include "gui/FlagCard.h"
#include "gui/Phrases.h"

#include <algorithm>

namespace palpate::gui {

FlagsDialog::FlagsDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient)
    : FormDialog{parent, "flags", said("Red flags"), said("Close"), 720}, clinic_{clinic},
      patient_{patient} {
    const std::string caution = app::flagBanner(clinic, patient).caution;
    if (!caution.empty()) {
        addWide(new TextBlock{&ground(), "flags.caution", toWx(caution), TextStyle::Control,
                              TextBlock::Ink::Muted});
    }
    list_ = new wxBoxSizer{wxVERTICAL};
    fields().Add(list_, wxSizerFlags{}.Expand());
    cancelButton().Hide();
    neverAsk();
    render();
    finish(nullptr);
}

void FlagsDialog::render() {
    for (FlagCard* const card : cards_) {
        card->Destroy();
    }
    cards_.clear();
    auto flags = app::raisedFlags(clinic_, patient_);
    // What has still to be settled first, the most pressing on top.
    std::ranges::stable_sort(flags, {}, [](const app::FlagView& flag) {
        return std::pair{flag.settled, flag.rank};
    });
    for (const app::FlagView& flag : flags) {
        auto* card = new FlagCard{&ground(), wxString::Format("flag%zu", cards_.size()), flag};
        const RaisedFlagId id{flag.id};
        // The card goes when the list is made anew, so that comes after its own press.
        const auto anew = [this] {
            CallAfter([this] {
                render();
                refit();
            });
        };
        card->onTold = [this, id, anew](const std::string& whom, const std::string& when,
                                        const std::string& remark) {
            app::settleAsTold(clinic_, id, whom, when, remark);
            anew();
        };
        card->onGoOn = [this, id, anew](const std::string& reason) {
            app::settleAsGoingOn(clinic_, id, reason);
            anew();
        };
        card->onLetter = [this] {
            wantsLetter_ = true;
            EndModal(wxID_OK);
        };
        card->onResized = [this] { refit(); };
        list_->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
        cards_.push_back(card);
    }
    ground().Layout();
}

} // namespace palpate::gui
