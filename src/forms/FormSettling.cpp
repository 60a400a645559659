// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/AnswerRules.h"
#include "forms/FormTree.h"
#include "forms/PathEvaluator.h"

#include <algorithm>
#include <cmath>

namespace palpate::forms {

namespace {

/// Values that are worked out from worked-out values; more rounds than that run in a circle.
constexpr int kMostRounds = 20;

class Settling {
public:
    Settling(const Questionnaire& form, const std::vector<std::unique_ptr<FormNode>>& roots,
             const FormIndex& index)
        : form_{form}, roots_{roots}, index_{index} {
        for (const auto& entry : index_.entries()) {
            hasExpressions_ = hasExpressions_ || entry.node->item->calculated ||
                              entry.node->item->enableExpression;
        }
    }

    void run() {
        settleConditions();
        if (!hasExpressions_) {
            return;
        }
        for (int round = 0; round < kMostRounds; ++round) {
            const bool changed = calculate(false);
            settleConditions();
            if (!changed) {
                return;
            }
        }
        calculate(true);
    }

private:
    /// Conditions have no circles (the form was checked), so that this ends.
    void settleConditions() {
        for (std::size_t round = 0; round <= index_.entries().size(); ++round) {
            bool changed = false;
            for (std::size_t i = 0; i < index_.entries().size(); ++i) {
                const auto& entry = index_.entries()[i];
                const bool enabled = isEnabled(i);
                if (enabled != entry.node->enabled) {
                    entry.node->enabled = enabled;
                    changed = true;
                }
            }
            if (!changed) {
                return;
            }
        }
    }

    [[nodiscard]] bool isEnabled(std::size_t at) const {
        const auto& entry = index_.entries()[at];
        if (entry.parent && !index_.entries()[*entry.parent].node->enabled) {
            return false;
        }
        const auto& item = *entry.node->item;
        if (item.enableExpression && !shownByExpression(item)) {
            return false;
        }
        if (item.enableWhen.empty()) {
            return true;
        }
        const auto holds = [&](const EnableWhen& condition) { return isMet(condition, at); };
        return item.behaviour == EnableBehaviour::All ? std::ranges::all_of(item.enableWhen, holds)
                                                      : std::ranges::any_of(item.enableWhen, holds);
    }

    [[nodiscard]] bool isMet(const EnableWhen& condition, std::size_t from) const {
        std::vector<const AnswerValue*> answers;
        for (const auto question : index_.nearest(condition.question, from)) {
            const auto& node = *index_.entries()[question].node;
            if (!node.enabled) {
                continue; // a question that is not asked has no answer
            }
            for (const auto& instance : node.instances) {
                if (instance.value) {
                    answers.push_back(&*instance.value);
                }
            }
        }
        const auto isEqual = [&](const AnswerValue* answer) {
            return areEqual(ValueNode{*answer}, ValueNode{condition.answer});
        };
        const auto compares = [&](auto wanted) {
            return std::ranges::any_of(answers, [&](const AnswerValue* answer) {
                const auto order = ordered(*answer, condition.answer);
                return order && wanted(*order);
            });
        };
        switch (condition.op) {
        case EnableOperator::Exists:
            return std::get<bool>(condition.answer) == !answers.empty();
        case EnableOperator::Equal:
            return std::ranges::any_of(answers, isEqual);
        case EnableOperator::NotEqual: // R4: no answer is equal; so without an answer too
            return std::ranges::none_of(answers, isEqual);
        case EnableOperator::Greater:
            return compares([](int order) { return order > 0; });
        case EnableOperator::Less:
            return compares([](int order) { return order < 0; });
        case EnableOperator::GreaterOrEqual:
            return compares([](int order) { return order >= 0; });
        case EnableOperator::LessOrEqual:
            return compares([](int order) { return order <= 0; });
        }
        return false;
    }

    [[nodiscard]] bool shownByExpression(const Item& item) const {
        const auto found = shownBy_.find(&item);
        return found != shownBy_.end() && found->second;
    }

    /// The values of all expressions over the answers as they are. True: something has changed.
    bool calculate(bool isCircle) {
        const FormAnswers answers{form_.url, form_.version, answersOf(roots_, false)};
        const bool isBlank = !hasAnswer();
        PathNames names;
        bindVariables(form_.variables, answers, names);
        bool changed = false;
        for (const auto& entry : index_.entries()) {
            const auto& item = *entry.node->item;
            if (!item.calculated && !item.enableExpression) {
                continue;
            }
            auto own = names;
            bindAbove(entry, answers, own);
            if (item.enableExpression) {
                const auto result = evaluated(*item.enableExpression, answers, own);
                const bool isShown = result.problem.empty() && truthIn(result.nodes);
                changed = changed || shownByExpression(item) != isShown;
                shownBy_[&item] = isShown;
            }
            if (item.calculated) {
                const auto result = isCircle  ? PathResult{{}, tr("it depends on itself")}
                                    : isBlank ? PathResult{}
                                              : evaluated(*item.calculated, answers, own);
                changed = take(*entry.node, result) || changed;
            }
        }
        return changed;
    }

    /// Nothing was answered: there is nothing to sum up, and no 0 either.
    [[nodiscard]] bool hasAnswer() const {
        return std::ranges::any_of(index_.entries(), [](const NodeEntry& entry) {
            return entry.node->item->isQuestion() && !entry.node->item->calculated &&
                   entry.node->enabled && !entry.node->instances.empty();
        });
    }

    void bindAbove(const NodeEntry& entry, const FormAnswers& answers, PathNames& names) const {
        std::vector<const Item*> above{entry.node->item};
        for (auto parent = entry.parent; parent; parent = index_.entries()[*parent].parent) {
            above.push_back(index_.entries()[*parent].node->item);
        }
        for (auto item = above.rbegin(); item != above.rend(); ++item) {
            bindVariables((*item)->variables, answers, names);
        }
    }
    void bindVariables(const std::vector<Expression>& variables, const FormAnswers& answers,
                       PathNames& names) const {
        for (const auto& variable : variables) {
            if (variable.obstacle.empty()) {
                names[variable.name] = evaluated(variable, answers, names).nodes;
            }
        }
    }

    [[nodiscard]] PathResult evaluated(const Expression& expression, const FormAnswers& answers,
                                       const PathNames& names) const {
        if (!expression.obstacle.empty()) {
            return {{}, expression.obstacle};
        }
        auto& parsed = paths_[expression.text];
        if (!parsed) {
            parsed = std::make_unique<Path::Parsed>(Path::parse(expression.text));
        }
        return parsed->path ? evaluate(*parsed->path, form_, answers, names)
                            : PathResult{{}, parsed->obstacle};
    }

    [[nodiscard]] static bool truthIn(const PathNodes& nodes) {
        try {
            return truthOf(nodes) == true;
        } catch (const NotWorkedOut&) {
            return false;
        }
    }

    /// True when the node has another value now.
    [[nodiscard]] static bool take(FormNode& node, const PathResult& result) {
        std::vector<AnswerValue> values;
        auto problem = result.problem;
        for (const auto& one : result.nodes) {
            const auto value = valueOf(one);
            auto kept = value ? calculatedFor(*node.item, *value) : std::nullopt;
            if (!kept) {
                problem = tr("what comes out can't be an answer to it");
                break;
            }
            values.push_back(*std::move(kept));
        }
        if (values.size() > 1 && !node.item->repeats) {
            problem = tr("several values come out where one is needed");
        }
        if (!problem.empty()) {
            values.clear();
        }
        node.notCalculated = std::move(problem);
        const bool same = std::ranges::equal(
            values, node.instances, [](const AnswerValue& value, const Instance& instance) {
                return instance.value == value;
            });
        if (same) {
            return false;
        }
        node.instances.clear();
        for (auto& value : values) {
            node.instances.push_back({std::move(value), {}});
        }
        return true;
    }

    /// A worked-out number becomes what the question keeps: 7.0 a whole number, 7 a quantity.
    [[nodiscard]] static std::optional<AnswerValue> calculatedFor(const Item& item,
                                                                  const AnswerValue& value) {
        const auto number = numberIn(value);
        if (number && item.type == ItemType::Integer && *number == std::trunc(*number) &&
            std::abs(*number) < 9e15) {
            return AnswerValue{static_cast<std::int64_t>(*number)};
        }
        if (number && item.type == ItemType::Quantity && !std::holds_alternative<Quantity>(value)) {
            Quantity quantity{*number};
            if (item.units.size() == 1) {
                quantity.unit = item.units.front().unit;
                quantity.system = item.units.front().system;
                quantity.code = item.units.front().code;
            }
            return AnswerValue{quantity};
        }
        return fitting(item, value);
    }

    const Questionnaire& form_;
    const std::vector<std::unique_ptr<FormNode>>& roots_;
    const FormIndex& index_;
    bool hasExpressions_ = false;
    std::unordered_map<const Item*, bool> shownBy_;
    mutable std::unordered_map<std::string, std::unique_ptr<Path::Parsed>> paths_;
};

} // namespace

void settle(const Questionnaire& form, const std::vector<std::unique_ptr<FormNode>>& roots,
            const FormIndex& index) {
    Settling{form, roots, index}.run();
}

} // namespace palpate::forms
