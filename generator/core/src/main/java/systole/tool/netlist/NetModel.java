package systole.tool.netlist;

/** How long a signal takes from cell to cell, in nanoseconds, as far as a netlist without places can tell. */
interface NetModel {
    /** Only cells take time. */
    NetModel NONE = fanOut -> 0;

    /**
     * The median of the nets of three designs that were placed and routed by open tools on a XC7Z020 of speed grade -1:
     * 0.32 ns to a single pin, 0.58 ns to 2 to 4, 0.8 ns up to 150. Wider nets, of which those designs had few, are taken
     * to need another 0.2 ns for each doubling.
     */
    NetModel MEDIAN = fanOut -> fanOut <= 1
            ? 0.32
            : fanOut <= 4 ? 0.58 : fanOut <= 150 ? 0.8 : 0.8 + 0.2 * Math.log(fanOut / 150.0) / Math.log(2);

    double delay(int fanOut);
}
