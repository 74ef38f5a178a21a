/** The strategic goals against which an opportunity is selected. */
package nl.tweespoor.strategy;
