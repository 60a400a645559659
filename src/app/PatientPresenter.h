// SPDX-License-Identifier: MIT
#pragma once

#include "app/CaseSheet.h"
#include "app/ContactNotes.h"
#include "app/Duplicates.h"
#include "app/HistoryLines.h"
#include "app/OverviewFacts.h"
#include "app/SessionView.h"
#include "app/UnsignedDrafts.h"
#include "domain/Case.h"
#include "domain/Patient.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;
struct ScreeningDue;

/// The slim bar that stays in sight.
struct PatientBar {
    std::string name;                ///< "Ana Kovács"
    std::string ageAndSex;           ///< "46 y · female"
    std::string complaint;           ///< of the chosen case; may be empty
    std::vector<std::string> alerts; ///< "Anticoagulant"; when never asked: one line that says so
    bool alertsAsked = false;
    std::string preferredName;          ///< "called Ani"; empty: the given name
    std::vector<std::string> allergies; ///< "Latex: rash"; else one line: not known, or none
    AllergyAnswer allergiesAnswer = AllergyAnswer::NotKnown;
    bool archived = false;
    std::string flag = {}; ///< "Emergency: possible cauda equina syndrome (and 2 more)"; empty:
                           ///< none that is not settled
    friend bool operator==(const PatientBar&, const PatientBar&) = default;
};

struct CaseLine {
    CaseId id;
    std::string title;  ///< "Low back pain, right"
    std::string detail; ///< "since 3 Oct 2026, lifting a box · M54.59 · 7 sessions"
    bool open = true;
    bool chosen = false;
    CaseStatus status = CaseStatus::Open;
    std::string statusText; ///< "open", "discharged 12 Nov 2026", "referred on to Dr Lee"
    std::string from;       ///< of a merged record: "from the record of Anna Kovacs"; else empty
    friend bool operator==(const CaseLine&, const CaseLine&) = default;
};

/// One patient: cases, sessions, the figures of the overview.
struct PatientView {
    explicit PatientView(const PatientId& patient) : id{patient} {}

    PatientId id;
    PatientBar bar;
    std::vector<CaseLine> cases;
    std::vector<HistoryLine> sessions; ///< of the chosen case, newest first
    std::optional<SessionId> draft;    ///< an open draft of the chosen case
    std::vector<OpenDraft> drafts;     ///< of all cases, newest first; that one too
    std::string nextLabel;             ///< "Start session 7" or "Go on with session 7"
    std::string openPointsText;        ///< "2 active · 2 latent · 3 resolved"
    std::string planText;              ///< the last signed session's plan
    std::string planHeading;           ///< "Plan from 16 Nov"
    std::string trendText;             ///< "7 → 3 since 12 Oct"
    std::string changeText; ///< whether the change matters, with its source; may be empty
    std::vector<drawing::MapMark> openMarks; ///< as they show in the view below
    std::vector<drawing::MapArea> openAreas; ///< pain drawn in the latest session, in that view
    View openView = View::Posterior;         ///< where most of the open points lie
    OverviewFacts facts;                     ///< of the chosen case
    std::optional<CaseSheet> sheet;          ///< of the chosen case; empty: no case yet
    std::vector<ContactLine> contacts;       ///< of the chosen case, newest first
    std::vector<ConsentLine> consents;       ///< the newest first
    std::vector<MergedLine> merged;          ///< records that were merged into this one
    /// "Anna Kovacs was merged into this record, which goes on instead." Empty: it was opened
    /// itself.
    std::string openedInstead;
    /// The chosen case is closed: the question to ask before a new session, "This case was
    /// discharged on 12 Nov 2026. Open it again for a new session?" Empty: it is open, or a draft
    /// goes on.
    std::optional<Message> reopenQuestion;
};

class PatientPresenter {
public:
    /// Opens the record (audited), or the one that goes on when it was merged. Throws StorageError
    /// when there is no such patient.
    PatientPresenter(Clinic& clinic, const PatientId& patient);
    ~PatientPresenter();
    PatientPresenter(const PatientPresenter&) = delete;
    PatientPresenter& operator=(const PatientPresenter&) = delete;

    [[nodiscard]] const PatientView& view() const noexcept;
    [[nodiscard]] const Patient& patient() const noexcept;
    [[nodiscard]] std::optional<CaseId> chosenCase() const noexcept;
    void choose(const CaseId& caseId);
    /// Reads the record again after something was stored elsewhere.
    void reload();
    /// The case that is chosen, as it was read. nullptr: there is none yet.
    [[nodiscard]] const Case* chosenRecord() const noexcept;
    /// Of the chosen case, by its sessions as they were read and its forms as they are now. Empty
    /// also without a case.
    [[nodiscard]] std::optional<ScreeningDue> screeningDue() const;
    /// The open draft of the chosen case, else a new one. Throws EditRefused when there is no case,
    /// or when it is closed (ask view().reopenQuestion, then reopen()).
    [[nodiscard]] SessionId startSession();
    /// Opens the chosen case again. RecordChanged when somebody has changed it since.
    void reopen();
    /// Pain (before treatment) over the sessions of the chosen case.
    [[nodiscard]] drawing::Picture
    trendPicture(double width, double height,
                 drawing::Ground ground = drawing::Ground::Light) const;
    /// The open points on the body, cropped to where they lie.
    [[nodiscard]] drawing::Picture
    openPointsPicture(double width, double height,
                      drawing::Ground ground = drawing::Ground::Light) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace palpate::app
