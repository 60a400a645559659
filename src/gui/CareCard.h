// SPDX-License-Identifier: MIT
#pragma once

#include "app/CarePlans.h"
#include "gui/Card.h"

#include <optional>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class FactTable;
class RowList;
class SectionHeading;
class TextBlock;
class TrendRows;

/// From what the patient told to care at home: contributing factors with how sure it is that they
/// matter, the home care that answers them, what was agreed on, how it is kept, and everyday life
/// over time beside pain. The clinic must outlive it.
class CareCard : public Card {
public:
    CareCard(wxWindow* parent, app::Clinic& clinic);

    /// Of which case; empty: nothing is shown.
    void show(const std::optional<CaseId>& caseId);

private:
    void build();
    void reload();
    void renderItems();
    void renderProposals();
    void renderFactors();
    void renderEveryday();
    void itemMenu(int row, wxPoint at);
    void changeItem(const app::CareLine& line);
    void stopItem(const app::CareLine& line);
    void agreeOn(int row);

    app::Clinic& clinic_;
    std::optional<CaseId> case_;
    app::CarePlanView view_;

    SectionHeading* itemsHeading_ = nullptr; ///< children of this window, as all below
    RowList* items_ = nullptr;
    TextBlock* adherence_ = nullptr;
    SectionHeading* proposalsHeading_ = nullptr;
    RowList* proposals_ = nullptr;
    SectionHeading* factorsHeading_ = nullptr;
    RowList* factors_ = nullptr;
    TextBlock* nothing_ = nullptr;
    SectionHeading* everydayHeading_ = nullptr;
    TrendRows* everyday_ = nullptr;
    FactTable* everydayTable_ = nullptr;
};

} // namespace palpate::gui
