// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/dialog.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::gui {

class PanelScroller;
class SegmentedControl;

/// A dialog of ours: heading, fields below their labels, what is wrong in plain sentences, two
/// buttons. What was typed stays until it is stored or the dialog is given up. Enter accepts,
/// Escape gives up; with something typed and not stored it asks first. On a small screen the fields
/// scroll; a long form has sections to jump to.
class FormDialog : public wxDialog {
protected:
    FormDialog(wxWindow* parent, const wxString& name, const wxString& title,
               const wxString& acceptText, int widthDip);

    /// Stores; a thrown Error is shown below the fields. Problems keep the dialog open, and the
    /// focus goes to the field of the first one.
    [[nodiscard]] virtual std::vector<Message> accept() = 0;
    /// Somebody changed the record meanwhile: their change comes into the fields, and what was
    /// typed stays. Empty: the form can't do that.
    std::function<void()> bringIn;
    /// Somebody discards what was typed; it must not come back.
    std::function<void()> onDiscard;
    /// Where to put right what the sentence says; nullptr: nowhere in particular.
    [[nodiscard]] virtual wxWindow* fieldOf(const Message& problem) const;
    /// Problems whose English sentence begins with the word and a colon are this field's.
    void problemsGoTo(const char* word, wxWindow* field) { answering_.emplace_back(word, field); }

    [[nodiscard]] wxBoxSizer& fields() noexcept { return *fields_; }
    /// The parent of all fields.
    [[nodiscard]] wxPanel& ground() noexcept { return *sheet_; }
    [[nodiscard]] PillButton& acceptButton() noexcept { return *accept_; }
    [[nodiscard]] PillButton& cancelButton() noexcept { return *cancel_; }
    /// A row of equally wide columns to add fields to.
    wxBoxSizer* addRow();
    /// A heading above the rows that follow. With two or more of them a row of ways to them stands
    /// above the fields.
    void addSection(const wxString& name, const wxString& title, const wxString& shortTitle = {});
    wxTextCtrl* addField(wxSizer& row, const wxString& name, const wxString& label, int share = 1,
                         long style = 0, const wxString& hint = {});
    /// Any control below its label.
    void addLabelled(wxSizer& row, const wxString& label, wxWindow* control, int share = 1);
    /// A control as wide as the fields, without a label of its own.
    void addWide(wxWindow* control);
    void showProblems(const wxString& sentences);
    /// Says that what stands in the fields was typed then and never added. Before finish().
    void showTakenUp(const std::string& since);
    /// After all fields were added: sizes the dialog and puts the focus into `first`.
    void finish(wxWindow* first);
    /// The wanted height changed.
    void refit();
    /// The fields show something else now: what stands in them was not typed.
    void takeAsStored() { stored_ = words(); }
    /// What is typed here is lost without harm: Escape need not ask.
    void neverAsk() noexcept { asks_ = false; }
    /// Accepts without closing; true when there was no problem, else it is shown.
    bool attempt();

private:
    struct Section {
        wxWindow* heading;
        wxString title;
        wxWindow* first = nullptr; ///< where the focus goes
    };
    void tryAccept();
    void giveUp();
    static void collect(const wxWindow& window, std::vector<wxString>& words);
    /// Of all fields.
    [[nodiscard]] std::vector<wxString> words() const;
    void addWays();
    void jumpTo(std::size_t section);
    /// Shows which section one is in.
    void showSection(int sheetY);
    /// As high as the fields ask for; on a small screen they scroll.
    void fitHeight();
    /// Scrolls what has the focus into sight.
    void showFocused();

    int width_;
    bool asks_ = true;
    std::vector<std::pair<std::string, wxWindow*>> answering_;
    std::vector<Section> sections_;
    std::vector<wxString> stored_;     ///< the words of the fields as they were filled or stored
    std::vector<wxString> asked_;      ///< those that were asked to be discarded
    wxBoxSizer* column_;               ///< owned by the ground's sizer
    SegmentedControl* ways_ = nullptr; ///< only with sections
    wxPanel* ground_;                  ///< children of this window, as all below
    PanelScroller* scroller_;
    wxPanel* sheet_;
    wxBoxSizer* fields_;
    TextBlock* problems_;
    PillButton* bringIn_;
    PillButton* accept_;
    PillButton* cancel_;
};

} // namespace palpate::gui
