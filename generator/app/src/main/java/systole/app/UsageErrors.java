package systole.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import systole.diagnostic.Suggestions;

/** Says what is wrong with the arguments, in two or three lines. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + problem.getMessage());
        String hint = hint(problem, command);
        if (!hint.isEmpty()) {
            err.println("  help: " + hint);
        }
        err.println("  see: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
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
