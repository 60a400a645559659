// SPDX-License-Identifier: MIT
// The figures of a session's report: body maps, and the mark beside a point.
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/ReportFigures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::app {

namespace {

class SessionFigures {
public:
    SessionFigures(const Clinic& clinic, std::shared_ptr<const SessionMatter> matter)
        : clinic_{clinic}, matter_{std::move(matter)}, view_{app::mainView(matter_->session)},
          other_{otherView({.record = matter_->record,
                            .sessions = {matter_->session},
                            .points = {},
                            .techniques = {}},
                           clinic.map())} {}

    [[nodiscard]] std::optional<report::Figure>
    operator()(const report::FigureRequest& request) const {
        const auto& session = matter_->session;
        if (request.name == "body-map") {
            const auto view = viewOf(request, view_, other_);
            if (!view) {
                return std::nullopt;
            }
            const std::array shown{shownOf(session, clinic_.map(), *view)};
            return mapFigure(clinic_, *view, shown.front(), shown, request);
        }
        if (request.name == "legend") {
            std::vector<Shown> all{shownOf(session, clinic_.map(), view_)};
            if (other_) {
                all.push_back(shownOf(session, clinic_.map(), *other_));
            }
            return legendFigure(all, tr("last session"), Audience::Clinician, request);
        }
        const auto number = request.number("point");
        const auto finding = std::ranges::find_if(session.findings, [&](const Finding& each) {
            return number && each.point.number == static_cast<int>(*number);
        });
        if (request.name != "mark" || finding == session.findings.end()) {
            return std::nullopt;
        }
        return markFigure(finding->point.number, finding->state, finding->relation);
    }

private:
    const Clinic& clinic_;
    std::shared_ptr<const SessionMatter> matter_;
    View view_;
    std::optional<View> other_;
};

} // namespace

report::FigureSource sessionFigures(const Clinic& clinic,
                                    std::shared_ptr<const SessionMatter> matter) {
    return SessionFigures{clinic, std::move(matter)};
}

} // namespace palpate::app
