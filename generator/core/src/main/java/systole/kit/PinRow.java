package systole.kit;

import java.util.ArrayList;
import java.util.List;
import systole.target.board.BoardIo;
import systole.target.board.Oscillator;
import systole.target.board.PinPad;

/**
 * A port of a board's top with its pin.
 *
 * @param port the port of the top module
 * @param pad the board's name for the pin
 * @param pin the ball
 */
public record PinRow(String port, String pad, String pin, int bank, String standard) {
    /** All ports of {@code board_top.v.ftl}. */
    static List<PinRow> of(BoardIo io) {
        List<PinRow> rows = new ArrayList<>(clock(io));
        rows.add(row("reset_button", io.buttons().get(0).pad()));
        rows.add(row("uart_rxd", io.uarts().get(0).fromHost()));
        rows.add(row("uart_txd", io.uarts().get(0).toHost()));
        rows.add(row("led_busy", io.leds().get(0)));
        rows.add(row("led_error", io.leds().get(1)));
        return rows;
    }

    /** The ports of the clock: one, or a pair. */
    static List<PinRow> clock(BoardIo io) {
        Oscillator clock = io.clocks().get(0);
        return clock.inverted().isEmpty()
                ? List.of(row("clk_in", clock.pad()))
                : List.of(
                        row("clk_in_p", clock.pad()),
                        row("clk_in_n", clock.inverted().get(0)));
    }

    private static PinRow row(String port, PinPad pad) {
        return new PinRow(port, pad.name(), pad.pin(), pad.bank(), pad.standard());
    }
}
