// SPDX-License-Identifier: MIT
#include "gui/DemoClinic.h"

#include "app/Demo.h"
#include "domain/Clock.h"
#include "domain/Error.h"
#include "domain/Id.h"

#include <random>
#include <system_error>

namespace palpate::gui {

namespace {

constexpr int kPatients = 40;

[[nodiscard]] std::string randomWord() {
    std::random_device chance;
    Uuid::Bytes bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(chance());
    }
    return Uuid{bytes}.text();
}

[[nodiscard]] std::filesystem::path privateFolder() {
    const auto folder = std::filesystem::temp_directory_path() / ("palpate-demo-" + randomWord());
    std::error_code failed;
    if (!std::filesystem::create_directory(folder, failed) || failed) {
        throw StorageError{{tr("The temporary folder {1} can't be made: {2}."),
                            {folder.string(), failed.message()}}};
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    return folder;
}

} // namespace

DemoClinic::DemoClinic(const app::Knowledge& knowledge, const Clock& clock)
    : parent_{privateFolder()}, password_{randomWord()} {
    try {
        app::DemoRequest request;
        request.patients = kPatients;
        request.lastDay = app::newestDemoDay(clock.now());
        request.userName = userName_;
        request.password = password_;
        request.strength = app::KeyStrength::FastForThrowAway;
        (void)app::makeDemoClinic(folder(), request,
                                  knowledge); // nobody will need its recovery key
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove_all(parent_, ignored);
        throw;
    }
}

DemoClinic::~DemoClinic() {
    std::error_code ignored; // a leftover in the temporary folder is encrypted and its key is gone
    std::filesystem::remove_all(parent_, ignored);
}

} // namespace palpate::gui
