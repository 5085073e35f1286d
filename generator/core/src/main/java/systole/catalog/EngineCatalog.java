package systole.catalog;

import java.util.List;
import systole.engine.EngineTable;
import systole.engine.argmax.ArgmaxEngine;
import systole.engine.avgpool.AvgPoolEngine;
import systole.engine.cast.CastEngine;
import systole.engine.clamp.ClampEngine;
import systole.engine.concat.ConcatEngine;
import systole.engine.constant.ConstantEngine;
import systole.engine.curve.CurveEngine;
import systole.engine.extremum.ExtremumEngine;
import systole.engine.history.HistoryEngine;
import systole.engine.lookup.LookupEngine;
import systole.engine.lstm.LstmEngine;
import systole.engine.mac.MacEngine;
import systole.engine.maxpool.MaxPoolEngine;
import systole.engine.pad.PadEngine;
import systole.engine.pair.PairEngine;
import systole.engine.permute.PermuteEngine;
import systole.engine.repeat.RepeatEngine;
import systole.engine.select.SelectEngine;
import systole.engine.softmax.SoftmaxEngine;

/** The list of all kinds of engines that Systole knows. A new kind takes one line here. */
public final class EngineCatalog {
    public static final EngineTable CATALOG = new EngineTable(List.of(
            MacEngine.KIND,
            LstmEngine.KIND,
            MaxPoolEngine.KIND,
            AvgPoolEngine.KIND,
            PairEngine.KIND,
            ExtremumEngine.KIND,
            ConcatEngine.KIND,
            PadEngine.KIND,
            SelectEngine.KIND,
            PermuteEngine.KIND,
            RepeatEngine.KIND,
            HistoryEngine.KIND,
            ClampEngine.KIND,
            CastEngine.KIND,
            LookupEngine.KIND,
            ConstantEngine.KIND,
            CurveEngine.KIND,
            SoftmaxEngine.KIND,
            ArgmaxEngine.KIND));

    private EngineCatalog() {}
}
