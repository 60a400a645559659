// SPDX-License-Identifier: MIT
#include "gui/KeptDocuments.h"

#include "app/Prompter.h"
#include "domain/Error.h"
#include "domain/Wipe.h"
#include "gui/Card.h"
#include "gui/DocumentDialogs.h"
#include "gui/PasswordDialog.h"
#include "gui/Phrases.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr std::size_t kDigestShown = 12; ///< digits of 64: enough to tell two files apart by eye

[[nodiscard]] bool isPicture(const app::DocumentLine& line) {
    return line.document.mediaType.starts_with("image/");
}

} // namespace

KeptDocuments::KeptDocuments(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "keptDocuments"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPage(*this);
    auto* card = new Card{this, "kept.card", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    heading_ = new SectionHeading{card, "kept.heading", said("Kept documents")};
    top->Add(heading_, wxSizerFlags{1}.CentreVertical());
    attach_ = new PillButton{card, "kept.attach", said("Attach a file …")};
    attach_->setIcon(Icon::Plus);
    attach_->onClick = [this] { attach(); };
    top->Add(attach_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    card->content().Add(top, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    told_ = new TextBlock{card, "kept.told", {}, TextStyle::Control};
    told_->Hide();
    card->content().Add(told_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    none_ =
        new TextBlock{card, "kept.none",
                      said("None yet. Reports are kept here when you ask for it, and letters or "
                           "pictures that the patient brings can be attached."),
                      TextStyle::Body, TextBlock::Ink::Muted};
    card->content().Add(none_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    list_ = new RowList{card, "kept.list", said("Kept documents"), 2};
    list_->onOpen = [this](int row) { open(row); };
    list_->onMenu = [this](int row, wxPoint at) { askAbout(row, at); };
    card->content().Add(list_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(card, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(column);
}

void KeptDocuments::show(const std::optional<PatientId>& patient,
                         const std::optional<CaseId>& caseId, const std::string& patientName,
                         const std::string& physician) {
    patient_ = patient;
    case_ = caseId;
    patientName_ = patientName;
    physician_ = physician;
    tell({}, true);
    reload();
}

void KeptDocuments::reload() {
    lines_ = patient_ ? app::documentsOf(clinic_, *patient_) : std::vector<app::DocumentLine>{};
    std::vector<ListRow> rows;
    for (const app::DocumentLine& line : lines_) {
        ListRow row;
        row.title = toWx(line.document.title);
        row.lines = {toWx(line.when + " · " + line.by + " · " + line.size),
                     said("digest {1}…", {line.digest.substr(0, kDigestShown)})};
        row.badge =
            line.document.origin == DocumentOrigin::Attached ? said("attached") : said("made here");
        row.tone = line.document.origin == DocumentOrigin::Attached ? Badge::Tone::Neutral
                                                                    : Badge::Tone::Teal;
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    list_->Show(!lines_.empty());
    none_->Show(lines_.empty());
    heading_->set(said("Kept documents"),
                  lines_.empty() ? wxString{}
                                 : said("{1} in all, encrypted", {std::to_string(lines_.size())}));
    Layout();
    list_->GetParent()->Layout();
}

void KeptDocuments::choose(const DocumentId& document) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].document.id == document) {
            list_->setCurrent(static_cast<int>(i));
            list_->SetFocus();
        }
    }
}

void KeptDocuments::open(int row) {
    const app::DocumentLine line = lines_.at(static_cast<std::size_t>(row));
    // A dialog has its own event loop, which the handling of a click must not stand around.
    CallAfter([this, line] { isPicture(line) ? view(line) : saveCopy(line); });
}

void KeptDocuments::askAbout(int row, wxPoint at) {
    const app::DocumentLine line = lines_.at(static_cast<std::size_t>(row));
    std::vector<UnderItem> items{{fromWx(said("Save a copy …")), {}}};
    if (isPicture(line)) {
        items.push_back({fromWx(said("Look at it …")), {}});
    }
    const auto chosen = showMuscleMenu(*list_, at, items, {}, false);
    if (chosen == 0) {
        saveCopy(line);
    } else if (chosen == 1) {
        view(line);
    }
}

void KeptDocuments::view(const app::DocumentLine& line) {
    try {
        ImageDialog{wxGetTopLevelParent(this), toWx(line.document.title),
                    app::documentBytes(clinic_, line.document.id)}
            .ShowModal();
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void KeptDocuments::saveCopy(const app::DocumentLine& line) {
    CopyDialog dialog{wxGetTopLevelParent(this), toWx(line.document.title),
                      line.document.mediaType == "application/pdf", patientName_, physician_};
    if (dialog.ShowModal() != wxID_OK) {
        return;
    }
    app::Delivery delivery = dialog.delivery();
    const WipedAtEnd wiped{delivery.password};
    if (dialog.wantsPassword()) {
        auto password = PasswordDialog::ask(wxGetTopLevelParent(this));
        if (!password) {
            return;
        }
        delivery.password = *std::move(password);
    }
    const auto file =
        prompter_.chooseSaveFile({tr("Save a copy of the document"), {}}, line.document.fileName);
    if (!file) {
        return;
    }
    try {
        app::saveDocument(clinic_, line.document.id, *file, delivery);
        tell(said("Saved as {1}.", {file->string()}), true);
    } catch (const Error& error) {
        tell(said(error), false);
    }
    if (onDisclosed) {
        onDisclosed();
    }
}

void KeptDocuments::attach() {
    if (!patient_) {
        return;
    }
    const auto file =
        prompter_.chooseFile({tr("Attach a PDF or a picture"), {}}, {"pdf", "png", "jpg", "jpeg"});
    if (!file) {
        return;
    }
    AttachDialog dialog{wxGetTopLevelParent(this), *file};
    if (dialog.ShowModal() != wxID_OK) {
        return;
    }
    try {
        app::attachFile(clinic_, *patient_, case_, *file, dialog.title());
        tell(said("“{1}” is attached.", {dialog.title()}), true);
        reload();
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void KeptDocuments::tell(const wxString& sentence, bool good) {
    told_->setText(sentence);
    told_->setInk(good ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show(!sentence.empty());
    told_->GetParent()->Layout();
}

} // namespace palpate::gui
