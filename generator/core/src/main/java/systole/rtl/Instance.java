package systole.rtl;

import java.util.List;

/**
 * An instance of a module in the top level.
 *
 * @param module the module's name
 * @param name its own name
 * @param clocked whether it has clk and rst
 * @param parameters names and Verilog expressions
 * @param ports names and Verilog expressions
 * @param assigns further wires that it needs
 */
public record Instance(
        String module,
        String name,
        boolean clocked,
        List<Binding> parameters,
        List<Binding> ports,
        List<Binding> assigns) {
    /** A name and the expression that it is bound to. */
    public record Binding(String name, String value) {}
}
