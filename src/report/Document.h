// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "drawing/Picture.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::report {

class Typefaces;

/// A bookmark.
struct OutlineEntry {
    std::string title;
    int level = 1;        ///< 1 is the outermost
    std::size_t page = 0; ///< from 0
    double y = 0;         ///< millimetres from the top of the page
    friend bool operator==(const OutlineEntry&, const OutlineEntry&) = default;
};

/// A place on a page that leads somewhere when it is clicked: out of the document, or to another
/// place in it (a footnote's mark to the note).
struct Link {
    std::size_t page = 0; ///< from 0
    drawing::Rect area;   ///< millimetres of the page
    std::string address;  ///< http, https, mailto or tel; empty: within the document
    std::size_t toPage = 0;
    double toY = 0; ///< millimetres from the top of that page
    friend bool operator==(const Link&, const Link&) = default;
};

/// What a file says about itself. Nothing is read from the clock: the same document gives the same
/// bytes.
struct Metadata {
    std::string title;
    std::string author;
    std::string subject;
    std::string language;                            ///< BCP 47; may be empty
    std::optional<std::chrono::sys_seconds> created; ///< usually the signing of the last session
};

/// Finished pages: paint them on a screen, or hand them to pdf(). One made by hand (a single
/// picture as a page) is as good as one from layOut().
struct Document {
    std::vector<drawing::Picture>
        pages; ///< each as large as its paper; lines are Start-aligned, figures as drawn
    std::vector<OutlineEntry> outline;
    std::vector<Link> links; ///< by page
    Metadata metadata;       ///< layOut() fills title and language; the rest is the caller's
    /// What could not be printed as it was meant, for the person who prints: a character that no
    /// font has, a text that was cut to fit, a figure that was not delivered.
    std::vector<Message> warnings;
    std::shared_ptr<const Typefaces>
        typefaces; ///< the ones it was laid out with; empty: the installed ones
};

} // namespace palpate::report
