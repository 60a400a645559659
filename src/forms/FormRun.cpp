// SPDX-License-Identifier: MIT
#include "forms/FormRun.h"

#include "forms/AnswerRules.h"
#include "forms/FormTree.h"
#include "forms/Path.h"
#include "forms/PathEvaluator.h"

#include <algorithm>
#include <map>
#include <utility>

namespace palpate::forms {

namespace {

constexpr std::size_t kMostRepetitions = 200;

using Nodes = std::vector<std::unique_ptr<FormNode>>;

[[nodiscard]] FormNode* nodeOf(const Nodes& nodes, std::string_view linkId) {
    const auto found =
        std::ranges::find_if(nodes, [&](const auto& node) { return node->item->linkId == linkId; });
    return found != nodes.end() ? found->get() : nullptr;
}

/// Takes answers of another time into blank nodes.
class Restoring {
public:
    Restoring(std::vector<FormFault>& leftOut, std::vector<AnsweredItem>* homeless)
        : leftOut_{leftOut}, homeless_{homeless} {}

    void run(const std::vector<AnsweredItem>& items, Nodes& nodes) {
        std::map<const FormNode*, std::size_t> seen; // repetitions of a group so far
        for (const auto& item : items) {
            auto* node = nodeOf(nodes, item.linkId);
            if (node == nullptr) {
                tell(item.linkId, tr("The form has no such question any more here; the answer is "
                                     "left out."));
                keepAll({item});
                continue;
            }
            if (node->item->type == ItemType::Group) {
                takeGroup(item, *node, seen[node]++);
            } else {
                takeAnswers(item, *node);
            }
        }
    }

private:
    void takeGroup(const AnsweredItem& item, FormNode& node, std::size_t repetition) {
        if (repetition > 0 && (!node.item->repeats || repetition >= kMostRepetitions)) {
            tell(item.linkId, tr("The group does not repeat so often; what stands in it is left "
                                 "out."));
            keepAll(item.items);
            return;
        }
        if (repetition > 0) {
            node.instances.push_back(blankInstance(*node.item, false));
        }
        run(item.items, node.instances.back().children);
    }

    void takeAnswers(const AnsweredItem& item, FormNode& node) {
        for (const auto& answer : item.answers) {
            auto value = fitting(*node.item, answer.value);
            if (!value || (!node.instances.empty() && !node.item->repeats)) {
                tell(item.linkId, tr("The answer is not one that the question takes; it is left "
                                     "out."));
                keepAll({{item.linkId, item.text, {answer}, {}}});
                continue;
            }
            auto instance = blankInstance(*node.item, false);
            instance.value = *std::move(value);
            run(answer.items, instance.children);
            node.instances.push_back(std::move(instance));
        }
    }

    /// The questions of groups, and what was asked beneath answers, each on its own.
    void keepAll(const std::vector<AnsweredItem>& items) {
        for (const auto& item : items) {
            if (homeless_ != nullptr && !item.answers.empty()) {
                auto& kept = homeless_->emplace_back(AnsweredItem{item.linkId, item.text, {}, {}});
                for (const auto& answer : item.answers) {
                    kept.answers.push_back({answer.value, {}});
                }
            }
            keepAll(item.items);
            for (const auto& answer : item.answers) {
                keepAll(answer.items);
            }
        }
    }

    void tell(const std::string& linkId, std::string sentence) {
        leftOut_.push_back({FormFault::Weight::Error, linkId, std::move(sentence)});
    }

    std::vector<FormFault>& leftOut_;
    std::vector<AnsweredItem>* homeless_; ///< may be missing
};

[[nodiscard]] bool isOption(const Item& item, const AnswerValue& value) {
    return std::ranges::find(item.options, value, &AnswerOption::value) != item.options.end();
}

/// The answers of a question in place of the old ones. What was asked beneath an answer goes with
/// it wherever it stands now, and stays when a single answer is corrected: never to another choice
/// beside which it could stand.
[[nodiscard]] std::vector<Instance> replaced(const Item& item, std::vector<Instance> old,
                                             std::vector<AnswerValue> values) {
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> from(values.size(), kNone);
    std::vector<bool> taken(old.size(), false);
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < old.size() && from[i] == kNone; ++j) {
            if (!taken[j] && old[j].value && *old[j].value == values[i]) {
                from[i] = j;
                taken[j] = true;
            }
        }
    }
    if (std::ranges::count(from, kNone) == 1 && std::ranges::count(taken, false) == 1) {
        const auto added = static_cast<std::size_t>(std::ranges::find(from, kNone) - from.begin());
        const auto gone = static_cast<std::size_t>(std::ranges::find(taken, false) - taken.begin());
        const bool isCorrected = added == gone && old[gone].value &&
                                 !isOption(item, values[added]) &&
                                 !isOption(item, *old[gone].value);
        if (isCorrected || !item.repeats) {
            from[added] = gone;
        }
    }
    std::vector<Instance> instances;
    for (std::size_t i = 0; i < values.size(); ++i) {
        instances.push_back(from[i] != kNone ? std::move(old[from[i]]) : blankInstance(item, true));
        instances.back().value = std::move(values[i]);
    }
    return instances;
}

} // namespace

struct FormRun::Inside {
    const Questionnaire& form;
    Nodes roots;
    std::optional<FormIndex> index = {};
    std::vector<FormLine> lines = {};

    void refresh() {
        index.emplace(roots);
        settle(form, roots, *index);
        index.emplace(roots); // what was calculated has no items beneath it, yet answers
        lines.clear();
        for (const auto& entry : index->entries()) {
            const auto& node = *entry.node;
            FormLine line;
            line.place = entry.place;
            line.item = node.item;
            line.depth = entry.depth;
            line.enabled = node.enabled;
            line.calculated = node.item->calculated.has_value();
            line.notCalculated = node.notCalculated;
            line.repetitions = std::max<std::size_t>(node.instances.size(), 1);
            for (const auto& instance : node.instances) {
                if (instance.value) {
                    line.answers.push_back(*instance.value);
                    std::ranges::move(problemsOf(*node.item, *instance.value),
                                      std::back_inserter(line.problems));
                }
            }
            lines.push_back(std::move(line));
        }
    }

    [[nodiscard]] FormNode* nodeAt(const FormPlace& place) const {
        const auto entry = index->at(place);
        return entry ? index->entries()[*entry].node : nullptr;
    }

    /// What the form itself begins with, where nothing was answered.
    void takeInitialExpressions() {
        bool changed = false;
        const FormAnswers answers{form.url, form.version, answersOf(roots, false)};
        for (const auto& entry : index->entries()) {
            const auto& item = *entry.node->item;
            if (!item.initially || !item.initially->obstacle.empty() ||
                !entry.node->instances.empty()) {
                continue;
            }
            const auto parsed = Path::parse(item.initially->text);
            const auto result = parsed.path ? evaluate(*parsed.path, form, answers) : PathResult{};
            if (result.nodes.size() != 1) {
                continue;
            }
            const auto value = valueOf(result.nodes.front());
            if (auto kept = value ? fitting(item, *value) : std::nullopt) {
                auto instance = blankInstance(item, true);
                instance.value = *std::move(kept);
                entry.node->instances.push_back(std::move(instance));
                changed = true;
            }
        }
        if (changed) {
            refresh();
        }
    }
};

FormRun::FormRun(const Questionnaire& form)
    : inside_{std::make_unique<Inside>(Inside{form, blankNodes(form.items, true)})} {
    inside_->refresh();
    inside_->takeInitialExpressions();
}

FormRun::FormRun(const Questionnaire& form, const FormAnswers& before,
                 std::vector<FormFault>& leftOut, std::vector<AnsweredItem>* homeless)
    : inside_{std::make_unique<Inside>(Inside{form, blankNodes(form.items, false)})} {
    Restoring{leftOut, homeless}.run(before.items, inside_->roots);
    inside_->refresh();
}

FormRun::~FormRun() = default;
FormRun::FormRun(FormRun&&) noexcept = default;
FormRun& FormRun::operator=(FormRun&&) noexcept = default;

const Questionnaire& FormRun::form() const noexcept {
    return inside_->form;
}

const std::vector<FormLine>& FormRun::lines() const noexcept {
    return inside_->lines;
}

const FormLine* FormRun::lineAt(const FormPlace& place) const noexcept {
    const auto entry = inside_->index->at(place);
    return entry ? &inside_->lines[*entry] : nullptr;
}

std::optional<Message> FormRun::answer(const FormPlace& question, std::vector<AnswerValue> values) {
    auto* node = inside_->nodeAt(question);
    if (node == nullptr || !node->item->isQuestion()) {
        return Message{tr("This is no question of the form."), {}};
    }
    const auto& item = *node->item;
    if (item.readOnly || item.calculated) {
        return Message{tr("This can't be answered: it is shown, or worked out."), {}};
    }
    if (values.size() > 1 && !item.repeats) {
        return Message{tr("Only one answer is taken here."), {}};
    }
    if (values.size() > kMostRepetitions) {
        return Message{tr("At most {1} answers are taken here."),
                       {std::to_string(kMostRepetitions)}};
    }
    std::vector<AnswerValue> kept;
    for (const auto& value : values) {
        auto fit = fitting(item, value);
        if (!fit) {
            return refusal(item, value);
        }
        kept.push_back(*std::move(fit));
    }
    node->instances = replaced(item, std::exchange(node->instances, {}), std::move(kept));
    inside_->refresh();
    return std::nullopt;
}

std::optional<FormPlace> FormRun::addRepetition(const FormPlace& group) {
    auto* node = inside_->nodeAt(group);
    if (node == nullptr || node->item->type != ItemType::Group || !node->item->repeats ||
        node->instances.size() >= kMostRepetitions) {
        return std::nullopt;
    }
    node->instances.push_back(blankInstance(*node->item, true));
    auto place = group;
    place.back().index = node->instances.size() - 1;
    inside_->refresh();
    return place;
}

void FormRun::removeRepetition(const FormPlace& group) {
    auto* node = inside_->nodeAt(group);
    if (node == nullptr || node->item->type != ItemType::Group ||
        group.back().index >= node->instances.size()) {
        return;
    }
    if (node->instances.size() == 1) {
        node->instances.front() = blankInstance(*node->item, false);
    } else {
        node->instances.erase(node->instances.begin() +
                              static_cast<std::ptrdiff_t>(group.back().index));
    }
    inside_->refresh();
}

std::vector<std::pair<FormPlace, Message>> FormRun::gaps() const {
    std::vector<std::pair<FormPlace, Message>> gaps;
    for (const auto& line : inside_->lines) {
        if (!line.enabled) {
            continue;
        }
        for (const auto& problem : line.problems) {
            gaps.emplace_back(line.place, problem);
        }
        if (line.item->isQuestion() && line.item->required && line.answers.empty() &&
            !line.calculated && !line.item->readOnly) {
            gaps.emplace_back(line.place,
                              Message{tr("\"{1}\" has no answer yet."), {line.item->text.text}});
        }
        if (line.item->type == ItemType::Group && line.item->required) {
            const auto* node = inside_->nodeAt(line.place);
            if (answersOf(node->instances[line.place.back().index].children, false).empty()) {
                gaps.emplace_back(line.place, Message{tr("Nothing in \"{1}\" is answered yet."),
                                                      {line.item->text.text}});
            }
        }
    }
    return gaps;
}

std::size_t FormRun::askedCount() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(inside_->lines, [](const auto& line) {
        return line.enabled && line.item->isQuestion() && !line.calculated && !line.item->hidden &&
               !line.item->readOnly;
    }));
}

std::size_t FormRun::answeredCount() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(inside_->lines, [](const auto& line) {
        return line.enabled && line.item->isQuestion() && !line.calculated && !line.item->hidden &&
               !line.item->readOnly && !line.answers.empty();
    }));
}

FormAnswers FormRun::answers() const {
    return {inside_->form.url, inside_->form.version, answersOf(inside_->roots, false)};
}

FormAnswers FormRun::everything() const {
    return {inside_->form.url, inside_->form.version, answersOf(inside_->roots, true)};
}

} // namespace palpate::forms
