/** The kinds {@code maxpool2d}, {@code avgpool2d}, {@code global_maxpool} and {@code global_avgpool}. */
package systole.layer.pool;
