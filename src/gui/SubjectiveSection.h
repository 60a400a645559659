// SPDX-License-Identifier: MIT
#pragma once

#include "gui/CheckInBlock.h"
#include "gui/ChipGroup.h"
#include "gui/NoteSection.h"
#include "gui/ScoreStrip.h"
#include "gui/SectionHeading.h"
#include "gui/SessionSection.h"

namespace palpate::gui {

/// What the patient says: pain, its course, one line of everyday life that opens, their words.
class SubjectiveSection : public SessionSection {
public:
    explicit SubjectiveSection(wxWindow* parent);

    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;
    void open(app::SessionPresenter* presenter) override;
    void flush() override;
    void focusFirst() override { painNow_->SetFocus(); }
    [[nodiscard]] NoteSection& note() noexcept { return *note_; }

private:
    ScoreStrip* addPain(wxSizer& column, wxWindow* parent, const wxString& name,
                        const wxString& label, PainMoment moment, int border);
    void buildLife(wxSizer& column);
    void renderCourse(const app::SessionView& view, bool readOnly);

    bool lifeOpen_ = false;
    SectionHeading* heading_; ///< children of this window, as all below
    ScoreStrip* painNow_;
    ChipGroup* course_;
    PillButton* life_ = nullptr;
    Card* block_ = nullptr;
    ScoreStrip* painBest_ = nullptr;
    ScoreStrip* painWorst_ = nullptr;
    CheckInBlock* checkIn_ = nullptr;
    NoteSection* note_;
};

} // namespace palpate::gui
