// SPDX-License-Identifier: MIT
#include "app/ScriptedCharting.h"

#include "app/Clinic.h"
#include "atlas/BodyMap.h"
#include "storage/StepText.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace palpate::test {

namespace {

struct Muscle {
    std::string_view key;
    Layer layer;
};
constexpr std::array kMuscles{
    Muscle{"quadratus_lumborum", Layer::Deepest}, Muscle{"gluteus_medius", Layer::Intermediate},
    Muscle{"gluteus_maximus", Layer::Superficial}, Muscle{"piriformis", Layer::Deep}};
constexpr std::array kTechniques{"pressure_release", "dry_needling", "education"};
constexpr std::array kTyped{NotePart::Subjective, NotePart::Assessment, NotePart::Plan};

} // namespace

std::string wholeText(const Session& session) {
    SessionStep all{SetTimes{session.startedAt, session.endedAt},
                    SetConsent{session.consent},
                    SetCheckIn{session.checkIn},
                    SetPain{PainMoment::Now, session.painNow},
                    SetPain{PainMoment::Best, session.painBest},
                    SetPain{PainMoment::Worst, session.painWorst},
                    SetPain{PainMoment::After, session.painAfter},
                    SetCourse{session.course},
                    SetReaction{session.reaction},
                    SetNextVisit{session.nextVisit}};
    for (const auto& finding : session.findings) {
        all.emplace_back(PutFinding{finding});
    }
    for (const auto& treatment : session.treatments) {
        all.emplace_back(PutTreatment{treatment});
    }
    for (const auto& area : session.painAreas) {
        all.emplace_back(PutPainArea{area});
    }
    for (const auto& motion : session.motions) {
        all.emplace_back(PutMotion{motion});
    }
    for (const auto& test : session.tests) {
        all.emplace_back(PutTest{test});
    }
    for (const auto& item : session.homeCare) {
        all.emplace_back(PutHomeCare{item});
    }
    for (const auto part : kNoteParts) {
        all.emplace_back(SetNote{part, noteOf(session, part)});
    }
    return session.id.text() + (isSigned(session) ? "\nsigned\n" : "\ndraft\n") +
           storage::textOf(all);
}

void ScriptedCharting::go() {
    open();
    for (;;) {
        act();
    }
}

void ScriptedCharting::open() {
    const auto sessions = clinic_.store().sessions().ofCase(caseId_);
    const auto draft = std::ranges::find_if_not(sessions, isSigned);
    if (draft != sessions.end()) {
        chart_ = std::make_unique<app::SessionPresenter>(clinic_, draft->id);
        pipe_.say(words::kStored, wholeText(chart_->session()));
        return;
    }
    clock_.advance(std::chrono::seconds{10});
    take({acts::kBegin}, [this] {
        const auto id = app::SessionPresenter::begin(clinic_, caseId_);
        chart_ = std::make_unique<app::SessionPresenter>(clinic_, id);
    });
}

void ScriptedCharting::take(const std::string& announced, const std::function<void()>& work) {
    pipe_.say(words::kAct, announced);
    work();
    pipe_.say(words::kStored, wholeText(chart_->session()));
}

void ScriptedCharting::step(const std::function<void()>& work) {
    take({acts::kOther}, work);
}

void ScriptedCharting::act() {
    const int chance = below(100);
    if (chance < 40) {
        typeKey();
    } else if (chance < 50) {
        mark();
    } else if (chance < 64) {
        rate();
    } else if (chance < 74) {
        treat();
    } else if (chance < 78) {
        paint();
    } else if (chance < 88) {
        step([this] { chart_->undo(); });
    } else if (chance < 94) {
        step([this] { chart_->redo(); });
    } else if (chance < 96) {
        step([this] { chart_->setPain(PainMoment::Now, pain(below(11))); });
    } else if (chance < 98) {
        step([this] { chart_->settleOthers(); });
    } else {
        sign();
    }
}

void ScriptedCharting::typeKey() {
    const auto part = kTyped.at(static_cast<std::size_t>(below(kTyped.size())));
    if (below(6) == 0) {
        chart_->endTyping();
    }
    const auto text = noteOf(chart_->session(), part).text + static_cast<char>('a' + below(26));
    take(std::string{acts::kType} + static_cast<char>('0' + static_cast<int>(part)) + text,
         [&] { chart_->setNote(part, text); });
}

void ScriptedCharting::mark() {
    const auto& muscle = kMuscles.at(static_cast<std::size_t>(below(kMuscles.size())));
    const auto side = below(2) == 0 ? Side::Left : Side::Right;
    const auto* shape =
        clinic_.map().muscle(key<MuscleKey>(muscle.key), side)->shapeIn(View::Posterior);
    // Beside each other, so that most are new points.
    const BodyPoint at{View::Posterior, shape->anchor.x + below(17) - 8,
                       shape->anchor.y + below(17) - 8};
    step([&] {
        chart_->map().setView(View::Posterior);
        chart_->map().setLayer(muscle.layer);
        chart_->map().clickedAt(at, 3);
    });
}

void ScriptedCharting::rate() {
    if (!chart_->view().card) {
        return;
    }
    switch (below(4)) {
    case 0:
        step([this] { chart_->setTenderness(tenderness(below(11))); });
        break;
    case 1:
        step([this] { chart_->setState(below(2) == 0 ? State::Active : State::Latent); });
        break;
    case 2:
        step([this] { chart_->setSign(app::SignKind::TautBand, Sign::Present); });
        break;
    default:
        step([this] { chart_->setRecognition(Recognition::Yes); });
        break;
    }
}

void ScriptedCharting::treat() {
    const auto& card = chart_->view().card;
    if (!card) {
        return;
    }
    if (card->treatments.empty() || below(3) == 0) {
        const auto technique =
            key<TechniqueKey>(kTechniques.at(static_cast<std::size_t>(below(kTechniques.size()))));
        step([&] { chart_->care().toggle(technique); });
    } else {
        const auto treatment = TreatmentId{card->treatments.front().id};
        step([&] { chart_->care().setTendernessAfter(treatment, tenderness(below(11))); });
    }
}

void ScriptedCharting::paint() {
    const double x = 380 + below(60);
    const double y = 640 + below(80);
    step([&] {
        chart_->map().setView(View::Posterior);
        chart_->pain().setPainting(true);
        chart_->pain().pressed({View::Posterior, x, y});
        chart_->pain().draggedTo({View::Posterior, x + 25, y + 10});
        chart_->pain().released();
        chart_->pain().setPainting(false);
    });
}

void ScriptedCharting::sign() {
    step([this] { chart_->settleOthers(); });
    step([this] { chart_->setPain(PainMoment::Now, pain(4)); });
    if (!chart_->checkSigning().blockers.empty()) {
        return;
    }
    take({acts::kSign}, [this] { chart_->sign(); });
    chart_.reset();
    open();
}

} // namespace palpate::test
