// SPDX-License-Identifier: MIT
#pragma once

#include "gui/RecentClinics.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

class RowList;
class SectionHeading;

/// Without a clinic: the recent ones, another one, a new one, the demonstration.
class StartPage : public wxPanel {
public:
    explicit StartPage(wxWindow* parent);

    std::function<void(const RecentClinics::Entry&)> onRecent;
    std::function<void()> onOpen;
    std::function<void()> onNew;
    std::function<void()> onRestore;
    std::function<void()> onDemonstration;
    std::function<void()> onAbout;

    void render(std::vector<RecentClinics::Entry> recent);

private:
    std::vector<RecentClinics::Entry> recent_;
    SectionHeading* heading_; ///< children of this window
    RowList* list_;
};

/// A column of the given width in the middle of a page: where start and sign-in stand.
[[nodiscard]] wxPanel* centredColumn(wxWindow& page, const wxString& name, int widthDip);

} // namespace palpate::gui
