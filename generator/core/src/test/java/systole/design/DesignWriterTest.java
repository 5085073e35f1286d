package systole.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.diagnostic.RefusedException;
import systole.rtl.GeneratedFile;
import systole.rtl.RtlDesign;
import systole.style.streaming.TinyNetworks;

class DesignWriterTest {
    private static final GeneratedFile SCRIPT = new GeneratedFile("tcl/build.tcl", "build");
    private static final GeneratedFile PAGE = new GeneratedFile(Design.PAGE, "page");

    @TempDir
    Path folder;

    private Design core() {
        return RtlDesign.write(TinyNetworks.residual(), TinyNetworks.board(), folder.resolve("core"))
                .design();
    }

    private static Design with(Design design, GeneratedFile... more) {
        List<GeneratedFile> files = new ArrayList<>(design.files());
        files.addAll(List.of(more));
        return design.with(files);
    }

    private static Design kit(Design core) {
        return with(core, new GeneratedFile(Design.GUIDE, "read me"), SCRIPT);
    }

    @Test
    void aKitStaysAroundItsHardware() {
        Design core = core();
        Path d = folder.resolve("d");
        DesignWriter.write(kit(core), d);
        assertEquals(List.of(), DesignWriter.write(core, d));
        assertTrue(Files.exists(d.resolve(SCRIPT.path())));
        DesignWriter.require(core, d);
        DesignWriter.require(kit(core), d);
    }

    @Test
    void aKitIsNotLeftAroundOtherHardware() {
        Design core = core();
        Design other = with(core, new GeneratedFile("rtl/more.v", "module more; endmodule"));
        Path d = folder.resolve("d");
        DesignWriter.write(kit(core), d);
        assertThrows(RefusedException.class, () -> DesignWriter.write(other, d));
        assertFalse(Files.exists(d.resolve("rtl/more.v")));
        DesignWriter.write(kit(other), d);
        assertTrue(Files.exists(d.resolve("rtl/more.v")));
    }

    @Test
    void aFolderWithAnotherDesignIsRefused() {
        Design core = core();
        Design other = with(core, SCRIPT);
        Path d = folder.resolve("d");
        DesignWriter.write(core, d);
        assertThrows(RefusedException.class, () -> DesignWriter.require(other, d));
    }

    @Test
    void thePageAboutAnotherDesignGoes() {
        Design core = core();
        Path d = folder.resolve("d");
        DesignWriter.write(core, d);
        DesignWriter.write(PAGE, d);
        DesignWriter.write(core, d);
        assertTrue(Files.exists(d.resolve(Design.PAGE)), "the same design");
        DesignWriter.write(with(core, SCRIPT), d);
        assertFalse(Files.exists(d.resolve(Design.PAGE)));
    }
}
