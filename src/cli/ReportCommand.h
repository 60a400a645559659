// SPDX-License-Identifier: MIT
#pragma once

#include "app/Reports.h"
#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>
#include <vector>

namespace palpate::cli {

/// report: a case, a session, a patient or the clinic as a PDF, laid out by a template; or one of
/// each patient.
class ReportCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    void requireMeant() const;
    [[nodiscard]] app::ReportRequest request() const;
    [[nodiscard]] int writeOne(Streams& streams, app::Clinic& clinic,
                               const app::Delivery& delivery) const;
    [[nodiscard]] int writeAll(Streams& streams, app::Clinic& clinic,
                               const app::Delivery& delivery) const;

    SignInOptions signIn_;
    PdfPasswordOptions pdfPassword_;
    std::string patient_;
    std::string case_;
    std::string session_;
    std::string template_;
    std::string out_;
    std::string from_;
    std::string to_;
    std::string recipient_;
    std::string purpose_;
    bool keep_ = false;
    std::string address_;
    std::string urgency_;
    std::vector<std::string> redFlags_;
    std::string findings_;
    std::string asked_; ///< what a letter asks of its recipient
    std::string all_;
    std::string search_;
};

} // namespace palpate::cli
