package systole.target.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

class ChipTest {
    private static final ResourceVector SOME = ResourceVector.counted(
            Map.of(ResourceKind.LUT, 1000, ResourceKind.FF, 2000, ResourceKind.DSP, 10, ResourceKind.RAMB18, 5));

    static Stream<ChipFamily> families() {
        return ChipFamilies.list().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "xc7a35ticsg324-1L, 7-series, DSP48E1, xc7",
        "xc7s50csga324-1, 7-series, DSP48E1, xc7",
        "xc7k325tffg900-2, 7-series, DSP48E1, xc7",
        "xc7z045, 7-series, DSP48E1, xc7",
        "xck26-sfvc784-2LV-c, UltraScale+, DSP48E2, xcup",
        "xczu3eg-sbva484-1-i, UltraScale+, DSP48E2, xcup",
        "xczu7ev, UltraScale+, DSP48E2, xcup",
        "xcku5p-ffvb676-2-e, UltraScale+, DSP48E2, xcup"
    })
    void thePartTellsTheFamily(String part, String family, String dsp, String synthesizer) {
        Chip chip = Chip.of(part, SOME);
        assertEquals(family, chip.family().name());
        assertEquals(dsp, chip.family().dsp().name());
        assertEquals(synthesizer, chip.family().synthesizer().family());
        assertEquals(part.contains("-"), chip.inFull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xc6slx9", "xc7", "7z020", "xcku040-ffva1156-2-e", "xc7z020clg400-4", "10cl025", ""})
    void aPartOfNoFamilyIsRefusedWithExamples(String part) {
        String said = assertThrows(IllegalArgumentException.class, () -> Chip.of(part, SOME))
                .getMessage();
        assertTrue(said.startsWith("part must be"), said);
        assertTrue(said.contains("7-series such as xc7z020clg400-1") && said.contains("UltraScale+ such as"), said);
    }

    /** What planning rests on: DS180, UG479, UG473; DS890, UG579, UG573. */
    @Test
    void factsAreThoseOfTheDataSheets() {
        Chip seven = Chip.of("xc7a35tcpg236-1", SOME);
        assertEquals(new DspSlice("DSP48E1", 25, 18, 48), seven.family().dsp());
        assertEquals(
                List.of("RAMB18E1", "RAMB36E1"),
                seven.hardBlocks().memories().stream().map(MemoryBlock::name).toList());
        Chip plain = Chip.of("xczu3eg-sbva484-1-i", SOME);
        assertEquals(new DspSlice("DSP48E2", 27, 18, 48), plain.family().dsp());
        assertEquals(
                List.of("RAMB18E2", "RAMB36E2"),
                plain.hardBlocks().memories().stream().map(MemoryBlock::name).toList());
        MemoryBlock half = plain.hardBlocks().memories().get(0);
        assertEquals(new MemoryShape(512, 36), half.shapes().get(0));
        assertEquals(new MemoryShape(16384, 1), half.shapes().get(5));
        assertEquals(
                new MemoryShape(512, 72),
                plain.hardBlocks().memories().get(1).shapes().get(0));
        Chip ultra = Chip.of("xck26-sfvc784-2LV-c", SOME.with(ResourceKind.URAM, 64));
        MemoryBlock last = ultra.hardBlocks().memories().get(2);
        assertEquals(
                new MemoryBlock(MemoryPlace.ULTRA, "URAM288", ResourceKind.URAM, 1, List.of(new MemoryShape(4096, 72))),
                last);
    }

    @ParameterizedTest
    @CsvSource({
        "xc7z007sclg400-1, Zynq-7000",
        "xc7a35tcpg236-1, ''",
        "xck26-sfvc784-2LV-c, Zynq UltraScale+",
        "xczu3eg-sbva484-1-i, Zynq UltraScale+",
        "xcku5p-ffvb676-2-e, ''"
    })
    void someHaveAProcessor(String part, String name) {
        assertEquals(
                name,
                Chip.of(part, SOME).processor().map(ProcessingSystem::name).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "xc7a35tcpg236-1, artix7",
        "xc7s50csga324-1, spartan7",
        "xc7k325tffg900-2, kintex7",
        "xc7vx485tffg1761-2, ''",
        "xczu3eg-sbva484-1-i, ''"
    })
    void openToolsHaveADatabaseOfSome(String part, String database) {
        Optional<String> found = Chip.of(part, SOME).family().openDatabase(part);
        assertEquals(database, found.orElse(""));
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFamilyMakesItsExampleAlone(ChipFamily family) {
        assertEquals(
                List.of(family),
                ChipFamilies.list().stream()
                        .filter(f -> f.makes(family.example()))
                        .toList());
        assertTrue(Chip.of(family.example(), SOME).inFull());
    }

    /** Engines take what is common to all families for granted. */
    @ParameterizedTest
    @MethodSource("families")
    void everyFamilyHasHalvesOfABlockRamFirst(ChipFamily family) {
        MemoryBlock half = family.memories().get(0);
        assertEquals(MemoryBlock.HALF.shapes(), half.shapes());
        assertEquals(MemoryBlock.HALF.counted(), half.counted());
        assertEquals(MemoryBlock.HALF.takes(), half.takes());
    }

    @Test
    void whatAChipMustHaveIsNamed() {
        for (ResourceKind kind : List.of(ResourceKind.LUT, ResourceKind.FF, ResourceKind.DSP, ResourceKind.RAMB18)) {
            ResourceVector less = SOME.with(kind, 0);
            assertEquals(
                    kind.key() + " must be a positive number, not '0'",
                    assertThrows(IllegalArgumentException.class, () -> Chip.of("xc7z045", less))
                            .getMessage());
        }
        ResourceVector more = SOME.with(ResourceKind.URAM, 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Chip.of("xc7z045", more))
                .getMessage()
                .startsWith("uram must be 0"));
    }
}
