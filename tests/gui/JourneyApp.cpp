// SPDX-License-Identifier: MIT
#include "gui/JourneyApp.h"

#include "gui/MainFrame.h"
#include "gui/Person.h"

#include <wx/dialog.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace palpate::journey {

namespace {

class AnswersInAdvance final : public app::Prompter {
public:
    explicit AnswersInAdvance(JourneyApp& app) : app_{app} {}
    bool confirm(const Message& question, const Message&) override {
        app_.lastQuestion = shown(question);
        return app_.agrees;
    }
    std::optional<std::filesystem::path> chooseSaveFile(const Message&,
                                                        const std::string&) override {
        return app_.nextFile;
    }
    std::optional<std::filesystem::path> chooseFile(const Message&,
                                                    const std::vector<std::string>&) override {
        return app_.nextFile;
    }
    std::optional<std::filesystem::path> chooseFolder(const Message&) override {
        return app_.nextFile;
    }
    void tell(const Message&) override {}

private:
    JourneyApp& app_;
};

} // namespace

JourneyApp::JourneyApp(std::function<int()> life) : life_{std::move(life)} {
    strength = app::KeyStrength::FastForThrowAway;
    makePrompter = [this](wxWindow&) { return std::make_unique<AnswersInAdvance>(*this); };
}

bool JourneyApp::OnInit() {
    SetAppName("palpate");
    Life::begin(*this, [this, life = std::move(life_)] {
        const int status = life();
        try {
            if (Person::see([] { return !wxTopLevelWindows.empty(); })) {
                close(); // of a story that failed: a dialog would go on for ever
            }
        } catch (const Stuck&) {
            return std::max(status, 1);
        }
        return status;
    });
    return true;
}

void JourneyApp::OnAssertFailure(const wxChar* file, int line, const wxChar* function,
                                 const wxChar* condition, const wxChar* message) {
    const wxString words = wxString::Format("wxWidgets-CRITICAL **: %s:%d: %s: %s: %s\n", file,
                                            line, function, condition, message ? message : wxT(""));
    std::fputs(words.utf8_str(), stderr);
}

void JourneyApp::open(const std::vector<std::string>& words) {
    if (Person::see([] { return !wxTopLevelWindows.empty(); })) {
        close(); // of a story that failed
    }
    Person::see([&] {
        lastQuestion.clear();
        openWindow(gui::parse(words));
    });
    Person::waitFor("the window is there and active",
                    [this] { return frame()->IsShown() && frame()->IsActive(); });
}

void JourneyApp::close() {
    if (Person::see([] { return Person::menuIsOpen(); })) {
        Person::press("Escape"); // of a story that failed
    }
    // A dialog first: it has its own event loop, which must be left before its window goes.
    Person::waitFor("no dialog is open", [] {
        bool any = false;
        for (auto* const window : wxTopLevelWindows) {
            if (auto* const dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) {
                dialog->EndModal(wxID_CANCEL);
                any = true;
            }
        }
        return !any;
    });
    Person::see([this] { frame()->Close(); });
    Person::waitFor("the window is gone", [] { return wxTopLevelWindows.empty(); });
}

JourneyApp& theApp() {
    return dynamic_cast<JourneyApp&>(*wxTheApp);
}

} // namespace palpate::journey
