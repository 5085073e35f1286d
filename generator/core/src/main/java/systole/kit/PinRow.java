package systole.kit;

import java.util.List;
import systole.target.board.BoardIo;
import systole.target.board.Pad;

/**
 * A port of a board's top on its pin.
 *
 * @param port of the top module
 * @param pad what the board calls it
 * @param pin the ball
 */
public record PinRow(String port, String pad, String pin, int bank, String standard) {
    /** All ports of {@code board_top.v.ftl}. */
    static List<PinRow> of(BoardIo io) {
        return List.of(
                row("clk_in", io.clocks().get(0).pad()),
                row("reset_button", io.buttons().get(0).pad()),
                row("uart_rxd", io.uarts().get(0).fromHost()),
                row("uart_txd", io.uarts().get(0).toHost()),
                row("led_busy", io.leds().get(0)),
                row("led_error", io.leds().get(1)));
    }

    private static PinRow row(String port, Pad pad) {
        return new PinRow(port, pad.name(), pad.pin(), pad.bank(), pad.standard());
    }
}
