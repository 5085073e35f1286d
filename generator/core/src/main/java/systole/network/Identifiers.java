package systole.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rule for names of networks and tensors. They become names of Verilog modules and files, so all tools must accept
 * them unchanged.
 */
public final class Identifiers {
    /** The longest name. */
    public static final int MAX_LENGTH = 40;

    /** The prefix of the names of the library's own modules. */
    public static final String RESERVED_PREFIX = "systole_";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*");

    /** Keywords of Verilog-2005 and SystemVerilog-2017: some tools read every file as SystemVerilog. */
    private static final Set<String> KEYWORDS = new TreeSet<>(Arrays.asList(("accept_on alias always always_comb"
                    + " always_ff always_latch and assert assign assume automatic before begin bind bins binsof bit"
                    + " break buf bufif0 bufif1 byte case casex casez cell chandle checker class clocking cmos config"
                    + " const constraint context continue cover covergroup coverpoint cross deassign default defparam"
                    + " design disable dist do edge else end endcase endchecker endclass endclocking endconfig"
                    + " endfunction endgenerate endgroup endinterface endmodule endpackage endprimitive endprogram"
                    + " endproperty endsequence endspecify endtable endtask enum event eventually expect export extends"
                    + " extern final first_match for force foreach forever fork forkjoin function generate genvar global"
                    + " highz0 highz1 if iff ifnone ignore_bins illegal_bins implements implies import incdir include"
                    + " initial inout input inside instance int integer interconnect interface intersect join join_any"
                    + " join_none large let liblist library local localparam logic longint macromodule matches medium"
                    + " modport module nand negedge nettype new nexttime nmos nor noshowcancelled not notif0 notif1 null"
                    + " or output package packed parameter pmos posedge primitive priority program property protected"
                    + " pull0 pull1 pulldown pullup pulsestyle_ondetect pulsestyle_onevent pure rand randc randcase"
                    + " randsequence rcmos real realtime ref reg reject_on release repeat restrict return rnmos rpmos"
                    + " rtran rtranif0 rtranif1 s_always s_eventually s_nexttime s_until s_until_with scalared sequence"
                    + " shortint shortreal showcancelled signed small soft solve specify specparam static string strong"
                    + " strong0 strong1 struct super supply0 supply1 sync_accept_on sync_reject_on table tagged task"
                    + " this throughout time timeprecision timeunit tran tranif0 tranif1 tri tri0 tri1 triand trior"
                    + " trireg type typedef union unique unique0 unsigned until until_with untyped use uwire var vectored"
                    + " virtual void wait wait_order wand weak weak0 weak1 while wildcard wire with within wor xnor xor")
            .split(" ")));

    private Identifiers() {}

    /** The problem with a name; empty if it may be used. */
    public static Optional<String> problem(String name) {
        if (!FORM.matcher(name).matches()) {
            return Optional.of("the name '" + name + "' is not made of a to z, 0 to 9 and _, starting with a letter");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("the name '" + name + "' is longer than " + MAX_LENGTH + " characters");
        }
        if (name.startsWith(RESERVED_PREFIX)) {
            return Optional.of("the name '" + name + "' starts with '" + RESERVED_PREFIX + "', which is reserved");
        }
        if (KEYWORDS.contains(name)) {
            return Optional.of("the name '" + name + "' is a keyword of Verilog");
        }
        return Optional.empty();
    }

    /** A usable name near an unusable one, for advice and for frontends that must rename. */
    public static String suggestion(String name) {
        String safe = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
        safe = safe.isEmpty() || !Character.isLetter(safe.charAt(0)) ? "t" + safe : safe;
        safe = safe.startsWith(RESERVED_PREFIX) ? "my_" + safe.substring(RESERVED_PREFIX.length()) : safe;
        safe = safe.length() > MAX_LENGTH ? safe.substring(0, MAX_LENGTH) : safe;
        return KEYWORDS.contains(safe) ? safe + "_0" : safe;
    }
}
