package systole.app;

import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import systole.diagnostic.Suggestions;
import systole.target.board.Boards;

/** Knows the ids of boards. A board file is read later, because its content is input like that of a model. */
final class BoardOption implements ITypeConverter<BoardArgument> {
    @Override
    public BoardArgument convert(String name) {
        BoardArgument argument = new BoardArgument(name);
        if (!argument.file() && Boards.find(name).isEmpty()) {
            throw new TypeConversionException(unknown(name));
        }
        return argument;
    }

    private static String unknown(String id) {
        String hint = Suggestions.didYouMean(id, Boards.ids());
        return "there is no board '" + id + "'\n  help: " + (hint.isEmpty() ? "" : hint + " ") + "boards are "
                + String.join(", ", Boards.ids()) + ", or a file FILE.json";
    }

    /** All ids, to be shown in the help. */
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Boards.ids().iterator();
        }
    }
}
