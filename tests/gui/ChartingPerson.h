// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "domain/Body.h"
#include "gui/Person.h"

#include <string>
#include <string_view>

namespace palpate::journey {

/// What a person does on the Chart screen, by clicks and keys.
class ChartingPerson : public Person {
public:
    /// What the screen shows now; for use inside see() and waitFor().
    [[nodiscard]] static const app::SessionView& shown();
    static void chooseLayer(Layer layer);
    static void chooseView(View view);
    /// Chooses the muscle's own layer and clicks the middle of what shows of it.
    static void clickMuscle(std::string_view muscle, Side side, View view = View::Posterior);
    /// One of the boxes 0 to 10 of the strip of that name.
    static void score(const wxString& strip, int value);
    /// The chip with these words in the group of that name.
    static void chip(const wxString& group, const std::string& words);
    static void segment(const wxString& control, int index);
};

} // namespace palpate::journey
