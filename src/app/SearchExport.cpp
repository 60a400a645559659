// SPDX-License-Identifier: MIT
#include "app/SearchExport.h"

#include "app/Accounting.h"
#include "app/Clinic.h"
#include "app/OutgoingFile.h"
#include "app/QueryNames.h"
#include "app/SearchHits.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <map>

namespace palpate::app {

namespace {

constexpr int kPage = 200; // sessions asked for at a time

/// Also as Chinese and Japanese keyboards write them.
[[nodiscard]] bool isFormula(std::string_view cell) {
    static constexpr std::array<std::string_view, 10> kSigns{"=",  "+",  "-",  "@",  "\t",
                                                             "\r", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(kSigns,
                               [&](std::string_view sign) { return cell.starts_with(sign); });
}

[[nodiscard]] std::string csvCell(std::string_view cell) {
    std::string text = isFormula(cell) ? "'" : "";
    text += cell;
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

[[nodiscard]] std::string together(const std::vector<std::string>& texts) {
    std::string text;
    for (const auto& one : texts) {
        text += (text.empty() ? "" : "; ") + one;
    }
    return text;
}

/// The lines, and of how many sessions of each patient.
class Gathering {
public:
    Gathering(Clinic& clinic, const SearchExport& search)
        : clinic_{clinic}, search_{search}, people_{practitionerTable(clinic)} {}

    /// Of one patient in the table.
    struct Sessions {
        int count = 0;
        bool isMore = false; ///< there are more than were counted
    };

    /// False: ended.
    [[nodiscard]] bool gather() {
        const bool isSessions = search_.as == ResultsAs::Sessions;
        csv_ =
            isSessions
                ? csvLine({tr("Date"), tr("Time"), tr("Patient"), tr("Practitioner"), tr("Status"),
                           tr("Points"), tr("Treatments"), tr("Text"), tr("Session"), tr("Record")})
                : csvLine({tr("Patient"), tr("Sessions found"), tr("Newest found"),
                           tr("Points then"), tr("Treatments then"), tr("Record")});
        storage::HitPage page{.limit = kPage};
        for (bool hasMore = true; hasMore;) {
            hasMore = isSessions ? addSessions(page) : addPatients(page);
            if (search_.goesOn && !search_.goesOn(lines_)) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] const std::string& csv() const noexcept { return csv_; }
    [[nodiscard]] const std::map<PatientId, Sessions>& patients() const noexcept {
        return patients_;
    }

private:
    [[nodiscard]] bool addSessions(storage::HitPage& page) {
        const auto found = clinic_.store().finder().sessions(search_.filter, page);
        for (const auto& one : found.hits) {
            add(one);
            page.behind = one.key;
        }
        return found.hasMore && !found.hits.empty();
    }
    [[nodiscard]] bool addPatients(storage::HitPage& page) {
        const auto found = clinic_.store().finder().patients(search_.filter, page);
        for (const auto& one : found.hits) {
            const auto& newest = one.newest;
            csv_ += csvLine({newest.hit.patientName,
                             std::to_string(one.sessions.count) + (one.sessions.isMore ? "+" : ""),
                             day(newest.hit.startedAt),
                             together(pointsMeant(clinic_, search_.filter, newest)),
                             together(treatmentsMeant(clinic_, search_.filter, newest)),
                             newest.hit.patient.text()});
            ++lines_;
            patients_[newest.hit.patient] = {one.sessions.count, one.sessions.isMore};
            page.behind = newest.key;
        }
        return found.hasMore && !found.hits.empty();
    }
    void add(const storage::FoundSession& one) {
        csv_ +=
            csvLine({day(one.hit.startedAt),
                     clockText(one.hit.startedAt, clinic_.profile().timeZone), one.hit.patientName,
                     nameOf(one.practitioner), one.hit.isSigned ? tr("signed") : tr("draft"),
                     together(pointsMeant(clinic_, search_.filter, one)),
                     together(treatmentsMeant(clinic_, search_.filter, one)), one.hit.snippet,
                     one.hit.session.text(), one.hit.patient.text()});
        ++lines_;
        ++patients_[one.hit.patient].count;
    }
    [[nodiscard]] std::string day(Instant at) const {
        return isoDate(localDay(at, clinic_.profile().timeZone));
    }
    [[nodiscard]] std::string nameOf(const PractitionerId& id) const {
        for (const auto& row : people_.rows()) {
            if (row.value == id) {
                return row.label;
            }
        }
        return {};
    }

    Clinic& clinic_;
    const SearchExport& search_;
    NameTable<PractitionerId> people_;
    std::string csv_;
    std::size_t lines_ = 0;
    std::map<PatientId, Sessions> patients_;
};

} // namespace

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += (i == 0 ? "" : ",") + csvCell(cells[i]);
    }
    return line + "\r\n";
}

bool writeCsv(Clinic& clinic, const SearchExport& search, const std::filesystem::path& file,
              const Delivery& delivery) {
    requireRecordable(delivery);
    Gathering gathering{clinic, search};
    if (!gathering.gather()) {
        return false;
    }
    if (gathering.patients().empty()) {
        throw EditRefused{{tr("Nothing was found, so there is nothing to export."), {}}};
    }
    const auto& csv = gathering.csv();
    OutgoingFile outgoing{file, csv.size()};
    const auto digest = storage::digestOf(csv);
    clinic.store().atomically([&] {
        for (const auto& [patient, sessions] : gathering.patients()) {
            // Not what was searched for: it may name somebody else.
            const auto what = shown(
                {sessions.isMore ? tr("at least {1} sessions in the results of a search, as CSV")
                 : sessions.count == 1 ? tr("{1} session in the results of a search, as CSV")
                                       : tr("{1} sessions in the results of a search, as CSV"),
                 {std::to_string(sessions.count)}});
            static_cast<void>(recordLeaving(clinic,
                                            {.patient = patient,
                                             .means = DisclosureMeans::Exported,
                                             .what = what,
                                             .digest = digest},
                                            delivery));
        }
    });
    outgoing.release(csv);
    return true;
}

} // namespace palpate::app
