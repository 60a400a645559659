// SPDX-License-Identifier: MIT
#include "gui/DocumentDialogs.h"

#include "domain/Text.h"
#include "gui/ChipGroup.h"
#include "gui/DeliveryFields.h"
#include "gui/ImageView.h"
#include "gui/Phrases.h"

#include <wx/display.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kPictureWidth = 860;  ///< DIP
constexpr int kPictureHeight = 560; ///< DIP, where the screen has room for it
constexpr int kAround = 220;        ///< DIP of a picture's dialog beside the picture

} // namespace

CopyDialog::CopyDialog(wxWindow* parent, const wxString& title, bool isPdf,
                       const std::string& patient, const std::string& physician)
    : FormDialog{parent, "copy", said("Save a copy"), said("Save a copy …"), 520} {
    addWide(new TextBlock{&ground(), "copy.what", title, TextStyle::BodyStrong});
    addWide(new TextBlock{&ground(), "copy.meaning",
                          said("It leaves the clinic: that it did, for whom and why, is noted with "
                               "the patient's record."),
                          TextStyle::Control, TextBlock::Ink::Muted});
    delivery_ = new DeliveryFields{&ground(), "copy.delivery"};
    delivery_->setPeople(patient, physician);
    addWide(delivery_);
    ways_ = new ChipGroup{&ground(),
                          "copy.ways",
                          said("How"),
                          ChipGroup::Kind::Multi,
                          {{said("Protect with a password")}}};
    addWide(ways_);
    ways_->Show(isPdf);
    neverAsk();
    finish(&delivery_->recipient());
}

app::Delivery CopyDialog::delivery() const {
    return delivery_->delivery();
}

bool CopyDialog::wantsPassword() const {
    return ways_->IsShown() && ways_->state(0) == ChipState::On;
}

AttachDialog::AttachDialog(wxWindow* parent, const std::filesystem::path& file)
    : FormDialog{parent, "attach", said("Attach a file"), said("Attach"), 520} {
    addWide(new TextBlock{&ground(), "attach.file", toWx(file.filename().string()),
                          TextStyle::BodyStrong});
    title_ = addField(*addRow(), "attach.name", said("Title"), 1, 0,
                      said("X-ray, lumbar spine, 3 Nov 2026"));
    title_->ChangeValue(toWx(file.stem().string()));
    addWide(new TextBlock{&ground(), "attach.meaning",
                          said("The file is copied into the clinic, encrypted, and kept as it is."),
                          TextStyle::Control, TextBlock::Ink::Muted});
    finish(title_);
    title_->SelectAll();
}

std::string AttachDialog::title() const {
    return trimmed(fromWx(title_->GetValue()));
}

std::vector<Message> AttachDialog::accept() {
    if (title().empty()) {
        return {{tr("Give the file a title by which it is found."), {}}};
    }
    return {};
}

ImageDialog::ImageDialog(wxWindow* parent, const wxString& title, const std::string& bytes)
    : FormDialog{parent, "picture", title, said("Done"), kPictureWidth + 60} {
    const int room = ToDIP(wxDisplay{parent}.GetClientArea().height) - kAround;
    auto* view = new ImageView{
        &ground(), "picture.image", title, {kPictureWidth, std::min(kPictureHeight, room)}};
    view->setImage(bytes);
    addWide(view);
    cancelButton().Hide();
    finish(&acceptButton());
}

} // namespace palpate::gui
