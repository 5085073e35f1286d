package systole.rtl;

import java.util.List;

/**
 * A module in its place in the top level.
 *
 * @param module what it is
 * @param name the unit's name
 * @param clocked whether it has clk and rst
 * @param parameters name and Verilog expression
 * @param ports name and Verilog expression
 * @param assigns what else is wired for it
 */
public record Instance(
        String module,
        String name,
        boolean clocked,
        List<Binding> parameters,
        List<Binding> ports,
        List<Binding> assigns) {
    /** A name and what it is bound to. */
    public record Binding(String name, String value) {}
}
