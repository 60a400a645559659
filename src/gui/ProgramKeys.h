// SPDX-License-Identifier: MIT
#pragma once

#include <wx/eventfilter.h>

#include <functional>

class wxKeyEvent;

namespace palpate::gui {

/// Keys that act wherever one is, also in a dialog, whose keys do not reach the main window.
class ProgramKeys : public wxEventFilter {
public:
    /// True: the key was one of them, and goes no further.
    explicit ProgramKeys(std::function<bool(const wxKeyEvent&)> act);
    ~ProgramKeys() override;
    ProgramKeys(const ProgramKeys&) = delete;
    ProgramKeys& operator=(const ProgramKeys&) = delete;

    int FilterEvent(wxEvent& event) override;

private:
    std::function<bool(const wxKeyEvent&)> act_;
};

} // namespace palpate::gui
