// SPDX-License-Identifier: MIT
#include "gui/RecentClinics.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace palpate::gui {

RecentClinics::RecentClinics(std::filesystem::path file) : file_{std::move(file)} {}

std::vector<RecentClinics::Entry> RecentClinics::list() const {
    std::vector<Entry> entries;
    std::ifstream in{file_};
    std::string line;
    while (std::getline(in, line) && entries.size() < kMost) {
        const auto tab = line.find('\t');
        Entry entry{line.substr(0, tab),
                    tab == std::string::npos ? std::string{} : line.substr(tab + 1)};
        std::error_code ignored;
        if (!entry.folder.empty() && std::filesystem::is_directory(entry.folder, ignored)) {
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

void RecentClinics::remember(const std::filesystem::path& folder, const std::string& userName) {
    std::error_code ignored;
    const auto absolute = std::filesystem::weakly_canonical(folder, ignored);
    auto entries = list();
    std::erase_if(entries, [&](const Entry& entry) { return entry.folder == absolute; });
    entries.insert(entries.begin(), Entry{absolute, userName});
    std::filesystem::create_directories(file_.parent_path(), ignored);
    std::ofstream out{file_, std::ios::trunc};
    for (std::size_t i = 0; i < std::min(entries.size(), kMost); ++i) {
        out << entries[i].folder.string() << '\t' << entries[i].userName << '\n';
    }
}

std::string clinicName(const std::filesystem::path& folder) {
    const auto named = folder.has_filename() ? folder : folder.parent_path();
    return named.stem().string();
}

} // namespace palpate::gui
