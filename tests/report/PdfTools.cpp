// SPDX-License-Identifier: MIT
#include "report/PdfTools.h"

#include "report/Pdf.h"
#include "support/Approval.h"
#include "support/TempFolder.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace palpate::report::test {
namespace {

namespace fs = std::filesystem;

std::string quoted(const fs::path& path) {
    return "'" + path.string() + "'";
}

std::string outputOf(const std::string& command) {
    const Run result = run(command);
    if (result.status != 0) {
        throw std::runtime_error{command + ": " + result.output};
    }
    return result.output;
}

} // namespace

Run run(const std::string& command) {
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error{"can't run " + command};
    }
    Run result;
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        result.output.append(buffer.data(), count);
    }
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 255;
    return result;
}

PrintedPdf::PrintedPdf(const Document& document, const fs::path& folder)
    : file_{folder / "page.pdf"} {
    writePdf(document, file_);
}

std::string PrintedPdf::text(bool layout) const {
    return outputOf(std::string{"pdftotext -enc UTF-8 "} + (layout ? "-layout " : "") +
                    quoted(file_) + " -");
}

std::string PrintedPdf::text(int page, bool layout) const {
    const std::string number = std::to_string(page);
    return outputOf("pdftotext -enc UTF-8 -f " + number + " -l " + number +
                    (layout ? " -layout " : " ") + quoted(file_) + " -");
}

std::string PrintedPdf::words() const {
    std::istringstream words{text()};
    std::string line;
    for (std::string word; words >> word;) {
        line += (line.empty() ? "" : " ") + word;
    }
    return line;
}

Run PrintedPdf::check() const {
    return run("qpdf --check " + quoted(file_));
}
std::string PrintedPdf::fonts() const {
    return outputOf("pdffonts " + quoted(file_));
}
std::string PrintedPdf::info() const {
    return outputOf("pdfinfo " + quoted(file_));
}

void checkApprovedPages(const PrintedPdf& pdf, const std::string& name) {
    palpate::test::checkApproved("report/" + name + ".txt", pdf.text(true));

    const palpate::test::TempFolder scratch;
    outputOf("pdftoppm -r 72 -png " + quoted(pdf.file()) + " " + quoted(scratch.path() / "page"));
    const fs::path folder = fs::path{PALPATE_SOURCE_DIR} / "tests" / "approved" / "report";
    for (int page = 1;; ++page) {
        const std::string stem = name + "-" + std::to_string(page);
        const fs::path approved = folder / (stem + ".png");
        const fs::path printed = scratch.path() / ("page-" + std::to_string(page) + ".png");
        if (!fs::exists(printed)) {
            if (fs::exists(approved)) {
                FAIL_CHECK(approved.string() << " is approved, but there is no such page");
            }
            return;
        }
        // A4 at 72 dpi has 500,000 pixels; smoothing of letters may differ in a few.
        constexpr double kPixelsAllowed = 500;
        const fs::path difference = fs::path{PALPATE_BINARY_DIR} / (stem + "-difference.png");
        const Run compared = run("compare -metric AE -fuzz 12% " + quoted(approved) + " " +
                                 quoted(printed) + " " + quoted(difference));
        const fs::path received = folder / (stem + ".received.png");
        if (compared.status <= 1 &&
            std::strtod(compared.output.c_str(), nullptr) <= kPixelsAllowed) {
            fs::remove(received);
            fs::remove(difference);
            SUCCEED("as approved");
        } else {
            fs::copy_file(printed, received, fs::copy_options::overwrite_existing);
            FAIL_CHECK("page " << page << " looks different: see " << received.string() << " and "
                               << difference.string());
        }
    }
}

} // namespace palpate::report::test
