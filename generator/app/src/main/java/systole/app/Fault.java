package systole.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fault of Systole itself. No other model and no other options can mend it, so it is reported as a bug, with the
 * facts that the maintainers of the program need.
 *
 * @param cause the exception that was thrown
 * @param arguments the arguments of the command line
 */
record Fault(Throwable cause, List<String> arguments) {
    /** The largest number of places in the program that are named. */
    private static final int PLACES = 6;

    Fault {
        arguments = List.copyOf(arguments);
    }

    /** The text to print. */
    String text() {
        return lines().map(line -> line + "\n").collect(Collectors.joining());
    }

    private Stream<String> lines() {
        return Stream.of(
                        Stream.of("error: this is a bug in Systole, not a mistake of yours"),
                        Stream.of("  " + Version.text() + ": " + described(cause)),
                        places(cause),
                        Optional.ofNullable(cause.getCause()).stream()
                                .flatMap(first ->
                                        Stream.concat(Stream.of("  because of " + described(first)), places(first))),
                        Stream.of(
                                "  help: please report it with these lines, the model file and the command:",
                                "    systole "
                                        + arguments.stream().map(Fault::quoted).collect(Collectors.joining(" "))))
                .flatMap(lines -> lines);
    }

    private static String described(Throwable thrown) {
        return thrown.getClass().getName()
                + Optional.ofNullable(thrown.getMessage())
                        .flatMap(message -> message.lines().findFirst())
                        .map(message -> ": " + message)
                        .orElse("");
    }

    private static Stream<String> places(Throwable thrown) {
        return Stream.of(thrown.getStackTrace()).limit(PLACES).map(place -> "    at " + place);
    }

    /** The argument in the form that a shell takes for one word. */
    private static String quoted(String argument) {
        return argument.matches("[\\w./=:,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
