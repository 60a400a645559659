// SPDX-License-Identifier: MIT
// The lines of a form as blocks of a page: headings, tables of yes and no, questions with room.
#include "app/FormBodyMap.h"
#include "app/ReportFormFigures.h"
#include "app/Words.h"

#include <algorithm>

namespace palpate::app {

namespace {

using report::Fields;

class Blocks {
public:
    Blocks(const std::vector<AskedLine>& lines, bool isBlank) : lines_{lines}, isBlank_{isBlank} {}

    [[nodiscard]] std::vector<Fields> all() {
        for (at_ = 0; at_ < lines_.size(); ++at_) {
            const auto& line = lines_[at_];
            if (line.heading) {
                addHeading(line);
            } else if (line.note) {
                block("isNote").set("note", line.question);
            } else if (line.isBodyMap) {
                addMap(line);
            } else if (!isBlank_) {
                addAnswers();
            } else if (line.kind == FieldKind::YesNo) {
                addTable();
            } else {
                addQuestion(line);
            }
        }
        return std::move(blocks_);
    }
    [[nodiscard]] bool hasMap() const noexcept { return hasMap_; }

private:
    Fields& block(const char* kind) { return blocks_.emplace_back().setFlag(kind, true); }

    Fields& words(Fields& fields, const AskedLine& line) const {
        return fields.set("question", line.question)
            .set("help", line.help)
            .set("condition", line.condition)
            .set("line", std::to_string(at_ + 1));
    }

    void addHeading(const AskedLine& line) {
        words(block(line.depth == 0 ? "isHeading" : "isSubheading"), line);
    }

    void addQuestion(const AskedLine& line) {
        words(block("isQuestion"), line).setFlag("hasRoom", hasRoom(line));
    }
    [[nodiscard]] static bool hasRoom(const AskedLine& line) {
        return !line.options.empty() || line.writingLines > 0;
    }

    /// Questions of yes or no that follow each other; those with a word to add apart, which need
    /// another width.
    void addTable() {
        std::vector<Fields> rows;
        bool hasDetails = false;
        std::size_t end = at_;
        while (end < lines_.size() && lines_[end].kind == FieldKind::YesNo &&
               !lines_[end].heading) {
            auto& row = rows.emplace_back();
            row.set("question", lines_[end].question)
                .set("help", lines_[end].help)
                .set("condition", lines_[end].condition);
            ++end;
            if (end < lines_.size() && lines_[end].isDetail) {
                hasDetails = true;
                row.set("detail", lines_[end].question).set("line", std::to_string(end + 1));
                ++end;
            }
        }
        at_ = end - 1;
        block(hasDetails ? "isDetailTable" : "isTable").setList("rows", std::move(rows));
    }

    void addAnswers() {
        std::vector<Fields> rows;
        std::size_t end = at_;
        for (; end < lines_.size(); ++end) {
            const auto& line = lines_[end];
            if (line.heading || line.note || line.isBodyMap) {
                break;
            }
            rows.emplace_back()
                .set("question", line.question)
                .set("answer", line.answer)
                .setFlag("isAsked", line.answer != tr("not asked"));
        }
        at_ = end - 1;
        block("isAnswers").setList("rows", std::move(rows));
    }

    void addMap(const AskedLine& line) {
        const auto painted = parseBodyMapText(line.outlines).value_or(std::vector<PaintedPart>{});
        std::vector<Fields> views;
        for (const auto view : kViews) {
            const bool isPainted = std::ranges::any_of(
                painted, [&](const PaintedPart& part) { return part.view == view; });
            const bool isUsual = view == View::Anterior || view == View::Posterior;
            if (isBlank_ ? isUsual : isPainted) {
                views.emplace_back()
                    .set("view", std::string{name(view)})
                    .set("viewTitle", viewWord(view));
            }
        }
        auto& fields = words(block("isMap"), line);
        fields.set("answer", line.answer).setFlag("hasViews", !views.empty());
        hasMap_ = hasMap_ || !views.empty();
        fields.setList("views", std::move(views));
    }

    const std::vector<AskedLine>& lines_;
    bool isBlank_;
    std::size_t at_ = 0;
    std::vector<Fields> blocks_;
    bool hasMap_ = false;
};

} // namespace

void setFormLines(Fields& fields, const forms::Questionnaire* form,
                  const std::vector<AskedLine>& lines, bool isBlank) {
    Blocks blocks{lines, isBlank};
    fields.setList("form.blocks", blocks.all())
        .setFlag("form.hasMap", blocks.hasMap())
        .set("form.about", form != nullptr ? form->description : std::string{})
        .set("form.version", form != nullptr ? form->version : std::string{});
}

} // namespace palpate::app
