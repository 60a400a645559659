// SPDX-License-Identifier: MIT
#include "reference/Reference.h"

namespace palpate::reference {

Reference Reference::load(const std::filesystem::path& folder) {
    Reference out;
    auto& sources = out.sources_;
    out.logFields_ = LogFields::load(folder / "log-fields.json", sources);
    out.techniques_ = Techniques::load(folder / "techniques.json", out.logFields_, sources);
    out.muscleNames_ = MuscleNames::load(folder / "muscle-names.json", sources);
    out.triggerPoints_ =
        TriggerPoints::load(folder / "trigger-points.json", out.muscleNames_, sources);
    out.pointPlaces_ = PointPlaces::load(folder / "point-places.json", out.triggerPoints_, sources);
    out.outcomeMeasures_ = OutcomeMeasures::load(folder / "outcome-measures.json", sources);
    out.alerts_ = Alerts::load(folder / "contraindications.json", out.techniques_, sources);
    out.diagnoses_ = Diagnoses::load(folder / "diagnoses.json", sources);
    out.joints_ = Joints::load(folder / "joints.json", out.logFields_, sources);
    out.motions_ = Motions::load(folder / "rom.json", sources);
    out.tests_ = Tests::load(folder / "tests.json", out.motions_, sources);
    out.homeCare_ = HomeCare::load(folder / "home-care.json", out.muscleNames_, sources);
    out.factors_ = Factors::load(folder / "factors.json", out.homeCare_, sources);
    out.redFlags_ = RedFlags::load(folder / "red-flags.json", sources);
    out.retention_ = RetentionTable::load(folder / "retention.json", sources);
    return out;
}

} // namespace palpate::reference
