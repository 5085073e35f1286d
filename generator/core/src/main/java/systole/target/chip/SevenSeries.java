package systole.target.chip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Artix-7, Kintex-7, Spartan-7, Virtex-7 and Zynq-7000. */
record SevenSeries() implements ChipFamily {
    private static final Pattern PART = Pattern.compile("xc7[askvz][a-z0-9]+(-[123]L?)?");

    private static final Pattern KINTEX_FABRIC = Pattern.compile("xc7([kv]|z(030|035|045|100))");

    /** A low-power part (L) counts as the slowest, because the voltage that it gets is not known. */
    private static final Pattern GRADE = Pattern.compile("-([123])$");

    /** The databases of Project X-Ray, by the letter behind the series. */
    private static final Map<Character, String> DATABASES =
            Map.of('a', "artix7", 'k', "kintex7", 's', "spartan7", 'z', "zynq7");

    private static final int LETTER = 3;

    /** Its crystal: DS187, PS_CLK. The addresses are those of the port M_AXI_GP0. */
    private static final ProcessingSystem ZYNQ = new ProcessingSystem(
            "Zynq-7000",
            "zynq7000",
            0x43C0_0000L,
            0x4040_0000L,
            "arm-linux-gnueabihf-",
            new ProcessingSystem.DeviceTree("zynq", "intc", 29, 1),
            30,
            60);

    @Override
    public String name() {
        return "7-series";
    }

    @Override
    public boolean makes(String part) {
        return PART.matcher(part).matches();
    }

    @Override
    public String example() {
        return "xc7z020clg400-1";
    }

    @Override
    public DspSlice dsp() {
        return new DspSlice("DSP48E1", 25, 18, 48);
    }

    @Override
    public List<MemoryBlock> memories() {
        return List.of(MemoryBlock.half("RAMB18E1"), MemoryBlock.whole("RAMB36E1"));
    }

    @Override
    public Synthesizer synthesizer() {
        return new Synthesizer("xc7", true);
    }

    @Override
    public List<String> vivadoFamilies() {
        return List.of("artix7", "artix7l", "kintex7", "kintex7l", "spartan7", "virtex7", "zynq");
    }

    @Override
    public Optional<ProcessingSystem> processor(String part) {
        return part.startsWith("xc7z") ? Optional.of(ZYNQ) : Optional.empty();
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public Optional<SpeedGrade> speedGrade(String part) {
        Matcher grade = GRADE.matcher(part);
        return Optional.of(new SpeedGrade(
                KINTEX_FABRIC.matcher(part).lookingAt() ? SpeedGrade.Fabric.KINTEX : SpeedGrade.Fabric.ARTIX,
                grade.find() ? Integer.parseInt(grade.group(1)) : 1));
    }

    @Override
    public Optional<String> openDatabase(String part) {
        return Optional.ofNullable(DATABASES.get(part.charAt(LETTER)));
    }
}
