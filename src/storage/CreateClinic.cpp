// SPDX-License-Identifier: MIT
#include "storage/Canonical.h"
#include "storage/Engine.h"
#include "storage/Files.h"
#include "storage/HalfMade.h"
#include "storage/Migrations.h"
#include "storage/NetworkDrive.h"
#include "storage/Store.h"

namespace palpate::storage {

namespace {

void guardPlace(const std::filesystem::path& folder) {
    std::error_code failure;
    if (std::filesystem::exists(folder, failure) &&
        (!std::filesystem::is_directory(folder, failure) ||
         !std::filesystem::is_empty(folder, failure))) {
        throw StorageError{
            {tr("There is something at {1} already; choose a new place for the clinic."),
             {folder.string()}}};
    }
    const auto parent = folder.parent_path();
    if (!std::filesystem::is_directory(parent, failure) || !mayWrite(parent)) {
        throw StorageError{
            {tr("The folder {1} does not exist or can't be written; choose another place for the "
                "clinic."),
             {parent.string()}}};
    }
    guardLocalDisk(parent);
}

/// The first rows of a new database: the clinic and its owner with their public key.
void writeFirstRows(Connection& database, const Uuid& clinic, const ClinicProfile& profile,
                    const Practitioner& owner, const Secret& signingKey, Instant now) {
    database.begin(true); // closing the file undoes it when a row fails
    database
        .use("INSERT INTO clinic (no, id, name, address, phone, time_zone, pressure_unit, "
             "created_at) "
             "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .with(clinic, profile.name, profile.address, profile.phone, profile.timeZone,
              name(profile.pressureUnit), now)
        .run();
    database
        .use("INSERT INTO practitioner (no, id, user_name, display_name, profession, role, "
             "registration, created_at) "
             "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .with(owner.id, owner.userName, owner.displayName, name(owner.profession), name(owner.role),
              owner.registration, now)
        .run();
    database
        .use("INSERT INTO signing_key (no, practitioner_no, public_key, since_at) VALUES (1, 1, "
             "?1, ?2)")
        .with(publicKeyOf(signingKey), now)
        .run();
    database.commit();
}

/// Through a store, so that the trail begins with the clinic's own making.
void auditFirstRows(const std::filesystem::path& folder, std::string_view password,
                    const ClinicProfile& profile, const Practitioner& owner, const Clock& clock) {
    Engine engine{folder, Credentials{owner.userName, password}, clock, {}};
    engine.write("writing the audit trail", [&] {
        engine.audit({AuditKind::Create,
                      {},
                      AuditSubject::Clinic,
                      engine.clinic(),
                      difference({}, linesOf(profile)),
                      {}});
        engine.audit({AuditKind::Create,
                      {},
                      AuditSubject::Practitioner,
                      owner.id.value(),
                      difference({}, linesOf(owner)) + "+public_key " +
                          hexOf(publicKeyOf(engine.signingKey())) + "\n",
                      {}});
    });
    engine.signOut();
}

} // namespace

RecoveryKey createClinic(const std::filesystem::path& folder, const ClinicProfile& profile,
                         const Practitioner& owner, std::string_view password, const Clock& clock,
                         IdMaker& ids, KdfCost cost) {
    // "NAME/" and "NAME" are the same place; its parent must be nameable.
    auto place = std::filesystem::absolute(folder).lexically_normal();
    if (!place.has_filename()) {
        place = place.parent_path();
    }
    guardPlace(place);
    const auto clinic = ids.next();
    HalfMade made{place.parent_path() /
                  (place.filename().string() + ".unfinished-" + clinic.text())};
    makeOwnFolder(made.path() / "backups");

    const auto databaseKey = Secret::random(32);
    const auto signingKey = makeSigningKey();
    auto recoveryKey = makeRecoveryKey();
    KeyFile keys{clinic};
    keys.put(owner.userName, owner.id, password, cost, databaseKey, signingKey);
    keys.putRecovery(recoveryKey, owner.id, databaseKey);
    keys.write(made.path() / "keys.json");

    makeOwnFile(made.path() / "clinic.db");
    {
        Connection database{made.path() / "clinic.db", databaseKey, std::chrono::seconds{5}};
        applySettings(database);
        migrate(database, migrations(), made.path() / "backups", clock);
        database.guarded("making the clinic", [&] {
            writeFirstRows(database, clinic, profile, owner, signingKey, clock.now());
        });
    }
    auditFirstRows(made.path(), password, profile, owner, clock);
    made.moveTo(place);
    flushFolder(place.parent_path());
    return recoveryKey;
}

} // namespace palpate::storage
