// SPDX-License-Identifier: MIT
#include "app/OpenClinic.h"

#include "atlas/BodyMap.h"
#include "storage/Store.h"

#include <stdexcept>

namespace palpate::test {

namespace {

constexpr auto kPassword = "a long enough pass phrase";

} // namespace

const app::Knowledge& shippedKnowledge() {
    static const app::Knowledge knowledge{app::find(app::runningProgram())};
    return knowledge;
}

OpenClinic::OpenClinic()
    : folder_{temp_.path() / "north.palpate"}, patient_{aPatient()}, case_{aCase()} {
    static_cast<void>(app::createClinic(folder_, aClinicProfile(), aPractitioner(), kPassword,
                                        time_.clock, time_.ids,
                                        app::KeyStrength::FastForThrowAway));
    reopen();
    clinic_->store().patients().add(patient_);
    clinic_->store().cases().add(case_);
}

void OpenClinic::reopen() {
    clinic_.reset();
    clinic_ = std::make_unique<app::Clinic>(folder_, aPractitioner().userName, kPassword,
                                            shippedKnowledge(), time_.clock, time_.ids);
}

std::unique_ptr<app::Clinic> OpenClinic::secondProgram() {
    return std::make_unique<app::Clinic>(folder_, aPractitioner().userName, kPassword,
                                         shippedKnowledge(), time_.clock, time_.ids);
}

std::unique_ptr<app::Clinic> OpenClinic::programWith(const Clock& clock, IdMaker& ids) const {
    return std::make_unique<app::Clinic>(folder_, aPractitioner().userName, kPassword,
                                         shippedKnowledge(), clock, ids);
}

std::unique_ptr<app::Clinic> OpenClinic::programOfJo() {
    return programOf(Role::Practitioner);
}

std::unique_ptr<app::Clinic> OpenClinic::programOf(Role role) {
    auto jo = aPractitioner();
    jo.id =
        idOf<PractitionerId>(role == Role::Practitioner ? 2U : 20U + static_cast<unsigned>(role));
    jo.userName = role == Role::Practitioner ? "jo" : std::string{name(role)};
    jo.displayName = "Jo Lindqvist";
    jo.role = role;
    if (!clinic_->store().practitioners().find(jo.id)) {
        clinic_->store().practitioners().add(jo, kPassword, storage::KdfCost::forTests());
    }
    return std::make_unique<app::Clinic>(folder_, jo.userName, kPassword, shippedKnowledge(),
                                         time_.clock, time_.ids);
}

BodyPoint OpenClinic::on(std::string_view muscle, Side side, View view) const {
    const auto* found = clinic_->map().muscle(key<MuscleKey>(muscle), side);
    const auto* shape = found != nullptr ? found->shapeIn(view) : nullptr;
    if (shape == nullptr) {
        throw std::invalid_argument{"no such muscle in that view"};
    }
    return {view, shape->anchor.x, shape->anchor.y};
}

} // namespace palpate::test
