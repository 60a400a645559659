// SPDX-License-Identifier: MIT
#pragma once

#include "report/Strips.h"

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::report {

/// The small print at the foot of pages: a source's line on the page where its number is met first,
/// any other line on the page where its block stands. Millimetres.
class PageFeet {
public:
    /// Lines by their number, in the order in which they stand.
    using Numbers = std::set<std::size_t>;

    /// `strips` are all that will stand on pages; `rule` parts text and foot.
    PageFeet(std::vector<SmallPrint> lines, const Strips& strips, const drawing::Stroke& rule);

    /// Of lines that stand on no page yet, those that go where the strips go.
    [[nodiscard]] Numbers broughtBy(std::span<const Strip> strips) const;
    /// How high this page's foot is with these lines too; 0: it has none.
    [[nodiscard]] double heightWith(const Numbers& more = {}) const;
    /// Puts the lines on this page as far as they fit into `room`; others wait for the end of the
    /// document.
    void join(const Numbers& lines, double room);
    /// This page's foot, without height where it has none. The next page begins.
    [[nodiscard]] Strip take();
    /// What waited for the end of the document.
    [[nodiscard]] Strips takeWaiting();

private:
    enum class Stage { Open, OnPage, Waiting, Taken };
    struct Line {
        SmallPrint print;
        Stage stage = Stage::Open;
        bool isMet = false; ///< its mark stands in the text
    };
    void add(const Strip& strip, Numbers& into) const;

    std::vector<Line> lines_;
    std::unordered_map<std::string, std::size_t> byMark_; ///< of those that are met
    Numbers onPage_;
    drawing::Stroke rule_;
};

} // namespace palpate::report
