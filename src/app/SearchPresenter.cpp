// SPDX-License-Identifier: MIT
#include "app/SearchPresenter.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/SearchExport.h"
#include "app/SearchHits.h"
#include "app/SearchWork.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <utility>

namespace palpate::app {

namespace {

constexpr int kPage = 50;

} // namespace

struct SearchPresenter::Inside {
    Inside(Clinic& ownClinic, std::function<void()> wake)
        : clinic{ownClinic}, work{clinic.store().reader(), std::move(wake)} {
        readSaved();
    }

    void readSaved() {
        view.saved.clear();
        for (auto& search : clinic.store().savedSearches().list()) {
            view.saved.push_back({std::move(search.name), std::move(search.query)});
        }
    }

    /// What the text asks for, from its first page.
    void search() {
        const auto& parsed = view.parsed;
        if (!parsed.mistakes.empty() || parsed.filter == SessionFilter{}) {
            work.drop();
            view.hits.clear();
            view.count.clear();
            view.hasMore = false;
            view.isSearching = false;
            view.problem.reset();
            return;
        }
        view.isSearching = true;
        isCounted = false;
        work.ask({.filter = parsed.filter, .as = view.as, .page = {.limit = kPage}});
    }

    [[nodiscard]] bool take(SearchAnswer answer) {
        if (!work.isOfLast(answer)) {
            return false;
        }
        if (answer.problem) {
            view.hits.clear();
            view.count.clear();
            view.hasMore = false;
            view.isSearching = false;
            view.problem = std::move(answer.problem);
            return true;
        }
        view.problem.reset();
        if (answer.count) {
            view.count = countText(*answer.count, view.as);
            isCounted = true;
            return true;
        }
        view.isSearching = false;
        if (!answer.isMore) {
            view.hits.clear();
        }
        const auto& filter = view.parsed.filter;
        for (const auto& found : answer.sessions) {
            view.hits.push_back(hitOf(clinic, filter, found));
            last = found.key;
        }
        for (const auto& found : answer.patients) {
            view.hits.push_back(hitOf(clinic, filter, found));
            last = found.newest.key;
        }
        view.hasMore = answer.hasMore;
        if (!answer.isMore) { // until it has been counted
            view.count = countText({static_cast<int>(view.hits.size()), view.hasMore}, view.as);
        }
        return true;
    }

    Clinic& clinic;
    SearchView view;
    std::optional<storage::HitKey> last; ///< of the hits shown
    bool isCounted = false;              ///< all that match, not only those shown
    SearchWork work;                     ///< last: it ends before the rest
};

SearchPresenter::SearchPresenter(Clinic& clinic, std::function<void()> wake)
    : inside_{std::make_unique<Inside>(permitted(clinic, Right::ReadRecords), std::move(wake))} {}

SearchPresenter::~SearchPresenter() = default;

const SearchView& SearchPresenter::view() const noexcept {
    return inside_->view;
}

void SearchPresenter::type(std::string query) {
    auto& view = inside_->view;
    view.parsed = parseQuery(inside_->clinic, query);
    view.query = std::move(query);
    inside_->search();
    if (onChange) {
        onChange();
    }
}

void SearchPresenter::showAs(ResultsAs as) {
    if (std::exchange(inside_->view.as, as) == as) {
        return;
    }
    inside_->search();
    if (onChange) {
        onChange();
    }
}

void SearchPresenter::more() {
    auto& view = inside_->view;
    if (!view.hasMore || view.isSearching) {
        return;
    }
    view.isSearching = true;
    inside_->work.ask({.filter = view.parsed.filter,
                       .as = view.as,
                       .page = {.limit = kPage, .behind = inside_->last},
                       .isToCount = !inside_->isCounted});
    if (onChange) {
        onChange();
    }
}

void SearchPresenter::deliver() {
    bool isChanged = false;
    for (auto& answer : inside_->work.answers()) {
        isChanged = inside_->take(std::move(answer)) || isChanged;
    }
    if (isChanged && onChange) {
        onChange();
    }
}

void SearchPresenter::finish() {
    inside_->work.finish();
    deliver();
}

void SearchPresenter::save(const std::string& name) {
    const auto& query = inside_->view.query;
    if (trimmed(query).empty()) {
        throw EditRefused{{tr("Nothing is searched for yet; type something, then save it."), {}}};
    }
    if (trimmed(name).empty()) {
        throw EditRefused{{tr("A saved search needs a name; type one."), {}}};
    }
    inside_->clinic.store().savedSearches().add({trimmed(name), query});
    inside_->readSaved();
    if (onChange) {
        onChange();
    }
}

void SearchPresenter::forget(const std::string& name) {
    inside_->clinic.store().savedSearches().remove(name);
    inside_->readSaved();
    if (onChange) {
        onChange();
    }
}

bool SearchPresenter::writeCsv(const std::string& file, const std::string& recipient,
                               const std::string& purpose,
                               const std::function<bool(std::size_t sessions)>& goesOn) {
    const auto& view = inside_->view;
    if (!view.parsed.mistakes.empty()) {
        throw EditRefused{view.parsed.mistakes.front().sentence};
    }
    if (view.parsed.filter == SessionFilter{}) {
        throw EditRefused{{tr("Nothing is searched for yet; type something, then export it."), {}}};
    }
    return app::writeCsv(inside_->clinic,
                         {.filter = view.parsed.filter, .as = view.as, .goesOn = goesOn}, file,
                         {.recipient = recipient, .purpose = purpose});
}

} // namespace palpate::app
