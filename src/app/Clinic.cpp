// SPDX-License-Identifier: MIT
#include "app/Clinic.h"

#include "app/FormLibrary.h"
#include "app/OpenOptions.h"
#include "app/PainWords.h"
#include "app/TimeText.h"
#include "app/Vocabulary.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "drawing/BodyMapPicture.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <fstream>
#include <sstream>
#include <utility>

namespace palpate::app {

namespace {

[[nodiscard]] std::string textOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    if (!(in && text << in.rdbuf())) {
        throw DataError{{tr("{1} can't be read; install Palpate again."), {file.string()}}};
    }
    return trimmed(text.str());
}

} // namespace

struct Knowledge::Parts {
    explicit Parts(const DataPaths& where)
        : paths{where}, map{atlas::BodyMap::load(where.atlas / "body-atlas.json")}, shapes{map},
          reference{reference::Reference::load(where.reference)},
          attribution{textOf(where.atlas / "ATTRIBUTION.txt")}, vocabulary{
                                                                    vocabularyOf(reference)} {}

    DataPaths paths;
    atlas::BodyMap map;
    drawing::BodyShapes shapes;
    reference::Reference reference;
    std::string attribution;
    storage::Vocabulary vocabulary;
};

Knowledge::Knowledge(const DataPaths& paths) : parts_{std::make_unique<Parts>(paths)} {}
Knowledge::~Knowledge() = default;
Knowledge::Knowledge(Knowledge&&) noexcept = default;

const atlas::BodyMap& Knowledge::map() const noexcept {
    return parts_->map;
}
const drawing::BodyShapes& Knowledge::shapes() const noexcept {
    return parts_->shapes;
}
const reference::Reference& Knowledge::reference() const noexcept {
    return parts_->reference;
}
const DataPaths& Knowledge::paths() const noexcept {
    return parts_->paths;
}
const std::string& Knowledge::attribution() const noexcept {
    return parts_->attribution;
}
const std::function<std::string(std::string_view)>& Knowledge::vocabulary() const noexcept {
    return parts_->vocabulary;
}

std::string createClinic(const std::filesystem::path& folder, const ClinicProfile& profile,
                         const Practitioner& owner, const std::string& password, const Clock& clock,
                         IdMaker& ids, KeyStrength strength) {
    const auto cost = strength == KeyStrength::Standard ? storage::KdfCost::standard()
                                                        : storage::KdfCost::forTests();
    return storage::createClinic(folder, profile, owner, password, clock, ids, cost).text();
}

storage::OpenOptions openOptions(const Knowledge& knowledge, storage::GoesOn whileIndexing) {
    return {.vocabulary = knowledge.vocabulary(),
            .painted =
                [map = knowledge.map()](const PainArea& area) { return regionsUnder(map, area); },
            .patience = std::chrono::seconds{5},
            .pageLimit = {},
            .whileIndexing = std::move(whileIndexing)};
}

Clinic::Clinic(const std::filesystem::path& folder, const std::string& userName,
               const std::string& password, const Knowledge& knowledge, const Clock& clock,
               IdMaker& ids, const std::string& code,
               const std::function<bool(double share)>& whileIndexing)
    : knowledge_{knowledge}, clock_{clock}, ids_{ids},
      store_{std::make_unique<storage::Store>(folder,
                                              storage::Credentials{userName, password, code}, clock,
                                              openOptions(knowledge, whileIndexing))},
      practitioner_{store_->signedIn()}, profile_{store_->profile()},
      formFiles_{std::make_unique<FormFiles>()} {}

Clinic::~Clinic() = default;

storage::Store& Clinic::store() noexcept {
    return *store_;
}
const atlas::BodyMap& Clinic::map() const noexcept {
    return knowledge_.map();
}
const drawing::BodyShapes& Clinic::shapes() const noexcept {
    return knowledge_.shapes();
}
const reference::Reference& Clinic::reference() const noexcept {
    return knowledge_.reference();
}
Date Clinic::today() const {
    return localDay(clock_.now(), profile_.timeZone);
}

void Clinic::reloadProfile() {
    profile_ = store_->profile();
}

void Clinic::reloadPractitioner() {
    practitioner_ = store_->signedIn();
}

bool Clinic::looksAgainAt(const PatientId& patient) {
    return std::exchange(lookedAt_, patient) == patient;
}

bool Clinic::packSome() {
    return store_->packSome();
}

void Clinic::signOut() {
    store_->signOut();
}

} // namespace palpate::app
