package systole.tool.netlist;

import systole.tool.netlist.MappedCell.Pin;

/**
 * The delays of 7-series cells in nanoseconds, the slowest of each kind. Those of slices are the slow corner of an Artix-7
 * of speed grade -1: LUTs, carry chains and multiplexers by pin as the open database of the 7 series has them, which Yosys
 * cites in its library of cells; registers and LUT memories as Vivado reports them and the data sheets DS181 and DS187
 * tabulate. Block RAM is described here, with and without its output register, and DSP slices are by {@link DspDelays}.
 * Other grades and fabrics are scaled by {@link systole.target.chip.SpeedGrade}.
 */
final class CellDelays {
    /** No such path. */
    static final double NONE = -1;

    /** From the inputs of a LUT6; a smaller one has the last of them. */
    private static final double[] LUT = {0.642, 0.631, 0.472, 0.407, 0.238, 0.127};

    private static final double READ = LUT[0];
    private static final double REGISTER_OUT = 0.456;
    private static final double ENABLE_SETUP = 0.205;
    private static final double RESET_SETUP = 0.429;
    private static final double DATA_SETUP = 0.061;
    private static final double SHIFT_OUT = 1.628;
    private static final double LUT_RAM_OUT = 1.314;
    private static final double LUT_RAM_SETUP = 0.453;
    private static final double LUT_RAM_ENABLE_SETUP = 0.654;
    private static final double BLOCK_OUT = 2.454;
    private static final double BLOCK_REGISTER_OUT = 0.882;
    private static final double BLOCK_ADDRESS_SETUP = 0.566;
    private static final double BLOCK_WRITE_SETUP = 0.532;
    private static final double BLOCK_ENABLE_SETUP = 0.443;
    private static final double BLOCK_DATA_SETUP = 0.737;
    private static final double MUX_IN = 0.217;
    private static final double MUX_SELECT = 0.296;

    /** From CI to the sums and to the carries. */
    private static final double[] CI_O = {0.222, 0.334, 0.239, 0.313};

    private static final double[] CI_CO = {0.271, 0.157, 0.228, 0.114};
    private static final double[] CYINIT_O = {0.482, 0.598, 0.584, 0.642};
    private static final double[] CYINIT_CO = {0.536, 0.494, 0.592, 0.580};

    /** From S, by its bit and that of the output. */
    private static final double[][] S_O = {
        {0.223, 0.400, 0.523, 0.582},
        {NONE, 0.205, 0.558, 0.618},
        {NONE, NONE, 0.226, 0.330},
        {NONE, NONE, NONE, 0.227}
    };

    private static final double[][] S_CO = {
        {0.340, 0.433, 0.512, 0.508},
        {NONE, 0.469, 0.548, 0.528},
        {NONE, NONE, 0.292, 0.378},
        {NONE, NONE, NONE, 0.380}
    };

    private static final double[][] DI_O = {
        {NONE, 0.407, 0.556, 0.615},
        {NONE, NONE, 0.537, 0.596},
        {NONE, NONE, NONE, 0.438},
        {NONE, NONE, NONE, NONE}
    };

    private static final double[][] DI_CO = {
        {0.379, 0.465, 0.540, 0.526},
        {NONE, 0.445, 0.520, 0.507},
        {NONE, NONE, 0.356, 0.398},
        {NONE, NONE, NONE, 0.385}
    };

    private CellDelays() {}

    /** From the clock edge to an output; {@link #NONE} if no register of the cell drives it. */
    static double launch(MappedCell cell, Pin out) {
        if (cell.dsp()) {
            return DspDelays.launch(cell, out);
        }
        if (cell.blockRam()) {
            boolean a = out.port().startsWith("DOA") || out.port().startsWith("DOPA");
            return cell.set(a ? "DOA_REG" : "DOB_REG") ? BLOCK_REGISTER_OUT : BLOCK_OUT;
        }
        if (cell.memory()) {
            return cell.type().startsWith("SRL") ? SHIFT_OUT : LUT_RAM_OUT;
        }
        return cell.clocked() ? REGISTER_OUT : NONE;
    }

    /** The time that a signal has to be at an input before the clock edge; {@link #NONE} if none of the cell's takes it. */
    static double setup(MappedCell cell, Pin in) {
        if (cell.clock(in)) {
            return NONE;
        }
        if (cell.dsp()) {
            return DspDelays.setup(cell, in);
        }
        if (cell.blockRam()) {
            return blockSetup(in.port());
        }
        if (cell.memory()) {
            return in.port().equals("WE") || in.port().equals("CE") ? LUT_RAM_ENABLE_SETUP : LUT_RAM_SETUP;
        }
        if (!cell.clocked()) {
            return NONE;
        }
        return cell.reset(in) ? RESET_SETUP : in.port().equals("CE") ? ENABLE_SETUP : DATA_SETUP;
    }

    private static double blockSetup(String port) {
        if (port.startsWith("ADDR")) {
            return BLOCK_ADDRESS_SETUP;
        }
        if (port.startsWith("WE")) {
            return BLOCK_WRITE_SETUP;
        }
        return port.startsWith("DI") ? BLOCK_DATA_SETUP : BLOCK_ENABLE_SETUP;
    }

    /** Through the cell without a clock; {@link #NONE} if there is no such way. */
    static double arc(MappedCell cell, Pin in, Pin out) {
        if (cell.dsp()) {
            return DspDelays.arc(cell, in, out);
        }
        if (cell.carry()) {
            return carry(in, out);
        }
        if (cell.memory()) {
            return cell.reads(in, out) ? READ : NONE;
        }
        if (cell.clocked()) {
            return NONE;
        }
        if (cell.lut()) {
            return lut(cell, in);
        }
        return in.port().equals("S") ? MUX_SELECT : MUX_IN;
    }

    private static double lut(MappedCell cell, Pin in) {
        int inputs = cell.type().equals("INV") ? 1 : cell.type().charAt(3) - '0';
        int input = in.name().length() > 1 ? in.name().charAt(1) - '0' : 0;
        return LUT[LUT.length - inputs + input];
    }

    private static double carry(Pin in, Pin out) {
        boolean sum = out.port().equals("O");
        return switch (in.port()) {
            case "CI" -> (sum ? CI_O : CI_CO)[out.bit()];
            case "CYINIT" -> (sum ? CYINIT_O : CYINIT_CO)[out.bit()];
            case "S" -> (sum ? S_O : S_CO)[in.bit()][out.bit()];
            default -> (sum ? DI_O : DI_CO)[in.bit()][out.bit()];
        };
    }
}
