// SPDX-License-Identifier: MIT
// A form in a throw-away clinic, to look at, and to see how fast a long one is.
//   form_gallery [--form URL] [--patient] [--theme light|dark|contrast] [--size WxH]
//   form_gallery --items 500 --measure
//   --measure prints how long the form takes to open, until what is in sight is painted, and how
//   long a key takes, until its change is painted; then ends.
#include "app/Clinic.h"
#include "app/FormPresenter.h"
#include "app/OpenClinic.h"
#include "gui/FormPane.h"
#include "gui/LargeControls.h"
#include "gui/Theme.h"
#include "gui/WindowPrompter.h"

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/timer.h>
#include <wx/uiaction.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using namespace palpate::gui;
using Time = std::chrono::steady_clock;

constexpr const char* kLongForm = "urn:gallery:long";

[[nodiscard]] double millisecondsSince(Time::time_point begun) {
    return std::chrono::duration<double, std::milli>(Time::now() - begun).count();
}

/// Ten kinds of questions in turn, in sections of ten.
void writeLongForm(const std::filesystem::path& folder, int items) {
    std::filesystem::create_directories(folder);
    std::ofstream file{folder / "long.json"};
    file << R"({"resourceType":"Questionnaire","status":"active","url":")" << kLongForm
         << R"(","title":"A long form","item":[)";
    for (int i = 0; i < items; ++i) {
        const std::string id = std::to_string(i);
        if (i % 10 == 0) {
            file << (i == 0 ? "" : "]},") << R"({"linkId":"g)" << id
                 << R"(","type":"group","text":"Section )" << i / 10 + 1 << R"(","item":[)";
        } else {
            file << ",";
        }
        const char* const kinds[]{"boolean", "integer", "string", "choice", "text"};
        const std::string kind = kinds[i % 5];
        file << R"({"linkId":"q)" << id << R"(","type":")" << kind << R"(","text":"Question )"
             << i + 1 << R"(: how was it in the last week?")";
        if (kind == "choice") {
            file
                << R"(,"answerOption":[{"valueString":"never"},{"valueString":"sometimes"},{"valueString":"often"}])";
        }
        file << "}";
    }
    file << "]}]}";
}

} // namespace

class FormGallery : public wxApp {
public:
    bool OnInit() override {
        std::string url = "urn:palpate:form/symptoms";
        wxSize size{900, 900};
        int items = 0;
        auto reader = FormReader::Practitioner;
        for (int i = 1; i < argc; ++i) {
            const wxString word = argv[i];
            const wxString next = i + 1 < argc ? wxString{argv[i + 1]} : wxString{};
            if (word == "--form") {
                url = next.utf8_string();
            } else if (word == "--patient") {
                reader = FormReader::Patient;
                setLargeControls(true);
            } else if (word == "--theme") {
                setThemeChoice(next == "dark"       ? ThemeChoice::Dark
                               : next == "contrast" ? ThemeChoice::HighContrast
                                                    : ThemeChoice::Light);
            } else if (word == "--size") {
                size = {wxAtoi(next.BeforeFirst('x')), wxAtoi(next.AfterFirst('x'))};
            } else if (word == "--items") {
                items = wxAtoi(next);
                url = kLongForm;
            } else if (word == "--measure") {
                measures_ = true;
            }
        }
        if (items > 0) {
            writeLongForm(clinic_.folder() / "forms", items);
        }
        frame_ = new wxFrame{nullptr, wxID_ANY, "Form"}; // closes itself
        prompter_ = std::make_unique<WindowPrompter>(*frame_);
        pane_ = new FormPane{frame_, "form", *clinic_, *prompter_, reader};
        auto* sizer = new wxBoxSizer{wxVERTICAL};
        sizer->Add(pane_, wxSizerFlags{1}.Expand());
        frame_->SetSizer(sizer);
        frame_->Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
            pane_->open(nullptr);
            event.Skip();
        });
        frame_->SetClientSize(size);
        frame_->Show();
        later_.Bind(wxEVT_TIMER, [this, url, reader](wxTimerEvent&) { open(url, reader); });
        later_.StartOnce(600); // the empty window is painted
        return true;
    }

private:
    void open(const std::string& url, FormReader reader) {
        const auto library = app::formLibrary(*clinic_);
        const app::KnownForm* const known = library.find(url);
        if (!known) {
            std::fprintf(stderr, "there is no form %s\n", url.c_str());
            frame_->Close(true);
            return;
        }
        const auto begun = Time::now();
        form_ = std::make_unique<app::FormPresenter>(
            *clinic_, *known,
            app::FormSubject{.patient = clinic_.patient(), .caseId = clinic_.caseId()},
            reader == FormReader::Patient ? FilledBy::Patient : FilledBy::Practitioner);
        const double read = millisecondsSince(begun);
        pane_->open(form_.get());
        const double made = millisecondsSince(begun);
        const std::size_t inSight = pane_->builtRows();
        pane_->Refresh();
        pane_->Update();
        const double painted = millisecondsSince(begun);
        if (measures_) {
            std::printf(
                "rows %zu, presenter %.1f ms, rows in sight made %.1f ms (%zu), painted %.1f ms\n",
                pane_->rowCount(), read, made, inSight, painted);
            measure_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { waitForAll(); });
            measure_.StartOnce(200);
        }
    }
    void waitForAll() {
        if (pane_->builtRows() < pane_->rowCount()) {
            measure_.StartOnce(100);
            return;
        }
        std::vector<double> took;
        const auto& rows = form_->view().rows;
        std::vector<forms::FormPlace> truths;
        for (const app::FormRowView& row : rows) {
            if (row.kind == app::FieldKind::YesNo) {
                truths.push_back(row.place);
            }
        }
        for (std::size_t i = 0; i < truths.size(); ++i) {
            const auto begun = Time::now();
            static_cast<void>(form_->setTruth(truths[i], i % 2 == 0));
            pane_->Update();
            took.push_back(millisecondsSince(begun));
        }
        std::ranges::sort(took);
        if (!took.empty()) {
            std::printf(
                "all %zu rows made; a key, stored and painted: median %.2f ms, 95 %% %.2f ms\n",
                pane_->builtRows(), took[took.size() / 2], took[took.size() * 95 / 100]);
        }
        std::fflush(stdout);
        frame_->Close(true);
    }

    test::OpenClinic clinic_;
    std::unique_ptr<WindowPrompter> prompter_;
    std::unique_ptr<app::FormPresenter> form_;
    bool measures_ = false;
    wxTimer later_;
    wxTimer measure_;
    wxFrame* frame_ = nullptr;
    FormPane* pane_ = nullptr; ///< a child of the frame
};

wxIMPLEMENT_APP(FormGallery);
