package systole.plan.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;
import systole.plan.unit.Cost;

/** One folding of each engine, the best that fit a budget together: a multiple-choice knapsack of three dimensions. */
final class Selection {
    /** The price is within a hundredth of the least. */
    private static final NumberContext GAP = NumberContext.of(2);

    private final List<List<Folding>> options;
    private final Budget budget;
    private final ToDoubleFunction<Folding> price;

    private Selection(List<List<Folding>> options, Budget budget, ToDoubleFunction<Folding> price) {
        this.options = options;
        this.budget = budget;
        this.price = price;
    }

    /**
     * The foldings whose prices add up to the least; empty if none fit the budget together.
     *
     * @param options for each engine
     */
    static Optional<List<Folding>> cheapest(
            List<List<Folding>> options, Budget budget, ToDoubleFunction<Folding> price) {
        return new Selection(options, budget, price).cheapest();
    }

    private Optional<List<Folding>> cheapest() {
        if (options.stream().anyMatch(List::isEmpty)
                || !budget.holds(options.stream().map(Folding::least).reduce(Cost.NONE, Cost::plus))) {
            return Optional.empty();
        }
        List<Folding> unbounded =
                options.stream().map(o -> Folding.cheapest(o, price)).toList();
        if (budget.holds(unbounded.stream().map(Folding::cost).reduce(Cost.NONE, Cost::plus))) {
            return Optional.of(unbounded);
        }
        return solve();
    }

    /** By branch and bound, in one thread: the same choice each time. */
    private Optional<List<Folding>> solve() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.integer(
                IntegerStrategy.newConfigurable().withParallelism(() -> 1).withGapTolerance(GAP));
        Cost most = budget.most();
        Expression dsp = model.newExpression("dsp").upper(most.dsp());
        Expression lut = model.newExpression("lut").upper(most.lut());
        Expression ramb = model.newExpression("ramb").upper(most.ramb18());
        List<List<Variable>> chosen = new ArrayList<>();
        for (int e = 0; e < options.size(); e++) {
            Expression one = model.newExpression("one" + e).level(1);
            List<Variable> variables = new ArrayList<>();
            for (Folding option : options.get(e)) {
                Variable variable = model.newVariable("x" + e + "_" + variables.size())
                        .binary()
                        .weight(price.applyAsDouble(option));
                one.set(variable, 1);
                dsp.set(variable, option.cost().dsp());
                lut.set(variable, option.cost().lut());
                ramb.set(variable, option.cost().ramb18());
                variables.add(variable);
            }
            chosen.add(variables);
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        List<Folding> found = new ArrayList<>();
        for (int e = 0; e < options.size(); e++) {
            found.add(options.get(e).get(on(chosen.get(e))));
        }
        return Optional.of(found);
    }

    private static int on(List<Variable> variables) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).getValue().doubleValue() > 0.5) {
                return i;
            }
        }
        throw new IllegalStateException("an engine without a folding");
    }
}
