// SPDX-License-Identifier: MIT
#include "reference/Joints.h"

#include "reference/Table.h"

#include <algorithm>
#include <set>

namespace palpate::reference {

namespace {

constexpr auto kKinds = std::to_array<Word<JointKind>>({{"vertebra", JointKind::Vertebra},
                                                        {"segment", JointKind::Segment},
                                                        {"joint", JointKind::Joint}});
constexpr auto kSides = std::to_array<Word<JointSides>>(
    {{"never", JointSides::Never}, {"may", JointSides::May}, {"must", JointSides::Must}});

constexpr std::string_view kLevelField = "joint_level";
constexpr std::string_view kNoJoint = "other"; // the choice of that field that names none

[[nodiscard]] KnownJoint jointOf(const Row& row, const Sources& sources) {
    KnownJoint joint{.key = row.key<JointKey>("id"),
                     .label = row.text("label"),
                     .alsoCalled = row.texts("also_called"),
                     .kind = row.oneOf<JointKind>("kind", kKinds),
                     .sides = row.oneOf<JointSides>("sides", kSides),
                     .regions = row.keys<RegionKey>("regions"),
                     .logged = row.optionalText("logged"),
                     .sources = row.citedFrom(sources)};
    if (joint.regions.empty()) {
        row.refuse("regions", "must name at least one region");
    }
    if ((joint.kind == JointKind::Vertebra) != joint.logged.empty()) {
        row.refuse("logged", "must be there for all but single vertebrae");
    }
    return joint;
}

/// "L4-L5" is also "L4 5", "L45" and "L4L5".
[[nodiscard]] std::vector<std::string> shortFormsOf(const KnownJoint& joint) {
    const auto& text = joint.key.text();
    const auto hyphen = text.find('-');
    if (joint.kind != JointKind::Segment || hyphen == std::string::npos ||
        hyphen + 2 > text.size()) {
        return {};
    }
    const auto upper = text.substr(0, hyphen);
    const auto lower = text.substr(hyphen + 1);
    std::vector<std::string> forms{upper + lower};
    if (upper.front() == lower.front()) {
        forms.push_back(upper + " " + lower.substr(1));
        forms.push_back(upper + lower.substr(1));
    }
    return forms;
}

/// "T1-T2" joined would be "T12", another level: such a form is left out.
void addShortForms(Names& names, const std::vector<KnownJoint>& joints) {
    std::set<std::string> taken;
    for (const auto& joint : joints) {
        taken.insert(joint.key.text());
    }
    for (std::size_t at = 0; at < joints.size(); ++at) {
        for (const auto& form : shortFormsOf(joints[at])) {
            if (taken.insert(form).second) {
                names.add(at, form);
            }
        }
    }
}

} // namespace

Joints Joints::load(const std::filesystem::path& file, const LogFields& fields, Sources& sources) {
    const Table table{file, sources};
    const auto* level = fields.find(*LogFieldKey::from(kLevelField));
    std::set<std::string> missing;
    if (level != nullptr) {
        missing.insert(level->choices.begin(), level->choices.end());
    }
    missing.erase(std::string{kNoJoint});
    Joints out;
    for (const auto& row : table.rows("joints", "id")) {
        auto joint = jointOf(row, sources);
        const auto at = out.joints_.size();
        place(out.places_, joint.key, at, row, "id");
        if (!joint.logged.empty() && missing.erase(joint.logged) == 0) {
            row.refuse("logged", "names " + joint.logged +
                                     ", which log-fields.json lacks or an earlier row has");
        }
        out.names_.add(at, joint.key.text());
        out.names_.add(at, joint.label);
        for (const auto& name : joint.alsoCalled) {
            out.names_.add(at, name);
        }
        out.joints_.push_back(std::move(joint));
    }
    if (!missing.empty()) {
        table.top().refuse("joints", "must have a row for " + *missing.begin());
    }
    addShortForms(out.names_, out.joints_);
    return out;
}

const KnownJoint* Joints::find(const JointKey& key) const noexcept {
    return findIn(joints_, places_, key);
}

std::vector<JointKey> Joints::lookUp(std::string_view text) const {
    return keysAt(joints_, names_.lookUp(text));
}

std::vector<JointKey> Joints::search(std::string_view typed, std::size_t limit) const {
    return keysAt(joints_, names_.search(typed, limit));
}

std::optional<Message> Joints::problem(const JointTarget& target) const {
    const auto* joint = find(target.joint);
    if (joint == nullptr) {
        return Message{tr("There is no joint \"{1}\" in the table."), {target.joint.text()}};
    }
    if (joint->sides == JointSides::Must && target.side == Side::Middle) {
        return Message{tr("The {1} needs a side, left or right."), {joint->label}};
    }
    if (joint->sides == JointSides::Never && target.side != Side::Middle) {
        return Message{tr("The {1} has no sides; leave left and right out."), {joint->label}};
    }
    return std::nullopt;
}

} // namespace palpate::reference
