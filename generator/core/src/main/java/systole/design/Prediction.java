package systole.design;

/**
 * Predicted cycles of a design whose source and sink never wait.
 *
 * @param interval cycles between frames in steady state
 * @param latency cycles from the first frame's first beat in to its last beat out
 */
public record Prediction(double interval, long latency) {}
