// SPDX-License-Identifier: MIT
#pragma once

#include "app/AuditReport.h"
#include "gui/Bar.h"

#include <functional>
#include <optional>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class LineField;
class PillButton;

/// What narrows and orders the audit trail: whose record, who, what, between which days. The clinic
/// must outlive it.
class AuditFilterBar : public Bar {
public:
    AuditFilterBar(wxWindow* parent, app::Clinic& clinic);

    std::function<void()> onChange; ///< by the user

    [[nodiscard]] const app::AuditWish& wish() const noexcept { return wish_; }

private:
    void wire();
    void change();
    void choosePatient();
    void choosePerson();
    void chooseKind();
    void chooseOrder();
    /// False: what stands there is no day.
    bool readDay(LineField& field, std::optional<Date> app::AuditWish::*day);
    void clear();

    app::Clinic& clinic_;
    app::AuditWish wish_;
    wxString patientName_;
    LineField* patient_; ///< children of this window, as all below
    PillButton* person_;
    PillButton* kind_;
    LineField* from_;
    LineField* to_;
    PillButton* order_;
    PillButton* clear_;
};

} // namespace palpate::gui
