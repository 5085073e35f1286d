package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSetTest {
    private static final GeneratedFile A = new GeneratedFile("rtl/a.v", "a");
    private static final GeneratedFile B = new GeneratedFile("rtl/b.v", "b");

    @Test
    void filesComeSorted() {
        assertEquals(List.of(A, B), new FileSet().add(B).add(A).sorted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtl/a.v", "rtl/A.v"})
    void writingAFileTwiceIsAnError(String path) {
        FileSet files = new FileSet().addAll(List.of(A, B));
        GeneratedFile again = new GeneratedFile(path, "a");
        assertEquals(
                path + " would be written twice, the first time as rtl/a.v",
                assertThrows(IllegalStateException.class, () -> files.add(again))
                        .getMessage());
    }
}
