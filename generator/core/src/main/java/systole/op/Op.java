package systole.op;

/**
 * What is to be computed: one of a few canonical operations on integers. Layers normalise to them, and engines claim
 * them. An operation says nothing about hardware.
 */
public sealed interface Op
        permits MacOp, WindowReduceOp, PairOp, MapOp, RearrangeOp, RecurrenceOp, SoftmaxOp, ArgmaxOp {}
