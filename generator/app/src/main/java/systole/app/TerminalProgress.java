package systole.app;

import java.nio.file.Path;
import systole.Progress;
import systole.network.Network;
import systole.target.board.Board;
import systole.target.board.UnroutedClock;

/** Prints messages about the work in progress. */
record TerminalProgress(Terminal terminal) implements Progress {
    @Override
    public void leftOut(String sentence) {
        terminal.note("note: %s", sentence);
    }

    @Override
    public void tooSmall(Network network, Board board) {
        terminal.note("%s does not fit %s", network.name(), board.name());
    }

    @Override
    public void planning(Network network, Board board, double clockMhz) {
        terminal.note("planning %s for %s at %s MHz", network.name(), board.name(), Text.number(clockMhz));
    }

    @Override
    public void written(int files, Path folder) {
        terminal.note("%d files in %s", files, folder);
    }

    @Override
    public void kept(Path file) {
        terminal.note(
                "note: %s stays as it is, because it was edited or is not Systole's; remove it to get Systole's", file);
    }

    @Override
    public void building(String simulator) {
        terminal.note("%s: building the testbench", simulator);
    }

    @Override
    public void simulating(String simulator, double seconds, double cycles) {
        terminal.note("%s: built in %s; simulating about %,.0f cycles", simulator, Text.seconds(seconds), cycles);
    }

    @Override
    public void beyondEstimate(UnroutedClock clock) {
        terminal.note("warning: %s MHz are %s", Text.number(clock.mhz()), clock.words());
    }

    @Override
    public void withoutShell(String reason) {
        terminal.note("note: the core is synthesized without a shell: %s", reason);
    }

    @Override
    public void synthesizing() {
        terminal.note("yosys: synthesizing, this may take minutes");
    }
}
