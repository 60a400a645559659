// SPDX-License-Identifier: MIT
#include "gui/AboutDialog.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/Phrases.h"
#include "gui/SectionHeading.h"

#include <fstream>
#include <iterator>

namespace palpate::gui {

namespace {

[[nodiscard]] std::string attribution(const app::DataPaths& paths) {
    const auto file = paths.atlas / "ATTRIBUTION.txt";
    std::ifstream in{file, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (!in || text.empty()) {
        throw DataError{
            {tr("The attribution of the body map is missing at {1}; install Palpate again."),
             {file.string()}}};
    }
    return trimmed(text);
}

} // namespace

AboutDialog::AboutDialog(wxWindow* parent, const app::DataPaths& paths)
    : FormDialog{parent, "about", said("About Palpate"), said("Close"), 580} {
    const auto gap = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10));
    fields().Add(new TextBlock{&ground(), "about.version", said("Version {1}", {PALPATE_VERSION}),
                               TextStyle::BodyStrong},
                 gap);
    fields().Add(new TextBlock{&ground(), "about.what",
                               said("Trigger-point charting for physiotherapists, chiropractors "
                                    "and massage therapists. "
                                    "The record stays on this computer, encrypted.")},
                 gap);
    fields().Add(new SectionHeading{&ground(), "about.licencesHeading", said("Licences")}, gap);
    fields().Add(new TextBlock{&ground(), "about.licences",
                               said("The program is free software under the MIT licence. The body "
                                    "map is under Creative "
                                    "Commons Attribution-ShareAlike 4.0.")},
                 gap);
    fields().Add(new SectionHeading{&ground(), "about.bodyMapHeading", said("Body map")}, gap);
    fields().Add(new TextBlock{&ground(), "about.attribution", toWx(attribution(paths)),
                               TextStyle::Small, TextBlock::Ink::Muted},
                 wxSizerFlags{}.Expand());
    cancelButton().Hide();
    finish(&acceptButton());
}

} // namespace palpate::gui
