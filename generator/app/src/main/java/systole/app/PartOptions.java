package systole.app;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import systole.target.board.BarePart;
import systole.target.board.Board;

/** The options that name a chip without a board. */
final class PartOptions {
    @Option(names = "--part", paramLabel = "PART", description = "A chip without a board, such as xc7z045ffg900-2.")
    private Optional<String> part;

    @Option(
            names = "--resources",
            paramLabel = "KEY=N,...",
            description = "What that chip has: lut=N,dsp=N,ramb36=N and, if you like, ff=N, uram=N, and clock=MHZ.")
    private Optional<String> resources;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean named() {
        return part.isPresent();
    }

    /**
     * The words that name the chip; none if it is not named.
     *
     * @param boardNamed whether there is a board already
     * @throws ParameterException if both are named, or the resources of nothing
     */
    List<String> words(boolean boardNamed) {
        if (part.isPresent() && boardNamed) {
            throw new ParameterException(command.commandLine(), "--board and --part exclude each other");
        }
        if (part.isEmpty() && resources.isPresent()) {
            throw new ParameterException(command.commandLine(), "--resources needs --part");
        }
        return part.map(p -> List.of("--part", p, "--resources", resources.orElse("")))
                .orElse(List.of());
    }

    /**
     * The chip, if it is named.
     *
     * @throws systole.diagnostic.RefusedException if its resources are not known, or cannot be
     */
    Optional<Board> board(boolean boardNamed) {
        return words(boardNamed).isEmpty() ? Optional.empty() : part.map(p -> BarePart.of(p, resources.orElse("")));
    }
}
