// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Practitioner.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

struct PersonLine {
    PractitionerId id;
    Practitioner person;
    std::string title;        ///< "D. Okafor"
    std::string detail;       ///< "okafor · Physiotherapist · Owner"
    std::string state;        ///< "May sign in" or "Disabled"
    std::string secondFactor; ///< "Second factor since 3 Nov 2026, 8 codes left"; empty: off
    bool isMe = false;
    bool canDisable = false; ///< not oneself, not the last owner
};

/// How good a password is. By its length and a list of common ones (zxcvbn), never by rules about
/// what letters it has.
struct PasswordVerdict {
    bool isEnough = false;
    int level = 0;        ///< 0 to 4, for a bar
    std::string sentence; ///< "Strong." or what to do: "Too easy to guess: a common password. ..."
};
/// `known`: names that a guesser tries first (user name, own name, clinic). Nothing is stored.
[[nodiscard]] PasswordVerdict judgePassword(const std::string& password,
                                            const std::vector<std::string>& known);

/// A QR code as rows of dark and light squares, with the margin of four that readers need. Throws
/// ReportError when the text is too long.
struct QrCode {
    int size = 0;           ///< squares a side
    std::vector<bool> dark; ///< row by row
};
[[nodiscard]] QrCode qrCode(const std::string& text);

/// A second factor while it is set up: shown once, kept nowhere else.
class SecondFactorSetup {
public:
    explicit SecondFactorSetup(Clinic& clinic);
    ~SecondFactorSetup();
    SecondFactorSetup(const SecondFactorSetup&) = delete;
    SecondFactorSetup& operator=(const SecondFactorSetup&) = delete;

    [[nodiscard]] const std::string& secret() const; ///< base32 in groups of four, for typing
    [[nodiscard]] const QrCode& code() const;
    [[nodiscard]] const std::vector<std::string>& recoveryCodes() const;
    /// From now on sign-in asks for a code. AccessDenied: this one is wrong.
    void turnOn(const std::string& code);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Everybody who signs in. Owners change others; everybody their own password and second factor.
/// Each call may throw AccessDenied (audited), EditRefused and StorageError.
class People {
public:
    explicit People(Clinic& clinic);

    /// In the order they were added; those who may not sign in last.
    [[nodiscard]] std::vector<PersonLine> list() const;
    /// What keeps a person with this password from being added; empty: nothing. The clinic's rules:
    /// a user name without blanks at its ends, a name, a password that is enough.
    [[nodiscard]] std::vector<Message> problems(const Practitioner& person,
                                                const std::string& password) const;
    void add(const Practitioner& person, const std::string& password);
    void update(const Practitioner& person);
    void disable(const PractitionerId& person);
    void enable(const PractitionerId& person, const std::string& password);
    /// A new password for somebody who lost theirs; they get a new signing key with it.
    void reset(const PractitionerId& person, const std::string& password);
    /// One's own. AccessDenied: the old one is wrong.
    void changePassword(const std::string& oldPassword, const std::string& newPassword);
    /// Takes the second factor away: one's own, or an owner somebody's who lost theirs.
    void turnOffSecondFactor(const PractitionerId& person);
    /// A new recovery key, to be printed; the one before opens the clinic no more. Owners only.
    [[nodiscard]] std::string renewRecoveryKey();

private:
    Clinic& clinic_;
};

} // namespace palpate::app
