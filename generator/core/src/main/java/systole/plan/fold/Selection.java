package systole.plan.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/** One folding of each engine, the cheapest that keep to some bounds together: a multiple-choice knapsack. */
final class Selection {
    /** The price is within a hundredth of the least. */
    private static final double GAP = 0.01;
    /** Prices are told apart by so many digits. */
    private static final int FINE = 3;

    private static final int COARSE = 2;

    private final List<List<Folding>> options;
    private final List<Bound> bounds;
    private final ToDoubleFunction<Folding> price;
    private final int digits;

    private Selection(List<List<Folding>> options, List<Bound> bounds, ToDoubleFunction<Folding> price, int digits) {
        this.options = options;
        this.bounds = bounds;
        this.price = price;
        this.digits = digits;
    }

    /**
     * The foldings whose prices, none below 0, add up to the least; empty if none keep to the bounds together.
     *
     * @param options for each engine
     */
    static Optional<List<Folding>> cheapest(
            List<List<Folding>> options, List<Bound> bounds, ToDoubleFunction<Folding> price) {
        return select(options, bounds, price, FINE);
    }

    /** Foldings whose prices add up to at most about a tenth more than the least; told several times sooner. */
    static Optional<List<Folding>> cheap(
            List<List<Folding>> options, List<Bound> bounds, ToDoubleFunction<Folding> price) {
        return select(options, bounds, price, COARSE);
    }

    private static Optional<List<Folding>> select(
            List<List<Folding>> options, List<Bound> bounds, ToDoubleFunction<Folding> price, int digits) {
        List<List<Folding>> possible = possible(options, bounds);
        if (possible.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<Folding> free =
                possible.stream().map(o -> Folding.cheapest(o, price)).toList();
        if (bounds.stream().allMatch(b -> b.holds(free))) {
            return Optional.of(free);
        }
        return new Selection(possible, bounds, price, digits).cheapest();
    }

    /** Without the foldings that leave less than the least for the others, until none is left. */
    private static List<List<Folding>> possible(List<List<Folding>> options, List<Bound> bounds) {
        List<List<Folding>> now = options;
        List<List<Folding>> before = List.of();
        while (!now.equals(before) && now.stream().noneMatch(List::isEmpty)) {
            before = now;
            for (Bound bound : bounds) {
                now = bound.possible(now);
                if (now.stream().anyMatch(List::isEmpty)) {
                    return now;
                }
            }
        }
        return now;
    }

    private Optional<List<Folding>> cheapest() {
        Relaxation relaxed = relaxed();
        if (relaxed.impossible()) {
            return Optional.empty();
        }
        List<List<Integer>> candidates = relaxed.candidates(GAP);
        Optional<List<Folding>> found = relaxed.found().map(this::foldings);
        if (candidates.stream().anyMatch(List::isEmpty)) {
            return found;
        }
        return Stream.concat(solve(candidates).stream(), found.stream()).min(Comparator.comparingDouble(this::price));
    }

    private double price(List<Folding> chosen) {
        return chosen.stream().mapToDouble(price).sum();
    }

    private Relaxation relaxed() {
        double[][] prices = options.stream()
                .map(o -> o.stream().mapToDouble(price).toArray())
                .toArray(double[][]::new);
        double[][][] shares = options.stream()
                .map(o -> o.stream().map(this::shares).toArray(double[][]::new))
                .toArray(double[][][]::new);
        return new Relaxation(prices, shares, bounds.size());
    }

    private double[] shares(Folding folding) {
        return bounds.stream()
                .mapToDouble(b -> b.of(folding) == 0 ? 0 : b.of(folding) / b.most())
                .toArray();
    }

    private List<Folding> foldings(int[] choice) {
        List<Folding> foldings = new ArrayList<>();
        for (int e = 0; e < choice.length; e++) {
            foldings.add(options.get(e).get(choice[e]));
        }
        return foldings;
    }

    /** By branch and bound, in one thread: the same choice each time. */
    private Optional<List<Folding>> solve(List<List<Integer>> candidates) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.integer(
                IntegerStrategy.newConfigurable().withParallelism(() -> 1).withGapTolerance(NumberContext.of(digits)));
        List<Expression> limits = bounds.stream()
                .map(b -> model.newExpression("bound" + bounds.indexOf(b)).upper(b.most()))
                .toList();
        List<List<Variable>> variables = new ArrayList<>();
        for (int e = 0; e < options.size(); e++) {
            Expression one = model.newExpression("one" + e).level(1);
            List<Variable> ofEngine = new ArrayList<>();
            for (int o : candidates.get(e)) {
                Folding option = options.get(e).get(o);
                Variable variable =
                        model.newVariable("x" + e + "_" + o).binary().weight(price.applyAsDouble(option));
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
        int[] choice = new int[options.size()];
        Arrays.setAll(choice, e -> candidates.get(e).get(on(variables.get(e))));
        return Optional.of(foldings(choice));
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
