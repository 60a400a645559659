// SPDX-License-Identifier: MIT
#include "gui/PalpateApp.h"

wxIMPLEMENT_APP(palpate::gui::PalpateApp);
