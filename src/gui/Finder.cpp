// SPDX-License-Identifier: MIT
#include "gui/Finder.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "gui/Guarded.h"
#include "gui/Phrases.h"
#include "gui/SearchField.h"

namespace palpate::gui {

namespace {

constexpr int kWidthDip = 720;

} // namespace

Finder::Finder(wxWindow* over, const wxString& name, SearchField& field, app::Clinic& clinic)
    : FoundPanel{over, name}, clinic_{clinic}, field_{field} {
    list().onPick = [this](std::size_t row) {
        if (isCurrent()) { // else the rows move on: another one may have been aimed at
            choose(row);
        }
    };
    bindField();
}

Finder::~Finder() {
    beside_.reset(); // its thread calls this one
}

void Finder::look(const wxString& text, const std::vector<app::FinderSetting>& settings,
                  const std::optional<PatientId>& patient, int limit) {
    if (!beside_) {
        beside_ = std::make_unique<app::AnythingFinder>(clinic_, [this] {
            // From any thread: the event is kept until this one has time for it.
            CallAfter([this] { guarded([this] { deliver(); }); });
        });
    }
    lookedFor_ = text;
    beside_->ask(fromWx(text), settings, patient, limit);
}

void Finder::deliver() {
    if (beside_->deliver() && onFound) {
        onFound(lookedFor_);
    }
}

void Finder::finishLooking() {
    if (beside_ && beside_->finish() && onFound) {
        onFound(lookedFor_);
    }
}

void Finder::stopLooking() {
    if (beside_) {
        beside_->drop();
    }
}

void Finder::bindField() {
    field_.onText = [this](const wxString&) {
        if (!open_) {
            open_ = true;
            before_ = nullptr; // one is in the field, and stays there
        }
        ask();
    };
    field_.onStep = [this](int by) { step(by); };
    field_.onEnter = [this] { enter(); };
    field_.onEscape = [this] { giveUp(); };
    field_.field().Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        if (!open_) {
            open_ = true;
            ask();
        }
    });
    field_.field().Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        // Another program that comes up takes the focus only for now.
        CallAfter([this] {
            if (const wxWindow* const now = wxWindow::FindFocus(); now && now != &field_.field()) {
                close();
            }
        });
    });
}

void Finder::open() {
    wxWindow* const now = wxWindow::FindFocus();
    if (now != &field_.field()) {
        before_ = now;
    }
    open_ = true;
    field_.focusAndSelect();
    ask();
}

void Finder::close() {
    open_ = false;
    Hide();
    tell();
}

void Finder::ask() {
    if (onAsk) {
        onAsk(field_.text());
    }
}

bool Finder::isCurrent() const {
    return shownFor_ == field_.text();
}

void Finder::show(std::vector<FoundRow> rows, const wxString& text) {
    if (!open_) {
        return;
    }
    shownFor_ = text;
    const bool chosen = !rows.empty() && !text.empty();
    list().show(std::move(rows), chosen ? std::optional<std::size_t>{0} : std::nullopt);
    setFoot(
        text.empty()
            ? (app::may(clinic_, app::Right::ReadRecords)
                   ? said("Type any part of a name, a birth date, a phone, a muscle, a word of a "
                          "note")
                   : said("Type any part of a name, a birth date, a phone"))
            : said("Up and Down choose   ·   Enter opens   ·   Esc goes back"));
    showBelow(field_, kWidthDip);
    tell();
}

void Finder::step(int by) {
    if (!open_) {
        open_ = true;
        ask();
        return;
    }
    list().step(by);
    tell();
}

void Finder::enter() {
    if (!open_) {
        return;
    }
    if (!isCurrent() && onHurry) {
        onHurry();
    }
    if (isCurrent() && list().current()) {
        choose(*list().current());
    }
}

void Finder::giveUp() {
    close();
    if (before_ && before_->IsShownOnScreen()) {
        before_->SetFocus();
    }
    before_ = nullptr;
}

void Finder::choose(std::size_t row) {
    close();
    before_ = nullptr;
    if (onChoose) {
        onChoose(row);
    }
}

void Finder::tell() {
    const wxString here = open_ ? spokenOf(list()) : wxString{};
    setAccessible(field_.field(), said("Find anything"), here.empty() ? wxString{"Ctrl K"} : here);
}

} // namespace palpate::gui
