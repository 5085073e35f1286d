package systole.engine;

import java.util.ArrayList;
import java.util.List;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.op.NamedOp;
import systole.target.chip.HardBlocks;

/** All kinds of engines, in the order in which they are asked. */
public record EngineTable(List<EngineKind> kinds) {
    /** @throws IllegalArgumentException if two kinds have the same name */
    public EngineTable {
        kinds = List.copyOf(kinds);
        if (kinds.stream().map(EngineKind::name).distinct().count() != kinds.size()) {
            throw new IllegalArgumentException("two kinds of engines have the same name");
        }
    }

    /**
     * Every way in which an operation can be computed, in its least folding. The list is never empty.
     *
     * @param hardBlocks what the engines would be made of
     * @throws RefusedException if no engine computes the operation; it gives the reasons of all kinds that compute such
     *     operations
     */
    public List<Engine> claims(NamedOp named, HardBlocks hardBlocks) {
        List<Engine> claims = new ArrayList<>();
        List<Diagnostic> reasons = new ArrayList<>();
        for (EngineKind kind : kinds) {
            try {
                claims.addAll(kind.claim(named.name(), named.op(), hardBlocks));
            } catch (RefusedException reason) {
                reasons.addAll(reason.diagnostics());
            }
        }
        if (claims.isEmpty() && reasons.isEmpty()) {
            throw new IllegalStateException("no engine claims " + named);
        }
        if (claims.isEmpty()) {
            throw new RefusedException(reasons);
        }
        return claims;
    }
}
