// SPDX-License-Identifier: MIT
#include "gui/QueryCompletions.h"

#include "gui/Accessible.h"
#include "gui/Phrases.h"
#include "gui/SearchField.h"

namespace palpate::gui {

namespace {

constexpr int kWidthDip = 460;

} // namespace

QueryCompletions::QueryCompletions(wxWindow* over, const wxString& name, const wxString& label,
                                   SearchField& field)
    : FoundPanel{over, name}, label_{label}, field_{field} {
    list().onPick = [this](std::size_t which) { take(which); };
    setFoot(said("Tab takes the first   ·   Down chooses   ·   Esc hides the list"));
    // Bound behind the field's own, so asked before it.
    field_.field().Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!key(event)) {
            event.Skip();
        }
    });
    field_.field().Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (const wxWindow* const now = wxWindow::FindFocus(); now && now != &field_.field()) {
                fold();
            }
        });
    });
}

wxString QueryCompletions::head() const {
    const long caret = field_.field().GetInsertionPoint();
    return field_.text().Left(static_cast<std::size_t>(std::max(0L, caret)));
}

void QueryCompletions::typed() {
    const wxString before = head();
    if (before.empty() || before.Last() == ' ') {
        fold();
    } else {
        unfold();
    }
}

void QueryCompletions::unfold() {
    found_ = complete ? complete(fromWx(head())) : std::vector<Completion>{};
    std::vector<FoundRow> rows;
    for (const Completion& each : found_) {
        FoundRow row;
        row.title = toWx(each.words);
        row.kind = toWx(each.remark);
        rows.push_back(std::move(row));
    }
    const bool any = !rows.empty();
    list().show(std::move(rows), std::nullopt);
    if (any) {
        showBelow(field_, kWidthDip);
    } else {
        Hide();
    }
    tell();
}

void QueryCompletions::fold() {
    Hide();
    list().show({}, std::nullopt);
    tell();
}

bool QueryCompletions::key(const wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (code == WXK_SPACE && event.GetModifiers() == wxMOD_CONTROL) {
        unfold();
        return true;
    }
    if (event.HasAnyModifiers()) {
        return false;
    }
    if (!isOpen()) {
        if (code == WXK_DOWN && onDown) {
            onDown();
            return true;
        }
        return false;
    }
    switch (code) {
    case WXK_DOWN:
    case WXK_UP:
        list().step(code == WXK_DOWN ? 1 : -1);
        tell();
        return true;
    case WXK_TAB:
        take(list().current().value_or(0));
        return true;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (list().current()) {
            take(*list().current());
            return true;
        }
        fold();
        return false;
    case WXK_ESCAPE:
        fold();
        return true;
    default:
        return false;
    }
}

void QueryCompletions::take(std::size_t which) {
    if (which >= found_.size()) {
        return;
    }
    const wxString taken = toWx(found_[which].text);
    const bool wantsValue = taken.EndsWith(":");
    const wxString behind = field_.text().Mid(head().length());
    const wxString gap = wantsValue || behind.StartsWith(" ") ? "" : " ";
    field_.setText(taken + gap + behind);
    field_.field().SetFocus();
    field_.field().SetInsertionPoint(static_cast<long>(taken.length() + gap.length()));
    if (wantsValue) {
        unfold();
    } else {
        fold();
    }
    if (onTaken) {
        onTaken(field_.text());
    }
}

void QueryCompletions::tell() {
    setAccessible(field_.field(), label_, isOpen() ? spokenOf(list()) : wxString{});
}

} // namespace palpate::gui
