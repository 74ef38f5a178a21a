/**
 * An upgrade of the program and the models of the organisation: what came with the program is put live only where the
 * organisation changed nothing, what both changed waits for someone who reads both, and a restart changes nothing
 * ({@code domain.md}, invariant 17).
 */
package nl.tweespoor.upgrade;
