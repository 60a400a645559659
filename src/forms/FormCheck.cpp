// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/FormReading.h"
#include "forms/FormRun.h"
#include "forms/Path.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace palpate::forms {

namespace {

class WholeCheck {
public:
    WholeCheck(Questionnaire& form, Faults& faults) : form_{form}, faults_{faults} {}

    void run() {
        gather(form_.items, nullptr);
        for (const auto& [id, item] : inOrder_) {
            checkConditions(*item);
            checkInitial(*item);
        }
        checkCircles();
        Names names{"resource", "context", "rootResource"};
        checkVariables(form_.variables, names, {});
        checkExpressions(form_.items, names);
    }

private:
    using Names = std::unordered_set<std::string>;

    void gather(std::vector<Item>& items, const Item* parent) {
        for (auto& item : items) {
            if (!byId_.emplace(item.linkId, &item).second) {
                faults_.error(item.linkId, tr("The linkId stands twice in the form."));
            } else {
                inOrder_.emplace_back(item.linkId, &item);
                parents_[&item] = parent;
            }
            gather(item.items, &item);
        }
    }

    void checkConditions(const Item& item) {
        for (const auto& condition : item.enableWhen) {
            const auto found = byId_.find(condition.question);
            if (found == byId_.end()) {
                faults_.error(
                    item.linkId,
                    shown({tr("A condition asks for the question \"{1}\", which is not in "
                              "the form."),
                           {condition.question}}));
                continue;
            }
            if (!found->second->isQuestion()) {
                faults_.error(item.linkId, shown({tr("A condition asks for \"{1}\", which is no "
                                                     "question."),
                                                  {condition.question}}));
                continue;
            }
            if (condition.op != EnableOperator::Exists) {
                if (const auto why = refusal(*found->second, condition.answer)) {
                    faults_.error(item.linkId,
                                  shown({tr("A condition asks \"{1}\" for an answer that can't be: "
                                            "{2}"),
                                         {condition.question, shown(*why)}}));
                }
            }
        }
    }

    void checkInitial(const Item& item) {
        for (const auto& value : item.initial) {
            if (const auto why = refusal(item, value)) {
                faults_.error(item.linkId,
                              shown({tr("The initial answer can't be one: {1}"), {shown(*why)}}));
            }
        }
        for (const auto* limit : {&item.minValue, &item.maxValue}) {
            if (*limit && item.type != ItemType::Integer && item.type != ItemType::Decimal &&
                item.type != ItemType::Date && item.type != ItemType::DateTime &&
                item.type != ItemType::Time && item.type != ItemType::Quantity) {
                faults_.error(item.linkId, tr("Only numbers, dates and times have a least or "
                                              "greatest value."));
            }
        }
    }

    /// An item waits for the questions it asks for and for the item it lies in.
    void checkCircles() {
        std::unordered_map<const Item*, int> state; // 1: being looked at, 2: done
        for (const auto& [id, item] : inOrder_) {
            if (state[item] == 0 && leadsBack(item, state)) {
                return; // one sentence is enough
            }
        }
    }
    bool leadsBack(const Item* start, std::unordered_map<const Item*, int>& state) {
        struct Visit {
            const Item* item;
            std::vector<const Item*> waitsFor;
            std::size_t next = 0;
        };
        std::vector<Visit> way{{start, waitsFor(*start)}};
        state[start] = 1;
        while (!way.empty()) {
            auto& visit = way.back();
            if (visit.next == visit.waitsFor.size()) {
                state[visit.item] = 2;
                way.pop_back();
                continue;
            }
            const auto* next = visit.waitsFor[visit.next++];
            if (state[next] == 1) {
                faults_.error(next->linkId,
                              tr("The conditions run in a circle: whether it is asked depends on "
                                 "itself."));
                return true;
            }
            if (state[next] == 0) {
                state[next] = 1;
                way.push_back({next, waitsFor(*next)});
            }
        }
        return false;
    }
    [[nodiscard]] std::vector<const Item*> waitsFor(const Item& item) const {
        std::vector<const Item*> others;
        for (const auto& condition : item.enableWhen) {
            if (const auto found = byId_.find(condition.question); found != byId_.end()) {
                others.push_back(found->second);
            }
        }
        if (const auto parent = parents_.find(&item);
            parent != parents_.end() && parent->second != nullptr) {
            others.push_back(parent->second);
        }
        return others;
    }

    /// Notes the obstacle, if there is one, in the expression itself.
    void judge(Expression& expression, const Names& names) const {
        if (!expression.obstacle.empty()) {
            return;
        }
        const auto parsed = Path::parse(expression.text);
        if (!parsed.path) {
            expression.obstacle = parsed.obstacle;
            return;
        }
        for (const auto& name : parsed.path->names()) {
            if (!names.contains(name)) {
                expression.obstacle = shown({tr("%{1} is not known"), {name}});
                return;
            }
        }
    }
    void checkVariables(std::vector<Expression>& variables, Names& names,
                        const std::string& linkId) const {
        for (auto& variable : variables) {
            judge(variable, names);
            if (!variable.obstacle.empty()) {
                faults_.note(linkId, shown({tr("The variable {1} is not calculated here: {2}."),
                                            {variable.name, variable.obstacle}}));
            } else {
                names.insert(variable.name);
            }
        }
    }
    void checkExpressions(std::vector<Item>& items, const Names& outer) const {
        for (auto& item : items) {
            auto names = outer;
            checkVariables(item.variables, names, item.linkId);
            for (auto* expression : {&item.calculated, &item.initially}) {
                if (*expression) {
                    judge(**expression, names);
                    if (!(*expression)->obstacle.empty()) {
                        faults_.note(item.linkId, shown({tr("The value is not calculated here: "
                                                            "{1}."),
                                                         {(*expression)->obstacle}}));
                    }
                }
            }
            if (item.enableExpression) {
                judge(*item.enableExpression, names);
                if (!item.enableExpression->obstacle.empty()) {
                    faults_.error(item.linkId, shown({tr("Whether it is asked can't be worked out "
                                                         "here: {1}."),
                                                      {item.enableExpression->obstacle}}));
                }
            }
            checkExpressions(item.items, names);
        }
    }

    Questionnaire& form_;
    Faults& faults_;
    std::unordered_map<std::string, Item*> byId_;
    std::vector<std::pair<std::string, Item*>> inOrder_;
    std::unordered_map<const Item*, const Item*> parents_;
};

} // namespace

void checkWhole(Questionnaire& form, Faults& faults) {
    WholeCheck{form, faults}.run();
}

} // namespace palpate::forms
