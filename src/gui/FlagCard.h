// SPDX-License-Identifier: MIT
#pragma once

#include "app/Screenings.h"
#include "gui/Card.h"

#include <functional>
#include <string>

class wxTextCtrl;

namespace palpate::gui {

class FlagTitle;
class PillButton;
class TextBlock;

/// One raised flag, with what can be done about it. What is typed stays until it is recorded.
class FlagCard : public Card {
public:
    FlagCard(wxWindow* parent, const wxString& name, const app::FlagView& flag);

    std::function<void(const std::string& whom, const std::string& when, const std::string& remark)>
        onTold;
    std::function<void(const std::string& reason)> onGoOn;
    std::function<void()> onLetter;
    std::function<void()> onResized;

    [[nodiscard]] const app::FlagView& flag() const noexcept { return flag_; }
    /// What stands in its fields and is not recorded.
    struct Typed {
        wxString whom;
        wxString when;
        wxString remark;
        wxString reason;
        [[nodiscard]] bool isEmpty() const;
        friend bool operator==(const Typed&, const Typed&) = default;
    };
    [[nodiscard]] Typed typed() const;
    /// Takes over what was typed on the card before it; the part it belongs to opens.
    void carry(const Typed& typed);
    /// To the first field in which something stands.
    void focusTyped();

private:
    enum class Way { None, Told, GoOn };
    void buildWords();
    void buildWays();
    void buildTold();
    void buildGoOn();
    void show(Way way);
    void open(Way way);
    /// Does it, and shows beside the fields why it was refused.
    void record(const std::function<void()>& act);

    app::FlagView flag_;
    PillButton* told_ = nullptr; ///< children of this window, as all below
    PillButton* goOn_ = nullptr;
    wxPanel* toldPart_ = nullptr;
    wxTextCtrl* whom_ = nullptr;
    wxTextCtrl* when_ = nullptr;
    wxTextCtrl* remark_ = nullptr;
    wxPanel* goOnPart_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    TextBlock* problem_ = nullptr;
};

} // namespace palpate::gui
