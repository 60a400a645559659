// SPDX-License-Identifier: MIT
#include "storage/NetworkDrive.h"

#include "domain/Error.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace palpate::storage {

namespace {

constexpr auto kNetworkKinds = std::to_array<std::string_view>(
    {"nfs",       "nfs4",        "cifs",           "smb3",        "smbfs",
     "afs",       "ceph",        "coda",           "ncpfs",       "lustre",
     "glusterfs", "davfs",       "fuse.sshfs",     "fuse.davfs2", "fuse.gvfsd-fuse",
     "fuse.ceph", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs",   "fuse.kio-fuse"});

} // namespace

std::string networkKind(std::string_view table, unsigned major, unsigned minor) {
    const auto device = std::to_string(major) + ":" + std::to_string(minor);
    std::istringstream lines{std::string{table}};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string mount;
        std::string parent;
        std::string number;
        words >> mount >> parent >> number;
        // Blanks within a field are written as \040, so " - " is the mark before the kind.
        const auto mark = line.find(" - ");
        if (number != device || mark == std::string::npos) {
            continue;
        }
        std::string kind;
        std::istringstream{line.substr(mark + 3)} >> kind;
        return std::ranges::find(kNetworkKinds, kind) != kNetworkKinds.end() ? kind : std::string{};
    }
    return {};
}

std::filesystem::path& mountTable() {
    static std::filesystem::path table{"/proc/self/mountinfo"};
    return table;
}

void guardLocalDisk(const std::filesystem::path& folder) {
    struct stat about {};
    if (::stat(folder.c_str(), &about) != 0) {
        return; // whoever opens it finds out
    }
    std::ifstream in{mountTable()};
    const std::string table{std::istreambuf_iterator<char>{in}, {}};
    const auto kind = networkKind(table, major(about.st_dev), minor(about.st_dev));
    if (!kind.empty()) {
        throw StorageError{
            {tr("{1} lies on a network drive ({2}), and a clinic is opened only on a disk of the "
                "computer that uses it: nothing would keep two computers from damaging it. Move "
                "its folder to such a disk; backups may go to the network."),
             {folder.string(), kind}}};
    }
}

} // namespace palpate::storage
