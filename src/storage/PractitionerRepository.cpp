// SPDX-License-Identifier: MIT
#include "storage/PractitionerRepository.h"

#include "storage/Canonical.h"
#include "storage/Engine.h"

#include <algorithm>

namespace palpate::storage {

namespace {

void insertSigningKey(Engine& engine, std::int64_t practitionerNo, const Secret& key) {
    engine
        .use("INSERT INTO signing_key (practitioner_no, public_key, since_at) VALUES (?1, ?2, ?3)")
        .with(practitionerNo, publicKeyOf(key), engine.clock().now())
        .run();
}

/// keys.json is replaced while the transaction is open: when the commit then fails, the old one is
/// put back.
template <class Work> void withKeyFile(Engine& engine, const KeyFile& changed, Work&& work) {
    const auto before = engine.keys();
    bool replaced = false;
    try {
        engine.write("changing who may sign in", [&] {
            work();
            changed.write(engine.keysPath());
            replaced = true;
        });
    } catch (const std::exception&) {
        if (replaced) {
            before.write(engine.keysPath());
        }
        throw;
    }
    engine.keys() = changed;
}

} // namespace

std::vector<Practitioner> PractitionerRepository::list() const {
    return engine_.read("reading the practitioners", [&] {
        std::vector<Practitioner> people;
        auto rows = engine_.use(kAllPractitioners);
        while (rows.next()) {
            people.push_back(practitionerFrom(rows));
        }
        return people;
    });
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
    engine_.requireOwner();
    if (byUserName(person.userName)) {
        throw EditRefused{{tr("The user name {1} is taken; choose another."), {person.userName}}};
    }
    const auto signingKey = makeSigningKey();
    auto changed = KeyFile::read(engine_.keysPath()); // another program may have changed it since
    changed.put(person.userName, person.id, password, cost, engine_.databaseKey(), signingKey);
    withKeyFile(engine_, changed, [&] {
        engine_
            .use("INSERT INTO practitioner (id, user_name, display_name, profession, role, "
                 "registration, created_at) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .with(person.id, person.userName, person.displayName, name(person.profession),
                  name(person.role), person.registration, engine_.clock().now())
            .run();
        insertSigningKey(engine_, engine_.connection().lastRow(), signingKey);
        engine_.audit({AuditKind::Create,
                       {},
                       AuditSubject::Practitioner,
                       person.id.value(),
                       difference({}, linesOf(person)) + "+public_key " +
                           hexOf(publicKeyOf(signingKey)) + "\n",
                       {}});
    });
}

void PractitionerRepository::changePassword(std::string_view oldPassword,
                                            std::string_view newPassword, KdfCost cost) {
    const auto person = engine_.signedIn();
    auto changed = KeyFile::read(engine_.keysPath());
    const auto opened = changed.open(Credentials{person.userName, oldPassword});
    changed.put(person.userName, person.id, newPassword, cost, opened.databaseKey,
                opened.signingKey.value());
    withKeyFile(engine_, changed, [&] {
        engine_.audit({AuditKind::Change,
                       {},
                       AuditSubject::Practitioner,
                       person.id.value(),
                       "password\n",
                       {}});
    });
}

void PractitionerRepository::renewAccess(const PractitionerId& person, std::string_view newPassword,
                                         KdfCost cost) {
    engine_.requireOwner();
    const auto who = find(person);
    if (!who) {
        throw EditRefused{{tr("The clinic knows no such practitioner."), {}}};
    }
    auto signingKey = makeSigningKey();
    auto changed = KeyFile::read(engine_.keysPath());
    changed.put(who->userName, who->id, newPassword, cost, engine_.databaseKey(), signingKey);
    std::int64_t no = 0;
    withKeyFile(engine_, changed, [&] {
        insertSigningKey(engine_, engine_.practitionerNo(person), signingKey);
        no = engine_.connection().lastRow();
        engine_.audit({AuditKind::Change,
                       {},
                       AuditSubject::Practitioner,
                       person.value(),
                       "password and signing key renewed\n+public_key " +
                           hexOf(publicKeyOf(signingKey)) + "\n",
                       {}});
    });
    if (person == engine_.signedIn().id) {
        engine_.setSigningKey(std::move(signingKey), no);
    }
}

} // namespace palpate::storage
