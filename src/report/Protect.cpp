// SPDX-License-Identifier: MIT
#include "report/Protect.h"

#include "domain/Error.h"
#include "domain/Text.h"

#include <qpdf/qpdf-c.h> // and not QPDF.hh, which Clang 14 does not take as C++20

#include <random>

namespace palpate::report {
namespace {

constexpr std::size_t kLongestPassword = 127; // bytes; the format cuts off what is longer

void requireUsable(std::string_view password) {
    if (password.empty()) {
        throw ReportError{{tr("The PDF's password is empty; choose one of at least one "
                              "character."),
                           {}}};
    }
    if (password.size() > kLongestPassword) {
        throw ReportError{{tr("The PDF's password is longer than {1} bytes; choose a shorter one."),
                           {std::to_string(kLongestPassword)}}};
    }
    if (!isValidUtf8(password)) {
        throw ReportError{{tr("The PDF's password is not valid UTF-8; type it again."), {}}};
    }
}

/// Nobody ever learns it: without it, what the password does not allow stays so.
[[nodiscard]] std::string ownersPassword() {
    constexpr std::string_view kSigns =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV";
    constexpr std::size_t kLength = 40;
    std::random_device chance;
    std::uniform_int_distribution<std::size_t> sign{0, kSigns.size() - 1};
    std::string password;
    while (password.size() < kLength) {
        password += kSigns[sign(chance)];
    }
    return password;
}

/// One document in the hands of qpdf.
class Qpdf {
public:
    Qpdf() : data_{qpdf_init()} {
        qpdf_silence_errors(data_);
        qpdf_set_suppress_warnings(data_, QPDF_TRUE);
        qpdf_set_attempt_recovery(data_, QPDF_FALSE); // half a report is not to be sent as a whole
    }
    ~Qpdf() { qpdf_cleanup(&data_); }
    Qpdf(const Qpdf&) = delete;
    Qpdf& operator=(const Qpdf&) = delete;

    [[nodiscard]] qpdf_data get() const noexcept { return data_; }
    /// What a call answered: throws unless all went well.
    void check(QPDF_ERROR_CODE answer) const {
        if ((static_cast<unsigned>(answer) & static_cast<unsigned>(QPDF_ERRORS)) == 0) {
            return;
        }
        qpdf_error error = qpdf_get_error(data_);
        throw ReportError{{tr("The PDF can't be protected with a password: {1}."),
                           {error == nullptr ? "" : qpdf_get_error_full_text(data_, error)}}};
    }

private:
    qpdf_data data_;
};

} // namespace

std::string protectedPdf(const std::string& pdf, std::string_view password) {
    requireUsable(password);
    const Qpdf document;
    document.check(qpdf_read_memory(document.get(), "report", pdf.data(), pdf.size(), nullptr));
    document.check(qpdf_init_write_memory(document.get()));
    qpdf_set_r6_encryption_parameters2(document.get(), std::string{password}.c_str(),
                                       ownersPassword().c_str(),
                                       QPDF_TRUE,  // reading aloud
                                       QPDF_TRUE,  // copying
                                       QPDF_FALSE, // putting pages together anew
                                       QPDF_FALSE, // annotating
                                       QPDF_FALSE, // filling in forms
                                       QPDF_FALSE, // any other change
                                       qpdf_r3p_full, QPDF_TRUE);
    document.check(qpdf_write(document.get()));
    const unsigned char* bytes = qpdf_get_buffer(document.get());
    // A buffer of bytes is only looked at as characters.
    return {reinterpret_cast<const char*>(bytes), qpdf_get_buffer_length(document.get())};
}

} // namespace palpate::report
