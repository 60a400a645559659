// SPDX-License-Identifier: MIT
#include "report/Protect.h"

#include "domain/Error.h"
#include "domain/Text.h"

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
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

} // namespace

std::string protectedPdf(const std::string& pdf, std::string_view password) {
    requireUsable(password);
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.setAttemptRecovery(false); // half a report is not to be sent as a whole one
        document.processMemoryFile("report", pdf.data(), pdf.size());
        QPDFWriter writer{document};
        writer.setOutputMemory();
        writer.setR6EncryptionParameters(std::string{password}.c_str(), ownersPassword().c_str(),
                                         true,  // reading aloud
                                         true,  // copying
                                         false, // putting pages together anew
                                         false, // annotating
                                         false, // filling in forms
                                         false, // any other change
                                         qpdf_r3p_full, true);
        writer.write();
        const std::unique_ptr<Buffer> bytes{writer.getBuffer()};
        // A buffer of bytes is only looked at as characters.
        return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
    } catch (const std::exception& error) { // what is no Error of ours stops at this wall
        throw ReportError{{tr("The PDF can't be protected with a password: {1}."), {error.what()}}};
    }
}

} // namespace palpate::report
