// SPDX-License-Identifier: MIT
#include "gui/FlagsDialog.h"

#include "app/Clinic.h"
#include "gui/Phrases.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

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
    render();
    finish(nullptr);
}

std::vector<FlagCard::Typed> FlagsDialog::typed() const {
    std::vector<FlagCard::Typed> all;
    std::ranges::transform(cards_, std::back_inserter(all), &FlagCard::typed);
    return all;
}

bool FlagsDialog::mayDrop(WayOut way) {
    const auto now = typed();
    if (std::ranges::all_of(now, &FlagCard::Typed::isEmpty) ||
        (now == askedToDrop_ && way == askedAt_)) {
        return true;
    }
    askedToDrop_ = now; // who types on is asked again
    askedAt_ = way;
    return false;
}

std::vector<Message> FlagsDialog::accept() {
    if (mayDrop(WayOut::Close)) {
        return {};
    }
    return {
        {tr("What you typed is not recorded yet. Record it, or close again to discard it."), {}}};
}

wxWindow* FlagsDialog::fieldOf(const Message&) const {
    const auto card =
        std::ranges::find_if(cards_, [](const FlagCard* each) { return !each->typed().isEmpty(); });
    if (card != cards_.end()) {
        (*card)->focusTyped();
    }
    return nullptr; // the focus is there
}

void FlagsDialog::render() {
    std::map<RaisedFlagId, FlagCard::Typed> typedOn;
    for (FlagCard* const card : cards_) {
        typedOn.emplace(card->flag().id, card->typed());
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
                showProblems({});
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
            if (!mayDrop(WayOut::Letter)) {
                showProblems(said("What you typed is not recorded yet. Record it, or press "
                                  "“Referral letter” again to discard it."));
                static_cast<void>(fieldOf({}));
                return;
            }
            wantsLetter_ = true;
            EndModal(wxID_OK);
        };
        card->onResized = [this] { refit(); };
        list_->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
        cards_.push_back(card);
    }
    takeAsStored(); // empty fields
    for (FlagCard* const card : cards_) {
        if (const auto found = typedOn.find(card->flag().id); found != typedOn.end()) {
            card->carry(found->second);
        }
    }
    ground().Layout();
}

} // namespace palpate::gui
