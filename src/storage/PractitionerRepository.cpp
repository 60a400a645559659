// SPDX-License-Identifier: MIT
#include "storage/PractitionerRepository.h"

#include "storage/Canonical.h"
#include "storage/Engine.h"
#include "storage/FailedSignIns.h"
#include "storage/KeyCheck.h"

#include <algorithm>

namespace palpate::storage {

namespace {

[[nodiscard]] std::string publicKeyLine(const Secret& key) {
    return "+public_key " + hexOf(publicKeyOf(key)) + "\n";
}

/// Returns the key's row number.
std::int64_t insertSigningKey(Engine& engine, std::int64_t practitionerNo, const Secret& key) {
    engine
        .use("INSERT INTO signing_key (practitioner_no, public_key, since_at) VALUES (?1, ?2, ?3)")
        .with(practitionerNo, publicKeyOf(key), engine.clock().now())
        .run();
    return engine.connection().lastRow();
}

/// keys.json is read and replaced while the transaction is open, so that programs that change it
/// come one after the other: when the commit then fails, the old one is put back.
template <class Work> void withKeyFile(Engine& engine, Work&& work) {
    std::optional<KeyFile> before; // another program may have changed it since
    bool replaced = false;
    try {
        engine.write("changing who may sign in", [&] {
            before = KeyFile::read(engine.keysPath());
            auto changed = *before;
            work(changed);
            changed.write(engine.keysPath());
            replaced = true;
            engine.keys() = std::move(changed);
        });
    } catch (const std::exception&) {
        if (replaced) {
            before->write(engine.keysPath());
            engine.keys() = *before;
        }
        throw;
    }
}

void tell(Engine& engine, AuditKind kind, const PractitionerId& person, std::string detail) {
    engine.audit({kind, {}, AuditSubject::Practitioner, person.value(), std::move(detail), {}});
}

[[nodiscard]] std::vector<Practitioner> everybody(Engine& engine) {
    std::vector<Practitioner> people;
    auto rows = engine.use(kAllPractitioners);
    while (rows.next()) {
        people.push_back(practitionerFrom(rows));
    }
    return people;
}

[[nodiscard]] bool isAnOwner(const Practitioner& person) {
    return person.role == Role::Owner && !person.isDisabled;
}

/// Everybody as they are now, when whoever is signed in is an owner.
[[nodiscard]] std::vector<Practitioner> forAnOwner(Engine& engine) {
    engine.requireOwner();
    return everybody(engine);
}

[[nodiscard]] Practitioner known(const std::vector<Practitioner>& people,
                                 const PractitionerId& id) {
    const auto found = std::ranges::find(people, id, &Practitioner::id);
    if (found == people.end()) {
        throw EditRefused{{tr("The clinic knows no such practitioner."), {}}};
    }
    return *found;
}

void guardLastOwner(const std::vector<Practitioner>& people, const PractitionerId& without) {
    if (std::ranges::none_of(
            people, [&](const Practitioner& p) { return p.id != without && isAnOwner(p); })) {
        throw EditRefused{{tr("The clinic would be left without an owner who may sign in; make "
                              "somebody else an owner first."),
                           {}}};
    }
}

} // namespace

std::vector<Practitioner> PractitionerRepository::list() const {
    return engine_.read("reading the practitioners", [&] { return everybody(engine_); });
}

std::optional<Practitioner> PractitionerRepository::find(const PractitionerId& id) const {
    const auto people = list();
    const auto found = std::ranges::find(people, id, &Practitioner::id);
    return found != people.end() ? std::optional{*found} : std::nullopt;
}

std::optional<Practitioner> PractitionerRepository::byUserName(std::string_view userName) const {
    const auto people = list();
    const auto found = std::ranges::find_if(
        people, [&](const Practitioner& p) { return isSameUserName(p.userName, userName); });
    return found != people.end() ? std::optional{*found} : std::nullopt;
}

void PractitionerRepository::add(const Practitioner& person, std::string_view password,
                                 KdfCost cost) {
    const auto signingKey = makeSigningKey();
    withKeyFile(engine_, [&](KeyFile& keys) {
        const auto people = forAnOwner(engine_);
        if (std::ranges::any_of(people, [&](const Practitioner& each) {
                return isSameUserName(each.userName, person.userName);
            })) {
            throw EditRefused{
                {tr("The user name {1} is taken; choose another."), {person.userName}}};
        }
        engine_
            .use("INSERT INTO practitioner (id, user_name, display_name, profession, role, "
                 "registration, created_at) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .with(person.id, person.userName, person.displayName, name(person.profession),
                  name(person.role), person.registration, engine_.clock().now())
            .run();
        insertSigningKey(engine_, engine_.connection().lastRow(), signingKey);
        tell(engine_, AuditKind::Create, person.id,
             difference({}, linesOf(person)) + publicKeyLine(signingKey));
        keys.put(person.userName, person.id, password, cost, engine_.databaseKey(), signingKey);
    });
}

void PractitionerRepository::changePassword(std::string_view oldPassword,
                                            std::string_view newPassword, KdfCost cost) {
    const auto person = engine_.signedIn();
    std::optional<OpenedKeys> opened;
    try {
        opened = openCounted(engine_.folder(), KeyFile::read(engine_.keysPath()),
                             Credentials{person.userName, oldPassword}, engine_.clock());
    } catch (const WaitNeeded&) {
        throw;
    } catch (const AccessDenied&) {
        throw AccessDenied{{tr("The old password is not right; nothing was changed."), {}}};
    }
    beginCountAnew(engine_.folder(), person.userName);
    withKeyFile(engine_, [&](KeyFile& keys) {
        keys.put(person.userName, person.id, newPassword, cost, opened->databaseKey,
                 opened->signingKey.value());
        tell(engine_, AuditKind::Change, person.id, "password\n");
    });
}

void PractitionerRepository::renewAccess(const PractitionerId& person, std::string_view newPassword,
                                         KdfCost cost) {
    auto signingKey = makeSigningKey();
    std::int64_t no = 0;
    withKeyFile(engine_, [&](KeyFile& keys) {
        const auto who = known(forAnOwner(engine_), person);
        if (who.isDisabled) {
            throw EditRefused{
                {tr("{1} may not sign in; let them in again instead."), {who.displayName}}};
        }
        keys.put(who.userName, who.id, newPassword, cost, engine_.databaseKey(), signingKey);
        no = insertSigningKey(engine_, engine_.practitionerNo(person), signingKey);
        tell(engine_, AuditKind::Change, person,
             "password and signing key renewed\n" + publicKeyLine(signingKey));
    });
    if (person == engine_.signedIn().id) {
        engine_.setSigningKey(std::move(signingKey), no);
    }
}

void PractitionerRepository::update(const Practitioner& person) {
    engine_.write("changing a practitioner", [&] {
        const auto people = forAnOwner(engine_);
        const auto before = known(people, person.id);
        if (before.userName != person.userName || before.isDisabled != person.isDisabled) {
            throw EditRefused{{tr("The user name stays, and who may sign in is changed otherwise; "
                                  "nothing was stored."),
                               {}}};
        }
        if (before == person) {
            return;
        }
        if (person.role != Role::Owner) {
            guardLastOwner(people, person.id);
        }
        engine_
            .use("UPDATE practitioner SET display_name = ?1, profession = ?2, role = ?3, "
                 "registration = ?4 WHERE id = ?5")
            .with(person.displayName, name(person.profession), name(person.role),
                  person.registration, person.id)
            .run();
        tell(engine_, AuditKind::Change, person.id, difference(linesOf(before), linesOf(person)));
        if (person.id == engine_.signedIn().id) {
            engine_.setSignedIn(person);
        }
    });
}

void PractitionerRepository::disable(const PractitionerId& person) {
    withKeyFile(engine_, [&](KeyFile& keys) {
        const auto people = forAnOwner(engine_);
        const auto before = known(people, person);
        if (person == engine_.signedIn().id) {
            throw EditRefused{
                {tr("You can't keep yourself from signing in; another owner can."), {}}};
        }
        guardLastOwner(people, person);
        auto after = before;
        after.isDisabled = true;
        // Once more for somebody who may not sign in: an older keys.json may have been put back.
        keys.remove(person);
        engine_.use("UPDATE practitioner SET disabled_at = coalesce(disabled_at, ?1) WHERE id = ?2")
            .with(engine_.clock().now(), person)
            .run();
        tell(engine_, AuditKind::Change, person,
             before.isDisabled ? "out of keys.json\n"
                               : difference(linesOf(before), linesOf(after)));
    });
}

void PractitionerRepository::enable(const PractitionerId& person, std::string_view newPassword,
                                    KdfCost cost) {
    const auto signingKey = makeSigningKey();
    withKeyFile(engine_, [&](KeyFile& keys) {
        const auto before = known(forAnOwner(engine_), person);
        if (!before.isDisabled) {
            throw EditRefused{{tr("{1} may sign in already."), {before.displayName}}};
        }
        auto after = before;
        after.isDisabled = false;
        engine_.use("UPDATE practitioner SET disabled_at = NULL WHERE id = ?1").with(person).run();
        insertSigningKey(engine_, engine_.practitionerNo(person), signingKey);
        tell(engine_, AuditKind::Change, person,
             difference(linesOf(before), linesOf(after)) + publicKeyLine(signingKey));
        keys.put(after.userName, person, newPassword, cost, engine_.databaseKey(), signingKey);
    });
}

RecoveryKey PractitionerRepository::renewRecoveryKey() {
    auto key = makeRecoveryKey();
    withKeyFile(engine_, [&](KeyFile& keys) {
        static_cast<void>(forAnOwner(engine_));
        keys.putRecovery(key, engine_.signedIn().id, engine_.databaseKey());
        engine_.audit({AuditKind::Change,
                       {},
                       AuditSubject::Clinic,
                       engine_.clinic(),
                       "recovery key renewed\n",
                       {}});
    });
    return key;
}

bool PractitionerRepository::isPassword(std::string_view password) {
    const auto& me = engine_.signedIn();
    return opensKeys(engine_.folder(), Credentials{me.userName, password}, engine_.clock());
}

KdfCost PractitionerRepository::usualCost() const {
    const auto file = KeyFile::read(engine_.keysPath());
    KdfCost cost{};
    for (const auto& holder : file.holders()) {
        cost.passes = std::max(cost.passes, holder.cost.passes);
        cost.memoryKiB = std::max(cost.memoryKiB, holder.cost.memoryKiB);
    }
    return cost;
}

} // namespace palpate::storage
