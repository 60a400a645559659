// SPDX-License-Identifier: MIT
#include "SeedClinic.h"

#include "Sentence.h"
#include "storage/Store.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace palpate::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr int kMany = 100;

[[nodiscard]] fs::path newestClinic() {
    fs::path newest;
    int latest = 0;
    for (const auto& entry : fs::directory_iterator{PALPATE_SOURCE_DIR "/tests/data/databases"}) {
        const auto version = std::atoi(entry.path().stem().string().substr(8).c_str());
        if (version > latest) {
            latest = version;
            newest = entry.path();
        }
    }
    return newest;
}

void copyFiles(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    fs::permissions(to, fs::perms::owner_all);
    for (const auto* name : {"clinic.db", "keys.json"}) {
        fs::copy_file(from / name, to / name, fs::copy_options::overwrite_existing);
        fs::permissions(to / name, fs::perms::owner_read | fs::perms::owner_write);
    }
}

/// Whether `read` came to its end; a refusal is one sentence.
template <class Read> bool told(Read&& read) {
    try {
        read();
        return true;
    } catch (const Error& error) {
        mustBeSentence(error.what());
        return false;
    }
}

void readCase(storage::Store& store, const CaseId& id) {
    told([&] { static_cast<void>(store.cases().find(id)); });
    told([&] { static_cast<void>(store.carePlans().ofCase(id)); });
    told([&] { static_cast<void>(store.sessions().ofCase(id)); });
    told([&] { static_cast<void>(store.contactNotes().ofCase(id)); });
}

void readPatient(storage::Store& store, const PatientId& id) {
    told([&] { static_cast<void>(store.patients().open(id)); });
    told([&] {
        for (const auto& record : store.cases().ofPatient(id)) {
            readCase(store, record.id);
        }
    });
    told([&] {
        for (const auto& row : store.sessions().list(id, kMany)) {
            told([&] { static_cast<void>(store.sessions().open(row.id)); });
            told([&] { static_cast<void>(store.sessions().undoList(row.id)); });
        }
    });
    told([&] {
        for (const auto& form : store.forms().ofPatient(id)) {
            told([&] { static_cast<void>(store.forms().open(form.id)); });
        }
    });
    told([&] { static_cast<void>(store.screenings().ofPatient(id)); });
    told([&] {
        for (const auto& document : store.documents().ofPatient(id)) {
            told([&] { static_cast<void>(store.documents().open(document.id)); });
        }
    });
    told([&] { static_cast<void>(store.disclosures().ofPatient(id)); });
}

void check(storage::Store& store) {
    told([&] {
        const auto report = store.verify();
        for (const auto& result : report.checks) {
            for (const auto& sentence : result.faults) {
                mustBeSentence(Error{sentence}.what());
            }
            if (result.isSound() != result.faults.empty()) {
                std::abort(); // a fault that nobody is told of
            }
        }
    });
}

} // namespace

ScratchFolder::ScratchFolder() {
    const auto memory = fs::path{"/dev/shm"}; // files that are written thousands of times
    const auto place = ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
    auto pattern = (place / "palpate-fuzz-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        std::perror("No folder for the files to be read");
        std::exit(1);
    }
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

SeedClinic::SeedClinic() {
    copyFiles(newestClinic(), sound());
    storage::Store{sound(), credentials(), clock_}.signOut();
    fs::remove_all(sound() / "backups");
}

void SeedClinic::restore() {
    fs::remove_all(folder());
    copyFiles(sound(), folder());
}

void readEverything(const SeedClinic& clinic) {
    told([&] {
        storage::Store store{clinic.folder(), SeedClinic::credentials(), clinic.clock()};
        told([&] {
            for (const auto& row : store.patients().search("", kMany)) {
                readPatient(store, row.id);
            }
        });
        told([&] { static_cast<void>(store.finder().forms("a", kMany)); });
        told([&] { static_cast<void>(store.finder().sessions({})); });
        told([&] { static_cast<void>(store.audit().list({})); });
        told([&] { static_cast<void>(store.practitioners().list()); });
        told([&] { static_cast<void>(store.letterhead()); });
        check(store);
        store.signOut();
    });
}

} // namespace palpate::fuzz
