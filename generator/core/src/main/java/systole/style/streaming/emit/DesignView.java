package systole.style.streaming.emit;

import systole.engine.BeatStream;
import systole.network.Shape;
import systole.rtl.Literals;
import systole.style.streaming.Plan;

/**
 * The design's constants for the testbenches. Flags are 0 or 1.
 *
 * @param design its name in messages
 * @param module its top module
 * @param passage predicted latency and interval together
 * @param idleLimit cycles without a handshake that count as a deadlock
 */
public record DesignView(
        String design,
        String module,
        int inLanes,
        int inElementBytes,
        int inSigned,
        int inBeats,
        int outLanes,
        int outElementBytes,
        int outSigned,
        int outBeats,
        int outHeight,
        int outWidth,
        int outChannels,
        boolean stateful,
        long passage,
        long idleLimit) {
    public static DesignView of(Plan plan, String module, Shape output) {
        BeatStream in = plan.inputStream();
        BeatStream out = plan.outputStream();
        long passage = plan.prediction().latency() + (long) plan.prediction().interval();
        return new DesignView(
                plan.name(),
                module,
                in.lanes(),
                in.type().bytes(),
                Literals.flag(in.type().signed()),
                in.beats(),
                out.lanes(),
                out.type().bytes(),
                Literals.flag(out.type().signed()),
                out.beats(),
                output.height(),
                output.width(),
                output.channels(),
                plan.stateful().findAny().isPresent(),
                passage,
                10_000 + 4 * passage);
    }
}
