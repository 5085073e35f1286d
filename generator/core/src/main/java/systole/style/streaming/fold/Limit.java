package systole.style.streaming.fold;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a plan is not quicker. */
public sealed interface Limit {
    /** In words, to follow "next:" or "limit:". */
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
     * @param needs what that would take about and is not there, at the least
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
     * More was not asked for.
     *
     * @param goal in words
     */
    record Asked(String goal) implements Limit {
        @Override
        public String text() {
            return goal + " was asked for";
        }
    }

    /**
     * A resource that there is too little of.
     *
     * @param planned how much of it may be taken
     */
    record Need(Resource resource, long need, long planned) {
        String text() {
            return String.format(Locale.ROOT, "%,d of %,d %s", need, planned, resource.label());
        }
    }
}
