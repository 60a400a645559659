// SPDX-License-Identifier: MIT
#pragma once

#include <wx/textctrl.h>

#include <string>

class wxDataViewCtrl;

namespace palpate::gui {

/// Takes the desktop's own frame, focus line and padding off a text field that lies inside a
/// painted one; its ground becomes transparent. Without GTK nothing happens.
void removeFrame(wxTextCtrl& field);

/// The desktop's own frame in another colour and width, where its grey is too faint. Without GTK
/// nothing happens.
void setFrame(wxTextCtrl& field, const wxColour& colour, int pixels);

/// Pixels more between the lines of a field of several lines, for easier reading. Without GTK
/// nothing happens.
void loosenLines(wxTextCtrl& field, int pixels);

/// Pixels between the frame of a field of several lines and its text, which wx gives to fields of
/// one line only. Without GTK nothing happens.
void padLines(wxTextCtrl& field, int across, int down);

/// The colour of all text of a field, present and future, on the field's own background; call it
/// again when that changed.
void setTextColour(wxTextCtrl& field, const wxColour& colour);

/// GTK's own look of a native control: a style sheet that replaces the one given before. Without
/// GTK nothing happens.
void setStyle(wxDataViewCtrl& tree, const std::string& css);
/// The style sheet of our lists and tables in the colours of now.
[[nodiscard]] std::string listLook();
/// The headings of its columns in the colours of now: each is a widget of its own, which the style
/// sheet of the list does not reach. Without GTK nothing happens.
void styleHeadings(wxDataViewCtrl& table);
/// The headings of its columns are read, never pressed: Tab does not stop at them. To be called
/// before a Tab is acted on, since wx makes them buttons again once they show. Without GTK nothing
/// happens.
void quietHeadings(wxDataViewCtrl& table);
/// Letters typed in the tree come to us instead of GTK's search popup. Without GTK nothing happens.
void stopTypeAhead(wxDataViewCtrl& tree);

} // namespace palpate::gui
