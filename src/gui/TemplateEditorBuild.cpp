// SPDX-License-Identifier: MIT
// How the template editor is put together, and the dialog before it.
#include "app/Clinic.h"
#include "domain/Text.h"
#include "gui/Bar.h"
#include "gui/ChipGroup.h"
#include "gui/FieldUndo.h"
#include "gui/FormField.h"
#include "gui/Guarded.h"
#include "gui/NativeField.h"
#include "gui/PagesView.h"
#include "gui/Phrases.h"
#include "gui/PreviewPane.h"
#include "gui/RowList.h"
#include "gui/SearchField.h"
#include "gui/SegmentedControl.h"
#include "gui/TemplateEditor.h"

#include <wx/display.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kFaultsHeight = 150; ///< DIP: two rows and the beginning of a third
constexpr double kShareOfScreen = 0.94;

} // namespace

NewTemplateDialog::NewTemplateDialog(wxWindow* parent, const std::string& chosen)
    : FormDialog{parent, "newTemplate", said("A new template"), said("Write it …"), 520} {
    title_ = addField(*addRow(), "newTemplate.name", said("Title, as reports show it"), 1, 0,
                      said("Letter to the surgeon"));
    begin_ = new ChipGroup{&ground(),
                           "newTemplate.begin",
                           said("It begins with"),
                           ChipGroup::Kind::Single,
                           {{said("A few lines")}}};
    if (!chosen.empty()) {
        begin_->setChips({{said("A few lines")}, {said("A copy of {1}", {chosen})}});
    }
    begin_->setState(0, ChipState::On);
    addLabelled(*addRow(), said("It begins with"), begin_);
    neverAsk();
    finish(title_);
}

std::string NewTemplateDialog::title() const {
    return trimmed(fromWx(title_->GetValue()));
}

bool NewTemplateDialog::isCopy() const {
    return begin_->selected() == 1;
}

std::vector<Message> NewTemplateDialog::accept() {
    if (title().empty()) {
        return {{tr("Give the template a title."), {}}};
    }
    return {};
}

TemplateEditor::TemplateEditor(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter,
                               std::string name, const std::string& text,
                               app::ReportRequest request, bool isNew)
    : wxDialog{parent,           wxID_ANY,
               said("Template"), wxDefaultPosition,
               wxDefaultSize,    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER,
               "templateEditor"},
      clinic_{clinic}, prompter_{prompter}, name_{std::move(name)}, stored_{isNew ? "" : text},
      request_{std::move(request)}, isNew_{isNew}, mayChange_{!app::whyNotChangeTemplates(clinic)} {
    build();
    soon_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded([this] { look(); }); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && !event.HasAnyModifiers()) {
            close();
        } else if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'S') {
            if (save_->IsEnabled()) {
                store();
            }
        } else if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'K') {
            sides_->select(Catalogue);
            book_->ChangeSelection(Catalogue);
            search_->focusAndSelect();
        } else {
            event.Skip();
        }
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { close(); });
    renewChoice();
    setText(text);
    showCatalogue();
    showHistory();
    showState();
    const wxSize screen = wxDisplay{parent}.GetClientArea().GetSize();
    SetClientSize(std::min(FromDIP(1400), wxRound(screen.x * kShareOfScreen)),
                  std::min(FromDIP(900), wxRound(screen.y * kShareOfScreen) - FromDIP(30)));
    Layout();
    CentreOnParent();
    CallAfter([this] {
        field_->SetInsertionPoint(0);
        field_->ShowPosition(0);
        field_->SetFocus();
    });
}

TemplateEditor::~TemplateEditor() = default;

void TemplateEditor::build() {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    title_ = new TextBlock{this, "templateEditor.title", {}, TextStyle::Heading};
    title_->setSingleLine();
    head->Add(title_, wxSizerFlags{}.CentreVertical());
    auto* file = new TextBlock{this, "templateEditor.name", toWx(name_), TextStyle::Small,
                               TextBlock::Ink::Muted};
    file->setSingleLine();
    head->Add(file, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    head->AddStretchSpacer();
    state_ =
        new TextBlock{this, "templateEditor.state", {}, TextStyle::Small, TextBlock::Ink::Accent};
    state_->setSingleLine();
    head->Add(state_, wxSizerFlags{}.CentreVertical());
    column->Add(head, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    if (const auto why = app::whyNotChangeTemplates(clinic_)) {
        column->Add(new TextBlock{this, "templateEditor.readOnly", said(*why), TextStyle::Control,
                                  TextBlock::Ink::Warning},
                    wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(14)));
    }
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    buildText(*row);
    buildSides(*row);
    column->Add(row, wxSizerFlags{1}.Expand());
    buildButtons(*column);
    SetSizer(column);
}

void TemplateEditor::buildText(wxSizer& row) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    field_ =
        newFormField(this, "templateEditor.text", said("Text of the template"), {}, wxTE_MULTILINE);
    field_->SetFont(wxFontInfo{font(TextStyle::Control).GetFractionalPointSize()}.Family(
        wxFONTFAMILY_TELETYPE));
    field_->SetEditable(mayChange_);
    undo_ = std::make_unique<FieldUndo>(*field_);
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        typed();
    });
    column->Add(field_, wxSizerFlags{1}.Expand());
    faultHeading_ = new TextBlock{this, "templateEditor.faultHeading", {}, TextStyle::SmallStrong};
    column->Add(faultHeading_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    faults_ = new RowList{this, "templateEditor.faults", said("Faults"), 1};
    faults_->SetMinSize({-1, FromDIP(kFaultsHeight)});
    faults_->onOpen = [this](int fault) { goTo(static_cast<std::size_t>(fault)); };
    faults_->Hide();
    column->Add(faults_, wxSizerFlags{}.Expand());
    row.Add(column, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(14)));
}

void TemplateEditor::buildSides(wxSizer& row) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    sides_ =
        new SegmentedControl{this,
                             "templateEditor.sides",
                             said("Beside the text"),
                             {said("Preview"), said("What it may ask for"), said("Earlier ones")}};
    sides_->select(Preview);
    sides_->onChange = [this](int side) {
        book_->ChangeSelection(static_cast<std::size_t>(side));
        book_->GetCurrentPage()->Layout();
    };
    column->Add(sides_, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(8)));
    book_ = new wxSimplebook{this,          wxID_ANY,      wxDefaultPosition,
                             wxDefaultSize, wxBORDER_NONE, "templateEditor.book"};
    preview_ = new PreviewPane{book_, "templateEditor.preview"};
    book_->AddPage(preview_, {});
    const auto panel = [&](const wxString& name) {
        auto* made = new wxPanel{
            book_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
            name};
        dressAsPanel(*made);
        made->SetSizer(new wxBoxSizer{wxVERTICAL}); // the panel takes it
        book_->AddPage(made, {});
        return made;
    };
    wxPanel* const fields = panel("templateEditor.fields");
    search_ = new SearchField{fields, "templateEditor.search", said("Search what it may ask for"),
                              "Ctrl K"};
    search_->onText = [this](const wxString&) { showCatalogue(); };
    search_->onStep = [this](int by) {
        catalogue_->setCurrent(std::max(0, catalogue_->current() + by));
    };
    search_->onEnter = [this] {
        if (!insertions_.empty()) {
            insert(static_cast<std::size_t>(std::max(0, catalogue_->current())));
        }
    };
    fields->GetSizer()->Add(search_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    catalogue_ = new RowList{fields, "templateEditor.catalogue", said("What it may ask for"), 1};
    catalogue_->onOpen = [this](int which) {
        insert(static_cast<std::size_t>(which));
        field_->SetFocus();
    };
    fields->GetSizer()->Add(catalogue_, wxSizerFlags{1}.Expand());
    wxPanel* const earlier = panel("templateEditor.earlier");
    noHistory_ = new TextBlock{earlier, "templateEditor.noHistory",
                               said("The clinic has stored none of that name yet."),
                               TextStyle::Body, TextBlock::Ink::Muted};
    earlier->GetSizer()->Add(noHistory_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    history_ = new RowList{earlier, "templateEditor.history", said("Earlier ones"), 0};
    history_->onOpen = [this](int which) {
        const app::TemplateVersion& version = versions_.at(static_cast<std::size_t>(which));
        if (version.text && mayChange_) {
            setText(*version.text);
            tell(said("This is the text of {1}. Store it to use it again.", {version.when}),
                 TextBlock::Ink::Accent);
        }
    };
    earlier->GetSizer()->Add(history_, wxSizerFlags{1}.Expand());
    column->Add(book_, wxSizerFlags{1}.Expand());
    row.Add(column, wxSizerFlags{1}.Expand().Border(wxRIGHT, FromDIP(14)));
}

void TemplateEditor::buildButtons(wxSizer& column) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    remove_ = new PillButton{this, "templateEditor.remove", said("Back to the shipped one")};
    remove_->onClick = [this] { remove(); };
    row->Add(remove_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(12)));
    told_ = new TextBlock{this, "templateEditor.told", {}, TextStyle::Control};
    row->Add(told_, wxSizerFlags{1}.CentreVertical());
    close_ = new PillButton{this, "templateEditor.close", said("Close")};
    close_->onClick = [this] { close(); };
    row->Add(close_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    save_ = new PillButton{this, "templateEditor.save", said("Store"), PillButton::Kind::Primary};
    save_->setKeyHint("Ctrl S");
    save_->onClick = [this] { store(); };
    row->Add(save_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    column.Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
}

} // namespace palpate::gui
