package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import systole.rtl.LibraryModules;

/** The program finds what lies in the library's folder, each file by the name of its module. */
class LibraryModulesTest {
    @Test
    void everyFileIsFoundByTheNameOfItsModule() throws IOException {
        for (Path file : Library.files()) {
            assertEquals(Files.readString(file), LibraryModules.text(Library.module(file)), file.toString());
        }
    }

    @Test
    void everyFolderIsAJobAndNoNameStandsTwice() {
        assertEquals(
                new HashSet<>(LibraryModules.JOBS),
                Library.files().stream()
                        .map(file -> Library.FOLDER.relativize(file).getParent().toString())
                        .collect(Collectors.toSet()));
        List<String> modules = Library.modules();
        assertEquals(modules.size(), new HashSet<>(modules).size());
    }

    @Test
    void aNameWithoutAModuleIsAMistake() {
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> LibraryModules.text("systole_nothing"));
        assertEquals("the library has no module systole_nothing", e.getMessage());
    }
}
