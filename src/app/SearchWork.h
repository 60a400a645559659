// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchPresenter.h"
#include "storage/Reader.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace palpate::app {

struct SearchQuestion {
    SessionFilter filter;
    ResultsAs as = ResultsAs::Sessions;
    storage::HitPage page;
    bool isToCount = true;    ///< how many there are in all, when more lie behind the page
    std::uint64_t number = 0; ///< given when it is asked
};
/// First a page, then, where that was asked, how many there are in all.
struct SearchAnswer {
    std::uint64_t question = 0;
    bool isMore = false; ///< a page behind another
    std::vector<storage::FoundSession> sessions;
    std::vector<storage::FoundPatient> patients;
    bool hasMore = false;
    std::optional<storage::HitCount> count;
    std::optional<std::string> problem;
};

/// Asks a reader on a thread of its own; the last question drops those before it. All calls but the
/// reader's come from one thread.
class SearchWork {
public:
    /// `wake` is called on the thread beside when there are answers.
    SearchWork(std::unique_ptr<storage::Reader> reader, std::function<void()> wake);
    ~SearchWork();
    SearchWork(const SearchWork&) = delete;
    SearchWork& operator=(const SearchWork&) = delete;

    void ask(SearchQuestion question);
    /// Nothing is asked any more.
    void drop();
    [[nodiscard]] std::vector<SearchAnswer> answers();
    [[nodiscard]] bool isOfLast(const SearchAnswer& answer) const noexcept {
        return answer.question == last_;
    }
    /// Returns when nothing is left to do.
    void finish();

private:
    void run();
    void answer(const SearchQuestion& question);
    void put(SearchAnswer answer);
    [[nodiscard]] bool isLast(const SearchQuestion& question);

    std::unique_ptr<storage::Reader> reader_;
    std::function<void()> wake_;
    std::uint64_t last_ = 0; ///< of the asking thread

    std::mutex mutex_;
    std::condition_variable asked_;
    std::condition_variable idle_;
    std::optional<SearchQuestion> waiting_;
    std::vector<SearchAnswer> answers_;
    std::uint64_t wanted_ = 0; ///< the question whose answer is of use
    bool isBusy_ = false;
    bool isOver_ = false;
    std::thread thread_; ///< last: everything above is there when it begins
};

} // namespace palpate::app
