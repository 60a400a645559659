// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "domain/Clock.h"
#include "domain/Id.h"

#include <filesystem>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace palpate::cli {

/// CLINIC, --user, --password-file and --code of every command that opens a clinic.
struct SignInOptions {
    std::string clinic;
    std::string user;
    std::string passwordFile;
    std::string code; ///< of the second factor
    /// The options must outlive `command`.
    void addTo(CLI::App& command);
    /// Only --code, for a command whose other options read otherwise.
    void addCodeTo(CLI::App& command);
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
/// A new password beside the one that signs in: from the file, PALPATE_NEW_PASSWORD or a prompt
/// that asks twice. Throws like newPassword.
[[nodiscard]] std::string nextPassword(const std::string& passwordFile);
/// The code of the second factor: the option or PALPATE_CODE; empty: none was given.
[[nodiscard]] std::string codeOf(const SignInOptions& options);
/// Asks for a code on the screen and reads a line, also when nobody sits there; empty at the end of
/// the input.
[[nodiscard]] std::string typedCode();

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
    /// Asks for the code of a second factor in a terminal when none was given. Throws WrongUsage
    /// when it isn't clear who signs in, AccessDenied for a wrong password or code, StorageError
    /// for a folder that is no clinic, DataError when Palpate's own data is missing.
    explicit SignedIn(const SignInOptions& options);
    /// With a password that was asked for before.
    SignedIn(const SignInOptions& options, const std::string& password);
    ~SignedIn();
    SignedIn(const SignedIn&) = delete;
    SignedIn& operator=(const SignedIn&) = delete;

    [[nodiscard]] app::Clinic& clinic() noexcept { return *clinic_; }

private:
    SystemClock clock_;
    IdMaker ids_{clock_};
    app::Knowledge knowledge_;
    std::unique_ptr<app::Clinic> clinic_;
};

} // namespace palpate::cli
