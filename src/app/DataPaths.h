// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace palpate::app {

/// The folders of the data that Palpate ships. All four exist when find() returns.
struct DataPaths {
    std::filesystem::path atlas;     ///< body-atlas.json, and ATTRIBUTION.txt to show with it
    std::filesystem::path reference; ///< the clinical tables
    std::filesystem::path templates; ///< the shipped reports
    std::filesystem::path forms;     ///< the shipped FHIR Questionnaires
};

/// Where the data of the program at `executable` lies: the folder named by the variable
/// PALPATE_DATA (then no other is tried), else share/palpate beside the program's bin folder, else
/// the source tree it was built from. Throws DataError naming every folder looked in.
[[nodiscard]] DataPaths find(const std::filesystem::path& executable);

/// The file of the program that is running, with symbolic links resolved.
[[nodiscard]] std::filesystem::path runningProgram();

} // namespace palpate::app
