// SPDX-License-Identifier: MIT
#include "gui/AuditFilterBar.h"

#include "app/Clinic.h"
#include "app/TimeText.h"
#include "domain/Text.h"
#include "gui/Guarded.h"
#include "gui/LineField.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr int kMostPatients = 12; ///< offered for a beginning of a name
constexpr int kPatientWidth = 260;
constexpr int kDayWidth = 150;

struct Order {
    app::AuditOrder order;
    bool isAscending;
    const char* words;
};
constexpr std::array kOrders{
    Order{app::AuditOrder::Time, false, tr("Newest first")},
    Order{app::AuditOrder::Time, true, tr("Oldest first")},
    Order{app::AuditOrder::Who, true, tr("Who, A to Z")},
    Order{app::AuditOrder::Who, false, tr("Who, Z to A")},
    Order{app::AuditOrder::What, true, tr("By what was done")},
    Order{app::AuditOrder::What, false, tr("By what was done, backwards")},
    Order{app::AuditOrder::Record, true, tr("Whose record, A to Z")},
    Order{app::AuditOrder::Record, false, tr("Whose record, Z to A")},
};

[[nodiscard]] wxString menuWords(const wxString& words) {
    return words + toWx(" ▾");
}

/// A menu below the button; the entry chosen, counted from 0.
[[nodiscard]] std::optional<int> askUnder(PillButton& button, const std::vector<UnderItem>& items) {
    return showMuscleMenu(button, {0, button.GetClientSize().y}, items, {}, false);
}

} // namespace

AuditFilterBar::AuditFilterBar(wxWindow* parent, app::Clinic& clinic)
    : Bar{parent, "audit.filter", wxBOTTOM}, clinic_{clinic} {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    patient_ =
        new LineField{this, "audit.patient", said("Whose record"), said("Patient: name, Enter")};
    patient_->setWidth(kPatientWidth);
    person_ = new PillButton{this, "audit.person", menuWords(said("Everybody")),
                             PillButton::Kind::Secondary, PillButton::Size::Compact};
    kind_ = new PillButton{this, "audit.kind", menuWords(said("Anything")),
                           PillButton::Kind::Secondary, PillButton::Size::Compact};
    from_ = new LineField{this, "audit.from", said("From which day"), said("from")};
    to_ = new LineField{this, "audit.to", said("To which day"), said("to")};
    from_->setWidth(kDayWidth);
    to_->setWidth(kDayWidth);
    order_ = new PillButton{this, "audit.order", menuWords(said(kOrders.front().words)),
                            PillButton::Kind::Secondary, PillButton::Size::Compact};
    clear_ = new PillButton{this, "audit.clear", said("Clear"), PillButton::Kind::Quiet,
                            PillButton::Size::Compact};
    for (wxWindow* const each :
         std::initializer_list<wxWindow*>{patient_, person_, kind_, from_, to_, order_, clear_}) {
        row->Add(each, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(8)));
    }
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    SetSizer(padded);
    wire();
    clear_->Hide();
}

void AuditFilterBar::wire() {
    patient_->onEnter = [this] { CallAfter([this] { guarded([this] { choosePatient(); }); }); };
    patient_->onText = [this](const wxString& text) {
        if (text.empty() && wish_.patient) {
            wish_.patient.reset();
            patientName_.clear();
            change();
        }
    };
    person_->onClick = [this] { CallAfter([this] { guarded([this] { choosePerson(); }); }); };
    kind_->onClick = [this] { CallAfter([this] { guarded([this] { chooseKind(); }); }); };
    order_->onClick = [this] { CallAfter([this] { guarded([this] { chooseOrder(); }); }); };
    clear_->onClick = [this] { clear(); };
    const auto readBoth = [this] {
        const app::AuditWish before = wish_;
        const bool isRead =
            readDay(*from_, &app::AuditWish::from) && readDay(*to_, &app::AuditWish::to);
        if (isRead && !(wish_ == before)) {
            change();
        }
    };
    for (LineField* const field : {from_, to_}) {
        field->onEnter = readBoth;
        field->onLeave = readBoth;
    }
}

void AuditFilterBar::change() {
    app::AuditWish everything;
    everything.order = wish_.order;
    everything.isAscending = wish_.isAscending;
    clear_->Show(!(wish_ == everything));
    Layout();
    guarded([this] { onChange(); });
}

void AuditFilterBar::choosePatient() {
    const std::string typed = trimmed(fromWx(patient_->text()));
    if (typed.empty() || (wish_.patient && patient_->text() == patientName_)) {
        return;
    }
    const auto found = app::auditPatients(clinic_, typed, kMostPatients);
    std::vector<UnderItem> items;
    for (const app::AuditPatientChoice& each : found) {
        items.push_back({each.name, each.detail});
    }
    patient_->setProblem(found.empty() ? said("No patient's name begins so.") : wxString{});
    std::optional<int> chosen = found.size() == 1 ? std::optional{0} : std::nullopt;
    if (found.size() > 1) {
        chosen = showMuscleMenu(*patient_, {0, patient_->GetClientSize().y}, items, {}, false);
    }
    if (chosen) {
        const app::AuditPatientChoice& patient = found.at(static_cast<std::size_t>(*chosen));
        wish_.patient = patient.id;
        patientName_ = toWx(patient.name);
        patient_->set(patientName_);
        change();
    }
}

void AuditFilterBar::choosePerson() {
    const auto people = app::auditPeople(clinic_);
    std::vector<UnderItem> items{{fromWx(said("Everybody")), {}, !wish_.person}};
    for (const app::AuditPersonChoice& each : people) {
        items.push_back({each.name, each.userName, wish_.person == each.id});
    }
    if (const auto chosen = askUnder(*person_, items)) {
        const auto index = static_cast<std::size_t>(*chosen);
        wish_.person = index == 0 ? std::nullopt : std::optional{people.at(index - 1).id};
        person_->setText(menuWords(toWx(items.at(index).label)));
        change();
    }
}

void AuditFilterBar::chooseKind() {
    const auto kinds = app::auditKinds();
    std::vector<UnderItem> items{{fromWx(said("Anything")), {}, wish_.kind.empty()}};
    for (const app::AuditKindChoice& each : kinds) {
        items.push_back({fromWx(said(each.words.c_str())), {}, wish_.kind == each.kind});
    }
    if (const auto chosen = askUnder(*kind_, items)) {
        const auto index = static_cast<std::size_t>(*chosen);
        wish_.kind = index == 0 ? std::string{} : kinds.at(index - 1).kind;
        kind_->setText(menuWords(toWx(items.at(index).label)));
        change();
    }
}

void AuditFilterBar::chooseOrder() {
    std::vector<UnderItem> items;
    for (const Order& each : kOrders) {
        items.push_back({fromWx(said(each.words)),
                         {},
                         each.order == wish_.order && each.isAscending == wish_.isAscending});
    }
    if (const auto chosen = askUnder(*order_, items)) {
        const Order& order = kOrders.at(static_cast<std::size_t>(*chosen));
        wish_.order = order.order;
        wish_.isAscending = order.isAscending;
        order_->setText(menuWords(said(order.words)));
        change();
    }
}

bool AuditFilterBar::readDay(LineField& field, std::optional<Date> app::AuditWish::*day) {
    const std::string typed = trimmed(fromWx(field.text()));
    const auto read = typed.empty() ? std::nullopt : app::parseTypedDay(typed);
    const bool isWrong = !typed.empty() && !read;
    field.setProblem(isWrong ? said("“{1}” is not a date yet: type it as 26.11.2026.", {typed})
                             : wxString{});
    if (isWrong) {
        return false;
    }
    if (read) {
        field.set(toWx(app::dayText(*read)));
    }
    wish_.*day = read;
    return true;
}

void AuditFilterBar::clear() {
    app::AuditWish everything;
    everything.order = wish_.order;
    everything.isAscending = wish_.isAscending;
    wish_ = everything;
    patientName_.clear();
    for (LineField* const field : {patient_, from_, to_}) {
        field->set({});
        field->setProblem({});
    }
    person_->setText(menuWords(said("Everybody")));
    kind_->setText(menuWords(said("Anything")));
    change();
}

} // namespace palpate::gui
