package systole.op;

/**
 * An operation, which is one of a few canonical computations on integers. Layers normalise to operations, and engines
 * claim them. An operation says nothing about hardware.
 */
public sealed interface Op
        permits MacOp, WindowReduceOp, PairOp, MapOp, RearrangeOp, RecurrenceOp, SoftmaxOp, ArgmaxOp {}
