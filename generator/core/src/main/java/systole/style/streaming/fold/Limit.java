package systole.style.streaming.fold;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import systole.target.resource.ResourceKind;

/** The reason why a plan is not quicker. */
public sealed interface Limit {
    /** The reason in words, to be shown behind "next:" or "limit:". */
    String text();

    /**
     * An engine has no quicker folding.
     *
     * @param engine its name
     */
    record Unfolded(String engine) implements Limit {
        @Override
        public String text() {
            return engine + " has no quicker folding";
        }
    }

    /**
     * The board has no room for the next shorter interval.
     *
     * @param interval cycles
     * @param needs the resources that are short for it, with an estimate of the least that it needs
     */
    record Full(long interval, List<Need> needs) implements Limit {
        public Full {
            needs = List.copyOf(needs);
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "%,d cycles would take ", interval)
                    + needs.stream().map(Need::text).collect(Collectors.joining(" and "));
        }
    }

    /**
     * Nothing quicker was asked for.
     *
     * @param goal the goal in words
     */
    record Asked(String goal) implements Limit {
        @Override
        public String text() {
            return goal + " was asked for";
        }
    }

    /**
     * A resource of which there is too little.
     *
     * @param need the amount that is needed
     * @param planned the amount that may be taken
     */
    record Need(ResourceKind resource, long need, long planned) {
        String text() {
            String label = resource.label() + (resource == ResourceKind.LUT ? " planned for" : "");
            return String.format(Locale.ROOT, "%,d of %,d %s", need, planned, label);
        }
    }
}
