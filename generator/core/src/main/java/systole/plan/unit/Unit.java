package systole.plan.unit;

import java.util.List;

/**
 * One piece of hardware in the plan, with streams in and out. The interface is sealed, so that a new unit fails to
 * compile wherever work is due.
 */
public sealed interface Unit permits Engine, ForkUnit, WidthUnit, FifoUnit {
    /** Identifier, unique in the plan. */
    String name();

    List<Stream> inputs();

    List<Stream> outputs();

    /** The memories that the unit has. */
    default List<MemoryUse> memories() {
        return List.of();
    }

    /** Calls the visitor's method for this unit. */
    <R> R accept(UnitVisitor<R> visitor);
}
