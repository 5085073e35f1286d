package systole.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.SourceRef;
import systole.diagnostic.Suggestions;

/** Says what is wrong with the arguments, in two or three lines. */
final class UsageErrors implements IParameterExceptionHandler {
    private final Terminal terminal;

    UsageErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        terminal.note("error: %s", problem.getMessage());
        String hint = hint(problem, command);
        if (!hint.isEmpty()) {
            terminal.note("  help: %s", hint);
        }
        terminal.note("  see: %s --help", command.getCommandSpec().qualifiedName());
        Diagnostic diagnostic = new Diagnostic(SourceRef.NONE, problem.getMessage(), hint);
        JsonOption.of(List.of(arguments)).fail(terminal, ExitCode.USAGE, List.of(diagnostic));
        return ExitCode.USAGE;
    }

    private static String hint(ParameterException problem, CommandLine command) {
        List<String> commands = List.copyOf(command.getSubcommands().keySet());
        String list = "commands are ";
        if (!(problem instanceof UnmatchedArgumentException unmatched)) {
            return command.getParent() == null ? list + String.join(", ", commands) : "";
        }
        String word = unmatched.getUnmatched().get(0);
        List<String> candidates = new ArrayList<>(commands);
        for (OptionSpec option : command.getCommandSpec().options()) {
            candidates.addAll(List.of(option.names()));
        }
        return commands.isEmpty()
                ? Suggestions.didYouMean(word, candidates)
                : Suggestions.closest(word, candidates)
                        .map(c -> "did you mean '" + c + "'?")
                        .orElse(list + String.join(", ", commands));
    }
}
