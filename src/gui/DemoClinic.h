// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace palpate {
class Clock;
}
namespace palpate::app {
class Knowledge;
}

namespace palpate::gui {

/// A demonstration clinic of invented people in a private temporary folder, which goes when this
/// does. Its password is made at random and known to nobody else. Throws StorageError.
class DemoClinic {
public:
    DemoClinic(const app::Knowledge& knowledge, const Clock& clock);
    ~DemoClinic();
    DemoClinic(const DemoClinic&) = delete;
    DemoClinic& operator=(const DemoClinic&) = delete;

    [[nodiscard]] std::filesystem::path folder() const { return parent_ / "Demonstration.palpate"; }
    [[nodiscard]] const std::string& userName() const noexcept { return userName_; }
    [[nodiscard]] const std::string& password() const noexcept { return password_; }

private:
    std::filesystem::path parent_;
    std::string userName_ = "demo";
    std::string password_;
};

} // namespace palpate::gui
