package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import systole.diagnostic.Diagnostic;
import systole.model.ModelReader;

/** The option for results as JSON, which every command has. */
final class JsonOption {
    private static final String OUT = "-";

    @Option(
            names = "--json",
            arity = "0..1",
            fallbackValue = OUT,
            paramLabel = "FILE",
            preprocessor = NoModel.class,
            description =
                    "Write the results as JSON to FILE, too, or why there are none. Without FILE, they go to standard"
                            + " output instead of the text.")
    private Optional<String> file;

    /** In {@code build --json X.net}, the model is the command's and not the option's, which would replace it. */
    static final class NoModel implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            boolean attached = "=".equals(info.get("separator"));
            if (!attached && !arguments.isEmpty() && ModelReader.isModel(arguments.peek())) {
                arguments.push(OUT);
            }
            return false;
        }
    }

    /** The option as a command line has it, whatever else is wrong with that. */
    static JsonOption of(List<String> arguments) {
        JsonOption option = new JsonOption();
        new CommandLine(option).setUnmatchedArgumentsAllowed(true).parseArgs(arguments.toArray(String[]::new));
        return option;
    }

    /** Removes the file of an earlier run, so that it is not taken for the result of this one. */
    void forget() {
        path().ifPresent(OutputFile::forget);
    }

    /** Shows results: as text, as JSON, or as both. */
    void show(Terminal terminal, JsonNode json, String text) {
        path().ifPresent(path -> OutputFile.write(path, Json.text(json)));
        terminal.text(file.filter(OUT::equals).isPresent() ? Json.text(json) : text);
    }

    /** Tells why there are no results. */
    void fail(Terminal terminal, int exit, List<Diagnostic> problems) {
        ObjectNode json = Json.object().put("exit", exit);
        ArrayNode all = json.putArray("problems");
        for (Diagnostic problem : problems) {
            all.addObject()
                    .put("file", problem.where().file())
                    .put("line", problem.where().line())
                    .put("column", problem.where().column())
                    .put("message", problem.message())
                    .put("hint", problem.hint());
        }
        try {
            file.ifPresent(f -> show(terminal, json, ""));
        } catch (UncheckedIOException e) {
            terminal.note("error: %s", e.getCause().getMessage());
        }
    }

    private Optional<Path> path() {
        return file.filter(f -> !f.equals(OUT)).map(Path::of);
    }
}
