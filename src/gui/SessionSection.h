// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

/// One part of the session beside the map: it shows its part of the view and turns what is pressed
/// and typed into calls of the presenter.
class SessionSection : public wxPanel {
public:
    /// nullptr: it does nothing. What was not stored for the former presenter is forgotten: flush
    /// before.
    virtual void open(app::SessionPresenter* presenter) { presenter_ = presenter; }
    /// True when it may need more or less room than before. Read only: nothing can be changed here.
    [[nodiscard]] virtual bool render(const app::SessionView& view, bool readOnly) = 0;
    /// Stores what is typed and not yet stored.
    virtual void flush() {}
    /// Where the keyboard begins in it: the first control that takes the focus.
    virtual void focusFirst();

    /// An edit was not taken: every control is to show the record again.
    std::function<void()> onRefused;
    /// Something of its own opened or closed.
    std::function<void()> onResized;

protected:
    SessionSection(wxWindow* parent, const wxString& name);

    /// An edit by the user; when it fails the controls show the record again. Nothing without a
    /// presenter.
    void edit(const std::function<void(app::SessionPresenter&)>& act);
    void resized() const;

    app::SessionPresenter* presenter_ = nullptr;
};

/// Enables or disables a control whose state differs.
void enable(wxWindow& window, bool enabled);

} // namespace palpate::gui
