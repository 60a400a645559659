// SPDX-License-Identifier: MIT
#include "app/SearchWork.h"

#include "domain/Error.h"

#include <utility>

namespace palpate::app {

SearchWork::SearchWork(std::unique_ptr<storage::Reader> reader, std::function<void()> wake)
    : reader_{std::move(reader)}, wake_{std::move(wake)}, thread_{[this] { run(); }} {}

SearchWork::~SearchWork() {
    {
        const std::lock_guard lock{mutex_};
        isOver_ = true;
        wanted_ = 0;
        waiting_.reset();
    }
    reader_->interrupt();
    asked_.notify_all();
    thread_.join();
}

void SearchWork::ask(SearchQuestion question) {
    question.number = ++last_;
    {
        const std::lock_guard lock{mutex_};
        wanted_ = question.number;
        waiting_ = std::move(question);
        if (isBusy_) {
            reader_->interrupt();
        }
    }
    asked_.notify_all();
}

void SearchWork::drop() {
    ++last_;
    const std::lock_guard lock{mutex_};
    wanted_ = last_;
    waiting_.reset();
    if (isBusy_) {
        reader_->interrupt();
    }
}

std::vector<SearchAnswer> SearchWork::answers() {
    const std::lock_guard lock{mutex_};
    return std::exchange(answers_, {});
}

void SearchWork::finish() {
    std::unique_lock lock{mutex_};
    idle_.wait(lock, [&] { return !waiting_ && !isBusy_; });
}

void SearchWork::run() {
    std::unique_lock lock{mutex_};
    for (;;) {
        asked_.wait(lock, [&] { return isOver_ || waiting_; });
        if (isOver_) {
            return;
        }
        const auto question = *std::exchange(waiting_, std::nullopt);
        isBusy_ = true;
        reader_->resume(); // under the lock: an interrupt from now on means this question
        lock.unlock();
        answer(question);
        lock.lock();
        isBusy_ = false;
        idle_.notify_all();
    }
}

bool SearchWork::isLast(const SearchQuestion& question) {
    const std::lock_guard lock{mutex_};
    return question.number == wanted_;
}

void SearchWork::put(SearchAnswer answer) {
    {
        const std::lock_guard lock{mutex_};
        if (answer.question != wanted_) {
            return;
        }
        answers_.push_back(std::move(answer));
    }
    if (wake_) {
        wake_();
    }
}

void SearchWork::answer(const SearchQuestion& question) {
    const auto& finder = reader_->finder();
    const bool isSessions = question.as == ResultsAs::Sessions;
    SearchAnswer page{.question = question.number,
                      .isMore = question.page.behind.has_value(),
                      .sessions = {},
                      .patients = {},
                      .count = {},
                      .problem = {}};
    try {
        if (isSessions) {
            auto found = finder.sessions(question.filter, question.page);
            page.sessions = std::move(found.hits);
            page.hasMore = found.hasMore;
        } else {
            auto found = finder.patients(question.filter, question.page);
            page.patients = std::move(found.hits);
            page.hasMore = found.hasMore;
        }
        const bool isToCount = question.isToCount && (page.hasMore || page.isMore);
        put(std::move(page));
        if (isToCount && isLast(question)) {
            put({.question = question.number,
                 .sessions = {},
                 .patients = {},
                 .count = isSessions ? finder.countSessions(question.filter)
                                     : finder.countPatients(question.filter),
                 .problem = {}});
        }
    } catch (const storage::SearchDropped&) {
        // A newer question waits; nobody wants this answer.
    } catch (const std::exception& error) {
        put({.question = question.number,
             .sessions = {},
             .patients = {},
             .count = {},
             .problem = describe(error)});
    }
}

} // namespace palpate::app
