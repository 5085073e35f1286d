package systole.host;

/** Thrown when the board does not answer, or when its answer is not valid. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkException(String message) {
        super(message);
    }
}
