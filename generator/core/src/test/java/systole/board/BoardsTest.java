package systole.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Repository;
import systole.diagnostic.RefusedException;

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
              "clockMhz": 100.0
            }
            """;

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
        assertEquals(2 * board.lut(), board.ff(), "every 7-series slice has four LUTs and eight flip-flops");
    }

    @ParameterizedTest
    @CsvSource({
        "pynq-z2, xc7z020clg400-1, 53200, 220, 140",
        "zedboard, xc7z020clg484-1, 53200, 220, 140",
        "zybo-z7-10, xc7z010clg400-1, 17600, 80, 60",
        "zybo-z7-20, xc7z020clg400-1, 53200, 220, 140",
        "cora-z7-07s, xc7z007sclg400-1, 14400, 66, 50",
        "arty-a7-35t, xc7a35ticsg324-1L, 20800, 90, 50",
        "arty-a7-100t, xc7a100tcsg324-1, 63400, 240, 135",
        "basys3, xc7a35tcpg236-1, 20800, 90, 50",
        "nexys-video, xc7a200tsbg484-1, 134600, 740, 365",
        "cmod-a7-35t, xc7a35tcpg236-1, 20800, 90, 50"
    })
    void partsAreThoseOfTheDataSheets(String id, String part, int lut, int dsp, int ramb36) {
        Board board = Boards.find(id).orElseThrow();
        assertEquals(List.of(part, lut, dsp, ramb36), List.of(board.part(), board.lut(), board.dsp(), board.ramb36()));
        assertEquals(100.0, board.clockMhz());
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
        assertEquals(
                new Board("some-board", "Some Board", "xc7z020clg400-1", 53200, 106400, 220, 140, 100),
                BoardFile.read("good.json", GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dsp\": 220,       | \"dsp\": 220, \"gpu\": 1,  | gpu: ",
                "\"dsp\": 220,       | ``                         | dsp: ",
                "\"dsp\": 220,       | \"dsp\": null,             | dsp: ",
                "\"dsp\": 220,       | \"dsp\": 220.5,            | dsp: ",
                "\"dsp\": 220,       | \"dsp\": \"220\",          | dsp: ",
                "\"dsp\": 220,       | \"dsp\": 220, \"dsp\": 220, | Duplicate field 'dsp'",
                "\"dsp\": 220,       | \"dsp\": 0,                | dsp must be a positive number, not '0'",
                "\"clockMhz\": 100.0 | \"clockMhz\": -1           | clockMhz must be a frequency",
                "\"Some Board\"      | \" \"                      | name must be",
                "\"some-board\"      | \"Some Board\"             | id must be",
                "xc7z020clg400-1     | zynq                       | part must be",
                "\"id\"              | id                         | double-quote",
            })
    void whateverIsNotABoardIsRefused(String good, String bad, String said) {
        assertTrue(GOOD.contains(good), good);
        RefusedException refusal =
                assertThrows(RefusedException.class, () -> BoardFile.read("bad.json", GOOD.replace(good, bad)));
        assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
        assertEquals("bad.json", refusal.diagnostics().get(0).where().file());
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
