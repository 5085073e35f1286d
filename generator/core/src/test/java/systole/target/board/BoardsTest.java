package systole.target.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Repository;
import systole.diagnostic.RefusedException;
import systole.target.chip.Chip;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

class BoardsTest {
    private static final String GOOD =
            """
            {
              "id": "some-board",
              "name": "Some Board",
              "part": "xc7z020clg400-1",
              "lut": 53200,
              "ff": 106400,
              "dsp": 220,
              "ramb36": 140,
              "clockMhz": 100.0,
              "io": {
                "vivadoBoards": ["maker:some-board:part0"],
                "loaders": ["some_board"],
                "processors": [],
                "banks": { "34": 3.3, "35": 1.8 },
                "clocks": [{ "mhz": 50.0, "pad": { "name": "clk", "pin": "E3", "bank": 34, "standard": "LVCMOS33" } }],
                "uarts": [{
                  "fromHost": { "name": "rx", "pin": "A9", "bank": 34, "standard": "LVCMOS33" },
                  "toHost": { "name": "tx", "pin": "A8", "bank": 34, "standard": "LVCMOS33" } }],
                "leds": [
                  { "name": "L0", "pin": "B1", "bank": 35, "standard": "LVCMOS18" },
                  { "name": "L1", "pin": "B2", "bank": 35, "standard": "LVCMOS18" }],
                "buttons": [
                  { "activeLow": true, "pad": { "name": "K", "pin": "C1", "bank": 35, "standard": "LVCMOS18" } }],
                "configurations": [{ "cfgbvs": "VCCO", "volts": 3.3, "spiWidth": 4 }]
              }
            }
            """;

    private static final String IO_OF_A_PROCESSOR =
            """
            {
              "vivadoBoards": [], "loaders": [], "processors": [{ "crystalMhz": 33.333333 }], "banks": {}, "clocks": [],
              "uarts": [], "leds": [], "buttons": [], "configurations": []
            }
            """;

    private static final Chip GOOD_CHIP = Chip.of(
            "xc7z020clg400-1",
            ResourceVector.counted(Map.of(
                    ResourceKind.LUT, 53200,
                    ResourceKind.FF, 106400,
                    ResourceKind.DSP, 220,
                    ResourceKind.RAMB18, 140)));

    private static final BoardIo GOOD_IO = new BoardIo(
            List.of("maker:some-board:part0"),
            List.of("some_board"),
            List.of(),
            Map.of(34, 3.3, 35, 1.8),
            List.of(new Oscillator(50, new PinPad("clk", "E3", 34, "LVCMOS33"))),
            List.of(new SerialPort(new PinPad("rx", "A9", 34, "LVCMOS33"), new PinPad("tx", "A8", 34, "LVCMOS33"))),
            List.of(new PinPad("L0", "B1", 35, "LVCMOS18"), new PinPad("L1", "B2", 35, "LVCMOS18")),
            List.of(new Button(true, new PinPad("K", "C1", 35, "LVCMOS18"))),
            List.of(new Configuration("VCCO", 3.3, 4)));

    @Test
    void theListEqualsTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("constraints/boards"))) {
            List<String> names =
                    files.map(f -> f.getFileName().toString()).sorted().toList();
            assertEquals(names, Boards.ids().stream().map(id -> id + ".json").toList());
        }
    }

    static List<String> ids() {
        return Boards.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFileIsABoardOfItsName(String id) {
        Board board = Boards.find(id).orElseThrow();
        assertEquals(id, board.id());
        assertEquals(2 * board.lut(), board.ff(), "every slice has two flip-flops for each LUT");
    }

    @ParameterizedTest
    @CsvSource({
        "pynq-z2, xc7z020clg400-1, 53200, 220, 140, 0, 100",
        "zedboard, xc7z020clg484-1, 53200, 220, 140, 0, 100",
        "zybo-z7-10, xc7z010clg400-1, 17600, 80, 60, 0, 100",
        "zybo-z7-20, xc7z020clg400-1, 53200, 220, 140, 0, 100",
        "cora-z7-07s, xc7z007sclg400-1, 14400, 66, 50, 0, 100",
        "arty-a7-35t, xc7a35ticsg324-1L, 20800, 90, 50, 0, 100",
        "arty-a7-100t, xc7a100tcsg324-1, 63400, 240, 135, 0, 100",
        "basys3, xc7a35tcpg236-1, 20800, 90, 50, 0, 100",
        "nexys-video, xc7a200tsbg484-1, 134600, 740, 365, 0, 100",
        "cmod-a7-35t, xc7a35tcpg236-1, 20800, 90, 50, 0, 100",
        "arty-s7-50, xc7s50csga324-1, 32600, 120, 75, 0, 100",
        "genesys2, xc7k325tffg900-2, 203800, 840, 445, 0, 125",
        "zc706, xc7z045ffg900-2, 218600, 900, 545, 0, 125",
        "kv260, xck26-sfvc784-2LV-c, 117120, 1248, 144, 64, 200",
        "ultra96-v2, xczu3eg-sbva484-1-i, 70560, 360, 216, 0, 150"
    })
    void partsAreThoseOfTheDataSheets(String id, String part, int lut, int dsp, int ramb36, int uram, double clockMhz) {
        Board board = Boards.find(id).orElseThrow();
        assertEquals(
                List.of(part, lut, dsp, ramb36, uram),
                List.of(
                        board.part(),
                        board.lut(),
                        board.dsp(),
                        board.ramb36(),
                        board.chip().uram()));
        assertEquals(clockMhz, board.clockMhz());
    }

    /** As in the makers' constraint files, for each clock, UART and reset that designs use. */
    @ParameterizedTest
    @CsvSource({
        "arty-a7-35t, 100, E3 35, A9 16, D10 16, C2 35, true",
        "arty-a7-100t, 100, E3 35, A9 16, D10 16, C2 35, true",
        "basys3, 100, W5 34, B18 16, A18 16, U18 14, false",
        "nexys-video, 100, R4 34, V18 14, AA19 14, G4 35, true",
        "cmod-a7-35t, 12, L17 14, J17 14, J18 14, A18 16, false",
        "arty-s7-50, 12, F14 15, V12 14, R12 14, C18 15, true",
        "genesys2, 200, AD12 33, Y20 12, Y23 12, R19 14, true"
    })
    void pinsAreThoseOfTheMakers(
            String id, double mhz, String clock, String rx, String tx, String reset, boolean activeLow) {
        BoardIo io = Boards.find(id).orElseThrow().io();
        SerialPort uart = io.uarts().get(0);
        Button button = io.buttons().get(0);
        assertEquals(mhz, io.clocks().get(0).mhz());
        assertEquals(
                List.of(clock, rx, tx, reset),
                Stream.of(io.clocks().get(0).pad(), uart.fromHost(), uart.toHost(), button.pad())
                        .map(p -> p.pin() + " " + p.bank())
                        .toList());
        assertEquals(activeLow, button.activeLow());
        assertEquals(List.of(new Configuration("VCCO", 3.3, 4)), io.configurations());
    }

    @ParameterizedTest
    @CsvSource({
        "pynq-z2, 50",
        "cora-z7-07s, 50",
        "zedboard, 33.333333",
        "zybo-z7-10, 33.333333",
        "zybo-z7-20, 33.333333",
        "zc706, 33.333333",
        "kv260, 33.333333",
        "ultra96-v2, 33.333333"
    })
    void zynqsHaveAProcessor(String id, double crystalMhz) {
        Board board = Boards.find(id).orElseThrow();
        assertTrue(board.hasProcessor() && board.part().matches("xc(7z|zu|k26).*"));
        assertEquals(List.of(new Processor(crystalMhz)), board.io().processors());
    }

    @Test
    void listsEveryBoardOnce() {
        assertEquals(Boards.ids(), Boards.list().stream().map(Board::id).toList());
        assertEquals(Boards.ids(), Boards.ids().stream().sorted().distinct().toList());
    }

    @Test
    void anUnknownIdIsEmpty() {
        assertEquals(Optional.empty(), Boards.find("pynq-z3"));
        assertEquals(Optional.empty(), Boards.find("../boards/pynq-z2"));
    }

    @Test
    void theGoodFileIsGood() {
        assertEquals(new Board("some-board", "Some Board", GOOD_CHIP, 100, GOOD_IO), BoardFile.read("good.json", GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dsp\": 220,       | \"dsp\": 220, \"gpu\": 1,  | gpu: ",
                "\"dsp\": 220,       | \"dspp\": 220,             | dsp: the field is missing; is it what you wrote as 'dspp'?",
                "\"dsp\": 220,       | ``                         | dsp: the field is missing",
                "\"dsp\": 220,       | \"dsp\": 220, \"uram\": 1, | uram must be 0, for 7-series chips have no UltraRAM",
                "\"dsp\": 220,       | \"dsp\": 220, \"uram\": -1, | uram must not be negative",
                "\"dsp\": 220,       | \"dsp\": null,             | dsp: ",
                "\"dsp\": 220,       | \"dsp\": 220.5,            | dsp: ",
                "\"dsp\": 220,       | \"dsp\": \"220\",          | dsp: ",
                "\"dsp\": 220,       | \"dsp\": 220, \"dsp\": 220, | Duplicate field 'dsp'",
                "\"dsp\": 220,       | \"dsp\": 0,                | dsp must be a positive number, not '0'",
                "\"Some Board\"      | \" \"                      | name must be",
                "\"some-board\"      | \"Some Board\"             | id must be",
                "xc7z020clg400-1     | zynq                       | part must be",
                "xc7z020clg400-1     | xc7z020clg400              | part must be a part with package and speed grade",
                "xc7z020clg400-1     | xczu3eg-sbva484-1-i        | io must have a processor, for Systole makes no top",
                "\"id\"              | id                         | double-quote",
                "\"clockMhz\": 100.0, | \"clockMhz\": -1,          | clockMhz must be a frequency",
                "\"A9\"              | \"E3\"                     | pin E3 is used twice",
                "\"A9\"              | \"A900\"                   | pin must be a ball",
                "\"B2\", \"bank\": 35 | \"B2\", \"bank\": 34       | standard of pin B2 is LVCMOS18, but bank 34 has 3.3 V",
                "\"B2\", \"bank\": 35 | \"B2\", \"bank\": 13       | banks has no 13, which pin B2 is in",
                "\"35\": 1.8         | \"35\": 2.5                | standard of pin B1 is LVCMOS18, but bank 35 has 2.5 V",
                "LVCMOS18            | HSTL_I                     | standard of pin B1 must be one of LVCMOS12",
                "\"mhz\": 50.0        | \"mhz\": 0.5                | mhz must be a frequency from 1 to 800",
                "\"VCCO\"            | \"GND\"                    | volts must be 2.5 or 3.3",
                "\"VCCO\"            | \"VCC\"                    | cfgbvs must be VCCO or GND",
                "\"spiWidth\": 4     | \"spiWidth\": 3             | spiWidth must be 1, 2 or 4",
                "\"processors\": []  | \"processors\": [{ \"crystalMhz\": 50.0 }] | configurations must be empty",
                "\"processors\": []  | \"processors\": [{ \"crystalMhz\": 5.0 }] | configurations must be empty",
                "\"processors\": [], | ``                         | io.processors: the field is missing",
                "\"mhz\": 50.0        | \"hz\": 50.0                 | io.clocks[0].mhz: the field is missing",
                "\"leds\": [          | \"leds\": [], \"led\": [     | io.led: there is no such field; did you mean 'leds'?",
            })
    void whateverIsNotABoardIsRefused(String good, String bad, String said) {
        assertTrue(GOOD.contains(good), good);
        RefusedException refusal =
                assertThrows(RefusedException.class, () -> BoardFile.read("bad.json", GOOD.replace(good, bad)));
        assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
        assertEquals("bad.json", refusal.diagnostics().get(0).where().file());
    }

    /** Without a clock of its own, a board has that of its chip. */
    @ParameterizedTest
    @CsvSource({"xc7z020clg400-1, 100", "xc7a35tcpg236-3, 125", "xc7k325tffg900-2, 125", "xc7k325tffg900-3, 150"})
    void theClockIsThatOfTheChip(String part, double mhz) {
        String without = GOOD.replace("\"clockMhz\": 100.0,", "").replace("xc7z020clg400-1", part);
        assertEquals(mhz, BoardFile.read("good.json", without).clockMhz());
        String with = without.replace("\"io\": {", "\"clockMhz\": 80, \"io\": {");
        assertEquals(80, BoardFile.read("good.json", with).clockMhz());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pynq-z2 |  100 | unrouted, within the 100 MHz that are estimated for Artix-7 fabric, speed grade -1",
                "pynq-z2 |  101 | unrouted, and beyond the 100 MHz that are estimated for Artix-7 fabric, speed grade -1",
                "kv260   |  500 | unrouted, and not estimated: delays of UltraScale+ chips are not known"
            })
    void whatIsKnownOfAClock(String board, double mhz, String words) {
        UnroutedClock clock = new UnroutedClock(Boards.find(board).orElseThrow(), mhz);
        assertEquals(words, clock.words());
        assertEquals(words.contains("beyond"), clock.beyondEstimate());
    }

    @ParameterizedTest
    @CsvSource({
        "xc7z020clg400-1, 5.0, crystalMhz must be from 30 to 60 for a Zynq-7000",
        "xczu3eg-sbva484-1-i, 25.0, crystalMhz must be from 27 to 60 for a Zynq UltraScale+",
        "xc7a35tcpg236-1, 50.0, processors must be empty",
        "xcku5p-ffvb676-2-e, 50.0, processors must be empty"
    })
    void aProcessorThatTheChipDoesNotHaveIsRefused(String part, double crystalMhz, String said) {
        BoardIo io = new BoardIo(
                List.of(),
                List.of(),
                List.of(new Processor(crystalMhz)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Chip chip = Chip.of(part, GOOD_CHIP.resources());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new Board("b", "B", chip, 100, io));
        assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"LVCMOS33\" } }] | \"LVDS\" } }]                     | io.clocks[0]: inverted must have one pad",
                "\"LVCMOS33\" } }] | \"LVCMOS33\" }, \"inverted\": [PAIR] }] | io.clocks[0]: inverted must have none",
                "\"LVCMOS33\" } }] | \"LVDS_25\" }, \"inverted\": [PAIR] }]  | io.clocks[0]: inverted must have the bank and the",
                "\"LVCMOS33\" } }] | \"LVDS\" }, \"inverted\": [PAIR, PAIR] }]  | io.clocks[0]: inverted must have one pad",
                "\"B1\", \"bank\": 35, \"standard\": \"LVCMOS18\" | \"B1\", \"bank\": 35, \"standard\": \"LVDS\" | which only clocks may be"
            })
    void aPairThatIsNoneIsRefused(String good, String bad, String said) {
        String inverse = "{ \"name\": \"n\", \"pin\": \"E4\", \"bank\": 34, \"standard\": \"LVDS\" }";
        assertTrue(GOOD.contains(good), good);
        String text = GOOD.replaceFirst(Pattern.quote(good), bad.replace("PAIR", inverse));
        RefusedException refusal = assertThrows(RefusedException.class, () -> BoardFile.read("bad.json", text));
        assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
    }

    /** An input for a pair does with any supply of its bank. */
    @Test
    void aClockMayComeOverAPair() {
        String pair =
                "\"LVDS\" }, \"inverted\": [{ \"name\": \"n\", \"pin\": \"E4\", \"bank\": 34, \"standard\": \"LVDS\" }] }]";
        Board board = BoardFile.read("good.json", GOOD.replaceFirst(Pattern.quote("\"LVCMOS33\" } }]"), pair));
        Oscillator clock = board.io().clocks().get(0);
        assertEquals(List.of(new PinPad("n", "E4", 34, "LVDS")), clock.inverted());
        assertTrue(board.io().pads().containsAll(clock.inverted()));
    }

    /** A Zynq UltraScale+ with UltraRAM: the one field that may be left out. */
    @Test
    void ultraRamIsCounted() {
        String text = GOOD.replace("xc7z020clg400-1", "xck26-sfvc784-2LV-c")
                .replace("\"ramb36\": 140,", "\"ramb36\": 140, \"uram\": 64,")
                .replaceAll("\"io\": \\{(?s).*", "\"io\": " + IO_OF_A_PROCESSOR + "}");
        assertEquals(64, BoardFile.read("good.json", text).chip().uram());
        assertEquals(
                0,
                BoardFile.read("good.json", text.replace("\"uram\": 64,", ""))
                        .chip()
                        .uram());
    }

    @Test
    void aSecondValueBehindTheBoardIsRefused() {
        assertThrows(RefusedException.class, () -> BoardFile.read("bad.json", GOOD + "{}"));
    }

    @Test
    void aSlipOfThePenIsShownWhereItStands() {
        String bad = GOOD.replace("220,", "220");
        RefusedException refusal = assertThrows(RefusedException.class, () -> BoardFile.read("bad.json", bad));
        assertEquals(8, refusal.diagnostics().get(0).where().line());
    }
}
