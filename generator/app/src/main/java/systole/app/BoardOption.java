package systole.app;

import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import systole.board.Board;
import systole.board.Boards;
import systole.diagnostic.Suggestions;

/** Finds the board with an id. */
final class BoardOption implements ITypeConverter<Board> {
    @Override
    public Board convert(String id) {
        return Boards.find(id).orElseThrow(() -> new TypeConversionException(unknown(id)));
    }

    private static String unknown(String id) {
        String hint = Suggestions.didYouMean(id, Boards.ids());
        return "there is no board '" + id + "'\n  help: " + (hint.isEmpty() ? "" : hint + " ") + "boards are "
                + String.join(", ", Boards.ids());
    }

    /** All ids, to be shown in the help. */
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Boards.ids().iterator();
        }
    }
}
