// SPDX-License-Identifier: MIT
#include "app/HistoryPresenter.h"

#include "app/HistoryInside.h"
#include "app/MapFigures.h"
#include "app/Rights.h"
#include "app/TimeText.h"

#include <algorithm>

namespace palpate::app {

HistoryPresenter::HistoryPresenter(Clinic& clinic) : inside_{std::make_unique<Inside>(clinic)} {}
HistoryPresenter::~HistoryPresenter() = default;

void HistoryPresenter::open(const PatientId& patient, const std::optional<CaseId>& chosenCase,
                            const std::optional<SessionId>& atFirst) {
    requireRecord(inside_->clinic, Right::ReadRecords, patient);
    Inside next{inside_->clinic};
    next.remembered = inside_->remembered;
    next.open(patient, chosenCase, atFirst);
    static_cast<HistoryState&>(*inside_) = std::move(next);
}

const HistoryView& HistoryPresenter::view() const noexcept {
    return inside_->view;
}

void HistoryPresenter::setFilter(HistoryFilter filter) {
    inside_->change([&] {
        inside_->now().filter = std::move(filter);
        inside_->list();
    });
}

void HistoryPresenter::setLastDays(std::optional<int> days) {
    auto filter = inside_->now().filter;
    filter.days = {};
    if (days) {
        filter.days.least =
            Date{std::chrono::sys_days{inside_->clinic.today()} - std::chrono::days{*days}};
    }
    setFilter(std::move(filter));
}

TypedDays HistoryPresenter::typedDays() const {
    const auto& days = inside_->view.filter.days;
    return {days.least ? dayText(*days.least) : std::string{},
            days.most ? dayText(*days.most) : std::string{}};
}

std::vector<Message> HistoryPresenter::setTypedDays(const TypedDays& typed) {
    auto read = readDays(typed);
    if (read.problems.empty()) {
        auto filter = inside_->now().filter;
        filter.days = read.days;
        setFilter(std::move(filter));
    }
    return std::move(read.problems);
}

void HistoryPresenter::look(const SessionId& session) {
    const auto row = inside_->rowNumber(session);
    if (!row) {
        return;
    }
    const auto* before = inside_->current();
    const bool sameCase = before != nullptr && before->caseId == inside_->find(session)->caseId;
    inside_->change([&] {
        inside_->now().current = session;
        inside_->view.current = row;
        if (!sameCase) {
            inside_->lives.reset();
        }
        inside_->renderPane();
    });
}

void HistoryPresenter::step(int newer) {
    auto& view = inside_->view;
    if (view.rows.empty()) {
        return;
    }
    const auto last = static_cast<int>(view.rows.size()) - 1;
    const auto at = view.current ? static_cast<int>(*view.current) : 0;
    const auto row = static_cast<std::size_t>(std::clamp(at - newer, 0, last));
    inside_->change([&] {
        if (compares(view.pane) && inside_->now().ticked.size() == kMostTicked) {
            inside_->now().pane = HistoryPane::Session;
        }
        look(SessionId{view.rows[row].line.id});
    });
}

void HistoryPresenter::tick(const SessionId& session) {
    inside_->change([&] {
        auto& kept = inside_->now();
        if (std::erase(kept.ticked, session) == 0 && inside_->find(session) != nullptr) {
            if (kept.ticked.size() == kMostTicked) {
                kept.ticked.erase(kept.ticked.begin());
            }
            kept.ticked.push_back(session);
            if (kept.ticked.size() == kMostTicked && !compares(kept.pane)) {
                kept.pane = HistoryPane::Difference;
            }
        }
        for (auto& row : inside_->view.rows) {
            row.isTicked = std::ranges::count(kept.ticked, row.line.id) > 0;
        }
        inside_->renderPane();
    });
}

void HistoryPresenter::setPane(HistoryPane pane) {
    inside_->change([&] {
        inside_->now().pane = pane;
        inside_->renderPane();
    });
}

void HistoryPresenter::setView(View view) {
    inside_->now().view = view;
    inside_->view.view = view;
}

const Session* HistoryPresenter::current() const noexcept {
    return inside_->current();
}

const Session* HistoryPresenter::find(const SessionId& session) const noexcept {
    return inside_->find(session);
}

std::string HistoryPresenter::titleOf(const SessionId& session) const {
    const auto& lines = inside_->lines;
    const auto found = std::ranges::find(lines, session, &HistoryLine::id);
    return found == lines.end() ? std::string{} : found->title;
}

DifferenceMap HistoryPresenter::mapOf(const SessionId& session, View view) const {
    const auto* found = inside_->find(session);
    return found != nullptr
               ? DifferenceMap{marksIn(*found, inside_->clinic.map(), view), areasIn(*found, view)}
               : DifferenceMap{};
}

DifferenceMap HistoryPresenter::differenceMap() const {
    return inside_->difference ? app::differenceMap(inside_->clinic, inside_->sessions,
                                                    *inside_->difference, inside_->view.view)
                               : DifferenceMap{};
}

std::vector<FilmFrameView> HistoryPresenter::strip() const {
    std::vector<FilmFrameView> frames;
    const auto* at = inside_->current();
    const auto& rows = inside_->view.rows;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (const auto* session = inside_->find(row->line.id)) {
            frames.push_back(filmFrame(*session, inside_->clinic.map(), inside_->view.view,
                                       session == at, inside_->clinic.today()));
        }
    }
    return frames;
}

const std::vector<PointLife>& HistoryPresenter::lives() const {
    if (!inside_->lives) {
        const auto* at = inside_->current();
        inside_->lives = at != nullptr ? livesOf(inside_->clinic, inside_->caseOf(*at))
                                       : std::vector<PointLife>{};
    }
    return *inside_->lives;
}

WhatHelps HistoryPresenter::helps(HelpsIn where) const {
    const auto* at = inside_->current();
    return where == HelpsIn::Patient || at == nullptr
               ? whatHelps(inside_->clinic, inside_->sessions)
               : whatHelps(inside_->clinic, inside_->caseOf(*at));
}

} // namespace palpate::app
