// SPDX-License-Identifier: MIT
#include "storage/UndoRows.h"

#include "storage/StepText.h"

#include <algorithm>

namespace palpate::storage {

namespace {

template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;

constexpr std::string_view kUndo = "undo";
constexpr std::string_view kRedo = "redo";

void push(Engine& engine, std::int64_t sessionNo, std::string_view list, const SessionStep& step) {
    engine
        .use("INSERT INTO undo_step (session_no, list, position, step) VALUES (?1, ?2, "
             "(SELECT coalesce(max(position), 0) + 1 FROM undo_step WHERE session_no = ?1 AND "
             "list = ?2), ?3)")
        .with(sessionNo, list, textOf(step))
        .run();
}

void pop(Engine& engine, std::int64_t sessionNo, std::string_view list) {
    const auto before = engine.connection().changes();
    engine
        .use("DELETE FROM undo_step WHERE session_no = ?1 AND list = ?2 AND position = (SELECT "
             "max(position) FROM undo_step WHERE session_no = ?1 AND list = ?2)")
        .with(sessionNo, list)
        .run();
    if (engine.connection().changes() == before) {
        throw EditRefused{
            {tr("There is nothing left to undo or redo here; open the session again."), {}}};
    }
}

void clear(Engine& engine, std::int64_t sessionNo, std::string_view list) {
    engine.use("DELETE FROM undo_step WHERE session_no = ?1 AND list = ?2")
        .with(sessionNo, list)
        .run();
}

/// Adds the newest steps that follow each other and can be read, newest first.
void collect(Engine& engine, std::int64_t sessionNo, std::string_view list,
             std::vector<SessionStep>& steps) {
    auto rows = engine.use("SELECT position, step FROM undo_step WHERE session_no = ?1 AND "
                           "list = ?2 ORDER BY position DESC");
    rows.with(sessionNo, list);
    for (std::int64_t expected = 0; rows.next(); --expected) {
        const auto position = rows.integer(0);
        expected = steps.empty() ? position : expected;
        auto step = position == expected ? parseStep(rows.text(1)) : std::nullopt;
        if (!step) {
            return;
        }
        steps.push_back(std::move(*step));
    }
}

} // namespace

void turnUndoList(Engine& engine, std::int64_t sessionNo, const Turn& turn) {
    std::visit(Overloaded{
                   [&](const NewStep& t) {
                       clear(engine, sessionNo, kRedo);
                       push(engine, sessionNo, kUndo, t.back);
                   },
                   [&](const SameStep&) { clear(engine, sessionNo, kRedo); },
                   [&](const Undone& t) {
                       pop(engine, sessionNo, kUndo);
                       push(engine, sessionNo, kRedo, t.forward);
                   },
                   [&](const Redone& t) {
                       pop(engine, sessionNo, kRedo);
                       push(engine, sessionNo, kUndo, t.back);
                   },
               },
               turn);
}

UndoList loadUndoList(Engine& engine, const SessionId& session) {
    UndoList list;
    bool hasBegun = false;
    try {
        engine.read("reading the list of undo", [&] {
            std::int64_t no = 0;
            {
                auto row = engine.use("SELECT no FROM session WHERE id = ?1");
                no = row.with(session).next() ? row.integer(0) : 0;
            }
            hasBegun = true;
            collect(engine, no, kUndo, list.undo);
            collect(engine, no, kRedo, list.redo);
        });
    } catch (const StorageError&) {
        // A damaged page ends the list like a damaged step: it must not keep the session closed.
        if (!hasBegun) {
            throw;
        }
    }
    std::ranges::reverse(list.undo);
    std::ranges::reverse(list.redo);
    return list;
}

void removeUndoList(Engine& engine, std::int64_t sessionNo) {
    engine.use("DELETE FROM undo_step WHERE session_no = ?1").with(sessionNo).run();
}

} // namespace palpate::storage
