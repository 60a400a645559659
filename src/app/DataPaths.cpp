// SPDX-License-Identifier: MIT
#include "app/DataPaths.h"

#include "domain/Error.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

namespace palpate::app {
namespace {

namespace fs = std::filesystem;

struct Candidate {
    fs::path root;
    DataPaths paths;
};

Candidate installedUnder(const fs::path& root) {
    return {root, {root / "atlas", root / "reference", root / "templates", root / "forms"}};
}

Candidate sourceTree(const fs::path& root) {
    return {
        root,
        {root / "src/atlas/data", root / "src/reference/data", root / "templates", root / "forms"}};
}

bool isComplete(const DataPaths& paths) {
    const std::array folders{&paths.atlas, &paths.reference, &paths.templates, &paths.forms};
    return std::all_of(folders.begin(), folders.end(), [](const fs::path* folder) {
        std::error_code unreadable; // a folder that can't be looked at is not there for us
        return fs::is_directory(*folder, unreadable);
    });
}

std::vector<Candidate> candidatesFor(const fs::path& executable) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read once at start-up, before any thread of ours runs
    if (const char* chosen = std::getenv("PALPATE_DATA"); chosen != nullptr && *chosen != '\0') {
        return {installedUnder(chosen)};
    }
    std::vector<Candidate> candidates{
        installedUnder((executable.parent_path() / PALPATE_INSTALLED_DATA).lexically_normal())};
    if (const fs::path source{PALPATE_SOURCE_DATA}; !source.empty()) {
        candidates.push_back(sourceTree(source));
    }
    return candidates;
}

} // namespace

DataPaths find(const fs::path& executable) {
    std::string lookedIn;
    for (const Candidate& candidate : candidatesFor(executable)) {
        if (isComplete(candidate.paths)) {
            return candidate.paths;
        }
        lookedIn += (lookedIn.empty() ? "" : ", ") + candidate.root.string();
    }
    throw DataError{
        {tr("The body map, the clinical tables, the report templates and the forms were not found "
            "(looked in: {1}); install Palpate again, or set PALPATE_DATA to the folder that holds "
            "atlas, reference, templates and forms."),
         {lookedIn}}};
}

fs::path runningProgram() {
    return fs::canonical("/proc/self/exe");
}

} // namespace palpate::app
