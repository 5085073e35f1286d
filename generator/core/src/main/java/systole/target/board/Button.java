package systole.target.board;

/**
 * A push button.
 *
 * @param activeLow whether the pin is low while it is pressed
 */
public record Button(boolean activeLow, PinPad pad) {}
