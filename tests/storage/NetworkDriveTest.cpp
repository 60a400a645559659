// SPDX-License-Identifier: MIT
// A clinic on a network drive is not opened, and whoever tries is told.
#include "storage/NetworkDrive.h"

#include "domain/Error.h"
#include "storage/Restore.h"
#include "storage/TestClinic.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <fstream>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::networkKind;

constexpr const char* kTable =
    "22 27 0:21 / /proc rw,relatime - proc proc rw\n"
    "27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
    "61 27 0:52 / /mnt/office rw,relatime shared:9 - nfs4 server:/office rw,vers=4.2\n"
    "62 27 0:53 / /mnt/with\\040blank rw,relatime - cifs //server/share rw\n"
    "63 27 0:54 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw\n"
    "64 27 8:17 / /media/stick rw - fuseblk /dev/sdb1 rw\n";

/// While it lives, the disk of the folder is told to be of that kind.
class DiskSaidToBe {
public:
    DiskSaidToBe(const std::filesystem::path& folder, const std::string& kind) {
        struct stat about {};
        REQUIRE(::stat(folder.c_str(), &about) == 0);
        const auto table = temp_.path() / "mountinfo";
        std::ofstream{table} << "27 1 " << major(about.st_dev) << ':' << minor(about.st_dev)
                             << " / / rw,relatime - " << kind << " server:/office rw\n";
        std::swap(before_, storage::mountTable());
        storage::mountTable() = table;
    }
    DiskSaidToBe(const DiskSaidToBe&) = delete;
    DiskSaidToBe& operator=(const DiskSaidToBe&) = delete;
    ~DiskSaidToBe() { std::swap(before_, storage::mountTable()); }

private:
    TempFolder temp_;
    std::filesystem::path before_;
};

} // namespace

TEST_CASE("what is a network drive is read from the table of mounts", "[storage]") {
    CHECK(networkKind(kTable, 0, 52) == "nfs4");
    CHECK(networkKind(kTable, 0, 53) == "cifs");
    CHECK(networkKind(kTable, 0, 54) == "fuse.gvfsd-fuse");
    CHECK(networkKind(kTable, 8, 2).empty());
    CHECK(networkKind(kTable, 8, 17).empty());
    CHECK(networkKind(kTable, 0, 5).empty());
    CHECK(networkKind("", 8, 2).empty());
    CHECK(networkKind("27 1 8:2 / / rw", 8, 2).empty());
}

TEST_CASE("on a network drive no clinic is made, opened or restored", "[storage]") {
    const OpenClinic clinic;
    clinic.store->signOut();
    const auto isTold = ContainsSubstring("lies on a network drive (nfs4)");
    const auto before = contentOf(clinic.database());
    {
        const DiskSaidToBe disk{clinic.folder(), "nfs4"};
        CHECK_THROWS_WITH(clinic.open(), isTold);
        const auto other = clinic.temp.path() / "other.palpate";
        FixedTime time;
        CHECK_THROWS_WITH(storage::createClinic(other, aClinicProfile(), aPractitioner(), kPassword,
                                                time.clock, time.ids, storage::KdfCost::forTests()),
                          isTold);
        CHECK_FALSE(std::filesystem::exists(other));
        CHECK_THROWS_WITH(storage::restore({.backup = clinic.temp.path() / "none", .to = other},
                                           {aPractitioner().userName, kPassword}, time.clock, {},
                                           {}),
                          isTold);
    }
    CHECK(contentOf(clinic.database()) == before);
    const DiskSaidToBe disk{clinic.folder(), "ext4"};
    CHECK_NOTHROW(clinic.open());
}

} // namespace palpate::test
