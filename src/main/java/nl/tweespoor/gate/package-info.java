/**
 * The gate: what a process owner wants to put live is looked at as a whole before anything of it is stored, and every fault
 * is told at once, in Dutch, with the file, the name of the element and what to do. A {@link nl.tweespoor.gate.ModelCheck}
 * looks at one kind of fault; other rooms hang in theirs. The sources are {@code domain.md} (what a model may not break) and
 * the conventions of Camunda 7.24 (what the engine and Tasklist can run and show).
 */
package nl.tweespoor.gate;
