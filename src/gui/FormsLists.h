// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxBoxSizer;

namespace palpate::gui {

class Card;
class PillButton;
class RowList;
class SectionHeading;
class TextBlock;

/// A patient's forms: what is due and why, what was begun, what is filled in, the empty ones by
/// purpose, and files of the clinic's own that can't be used.
class FormsLists : public wxPanel {
public:
    explicit FormsLists(wxWindow* parent);

    enum class Act { Open, HandOver, Print, Save, PutAway };
    /// What is to be done with which line; of an empty form that is printed or saved in which of
    /// `languages`, else "".
    std::function<void(Act, const app::FormLineView&, const std::string& language)> onAct;
    /// In which an empty form can be printed, as codes; one alone: there is nothing to choose.
    std::function<std::vector<std::string>(const app::FormLineView&)> languages;
    std::function<void()> onAdd; ///< a form file of one's own

    void render(const app::PatientForms& forms);
    void focusFirst();

private:
    enum class Kind { Due, Begun, Filled, Empty };
    struct List {
        Kind kind;
        SectionHeading* heading;
        RowList* list;
        std::vector<app::FormLineView> lines;
    };
    void build();
    std::size_t addList(Card& card, const wxString& name, const wxString& title, Kind kind);
    void show(std::size_t list, const std::vector<app::FormLineView>& lines);
    void showEmpty(const app::PatientForms& forms);
    void showRefused(const app::PatientForms& forms);
    void askMenu(std::size_t list, int row, wxPoint at);

    std::vector<List> lists_;
    std::vector<std::size_t> emptyLists_; ///< places in lists_
    Card* dueCard_ = nullptr;             ///< children of this window, as all below
    Card* begunCard_ = nullptr;
    Card* filledCard_ = nullptr;
    Card* emptyCard_ = nullptr;
    TextBlock* nothingFilled_ = nullptr;
    Card* refusedCard_ = nullptr;
    TextBlock* refused_ = nullptr;
    PillButton* add_ = nullptr;
};

} // namespace palpate::gui
