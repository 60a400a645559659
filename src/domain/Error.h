// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <chrono>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

namespace palpate {

/// The root of everything that Palpate throws for the unexpected. what() is one English sentence:
/// what happened, where, what to do; message() is the same for translation.
class Error : public std::runtime_error {
public:
    explicit Error(Message message);
    [[nodiscard]] const Message& message() const noexcept { return message_; }

private:
    Message message_;
};

/// The record store can't do what was asked: disk full, file damaged, folder read-only. Nothing was
/// changed.
class StorageError : public Error {
public:
    using Error::Error;
};
/// The clinic was written by a newer Palpate. Nothing was touched.
class SchemaTooNew : public StorageError {
public:
    using StorageError::StorageError;
};
/// Wrong name or password, or a right that is missing.
class AccessDenied : public Error {
public:
    using Error::Error;
};
/// The password is right, and the code of the second factor is needed too.
class CodeNeeded : public AccessDenied {
public:
    using AccessDenied::AccessDenied;
};
/// Too many wrong passwords: the next try has to wait.
class WaitNeeded : public AccessDenied {
public:
    WaitNeeded(Message message, std::chrono::seconds wait)
        : AccessDenied{std::move(message)}, wait_{wait} {}
    [[nodiscard]] std::chrono::seconds wait() const noexcept { return wait_; }

private:
    std::chrono::seconds wait_;
};
/// The patient's record opens only for some; in an emergency it can be opened with a reason.
class RecordRestricted : public AccessDenied {
public:
    using AccessDenied::AccessDenied;
};
/// The open record no longer takes the edit: the session is signed, or the point is gone.
class EditRefused : public Error {
public:
    using Error::Error;
};
/// Somebody has changed the record since it was read; nothing was written. The sentence says who
/// and what to do.
class RecordChanged : public EditRefused {
public:
    using EditRefused::EditRefused;
};
/// Another open program charts the session, or has taken it over. The sentence says who, since when
/// and what to do; nothing was written.
class SessionTaken : public EditRefused {
public:
    using EditRefused::EditRefused;
};
/// A shipped or clinic-made file (atlas, reference table, template) is malformed: names the file
/// and the entry.
class DataError : public Error {
public:
    using Error::Error;
};
/// A report can't be laid out or written.
class ReportError : public Error {
public:
    using Error::Error;
};

/// One sentence for any exception, ours or foreign: the only place where an exception becomes text.
[[nodiscard]] std::string describe(const std::exception& error);
[[nodiscard]] std::string describe(const std::exception& error, const Translator& translate);

} // namespace palpate
