package systole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.target.board.Boards;
import systole.target.chip.HardBlocks;
import systole.target.chip.MemoryPlace;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

class StorageTest {
    private static HardBlocks hardBlocks(String board) {
        return Boards.find(board).orElseThrow().chip().hardBlocks();
    }

    private static Storage ultra() {
        List<Storage> all = Storage.of(hardBlocks("kv260"));
        return all.get(all.size() - 3);
    }

    @Test
    void ultraRamIsAChoiceWhereThereIsSome() {
        assertEquals(3, Storage.of(hardBlocks("pynq-z2")).size());
        assertEquals(3, Storage.of(hardBlocks("ultra96-v2")).size());
        assertEquals(6, Storage.of(hardBlocks("kv260")).size());
        assertEquals(
                List.of(false, false, false, true, true, true),
                Storage.of(hardBlocks("kv260")).stream().map(Storage::ultra).toList());
        assertEquals(Storage.USUAL.ramb18Worth(), ultra().ramb18Worth());
    }

    @ParameterizedTest
    @CsvSource({
        "64, 600, BLOCK",
        "64, 1025, BLOCK",
        "64, 2049, ULTRA",
        "72, 4096, ULTRA",
        "72, 4097, ULTRA",
        "73, 600, BLOCK",
        "8, 64, LUT",
        "8, 4096, BLOCK"
    })
    void aMemoryIsInUltraRamIfItSavesEightRamb18(int width, int depth, MemoryPlace place) {
        Memory memory = ultra().ram(width, depth);
        assertEquals(place, memory.place());
        assertEquals(place == MemoryPlace.ULTRA, memory.ramCost().uram() > 0);
        assertFalse(Storage.USUAL.ram(width, depth).ramCost().uram() > 0);
    }

    @Test
    void ultraRamIsAsWideAndDeepAsItsDataSheetSays() {
        assertEquals(
                ResourceVector.of(ResourceKind.URAM, 1), ultra().ram(72, 4096).ramCost());
        assertEquals(
                ResourceVector.of(ResourceKind.URAM, 2), ultra().ram(144, 4096).ramCost());
        assertEquals(2, ultra().ram(72, 4097).ramCost().uram());
    }

    @Test
    void nothingThatIsLoadedIsInUltraRam() {
        assertEquals(MemoryPlace.BLOCK, ultra().rom(72, 4096).place());
        assertTrue(ultra().rom(72, 4096).romCost().ramb18() > 8);
    }
}
