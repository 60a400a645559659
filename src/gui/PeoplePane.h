// SPDX-License-Identifier: MIT
#pragma once

#include "app/People.h"

#include <wx/panel.h>

#include <vector>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class PillButton;
class RowList;
class TextBlock;

/// Who signs in at the clinic: role, state, second factor, and what an owner changes of it. Clinic
/// and prompter must outlive it.
class PeoplePane : public wxPanel {
public:
    PeoplePane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    /// Reads the list again.
    void renew();

private:
    void buildWays(wxWindow* card, wxSizer& column);
    void add();
    void edit(const app::PersonLine& line);
    void askMore(int row, wxPoint at);
    void disable(const app::PersonLine& line);
    void enable(const app::PersonLine& line);
    void reset(const app::PersonLine& line);
    void turnOffFactor(const app::PersonLine& line);
    void renewKey();
    /// Says what was done, and shows the list as it is now.
    void done(const wxString& sentence);
    [[nodiscard]] std::vector<std::string> namesOf(const app::PersonLine& line) const;

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    app::People people_;
    std::vector<app::PersonLine> lines_;
    TextBlock* told_ = nullptr; ///< children of this window, as all below
    RowList* list_ = nullptr;
};

} // namespace palpate::gui
