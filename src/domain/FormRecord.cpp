// SPDX-License-Identifier: MIT
#include "domain/FormRecord.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <array>
#include <cmath>
#include <type_traits>

namespace palpate {

namespace {

constexpr std::array kWho{FilledBy::Practitioner, FilledBy::Patient};

constexpr std::size_t kMostItems = 20'000;
constexpr int kDeepest = 60; ///< items and answers within each other
constexpr std::size_t kMostBytes = 4'000'000;

/// Looks at every answer once, and tells of the first thing that can't be stored.
class AnswersCheck {
public:
    [[nodiscard]] std::optional<Message> problemOf(const FormAnswers& answers) {
        look(answers.items, 1);
        return std::move(problem_);
    }

private:
    void fail(Message message) {
        if (!problem_) {
            problem_ = std::move(message);
        }
    }
    void text(const AnsweredItem& item, const std::string& words) {
        bytes_ += words.size();
        if (!isValidUtf8(words)) {
            fail({tr("Question {1}: contains characters that are not valid UTF-8 text; answer it "
                     "again."),
                  {isValidUtf8(item.linkId) ? item.linkId : "?"}});
        }
    }
    void number(const AnsweredItem& item, double value) {
        if (!std::isfinite(value)) {
            fail({tr("Question {1}: the answer is not a number; answer it again."), {item.linkId}});
        }
    }

    void value(const AnsweredItem& item, const AnswerValue& value) {
        std::visit(
            [&](const auto& one) {
                using Value = std::decay_t<decltype(one)>;
                if constexpr (std::is_same_v<Value, double>) {
                    number(item, one);
                } else if constexpr (std::is_same_v<Value, std::string>) {
                    text(item, one);
                } else if constexpr (std::is_same_v<Value, FormUrl> ||
                                     std::is_same_v<Value, FormDateTime> ||
                                     std::is_same_v<Value, FormTime>) {
                    text(item, one.text);
                } else if constexpr (std::is_same_v<Value, Coding>) {
                    text(item, one.system);
                    text(item, one.code);
                    text(item, one.display);
                } else if constexpr (std::is_same_v<Value, Quantity>) {
                    number(item, one.value.value_or(0));
                    text(item, one.unit);
                    text(item, one.system);
                    text(item, one.code);
                } else if constexpr (std::is_same_v<Value, AttachmentAnswer>) {
                    text(item, one.title);
                    text(item, one.mediaType);
                    text(item, one.document);
                }
            },
            value);
    }

    void look(const std::vector<AnsweredItem>& items, int depth) {
        if (!items.empty() && depth > kDeepest) {
            fail({tr("Answers: questions stand more than {1} levels within each other; use a "
                     "simpler form."),
                  {std::to_string(kDeepest)}});
            return;
        }
        for (const auto& item : items) {
            if (problem_) {
                return;
            }
            text(item, item.linkId);
            text(item, item.text);
            if (item.linkId.empty()) {
                fail({tr("Answers: one belongs to no question; begin the form again."), {}});
            }
            for (const auto& answer : item.answers) {
                value(item, answer.value);
                count_ += 1;
                look(answer.items, depth + 2);
            }
            count_ += 1;
            look(item.items, depth + 1);
            if (count_ > kMostItems || bytes_ > kMostBytes) {
                fail({tr("Answers: there are more than can be kept in one form ({1} answers, {2} "
                         "MB of text); shorten them."),
                      {std::to_string(kMostItems), std::to_string(kMostBytes / 1'000'000)}});
            }
        }
    }

    std::optional<Message> problem_;
    std::size_t count_ = 0;
    std::size_t bytes_ = 0;
};

void checkScore(std::vector<Message>& problems, const FormRecord& record) {
    if (!record.measure.empty() && !isKeyText(record.measure)) {
        problems.push_back({tr("Score: \"{1}\" is the key of no outcome measure."),
                            {isValidUtf8(record.measure) ? record.measure : "?"}});
    }
    if (record.score && record.measure.empty()) {
        problems.push_back({tr("Score: it is of no outcome measure."), {}});
    }
    if (record.score && !std::isfinite(*record.score)) {
        problems.push_back({tr("Score: it is not a number."), {}});
    }
}

} // namespace

std::vector<Message> problems(const FormRecord& record) {
    std::vector<Message> out;
    if (trimmed(record.title).empty()) {
        out.push_back({tr("Title: is missing; say what the form is called."), {}});
    }
    checkText(out, tr("Title"), record.title, kLongestFormTitle);
    if (trimmed(record.answers.formUrl).empty()) {
        out.push_back({tr("Form: has no address (url) of its own, so its answers can't be tied to "
                          "it."),
                       {}});
    }
    checkText(out, tr("Address of the form"), record.answers.formUrl, kLongestFormUrl);
    checkText(out, tr("Version of the form"), record.answers.formVersion, kLongestFormVersion);
    if (record.completed && *record.completed < record.begun) {
        out.push_back({tr("Completed: lies before the form was begun; check day and time."), {}});
    }
    checkScore(out, record);
    if (auto problem = AnswersCheck{}.problemOf(record.answers)) {
        out.push_back(std::move(*problem));
    }
    return out;
}

std::string_view name(FilledBy who) noexcept {
    return who == FilledBy::Practitioner ? "practitioner" : "patient";
}

std::optional<FilledBy> parseFilledBy(std::string_view text) noexcept {
    return named(kWho, text);
}

} // namespace palpate
