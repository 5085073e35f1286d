/**
 * What a model computes with real numbers around its integers: in front of the first quantizer, and behind the last
 * dequantizer. None of it becomes hardware. It is evaluated here, so that files of real numbers can be sent and compared.
 *
 * <p>Enters: operators of a model's file, as steps. Leaves: the integers of a frame of real numbers, and the real numbers of
 * results. Sees no frontend.
 */
package systole.rim;
