/**
 * The questions that an internal auditor asks of the records, each answered with its evidence. A question is a bean of
 * {@link nl.tweespoor.control.Control}; it reads, and changes nothing.
 */
package nl.tweespoor.control;
