// SPDX-License-Identifier: MIT
#include "report/Strips.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace palpate::report {
namespace {

using drawing::Point;

/// How many strips from `from` on fit into `room` without parting what keeps together. At least one
/// if `mustTake`.
std::size_t fitting(const Strips& strips, std::size_t from, double room, bool mustTake) {
    double y = 0;
    std::size_t taken = from;
    while (taken < strips.size()) {
        double chain = 0;
        std::size_t end = taken;
        do {
            chain += (end == from ? 0 : strips[end].before) + strips[end].height;
            ++end;
        } while (end < strips.size() && strips[end - 1].keepWithNext);
        if (y + chain > room) {
            break;
        }
        y += chain;
        taken = end;
    }
    if (taken == from && mustTake) { // a chain longer than a page is parted somewhere
        for (y = 0; taken < strips.size(); ++taken) {
            y += (taken == from ? 0 : strips[taken].before) + strips[taken].height;
            if (taken > from && y > room) {
                break;
            }
        }
    }
    return taken;
}

class PageMaker {
public:
    PageMaker(const PaperSize& paper, const PageStyle& style, Document& document)
        : paper_{paper}, style_{style}, document_{document} {
        newPage();
    }

    /// How much of the last page is filled.
    [[nodiscard]] double fill() const { return (y_ - style_.marginTop) / pageRoom(); }

    void add(Strips strips) {
        for (std::size_t i = 0; i < strips.size();) {
            std::size_t end = i + 1;
            while (strips[end - 1].keepWithNext && end < strips.size() && !strips[end].startsPage) {
                ++end;
            }
            if (!isFresh_ && (strips[i].startsPage || shouldBreakBefore(strips, i, end))) {
                newPage();
            }
            for (; i < end; ++i) {
                put(std::move(strips[i]));
            }
        }
        tieNotes();
    }

private:
    struct Mark {
        std::string mark;
        std::size_t page;
        drawing::Rect area;
    };
    struct Note {
        std::size_t page;
        double y;
    };

    [[nodiscard]] double bottom() const { return paper_.height - style_.marginBottom; }
    [[nodiscard]] double pageRoom() const { return bottom() - style_.marginTop; }
    /// Columns higher than this are cut where a page ends rather than leave a hole above them.
    [[nodiscard]] double longColumns() const { return pageRoom() * 0.5; }

    /// What has to be there for a strip to begin on this page.
    [[nodiscard]] double leastOf(const Strip& strip) const {
        return !strip.columns.empty() && strip.height > longColumns() ? pageRoom() * 0.25
                                                                      : strip.height;
    }

    // A chain of strips that keep together moves to the next page as a whole, if a page can hold it
    // at all.
    [[nodiscard]] bool shouldBreakBefore(const Strips& strips, std::size_t first,
                                         std::size_t end) const {
        double height = 0;
        for (std::size_t i = first; i < end; ++i) {
            height += strips[i].before + leastOf(strips[i]);
        }
        return y_ + height > bottom() && height <= pageRoom();
    }

    void newPage() {
        drawing::Picture page;
        page.width = paper_.width;
        page.height = paper_.height;
        page.title = document_.metadata.title;
        document_.pages.push_back(std::move(page));
        y_ = style_.marginTop;
        grounds_ = 0;
        isFresh_ = true;
    }

    void put(Strip strip) {
        if (!strip.columns.empty() && strip.height > longColumns() &&
            y_ + (isFresh_ ? 0 : strip.before) + strip.height > bottom()) {
            putInPieces(std::move(strip));
            return;
        }
        if (!isFresh_ && y_ + strip.before + strip.height > bottom()) {
            newPage();
        }
        if (isFresh_ && strip.repeat) {
            paint(*strip.repeat);
        }
        paint(std::move(strip));
    }

    void putInPieces(Strip strip) {
        y_ += isFresh_ ? 0 : strip.before;
        std::vector<std::size_t> next(strip.columns.size(), 0);
        const auto isDone = [&] {
            for (std::size_t i = 0; i < next.size(); ++i) {
                if (next[i] < strip.columns[i].strips.size()) {
                    return false;
                }
            }
            return true;
        };
        while (!isDone()) {
            Strip piece;
            bool isStuck = false;
            std::vector<std::size_t> ends = next;
            for (std::size_t i = 0; i < next.size(); ++i) {
                const Strips& strips = strip.columns[i].strips;
                if (next[i] < strips.size()) {
                    ends[i] = fitting(strips, next[i], roomFor(strips[next[i]]), isFresh_);
                    isStuck = isStuck || ends[i] == next[i];
                }
            }
            if (isStuck) { // something does not begin here: nothing does, and all begin level
                newPage();
                continue;
            }
            for (std::size_t i = 0; i < next.size(); ++i) {
                piece.height =
                    std::max(piece.height, cut(strip.columns[i], next[i], ends[i], piece));
            }
            next = std::move(ends);
            paint(std::move(piece));
            if (!isDone()) {
                newPage();
            }
        }
    }

    [[nodiscard]] double roomFor(const Strip& first) const {
        return bottom() - y_ - (isFresh_ && first.repeat ? first.repeat->height : 0);
    }

    /// Moves a part of a column into `piece`. Returns its height.
    [[nodiscard]] double cut(Strip::Column& column, std::size_t from, std::size_t to,
                             Strip& piece) const {
        Strips part;
        if (from < to && isFresh_ && column.strips[from].repeat) {
            part.push_back(*column.strips[from].repeat);
            column.strips[from].before = 0;
        }
        std::move(column.strips.begin() + static_cast<std::ptrdiff_t>(from),
                  column.strips.begin() + static_cast<std::ptrdiff_t>(to),
                  std::back_inserter(part));
        return placeAll(std::move(part), column.x, 0, piece);
    }

    void paint(Strip strip) {
        y_ += isFresh_ ? 0 : strip.before;
        Strip whole;
        const double height = strip.height;
        place(std::move(strip), style_.marginLeft, y_, whole);
        const std::size_t page = document_.pages.size() - 1;
        for (Strip::Bookmark& mark : whole.bookmarks) {
            document_.outline.push_back({std::move(mark.title), mark.level, page, mark.y});
        }
        for (Strip::NoteMark& mark : whole.noteMarks) {
            marks_.push_back({std::move(mark.mark), page, mark.area});
        }
        for (Strip::Address& link : whole.addresses) {
            document_.links.push_back({page, link.area, std::move(link.address)});
        }
        for (Strip::Note& note : whole.notes) {
            notes_.emplace(std::move(note.mark), Note{page, note.y});
        }
        auto& shapes = document_.pages.back().shapes;
        shapes.insert(shapes.begin() + grounds_, std::move_iterator{whole.ground.begin()},
                      std::move_iterator{whole.ground.end()});
        grounds_ += std::ssize(whole.ground);
        std::move(whole.shapes.begin(), whole.shapes.end(), std::back_inserter(shapes));
        y_ += height;
        isFresh_ = false;
    }

    void tieNotes() {
        for (const Mark& mark : marks_) {
            const auto note = notes_.find(mark.mark);
            if (note == notes_.end()) {
                continue;
            }
            const bool isNoteItself =
                note->second.page == mark.page && note->second.y == mark.area.y;
            if (!isNoteItself) {
                document_.links.push_back(
                    {mark.page, mark.area, {}, note->second.page, note->second.y});
            }
        }
        std::stable_sort(document_.links.begin(), document_.links.end(),
                         [](const Link& a, const Link& b) { return a.page < b.page; });
    }

    const PaperSize& paper_;
    const PageStyle& style_;
    Document& document_;
    std::vector<Mark> marks_;
    std::unordered_map<std::string, Note> notes_; ///< the first of each mark
    double y_ = 0;
    std::ptrdiff_t grounds_ = 0; ///< shapes of this page that lie beneath the others
    bool isFresh_ = true;
};

/// The strips with nothing in them, to try out where pages would end.
Strips hollow(const Strips& strips) {
    Strips result;
    result.reserve(strips.size());
    for (const Strip& strip : strips) {
        Strip empty;
        empty.before = strip.before;
        empty.height = strip.height;
        empty.keepWithNext = strip.keepWithNext;
        empty.startsPage = strip.startsPage;
        if (strip.repeat) {
            auto repeat = std::make_shared<Strip>();
            repeat->height = strip.repeat->height;
            empty.repeat = std::move(repeat);
        }
        for (const Strip::Column& column : strip.columns) {
            empty.columns.push_back({column.x, hollow(column.strips)});
        }
        result.push_back(std::move(empty));
    }
    return result;
}

/// Less white between blocks.
void tighten(Strips& strips, double factor) {
    for (Strip& strip : strips) {
        strip.before *= factor;
        if (strip.columns.empty()) {
            continue;
        }
        strip.height = 0;
        for (Strip::Column& column : strip.columns) {
            tighten(column.strips, factor);
            strip.height = std::max(strip.height, heightOf(column.strips));
        }
    }
}

/// A few lines on a last page of their own are brought back if a little less white does it; of a
/// long document nobody minds.
void fitLastPage(Strips& strips, const PaperSize& paper, const PageStyle& style) {
    constexpr double kFewPages = 4;
    constexpr double kFewLines = 0.14; // of a page
    const double room = paper.height - style.marginTop - style.marginBottom;
    if (heightOf(strips) > kFewPages * room) {
        return;
    }
    const auto tried = [&](double factor) {
        Strips trial = hollow(strips);
        tighten(trial, factor);
        Document pages;
        PageMaker maker{paper, style, pages};
        maker.add(std::move(trial));
        return std::pair{pages.pages.size(), maker.fill()};
    };
    const auto [count, fill] = tried(1);
    if (count < 2 || fill > kFewLines) {
        return;
    }
    for (const double factor : {0.9, 0.8, 0.7, 0.6}) {
        if (tried(factor).first < count) {
            tighten(strips, factor);
            return;
        }
    }
}

/// One line of the footer or the watermark, cut to `width` if it must be.
TextLine singleLine(const std::string& text, const TextLook& look, double width,
                    const Typefaces& typefaces) {
    std::vector<TextLine> lines = linesOf({Span{text}}, look, width, typefaces);
    shorten(lines, 1, width, look, typefaces);
    return lines.empty() ? TextLine{} : std::move(lines.front());
}

void addFooter(drawing::Picture& page, std::size_t number, std::size_t count,
               const PageStyle& style, const Typefaces& typefaces) {
    constexpr double kRuleFromBottom = 12;
    constexpr double kTextBelowRule = 1.4;
    constexpr double kGap = 4;
    TextLook look;
    look.size = 7.2 * kMillimetresPerPoint;
    look.staysLeft = true;
    look.leading = look.size * style.leading;
    look.colour = style.muted;
    const double left = style.marginLeft;
    const double right = page.width - style.marginRight;
    const double y = page.height - kRuleFromBottom;
    const auto rule = std::make_shared<drawing::Path>();
    rule->contours.push_back({{Point{left, y}, Point{right, y}}, false});
    page.shapes.emplace_back(
        drawing::PathShape{rule, std::nullopt, drawing::Stroke{style.hairline, 0.2, {}}});

    const std::string pageOf =
        shown(Message{style.footer.pageOf, {std::to_string(number), std::to_string(count)}});
    const TextLine last = singleLine(pageOf, look, right - left, typefaces);
    const TextLine middle = singleLine(style.footer.middle, look, (right - left) / 3, typefaces);
    const double middleX = left + (right - left - middle.width) / 2;
    const double leftEnd = middle.width > 0 ? middleX : right - last.width;
    const TextLine first = singleLine(style.footer.left, look, leftEnd - left - kGap, typefaces);
    paintLine(first, left, y + kTextBelowRule, look, page.shapes);
    paintLine(middle, middleX, y + kTextBelowRule, look, page.shapes);
    paintLine(last, right - last.width, y + kTextBelowRule, look, page.shapes);
}

// Over everything, so that no figure hides it, and so pale that everything can be read through it.
void addWatermark(drawing::Picture& page, const std::string& word, const Typefaces& typefaces) {
    constexpr double kShare = 0.72; // of the page's width
    constexpr double kLargest = 56;
    const double width = typefaces.width(word, true, false);
    if (width <= 0) {
        return;
    }
    drawing::TextShape text;
    text.size = std::min(kLargest, page.width * kShare / width);
    text.at = {(page.width - width * text.size) / 2, page.height * 0.52};
    text.text = word;
    text.weight = drawing::Weight::Bold;
    text.colour = drawing::rgb(0x475569, 30);
    page.shapes.emplace_back(std::move(text));
}

} // namespace

void makePages(Strips strips, const PaperSize& paper, const PageStyle& style,
               const Typefaces& typefaces, Document& document) {
    fitLastPage(strips, paper, style);
    PageMaker{paper, style, document}.add(std::move(strips));
    const std::size_t count = document.pages.size();
    for (std::size_t i = 0; i < count; ++i) {
        addFooter(document.pages[i], i + 1, count, style, typefaces);
        addWatermark(document.pages[i], style.watermark, typefaces);
    }
}

} // namespace palpate::report
