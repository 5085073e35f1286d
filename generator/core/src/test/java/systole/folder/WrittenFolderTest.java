package systole.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.diagnostic.RefusedException;
import systole.rtl.GeneratedFile;

class WrittenFolderTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path root;

    private List<String> write(GeneratedFile... files) {
        return new WrittenFolder(root, "design").replace(List.of(files));
    }

    private static GeneratedFile file(String path, String content) {
        return new GeneratedFile(path, content);
    }

    /** The files in the folder, except for Systole's own. */
    private List<String> present() throws IOException {
        return Tree.files(root).stream().filter(f -> !f.startsWith(".systole/")).toList();
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }

    private String content(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private String refusal(GeneratedFile... files) {
        RefusedException refused = assertThrows(RefusedException.class, () -> write(files));
        assertEquals(1, refused.diagnostics().size());
        return refused.diagnostics().get(0).where() + ": "
                + refused.diagnostics().get(0).message();
    }

    @Test
    void filesOfAnEarlierDesignGoAwayWithTheirFolders() throws IOException {
        write(file("rtl/old.v", "x"), file("rtl/deep/old.mem", "0"), file("testbench/t.h", ""));
        write(file("rtl/new.v", "y"));
        assertEquals(List.of("rtl/new.v"), present());
        assertTrue(Files.notExists(root.resolve("testbench")));
        assertTrue(Files.notExists(root.resolve("rtl/deep")));
    }

    @Test
    void whatOthersPutThereStays() throws IOException {
        write(file("rtl/a.v", "a"), file("rtl/b.v", "b"));
        put("rtl/mine.v", "mine");
        put("sim/run.log", "log");
        put("notes.txt", "mine");
        assertEquals(List.of(), write(file("plan.json", "{}"), file("rtl/a.v", "A")));
        assertEquals(List.of("notes.txt", "plan.json", "rtl/a.v", "rtl/mine.v", "sim/run.log"), present());
    }

    /** Build tools go by the times of files. */
    @Test
    void filesThatAreTheSameStayUntouched() throws IOException {
        write(file("rtl/same.v", "same"), file("rtl/other.v", "before"));
        Files.setLastModifiedTime(root.resolve("rtl/same.v"), LONG_AGO);
        Files.setLastModifiedTime(root.resolve("rtl/other.v"), LONG_AGO);
        write(file("rtl/same.v", "same"), file("rtl/other.v", "after"));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(root.resolve("rtl/same.v")));
        assertTrue(Files.getLastModifiedTime(root.resolve("rtl/other.v")).compareTo(LONG_AGO) > 0);
        assertEquals("after", content("rtl/other.v"));
    }

    @Test
    void anEditedFileStaysAndIsTold() throws IOException {
        write(file("rtl/a.v", "a"), file("rtl/b.v", "b"));
        put("rtl/a.v", "edited");
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of("rtl/a.v"), write(file("rtl/a.v", "a"), file("rtl/b.v", "b" + i)));
            assertEquals("edited", content("rtl/a.v"));
            assertEquals("b" + i, content("rtl/b.v"));
        }
        assertEquals(List.of("rtl/a.v"), write(file("rtl/b.v", "b")), "the design has it no longer");
        assertEquals(List.of("rtl/a.v", "rtl/b.v"), present());
    }

    @Test
    void aDesignIsNotMixedWithAnEditedFileOfAnotherOne() throws IOException {
        write(file("rtl/a.v", "a"), file("rtl/b.v", "b"));
        put("rtl/a.v", "edited");
        String said = refusal(file("rtl/a.v", "A"), file("rtl/b.v", "B"));
        assertTrue(said.startsWith(root.resolve("rtl/a.v") + ": this file was edited"), said);
        assertEquals("edited", content("rtl/a.v"));
        assertEquals("b", content("rtl/b.v"));
    }

    @Test
    void aFileThatIsMissingIsWrittenAgain() throws IOException {
        write(file("rtl/a.v", "a"));
        Files.delete(root.resolve("rtl/a.v"));
        write(file("rtl/a.v", "a"));
        assertEquals("a", content("rtl/a.v"));
    }

    /** A file, a folder, a link to nothing, and a file where a folder has to be. */
    @Test
    void whatSomebodyElsePutInTheWayStays() throws IOException {
        put("rtl/a.v", "mine");
        put("rtl/b.v/inside", "mine");
        Files.createSymbolicLink(root.resolve("rtl/c.v"), Path.of("nowhere"));
        put("tcl", "mine");
        for (String path : List.of("rtl/a.v", "rtl/b.v", "rtl/c.v", "tcl/d.tcl")) {
            String said = refusal(file("first", "1"), file(path, "x"));
            assertTrue(said.startsWith(root.resolve(path) + ": Systole did not write this"), said);
        }
        assertEquals(List.of("rtl/a.v", "rtl/b.v/inside", "rtl/c.v", "tcl"), present());
    }

    @Test
    void filesAreAddedAndTheOthersStay() throws IOException {
        WrittenFolder results = new WrittenFolder(root, "results");
        write(file("rtl/a.v", "a"));
        results.add(List.of(file("one", "1")));
        results.add(List.of(file("two", "2")));
        assertEquals(List.of(), results.add(List.of(file("one", "11"))));
        write(file("rtl/b.v", "b"));
        assertEquals(List.of("one", "rtl/b.v", "two"), present());
        put("one", "edited");
        put("three", "mine");
        assertEquals(List.of("one", "three"), results.add(List.of(file("one", "1"), file("three", "3"))));
        results.remove("two");
        results.remove("one");
        assertEquals(List.of("one", "rtl/b.v", "three"), present());
        assertEquals("edited", content("one"));
        assertEquals("mine", content("three"));
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        WrittenFolder.requireOurs(root);
        WrittenFolder.requireOurs(root.resolve("new/er"));
        put("plan.json", "{}");
        assertThrows(RefusedException.class, () -> WrittenFolder.requireOurs(root));
        assertThrows(RefusedException.class, () -> WrittenFolder.requireOurs(root.resolve("plan.json")));
        Files.delete(root.resolve("plan.json"));
        write(file("rtl/a.v", "a"));
        put("plan.json", "{}");
        WrittenFolder.requireOurs(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "00  a", "%s  ../a", "%s  a/../../b", "%s  /etc/passwd", "%s a", "%s  a//../b"})
    void aListThatIsDamagedIsRefused(String line) throws IOException {
        write(file("rtl/a.v", "a"));
        put(".systole/design.sha256", line.formatted("0".repeat(64)) + "\n");
        assertThrows(RefusedException.class, () -> write(file("rtl/b.v", "b")));
        assertEquals(List.of("rtl/a.v"), present());
    }

    @Test
    void theListIsThatOfSha256sum() throws IOException {
        write(file("rtl/b.v", "abc"), file("rtl/a.v", ""));
        assertEquals(
                """
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  rtl/a.v
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  rtl/b.v
                """,
                content(".systole/design.sha256"));
    }

    /** As long as nothing is decided, nothing happened. */
    @Test
    void whatCannotBeWrittenLeavesTheFolderAsItWas() throws IOException {
        write(file("rtl/a.v", "before"));
        String tooLong = "rtl/" + "x".repeat(300);
        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> write(file("rtl/a.v", "after"), file(tooLong, "x")));
        assertTrue(e.getMessage().contains(root.resolve(tooLong).toString()), e.getMessage());
        assertEquals(List.of("rtl/a.v"), present());
        assertEquals("before", content("rtl/a.v"));
    }

    /** Whatever moved before an end in the middle, the next run moves the rest. */
    @Test
    void aDecidedChangeIsCompleted() throws IOException {
        List<String> moved = List.of("rtl/a.v", "rtl/c.v", "rtl/files.f", "rtl/old.v");
        for (int done = 0; done <= moved.size(); done++) {
            write(file("rtl/a.v", "before"), file("rtl/old.v", "old"), file("rtl/files.f", "a.v old.v"));
            put(".systole/staging/rest", "of a run that decided nothing");
            List<GeneratedFile> after =
                    List.of(file("rtl/a.v", "after"), file("rtl/c.v", "new"), file("rtl/files.f", "a.v c.v"));
            for (GeneratedFile file : after) {
                put(
                        moved.indexOf(file.path()) < done ? file.path() : ".systole/next/files/" + file.path(),
                        file.content());
            }
            if (done == moved.size()) {
                Files.delete(root.resolve("rtl/old.v"));
            }
            put(".systole/next/design.sha256", Manifest.of(after).text());
            FolderLock.holding(root, () -> write(after.toArray(GeneratedFile[]::new)));
            assertEquals(List.of("rtl/a.v", "rtl/c.v", "rtl/files.f"), present());
            assertEquals("after", content("rtl/a.v"));
            assertEquals(List.of("design.sha256", "lock"), Tree.files(root.resolve(".systole")));
            assertEquals(Manifest.of(after), new WrittenFolder(root, "design").manifest());
        }
    }

    /** Even an edit between the end and the next run stays. */
    @Test
    void anEditInAnUnfinishedChangeStays() throws IOException {
        write(file("rtl/a.v", "before"), file("rtl/b.v", "before"));
        List<GeneratedFile> after = List.of(file("rtl/a.v", "after"));
        put(".systole/next/files/rtl/a.v", "after");
        put(".systole/next/design.sha256", Manifest.of(after).text());
        put("rtl/a.v", "edited");
        put("rtl/b.v", "edited");
        assertEquals(List.of("rtl/a.v"), FolderLock.holding(root, () -> write(after.get(0))));
        assertEquals("edited", content("rtl/a.v"));
        assertEquals("edited", content("rtl/b.v"));
    }
}
