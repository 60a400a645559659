// SPDX-License-Identifier: MIT
#pragma once

#include "domain/LockSettings.h"

#include <string>

namespace palpate::app {

class Clinic;

// The window hides the record until the person who has signed in types their password again.

/// The default until it was set.
[[nodiscard]] LockSettings lockSettings(Clinic& clinic);
/// Owners only, else AccessDenied; EditRefused with the first of `problems(settings)`. Nothing is
/// stored then.
void storeLockSettings(Clinic& clinic, const LockSettings& settings);

/// Why the screen was locked.
enum class LockedBy { Key, IdleTime };

/// Writes in the trail that the screen was locked. Throws StorageError; a screen is locked all the
/// same.
void noteLocked(Clinic& clinic, LockedBy by);

/// Whether this is the password of the person signed in; takes as long as signing in, without being
/// a sign-in. A right one is in the trail as an unlocking, unless the disk is full. Wrong ones
/// count with those of signing in. Throws AccessDenied when the person's role was changed since
/// they signed in, WaitNeeded after too many wrong ones, StorageError when the clinic's keys can't
/// be read.
[[nodiscard]] bool unlock(Clinic& clinic, const std::string& password);

} // namespace palpate::app
