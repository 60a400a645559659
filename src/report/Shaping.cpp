// SPDX-License-Identifier: MIT
#include "report/Shaping.h"

#include "report/Bidi.h"
#include "report/Characters.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace palpate::report {
namespace {

using drawing::ReadingDirection;

struct Letter {
    char32_t painted = 0; ///< U+FFFD for one that no face has
    std::size_t from = 0; ///< its bytes in the line's text
    std::size_t to = 0;
    Face face = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    bool isSpace = false;
};

/// Letters of one face, script and direction; spaces stand alone, so that words can be kept.
struct Run {
    std::size_t first = 0;
    std::size_t end = 0;
    BidiLevel level = 0;
};

HanForm hanFormOf(const std::vector<char32_t>& text) {
    HanForm form = HanForm::Simplified;
    for (const char32_t c : text) {
        if ((c >= 0x1100 && c < 0x1200) || (c >= 0xAC00 && c < 0xD7B0)) {
            return HanForm::Korean;
        }
        if (c >= 0x3040 && c < 0x3100) {
            form = HanForm::Japanese;
        } else if (c >= 0x3100 && c < 0x3130 && form == HanForm::Simplified) {
            form = HanForm::Traditional;
        }
    }
    return form;
}

class Line {
public:
    Line(const std::string& text, FaceStyle style, const FaceTable& faces, ShapedWords& words)
        : text_{text}, style_{style}, faces_{faces}, words_{words} {
        for (std::size_t at = 0; at < text.size();) {
            Letter letter;
            letter.from = at;
            letter.painted = nextCharacter(text, at);
            letter.to = at;
            characters_.push_back(letter.painted);
            letters_.push_back(letter);
        }
        chooseFaces();
    }

    void shape(ReadingDirection direction, ShapedText& into) {
        const BidiLevels bidi = bidiLevels(characters_, direction);
        into.hasRightToLeft = bidi.hasRightToLeft;
        std::vector<Run> runs = runsOf(bidi);
        if (bidi.hasRightToLeft) {
            orderByLevel(runs, [](const Run& run) { return run.level; });
        }
        into.glyphs.reserve(letters_.size());
        for (const Run& run : runs) {
            append(run, into);
        }
    }

private:
    void chooseFaces() {
        const HanForm han = hanFormOf(characters_);
        const Letter* before = nullptr;
        hb_script_t beside = firstScript();
        for (Letter& letter : letters_) {
            const char32_t c = letter.painted;
            letter.isSpace = c == U' ';
            letter.script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
            const bool isInherited = letter.script == HB_SCRIPT_INHERITED;
            const bool isShared = isInherited || letter.script == HB_SCRIPT_COMMON;
            beside = isShared ? beside : letter.script;
            if (isShared && before != nullptr && !before->isSpace) {
                letter.script = before->script; // a mark or sign goes with its word
            }
            // A mark must be in the face of its letter, or it does not find its place.
            const bool staysWithLetter =
                before != nullptr && !before->isSpace &&
                (isJoiner(c) ||
                 ((isInherited || isCombining(c)) && faces_.font(before->face)->glyphOf(c) != 0));
            if (staysWithLetter) {
                letter.face = before->face;
            } else {
                const FaceTable::Choice choice = faces_.choose(c, style_, han, beside);
                letter.face = choice.face;
                if (choice.isMissing) {
                    letter.painted = kReplacement;
                }
            }
            before = &letter;
        }
        // A sign before the first letter of its word goes with that.
        for (std::size_t i = letters_.size(); i-- > 1;) {
            Letter& letter = letters_[i - 1];
            if (letter.script == HB_SCRIPT_COMMON && !letter.isSpace && !letters_[i].isSpace) {
                letter.script = letters_[i].script;
            }
        }
    }

    [[nodiscard]] hb_script_t firstScript() const {
        for (const char32_t c : characters_) {
            const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
            if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED) {
                return script;
            }
        }
        return HB_SCRIPT_COMMON;
    }

    [[nodiscard]] std::vector<Run> runsOf(const BidiLevels& bidi) const {
        std::vector<Run> runs;
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            const BidiLevel level = bidi.levels.empty() ? BidiLevel{0} : bidi.levels[i];
            const bool continues = !runs.empty() && runs.back().level == level &&
                                   letters_[i].face == letters_[i - 1].face &&
                                   letters_[i].script == letters_[i - 1].script &&
                                   !letters_[i].isSpace && !letters_[i - 1].isSpace;
            if (continues) {
                runs.back().end = i + 1;
            } else {
                runs.push_back({i, i + 1, level});
            }
        }
        return runs;
    }

    void append(const Run& run, ShapedText& into) {
        const std::size_t start = letters_[run.first].from;
        const std::size_t length = letters_[run.end - 1].to - start;
        constexpr std::size_t kLongestKept = 48;
        std::shared_ptr<const ShapedWords::Glyphs> glyphs;
        if (length <= kLongestKept) {
            const Letter& first = letters_[run.first];
            std::string key = text_.substr(start, length);
            key += static_cast<char>(first.face & 0xFFU);
            key += static_cast<char>(run.level % 2);
            key += std::to_string(static_cast<unsigned>(first.script));
            glyphs = words_.find(key);
            if (!glyphs) {
                glyphs = std::make_shared<const ShapedWords::Glyphs>(shaped(run));
                words_.keep(std::move(key), glyphs);
            }
        } else {
            glyphs = std::make_shared<const ShapedWords::Glyphs>(shaped(run));
        }
        for (ShapedGlyph glyph : *glyphs) {
            glyph.x += into.width;
            glyph.from += start;
            glyph.to += start;
            into.glyphs.push_back(glyph);
        }
        for (const ShapedGlyph& glyph : *glyphs) {
            into.width += glyph.advance;
        }
    }

    [[nodiscard]] ShapedWords::Glyphs shaped(const Run& run) const {
        struct Destroy {
            void operator()(hb_buffer_t* buffer) const noexcept { hb_buffer_destroy(buffer); }
        };
        const std::unique_ptr<hb_buffer_t, Destroy> buffer{hb_buffer_create()};
        const Letter& first = letters_[run.first];
        const std::size_t start = first.from;
        const bool isRightToLeft = run.level % 2 != 0;
        for (std::size_t i = run.first; i < run.end; ++i) {
            hb_buffer_add(buffer.get(), letters_[i].painted,
                          static_cast<unsigned>(letters_[i].from - start));
        }
        hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_set_direction(buffer.get(), isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
        hb_buffer_set_script(buffer.get(), first.script);
        // Never the computer's own language: the same text gives the same page everywhere.
        hb_buffer_set_language(buffer.get(), hb_language_from_string("und", -1));
        // From right to left each mark keeps its own bytes: readers turn such text letter by
        // letter.
        hb_buffer_set_cluster_level(buffer.get(), isRightToLeft
                                                      ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS
                                                      : HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
        const FontFile& font = *faces_.font(first.face);
        hb_shape(font.font(), buffer.get(), nullptr, 0);

        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
        const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
        const std::size_t length = letters_[run.end - 1].to - start;
        // The bytes of a cluster end where the next one in the text begins.
        std::set<std::size_t> starts{length};
        for (unsigned i = 0; i < count; ++i) {
            starts.insert(infos[i].cluster);
        }
        ShapedWords::Glyphs glyphs;
        glyphs.reserve(count);
        double pen = 0;
        std::size_t last = length + 1;
        for (unsigned i = 0; i < count; ++i) {
            const std::size_t cluster = infos[i].cluster;
            ShapedGlyph glyph;
            glyph.face = first.face;
            glyph.glyph = infos[i].codepoint;
            glyph.advance = places[i].x_advance / font.unitsPerEm();
            glyph.x = pen + places[i].x_offset / font.unitsPerEm();
            glyph.y = places[i].y_offset / font.unitsPerEm();
            glyph.from = cluster;
            glyph.to = cluster == last ? cluster : *starts.upper_bound(cluster);
            last = cluster;
            pen += glyph.advance;
            glyphs.push_back(glyph);
        }
        if (!isRightToLeft) {
            shareLetters(glyphs, start);
        }
        return glyphs;
    }

    /// Letters that take several glyphs: each of these gets some of them, in the order of reading,
    /// whatever it shows. If one stood for all, reading programs would see gaps beside it and read
    /// a space there.
    void shareLetters(ShapedWords::Glyphs& glyphs, std::size_t start) const {
        for (std::size_t first = 0; first < glyphs.size();) {
            std::size_t end = first + 1;
            while (end < glyphs.size() && glyphs[end].from == glyphs[end].to) {
                ++end;
            }
            if (end - first > 1) {
                share(glyphs, first, end, start);
            }
            first = end;
        }
    }

    void share(ShapedWords::Glyphs& glyphs, std::size_t first, std::size_t end,
               std::size_t start) const {
        std::vector<std::size_t> wide;
        for (std::size_t i = first; i < end; ++i) {
            if (glyphs[i].advance > 0) {
                wide.push_back(i);
            }
        }
        std::vector<std::size_t> bounds; // of the letters, with the end of the last
        const auto letter =
            std::lower_bound(letters_.begin(), letters_.end(), start + glyphs[first].from,
                             [](const Letter& one, std::size_t from) { return one.from < from; });
        for (auto it = letter; it != letters_.end() && it->from < start + glyphs[first].to; ++it) {
            bounds.push_back(it->from - start);
        }
        bounds.push_back(glyphs[first].to);
        const std::size_t letters = bounds.size() - 1;
        const std::size_t shares = std::min(wide.size(), letters);
        if (shares < 2) {
            return;
        }
        for (std::size_t i = first; i < end; ++i) {
            glyphs[i].from = glyphs[i].to = bounds.front();
        }
        for (std::size_t i = 0; i < shares; ++i) {
            glyphs[wide[i]].from = bounds[letters * i / shares];
            glyphs[wide[i]].to = bounds[letters * (i + 1) / shares];
        }
    }

    const std::string& text_;
    FaceStyle style_;
    const FaceTable& faces_;
    ShapedWords& words_;
    std::vector<char32_t> characters_;
    std::vector<Letter> letters_;
};

} // namespace

std::shared_ptr<const ShapedWords::Glyphs> ShapedWords::find(const std::string& key) const {
    const std::shared_lock lock{mutex_};
    const auto found = words_.find(key);
    return found == words_.end() ? nullptr : found->second;
}

void ShapedWords::keep(std::string key, std::shared_ptr<const Glyphs> glyphs) {
    constexpr std::size_t kMost = 20'000; // some megabytes; a whole record has fewer
    const std::unique_lock lock{mutex_};
    if (words_.size() >= kMost) {
        words_.clear();
    }
    words_.emplace(std::move(key), std::move(glyphs));
}

std::vector<TextCluster> clustersOf(const ShapedText& text) {
    std::vector<TextCluster> clusters;
    for (const ShapedGlyph& glyph : text.glyphs) {
        if (glyph.to > glyph.from) {
            clusters.push_back({glyph.from, glyph.to, glyph.advance});
        } else if (!clusters.empty()) {
            clusters.back().width += glyph.advance;
        }
    }
    std::sort(clusters.begin(), clusters.end(),
              [](const TextCluster& a, const TextCluster& b) { return a.from < b.from; });
    return clusters;
}

ShapedText shapedLine(std::string text, FaceStyle style, ReadingDirection direction,
                      const FaceTable& faces, ShapedWords& words) {
    ShapedText shaped;
    shaped.text = std::move(text);
    Line{shaped.text, style, faces, words}.shape(direction, shaped);
    return shaped;
}

} // namespace palpate::report
