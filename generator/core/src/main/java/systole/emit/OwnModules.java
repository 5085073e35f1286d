package systole.emit;

import java.util.ArrayList;
import java.util.List;
import systole.network.IntTensor;
import systole.plan.unit.ArgmaxUnit;
import systole.plan.unit.ClampUnit;
import systole.plan.unit.ConcatUnit;
import systole.plan.unit.ExtremumUnit;
import systole.plan.unit.FifoUnit;
import systole.plan.unit.ForkUnit;
import systole.plan.unit.LookupUnit;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MaxPoolUnit;
import systole.plan.unit.PadUnit;
import systole.plan.unit.PairUnit;
import systole.plan.unit.RepeatUnit;
import systole.plan.unit.ReverseUnit;
import systole.plan.unit.SoftmaxUnit;
import systole.plan.unit.UnitVisitor;
import systole.plan.unit.WidthUnit;

/** The files that a unit has for itself: its module if it has one, and its memories. */
final class OwnModules implements UnitVisitor<List<GeneratedFile>> {
    private final Templates templates;
    private final String module;

    OwnModules(Templates templates, String module) {
        this.templates = templates;
        this.module = module;
    }

    private List<GeneratedFile> with(List<GeneratedFile> memories, String template, Object view) {
        List<GeneratedFile> all = new ArrayList<>(memories);
        all.add(new GeneratedFile("rtl/" + module + ".v", templates.render("unit/" + template, view)));
        return all;
    }

    private List<GeneratedFile> table(IntTensor table, int bits) {
        MemoryImage image = new MemoryImage(bits);
        table.stream().forEach(entry -> image.field(entry, bits).end());
        return List.of(new GeneratedFile("rtl/" + InstanceFactory.tableFile(module), image.text()));
    }

    @Override
    public List<GeneratedFile> mac(MacUnit unit) {
        List<GeneratedFile> memories = new ArrayList<>();
        MacView view = MacView.of(module, Titles.mac(unit), unit, memories);
        return with(memories, "unit_mac.v.ftl", view);
    }

    @Override
    public List<GeneratedFile> lstm(LstmUnit unit) {
        List<GeneratedFile> memories = new ArrayList<>();
        LstmView view = LstmView.of(module, Titles.lstm(unit), unit, memories);
        return with(memories, "unit_lstm.v.ftl", view);
    }

    @Override
    public List<GeneratedFile> maxPool(MaxPoolUnit unit) {
        return with(List.of(), "unit_maxpool.v.ftl", MaxPoolView.of(module, Titles.maxPool(unit), unit));
    }

    @Override
    public List<GeneratedFile> pair(PairUnit unit) {
        List<GeneratedFile> memories = new ArrayList<>();
        PairView view = PairView.of(module, Titles.pair(unit), unit, memories);
        return with(memories, "unit_pair.v.ftl", view);
    }

    @Override
    public List<GeneratedFile> extremum(ExtremumUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> concat(ConcatUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> pad(PadUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> repeat(RepeatUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> reverse(ReverseUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> clamp(ClampUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> lookup(LookupUnit unit) {
        return table(unit.table(), unit.out().bits());
    }

    @Override
    public List<GeneratedFile> softmax(SoftmaxUnit unit) {
        return table(unit.exponentials(), 31);
    }

    @Override
    public List<GeneratedFile> argmax(ArgmaxUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> fork(ForkUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> width(WidthUnit unit) {
        return List.of();
    }

    @Override
    public List<GeneratedFile> fifo(FifoUnit unit) {
        return List.of();
    }
}
