/**
 * Changing a model, a table or a form in the browser: the page with the editor, and the findings of the gate while someone draws.
 * What is drawn becomes a proposal in the same way as a file that someone sends.
 */
package nl.tweespoor.editing;
