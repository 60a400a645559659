// SPDX-License-Identifier: MIT
#include "app/WaysIn.h"

#include "app/Clinic.h"
#include "app/OpenOptions.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "storage/TypedKey.h"

namespace palpate::app {

std::optional<Message> recoveryKeyProblem(const std::string& typed) {
    if (storage::readAsKey(typed).empty()) {
        return Message{tr("Recovery key: type it as it stands on its sheet."), {}};
    }
    if (!storage::RecoveryKey{typed}.isWellFormed()) {
        return Message{tr("Recovery key: this has a slip of typing in it; compare it with the "
                          "sheet, seven groups of five."),
                       {}};
    }
    return std::nullopt;
}

bool isLastGroup(const std::string& typed, const std::string& recoveryKey) {
    const auto dash = recoveryKey.rfind('-');
    const std::string last = dash == std::string::npos ? recoveryKey : recoveryKey.substr(dash + 1);
    return !last.empty() && storage::readAsKey(typed) == storage::readAsKey(last);
}

void renewByRecoveryKey(const std::filesystem::path& folder, const WayByRecoveryKey& way,
                        const Knowledge& knowledge, const Clock& clock) {
    storage::Store store{folder, storage::RecoveryKey{way.recoveryKey}, clock,
                         openOptions(knowledge)};
    const auto person = store.practitioners().byUserName(way.userName);
    if (!person || person->isDisabled) {
        throw EditRefused{
            {tr("User name: nobody at this clinic may sign in as {1}."), {way.userName}}};
    }
    auto& people = store.practitioners();
    people.renewAccess(person->id, way.newPassword, people.usualCost());
    if (way.withoutSecondFactor) {
        store.secondFactors().turnOff(person->id);
    }
    store.signOut();
}

MySecondFactor mySecondFactor(Clinic& clinic) {
    const auto state = clinic.store().secondFactors().find(clinic.practitioner().id);
    if (!state) {
        return {};
    }
    return {.isOn = true,
            .since = dayText(localDay(state->since, clinic.profile().timeZone)),
            .codesLeft = state->codesLeft};
}

} // namespace palpate::app
