// SPDX-License-Identifier: MIT
#include "app/People.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/FieldText.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

constexpr std::size_t kFieldLimit = 200;

[[nodiscard]] storage::PractitionerRepository& repositoryOf(Clinic& clinic) {
    return clinic.store().practitioners();
}

[[nodiscard]] Practitioner asStored(Practitioner person) {
    person.displayName = trimmed(person.displayName);
    person.registration = trimmed(person.registration);
    return person;
}

[[nodiscard]] std::string secondFactorText(Clinic& clinic, const PractitionerId& person) {
    const auto state = clinic.store().secondFactors().find(person);
    if (!state) {
        return {};
    }
    const auto since = dayText(localDay(state->since, clinic.profile().timeZone));
    return state->codesLeft == 1 ? shown({tr("Second factor since {1}, 1 code left"), {since}})
                                 : shown({tr("Second factor since {1}, {2} codes left"),
                                          {since, std::to_string(state->codesLeft)}});
}

void addPasswordProblem(std::vector<Message>& all, const Clinic& clinic, const Practitioner& person,
                        const std::string& password) {
    const auto verdict =
        judgePassword(password, {person.userName, person.displayName, clinic.profile().name});
    if (!verdict.isEnough) {
        all.push_back({tr("Password: {1}"), {verdict.sentence}});
    }
}

[[nodiscard]] std::vector<Message> fieldProblems(const Practitioner& person) {
    std::vector<Message> all;
    checkText(all, tr("User name"), person.userName, kFieldLimit);
    checkText(all, tr("Name"), person.displayName, kFieldLimit);
    checkText(all, tr("Registration"), person.registration, kFieldLimit);
    if (person.userName.empty()) {
        all.push_back({tr("User name: is missing; enter what is typed at sign-in."), {}});
    } else if (trimmed(person.userName) != person.userName ||
               person.userName.find_first_of("\r\n\t") != std::string::npos) {
        all.push_back({tr("User name: it can't begin or end with a blank."), {}});
    }
    if (trimmed(person.displayName).empty()) {
        all.push_back({tr("Name: is missing; enter it as reports show it."), {}});
    }
    return all;
}

/// The problems of a password for somebody whom the clinic knows.
void requireEnough(Clinic& clinic, const PractitionerId& person, const std::string& password) {
    if (const auto known = repositoryOf(clinic).find(person)) {
        std::vector<Message> all;
        addPasswordProblem(all, clinic, *known, password);
        refuseWith(all);
    }
}

} // namespace

People::People(Clinic& clinic) : clinic_{clinic} {}

std::vector<PersonLine> People::list() const {
    const auto everybody = repositoryOf(clinic_).list();
    const auto& me = clinic_.practitioner().id;
    std::vector<PersonLine> lines;
    for (const auto& person : everybody) {
        const bool isMe = person.id == me;
        // "Other" says nothing of whom the role does not tell already.
        const auto profession = person.profession == Profession::Other
                                    ? std::string{}
                                    : capitalised(professionWord(person.profession));
        lines.push_back(
            {.id = person.id,
             .person = person,
             .title = person.displayName,
             .detail = joined({person.userName, profession, roleName(person.role)}, " · "),
             .state = person.isDisabled ? tr("Disabled") : tr("May sign in"),
             .secondFactor = secondFactorText(clinic_, person.id),
             .isMe = isMe,
             // Whoever may disable others is an owner, and stays one.
             .canDisable = !isMe && !person.isDisabled && may(clinic_, Right::ManagePeople)});
    }
    std::ranges::stable_partition(lines, [](const PersonLine& e) { return !e.person.isDisabled; });
    return lines;
}

std::vector<Message> People::problems(const Practitioner& person,
                                      const std::string& password) const {
    auto all = fieldProblems(person);
    const auto taken = repositoryOf(clinic_).byUserName(person.userName);
    if (taken && taken->id != person.id) {
        all.push_back({tr("User name: {1} is taken; choose another."), {person.userName}});
    }
    addPasswordProblem(all, clinic_, person, password);
    return all;
}

void People::add(const Practitioner& person, const std::string& password) {
    require(clinic_, Right::ManagePeople);
    refuseWith(problems(person, password));
    auto& people = repositoryOf(clinic_);
    people.add(asStored(person), password, people.usualCost());
}

void People::update(const Practitioner& person) {
    require(clinic_, Right::ManagePeople);
    refuseWith(fieldProblems(person));
    repositoryOf(clinic_).update(asStored(person));
    clinic_.reloadPractitioner();
}

void People::disable(const PractitionerId& person) {
    require(clinic_, Right::ManagePeople);
    repositoryOf(clinic_).disable(person);
}

void People::enable(const PractitionerId& person, const std::string& password) {
    require(clinic_, Right::ManagePeople);
    requireEnough(clinic_, person, password);
    auto& people = repositoryOf(clinic_);
    people.enable(person, password, people.usualCost());
}

void People::reset(const PractitionerId& person, const std::string& password) {
    require(clinic_, Right::ManagePeople);
    requireEnough(clinic_, person, password);
    auto& people = repositoryOf(clinic_);
    people.renewAccess(person, password, people.usualCost());
}

void People::changePassword(const std::string& oldPassword, const std::string& newPassword) {
    requireEnough(clinic_, clinic_.practitioner().id, newPassword);
    auto& people = repositoryOf(clinic_);
    people.changePassword(oldPassword, newPassword, people.usualCost());
}

void People::turnOffSecondFactor(const PractitionerId& person) {
    if (person != clinic_.practitioner().id) {
        require(clinic_, Right::ManagePeople);
    }
    clinic_.store().secondFactors().turnOff(person);
}

std::string People::renewRecoveryKey() {
    require(clinic_, Right::ManagePeople);
    return repositoryOf(clinic_).renewRecoveryKey().text();
}

struct SecondFactorSetup::Inside {
    explicit Inside(Clinic& forWhom)
        : clinic{forWhom}, offer{forWhom.store().secondFactors().offer()}, picture{
                                                                               qrCode(offer.uri)} {
        constexpr std::size_t kGroup = 4;
        for (std::size_t i = 0; i < offer.secret.size(); ++i) {
            secret += i > 0 && i % kGroup == 0 ? " " : "";
            secret += offer.secret[i];
        }
    }

    Clinic& clinic;
    storage::SecondFactorOffer offer;
    QrCode picture;
    std::string secret;
};

SecondFactorSetup::SecondFactorSetup(Clinic& clinic) : inside_{std::make_unique<Inside>(clinic)} {}
SecondFactorSetup::~SecondFactorSetup() = default;

const std::string& SecondFactorSetup::secret() const {
    return inside_->secret;
}
const QrCode& SecondFactorSetup::code() const {
    return inside_->picture;
}
const std::vector<std::string>& SecondFactorSetup::recoveryCodes() const {
    return inside_->offer.recoveryCodes;
}
void SecondFactorSetup::turnOn(const std::string& code) {
    inside_->clinic.store().secondFactors().turnOn(inside_->offer, code);
}

} // namespace palpate::app
