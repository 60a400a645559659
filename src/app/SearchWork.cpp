// SPDX-License-Identifier: MIT
#include "app/SearchWork.h"

#include "domain/Error.h"

#include <utility>

namespace palpate::app {

SearchWork::SearchWork(std::unique_ptr<storage::Reader> reader, std::function<void()> wake)
    : beside_{std::move(reader), std::move(wake),
              [this](storage::Reader& its, const SearchQuestion& question) {
                  answer(its, question);
              }} {}

void SearchWork::answer(storage::Reader& reader, const SearchQuestion& question) {
    const auto& finder = reader.finder();
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
        beside_.put(std::move(page));
        if (isToCount && beside_.isLast(question)) {
            beside_.put({.question = question.number,
                         .sessions = {},
                         .patients = {},
                         .count = isSessions ? finder.countSessions(question.filter)
                                             : finder.countPatients(question.filter),
                         .problem = {}});
        }
    } catch (const storage::SearchDropped&) {
        // A newer question waits; nobody wants this answer.
    } catch (const std::exception& error) {
        beside_.put({.question = question.number,
                     .sessions = {},
                     .patients = {},
                     .count = {},
                     .problem = describe(error)});
    }
}

} // namespace palpate::app
