// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchPresenter.h"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

namespace palpate::gui {

class Card;
class RowList;

/// How to search: examples that can be pressed, and beside them the searches that were saved.
class SearchHelp : public wxPanel {
public:
    explicit SearchHelp(wxWindow* parent);

    std::function<void(const std::string& query)> onExample;
    std::function<void(const std::string& query)> onSaved;
    std::function<void(const std::string& name)> onForget; ///< it is asked for first

    void setExamples(std::vector<app::QueryHelp> examples);
    void setSaved(std::vector<app::SavedSearch> saved);

private:
    void askAbout(int row, wxPoint at);

    std::vector<app::QueryHelp> examples_;
    std::vector<app::SavedSearch> saved_;
    Card* savedCard_; ///< children of this window, as all below
    RowList* savedList_;
    RowList* exampleList_;
};

} // namespace palpate::gui
