package systole.engine.array;

import java.util.ArrayList;
import java.util.List;
import systole.rtl.GeneratedFile;

/** A memory of some rows of a column's weights. */
public record WeightView(int column, int firstRow, int rows, int block, String file) {
    /** All memories of an array; their files are appended to {@code files}. */
    public static List<WeightView> of(
            String module, SystolicArray array, WeightOrder order, List<GeneratedFile> files) {
        WeightMemory memory = array.weightMemory();
        List<WeightView> views = new ArrayList<>();
        for (int column = 0; column < array.columns(); column++) {
            for (int tile = 0; tile < memory.tiles(); tile++) {
                String file = module + ".w" + column + (memory.tiles() > 1 ? "_" + tile : "") + ".mem";
                int firstRow = tile * memory.tile();
                int rows = memory.rowsOf(tile);
                files.add(new GeneratedFile("rtl/" + file, WeightImage.of(array, order, column, firstRow, rows)));
                views.add(new WeightView(
                        column, firstRow, rows, memory.memory(rows).parameter(), file));
            }
        }
        return views;
    }
}
