// SPDX-License-Identifier: MIT
#include "cli/SignIn.h"

#include "app/DataPaths.h"
#include "app/RecordLists.h"
#include "cli/LongWork.h"
#include "cli/WrongUsage.h"
#include "domain/Error.h"
#include "domain/Wipe.h"

#include <CLI/App.hpp>

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>

namespace palpate::cli {

namespace {

[[nodiscard]] std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::optional<std::string>{value} : std::nullopt;
}

/// Keeps what is typed off the screen, also when an exception passes.
class WithoutEcho {
public:
    WithoutEcho() {
        if (tcgetattr(STDIN_FILENO, &before_) == 0) {
            auto silent = before_;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
        }
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;
    ~WithoutEcho() {
        if (changed_) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        }
    }

private:
    termios before_{};
    bool changed_ = false;
};

[[nodiscard]] std::string prompted(const char* question) {
    std::cerr << question << std::flush;
    std::string typed;
    {
        const WithoutEcho silence;
        std::getline(std::cin, typed);
    }
    std::cerr << '\n';
    return typed;
}

[[nodiscard]] std::optional<std::string> given(const std::string& passwordFile,
                                               const char* name = "PALPATE_PASSWORD") {
    if (passwordFile.empty()) {
        return variable(name);
    }
    std::ifstream file{passwordFile};
    std::string line;
    if (!file || !std::getline(file, line)) {
        throw StorageError{{tr("No password can be read from {1}; its first line must be the "
                               "password."),
                            {passwordFile}}};
    }
    if (!line.empty() && line.back() == '\r') {
        line.pop_back(); // written by a Windows editor
    }
    return line;
}

void mustBeATerminal() {
    if (isatty(STDIN_FILENO) == 0) {
        throw AccessDenied{{tr("No password was given; use --password-file FILE or the variable "
                               "PALPATE_PASSWORD, or run this in a terminal."),
                            {}}};
    }
}

[[nodiscard]] std::string chosenPassword(std::optional<std::string> chosen,
                                         const char* whenTheyDiffer) {
    if (!chosen) {
        mustBeATerminal();
        chosen = prompted("New password: ");
        if (WipedText{prompted("The same again: ")}.text() != *chosen) {
            throw WrongUsage{{whenTheyDiffer, {}}};
        }
    }
    if (chosen->empty()) {
        throw WrongUsage{{tr("The password is empty; choose one of at least one character."), {}}};
    }
    return std::move(*chosen);
}

} // namespace

void SignInOptions::addTo(CLI::App& command) {
    command.add_option("CLINIC", clinic, "The clinic's folder")->required();
    command.add_option("--user", user, "Who signs in; else PALPATE_USER, else who made the clinic")
        ->type_name("NAME");
    command
        .add_option("--password-file", passwordFile,
                    "File whose first line is the password; else PALPATE_PASSWORD, else a prompt")
        ->type_name("FILE");
    addCodeTo(command);
}

void SignInOptions::addCodeTo(CLI::App& command) {
    command
        .add_option("--code", code,
                    "Of the second factor, or a recovery code; else PALPATE_CODE, else a prompt")
        ->type_name("CODE");
}

std::string userOf(const SignInOptions& options) {
    if (!options.user.empty()) {
        return options.user;
    }
    if (auto user = variable("PALPATE_USER"); user && !user->empty()) {
        return std::move(*user);
    }
    const auto names = app::userNames(options.clinic); // whoever made the clinic comes first
    if (names.empty()) {
        throw WrongUsage{{tr("This clinic names no users; say who signs in with --user NAME or the "
                             "variable PALPATE_USER."),
                          {}}};
    }
    return names.front();
}

std::string password(const std::string& passwordFile) {
    if (auto known = given(passwordFile)) {
        return std::move(*known);
    }
    mustBeATerminal();
    return prompted("Password: ");
}

std::string newPassword(const std::string& passwordFile) {
    return chosenPassword(given(passwordFile), tr("The two passwords differ; nothing was made."));
}

std::string nextPassword(const std::string& passwordFile) {
    return chosenPassword(given(passwordFile, "PALPATE_NEW_PASSWORD"),
                          tr("The two passwords differ; nothing was changed."));
}

std::string codeOf(const SignInOptions& options) {
    return options.code.empty() ? variable("PALPATE_CODE").value_or("") : options.code;
}

std::string typedCode() {
    return prompted("Code: ");
}

void PdfPasswordOptions::addTo(CLI::App& command) {
    command.add_flag("--password-pdf", wanted,
                     "Encrypt the PDF (AES-256); asks for its password, which is another than the "
                     "clinic's");
    command
        .add_option("--pdf-password-file", file,
                    "File whose first line is the PDF's password; else PALPATE_PDF_PASSWORD, else "
                    "a prompt")
        ->type_name("FILE");
}

std::string PdfPasswordOptions::password() const {
    if (!wanted) {
        if (!file.empty()) {
            throw WrongUsage{{tr("--pdf-password-file needs --password-pdf."), {}}};
        }
        return {};
    }
    auto chosen = given(file, "PALPATE_PDF_PASSWORD");
    if (!chosen) {
        if (isatty(STDIN_FILENO) == 0) {
            throw WrongUsage{{tr("No password for the PDF was given; use --pdf-password-file FILE "
                                 "or the variable PALPATE_PDF_PASSWORD, or run this in a "
                                 "terminal."),
                              {}}};
        }
        chosen = prompted("Password for the PDF: ");
        if (WipedText{prompted("The same again: ")}.text() != *chosen) {
            throw WrongUsage{{tr("The two passwords differ; nothing was written."), {}}};
        }
    }
    if (chosen->empty()) {
        throw WrongUsage{
            {tr("The PDF's password is empty; choose one of at least one character."), {}}};
    }
    return std::move(*chosen);
}

app::Knowledge shippedKnowledge() {
    return app::Knowledge{app::find(app::runningProgram())};
}

SignedIn::SignedIn(const SignInOptions& options)
    : SignedIn{options, WipedText{password(options.passwordFile)}.text()} {}

SignedIn::SignedIn(const SignInOptions& options, const std::string& password)
    : knowledge_{shippedKnowledge()} {
    const auto open = [&](const std::string& code) {
        std::optional<LongWork> indexing;
        const auto goesOn = [&](double share) {
            if (!indexing) {
                indexing.emplace(std::cerr, "Making the search index anew");
            }
            return indexing->asking()(share);
        };
        clinic_ = std::make_unique<app::Clinic>(options.clinic, userOf(options), password,
                                                knowledge_, clock_, ids_, code, goesOn);
    };
    try {
        open(codeOf(options));
    } catch (const CodeNeeded&) {
        if (isatty(STDIN_FILENO) == 0) {
            throw;
        }
        open(typedCode());
    }
}

SignedIn::~SignedIn() {
    try {
        clinic_->signOut();
    } catch (const std::exception& failure) {
        // What the command did is stored; only the line "signed out" of the audit is missing.
        std::cerr << "palpatectl: " << describe(failure) << '\n';
    }
}

} // namespace palpate::cli
