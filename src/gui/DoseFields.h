// SPDX-License-Identifier: MIT
#pragma once

#include "app/TreatmentView.h"
#include "domain/Message.h"
#include "gui/ChipGroup.h"
#include "gui/LeftWords.h"
#include "gui/LineField.h"
#include "gui/TextBlock.h"
#include "gui/TypedText.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

/// Exactly the fields that a technique calls for: numbers with their unit, choices as chips, yes
/// and no as a chip. The usual dose stands grey in the empty field: a proposal, never stored by
/// itself.
class DoseFields : public wxPanel {
public:
    DoseFields(wxWindow* parent, const wxString& name);
    ~DoseFields() override;

    /// Stores what was typed into a field; what it does not understand comes back as a sentence.
    std::function<std::optional<Message>(const TreatmentId&, const LogFieldKey&,
                                         const std::string& typed)>
        onStore;

    /// `words`: where those go that were typed for the treatment shown here before.
    void render(const TreatmentId& treatment, const std::vector<app::DoseEntry>& entries,
                bool readOnly, LeftWords& words);
    void leave(LeftWords& words);
    void flush();
    void forget();

private:
    struct Field;

    void rebuild(const std::vector<app::DoseEntry>& entries);
    void addLine(const std::shared_ptr<Field>& made, wxSizer& line);
    void addChips(const std::shared_ptr<Field>& made, wxSizer& column);
    void store(Field& field, const std::string& typed);
    void say(Field& field, const wxString& sentence);
    void renderField(Field& field, const app::DoseEntry& entry, bool readOnly);

    std::optional<TreatmentId> treatment_;
    std::vector<std::shared_ptr<Field>> fields_; ///< shared with what their controls call
};

} // namespace palpate::gui
