package systole.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.diagnostic.RefusedException;

class CommandTest {
    @TempDir
    private Path folder;

    @Test
    void keepsBothOutputs() {
        Command.Outcome outcome = command(Duration.ofSeconds(10), "sh", "-c", "echo one; echo two >&2; exit 3")
                .run();
        assertEquals(new Command.Outcome(3, "one\ntwo\n"), outcome);
    }

    @Test
    void aMissingToolIsRefused() {
        Command missing = command(Duration.ofSeconds(10), "a-tool-that-nobody-has");
        RefusedException refused = assertThrows(RefusedException.class, missing::run);
        assertTrue(refused.getMessage().startsWith("a-tool-that-nobody-has not found"), refused.getMessage());
        assertEquals("run make setup", refused.diagnostics().get(0).hint());
    }

    @Test
    void aFailureShowsTheEndOfTheLog() {
        Command failing = command(Duration.ofSeconds(10), "sh", "-c", "seq 1 100; exit 1");
        ToolFailedException failure = assertThrows(ToolFailedException.class, failing::succeed);
        assertTrue(failure.getMessage().endsWith("\n99\n100"), failure.getMessage());
        assertTrue(failure.getMessage().contains("command.log"), failure.getMessage());
    }

    @Test
    void aCommandThatTakesTooLongIsEnded() {
        Command endless = command(Duration.ofSeconds(2), "sh", "-c", "echo started; sleep 60; echo done");
        ToolFailedException failure = assertThrows(ToolFailedException.class, endless::run);
        assertTrue(failure.getMessage().contains("did not end"), failure.getMessage());
        assertTrue(failure.getMessage().endsWith("started"), failure.getMessage());
    }

    private Command command(Duration timeout, String... words) {
        return new Command(List.of(words), folder, folder.resolve("logs/command.log"), timeout);
    }
}
