package systole.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import systole.target.chip.Chip;
import systole.tool.Yosys.Scope;
import systole.tool.netlist.Primitives;

/**
 * The script of a run of Yosys. The design is not flattened before it is counted, so that every module is mapped only once.
 *
 * @param chip that is synthesized for
 * @param sources the files of Verilog, as Yosys sees them
 * @param top the module that is synthesized
 * @param core the module whose cells are listed: {@code top}, or one below it
 * @param products the folder of what Yosys writes, as Yosys sees it
 */
record YosysScript(Chip chip, List<String> sources, String top, String core, Scope scope, String products) {
    static final String FIGURES = "stat.json";
    static final String NETLIST = "core.json";
    static final String FLAT = "flat.blif";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

    YosysScript {
        sources = List.copyOf(sources);
        if (!PLAIN.matcher(products).matches()) {
            throw new IllegalArgumentException("a script of Yosys cannot have the path " + products);
        }
    }

    String text() {
        List<String> commands = new ArrayList<>();
        commands.add("read_verilog -defer " + String.join(" ", sources));
        String synthesis = "synth_xilinx -family " + family() + " " + (scope == Scope.PART ? "-noiopad -noclkbuf " : "")
                + "-top " + top + " -run ";
        commands.add(synthesis + "begin:prepare");
        // By now, the hundreds of primitives of Xilinx have been read. Passes look through all of them, for each module
        // anew, so that those which no netlist may have would take half of the time.
        commands.add("select -set known =" + String.join(" =", Primitives.names()));
        commands.add("delete =A:blackbox @known %d");
        commands.add(synthesis + "prepare:");
        // With a top module, stat of version 0.23 mixes lines that are not JSON into its figures. Without one, it
        // leaves a comma at the end.
        commands.add("setattr -mod -unset top");
        commands.add("tee -q -o " + products + "/" + FIGURES + " stat -json -tech xilinx");
        commands.add("select " + core);
        commands.add("json -o " + products + "/" + NETLIST);
        commands.add("select -clear");
        commands.add("setattr -mod -set top 1 " + top);
        commands.add("setattr -mod -unset keep_hierarchy");
        commands.add("setattr -unset keep_hierarchy t:*"); // The instances of synchronisers have it.
        commands.add("flatten");
        // This gives each net a single name. Otherwise a net has one in every module that it goes through.
        commands.add("opt_clean");
        commands.add(scope == Scope.CHIP ? "check -assert" : "write_blif -cname -param " + products + "/" + FLAT);
        return String.join("; ", commands);
    }

    private String family() {
        return chip.family().synthesizer().family() + (chip.uram() > 0 ? " -uram" : "");
    }
}
