// SPDX-License-Identifier: MIT
#include "report/Catalogue.h"

#include "report/Nearest.h"
#include "report/TemplateText.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace palpate::report {
namespace {

using Kind = Fields::Kind;

constexpr std::size_t kMostFaults = 500; // of a file that was never meant as a template

/// The fields of one place by name, and the groups that dotted names make.
class Names {
public:
    explicit Names(const std::vector<FieldInfo>& fields) {
        for (const FieldInfo& field : fields) {
            add("", field);
        }
    }
    [[nodiscard]] const FieldInfo* find(const std::string& name) const {
        const auto found = fields_.find(name);
        return found == fields_.end() ? nullptr : found->second;
    }
    [[nodiscard]] bool isGroup(const std::string& name) const { return groups_.count(name) > 0; }
    [[nodiscard]] const std::vector<std::string>& all() const noexcept { return all_; }

private:
    void add(const std::string& before, const FieldInfo& field) {
        const std::string name = before + field.name;
        if (fields_.emplace(name, &field).second) {
            all_.push_back(name);
        }
        for (std::size_t dot = name.find('.'); dot != std::string::npos;
             dot = name.find('.', dot + 1)) {
            groups_.insert(name.substr(0, dot));
        }
        if (field.kind == Kind::Group) {
            for (const FieldInfo& inner : field.items) {
                add(name + ".", inner);
            }
        }
    }

    std::unordered_map<std::string, const FieldInfo*> fields_;
    std::unordered_set<std::string> groups_;
    std::vector<std::string> all_;
};

class Checker {
public:
    Checker(const Template& layout, const Catalogue& catalogue)
        : layout_{layout}, catalogue_{catalogue}, issues_{layout.problems()} {}

    std::vector<Issue> issues() {
        scopes_.push_back({&namesOf(catalogue_.fields), "", nullptr, false});
        for (const TemplateTag& tag : layout_.tags()) {
            if (issues_.size() >= kMostFaults) {
                break;
            }
            read(tag);
        }
        for (const TemplateFigure& figure : layout_.figures()) {
            if (issues_.size() >= kMostFaults) {
                break;
            }
            read(figure);
        }
        attribution();
        std::stable_sort(issues_.begin(), issues_.end(), [](const Issue& a, const Issue& b) {
            return std::tie(a.line, a.column) < std::tie(b.line, b.column);
        });
        return std::move(issues_);
    }

private:
    /// What an open section brings in: the fields of its items, those of a group that dotted names
    /// make (all that begin with `prefix`), or none.
    struct Scope {
        const Names* names = nullptr;
        std::string prefix;
        const FieldInfo* field = nullptr; ///< of the section itself
        bool isAnything = false;          ///< of an unknown section: what is in it can't be judged
    };
    struct Found {
        const FieldInfo* field = nullptr;
        const Scope* scope = nullptr; ///< where
        bool isGroup = false;
        bool isAnything = false;
    };

    const Names& namesOf(const std::vector<FieldInfo>& fields) {
        return names_.try_emplace(&fields, fields).first->second;
    }

    [[nodiscard]] Found find(const std::string& name) const {
        if (name.empty()) { // a faulty one, which the template's own problems tell
            return {nullptr, nullptr, false, true};
        }
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            if (scope->isAnything) {
                return {nullptr, nullptr, false, true};
            }
            if (scope->names == nullptr) {
                continue;
            }
            if (const FieldInfo* field = scope->names->find(scope->prefix + name)) {
                return {field, &*scope, false, false};
            }
            if (scope->names->isGroup(scope->prefix + name)) {
                return {nullptr, &*scope, true, false};
            }
        }
        return {};
    }

    void add(const TemplateTag& tag, Message message) {
        issues_.push_back({tag.line, tag.column, std::move(message)});
    }

    void read(const TemplateTag& tag) {
        switch (tag.kind) {
        case TemplateTag::Kind::Value:
            value(tag);
            break;
        case TemplateTag::Kind::Section:
            section(tag);
            break;
        case TemplateTag::Kind::Inverted:
            if (tag.name != "." && !isKnown(find(tag.name))) {
                unknown(tag);
            }
            scopes_.push_back({}); // what is empty has no fields
            break;
        case TemplateTag::Kind::Close:
            if (scopes_.size() > 1) {
                scopes_.pop_back();
            }
            break;
        }
    }

    static bool isKnown(const Found& found) {
        return found.field != nullptr || found.isGroup || found.isAnything;
    }

    void value(const TemplateTag& tag) {
        if (tag.name == ".") {
            const Scope& inner = scopes_.back();
            const bool isText = inner.field != nullptr && (inner.field->kind == Kind::Text ||
                                                           inner.field->kind == Kind::Note);
            if (!isText && !inner.isAnything) {
                add(tag, {tr("{{.}} has no value here: write the name of a field."), {}});
            }
            return;
        }
        const Found found = find(tag.name);
        if (!isKnown(found)) {
            unknown(tag);
            return;
        }
        if (found.isGroup || (found.field != nullptr && found.field->kind == Kind::Group)) {
            add(tag, {tr("{1} is a group of fields: write {{{1}.name}} with the name of one."),
                      {tag.name}});
        } else if (found.field != nullptr && found.field->kind == Kind::List) {
            add(tag, {tr("{1} is a list: write {{#{1}}} ... {{/{1}}} around the fields of its "
                         "items."),
                      {tag.name}});
        } else if (found.field != nullptr && found.field->kind == Kind::Flag) {
            add(tag, {tr("{1} is a flag, which is yes or no and has no text: write {{#{1}}} ... "
                         "{{/{1}}} around what it decides on."),
                      {tag.name}});
        }
    }

    void section(const TemplateTag& tag) {
        const Found found = find(tag.name);
        if (tag.name == "." || found.isAnything) {
            scopes_.push_back({nullptr, "", nullptr, found.isAnything});
            return;
        }
        if (found.isGroup) {
            scopes_.push_back(
                {found.scope->names, found.scope->prefix + tag.name + ".", nullptr, false});
            return;
        }
        if (found.field == nullptr) {
            unknown(tag);
            scopes_.push_back({nullptr, "", nullptr, true});
            return;
        }
        const bool hasItems = found.field->kind == Kind::List || found.field->kind == Kind::Group;
        scopes_.push_back(
            {hasItems ? &namesOf(found.field->items) : nullptr, "", found.field, false});
    }

    /// Each name that has a meaning in this place, the innermost first.
    [[nodiscard]] std::vector<std::string_view> knownHere() const {
        std::vector<std::string_view> known;
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            if (scope->names == nullptr) {
                continue;
            }
            for (const std::string& name : scope->names->all()) {
                if (std::string_view{name}.starts_with(scope->prefix)) {
                    known.push_back(std::string_view{name}.substr(scope->prefix.size()));
                }
            }
        }
        return known;
    }

    /// The list whose items have a field of that name; empty when there is none.
    static std::string ownerOf(const std::string& name, const std::vector<FieldInfo>& fields) {
        for (const FieldInfo& field : fields) {
            if (field.kind != Kind::List && field.kind != Kind::Group) {
                continue;
            }
            if (std::any_of(field.items.begin(), field.items.end(),
                            [&name](const FieldInfo& item) { return item.name == name; }) &&
                field.kind == Kind::List) {
                return field.name;
            }
            if (std::string inner = ownerOf(name, field.items); !inner.empty()) {
                return inner;
            }
        }
        return {};
    }

    void unknown(const TemplateTag& tag) {
        const FieldInfo* section = scopes_.back().field;
        const bool inText =
            section != nullptr && section->kind != Kind::List && section->kind != Kind::Group;
        const std::string owner = ownerOf(tag.name, catalogue_.fields);
        if (!owner.empty() && inText) {
            add(tag, {tr("The field {1} belongs to the list {2}; {3} is no list and has no items."),
                      {tag.name, owner, section->name}});
        } else if (!owner.empty()) {
            add(tag, {tr("The field {1} belongs to the list {2}: write it between {{#{2}}} and "
                         "{{/{2}}}."),
                      {tag.name, owner}});
        } else if (const std::string near = nearestOf(tag.name, knownHere()); !near.empty()) {
            add(tag, {tr("There is no field {1} here; did you mean {2}?"), {tag.name, near}});
        } else {
            add(tag, {tr("There is no field {1} here."), {told(tag.name)}});
        }
    }

    // ---- figures

    void read(const TemplateFigure& figure) {
        constexpr std::string_view kTag = "{{";
        if (figure.name.empty() || figure.name.find(kTag) != std::string::npos) {
            return; // the first is told already, the second can't be known before it is filled
        }
        const auto known =
            std::find_if(catalogue_.figures.begin(), catalogue_.figures.end(),
                         [&figure](const FigureInfo& info) { return info.name == figure.name; });
        if (known == catalogue_.figures.end() && figure.name != "logo") {
            std::vector<std::string_view> names{"logo"};
            for (const FigureInfo& info : catalogue_.figures) {
                names.push_back(info.name);
            }
            const std::string near = nearestOf(figure.name, names);
            issues_.push_back(
                {figure.line, figure.column,
                 near.empty() ? Message{tr("There is no figure {1} here."), {told(figure.name)}}
                              : Message{tr("There is no figure {1} here; did you mean {2}?"),
                                        {told(figure.name), near}}});
            return;
        }
        const std::vector<ParameterInfo> none;
        for (const TemplateFigure::Parameter& parameter : figure.parameters) {
            read(figure.name, parameter,
                 known == catalogue_.figures.end() ? none : known->parameters);
        }
        if (known != catalogue_.figures.end() && known->needsAttribution &&
            needsAttribution_ == nullptr) {
            needsAttribution_ = &figure;
        }
    }

    void read(const std::string& figure, const TemplateFigure::Parameter& parameter,
              const std::vector<ParameterInfo>& known) {
        const auto add = [&](Message message) {
            issues_.push_back({parameter.line, parameter.column, std::move(message)});
        };
        const bool isFilled = parameter.value.find("{{") != std::string::npos;
        if (parameter.name == "width") {
            const bool isNumber =
                !parameter.value.empty() && parameter.value.size() <= 6 &&
                parameter.value.find_first_not_of("0123456789.") == std::string::npos &&
                parameter.value.find_first_of("123456789") != std::string::npos;
            if (!isNumber && !isFilled) {
                add({tr("A figure's width is a number of millimetres, not \"{1}\"."),
                     {told(parameter.value)}});
            }
            return;
        }
        const auto info =
            std::find_if(known.begin(), known.end(), [&parameter](const ParameterInfo& one) {
                return one.name == parameter.name;
            });
        if (info == known.end()) {
            std::vector<std::string_view> names{"width"};
            for (const ParameterInfo& one : known) {
                names.push_back(one.name);
            }
            const std::string near = nearestOf(parameter.name, names);
            add(near.empty() ? Message{tr("The figure {1} has no parameter {2}."),
                                       {figure, told(parameter.name)}}
                             : Message{tr("The figure {1} has no parameter {2}; did you mean {3}?"),
                                       {figure, told(parameter.name), near}});
            return;
        }
        const auto& values = info->values;
        if (values.empty() || isFilled ||
            std::find(values.begin(), values.end(), parameter.value) != values.end()) {
            return;
        }
        std::string all;
        for (const std::string& value : values) {
            all += (all.empty() ? "" : ", ") + value;
        }
        add({tr("The parameter {1} of the figure {2} is one of {3}, not \"{4}\"."),
             {parameter.name, figure, all, told(parameter.value)}});
    }

    void attribution() {
        if (needsAttribution_ == nullptr) {
            return;
        }
        const auto& tags = layout_.tags();
        const bool isPrinted = std::any_of(tags.begin(), tags.end(), [](const TemplateTag& tag) {
            return tag.kind == TemplateTag::Kind::Value && tag.name == "attribution";
        });
        if (!isPrinted) {
            issues_.push_back(
                {needsAttribution_->line,
                 needsAttribution_->column,
                 {tr("The licence of the figure {1} asks that its makers are named: print "
                     "{{attribution}}, best in the footnotes."),
                  {needsAttribution_->name}}});
        }
    }

    const Template& layout_;
    const Catalogue& catalogue_;
    std::vector<Issue> issues_;
    std::vector<Scope> scopes_;
    std::unordered_map<const std::vector<FieldInfo>*, Names> names_;
    const TemplateFigure* needsAttribution_ = nullptr;
};

} // namespace

std::vector<Issue> check(const Template& layout, const Catalogue& catalogue) {
    return Checker{layout, catalogue}.issues();
}

} // namespace palpate::report
