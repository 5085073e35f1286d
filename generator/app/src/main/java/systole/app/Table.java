package systole.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text in columns. Columns with numbers are aligned right, the others left. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<Object>> rows = new ArrayList<>();
    private int numbers = Integer.MAX_VALUE;

    Table(Object... header) {
        row(header);
    }

    /** Aligns this column and those behind it right, whose cells are numbers as text. */
    void alignRight(int from) {
        numbers = from;
    }

    /** Adds a row of strings, integers and reals; reals are shown with one decimal. */
    void row(Object... cells) {
        rows.add(List.of(cells));
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("every row has " + rows.get(0).size() + " cells");
        }
    }

    /** The lines, each of which ends in a line feed. */
    @Override
    public String toString() {
        List<Integer> columns = IntStream.range(0, rows.get(0).size()).boxed().toList();
        List<Integer> widths = columns.stream().map(this::width).toList();
        List<Boolean> right = columns.stream().map(this::holdsNumbers).toList();
        return rows.stream()
                .map(row -> columns.stream()
                        .map(c -> padded(text(row.get(c)), widths.get(c), right.get(c)))
                        .collect(Collectors.joining(GAP)))
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> text(row.get(column)).length())
                .max()
                .orElse(0);
    }

    private boolean holdsNumbers(int column) {
        return column >= numbers || rows.stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(width - text.length());
        return right ? blanks + text : text + blanks;
    }

    private static String text(Object cell) {
        if (cell instanceof Double real) {
            return Text.format("%,.1f", real);
        }
        return cell instanceof Number number ? Text.format("%,d", number.longValue()) : cell.toString();
    }
}
