package systole.app;

import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import systole.diagnostic.Suggestions;
import systole.target.board.Board;
import systole.target.board.Boards;

/** Finds the board of an id. */
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

    /** All ids, for the help. */
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Boards.ids().iterator();
        }
    }
}
