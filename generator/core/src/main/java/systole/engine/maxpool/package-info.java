/** Max pooling. A slice: only the catalog names it. */
package systole.engine.maxpool;
