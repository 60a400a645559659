// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "domain/Clock.h"
#include "domain/Id.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace palpate::cli {

/// CLINIC, --user and --password-file of every command that opens a clinic.
struct SignInOptions {
    std::string clinic;
    std::string user;
    std::string passwordFile;
    /// The options must outlive `command`.
    void addTo(CLI::App& command);
};

/// Who signs in: the option, PALPATE_USER, or who made the clinic, of which `options.clinic` may
/// also be a backup. Throws WrongUsage when there is nobody.
[[nodiscard]] std::string userOf(const SignInOptions& options);
/// The password of somebody who is known: file, variable, prompt. Throws AccessDenied when there
/// is no way to ask, StorageError when the file can't be read.
[[nodiscard]] std::string password(const std::string& passwordFile);
/// The same for a clinic about to be made: a prompt asks twice. Throws WrongUsage when it is empty
/// or the two differ.
[[nodiscard]] std::string newPassword(const std::string& passwordFile);

/// --password-pdf and --pdf-password-file of every command that writes a PDF for somebody else.
struct PdfPasswordOptions {
    bool wanted = false;
    std::string file;
    /// The options must outlive `command`.
    void addTo(CLI::App& command);
    /// Empty unless wanted. From the file, the variable PALPATE_PDF_PASSWORD or a prompt that asks
    /// twice, never from the command line, which others on the computer can read. Throws WrongUsage
    /// when it is empty, the two differ or there is no way to ask; StorageError when the file can't
    /// be read.
    [[nodiscard]] std::string password() const;
};

/// Body map and clinical tables of the installed program. Throws DataError.
[[nodiscard]] app::Knowledge shippedKnowledge();

/// A clinic opened as the options say; signs out when the command is done.
class SignedIn {
public:
    /// Throws WrongUsage when it isn't clear who signs in, AccessDenied for a wrong password,
    /// StorageError for a folder that is no clinic, DataError when Palpate's own data is missing.
    explicit SignedIn(const SignInOptions& options);
    ~SignedIn();
    SignedIn(const SignedIn&) = delete;
    SignedIn& operator=(const SignedIn&) = delete;

    [[nodiscard]] app::Clinic& clinic() noexcept { return clinic_; }

private:
    SystemClock clock_;
    IdMaker ids_{clock_};
    app::Knowledge knowledge_;
    app::Clinic clinic_;
};

} // namespace palpate::cli
