// SPDX-License-Identifier: MIT
#pragma once

#include "report/Document.h"

#include <filesystem>
#include <string>

namespace palpate::report::test {

/// What a command printed and how it ended.
struct Run {
    int status = 0;
    std::string output; ///< standard output and error
};
[[nodiscard]] Run run(const std::string& command);

/// A document as a file, and what other programs read in it.
class PrintedPdf {
public:
    PrintedPdf(const Document& document, const std::filesystem::path& folder);
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }
    /// pdftotext; `layout` keeps the places of the words.
    [[nodiscard]] std::string text(bool layout = false) const;
    [[nodiscard]] std::string text(int page, bool layout) const;
    /// The words of all pages; where a line or a column ends is not asked here.
    [[nodiscard]] std::string words() const;
    [[nodiscard]] Run check() const; ///< qpdf --check
    [[nodiscard]] std::string fonts() const;
    [[nodiscard]] std::string info() const;

private:
    std::filesystem::path file_;
};

/// Compares the text of all pages exactly, and the picture of each page within a small tolerance,
/// with tests/approved/report/NAME.txt and NAME-1.png ...; fails on a difference and leaves the
/// received files beside them
/// (`tests/approve` accepts them), and a picture of the difference in the build folder.
void checkApprovedPages(const PrintedPdf& pdf, const std::string& name);

} // namespace palpate::report::test
