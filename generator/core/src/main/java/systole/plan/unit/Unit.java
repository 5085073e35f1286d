package systole.plan.unit;

import java.util.List;

/**
 * One piece of hardware in the plan, with streams in and out. Sealed: a new unit fails to compile wherever work is due.
 */
public sealed interface Unit permits Engine, ForkUnit, WidthUnit, FifoUnit {
    /** Identifier, unique in the plan. */
    String name();

    List<Stream> inputs();

    List<Stream> outputs();

    /** What it stores. */
    default List<MemoryUse> memories() {
        return List.of();
    }

    /** Calls the visitor's method for this unit. */
    <R> R accept(UnitVisitor<R> visitor);
}
