// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Reader.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace palpate::app {

/// Asks a reader on a thread of its own; the last question drops those before it. A Question has a
/// `number`, an Answer the number of its `question`. All calls but those of the work come from one
/// thread.
template <class Question, class Answer> class SearchWorkBeside {
public:
    /// Done on the thread beside: answers a question with `put`, as often as it has something.
    using Work = std::function<void(storage::Reader& reader, const Question& question)>;

    /// `wake` is called on the thread beside when there are answers.
    SearchWorkBeside(std::unique_ptr<storage::Reader> reader, std::function<void()> wake, Work work)
        : reader_{std::move(reader)}, wake_{std::move(wake)}, work_{std::move(work)}, thread_{
                                                                                          [this] {
                                                                                              run();
                                                                                          }} {}
    ~SearchWorkBeside() {
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
    SearchWorkBeside(const SearchWorkBeside&) = delete;
    SearchWorkBeside& operator=(const SearchWorkBeside&) = delete;

    void ask(Question question) {
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
    /// Nothing is asked any more.
    void drop() {
        ++last_;
        const std::lock_guard lock{mutex_};
        wanted_ = last_;
        waiting_.reset();
        if (isBusy_) {
            reader_->interrupt();
        }
    }
    [[nodiscard]] std::vector<Answer> answers() {
        const std::lock_guard lock{mutex_};
        return std::exchange(answers_, {});
    }
    [[nodiscard]] bool isOfLast(const Answer& answer) const noexcept {
        return answer.question == last_;
    }
    /// Returns when nothing is left to do.
    void finish() {
        std::unique_lock lock{mutex_};
        idle_.wait(lock, [&] { return !waiting_ && !isBusy_; });
    }

    // By the work alone.

    [[nodiscard]] bool isLast(const Question& question) {
        const std::lock_guard lock{mutex_};
        return question.number == wanted_;
    }
    void put(Answer answer) {
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

private:
    void run() {
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
            work_(*reader_, question);
            lock.lock();
            isBusy_ = false;
            idle_.notify_all();
        }
    }

    std::unique_ptr<storage::Reader> reader_;
    std::function<void()> wake_;
    Work work_;
    std::uint64_t last_ = 0; ///< of the asking thread

    std::mutex mutex_;
    std::condition_variable asked_;
    std::condition_variable idle_;
    std::optional<Question> waiting_;
    std::vector<Answer> answers_;
    std::uint64_t wanted_ = 0; ///< the question whose answer is of use
    bool isBusy_ = false;
    bool isOver_ = false;
    std::thread thread_; ///< last: everything above is there when it begins
};

} // namespace palpate::app
