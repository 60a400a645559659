// SPDX-License-Identifier: MIT
#include "architecture/LayerTable.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace palpate::architecture {

namespace {

[[nodiscard]] std::set<std::string> words(const std::string& column) {
    std::istringstream in{column};
    std::set<std::string> out;
    for (std::string word; in >> word;) {
        out.insert(word);
    }
    return out;
}

[[nodiscard]] std::vector<std::string> columns(const std::string& line) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    while (true) {
        const auto end = line.find('|', begin);
        out.push_back(line.substr(begin, end - begin));
        if (end == std::string::npos) {
            return out;
        }
        begin = end + 1;
    }
}

} // namespace

LayerTable readLayerTable(const std::filesystem::path& file) {
    std::ifstream in{file};
    if (!in) {
        throw std::runtime_error{"there is no layer table at " + file.string() +
                                 "; configure the build again"};
    }
    LayerTable table;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        const auto cells = columns(line);
        const auto room = words(cells.front());
        if (cells.size() != 4 || room.size() != 1) {
            throw std::runtime_error{"the layer table has a line that is no row: " + line};
        }
        table[*room.begin()] = {
            .uses = words(cells[1]), .hides = words(cells[2]), .contract = words(cells[3])};
    }
    return table;
}

} // namespace palpate::architecture
