// SPDX-License-Identifier: MIT
#include "gui/KeptField.h"

#include "gui/Guarded.h"
#include "gui/Words.h"

#include <utility>

namespace palpate::gui {

KeptField::KeptField(app::Clinic& clinic, wxTextCtrl* field, app::UnfinishedPlace place)
    : clinic_{clinic}, place_{place}, field_{field}, typed_{[this](const std::string& words) {
          app::keepUnfinished(clinic_, place_, words);
      }} {
    app::Unfinished before = app::unfinished(clinic_, place_);
    if (!before.text.empty()) {
        field->ChangeValue(toWx(before.text));
        field->SetInsertionPointEnd();
        since_ = std::move(before.since);
    }
    field->Bind(wxEVT_TEXT, &KeptField::onText, this);
    field->Bind(wxEVT_KILL_FOCUS, &KeptField::onLeft, this);
}

KeptField::~KeptField() {
    if (field_) { // it goes after this one, and may lose the focus then
        field_->Unbind(wxEVT_TEXT, &KeptField::onText, this);
        field_->Unbind(wxEVT_KILL_FOCUS, &KeptField::onLeft, this);
    }
}

void KeptField::onText(wxCommandEvent& event) {
    event.Skip();
    typed_.typed(field_->GetValue());
}

void KeptField::onLeft(wxFocusEvent& event) {
    event.Skip();
    guarded([this] { typed_.flush(); });
}

void KeptField::discard() {
    typed_.forget();
    app::keepUnfinished(clinic_, place_, {});
}

} // namespace palpate::gui
