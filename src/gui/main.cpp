// SPDX-License-Identifier: MIT
#include "app/CoreDumps.h"
#include "gui/PalpateApp.h"

wxIMPLEMENT_APP_NO_MAIN(palpate::gui::PalpateApp);

int main(int count, char** words) {
    palpate::app::forbidCoreDumps();
    // Before wx: a version can be asked for where there is no display.
    const auto status =
        palpate::gui::answeredOnTheTerminal(palpate::gui::parse({words + 1, words + count}));
    return status ? *status : wxEntry(count, words);
}
