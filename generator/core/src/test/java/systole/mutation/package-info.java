/**
 * Mutants of generated Verilog: each is a design with a single token changed. All mutants of a design are compiled into
 * one program, and a number in the environment chooses one.
 */
package systole.mutation;
