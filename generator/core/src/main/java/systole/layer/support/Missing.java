package systole.layer.support;

import java.util.function.Supplier;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/** The refusal of a builder that lacks a required value. */
public final class Missing {
    private Missing() {}

    /**
     * The refusal of a build.
     *
     * @param kind the kind's name
     * @param method the builder's method that was not called
     */
    public static Supplier<RefusedException> of(String kind, String method) {
        return () -> RefusedException.of(
                SourceRef.NONE, kind + ": '" + method + "' is missing", "call ." + method + "(...) on the builder");
    }
}
