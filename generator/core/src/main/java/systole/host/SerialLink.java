package systole.host;

/** An open serial line with 8 data bits, no parity and 1 stop bit. */
public interface SerialLink {
    /**
     * Sends all bytes.
     *
     * @throws LinkException if the line is gone
     */
    void write(byte[] bytes);

    /**
     * Waits for bytes and returns those that have arrived. Returns none if the time is over.
     *
     * @param milliseconds to wait at most for the first of them
     * @throws LinkException if the line is gone
     */
    byte[] read(int milliseconds);
}
