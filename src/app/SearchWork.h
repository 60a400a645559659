// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchPresenter.h"
#include "app/SearchWorkBeside.h"
#include "storage/Reader.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
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

/// A search of sessions or patients, beside the window.
class SearchWork {
public:
    /// `wake` is called on the thread beside when there are answers.
    SearchWork(std::unique_ptr<storage::Reader> reader, std::function<void()> wake);

    void ask(SearchQuestion question) { beside_.ask(std::move(question)); }
    void drop() { beside_.drop(); }
    [[nodiscard]] std::vector<SearchAnswer> answers() { return beside_.answers(); }
    [[nodiscard]] bool isOfLast(const SearchAnswer& answer) const noexcept {
        return beside_.isOfLast(answer);
    }
    void finish() { beside_.finish(); }

private:
    void answer(storage::Reader& reader, const SearchQuestion& question);

    SearchWorkBeside<SearchQuestion, SearchAnswer> beside_;
};

} // namespace palpate::app
