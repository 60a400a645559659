// SPDX-License-Identifier: MIT
#include "storage/Canonical.h"
#include "storage/Engine.h"
#include "storage/FailedSignIns.h"
#include "storage/SecondFactor.h"

#include <algorithm>

namespace palpate::storage {

namespace {

/// "3 wrong passwords for okafor", "1 wrong recovery key".
[[nodiscard]] std::string countOf(const FailedSignIn& failed) {
    const auto count = std::to_string(failed.untold);
    const bool isOne = failed.untold == 1;
    if (failed.userName == kByRecoveryKey) {
        return count + (isOne ? " wrong recovery key" : " wrong recovery keys");
    }
    return count + (isOne ? " wrong password" : " wrong passwords") + " for " +
           (failed.userName.empty() ? "a name that the clinic does not know"
                                    : escaped(failed.userName));
}

/// "3 wrong passwords for okafor between ... and ...".
[[nodiscard]] std::string lineOf(const FailedSignIn& failed) {
    const bool isOne = failed.untold == 1;
    const auto last = isoInstant(failed.last);
    return countOf(failed) +
           (isOne ? " at " + last : " between " + isoInstant(failed.firstUntold) + " and " + last) +
           "\n";
}

[[nodiscard]] bool isAnOwner(const Practitioner& person) {
    return person.role == Role::Owner && !person.isDisabled;
}

} // namespace

struct Engine::Entry {
    enum class By { Password, RecoveryKey, OpenKeys };
    By by = By::OpenKeys;
    Credentials credentials = {};          ///< By::Password
    std::vector<FailedSignIn> untold = {}; ///< what the trail has not been told yet
};

void Engine::signIn(const Credentials& credentials) {
    signIn(Entry{Entry::By::Password, credentials, FailedSignIns{folder_}.untold()});
}

void Engine::signIn(const RecoveryKey& /*key*/) {
    signIn(Entry{Entry::By::RecoveryKey, {}, FailedSignIns{folder_}.untold()});
}

void Engine::signIn(const OpenedKeys& /*keys*/) {
    signIn(Entry{});
}

void Engine::guardSameClinic() {
    auto clinicRow = use("SELECT id FROM clinic");
    if (!clinicRow.next() || clinicRow.uuid(0) != keys_.clinic()) {
        throw StorageError{{tr("{1} and clinic.db belong to different clinics; restore "
                               "both from one backup."),
                            {keysPath().string()}}};
    }
}

void Engine::signIn(const Entry& entry) {
    std::optional<Message> refusal;
    connection_.guarded("signing in", [&] {
        // Ends before writing begins: SQLite would not wait for another program that writes
        // while this one still reads an older state.
        guardSameClinic();
        Scope scope{*this, true};
        refusal = admit(entry);
        scope.commit();
    });
    if (refusal) {
        throw AccessDenied{*refusal};
    }
    beginCountAnew(folder_, signedIn_->userName, entry.untold);
    if (entry.by == Entry::By::RecoveryKey) {
        beginCountAnew(folder_, kByRecoveryKey);
    }
}

/// Finds who it is and tells the trail. Returns why they may not come in; empty when they are in.
/// Throws CodeNeeded, and nothing is told then.
std::optional<Message> Engine::admit(const Entry& entry) {
    std::vector<Practitioner> people;
    {
        auto rows = use(kAllPractitioners);
        while (rows.next()) {
            people.push_back(practitionerFrom(rows));
            practitionerNos_.emplace(people.back().id, rows.integer(6));
        }
    }
    auto found = std::ranges::find(people, opened_.practitioner, &Practitioner::id);
    if (entry.by == Entry::By::RecoveryKey && (found == people.end() || !isAnOwner(*found))) {
        // The owner for whom the key was made is none any more: it opens for the first who is.
        found = std::ranges::find_if(people, isAnOwner);
        actor_ = found != people.end() ? found->id : actor_;
    }
    if (found == people.end() || !isTheirKey(practitionerNos_.at(found->id))) {
        return refuse({}, {tr("The password is right, but the clinic no longer knows this person "
                              "or their signing key. Ask the owner of the clinic."),
                           {}});
    }
    std::string how = opened_.signingKey ? "" : "with the recovery key\n";
    if (entry.by == Entry::By::Password) {
        if (found->isDisabled) {
            return refuse("disabled\n", {tr("The clinic no longer lets this person sign in. Ask an "
                                            "owner of the clinic."),
                                         {}});
        }
        const auto no = practitionerNos_.at(found->id);
        switch (useCode(*this, no, entry.credentials.code)) {
        case CodeVerdict::NotAsked:
            break;
        case CodeVerdict::Missing:
            throw CodeNeeded{{tr("The code of the second factor is needed too."), {}}};
        case CodeVerdict::Wrong:
            countWrong(folder_, found->userName, clock_.now(), FailedSignIns::Told::Yes);
            return refuse("wrong code of the second factor\n", wrongCredentials(entry.credentials));
        case CodeVerdict::Code:
            how = "with a code of the second factor\n";
            break;
        case CodeVerdict::RecoveryCode:
            how = "with a recovery code of the second factor, " +
                  std::to_string(recoveryCodesLeft(*this, no)) + " left\n";
            break;
        }
    }
    tellOfFailed(people, entry);
    audit({AuditKind::SignIn, {}, AuditSubject::Practitioner, found->id.value(), how, {}});
    signedIn_ = *found;
    isInPerson_ = entry.by != Entry::By::OpenKeys;
    return {};
}

std::optional<Message> Engine::refuse(std::string detail, Message why) {
    audit({AuditKind::FailedSignIn,
           {},
           AuditSubject::Practitioner,
           opened_.practitioner.value(),
           std::move(detail),
           {}});
    return why;
}

/// Whether the signing key that was opened is one of the person's; also when none was.
bool Engine::isTheirKey(std::int64_t practitionerNo) {
    if (!opened_.signingKey) {
        return true;
    }
    auto key = use("SELECT no FROM signing_key WHERE public_key = ?1 AND practitioner_no = ?2");
    key.with(publicKeyOf(*opened_.signingKey), practitionerNo);
    if (!key.next()) {
        return false;
    }
    signingKeyNo_ = key.integer(0);
    return true;
}

void Engine::tellOfFailed(const std::vector<Practitioner>& people, const Entry& entry) {
    for (const auto& failed : entry.untold) {
        const auto who = std::ranges::find_if(people, [&](const Practitioner& each) {
            return isSameUserName(each.userName, failed.userName);
        });
        const bool isKnown = who != people.end();
        audit({AuditKind::FailedSignIn,
               {},
               isKnown ? AuditSubject::Practitioner : AuditSubject::Clinic,
               isKnown ? who->id.value() : clinic(),
               lineOf(failed),
               {}});
    }
}

} // namespace palpate::storage
