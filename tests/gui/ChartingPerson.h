// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "domain/Body.h"
#include "domain/Outlines.h"
#include "gui/Person.h"

#include <string>
#include <string_view>
#include <vector>

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
    // On the map, at places of the view that shows. Each waits until the map rests.
    static void clickBody(Place where);
    static void doubleClickBody(Place where);
    static void rightClickBody(Place where);
    static void pointAtBody(Place where);
    /// With the left button from the first place through all others.
    static void dragBody(const std::vector<Place>& way);
    /// The same, without letting the button go.
    static void dragAndHold(const std::vector<Place>& way);
    /// Where the mark of the selected point stands.
    [[nodiscard]] static Place selectedMark();
    /// One of the boxes 0 to 10 of the strip of that name.
    static void score(const wxString& strip, int value);
    /// The chip with these words in the group of that name.
    static void chip(const wxString& group, const std::string& words);
    static void segment(const wxString& control, int index);
    // The same by a finger.
    static void tapScore(const wxString& strip, int value);
    static void tapChip(const wxString& group, const std::string& words);
};

} // namespace palpate::journey
