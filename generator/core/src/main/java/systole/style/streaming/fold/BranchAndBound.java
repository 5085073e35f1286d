package systole.style.streaming.fold;

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

/**
 * Finds a choice within bounds on any amounts by branch and bound. It uses one thread, so that the choice is the same
 * each time. Prices are compared to three digits.
 */
record BranchAndBound(List<Bound> bounds, ToDoubleFunction<Candidate> price) implements Selection.Search {
    private static final int DIGITS = 3;

    @Override
    public double gap() {
        return 0.01;
    }

    @Override
    public Optional<List<Candidate>> cheapest(List<List<Candidate>> options) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.integer(
                IntegerStrategy.newConfigurable().withParallelism(() -> 1).withGapTolerance(NumberContext.of(DIGITS)));
        List<Expression> limits = bounds.stream()
                .map(b -> model.newExpression("bound" + bounds.indexOf(b)).upper(b.most()))
                .toList();
        List<List<Variable>> variables = new ArrayList<>();
        for (int e = 0; e < options.size(); e++) {
            Expression one = model.newExpression("one" + e).level(1);
            List<Variable> ofEngine = new ArrayList<>();
            for (Candidate option : options.get(e)) {
                Variable variable = model.newVariable("x" + e + "_" + ofEngine.size())
                        .binary()
                        .weight(price.applyAsDouble(option));
                one.set(variable, 1);
                for (int b = 0; b < bounds.size(); b++) {
                    limits.get(b).set(variable, bounds.get(b).of(option));
                }
                ofEngine.add(variable);
            }
            variables.add(ofEngine);
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        List<Candidate> chosen = new ArrayList<>();
        for (int e = 0; e < options.size(); e++) {
            chosen.add(options.get(e).get(on(variables.get(e))));
        }
        return Optional.of(chosen);
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
