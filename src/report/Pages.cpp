// SPDX-License-Identifier: MIT
#include "report/PageFeet.h"
#include "report/PageFooter.h"
#include "report/Strips.h"

#include <algorithm>
#include <iterator>
#include <span>
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
    PageMaker(const PaperSize& paper, const PageStyle& style, Document& document, PageFeet feet)
        : paper_{paper}, style_{style}, document_{document}, feet_{std::move(feet)} {
        newPage();
    }

    /// How much of the last page is filled.
    [[nodiscard]] double fill() const { return fill_; }

    void make(Strips strips) {
        add(std::move(strips));
        add(feet_.takeWaiting());
        endPage();
        tieNotes();
    }

private:
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
    }

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
    /// Where the text has to end for the foot to hold these lines too.
    [[nodiscard]] double bottomWith(const PageFeet::Numbers& more) const {
        return bottom() - feet_.heightWith(more);
    }
    [[nodiscard]] double bottomWith(const Strip& strip) const {
        return bottomWith(feet_.broughtBy({&strip, 1}));
    }
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
        const auto brought = feet_.broughtBy(std::span{strips}.subspan(first, end - first));
        return y_ + height > bottomWith(brought) && height <= pageRoom();
    }

    void endPage() {
        fill_ = (y_ - style_.marginTop + feet_.heightWith()) / pageRoom();
        Strip foot = feet_.take();
        const double top = bottom() - foot.height;
        Strip whole;
        place(std::move(foot), style_.marginLeft, top, whole);
        whole.noteMarks.clear();
        keep(std::move(whole));
    }

    void newPage() {
        if (!document_.pages.empty()) {
            endPage();
        }
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
            y_ + (isFresh_ ? 0 : strip.before) + strip.height > bottomWith(strip)) {
            putInPieces(std::move(strip));
            return;
        }
        if (!isFresh_ && y_ + strip.before + strip.height > bottomWith(strip)) {
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
            auto ends = endsOfPiece(strip, next, {});
            ends = endsOfPiece(strip, next, broughtBy(strip, next, ends));
            bool isStuck = false;
            for (std::size_t i = 0; i < next.size(); ++i) {
                isStuck =
                    isStuck || (ends[i] == next[i] && next[i] < strip.columns[i].strips.size());
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

    /// How far each column gets on this page, if these lines come to its foot.
    [[nodiscard]] std::vector<std::size_t> endsOfPiece(const Strip& strip,
                                                       const std::vector<std::size_t>& next,
                                                       const PageFeet::Numbers& brought) const {
        std::vector<std::size_t> ends = next;
        for (std::size_t i = 0; i < next.size(); ++i) {
            const Strips& strips = strip.columns[i].strips;
            if (next[i] < strips.size()) {
                ends[i] = fitting(strips, next[i], roomFor(strips[next[i]], brought), isFresh_);
            }
        }
        return ends;
    }

    [[nodiscard]] PageFeet::Numbers broughtBy(const Strip& strip,
                                              const std::vector<std::size_t>& from,
                                              const std::vector<std::size_t>& to) const {
        PageFeet::Numbers brought;
        for (std::size_t i = 0; i < from.size(); ++i) {
            brought.merge(feet_.broughtBy(
                std::span{strip.columns[i].strips}.subspan(from[i], to[i] - from[i])));
        }
        return brought;
    }

    [[nodiscard]] double roomFor(const Strip& first, const PageFeet::Numbers& brought) const {
        return bottomWith(brought) - y_ - (isFresh_ && first.repeat ? first.repeat->height : 0);
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
        y_ += height;
        isFresh_ = false;
        feet_.join(feet_.broughtBy({&whole, 1}), bottom() - y_);
        keep(std::move(whole));
    }

    /// What lies at its place on the page that is being made.
    void keep(Strip whole) {
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
    PageFeet feet_;
    double y_ = 0;
    double fill_ = 0;            ///< of the page that ended last
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
        empty.noteMarks = strip.noteMarks;
        empty.smallPrint = strip.smallPrint;
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

std::vector<SmallPrint> hollow(const std::vector<SmallPrint>& lines) {
    std::vector<SmallPrint> result;
    result.reserve(lines.size());
    for (const SmallPrint& line : lines) {
        result.push_back({line.mark, hollow(line.lines)});
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
void fitLastPage(Strips& strips, const std::vector<SmallPrint>& smallPrint, const PaperSize& paper,
                 const PageStyle& style) {
    constexpr double kFewPages = 4;
    constexpr double kFewLines = 0.25; // of a page
    const double room = paper.height - style.marginTop - style.marginBottom;
    if (heightOf(strips) > kFewPages * room) {
        return;
    }
    const auto tried = [&](double factor) {
        Strips trial = hollow(strips);
        tighten(trial, factor);
        Document pages;
        PageFeet feet{hollow(smallPrint), trial, {}};
        PageMaker maker{paper, style, pages, std::move(feet)};
        maker.make(std::move(trial));
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

} // namespace

void makePages(Strips strips, std::vector<SmallPrint> smallPrint, const PaperSize& paper,
               const PageStyle& style, const Typefaces& typefaces, Document& document) {
    fitLastPage(strips, smallPrint, paper, style);
    PageFeet feet{std::move(smallPrint), strips, {style.muted, 0.2, {}}};
    PageMaker{paper, style, document, std::move(feet)}.make(std::move(strips));
    const std::size_t count = document.pages.size();
    for (std::size_t i = 0; i < count; ++i) {
        addFooter(document.pages[i], i + 1, count, style, typefaces);
        addWatermark(document.pages[i], style.watermark, typefaces);
    }
}

} // namespace palpate::report
