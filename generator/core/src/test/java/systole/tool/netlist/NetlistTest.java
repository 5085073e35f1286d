package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.tool.netlist.MappedCell.Pin;

class NetlistTest {
    private static final String BLIF =
            """
            .model top
            .inputs clk
            .subckt DSP48E1 CLK=clk P[0]=p
            .cname $flatten\\core.\\u_conv.$auto$1
            .param MREG 1
            .param INIT 0101
            .param PREG 00000000000000000000000000000000
            .param USE_MULT "MULTIPLY"
            .gate FDRE C=clk D=p Q=q
            .cname core.u_conv.q_reg
            .conn q out
            .end
            """;

    @Test
    void cellsHaveTheParametersThatMatter() {
        List<MappedCell> cells = Netlist.cells(BLIF.lines());
        assertEquals(
                List.of("DSP48E1", "FDRE"), cells.stream().map(MappedCell::type).toList());
        MappedCell dsp = cells.get(0);
        assertEquals(Map.of("MREG", "1", "PREG", "0".repeat(32), "USE_MULT", "\"MULTIPLY\""), dsp.parameters());
        assertTrue(dsp.set("MREG"));
        assertFalse(dsp.set("PREG"));
        assertFalse(dsp.set("AREG"), "a parameter that is not there is 0");
        assertEquals(Map.of(), cells.get(1).parameters(), "parameters are those of one cell");
        assertEquals(List.of(new Pin("CLK", "clk"), new Pin("P[0]", "p")), dsp.pins());
    }

    @ParameterizedTest
    @CsvSource({
        "core.u_conv.window.q_reg, core, u_conv.window.q_reg, u_conv, u_conv",
        "$flatten\\core.\\u_conv.$auto$1, core, u_conv.$auto$1, u_conv, u_conv",
        "core.q_reg, core, q_reg, '', ''",
        "core.guard.count.q, core, guard.count.q, guard, guard.count",
        "shell.fifo_in.ram, core, shell.fifo_in.ram, shell, shell.fifo_in",
        "$auto$7, core, shell.$auto$7, shell, shell",
        "bridge.core.u_conv.x, bridge.core, u_conv.x, u_conv, u_conv",
        "bridge.shell.x, bridge.core, shell.x, shell, shell",
        "mmcm, bridge.core, shell.mmcm, shell, shell"
    })
    void namesBelowACore(String name, String core, String below, String unit, String place) {
        MappedCell cell = new MappedCell("FDRE", name, List.of()).below(core);
        assertEquals(below, cell.name());
        assertEquals(unit, cell.unit());
        assertEquals(place, cell.place());
    }
}
