// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// documents: the files kept with a patient's record, listed, added to, or saved outside.
class DocumentsCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    void list(Streams& streams, app::Clinic& clinic) const;
    void requireMeant() const;

    SignInOptions signIn_;
    PdfPasswordOptions pdfPassword_;
    std::string patient_;
    std::string save_;
    std::string out_;
    std::string recipient_;
    std::string purpose_;
    std::string attach_;
    std::string title_;
    std::string case_;
    bool json_ = false;
};

} // namespace palpate::cli
