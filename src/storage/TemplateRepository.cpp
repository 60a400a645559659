// SPDX-License-Identifier: MIT
#include "storage/TemplateRepository.h"

#include "storage/Canonical.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

constexpr std::string_view kInUse =
    "SELECT t.name, t.text, r.id, t.at FROM clinic_template t JOIN practitioner r ON r.no = "
    "t.practitioner_no WHERE t.text IS NOT NULL AND t.no = (SELECT max(n.no) FROM clinic_template "
    "n WHERE n.name = t.name) ORDER BY t.name";
constexpr std::string_view kHistory =
    "SELECT t.text, r.id, t.at FROM clinic_template t JOIN practitioner r ON r.no = "
    "t.practitioner_no WHERE t.name = ?1 ORDER BY t.no DESC";
constexpr std::string_view kNewest =
    "SELECT t.text, r.id, t.at FROM clinic_template t JOIN practitioner r ON r.no = "
    "t.practitioner_no WHERE t.name = ?1 ORDER BY t.no DESC LIMIT 1";

[[nodiscard]] TemplateStep stepFrom(const Query& row) {
    return {.text = row.isNull(0) ? std::nullopt : std::optional{row.text(0)},
            .by = row.id<PractitionerId>(1),
            .at = row.instant(2)};
}

[[nodiscard]] std::optional<ClinicTemplate> inUse(Engine& engine, std::string_view name) {
    auto row = engine.use(kNewest);
    if (!row.with(name).next()) {
        return std::nullopt;
    }
    auto newest = stepFrom(row);
    if (!newest.text) {
        return std::nullopt;
    }
    return ClinicTemplate{std::string{name}, *std::move(newest.text), newest.by, newest.at};
}

void write(Engine& engine, std::string_view name, const std::optional<std::string>& text,
           Instant at) {
    engine
        .use("INSERT INTO clinic_template (name, text, practitioner_no, at) VALUES (?1, ?2, ?3, "
             "?4)")
        .with(name, text, engine.practitionerNo(engine.signedIn().id), at)
        .run();
}

/// The texts themselves stay in the table; the trail tells which one it was.
[[nodiscard]] std::string lineOf(const ClinicTemplate& own) {
    return "template " + own.name + " digest " + hexOf(blake2b(own.text)) + "\n";
}

void audit(Engine& engine, AuditKind kind, std::string detail) {
    engine.audit({kind, {}, AuditSubject::Template, {}, std::move(detail), {}});
}

} // namespace

std::vector<ClinicTemplate> TemplateRepository::list() const {
    return engine_.read("reading the clinic's templates", [&] {
        std::vector<ClinicTemplate> templates;
        auto rows = engine_.use(kInUse);
        while (rows.next()) {
            templates.push_back(
                {rows.text(0), rows.text(1), rows.id<PractitionerId>(2), rows.instant(3)});
        }
        return templates;
    });
}

std::optional<ClinicTemplate> TemplateRepository::find(std::string_view name) const {
    return engine_.read("reading the clinic's templates", [&] { return inUse(engine_, name); });
}

std::vector<TemplateStep> TemplateRepository::history(std::string_view name) const {
    return engine_.read("reading the clinic's templates", [&] {
        std::vector<TemplateStep> steps;
        auto rows = engine_.use(kHistory);
        rows.with(name);
        while (rows.next()) {
            steps.push_back(stepFrom(rows));
        }
        return steps;
    });
}

void TemplateRepository::store(const ClinicTemplate& own) {
    engine_.requireOwner();
    if (own.by != engine_.signedIn().id) {
        throw AccessDenied{{tr("A template is stored under one's own name only."), {}}};
    }
    engine_.write("storing the template", [&] {
        const auto before = inUse(engine_, own.name);
        if (before && before->text == own.text) {
            return;
        }
        write(engine_, own.name, own.text, own.at);
        audit(engine_, before ? AuditKind::Change : AuditKind::Create,
              (before ? "-" + lineOf(*before) : std::string{}) + "+" + lineOf(own));
    });
}

void TemplateRepository::remove(std::string_view name) {
    engine_.requireOwner();
    engine_.write("removing the template", [&] {
        const auto before = inUse(engine_, name);
        if (!before) {
            throw EditRefused{
                {tr("The clinic has no template \"{1}\" of its own."), {std::string{name}}}};
        }
        write(engine_, name, std::nullopt, engine_.clock().now());
        audit(engine_, AuditKind::Discard, "-" + lineOf(*before));
    });
}

} // namespace palpate::storage
