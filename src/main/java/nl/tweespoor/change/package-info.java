/**
 * Changing the models is a process of its own ({@code domain.md}, process-change and invariant 17): what a process owner sends is a
 * proposal, someone else reads what changes and approves it, and then it goes live, at once or on a chosen day.
 */
package nl.tweespoor.change;
