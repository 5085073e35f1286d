package systole.target.chip;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import systole.target.resource.ResourceKind;

/** Artix, Kintex, Virtex and Zynq UltraScale+, and the Kria modules made of the last. */
record UltraScalePlus() implements ChipFamily {
    private static final Pattern PART =
            Pattern.compile("xc(k2[46]|zu\\d+[a-z]*|[akv]u\\d+p)(-[a-z0-9]+-[123](L|LV|HV|M)?-[eimc])?");

    /** Its crystal: DS925, PS_REF_CLK. The addresses are those of the port M_AXI_HPM0_FPD. */
    private static final ProcessingSystem ZYNQ = new ProcessingSystem(
            "Zynq UltraScale+",
            "zynq_ultra",
            0xA000_0000L,
            0xA001_0000L,
            "aarch64-linux-gnu-",
            new ProcessingSystem.DeviceTree("zynqmp", "gic", 89, 2),
            27,
            60);

    @Override
    public String name() {
        return "UltraScale+";
    }

    @Override
    public boolean makes(String part) {
        return PART.matcher(part).matches();
    }

    @Override
    public String example() {
        return "xczu3eg-sbva484-1-i";
    }

    @Override
    public DspSlice dsp() {
        return new DspSlice("DSP48E2", 27, 18, 48);
    }

    @Override
    public List<MemoryBlock> memories() {
        return List.of(
                MemoryBlock.half("RAMB18E2"),
                MemoryBlock.whole("RAMB36E2"),
                new MemoryBlock(
                        MemoryPlace.ULTRA, "URAM288", ResourceKind.URAM, 1, List.of(new MemoryShape(4096, 72))));
    }

    @Override
    public Synthesizer synthesizer() {
        return new Synthesizer("xcup", false);
    }

    @Override
    public List<String> vivadoFamilies() {
        return List.of("artixuplus", "kintexuplus", "virtexuplus", "zynquplus");
    }

    @Override
    public Optional<ProcessingSystem> processor(String part) {
        return part.matches("xc(k2|zu).*") ? Optional.of(ZYNQ) : Optional.empty();
    }

    @Override
    public boolean standsAlone() {
        return false;
    }

    @Override
    public Optional<SpeedGrade> speedGrade(String part) {
        return Optional.empty();
    }

    @Override
    public Optional<String> openDatabase(String part) {
        return Optional.empty();
    }
}
