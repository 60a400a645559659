// SPDX-License-Identifier: MIT
// How the workplace has forms filled in, hands the screen over, and keeps red flags in sight.
#include "app/Clinic.h"
#include "app/Screenings.h"
#include "gui/AccessStrip.h"
#include "gui/Bar.h"
#include "gui/ChartPage.h"
#include "gui/DocumentsPage.h"
#include "gui/Finder.h"
#include "gui/FlagBanner.h"
#include "gui/FlagsDialog.h"
#include "gui/FormsPage.h"
#include "gui/Guarded.h"
#include "gui/HandOverPage.h"
#include "gui/Phrases.h"
#include "gui/ScreeningOffer.h"
#include "gui/TopBar.h"
#include "gui/Workplace.h"

#include <algorithm>
#include <utility>

namespace palpate::gui {

void Workplace::wireForms() {
    forms_->onCompleted = [this] {
        reloadPatient();
        if (!banner_->view().flags.empty()) {
            settleFlags();
        }
    };
    forms_->onHandOver = [this](std::unique_ptr<app::FormPresenter> form) {
        // The menu or button that was pressed is not done yet.
        handedOver_ = std::move(form);
        CallAfter([this] {
            if (handedOver_) {
                handOver(std::move(handedOver_));
            }
        });
    };
    forms_->onNotice = [this](const wxString& sentence) { onNotice(sentence); };
    banner_->onSettle = [this] { settleFlags(); };
    banner_->onLetter = [this] { writeReferral(); };
    offer_->onScreen = chart_->onScreen = [this](const std::string& url) {
        go(Forms);
        forms_->start(url);
    };
    offer_->onLater = [this] {
        laterFor_ = patient_ ? patient_->chosenCase() : std::nullopt;
        CallAfter([this] { renderFlags(); });
    };
    forms_->caseTitle = [this](const CaseId& id) {
        const auto& cases = patient_->view().cases;
        const auto found = std::ranges::find(cases, id, &app::CaseLine::id);
        return found == cases.end() ? std::string{} : found->title;
    };
    handOver_->onLeft = [this](const wxString& unstored) { guarded([&] { takeBack(unstored); }); };
}

void Workplace::openForms() {
    if (patient_) {
        go(Forms);
        forms_->focusFirst();
    }
}

void Workplace::settleFlags() {
    if (!patient_) {
        return;
    }
    flush();
    FlagsDialog dialog{wxGetTopLevelParent(this), clinic_, patient_->view().id};
    dialog.ShowModal();
    reloadPatient();
    if (dialog.wantsLetter()) {
        writeReferral();
    } else if (banner_->view().flags.empty()) {
        focusPlace(); // the button that was pressed is gone, and keys are heard where the focus is
    }
}

void Workplace::writeReferral() {
    go(Documents);
    documents_->makeReferral();
}

void Workplace::renderFlags() {
    if (isHandedOver()) {
        return; // nothing of the record while the patient has the screen
    }
    const bool any = patient_ != nullptr;
    const auto chosen = any ? patient_->chosenCase() : std::nullopt;
    bool moved = banner_->render(any ? app::flagBanner(clinic_, patient_->view().id)
                                     : app::FlagBannerView{});
    // Where the forms are listed it is due there; the chart offers it beside its session, as a
    // strip above the map would move it under the hand that charts.
    const bool offers = chosen && place_ == Overview && laterFor_ != chosen;
    moved = offer_->render(offers ? patient_->screeningDue() : std::nullopt) || moved;
    if (place_ == Chart) {
        chart_->renewScreening();
    }
    moved = renderAccess() || moved;
    if (moved) {
        Layout();
    }
}

void Workplace::handOver(std::unique_ptr<app::FormPresenter> form) {
    flush();
    findSoon_.Stop();
    finder_->stopLooking();
    finder_->close();
    handOver_->open(std::move(form));
    showHandOver(true);
}

void Workplace::showHandOver(bool shown) {
    bar_->Show(!shown);
    work_->Show(!shown);
    if (shown) {
        banner_->Hide();
        unseen_->Hide();
        emergency_->Hide();
        offer_->Hide();
    }
    handOver_->Show(shown);
    onHandedOver(shown);
    Layout();
}

void Workplace::takeBack(const wxString& unstored) {
    showHandOver(false);
    banner_->render({}); // it was hidden, not empty
    offer_->render({});
    reloadPatient();
    go(Forms);
    forms_->focusFirst();
    if (!unstored.empty()) {
        onLoss(unstored);
    }
    if (!banner_->view().flags.empty()) {
        settleFlags();
    }
}

bool Workplace::isHandedOver() const {
    return handOver_->isOpen();
}

void Workplace::sayFaultHandedOver() {
    handOver_->sayFault();
}

bool Workplace::leaveHandOver() {
    return !handOver_->isOpen() || handOver_->askToLeave();
}

void Workplace::setDemonstrationPassword(const std::string& password) {
    handOver_->setDemonstrationPassword(password);
    isDemonstration_ = !password.empty();
}

} // namespace palpate::gui
